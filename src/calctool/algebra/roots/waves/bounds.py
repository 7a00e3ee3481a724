"""Bounds of a sum of waves far out, and whether it comes near them again and again.

Waves sin(w_i*x + c_i) whose rates w_i are independent over the rational numbers come together: for
any e > 0 there are x, as large as wanted, at which all of them are more than 1 - e (Kronecker).
"""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from calctool.algebra.build import added, multiplied
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Monomial, Real, Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.algebra.roots.waves.known import Known
from calctool.algebra.roots.waves.reading import as_sum
from calctool.algebra.roots.waves.wave import Wave
from calctool.notation.tree import PI, ZERO, Constant, Number, Tree, number, rational
from calctool.notation.walk import substitute


class Bounds(Struct, frozen=True):
    """`middle` -+ `height`, two functions without waves that f lies between beyond a place.

    Where the waves `meet`, f comes as near to both as wanted, ever farther out.
    """

    middle: Tree
    height: Tree
    beyond: Fraction
    meet: bool

    def bound(self, turn: int, part: Fraction = Fraction(1)) -> Tree:
        """The upper one for `turn` 1, the lower one for -1; or with a part of the height."""
        return normalised(added((self.middle, multiplied((number(turn * part), self.height)))))


def bounds_far(search: Effort, f: Tree, place: Fraction) -> Bounds:
    """Beyond the place or a later one, as the name tends to oo; Undecided for no sum of waves."""
    wave = as_sum(f, search.name)
    if wave is None:
        raise Undecided
    heights = []
    for each in wave.plain:
        place, height = Known(search, each).absolute(Known(search, each).amplitude, place)
        heights.append(height)
    return Bounds(wave.base, normalised(added(heights)), place, _meet(wave, search.name))


def _meet(wave: Wave, name: str) -> bool:
    if len(wave.plain) == 1:
        return limit_at(wave.phase, name, None, -1).kind == "infinite"
    known = [Known(Effort(name, (Fraction(0), Fraction(1))), each) for each in wave.plain]
    if not all(each.is_steady(each.turning) for each in known):
        return False
    try:
        return are_independent([constant_value(each.turning) for each in known])
    except (Undecided, Undefined):
        return False


def are_independent(rates: list[Real]) -> bool:
    """Whether numbers are proved to be linearly independent over the rational numbers.

    By their coefficients of products of roots of primes and powers of pi, which are independent.
    """
    if any(not _is_plain(part) for rate in rates for part in rate.parts):
        return False
    rows = [dict(rate.parts) for rate in rates]
    while rows:
        first = rows.pop()
        if not first:
            return False
        part, c = next(iter(first.items()))
        rows = [_without(row, first, part, c) for row in rows]
    return True


def _is_plain(part: Monomial) -> bool:
    return all(
        isinstance(atom, Number) or (isinstance(atom, Constant) and atom == PI) for atom, _ in part
    )


def _without(
    row: dict[Monomial, Fraction], first: dict[Monomial, Fraction], part: Monomial, c: Fraction
) -> dict[Monomial, Fraction]:
    times = row.get(part, Fraction(0)) / c
    parts = {**row, **{each: row.get(each, Fraction(0)) - times * n for each, n in first.items()}}
    return {each: n for each, n in parts.items() if n}


def meet_at_zero(f: Tree, name: str, turn: int) -> bool | None:
    """Whether waves that `meet` have their crests (turn 1) or their troughs (-1) together at 0,
    else nowhere; None where that is not known.

    A crest of sin(w*x) or cos(w*x) lies where w*x is r*pi with rational r. If two of them were
    at the same x other than 0, the rates would have a rational ratio.
    """
    wave = as_sum(f, name)
    if wave is None or len(wave.plain) < 2:
        return None
    for each in wave.plain:
        turned = substitute(each.phase, {name: ZERO})
        if rational(normalised(turned)) != 0 or ZERO not in (each.sine, each.cosine):
            return None
    if any(each.cosine == ZERO for each in wave.plain):
        return False
    return {constant_sign(each.cosine) for each in wave.plain} == {turn}
