"""Where the zeros of P*sin(u) + Q*cos(u) + R lie far out: one in each cell, or none.

N = P^2 + Q^2 and phi = arg(P + iQ) give R + sqrt(N)*sin(u + phi), with (u + phi)'*N = W :=
u'*N + P*Q' - Q*P'. All that is asked for are signs of functions without waves.

- R = 0. Let u' > 0 tend to infinity, and let P, Q, W have no zero on [X, oo). Then each cell
  k*pi < u < k*pi + pi/2 beyond X, if PQ < 0, or k*pi - pi/2 < u < k*pi, if PQ > 0, holds exactly
  one zero; it is simple, and there is no other. At the ends of a cell the function is +-Q and
  +-P with opposite signs; in the other quarters P*sin(u) and Q*cos(u) have one sign. phi stays
  in one quadrant and u + phi is monotone, so that in a cell it passes one multiple of pi.
- R^2 > N: no zero.
- Else Q^2 >= P^2 (or the roles of sine and cosine change, and the cells move by pi/2),
  2*R^2 < N and (R'*N - R*N'/2)^2 < W^2*(N - R^2): each half turn k*pi < u < k*pi + pi holds one.
  At its ends R +- Q has the sign of +-Q. At a zero r = R/sqrt(N) is -sin(u + phi), and the third
  condition says |r'| < |((u + phi)')*cos(u + phi)|: zeros are simple, and passed in directions
  that alternate with the parity of the multiple of pi nearest to u + phi. Three zeros would need
  a way of more than 3*pi/2 there, but u moves by less than pi, and phi by at most pi/2.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.waves.phase import Wave
from calctool.algebra.roots.waves.tails import sign_beyond
from calctool.notation.tree import PI, TWO, ZERO, Call, Name, Tree, number, rational

Row = tuple[Tree, Tree]
"""The values of the phase at the ends of the cells, equal ones where they are the zeros."""


class Pattern(Struct, frozen=True):
    """The zeros beyond a place: one for each k in each of the rows, none without rows."""

    kind: Literal["none", "points", "quarters", "halves"]
    rows: tuple[Row, ...]
    beyond: Fraction


def pattern(search: Effort, wave: Wave, integer: str, place: Fraction) -> Pattern:
    """Where the zeros lie beyond a place or a later one; Undecided where no theorem applies."""
    turning, sign = sign_beyond(search, derivative(wave.phase, search.name), place)
    if sign < 0:
        raise Undecided
    turns = multiplied((Name(integer), PI))
    known = _Signs(search, wave)
    if rational(wave.base) == 0:
        return _without_base(known, turns, turning)
    constant = not any(search.name in t.names for t in (wave.sine, wave.cosine, wave.base))
    if constant:
        return _constant(known, turns, turning)
    return _with_base(known, turns, turning)


class _Signs(Struct, frozen=True):
    """The functions of the theorems."""

    search: Effort
    wave: Wave

    def slope(self, tree: Tree) -> Tree:
        name = self.search.name
        return derivative(tree, name) if name in tree.names else ZERO

    def beyond(self, tree: Tree, place: Fraction) -> tuple[Fraction, int]:
        return sign_beyond(self.search, tree, place)

    @property
    def size(self) -> Tree:
        """N"""
        return added((raised(self.wave.sine, TWO), raised(self.wave.cosine, TWO)))

    @property
    def speed(self) -> Tree:
        """W"""
        p, q = self.wave.sine, self.wave.cosine
        return added(
            (
                multiplied((self.slope(self.wave.phase), self.size)),
                multiplied((p, self.slope(q))),
                negated(multiplied((q, self.slope(p)))),
            )
        )


def _without_base(known: _Signs, turns: Tree, place: Fraction) -> Pattern:
    p, q = known.wave.sine, known.wave.cosine
    half = divided(PI, TWO)
    if rational(q) == 0 or rational(p) == 0:
        place, _ = known.beyond(p if rational(q) == 0 else q, place)
        at = turns if rational(q) == 0 else added((turns, half))
        return Pattern("points", ((at, at),), place)
    ratio = divided(q, p)
    if known.search.name not in normalised(ratio).names:
        place, _ = known.beyond(p, place)
        at = added((turns, negated(Call("atan", (normalised(ratio),)))))
        return Pattern("points", ((at, at),), place)
    for each in (p, q, known.speed):
        place, _ = known.beyond(each, place)
    same = known.beyond(p, place)[1] == known.beyond(q, place)[1]
    row = (added((turns, negated(half))), turns) if same else (turns, added((turns, half)))
    return Pattern("quarters", (row,), place)


def _constant(known: _Signs, turns: Tree, place: Fraction) -> Pattern:
    p, q, r = known.wave.sine, known.wave.cosine, known.wave.base
    excess = added((raised(r, TWO), negated(known.size)))
    _, sign = known.beyond(excess, place)
    if sign > 0:
        return Pattern("none", (), place)
    if sign == 0:
        raise Undecided
    whole = multiplied((TWO, turns))
    if rational(p) == 0:
        angle = Call("acos", (normalised(negated(divided(r, q))),))
        rows = (added((whole, angle)), added((whole, negated(angle))))
    elif rational(q) == 0:
        angle = Call("asin", (normalised(negated(divided(r, p))),))
        rows = (added((whole, angle)), added((whole, PI, negated(angle))))
    else:
        length = Call("sqrt", (normalised(known.size),))
        angle = Call("acos", (normalised(negated(divided(r, length))),))
        first = Call("atan2", (p, q))
        rows = (added((whole, first, angle)), added((whole, first, negated(angle))))
    return Pattern("points", tuple((row, row) for row in rows), place)


def _with_base(known: _Signs, turns: Tree, place: Fraction) -> Pattern:
    p, q, r = known.wave.sine, known.wave.cosine, known.wave.base
    size, square = known.size, raised(r, TWO)
    excess = added((square, negated(size)))
    beyond, sign = known.beyond(excess, place)
    if sign > 0:
        return Pattern("none", (), beyond)
    small, sign = known.beyond(added((size, negated(multiplied((TWO, square))))), beyond)
    if sign < 0:
        raise Undecided
    speed, half = known.speed, number(Fraction(1, 2))
    drift = added(
        (
            multiplied((known.slope(r), size)),
            negated(multiplied((half, r, known.slope(size)))),
        )
    )
    across = added((multiplied((raised(speed, TWO), negated(excess))), negated(raised(drift, TWO))))
    place, _ = known.beyond(speed, small)
    place, sign = known.beyond(across, place)
    if sign < 0:
        raise Undecided
    apart = added((raised(q, TWO), negated(raised(p, TWO))))
    cosine_rules = rational(p) == 0
    if not cosine_rules and rational(q) != 0 and rational(normalised(apart)) != 0:
        place, sign = known.beyond(apart, place)
        cosine_rules = sign > 0
    elif rational(q) != 0:
        cosine_rules = True
    start = turns if cosine_rules else added((turns, negated(divided(PI, TWO))))
    return Pattern("halves", ((start, added((start, PI))),), place)
