"""What happens at a point: the kinds of the point, from f on both sides of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from calctool.algebra.roots import Point
from calctool.algebra.roots.functions.branches import formula_switches
from calctool.notation.tree import Tree
from calctool.solve.exact.line import exact_of
from calctool.solve.exact.order import compared, order
from calctool.solve.exact.record import Exact
from calctool.solve.table.endless.tail import Tail
from calctool.solve.table.line.runs import Run
from calctool.solve.table.line.values import Edge, edge, has_value, scaled, value_at
from calctool.solve.variation import Kind, TablePoint

if TYPE_CHECKING:
    from calctool.algebra.local.point import Local

Relative = int | None
"""Whether f near a point lies below (-1), at (0) or above (1) its value there; None: unknown."""


class Side(Struct, frozen=True):
    """f next to a point, on one side of it.

    `at` is that point, or the one a period away at the other end of the table; `times` is what f
    and its derivatives are multiplied with on the way from there.
    """

    run: Run
    edge: Edge
    at: Point | None
    times: Tree | None = None
    tail: Tail | None = None
    """The rows of critical points that lead to the point, if there are any."""


class Place(Struct, frozen=True):
    """A point with what lies left and right of it; None where the domain does not go on.

    `is_smooth` says that one formula holds on both sides and at the point, `is_open` that f goes on
    to a side where no formula is known.
    """

    at: Point
    left: Side | None
    right: Side | None
    value: Exact | None
    is_defined: bool
    is_smooth: bool
    is_root: bool = False
    may_jump: bool = True
    is_open: bool = False

    @property
    def sides(self) -> list[Side]:
        """Its sides that lie in the domain."""
        return [side for side in (self.left, self.right) if side is not None]


def judged(place: Place, f: Tree, name: str) -> TablePoint:
    """The point with its kinds; without any where nothing happens."""
    slope, kinds = None, tuple(_kinds_outside(place))
    if place.is_open:
        kinds = ("undecided",)
    elif place.is_defined:
        slope, kinds = _inside(place, f, name)
    left, right = (None if side is None else side.edge.value for side in (place.left, place.right))
    bends = _bends(place, name) if place.is_defined and slope is not None else None
    if bends is False:
        kinds = (*kinds, "no-second-derivative")
    elif bends is None and place.is_smooth and slope is not None:
        kinds = (*kinds, "undecided")
    return TablePoint(
        exact_of(place.at), kinds, place.value, left, right, slope, bends, place.is_defined
    )


def _bends(place: Place, name: str) -> bool | None:
    """Whether f'' exists where f' does: its formula has a value, or one limit from both sides."""
    formulas = {side.run.piece.bend for side in place.sides}
    places = {side.at for side in place.sides}
    if len(formulas) == len(places) == 1 and has_value(formulas.pop(), name, place.at):
        return True
    if len(place.sides) < 2:
        return None
    ends = [_bend(side, name, turn) for side, turn in zip(place.sides, (-1, 1), strict=True)]
    if any(end.kind == "undecided" for end in ends):
        return None
    if any(end.kind != "finite" for end in ends):
        return False
    left, right = (
        end.value if side.times is None or end.value is None else scaled(end.value, side.times)
        for side, end in zip(place.sides, ends, strict=True)
    )
    return _equal(left, right)


def _bend(side: Side, name: str, turn: int) -> Edge:
    """The limit of f''; its value where the formula has one and nothing in it switches."""
    formula = side.run.piece.bend
    if side.at is not None and not formula_switches(formula, name):
        value = value_at(formula, name, side.at) if has_value(formula, name, side.at) else None
        if value is not None:
            return Edge("finite", value)
    return edge(formula, name, side.at, turn)


# --- where f has no value -----------------------------------------------------------------------


def _kinds_outside(place: Place) -> Iterator[Kind]:
    edges = [side.edge for side in place.sides]
    endings = {edge.kind for edge in edges}
    if "infinite" in endings:
        yield "pole"
    elif len(edges) < 2:
        yield "endpoint"
    elif "undecided" in endings:
        yield "undecided"
    elif "none" in endings:
        yield "discontinuity"
    else:
        equal = _equal(edges[0].value, edges[1].value)
        yield {True: "hole", False: "jump", None: "undecided"}[equal]  # type: ignore[misc]


# --- where it has one ---------------------------------------------------------------------------


def _inside(place: Place, f: Tree, name: str) -> tuple[int | None, tuple[Kind, ...]]:
    from calctool.algebra.local.point import at_point

    if len(place.sides) < 2:
        broken = place.sides and _breaks(place.sides[0].edge, place.value)
        return None, ("endpoint", "jump") if broken else ("endpoint",)
    if place.is_smooth:
        signs = {side.run.sign for side in place.sides}
        slope = 0 if place.is_root else signs.pop() if len(signs) == 1 else None
        return slope, tuple(_happenings(place, tangent=True, stationary=place.is_root))
    broken_as = _break(place)
    if broken_as is not None:
        return None, (broken_as, *_extremum(place))
    if place.at.tree is None:
        sign = _slope_of_one_formula(place, name)
        if sign:
            return sign, tuple(_happenings(place, tangent=True, stationary=False))
        return None, tuple(_kinds_by_slopes(place, name))
    return _switch(place, at_point(f, name, place.at.tree))


def _break(place: Place) -> Kind | None:
    """How continuity fails; None where it does not."""
    if not place.may_jump and place.at.tree is None:
        return None
    edges = [side.edge for side in place.sides]
    breaks = [_breaks(edge, place.value) for edge in edges]
    if True not in breaks:
        return "undecided" if None in breaks else None
    if any(edge.kind != "finite" for edge in edges):
        return "discontinuity"
    return "discontinuity" if _equal(edges[0].value, edges[1].value) else "jump"


def _breaks(edge: Edge, value: Exact | None) -> bool | None:
    if edge.kind in ("infinite", "none"):
        return True
    equal = _equal(edge.value, value)
    return None if equal is None else not equal


def _slope_of_one_formula(place: Place, name: str) -> int | None:
    """The sign of f' where a continuous f has one smooth formula on both sides, whatever changes
    in a part that does not matter there: max(2, min(x, x^2)) at 1; None where that is open."""
    left, right = place.sides
    f = left.run.piece.f
    if f != right.run.piece.f or left.times is not None or right.times is not None:
        return None
    if left.at is None or left.at != right.at or formula_switches(f, name):
        return None
    slope = _slope(left, name)
    if slope is None or slope.low is None or slope.high is None:
        return None
    return 1 if slope.low > 0 else -1 if slope.high < 0 else None


def _kinds_by_slopes(place: Place, name: str) -> Iterator[Kind]:
    """Where f is continuous at a point that is only enclosed: by the limits of f' from both sides,
    which are one-sided derivatives (mean value theorem)."""
    left, right = (_slope(side, name) for side in place.sides)
    if _equal(left, right) is not False:
        yield "undecided"
        return
    yield "kink"
    yield from _happenings(place, tangent=False, stationary=False, always=True)


def _slope(side: Side, name: str) -> Exact | None:
    if side.at is None:
        return None
    found = value_at(side.run.piece.slope, name, side.at)
    return found if side.times is None or found is None else scaled(found, side.times)


def _switch(place: Place, local: Local) -> tuple[int | None, tuple[Kind, ...]]:
    """A point where f is continuous but its formula changes."""
    if local.kind == "undecided":
        return None, ("undecided",)
    if local.differentiable:
        value = None if local.derivative is None else order(local.derivative)
        kinds = _happenings(place, tangent=True, stationary=value == 0)
        return value, tuple(kinds)
    vertical = local.kind == "vertical-tangent"
    kind: Kind = "vertical-tangent" if vertical else "kink"
    return None, (kind, *_happenings(place, tangent=vertical, stationary=False, always=True))


def _happenings(
    place: Place, *, tangent: bool, stationary: bool, always: bool = False
) -> Iterator[Kind]:
    """Extremum and inflection; `always` says that the point is critical anyway."""
    if stationary:
        yield "stationary"
    if stationary or always:
        yield from _extremum(place)
    left, right = (side.run.bend for side in place.sides)
    if tangent and left and right and left != right:
        yield "inflection"


def _extremum(place: Place) -> Iterator[Kind]:
    """By the definition: whether f lies on one side of its value near the point."""
    sides = zip(place.sides, (-1, 1), strict=True)
    near = {each for side, turn in sides for each in _relatives(side, place, turn)}
    if None in near:
        yield "undecided"
    elif near != {0}:
        kinds: dict[bool, Kind] = {1 not in near: "local-maximum", -1 not in near: "local-minimum"}
        yield kinds.get(True, "neither")


def _relatives(side: Side, place: Place, turn: int) -> set[Relative]:
    near = _relative(side, place, turn)
    is_open = near is None and side.tail is not None and place.value is not None
    return side.tail.heights(place.value) if is_open else {near}  # type: ignore[union-attr,arg-type]


def _relative(side: Side, place: Place, turn: int) -> Relative:
    edge = side.edge
    if edge.kind == "infinite" and edge.value is not None:
        return order(edge.value.expr)
    if edge.kind == "none":
        return None
    found = None
    if place.is_smooth or not place.may_jump:
        found = 0
    elif edge.value is not None and place.value is not None:
        found = compared(edge.value, place.value)
    if found != 0:
        return found
    return None if side.run.sign is None else turn * side.run.sign


def _equal(a: Exact | None, b: Exact | None) -> bool | None:
    if a is None or b is None:
        return None
    found = compared(a, b)
    return None if found is None else found == 0
