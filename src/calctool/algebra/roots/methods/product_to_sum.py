"""sin(x)*sin(1 - x) as a sum of waves about one place: (cos(2*x - 1) - cos(1))/2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations_with_replacement

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, multiplied
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.power import quotient
from calctool.algebra.real.ring import Real, Undecided, total
from calctool.algebra.real.sign import sign
from calctool.algebra.real.writing import written
from calctool.algebra.roots.functions.analytic import derivative
from calctool.notation.tree import (
    PI,
    ZERO,
    Call,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
)
from calctool.notation.walk import substitute

HALF = Fraction(1, 2)


class _Wave(Struct, frozen=True):
    """size*cos(rate*x + offset); the rate is positive, or 0 for a constant."""

    size: Real
    rate: Real
    offset: Real

    def tree(self, name: str) -> Tree:
        angle = added((multiplied((written(self.rate), Name(name))), written(self.offset)))
        return multiplied((written(self.size), Call("cos", (angle,))))


def about_one_place(tree: Tree, name: str) -> Tree | None:
    """A polynomial in sines and cosines of linear angles as a sum of waves that are all even or odd
    about one place, one of each speed: cos(u) + cos(v) = 2*cos((u - v)/2)*cos((u + v)/2).

    None where there is no such place; Undecided for other functions, and for too many waves.
    """
    waves = _about_one_place(_read(tree, name))
    return None if waves is None else added(wave.tree(name) for wave in waves)


def _read(tree: Tree, name: str) -> list[_Wave]:
    if name not in tree.names:
        return [_constant(tree)]
    match tree:
        case Sum(terms):
            return _collected(wave for term in terms for wave in _read(term, name))
        case Negative(inner):
            return [_Wave(-w.size, w.rate, w.offset) for w in _read(inner, name)]
        case Product(factors):
            return _product([_read(factor, name) for factor in factors])
        case Quotient(top, bottom) if name not in bottom.names:
            return _product([_read(top, name), [_constant(Quotient(Number(Fraction(1)), bottom))]])
        case Power(base, Number(exponent)) if exponent.denominator == 1 and exponent > 0:
            if exponent > budget.WAVE_MULTIPLE:
                raise Undecided
            return _product([_read(base, name)] * int(exponent))
        case Call("cos" | "sin" as kind, (angle,)):
            return [_wave(kind, angle, name)]
    raise Undecided


def _quarter() -> Real:
    return constant_value(PI).times(HALF)


def _constant(tree: Tree) -> _Wave:
    return _Wave(constant_value(tree), Real({}), Real({}))


def _wave(kind: str, angle: Tree, name: str) -> _Wave:
    slope = derivative(angle, name)
    if name in slope.names:
        raise Undecided
    offset = constant_value(substitute(angle, {name: ZERO}))
    turned = offset if kind == "cos" else offset - _quarter()
    return _upward(Real.of(1), constant_value(slope), turned)


def _upward(size: Real, rate: Real, offset: Real) -> _Wave:
    """With a speed that is not negative; the cosine of a constant is a constant."""
    side = sign(rate)
    if side < 0:
        rate, offset = -rate, -offset
    if side:
        return _Wave(size, rate, offset)
    return _Wave(size * constant_value(Call("cos", (written(offset),))), Real({}), Real({}))


def _product(factors: Iterable[list[_Wave]]) -> list[_Wave]:
    made = [_Wave(Real.of(1), Real({}), Real({}))]
    for each in factors:
        made = _collected(wave for one in made for other in each for wave in _times(one, other))
    return made


def _times(one: _Wave, other: _Wave) -> Iterator[_Wave]:
    """cos(u)*cos(v) = (cos(u + v) + cos(u - v))/2"""
    size = one.size * other.size
    if not one.rate.parts or not other.rate.parts:
        yield _Wave(size, one.rate + other.rate, one.offset + other.offset)
        return
    half = size.times(HALF)
    yield _upward(half, one.rate + other.rate, one.offset + other.offset)
    yield _upward(half, one.rate - other.rate, one.offset - other.offset)


def _collected(waves: Iterable[_Wave]) -> list[_Wave]:
    """Those of one angle, or of angles half turns apart, together."""
    found: dict[tuple[Real, Real], list[Real]] = {}
    for wave in waves:
        offset, side = _within_half_turn(wave.offset)
        found.setdefault((wave.rate, offset), []).append(wave.size.times(Fraction(side)))
        if len(found) > budget.WAVE_TERMS:
            raise Undecided
    sizes = {key: total(each) for key, each in found.items()}
    return [_Wave(size, *key) for key, size in sizes.items() if size.parts]


def _within_half_turn(offset: Real) -> tuple[Real, int]:
    """Less half turns, and what these make of the cosine; the part in pi is from 0 to below pi."""
    (pi,) = constant_value(PI).parts
    turns = offset.parts.get(pi, Fraction(0)).__floor__()
    return offset - Real({pi: Fraction(turns)}) if turns else offset, -1 if turns % 2 else 1


# --- about one place ----------------------------------------------------------------------------


def _about_one_place(waves: list[_Wave]) -> list[_Wave] | None:
    """All waves as multiples of cos(rate*(x + c)) and sin(rate*(x + c)); None for no c."""
    speeds = list(dict.fromkeys(wave.rate for wave in waves if wave.rate.parts))
    groups = [[wave for wave in waves if wave.rate == rate] for rate in speeds]
    still = [wave for wave in waves if not wave.rate.parts]
    for shift in dict.fromkeys(_places(groups[0])) if groups else ():
        found = [_even_or_odd(group, shift) for group in groups]
        if all(found):
            return [*still, *(wave for wave in found if wave is not None and wave.size.parts)]
    return None


def _places(group: list[_Wave]) -> Iterator[Real]:
    """The middles of one wave, and of two."""
    for one, other in combinations_with_replacement(group, 2):
        yield quotient((one.offset + other.offset).times(HALF), one.rate)


def _even_or_odd(group: list[_Wave], shift: Real) -> _Wave | None:
    """The waves of one speed as one, where their sum is even or odd about x = -shift."""
    rate = group[0].rate
    for kind, turn in (("sin", Real({})), ("cos", -_quarter())):
        parts = (_part(wave, shift, kind) for wave in group)
        if not sign(total(parts)):
            other = "cos" if kind == "sin" else "sin"
            size = total(_part(wave, shift, other) for wave in group)
            size = size if kind == "sin" else -size
            return _Wave(size if sign(size) else Real({}), rate, rate * shift + turn)
    return None


def _part(wave: _Wave, shift: Real, kind: str) -> Real:
    apart = wave.offset - wave.rate * shift
    return wave.size * constant_value(Call(kind, (written(apart),)))
