"""What f does at all points of a row at which it switches, by functions without waves."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from calctool.algebra.ball.over import over
from calctool.algebra.build import added, divided, negated, raised
from calctool.algebra.field import is_zero
from calctool.algebra.local.switches import Switch
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.branches import resolved_at
from calctool.algebra.roots.functions.curve import vanishes_with
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.waves.branches import on_zeros
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.circles import COSINE, SINE, on_circle
from calctool.algebra.roots.waves.tails import sign_beyond
from calctool.notation.tree import ONE, Call, Name, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.table.endless.envelopes import along
from calctool.solve.table.endless.told import Sides
from calctool.solve.table.line.pieces import Function
from calctool.solve.variation import Kind

_NEVER_JUMP = ("kink", "root", "end")


class Joint(Struct, frozen=True):
    """What f does there; `sort` is None where it has a derivative, which is not 0.

    Where f is not continuous, `above` says whether its limits before and behind, in the order of
    t, are above (1) its value or below, and `value` is the formula that holds at the points.
    """

    sort: Kind | None
    above: tuple[int, int] = (0, 0)
    value: Tree | None = None


def joint_of(
    search: Effort,
    function: Function,
    row: Cells,
    switching: Sequence[Switch],
    remainder: int,
    sides: Sides,
) -> Joint:
    """At those points of a row, for k with a remainder by 2, that have these formulas beside
    them. Undecided where it is not the same for all."""
    if any(switch.kind not in _NEVER_JUMP for switch in switching):
        at = row.member(_beyond(row, remainder))
        value = resolved_at(function.f, function.name, at, lambda u: _is_zero_on(search, row, u))
        found = broken(search, row, remainder, (value, sides[0].f, sides[1].f))
        if found.sort is not None:
            return found
    return Joint(_sort(search, row, remainder, sides))


def _beyond(row: Cells, remainder: int) -> int:
    k = row.reach[0] or 0
    while row.far(k).low <= row.beyond or k % 2 != remainder:
        k += 1
    return k


def _is_zero_on(search: Effort, row: Cells, tree: Tree) -> bool:
    seen = _seen(search, row, tree)
    if not seen.names:
        return False
    if vanishes_with(seen, row.wave.tree):
        return True
    return all(is_zero(each) is True for each in on_zeros(seen, search.name, row.wave))


def broken(search: Effort, row: Cells, remainder: int, formulas: tuple[Tree, Tree, Tree]) -> Joint:
    """A jump, by the formulas of the value and of both limits; no sort where all are the same."""
    value, *limits = (along(search, _seen(search, row, each), row, remainder) for each in formulas)
    above = [_sign(search, row, added((limit, negated(value)))) for limit in limits]
    if above == [0, 0]:
        return Joint(None)
    apart = _sign(search, row, added((limits[0], negated(limits[1]))))
    return Joint("jump" if apart else "discontinuity", (above[0], above[1]), formulas[0])


def kind_of(joint: Joint, signs: tuple[int, int], *, falls: bool) -> str:
    """By the jumps, and where there are none by the signs of f' before and behind, 0 where it is
    0 throughout."""
    (before, behind), (first, second) = joint.above, signs
    if falls:
        (before, behind), (first, second) = (behind, before), (second, first)
    near = {before or -first, behind or second}
    if near == {0} or near >= {1, -1}:
        return "neither"
    return "local-maximum" if 1 not in near else "local-minimum"


def _sort(search: Effort, row: Cells, remainder: int, sides: Sides) -> Kind | None:
    if all(_is_steep(search, row, each.slope) for each in sides):
        return "vertical-tangent"
    left, right = (_known(search, row, remainder, each.slope) for each in sides)
    if _sign(search, row, added((left, negated(right)))):
        return "kink"
    return None if _sign(search, row, left) else "stationary"


def _sign(search: Effort, row: Cells, tree: Tree) -> int:
    """Of a function without waves, at all points of the row; Undecided where it may change."""
    if is_zero(tree) is True:
        return 0
    first = row.far(row.reach[0] or 0)
    beyond, sign = sign_beyond(search, tree, min(first.low, row.beyond))
    if beyond > first.low:
        raise Undecided
    return sign


def _is_steep(search: Effort, row: Cells, slope: Tree) -> bool:
    """Whether f' is infinite at all points: a power of 1/f' has the value 0 there."""
    read = on_circle(slope, search.name)
    if read is None:
        return False
    phase, inner = read
    waves: dict[str, Tree] = {SINE: Call("sin", (phase,)), COSINE: Call("cos", (phase,))}
    # In free names a factor cancels that sin^2 = 1 - cos^2 would hide.
    powers = (normalised(raised(divided(ONE, inner), number(n))) for n in _POWERS)
    return any(_vanishes(search, row, substitute(each, waves)) for each in powers)


_POWERS = (1, 2, 3, 6)
"""Those that take away square and cube roots."""


def _vanishes(search: Effort, row: Cells, tree: Tree) -> bool:
    try:
        sides = on_zeros(_seen(search, row, tree), search.name, row.wave)
        return all(is_zero(_defined(search, row, each)) is True for each in sides)
    except Undecided:
        return False


def _known(search: Effort, row: Cells, remainder: int, tree: Tree) -> Tree:
    """The function of t that it is at the points; Undecided where it has no value there."""
    return _defined(search, row, along(search, _seen(search, row, tree), row, remainder))


def _defined(search: Effort, row: Cells, tree: Tree) -> Tree:
    if over(tree, search.name, row.beyond + 1, row.beyond + 1) is None:
        raise Undecided
    return tree


def _seen(search: Effort, row: Cells, tree: Tree) -> Tree:
    return substitute(tree, {search.name: row.picture.of(Name(search.name))})
