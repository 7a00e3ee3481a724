"""Where the zeros of P*sin(u) + Q*cos(u) + R lie far out: one in each cell, or none.

N = P^2 + Q^2 and phi = arg(P + iQ) give R + sqrt(N)*sin(u + phi), with (u + phi)'*N = W :=
u'*N + P*Q' - Q*P'. All that is asked for are signs of functions without waves.

- R = 0. Let u' > 0 tend to infinity, and let P, Q, W have no zero on [X, oo). Then each cell
  k*pi < u < k*pi + pi/2 beyond X, if PQ < 0, or k*pi - pi/2 < u < k*pi, if PQ > 0, holds exactly
  one zero; it is simple, and there is no other. At the ends of a cell the function is +-Q and
  +-P with opposite signs; in the other quarters P*sin(u) and Q*cos(u) have one sign. phi stays
  in one quadrant and u + phi is monotone, so that in a cell it passes one multiple of pi.
  Without the sign of P each half turn k*pi < u < k*pi + pi holds one: at its ends are +Q and -Q,
  zeros are simple, and u + phi moves by less than 2*pi, as phi stays in a half turn.
- R^2 > N, or |R| > A with A the sum of sqrt(N) over waves of any phases: no zero.
- Else Q^2 >= P^2 (or the roles of sine and cosine change, and the cells move by pi/2),
  2*R^2 < N and (R'*N - R*N'/2)^2 < W^2*(N - R^2): each half turn k*pi < u < k*pi + pi holds one.
  At its ends R +- Q has the sign of +-Q. At a zero r = R/sqrt(N) is -sin(u + phi), and the third
  condition says |r'| < |((u + phi)')*cos(u + phi)|: zeros are simple, and passed in directions
  that alternate with the parity of the multiple of pi nearest to u + phi. Three zeros would need
  a way of more than 3*pi/2 there, but u moves by less than pi, and phi by at most pi/2.
"""

from __future__ import annotations

from fractions import Fraction

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball.over import over
from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.limits.far_forms import normalised, simplified
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.waves.circles import as_phase
from calctool.algebra.roots.waves.theorems.known import Known, Pattern, Turns, require
from calctool.algebra.roots.waves.theorems.leading import led
from calctool.algebra.roots.waves.theorems.shapes import shaped
from calctool.algebra.roots.waves.wave import Wave
from calctool.notation.tree import PI, TWO, Call, Tree, number, rational


def pattern(search: Effort, wave: Wave, integer: str, place: Fraction) -> Pattern:
    """Where the zeros lie beyond a place or a later one; Undecided where no theorem applies.

    Where zeros without end are of no use, they are not looked for.
    """
    turns = Turns(integer)
    for each in wave.arrangements if search.endless else ():
        try:
            known = Known(search, _rising(each, search.name))
            turning, sign = known.beyond(known.slope(known.wave.phase), place)
            require(sign > 0)
        except Undecided:
            continue
        for theorem in (led, shaped) if wave.others else (_alone, led, shaped):
            try:
                return replace(theorem(known, turns, turning), rises=turning)
            except Undecided:
                continue
    return _outweighed(Known(search, wave), place)


def _outweighed(known: Known, place: Fraction) -> Pattern:
    if not known.wave.others:
        place, sign = known.beyond(known.excess, place)
        require(sign > 0)
        return Pattern(known.wave, (), place)
    place, rest = known.absolute(known.wave.base, place)
    for each in known.wave.plain:
        place, height = known.absolute(Known(known.search, each).amplitude, place)
        rest = added((rest, negated(height)))
    place, sign = known.beyond(normalised(rest), place)
    require(sign > 0)
    return Pattern(known.wave, (), place)


def _rising(wave: Wave, name: str) -> Wave:
    """With a phase that grows without end."""
    limit = limit_at(wave.phase, name, None, -1)
    require(limit.kind == "infinite")
    if limit.sign > 0:
        return wave
    return replace(wave, sine=negated(wave.sine), phase=as_phase(negated(wave.phase), name))


def _alone(known: Known, turns: Turns, place: Fraction) -> Pattern:
    if rational(known.wave.base) == 0:
        return _without_base(known, turns, place)
    constant = all(map(known.is_steady, (known.wave.sine, known.wave.cosine, known.wave.base)))
    return (_constant if constant else _with_base)(known, turns, place)


def _without_base(known: Known, turns: Turns, place: Fraction) -> Pattern:
    p, q = known.wave.sine, known.wave.cosine
    half = Fraction(1, 2)
    if rational(q) == 0 or rational(p) == 0:
        place, _ = known.beyond(p if rational(q) == 0 else q, place)
        at = turns.angle(Fraction(0) if rational(q) == 0 else half)
        return Pattern(known.wave, ((at, at),), place)
    ratio = divided(q, p)
    if known.is_steady(ratio):
        place, _ = known.beyond(p, place)
        angle = simplified(Call("atan", (normalised(ratio),)))
        at = added((turns.angle(Fraction(0)), negated(angle)))
        return Pattern(known.wave, ((at, at),), place)
    for each in (known.speed, q):
        place, _ = known.beyond(each, place)
    half_turn = Pattern(known.wave, ((turns.angle(Fraction(0)), turns.angle(Fraction(1))),), place)
    try:
        place, _ = known.beyond(p, place)
    except Undecided:
        return half_turn
    if _is_late(known, half_turn.beyond, place):
        return half_turn
    same = known.beyond(p, place)[1] == known.beyond(q, place)[1]
    start = -half if same else Fraction(0)
    return Pattern(known.wave, ((turns.angle(start), turns.angle(start + half)),), place)


def _is_late(known: Known, early: Fraction, late: Fraction) -> bool:
    """Whether many half turns lie between the places."""
    low, high = (over(known.wave.phase, known.search.name, at, at) for at in (early, late))
    return low is None or high is None or high[0] - low[1] > 3 * budget.ROW_LATE


def _constant(known: Known, turns: Turns, place: Fraction) -> Pattern:
    p, q, r = known.wave.sine, known.wave.cosine, known.wave.base
    _, sign = known.beyond(known.excess, place)
    if sign > 0:
        return Pattern(known.wave, (), place)
    if sign == 0:
        raise Undecided
    whole = turns.angle(Fraction(0), Fraction(2))
    if rational(p) == 0:
        angle = _angle("acos", negated(divided(r, q)))
        rows = (added((whole, angle)), added((whole, negated(angle))))
    elif rational(q) == 0:
        angle = _angle("asin", negated(divided(r, p)))
        rows = (added((whole, angle)), added((whole, PI, negated(angle))))
    else:
        length = Call("sqrt", (normalised(known.size),))
        angle = _angle("acos", negated(divided(r, length)))
        first = simplified(Call("atan2", (p, q)))
        rows = (added((whole, first, angle)), added((whole, first, negated(angle))))
    return Pattern(known.wave, tuple((row, row) for row in rows), place, Fraction(2))


def _angle(function: str, value: Tree) -> Tree:
    """A part of pi where it is one."""
    return simplified(Call(function, (normalised(value),)))


def _with_base(known: Known, turns: Turns, place: Fraction) -> Pattern:
    p, q, r = known.wave.sine, known.wave.cosine, known.wave.base
    size, square = known.size, raised(r, TWO)
    beyond, sign = known.beyond(known.excess, place)
    if sign > 0:
        return Pattern(known.wave, (), beyond)
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
    across = negated(added((multiplied((raised(speed, TWO), known.excess)), raised(drift, TWO))))
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
    start = Fraction(0) if cosine_rules else Fraction(-1, 2)
    return Pattern(known.wave, ((turns.angle(start), turns.angle(start + 1)),), place)
