"""Bounds of a sum of waves far out, and whether it comes near them again and again.

Waves whose phases are polynomials come together if no sum of whole multiples of the phases, not
all of them 0, is a constant: for any e > 0 there are x, as large as wanted, at which all of the
waves are more than 1 - e (Kronecker for linear phases; Weyl's criterion, as exp(i*p(x)) has the
mean 0 for any polynomial p that is no constant).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import factorial

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Monomial, Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.algebra.roots.waves.reading import as_sum
from calctool.algebra.roots.waves.theorems.known import Known
from calctool.algebra.roots.waves.wave import Wave
from calctool.notation.tree import ONE, PI, TWO, ZERO, Name, Number, Tree, number, rational
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


def bounds_by_slope(search: Effort, f: Tree, place: Fraction) -> Bounds:
    """By the limit of f and its slope, a sum of waves, as of the sine integral.

    If w/u' falls to 0 in size, the integral of w*sin(u) or w*cos(u) over [x, oo) is at most
    2*|w/u'| at x, by the second mean value theorem. Undecided for other functions.
    """
    name = search.name
    slope, limit = as_sum(derivative(f, name), name), limit_at(f, name, None, -1)
    if slope is None or rational(slope.base) != 0 or limit.value is None:
        raise Undecided
    heights = []
    for each in slope.plain:
        for w in (each.sine, each.cosine):
            known = Known(search, each)
            place, size = known.absolute(divided(w, known.slope(each.phase)), place)
            if size == ZERO:
                continue
            place, sign = known.beyond(known.slope(size), place)
            end = limit_at(size, name, None, -1)
            if sign >= 0 or end.kind != "finite" or rational(end.value or ONE) != 0:
                raise Undecided
            heights.append(multiplied((TWO, size)))
    return Bounds(limit.value, normalised(added(heights)), place, meet=True)


def _meet(wave: Wave, name: str) -> bool:
    if len(wave.plain) == 1:
        return limit_at(wave.phase, name, None, -1).kind == "infinite"
    known = [Known(Effort(name, (Fraction(0), Fraction(1))), each) for each in wave.plain]
    try:
        phases = [_polynomial(each.wave.phase, name) for each in known]
        if all(each.is_steady(each.turning) for each in known):
            phases = [_polynomial(multiplied((each.turning, Name(name))), name) for each in known]
    except (Undecided, Undefined):
        return False
    return are_independent(phases)


_Coefficients = Mapping[tuple[int, Monomial], Fraction]
"""Of a power of the name and a product of roots of primes and powers of pi."""


def _polynomial(tree: Tree, name: str) -> _Coefficients:
    """Without the constant term; Undecided for other functions and constants."""
    found: dict[tuple[int, Monomial], Fraction] = {}
    for n in range(1, budget.WAVE_DEGREE + 1):
        tree = normalised(derivative(tree, name))
        value = constant_value(normalised(substitute(tree, {name: ZERO})))
        if not all(map(_is_plain, value.parts)):
            raise Undecided
        found |= {(n, part): c / factorial(n) for part, c in value.parts.items()}
        if name not in tree.names:
            return found
    raise Undecided


def are_independent(vectors: Sequence[_Coefficients]) -> bool:
    """Whether no sum of rational multiples, not all of them 0, is nothing.

    Products of roots of primes and powers of pi are independent over the rational numbers.
    """
    rows = [dict(each) for each in vectors]
    while rows:
        first = rows.pop()
        if not first:
            return False
        part, c = next(iter(first.items()))
        rows = [_without(row, first, row.get(part, Fraction(0)) / c) for row in rows]
    return True


def _is_plain(part: Monomial) -> bool:
    return all(isinstance(atom, Number) or atom == PI for atom, _ in part)


def _without(row: _Coefficients, first: _Coefficients, times: Fraction) -> _Row:
    parts = {each: row.get(each, Fraction(0)) - times * n for each, n in first.items()}
    return {each: n for each, n in {**row, **parts}.items() if n}


_Row = dict[tuple[int, Monomial], Fraction]


class Meeting(Struct, frozen=True):
    """The infimum and the supremum of a sum of waves that meet, on any half line.

    `at_zero` says of each whether it is reached at 0, else it is reached nowhere; None where that
    is not known.
    """

    ends: tuple[Tree, Tree]
    at_zero: tuple[bool | None, bool | None]


def meeting(f: Tree, name: str) -> Meeting | None:
    """Of several waves with constant coefficients; None for other functions."""
    wave = as_sum(f, name)
    if wave is None or len(wave.plain) < 2 or not _meet(wave, name):
        return None
    known = [Known(Effort(name, (Fraction(0), Fraction(1))), each) for each in wave.plain]
    sizes = [each.amplitude for each in known]
    if any(name in size.names for size in (wave.base, *sizes)):
        return None
    height = added(size if constant_sign(size) > 0 else negated(size) for size in sizes)
    low, high = (normalised(added((wave.base, side))) for side in (negated(height), height))
    return Meeting((low, high), (_meet_at_zero(wave, name, -1), _meet_at_zero(wave, name, 1)))


def _meet_at_zero(wave: Wave, name: str, turn: int) -> bool | None:
    """Whether waves that meet have their crests (turn 1) or their troughs (-1) together at 0, else
    nowhere; None where that is not known.

    A crest of sin(c*x^n) or cos(c*x^n) lies where c*x^n is r*pi with rational r. At the same x
    other than 0, two of them would make c/d rational, or a power of pi algebraic.
    """
    degrees, parts = set(), set()
    for each in wave.plain:
        turned = substitute(each.phase, {name: ZERO})
        if rational(normalised(turned)) != 0 or ZERO not in (each.sine, each.cosine):
            return None
        coefficients = _polynomial(each.phase, name)
        degrees.add(frozenset(n for n, _ in coefficients))
        parts |= {part for _, part in coefficients}
    if any(len(each) > 1 for each in degrees):
        return None
    if len(degrees) > 1 and any(atom == PI for part in parts for atom, _ in part):
        return None
    if any(each.cosine == ZERO for each in wave.plain):
        return False
    return {constant_sign(each.cosine) for each in wave.plain} == {turn}
