"""A function at the zeros of a wave: there it is one of two functions without waves."""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.field import is_zero
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.limits.far_forms import normalised
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


def meet_nowhere(one: Wave, other: Wave) -> Tree | None:
    """A function that is zero where both waves may vanish at once; None for other phases."""
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
