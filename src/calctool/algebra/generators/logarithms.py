"""Equations between logarithms or exponentials alone, with both sides raised or taken down.

log(u) - log(v) + w = 0 is u = v*exp(-w) where u and v are positive; a*exp(u) = b*exp(v) is
u - v = log(b/a).
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache, reduce
from math import gcd

from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.common_field import Forms, forms
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.ranges import decided
from calctool.algebra.field import Field
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ONE, ZERO, Call, Relation, Tree, number


@lru_cache(maxsize=256)
def without_logarithms(equation: Tree) -> Tree | None:
    """The same zeros within its domain; None where there are no logarithms, or other ones too."""
    try:
        own = forms((equation,))
        return _raised(own, equation) or _taken_down(own)
    except (Undecided, UnknownError):
        return None


def _raised(own: Forms, equation: Tree) -> Tree | None:
    p, ring = own.numerators[0], own.field.ring
    rates: dict[int, int] = {}
    rest: dict[tuple[int, ...], int] = {}
    for powers, coefficient in ring.terms(p):
        logs = [i for i, n in enumerate(powers) if n and own.kernel(i).kind == "log"]
        if not logs:
            rest[powers] = coefficient
        elif sum(powers) == 1:
            rates[logs[0]] = coefficient
        else:
            return None
    if not any(own.moves(index) for index in rates):
        return None
    divisor = reduce(gcd, rates.values())
    inner = {own.written(own.kernel(i).arguments[0]): n // divisor for i, n in rates.items()}
    times = 1 if all(_is_above(u, equation) for u in inner) else 2
    above = [raised(u, number(n * times)) for u, n in inner.items() if n > 0]
    below = [raised(u, number(-n * times)) for u, n in inner.items() if n < 0]
    if rest:
        exponent = multiplied((number(Fraction(-times, divisor)), own.tree(ring.polynomial(rest))))
        below.append(Call("exp", (exponent,)))
    return added((multiplied(above), negated(multiplied(below))))


def _is_above(u: Tree, equation: Tree) -> bool:
    needed, own = conditions(equation), Field()
    if decided(Relation(u, ">", ZERO), bounds(needed)) is True:
        return True
    return any(
        each.sign == ">" and each.right == ZERO and own.prove_equal(each.left, u) for each in needed
    )


def _taken_down(own: Forms) -> Tree | None:
    listed = list(own.field.ring.terms(own.numerators[0]))
    if len(listed) != 2 or not any(map(own.moves, own.used(own.numerators[0]))):
        return None
    if any(own.kernel(i).kind != "exp" for i in own.used(own.numerators[0])):
        return None
    (first, a), (second, b) = listed
    if a * b > 0:
        return ONE  # a sum of positive terms
    exponents = [
        multiplied((number(Fraction(n - m, own.kernel(i).step)), _argument(own, i)))
        for i, (n, m) in enumerate(zip(first, second, strict=True))
        if n != m
    ]
    ratio = number(Fraction(-b, a))
    return added((*exponents, negated(Call("log", (ratio,))) if ratio != ONE else ZERO))


def _argument(own: Forms, index: int) -> Tree:
    return own.written(own.kernel(index).arguments[0])
