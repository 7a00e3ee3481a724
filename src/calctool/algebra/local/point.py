"""What a function does at a point, by the definition: limits and derivatives from each side.

Everything here is proved or undecided; nothing is sampled and no rule of differentiation is used.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from msgspec import Struct

from calctool import budget
from calctool.algebra.germ.expansion import Expansion, constant_value
from calctool.algebra.germ.limit import UNKNOWN, Limit, limit_of
from calctool.algebra.germ.series import Germ, Series, Side, add, constant, multiply
from calctool.algebra.real.letters import Unsigned
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.sign import is_nothing
from calctool.algebra.real.writing import written
from calctool.notation.tree import Tree

Kind = Literal[
    "smooth", "kink", "jump", "discontinuity", "vertical-tangent", "oscillation",
    "outside-domain", "end-of-domain", "undecided",
]  # fmt: skip


WITHOUT_LIMIT: tuple[Kind, ...] = ("oscillation", "discontinuity")
"""Where a one-sided limit may be missing."""


class OneSide(Struct, frozen=True):
    """f, and its difference quotient, as the point is approached from one side."""

    limit: Limit
    derivative: Limit


class Local(Struct, frozen=True):
    """f at a point. A side is None where the domain does not reach the point from there.

    `defined`, `continuous` and `differentiable` are None where that could not be decided;
    continuity at an end of the domain is that from within. f may be a derivative, of order `lower`.
    """

    point: Tree
    defined: bool | None
    value: Tree | None
    left: OneSide | None
    right: OneSide | None
    continuous: bool | None
    differentiable: bool | None
    kind: Kind
    lower: int = 0

    @property
    def derivative(self) -> Tree | None:
        """The two-sided derivative, where it exists."""
        return self.right.derivative.value if self.differentiable and self.right else None


BLANK = OneSide(UNKNOWN, UNKNOWN)


def at_point(tree: Tree, name: str, point: Tree, *, sides_of_gaps: bool = True) -> Local:
    """What `tree` does at `name` = `point`, an exact constant.

    Without `sides_of_gaps` nobody asks what it does beside a point where it is not defined.
    """
    try:
        place = constant_value(point)
    except (Undecided, Undefined):
        return Local(point, None, None, BLANK, BLANK, None, None, "undecided")
    return at_real(tree, name, place, sides_of_gaps=sides_of_gaps)


def at_real(tree: Tree, name: str, place: Real, *, sides_of_gaps: bool = True) -> Local:
    """What f does at an exact point, from both sides; see `Local` and `at_point`."""
    defined, value = _value(tree, name, place)
    if defined is False and not sides_of_gaps:
        return _judged(Findings(written(place), defined, value, None, None))
    left, right = (_side(tree, name, place, side, value) for side in SIDES)
    return _judged(Findings(written(place), defined, value, left, right))


SIDES: tuple[Side, Side] = (-1, 1)


def _value(tree: Tree, name: str, place: Real) -> tuple[bool | None, Real | None]:
    try:
        return True, Expansion(name, place, 0, budget.EXPANSION_TERMS[0]).value(tree)
    except Undefined:
        return False, None
    except Undecided:
        return None, None


def _side(tree: Tree, name: str, place: Real, side: Side, value: Real | None) -> OneSide | None:
    """Longer expansions are tried only where shorter ones leave something open that is no sign of
    letters."""
    limit = slope = UNKNOWN
    before: list[Tree | None] = []
    for keep in budget.EXPANSION_TERMS:
        wanted: list[Tree | None] = []
        try:
            germ = Expansion(name, place, side, keep).of(tree)
        except Undefined:
            return None
        except Undecided as why:
            wanted.append(_wanted(why))
        else:
            if not limit.known:
                limit = _found(partial(limit_of, germ), wanted)
            if value is not None and not slope.known:
                slope = _found(partial(_slope, germ, value, side, keep), wanted)
        if not wanted or (wanted == before and None not in wanted):
            break
        before = wanted
    return OneSide(limit, slope)


def _found(find: Callable[[], Limit], wanted: list[Tree | None]) -> Limit:
    """The limit, or what is wanted to know it."""
    try:
        return find()
    except Undecided as why:
        wanted.append(_wanted(why))
        return UNKNOWN


def _wanted(why: Undecided) -> Tree | None:
    """What has an unknown sign because of its letters; None where more terms might help."""
    return why.tree if isinstance(why, Unsigned) else None


def _slope(germ: Germ, value: Real, side: Side, keep: int) -> Limit:
    """The limit of (f(a + h) - f(a))/h, h = side*t."""
    over_h = Series((((-1, 0), Real.of(side)),))
    return limit_of(multiply(add(germ, constant(-value), keep), over_h, keep))


class Findings(Struct, frozen=True):
    """The two sides and the value, before they are compared."""

    point: Tree
    defined: bool | None
    value: Real | None
    left: OneSide | None
    right: OneSide | None

    @property
    def sides(self) -> list[OneSide]:
        """The sides on which f is defined."""
        return [side for side in (self.left, self.right) if side is not None]


def _judged(found: Findings) -> Local:
    value = None if found.value is None else written(found.value)
    continuous = _continuous(found)
    differentiable = _differentiable(found, continuous)
    kind = _kind(found, continuous, differentiable)
    return Local(
        found.point, found.defined, value, found.left, found.right,
        continuous, differentiable, kind,
    )  # fmt: skip


def _continuous(found: Findings) -> bool | None:
    if found.value is None:
        return found.defined and None
    agreed = [_agree(side.limit, Limit("finite", found.value)) for side in found.sides]
    return False if False in agreed else None if None in agreed else True


def _differentiable(found: Findings, continuous: bool | None) -> bool | None:
    if found.defined is False or continuous is False or len(found.sides) < 2:
        return False
    left, right = (side.derivative for side in found.sides)
    if {left.kind, right.kind} & {"infinite", "none"}:
        return False
    return _agree(left, right) if found.defined else None


def _agree(a: Limit, b: Limit) -> bool | None:
    """Whether both are finite and equal."""
    if {a.kind, b.kind} & {"infinite", "none"}:
        return False
    if a.number is None or b.number is None:
        return None
    try:
        return is_nothing(a.number - b.number)
    except Undecided:
        return None


def _kind(found: Findings, continuous: bool | None, differentiable: bool | None) -> Kind:
    if found.defined is False:
        return "outside-domain"
    if continuous is False:
        return _break(found)
    if differentiable:
        return "smooth"
    if differentiable is None or found.defined is None:
        return "undecided"
    if len(found.sides) < 2:
        return "end-of-domain"
    slopes = [side.derivative.kind for side in found.sides]
    if "none" in slopes:
        return "oscillation"
    tangent = set(slopes) <= {"infinite", "undecided"}
    return "vertical-tangent" if tangent else "kink"


def _break(found: Findings) -> Kind:
    """How continuity fails: a jump has two finite limits or a value of its own at an end."""
    limits = [side.limit for side in found.sides]
    if any(limit.kind == "none" for limit in limits):
        return "oscillation"
    if any(limit.kind == "infinite" for limit in limits):
        return "discontinuity"
    if len(limits) == 2 and _agree(*limits):
        return "discontinuity"
    return "jump"
