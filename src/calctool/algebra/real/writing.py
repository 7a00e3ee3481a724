"""An exact constant as a tree, the way it is written by hand: (1 - sqrt(5))/2, 2*pi/3."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import lcm

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.real.ring import UNIT, Atom, Monomial, Real
from calctool.notation.tree import ONE, PI, Call, E, Number, Power, Tree, number


@lru_cache(maxsize=budget.CONSTANTS_KEPT)
def written(value: Real) -> Tree:
    """An exact constant as a tree, in the order and with the signs of a textbook."""
    if value.rational is not None:
        return number(value.rational)
    value = _with_arccosine(value)
    if len(value.parts) == 1:
        ((part, coefficient),) = value.parts.items()
        return _term(part, coefficient)
    bottom = lcm(*(c.denominator for c in value.parts.values()))
    shared = _shared_exponential(value)
    if (bottom != 1 or shared) and all(c < 0 for c in value.parts.values()):
        return negated(written(-value))
    if shared:
        rest = Real({part - shared: c for part, c in value.parts.items()})
        return multiplied((written(rest), _term(shared, Fraction(1))))
    terms = [_term(part, c * bottom) for part, c in _ordered(value)]
    return divided(added(terms), number(bottom))


def _with_arccosine(value: Real) -> Real:
    """pi - acos(1/3) for pi/2 + asin(1/3)."""
    turn = value.parts.get(_PI_ONCE, Fraction(0))
    arcs = [part for part, c in value.parts.items() if abs(c) == 1 and _is_arcsine(part)]
    if turn.denominator != 2 or len(arcs) != 1:
        return value
    ((atom, _),) = arcs[0]
    assert isinstance(atom, Call)  # noqa: S101
    parts = {part: c for part, c in value.parts.items() if part not in (_PI_ONCE, arcs[0])}
    size = value.parts[arcs[0]]
    parts |= {_PI_ONCE: turn + size / 2} if turn + size / 2 else {}
    return Real({**parts, frozenset({(Call("acos", atom.arguments), Fraction(1))}): -size})


_PI_ONCE: Monomial = frozenset({(PI, Fraction(1))})


def _is_arcsine(part: Monomial) -> bool:
    return len(part) == 1 and all(
        isinstance(atom, Call) and atom.function == "asin" and n == 1 for atom, n in part
    )


def _shared_exponential(value: Real) -> Monomial:
    """The powers of e that stand in every part: (6 - 4*sqrt(2))*exp(sqrt(2) - 2)."""
    parts = [frozenset(p for p in part if _is_exponential(p[0])) for part in value.parts]
    return parts[0] if all(part == parts[0] for part in parts) else UNIT


def _is_exponential(atom: Atom) -> bool:
    return atom == E or (isinstance(atom, Call) and atom.function == "exp")


def _ordered(value: Real) -> list[tuple[Monomial, Fraction]]:
    """The number first, then by their text; but a sum does not begin with a minus sign."""
    parts = sorted(value.parts.items(), key=lambda each: (each[0] != UNIT, _key(each[0])))
    first_positive = next((i for i, (_, c) in enumerate(parts) if c > 0), 0)
    return [parts[first_positive], *parts[:first_positive], *parts[first_positive + 1 :]]


@lru_cache(maxsize=budget.CONSTANTS_KEPT)
def _key(part: Monomial) -> str:
    return repr(sorted((_text(atom), exponent) for atom, exponent in part))


@lru_cache(maxsize=budget.CONSTANTS_KEPT)
def _text(atom: Atom) -> str:
    """By which atoms are put in order."""
    return repr(atom)


def _term(part: Monomial, coefficient: Fraction) -> Tree:
    above: list[Tree] = []
    below: list[Tree] = []
    roots: dict[Fraction, Fraction] = {}
    exponents: list[tuple[Tree, Fraction]] = []
    for atom, exponent in sorted(part, key=lambda each: (_text(each[0]), each[1])):
        if isinstance(atom, Number):
            roots[exponent] = roots.get(exponent, Fraction(1)) * atom.value
        elif _is_exponential(atom):
            inner = atom.arguments[0] if isinstance(atom, Call) else ONE
            exponents.append((inner, exponent))
        else:
            tree = written(atom) if isinstance(atom, Real) else atom
            (above if exponent > 0 else below).append(_power(tree, abs(exponent)))
    if len(exponents) == 1 and exponents[0][0] == ONE and exponents[0][1] < 0:
        below.append(_exponential([(ONE, -exponents[0][1])]))  # 1/e, 4/e^2
    elif exponents:
        above.append(_exponential(exponents))
    above = [_power(number(base), exponent) for exponent, base in sorted(roots.items())] + above
    size = abs(coefficient)
    top = multiplied([number(size.numerator), *above])
    bottom = multiplied([number(size.denominator), *below])
    made = divided(top, bottom) if bottom != ONE else top
    return negated(made) if coefficient < 0 else made


def _exponential(exponents: list[tuple[Tree, Fraction]]) -> Tree:
    """One power of e; its exponent does not begin with a minus sign where it need not."""
    if exponents == [(ONE, Fraction(1))]:
        return E
    listed = sorted(exponents, key=lambda each: each[0] != ONE)
    first = next((i for i, (_, size) in enumerate(listed) if size > 0), 0)
    terms = [
        divided(multiplied((number(size.numerator), inner)), number(size.denominator))
        for inner, size in [listed[first], *listed[:first], *listed[first + 1 :]]
    ]
    return Call("exp", (added(terms),))


def _power(base: Tree, exponent: Fraction) -> Tree:
    if exponent == 1:
        return base
    if exponent == Fraction(1, 2):
        return Call("sqrt", (base,))
    if exponent == Fraction(1, 3):
        return Call("cbrt", (base,))
    return Power(base, number(exponent))
