"""Claimed points beside those that are there: exact coordinates, members of families, sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import floor, lcm

from calctool.algebra.field import prove_equal
from calctool.algebra.local.regular import SIGNS
from calctool.notation.tree import (
    Name,
    Negative,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    number,
    rational,
)
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
    if step is None or order(step) == 0:
        return None
    if prove_equal(tree, Sum((zero, Product((Name(integer), step))))) is not True:
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
    """Those of a claimed family for small whole numbers, both signs, and two on each side far out.

    Where all are equally spaced and these belong to a family that is there, so do the others.
    """
    far = range(_FAR, _FAR + 2)
    listed = (*range(-count, count + 1), *far, *(-k for k in far))
    return [
        tuple((name, substitute(tree, {parameter: number(k)})) for name, tree in at) for k in listed
    ]


_FAR = 10**6
_MOST_IN_A_ROW = 400
"""Of the members of a family that are looked for among those that are claimed."""


def covers(claims: Sequence[tuple[Coordinates, str]], family: PointFamily) -> bool | None:
    """Whether all members of a family that is there are claimed; None where that is open.

    Claimed progressions meet it again and again after as many members as all of their steps have
    in common, so that so many in a row tell of all.
    """
    if len(family.integers) != 1 or not family.at:
        return None
    (integer,) = family.integers
    ((first, last),) = family.reaches or ((None, None),)
    row = lcm(*(_step_in(family, *claim) for claim in claims))
    if row > _MOST_IN_A_ROW:
        return None
    start = first if first is not None else -row if last is None else last - 2 * row
    end = start + 2 * row if last is None else min(last, start + 2 * row)
    found = [
        claimed_in(
            tuple((name, substitute(tree, {integer: number(k)})) for name, tree in family.at),
            claims,
        )
        for k in range(start, end + 1)
    ]
    return False if False in found else None if None in found else bool(found)


def _step_in(family: PointFamily, at: Coordinates, parameter: str) -> int:
    """After how many members of a family a claimed progression may meet it again, 1 where it is
    none: then it is open whether a member is claimed."""
    (integer,) = family.integers
    own = dict(family.at)
    for name, tree in at:
        ratio = value_of(Quotient(_step(tree, parameter), _step(own[name], integer)))
        known = None if ratio is None else rational(ratio)
        if known:
            return abs(known.numerator)
    return 1


def _step(tree: Tree, integer: str) -> Tree:
    zero, one = (substitute(tree, {integer: number(k)}) for k in (0, 1))
    return Sum((one, Negative(zero)))


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
