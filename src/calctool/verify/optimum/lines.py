"""The second opinion on each line of an argument for an extreme value.

An identity is proved by its normal form; everything else that a line states is tried at points of
its set, which may object to it and never prove it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from random import Random
from typing import Literal

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import Ball, Program
from calctool.algebra.ball.constants import bounds_of, enclose
from calctool.algebra.build import added, divided, negated
from calctool.notation.tree import INFINITY, TWO, Name, Negative, Relation, Tree
from calctool.notation.walk import substitute
from calctool.verify.equality import check_equality
from calctool.verify.optimum.extremes import are_beyond
from calctool.verify.optimum.feasible import feasible
from calctool.verify.optimum.stated import Tends
from calctool.verify.verdict import Verdict, weakest

_NOTHING = (Fraction(0), Fraction(0))
_SIDES: dict[str, tuple[Literal[-1, 1], ...]] = {
    "=": (-1, 1), ">=": (-1,), ">": (-1,), "<=": (1,), "<": (1,),
}  # fmt: skip


class Stated(Struct, frozen=True):
    """A line: relations of `names` that hold where all of `where` do, but for those that give a new
    name; with `is_put` those that give any name are put into the others. `places`: they hold there.

    See ProofLine for the rest.
    """

    says: tuple[Relation, ...]
    names: tuple[str, ...]
    where: tuple[Relation, ...] = ()
    is_put: bool = False
    places: tuple[Mapping[str, Tree], ...] | None = None
    tends: Tends | None = None
    bends: Tree | None = None


class Lines:
    """The lines of one argument, in their order: what an earlier one names, a later one means."""

    def __init__(self) -> None:
        self._given: dict[str, Tree] = {}

    def check(self, line: Stated) -> tuple[Verdict | None, Verdict | None]:
        """The weakest verdict on the equations of a line, and that on all else it states; None
        where there are none. Of anything but an equation at most SAMPLED is said."""
        found = [*self._relations(line)]
        if line.tends is not None:
            found.append((False, _limit(line.tends)))
        if line.bends is not None:
            found.append((False, _bends(line.bends, line.names, line.where)))
        equal, other = ([v for is_equal, v in found if is_equal is own] for own in (True, False))
        return (weakest(equal) if equal else None), (weakest(other) if other else None)

    def _relations(self, line: Stated) -> Iterator[tuple[bool, Verdict]]:
        own = dict(found for each in line.says if (found := _given(each)) is not None)
        new = {name: tree for name, tree in own.items() if name not in line.names}
        # A name of the question itself is not one that an earlier line gave.
        known = {name: tree for name, tree in self._given.items() if name not in line.names}
        known |= own if line.is_put else new
        for each in line.says:
            given = _given(each)
            if given is not None and (line.is_put or given[0] in new):
                continue
            if each in line.where:
                yield True, Verdict.PROVED  # It tells which set is spoken of.
                continue
            if line.places is not None:
                yield from ((False, _at(each, place)) for place in line.places)
                continue
            told = self._relation(each, known, {} if given else own, line)
            if given is not None and told is not Verdict.REFUTED and _solves(*given, line.where):
                told = Verdict.PROVED
            yield each.sign == "=", told
        self._given |= new

    def _relation(
        self, each: Relation, given: Mapping[str, Tree], own: Mapping[str, Tree], line: Stated
    ) -> Verdict:
        if each.sign == "=":
            for known in ({}, given, {**given, **own}):
                left, right = _meant(each.left, known), _meant(each.right, known)
                if check_equality(left, right).verdict is Verdict.PROVED:
                    return Verdict.PROVED
        left, right = _meant(each.left, given), _meant(each.right, given)
        bound = None if right.names else enclose(right, budget.LINE_DIGITS)
        if bound is None:
            left, bound = added((left, negated(right))), _NOTHING
        return _tried(left, line.where, _SIDES.get(each.sign, ()), bound)


def _tried(
    f: Tree, where: Sequence[Relation], turns: Sequence[int], bound: tuple[Fraction, Fraction]
) -> Verdict:
    """What points of a set say of f >= bound (turn -1) or f <= bound there."""
    names = f.names.union(*(need.names for need in where))
    points = feasible(f, sorted(names), where)
    seen = [(turn, points.descended(turn)) for turn in turns]
    if any(are_beyond(values, turn, bound) for turn, values in seen):
        return Verdict.REFUTED
    return Verdict.SAMPLED if any(values for _, values in seen) else Verdict.UNDECIDED


def _given(each: Relation) -> tuple[str, Tree] | None:
    """The name that an equation gives, and what it is."""
    match each.left:
        case Name(id) if each.sign == "=" and id not in each.right.names:
            return id, each.right
    return None


def _solves(name: str, value: Tree, where: Sequence[Relation]) -> bool:
    """Whether an equation of the set holds with the value put in."""
    own = {name: value}
    return any(
        each.sign == "="
        and name in each.names
        and check_equality(substitute(each.left, own), substitute(each.right, own)).verdict
        is Verdict.PROVED
        for each in where
    )


def _meant(tree: Tree, given: Mapping[str, Tree]) -> Tree:
    """With what the names stand for put in, and what these stand for."""
    for _ in range(budget.LADDER_DEPTH):
        if tree.names.isdisjoint(given):
            break
        tree = substitute(tree, dict(given))
    return tree


def _at(each: Relation, place: Mapping[str, Tree]) -> Verdict:
    if not each.names <= place.keys():
        return Verdict.UNDECIDED
    left, right = (substitute(side, dict(place)) for side in (each.left, each.right))
    return check_equality(left, right).verdict if each.sign == "=" else Verdict.UNDECIDED


# --- limits -------------------------------------------------------------------------------------


def _limit(tends: Tends) -> Verdict:
    """At random values of the names that the curve leaves alone: ever nearer, or ever larger."""
    along = substitute(tends.f, dict(tends.curve))
    free = sorted(along.names | tends.limit.names - {tends.parameter})
    free = [name for name in free if name != tends.parameter]
    random, seen = Random(str(free)), Verdict.UNDECIDED  # noqa: S311 (sampling)
    program = Program((along, tends.limit) if _is_finite(tends) else (along,))
    for _ in range(budget.LINE_SAMPLES if free else 1):
        at = {name: Fraction(random.randint(-99, 99), 33) for name in free}
        sizes = list(_sizes(program, tends, at))
        if len(sizes) < 2:
            continue
        if _goes_elsewhere(sizes, tends):
            return Verdict.REFUTED
        seen = Verdict.SAMPLED
    return seen


def _sizes(program: Program, tends: Tends, at: Mapping[str, Fraction]) -> Iterator[Fraction]:
    for power in budget.EXTREME_POWERS:
        point = {**at, tends.parameter: Fraction(2**power)}
        found = program.balls(point, bits=budget.ON_SET_BITS)
        ends = [bounds_of(ball) if isinstance(ball, Ball) else None for ball in found]
        if ends[0] is None or (_is_finite(tends) and ends[1] is None):
            continue
        high = sum(ends[0], Fraction(0)) / 2
        if not _is_finite(tends):
            yield high if tends.limit == INFINITY else -high
            continue
        assert ends[1] is not None  # noqa: S101
        gap = abs(high - sum(ends[1], Fraction(0)) / 2)
        width = ends[0][1] - ends[0][0] + ends[1][1] - ends[1][0]
        yield max(gap - width, Fraction(0))


def _goes_elsewhere(sizes: Sequence[Fraction], tends: Tends) -> bool:
    if not _is_finite(tends):
        return sizes[-1] <= sizes[0]
    # As slow as 1/log t is slow enough.
    return 2 * sizes[-1] > sizes[0] and sizes[-1] > 0


def _is_finite(tends: Tends) -> bool:
    return tends.limit not in (INFINITY, Negative(INFINITY))


# --- convexity ----------------------------------------------------------------------------------


def _bends(f: Tree, names: Sequence[str], where: Sequence[Relation]) -> Verdict:
    """Half way between two points a convex function is at most the mean of its values there."""
    twin = {name: f"{name}_2" for name in names}
    other: dict[str, Tree] = {name: Name(id) for name, id in twin.items()}
    middle: dict[str, Tree] = {n: divided(added((Name(n), other[n])), TWO) for n in names}
    mean = divided(added((f, substitute(f, dict(other)))), TWO)
    gap = added((mean, negated(substitute(f, middle))))
    both = [
        *where,
        *(
            Relation(substitute(r.left, dict(other)), r.sign, substitute(r.right, dict(other)))
            for r in where
        ),
    ]
    return _tried(gap, both, (-1,), _NOTHING)
