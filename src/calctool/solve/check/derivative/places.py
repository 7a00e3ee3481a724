"""Where a derivative exists and the answer has no value, or another one than nearby."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.local.point import at_point
from calctool.algebra.local.regular import is_outside, is_regular
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import LINE, Family, Point, zeros
from calctool.algebra.tidy.as_written import Written
from calctool.algebra.tidy.domain import known_needs, needs
from calctool.notation.tree import (
    INFINITY,
    Call,
    Negative,
    Piecewise,
    Relation,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import substitute, walk
from calctool.solve.check.derivative.breaks import breaks, differences, switching
from calctool.solve.check.derivative.right import Right
from calctool.solve.exact.line import exact_of
from calctool.solve.exact.order import order
from calctool.solve.exact.record import Exact, Interval
from calctool.solve.exact.values import exact, exact_value


class Lacking(Struct, frozen=True):
    """Points and intervals where only the right answer has a value, each point with that value.

    `different` is a point where the answer has another value. `open` says that there may be more.
    """

    points: tuple[tuple[Exact, Exact | None], ...] = ()
    families: tuple[Tree, ...] = ()
    intervals: tuple[Interval, ...] = ()
    different: tuple[Exact, Exact, Exact] | None = None
    relations: tuple[tuple[Relation, dict[str, Tree]], ...] = ()
    open: bool = False

    @property
    def nothing(self) -> bool:
        """Whether no place lacks anything."""
        return not (self.points or self.families or self.intervals or self.relations)


def lacking(right: Right, claimed: Tree, *, everywhere: bool) -> Lacking:
    """Where f' exists and the claim, which equals it where both have a value, falls short.

    Without `everywhere` the points where something switches are looked at, one by one.
    """
    covered = has_a_value_there(right.freed, right.letters.freed(claimed))
    beside = tuple((p.expr, v) for p, v in right.one.by_definition if not p.expr.names)
    if covered and everywhere and not beside:
        return Lacking()
    if right.is_on_a_line and claimed.names <= {right.variable}:
        return _on_the_line(right, claimed, covered, everywhere)
    if covered:
        return Lacking()
    return _anywhere(right, claimed)


def has_a_value_there(right: Right, claimed: Tree) -> bool:
    """Whether the claim needs nothing that f and its derivative do not need already."""
    if any(isinstance(part, Piecewise) or _has_a_base(part) for part in walk(claimed)):
        return False
    if not _open_conditions(right, claimed):
        return True
    written = Written(right.variable)
    trees = (right.f, right.formula)
    try:
        written.prepare(*trees)
        return needs(written, claimed) <= known_needs(written, trees)
    except UnknownError:
        return False


def _has_a_base(part: Tree) -> bool:
    """log(u, v), which needs v != 1 beyond what signs tell."""
    return isinstance(part, Call) and part.function == "log" and len(part.arguments) > 1


def _open_conditions(right: Right, claimed: Tree) -> tuple[Relation, ...]:
    known = (*conditions(right.f), *conditions(right.formula), *right.letters.relations)
    return tuple(each for each in conditions(claimed) if not implied(each, known))


# --- on a line ----------------------------------------------------------------------------------


def _on_the_line(right: Right, claimed: Tree, covered: bool, everywhere: bool) -> Lacking:
    name = right.variable
    own = [] if covered else differences(_open_conditions(right, claimed))
    doubtful = [*own, *(switching((right.f, right.formula, claimed)) if not everywhere else ())]
    cut = breaks(dict.fromkeys(doubtful), name)
    beside = [p.expr for p, _ in right.one.by_definition if not p.expr.names]
    listed = list(dict.fromkeys([*(p.tree for p in cut.points if p.tree is not None), *beside]))
    known = all(p.tree is not None for p in cut.points)
    points: list[tuple[Exact, Exact | None]] = []
    is_open = not (cut.whole and known)
    for place in listed:
        found = right.at({name: place})
        if found.exists is None:
            is_open = True
        if not found.exists:
            continue
        value, there = _value(claimed, name, place)
        if there is None:
            is_open = True
        elif not there or value is None:
            points.append((exact(place), found.value))
        elif found.value is None or (apart := _differs(value, found.value.expr)) is None:
            is_open = True
        elif apart:
            different = (exact(place), exact(value), found.value)
            return Lacking(tuple(points), different=different)
    families = tuple(_families(right, claimed, cut.families))
    # Where points repeat, those that were found are members of a family.
    points = [] if families else points
    intervals = () if covered else tuple(_intervals(right, claimed))
    return Lacking(tuple(points), families, intervals, open=is_open)


def _value(claimed: Tree, name: str, place: Tree) -> tuple[Tree | None, bool | None]:
    found = at_point(claimed, name, place)
    if found.defined is None and is_outside(claimed, {name: place}):
        return None, False
    return found.value, found.defined


def _differs(one: Tree, other: Tree) -> bool | None:
    if one == other:
        return False
    sign = order(Sum((one, Negative(other))))
    return None if sign is None else sign != 0


def _families(right: Right, claimed: Tree, families: tuple[Family, ...]) -> Iterator[Tree]:
    """Points that repeat: f is regular at one of them, and nowhere in doubt."""
    for family in families:
        start = family.start.tree
        if start is None:
            continue
        there = {right.variable: start}
        if right.exists_at(there) and is_outside(claimed, there):
            yield family.at


def _intervals(right: Right, claimed: Tree) -> Iterator[Interval]:
    """Pieces of the line on which f' exists and the claim has no value."""
    name = right.variable
    ends = breaks(switching((right.f, claimed)), name)
    if not ends.whole or ends.families:
        return
    bounds: list[Point | None] = [None, *ends.points, None]
    for start, sample, end in zip(bounds, ends.between, bounds[1:], strict=False):
        there = {name: number(sample.low)}
        if is_outside(claimed, there) and is_regular(right.f, there):
            yield Interval(
                Exact(Negative(INFINITY), None, None) if start is None else exact_of(start),
                Exact(INFINITY, None, None) if end is None else exact_of(end),
                (False, False),
            )


def share_no_interval(right: Right, claimed: Tree) -> bool:
    """Whether the claim has certainly no value on any interval on which f is regular."""
    name = right.variable
    if not right.is_on_a_line or not claimed.names <= {name}:
        return False
    cut = breaks(switching((right.f, claimed)), name)
    if not cut.whole or cut.families:
        return False
    there = [{name: number(sample.low)} for sample in cut.between]
    return all(is_outside(right.f, each) or is_outside(claimed, each) for each in there)


# --- in several variables -----------------------------------------------------------------------


def _anywhere(right: Right, claimed: Tree) -> Lacking:
    """A point on each condition that the claim puts on top, where one is easily found."""
    found: list[tuple[Relation, dict[str, Tree]]] = []
    is_open = False
    for condition in _open_conditions(right, claimed):
        place = _point_on(right, claimed, condition)
        if place is None:
            is_open = True
        else:
            found.append((condition, place))
    return Lacking(relations=tuple(found), open=is_open or not found)


def _point_on(right: Right, claimed: Tree, condition: Relation) -> dict[str, Tree] | None:
    """A point where f is regular and the condition fails."""
    (apart,) = differences((condition,))
    names = sorted(right.f.names | claimed.names)
    for name in (each for each in names if each in apart.names):
        for shift in (1, 2, 3, None):
            others = {
                n: number(0 if shift is None else k + shift)
                for k, n in enumerate(names)
                if n != name
            }
            try:
                listed = zeros(substitute(apart, others), name, (LINE,)).zeros
            except Undecided:
                continue
            for zero in listed[:4]:
                if zero.at.tree is None:
                    continue
                place = {**others, name: exact_value(zero.at.tree)}
                if not right.letters.keep(_numbers(place)):
                    continue
                if is_outside(claimed, place) and right.exists_at(place):
                    return place
    return None


def _numbers(place: dict[str, Tree]) -> dict[str, Fraction]:
    """The coordinates that are rational."""
    values = {name: rational(tree) for name, tree in place.items()}
    return {name: value for name, value in values.items() if value is not None}
