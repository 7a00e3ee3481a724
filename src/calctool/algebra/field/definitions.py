"""Functions that are defined through others: what each is in the field.

Every definition holds at each real point, switching points included.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from calctool.algebra.field.circular import sine_and_cosine
from calctool.algebra.field.factors import absolute, log, sign
from calctool.algebra.field.kernels import Kernels
from calctool.algebra.field.powers import exp, root
from calctool.algebra.field.recurrences import RECURRENCES, bessel
from calctool.algebra.field.ring import Element, UnknownError
from calctool.fraction import Fraction

Definition = Callable[..., Element]
"""Of a field and the arguments."""

HALF = Fraction(1, 2)


def function(f: Kernels, id: str, arguments: tuple[Element, ...]) -> Element:
    """A function through its definition, else a generator."""
    definition = DEFINITIONS.get(id)
    if definition is not None:
        return definition(f, *arguments)
    if id in RECURRENCES:
        return bessel(f, id, *arguments)
    return f.opaque(id, arguments)


def _sine(f: Kernels, u: Element) -> Element:
    return sine_and_cosine(f, u)[0]


def _cosine(f: Kernels, u: Element) -> Element:
    return sine_and_cosine(f, u)[1]


def _tangent(f: Kernels, u: Element) -> Element:
    sine, cosine = sine_and_cosine(f, u)
    return sine / cosine


def _hyperbolic_sine(f: Kernels, u: Element) -> Element:
    e = exp(f, u)
    return (e - e.inverse()) * HALF


def _hyperbolic_cosine(f: Kernels, u: Element) -> Element:
    e = exp(f, u)
    return (e + e.inverse()) * HALF


def _hyperbolic_tangent(f: Kernels, u: Element) -> Element:
    e = exp(f, u)
    return (e * e - 1) / (e * e + 1)


def _log(f: Kernels, u: Element, base: Element | None = None) -> Element:
    return log(f, u) if base is None else log(f, u) / log(f, base)


def _log_of_base(base: int) -> Definition:
    return lambda f, u: log(f, u) / log(f, f.ring.constant(base))


def _root(f: Kernels, u: Element, degree: Element) -> Element:
    value = degree.value
    if value is None or value.denominator != 1 or value < 1:
        raise UnknownError("root")
    return root(f, u, int(value))


def heaviside(f: Kernels, u: Element) -> Element:
    return (1 + sign(f, u)) * HALF


def _softplus(f: Kernels, u: Element) -> Element:
    return log(f, 1 + exp(f, u))


def _sigmoid(f: Kernels, u: Element) -> Element:
    return 1 / (1 + exp(f, -u))


def _gelu(f: Kernels, u: Element) -> Element:
    inner = function(f, "erf", (u / root(f, f.ring.constant(2), 2),))
    return u * (1 + inner) * HALF


def _elu(f: Kernels, u: Element) -> Element:
    above = heaviside(f, u)
    return u * above + (exp(f, u) - 1) * (1 - above)


def _extreme(side: int) -> Definition:
    def pair(f: Kernels, u: Element, v: Element) -> Element:
        return (u + v + absolute(f, u - v) * side) * HALF

    return lambda f, *arguments: reduce(lambda u, v: pair(f, u, v), arguments)


DEFINITIONS: dict[str, Definition] = {
    "sin": _sine,
    "cos": _cosine,
    "tan": _tangent,
    "cot": lambda f, u: _cosine(f, u) / _sine(f, u),
    "sec": lambda f, u: 1 / _cosine(f, u),
    "csc": lambda f, u: 1 / _sine(f, u),
    "sinh": _hyperbolic_sine,
    "cosh": _hyperbolic_cosine,
    "tanh": _hyperbolic_tangent,
    "coth": lambda f, u: 1 / _hyperbolic_tangent(f, u),
    "sech": lambda f, u: 1 / _hyperbolic_cosine(f, u),
    "csch": lambda f, u: 1 / _hyperbolic_sine(f, u),
    "exp": exp,
    "log": _log,
    "log2": _log_of_base(2),
    "log10": _log_of_base(10),
    "sqrt": lambda f, u: root(f, u, 2),
    "cbrt": lambda f, u: root(f, u, 3),
    "root": _root,
    "abs": absolute,
    "sign": sign,
    "heaviside": heaviside,
    "max": _extreme(1),
    "min": _extreme(-1),
    "relu": lambda f, u: u * heaviside(f, u),
    "leaky_relu": lambda f, u: u * (heaviside(f, u) * 99 + 1) * Fraction(1, 100),
    "elu": _elu,
    "sigmoid": _sigmoid,
    "softplus": _softplus,
    "silu": lambda f, u: u * _sigmoid(f, u),
    "gelu": _gelu,
    "softsign": lambda f, u: u / (1 + absolute(f, u)),
    "logit": lambda f, u: log(f, u / (1 - u)),
    "acot": lambda f, u: f.constant("pi") * HALF - function(f, "atan", (u,)),
    "erfc": lambda f, u: 1 - function(f, "erf", (u,)),
    "digamma": lambda f, u: function(f, "polygamma", (f.ring.constant(0), u)),
}
