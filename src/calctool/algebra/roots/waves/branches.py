"""A function at the zeros of a wave: there it is one of two functions without waves."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calctool import budget
from calctool.algebra.ball.over import over
from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.field import is_zero
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.circles import COSINE, SINE, has_waves, multiple, on_circle
from calctool.algebra.roots.waves.wave import Wave
from calctool.notation.tree import ONE, TWO, ZERO, Call, Tree, rational
from calctool.notation.walk import substitute

Sides = tuple[tuple[Tree, Tree], tuple[Tree, Tree]]
"""sin and cos of the phase at the zeros, in two ways that alternate."""


def on_zeros(f: Tree, name: str, wave: Wave) -> tuple[Tree, Tree]:
    """What f is at the zeros of the wave, sign of the cosine of u + phi + or -.

    Undecided where f has waves of another phase, or of a part of this one.
    """
    if not has_waves(f, name):
        return f, f
    read = None if wave.others else on_circle(f, name)
    if read is None:
        raise Undecided
    phase, inner = read
    ratio = rational(normalised(divided(phase, wave.phase)))
    if ratio is None or ratio.denominator != 1:
        raise Undecided
    times = {SINE: multiple("sin", int(ratio)), COSINE: multiple("cos", int(ratio))}
    inner = substitute(inner, times)
    first, second = (
        normalised(substitute(inner, {SINE: sine, COSINE: cosine})) for sine, cosine in _at(wave)
    )
    return first, second


def side_at(row: Cells, k: int) -> int:
    """On which of the two sides of its wave the k-th member lies; Undecided where it is not seen.

    They are two places on the circle: their sines differ, or their cosines do.
    """
    at = row.far(k).refined(budget.TABLE_BITS)
    here, *sides = (
        [over(tree, row.name, *at, bits=budget.TABLE_BITS) for tree in pair]
        for pair in (_on_circle(row.wave.phase), *_at(row.wave))
    )
    near = [
        place for place, side in enumerate(sides)
        if all(a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])
               for a, b in zip(side, here, strict=True))
    ]  # fmt: skip
    if len(near) != 1:
        raise Undecided
    return near[0]


def _on_circle(phase: Tree) -> tuple[Tree, Tree]:
    return Call("sin", (phase,)), Call("cos", (phase,))


def _at(wave: Wave) -> Sides:
    p, q, r = wave.sine, wave.cosine, wave.base
    if rational(r) == 0:
        sine, cosine = _direction(p, q)
        return (negated(cosine), sine), (cosine, negated(sine))
    size = added((raised(p, TWO), raised(q, TWO)))
    rest = Call("sqrt", (normalised(added((size, negated(raised(r, TWO))))),))
    ways = []
    for sign in (ONE, negated(ONE)):
        across = multiplied((sign, rest))
        sine = divided(added((negated(multiplied((r, p))), negated(multiplied((across, q))))), size)
        cosine = divided(added((negated(multiplied((r, q))), multiplied((across, p)))), size)
        ways.append((sine, cosine))
    return ways[0], ways[1]


def _direction(p: Tree, q: Tree) -> tuple[Tree, Tree]:
    """(P, Q)/sqrt(N), up to the sign."""
    if rational(q) == 0:
        return ONE, ZERO
    if rational(p) == 0:
        return ZERO, ONE
    length = Call("sqrt", (normalised(added((raised(p, TWO), raised(q, TWO)))),))
    return divided(p, length), divided(q, length)


def both_zero(name: str, one: Wave, other: Wave) -> Iterator[Tree]:
    """Functions without waves: one of them is zero where both waves may vanish at once."""
    common = _both_zero_of_one_phase(one, other)
    if common is not None:
        yield common
        return
    for wave, seen in ((one, other), (other, one)):
        try:
            yield from map(normalised, on_zeros(seen.tree, name, wave))
        except Undecided:
            continue
        return
    raise Undecided


def _both_zero_of_one_phase(one: Wave, other: Wave) -> Tree | None:
    if one.others or other.others or is_zero(added((one.phase, negated(other.phase)))) is not True:
        return None
    (p, q, r), (a, b, c) = ((wave.sine, wave.cosine, wave.base) for wave in (one, other))
    across, first, second = (
        added((multiplied((u, z)), negated(multiplied((v, w)))))
        for u, v, w, z in ((p, q, a, b), (q, r, b, c), (p, r, a, c))
    )
    if rational(r) == rational(c) == Fraction(0):
        return across
    squares = [raised(each, TWO) for each in (across, first, second)]
    return added((squares[0], negated(squares[1]), negated(squares[2])))
