"""Partial derivatives of the functions that are generators of their own (NIST DLMF).

A second table beside the rules, on purpose: what proves a rule must not be read off it.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from calctool import budget
from calctool.algebra.field.circular import sine_and_cosine
from calctool.algebra.field.definitions import DEFINITIONS
from calctool.algebra.field.exponential import absolute, exp, log
from calctool.algebra.field.powers import root
from calctool.algebra.field.ring import Element, UnknownError

if TYPE_CHECKING:
    from calctool.algebra.field.field import Field

HALF = Fraction(1, 2)


def _gauss(f: Field, u: Element, side: int) -> Element:
    return exp(f, u * u * side) * 2 / root(f, f.constant("pi"), 2)


def _of(id: str) -> Callable[[Field, Element], Element]:
    """A defined function over its argument, as in the integrals of u^(-1)*f(u)."""
    return lambda f, u: DEFINITIONS[id](f, u) / u


def _fresnel(f: Field, u: Element, which: int) -> Element:
    return sine_and_cosine(f, f.constant("pi") * u * u * HALF)[which]


def _lambert(f: Field, u: Element, *branch: Element) -> Element:
    w = f.function("LambertW", (u, *branch))
    return 1 / (exp(f, w) * (1 + w))


def _beta(f: Field, index: int, *arguments: Element) -> Element:
    digamma, (u, v) = DEFINITIONS["digamma"], arguments
    return f.function("beta", (u, v)) * (digamma(f, arguments[index]) - digamma(f, u + v))


def _elliptic(f: Field, u: Element) -> tuple[Element, Element]:
    return f.function("elliptic_k", (u,)), f.function("elliptic_e", (u,))


def _elliptic_k(f: Field, u: Element) -> Element:
    k, e = _elliptic(f, u)
    return (e - (1 - u) * k) / (2 * u * (1 - u))


def _elliptic_e(f: Field, u: Element) -> Element:
    k, e = _elliptic(f, u)
    return (e - k) / (2 * u)


def _bessel(id: str) -> Callable[[Field, Element, Element], Element]:
    before, after = _NEIGHBOURS[id]

    def slope(f: Field, order: Element, u: Element) -> Element:
        lower, upper = bessel(f, id, order - 1, u), bessel(f, id, order + 1, u)
        return (lower * before + upper * after) * HALF

    return slope


_NEIGHBOURS = {"besselj": (1, -1), "bessely": (1, -1), "besseli": (1, 1), "besselk": (-1, -1)}
# B(n - 1) + s*B(n + 1) = t*(2*n/u)*B(n): the pairs (s, t).
RECURRENCES = {"besselj": (1, 1), "bessely": (1, 1), "besseli": (-1, 1), "besselk": (-1, -1)}


def bessel(f: Field, id: str, order: Element, u: Element) -> Element:
    """Written in the orders of the same class in [0, 1) and [1, 2)."""
    shift = _whole_part(order)
    s, t = RECURRENCES[id]
    base = order - shift
    low = f.opaque(id, (base, u))
    if shift == 0:
        return low
    if abs(shift) > budget.ORDER_SHIFT:
        return f.opaque(id, (order, u))
    high = f.opaque(id, (base + 1, u))
    for step in range(shift if shift > 0 else -shift):
        at = base + 1 + step if shift > 0 else base - step
        if shift > 0:
            low, high = high, (at * (2 * t) / u * high - low) * s
        else:
            low, high = at * (2 * t) / u * low - high * s, low
    return low


def _whole_part(order: Element) -> int:
    """The integer part of the constant term."""
    num, den = order.parts()
    if not den.is_constant():
        return 0
    constant = sum(c for powers, c in order.ring.terms(num) if not any(powers))
    return constant // int(den.leading_coefficient())


def _polygamma(f: Field, order: Element, u: Element) -> Element:
    return f.function("polygamma", (order + 1, u))


Slope = Callable[..., Element] | None

SLOPES: dict[str, tuple[Slope, ...]] = {
    "asin": (lambda f, u: 1 / root(f, 1 - u * u, 2),),
    "acos": (lambda f, u: -1 / root(f, 1 - u * u, 2),),
    "atan": (lambda _, u: 1 / (1 + u * u),),
    "asec": (lambda f, u: 1 / (absolute(f, u) * root(f, u * u - 1, 2)),),
    "acsc": (lambda f, u: -1 / (absolute(f, u) * root(f, u * u - 1, 2)),),
    "asinh": (lambda f, u: 1 / root(f, 1 + u * u, 2),),
    "acosh": (lambda f, u: 1 / root(f, u * u - 1, 2),),
    "atanh": (lambda _, u: 1 / (1 - u * u),),
    "floor": (lambda f, _: f.ring.constant(0),),
    "ceil": (lambda f, _: f.ring.constant(0),),
    "erf": (lambda f, u: _gauss(f, u, -1),),
    "erfi": (lambda f, u: _gauss(f, u, 1),),
    "gamma": (lambda f, u: f.function("gamma", (u,)) * DEFINITIONS["digamma"](f, u),),
    "loggamma": (DEFINITIONS["digamma"],),
    "polygamma": (None, _polygamma),
    "beta": (lambda f, u, v: _beta(f, 0, u, v), lambda f, u, v: _beta(f, 1, u, v)),
    "Si": (_of("sin"),),
    "Ci": (_of("cos"),),
    "Shi": (_of("sinh"),),
    "Chi": (_of("cosh"),),
    "Ei": (_of("exp"),),
    "li": (lambda f, u: 1 / log(f, u),),
    "fresnels": (lambda f, u: _fresnel(f, u, 0),),
    "fresnelc": (lambda f, u: _fresnel(f, u, 1),),
    **{id: (None, _bessel(id)) for id in _NEIGHBOURS},
    "airyai": (lambda f, u: f.function("airyaiprime", (u,)),),
    "airybi": (lambda f, u: f.function("airybiprime", (u,)),),
    "airyaiprime": (lambda f, u: u * f.function("airyai", (u,)),),
    "airybiprime": (lambda f, u: u * f.function("airybi", (u,)),),
    "LambertW": (_lambert, None),
    "elliptic_k": (_elliptic_k,),
    "elliptic_e": (_elliptic_e,),
}


def slope(f: Field, id: str, arguments: tuple[Element, ...], index: int) -> Element:
    """The partial derivative in one argument; UnknownError where no formula is known."""
    known = SLOPES.get(id, ())
    found = known[index] if index < len(known) else None
    if found is None:
        raise UnknownError(f"derivative of {id}")
    return found(f, *arguments)
