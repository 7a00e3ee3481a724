"""Partial derivatives of the functions that are generators of their own (NIST DLMF).

A second table beside the rules, on purpose: what proves a rule must not be read off it.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from calctool.algebra.field.circular import sine_and_cosine
from calctool.algebra.field.definitions import DEFINITIONS, function, put
from calctool.algebra.field.factors import absolute, log
from calctool.algebra.field.kernels import Kernels
from calctool.algebra.field.powers import exp, root
from calctool.algebra.field.recurrences import bessel
from calctool.algebra.field.ring import Element, UnknownError
from calctool.atlas import facts

HALF = Fraction(1, 2)


def _gauss(f: Kernels, u: Element, side: int) -> Element:
    return exp(f, u * u * side) * 2 / root(f, f.constant("pi"), 2)


def _of(id: str) -> Callable[[Kernels, Element], Element]:
    """A defined function over its argument, as in the integrals of u^(-1)*f(u)."""
    return lambda f, u: DEFINITIONS[id](f, u) / u


def _fresnel(f: Kernels, u: Element, which: int) -> Element:
    return sine_and_cosine(f, f.constant("pi") * u * u * HALF)[which]


def _lambert(f: Kernels, u: Element, *branch: Element) -> Element:
    w = function(f, "LambertW", (u, *branch))
    return 1 / (exp(f, w) * (1 + w))


def _beta(f: Kernels, index: int, *arguments: Element) -> Element:
    digamma, (u, v) = DEFINITIONS["digamma"], arguments
    return function(f, "beta", (u, v)) * (digamma(f, arguments[index]) - digamma(f, u + v))


def _elliptic(f: Kernels, u: Element) -> tuple[Element, Element]:
    return function(f, "elliptic_k", (u,)), function(f, "elliptic_e", (u,))


def _elliptic_k(f: Kernels, u: Element) -> Element:
    k, e = _elliptic(f, u)
    return (e - (1 - u) * k) / (2 * u * (1 - u))


def _elliptic_e(f: Kernels, u: Element) -> Element:
    k, e = _elliptic(f, u)
    return (e - k) / (2 * u)


def _bessel(id: str) -> Callable[[Kernels, Element, Element], Element]:
    before, after = _NEIGHBOURS[id]

    def slope(f: Kernels, order: Element, u: Element) -> Element:
        lower, upper = bessel(f, id, order - 1, u), bessel(f, id, order + 1, u)
        return (lower * before + upper * after) * HALF

    return slope


_NEIGHBOURS = {"besselj": (1, -1), "bessely": (1, -1), "besseli": (1, 1), "besselk": (-1, -1)}


def _polygamma(f: Kernels, order: Element, u: Element) -> Element:
    return function(f, "polygamma", (order + 1, u))


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
    "gamma": (lambda f, u: function(f, "gamma", (u,)) * DEFINITIONS["digamma"](f, u),),
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
    "airyai": (lambda f, u: function(f, "airyaiprime", (u,)),),
    "airybi": (lambda f, u: function(f, "airybiprime", (u,)),),
    "airyaiprime": (lambda f, u: u * function(f, "airyai", (u,)),),
    "airybiprime": (lambda f, u: u * function(f, "airybi", (u,)),),
    "LambertW": (_lambert, None),
    "elliptic_k": (_elliptic_k,),
    "elliptic_e": (_elliptic_e,),
}


def slope(f: Kernels, id: str, arguments: tuple[Element, ...], index: int) -> Element:
    """The partial derivative in one argument; UnknownError where no formula is known."""
    known = SLOPES.get(id, ())
    found = known[index] if index < len(known) else None
    if found is not None:
        return found(f, *arguments)
    text = (*facts(id, len(arguments)).derivatives, "", "")[index]
    if not text:
        raise UnknownError(f"derivative of {id}")
    return put(f, text, arguments)
