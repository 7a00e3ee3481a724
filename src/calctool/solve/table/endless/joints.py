"""What f does at all points of a row at which it switches, by functions without waves."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.ball.over import over
from calctool.algebra.build import added, divided, negated, raised
from calctool.algebra.field import is_zero
from calctool.algebra.local.switches import Switch
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.waves.branches import on_zeros
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.circles import COSINE, SINE, on_circle
from calctool.algebra.roots.waves.tails import sign_beyond
from calctool.notation.tree import ONE, Call, Name, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.table.endless.told import Sides
from calctool.solve.variation import Kind

_NEVER_JUMP = ("kink", "root", "end")


def sort_of(search: Effort, row: Cells, switching: Sequence[Switch], sides: Sides) -> Kind | None:
    """What all points of the row are that have these formulas beside them; None where f has a
    derivative there, which is not 0. Undecided where that is not the same for all."""
    if any(switch.kind not in _NEVER_JUMP for switch in switching):
        raise Undecided
    if all(_is_steep(search, row, each.slope) for each in sides):
        return "vertical-tangent"
    left, right = (_along(search, row, each.slope) for each in sides)
    apart = [added((a, negated(b))) for a, b in zip(left, right, strict=True)]
    if all(is_zero(each) is True for each in apart):
        for each in left:
            if is_zero(each) is not True:
                _one_sign(search, row, each)
        return "stationary" if all(is_zero(each) is True for each in left) else None
    for each in apart:
        _one_sign(search, row, each)
    return "kink"


def _one_sign(search: Effort, row: Cells, tree: Tree) -> None:
    """Undecided where a function without waves may be zero at a point of the row."""
    first = row.far(row.reach[0] or 0)
    if sign_beyond(search, tree, min(first.low, row.beyond))[0] > first.low:
        raise Undecided


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
        return all(is_zero(each) is True for each in _along(search, row, tree))
    except Undecided:
        return False


def _along(search: Effort, row: Cells, tree: Tree) -> tuple[Tree, Tree]:
    """The two functions that it is at the points, of t; Undecided where it has no value there."""
    seen = substitute(tree, {search.name: row.picture.of(Name(search.name))})
    found = on_zeros(seen, search.name, row.wave)
    for each in found:
        if over(each, search.name, row.beyond + 1, row.beyond + 1) is None:
            raise Undecided
    return found
