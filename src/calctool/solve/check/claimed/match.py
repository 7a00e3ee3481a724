"""Claimed points beside those that are there: exact coordinates, members of families, sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor

from calctool.algebra.local.regular import SIGNS
from calctool.notation.tree import Negative, Quotient, Relation, Sum, Tree, number, rational
from calctool.notation.walk import substitute
from calctool.solve.candidates import Place, PointFamily, PointSet
from calctool.solve.exact.order import compared, order
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, value_of
from calctool.solve.given import Claim

Coordinates = tuple[tuple[str, Tree], ...]


def placed(at: Coordinates) -> Place:
    """A claimed point with the enclosures of its coordinates."""
    return tuple((name, exact(value_of(tree) or tree)) for name, tree in at)


def same_place(one: Place, other: Place) -> bool | None:
    """Whether two points are one; None where no method tells."""
    values = dict(other)
    found = [compared(at, values[name]) for name, at in one]
    if any(each not in (0, None) for each in found):
        return False
    return None if None in found else True


def equal(one: Exact, other: Exact) -> bool | None:
    """Whether two constants are equal; None where it is not known."""
    found = compared(one, other)
    return None if found is None else found == 0


def in_family(at: Coordinates, family: PointFamily) -> bool | None:
    """Whether a point is a member; None where that is not a question of one whole number."""
    if len(family.integers) != 1 or not family.at:
        return None
    (integer,) = family.integers
    ((first, last),) = family.reaches or ((None, None),)
    found: set[Fraction] = set()
    values, rounded = dict(at), dict(family.rounded)
    for name, tree in family.at:
        wanted = values[name]
        if name in rounded:
            if _may_meet(wanted, rounded[name], tree, integer):
                return None
            return False
        if integer not in tree.names:
            apart = order(Sum((tree, Negative(wanted))))
            if apart is None:
                return None
            if apart:
                return False
            continue
        turns = _turns(tree, integer, wanted)
        if turns is None:
            return None
        found.add(turns)
    if len(found) != 1:
        return False
    (turn,) = found
    inside = (first is None or turn >= first) and (last is None or turn <= last)
    return turn.denominator == 1 and inside


def _may_meet(wanted: Tree, place: Exact, tree: Tree, integer: str) -> bool:
    """Whether a constant may be a place that is only enclosed, moved by whole steps."""
    ends = (substitute(tree, {integer: number(k)}) for k in (1, 0))
    at, step = exact(value_of(wanted) or wanted), exact(Sum((next(ends), Negative(next(ends)))))
    if at.low is None or at.high is None or place.low is None or place.high is None:
        return True
    if not step.low or not step.high or step.low < 0 < step.high:
        return True
    apart = (at.low - place.high, at.high - place.low)
    turns = [end / by for end in apart for by in (step.low, step.high)]
    return floor(max(turns)) >= min(turns)


def _turns(tree: Tree, integer: str, wanted: Tree) -> Fraction | None:
    """The k for which the coordinate start + k*step is the one wanted; None where it is not
    rational and not known, a fraction where there is no such whole number."""
    zero, one = (value_of(substitute(tree, {integer: number(k)})) for k in (0, 1))
    if zero is None or one is None:
        return None
    step = value_of(Sum((one, Negative(zero))))
    two = value_of(substitute(tree, {integer: number(2)}))
    if step is None or two is None or order(step) == 0:
        return None
    if order(Sum((two, Negative(one), Negative(step)))) != 0:
        return None
    turns = value_of(Quotient(Sum((wanted, Negative(zero))), step))
    if turns is None:
        return None
    value = rational(turns)
    # What is no rational number is no whole one.
    return Fraction(1, 2) if value is None else value


def on_set(at: Coordinates, given: PointSet) -> bool | None:
    """Whether a point keeps the equations of a set, and the inequalities among them."""
    if not given.repeats or given.solved:
        return holds(given.equations, at)
    found = [holds(equations, at) for equations in _repetitions(given, at)]
    return None if None in found or not found else any(found)


def _repetitions(given: PointSet, at: Coordinates) -> Iterator[tuple[Relation, ...]]:
    """The relations of those repetitions of a set among which a point of the line can be."""
    ((letter, (first, last)),) = given.repeats
    ((_, wanted),) = at
    start, end = (
        value_of(substitute(given.equations[0].right, {letter: number(k)})) for k in (0, 1)
    )
    turns = None if start is None or end is None else _between(wanted, start, end)
    for k in () if turns is None else range(turns - 1, turns + 2):
        if (first is None or k >= first) and (last is None or k <= last):
            values = {letter: number(k)}
            yield tuple(
                Relation(each.left, each.sign, substitute(each.right, values))
                for each in given.equations
            )


def _between(wanted: Tree, start: Tree, end: Tree) -> int | None:
    """About how many steps it is from the start."""
    step = Sum((end, Negative(start)))
    turns = exact(Quotient(Sum((wanted, Negative(start))), step))
    return None if turns.low is None else floor(turns.low)


def holds(relations: Sequence[Relation], at: Coordinates) -> bool | None:
    """Whether all these relations hold at a point; None where no method tells."""
    values = dict(at)
    found = [_holds(each, values) for each in relations]
    if False in found:
        return False
    return None if None in found else True


def _holds(relation: Relation, values: Mapping[str, Tree]) -> bool | None:
    apart = Sum((relation.left, Negative(relation.right)))
    if not apart.names <= values.keys():
        return None
    sign = order(substitute(apart, values))
    return None if sign is None else sign in SIGNS[relation.sign]


def claimed_places(claim: Claim) -> list[Coordinates]:
    """The point that is claimed, or some members of the family that is."""
    if claim.at is None:
        return []
    return members(claim.at, claim.parameter) if claim.parameter else [claim.at]


def members(at: Coordinates, parameter: str, count: int = 7) -> list[Coordinates]:
    """The members of a claimed family for small whole numbers, both signs."""
    return [
        tuple((name, substitute(tree, {parameter: number(k)})) for name, tree in at)
        for k in range(-count, count + 1)
    ]


def family_members(family: PointFamily, count: int = 3) -> list[Coordinates]:
    """Those of a family that is there, for whole numbers in its range."""
    if len(family.integers) != 1 or not family.at:
        return []
    (integer,) = family.integers
    ((first, last),) = family.reaches or ((None, None),)
    listed = [
        k
        for k in range(-count, count + 1)
        if (first is None or k >= first) and (last is None or k <= last)
    ]
    return [
        tuple((name, substitute(tree, {integer: number(k)})) for name, tree in family.at)
        for k in listed
    ]


def claimed_in(at: Coordinates, claims: Sequence[tuple[Coordinates, str]]) -> bool | None:
    """Whether a point is a member of one of the claimed families, each with its parameter."""
    open_ones = False
    for claim, parameter in claims:
        found = _is_member(at, claim, parameter)
        if found:
            return True
        open_ones = open_ones or found is None
    return None if open_ones else False


def _is_member(at: Coordinates, claim: Coordinates, parameter: str) -> bool | None:
    values: Mapping[str, Tree] = dict(at)
    found: set[Fraction] = set()
    for name, tree in claim:
        if parameter not in tree.names:
            apart = order(Sum((tree, Negative(values[name]))))
            if apart is None:
                return None
            if apart:
                return False
            continue
        turns = _turns(tree, parameter, values[name])
        if turns is None:
            return None
        found.add(turns)
    return len(found) == 1 and next(iter(found)).denominator == 1
