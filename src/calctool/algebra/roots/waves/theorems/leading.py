"""One wave that outweighs all that is added to it: one zero in each half turn of its own.

With A = sqrt(N) and theta = u + phi as in `patterns`, the function is A*(sin(theta) + h), where
h = r + sum of rho_i*sin(psi_i) with r = R/A and the rho_i = A_i/A. Let theta' > 0 and

    |r'| + theta'*|r| + sum of (|rho_i'| + |rho_i|*max(|psi_i'|, theta')) < theta'

on [X, oo). Then h'^2 + theta'^2*h^2 < theta'^2, as sqrt((h')^2 + (theta'*h)^2) is at most the sum
of what each term of h gives. So |h| < 1, and at a zero, where sin(theta) = -h, |h'| is less than
theta'*|cos(theta)|: it is simple, and passed in the direction that cos(theta) has there.

- phi constant: at theta = k*pi + pi/2 the function has the sign of sin(theta), and between two
  such places cos(theta) has one sign, so that exactly one zero lies there.
- else let |h| < 1/sqrt(2) and Q^2 >= P^2 (or the other way round): each half turn of u holds one,
  by the last argument in `patterns`.
"""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.roots.limits.far_forms import normalised, simplified
from calctool.algebra.roots.waves.theorems.known import Known, Pattern, Row, Turns, require
from calctool.notation.tree import ONE, TWO, ZERO, Call, Tree


def led(known: Known, turns: Turns, place: Fraction) -> Pattern:
    """The zeros beyond a place; Undecided where the first wave is not proved to lead."""
    size = known.amplitude
    place, speed = known.absolute(known.turning, place)
    require(speed != ZERO)
    place, base = known.absolute(divided(known.wave.base, size), place)
    place, drift = known.absolute(known.slope(base), place)
    heights, parts = [base], [drift, multiplied((speed, base))]
    for other in known.wave.others:
        own = Known(known.search, other)
        place, height = known.absolute(divided(own.amplitude, size), place)
        place, growth = known.absolute(known.slope(height), place)
        place, faster = known.absolute(own.turning, place)
        place, sign = known.beyond(normalised(added((faster, negated(speed)))), place)
        heights.append(height)
        parts += [growth, multiplied((height, faster if sign > 0 else speed))]
    place, sign = known.beyond(normalised(added((speed, negated(added(parts))))), place)
    require(sign > 0)
    p, q = known.wave.sine, known.wave.cosine
    if ZERO not in (p, q) and known.is_steady(divided(p, q)):
        crest = simplified(Call("atan", (normalised(divided(p, q)),)))
        row: Row = (added((turns.angle(_NONE), crest)), added((turns.angle(Fraction(1)), crest)))
        return Pattern(known.wave, (row,), place)
    place, start = _start(known, added(heights), place)
    return Pattern(known.wave, ((turns.angle(start), turns.angle(start + 1)),), place)


_NONE = Fraction(0)


def _start(known: Known, height: Tree, place: Fraction) -> tuple[Fraction, Fraction]:
    """Where the half turn with k = 0 begins, in half turns."""
    p, q = known.wave.sine, known.wave.cosine
    if ZERO in (p, q):
        return place, _NONE if p == ZERO else Fraction(-1, 2)
    place, sign = known.beyond(
        added((ONE, negated(multiplied((TWO, raised(normalised(height), TWO)))))), place
    )
    require(sign > 0)
    place, sign = known.beyond(added((raised(q, TWO), negated(raised(p, TWO)))), place)
    return place, _NONE if sign > 0 else Fraction(-1, 2)
