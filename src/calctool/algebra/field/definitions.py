"""Functions that are defined through others: what each is in the field, beside the atlas.

Every definition holds at each real point, switching points included.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from operator import add, mul

from calctool.algebra.facts import formula
from calctool.algebra.field.circular import sine_and_cosine
from calctool.algebra.field.factors import absolute, log, sign
from calctool.algebra.field.kernels import Kernels
from calctool.algebra.field.powers import exp, power, root
from calctool.algebra.field.recurrences import RECURRENCES, bessel
from calctool.algebra.field.ring import Element, UnknownError
from calctool.atlas import facts
from calctool.notation.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
)

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
    known = facts(id, len(arguments))
    if known.definition and not (known.derivatives or known.pieces):
        return put(f, known.definition, arguments)
    return f.opaque(id, arguments)


def put(f: Kernels, text: str, arguments: Sequence[Element]) -> Element:
    """A formula in u and v, with these elements for them; UnknownError for case distinctions."""
    return _of(f, formula(text), dict(zip("uv", arguments, strict=False)))


def _of(f: Kernels, tree: Tree, letters: Mapping[str, Element]) -> Element:
    parts = [_of(f, child, letters) for child in tree.children]
    match tree:
        case Number(value):
            return f.ring.constant(value)
        case Name(id):
            return letters[id]
        case Constant("pi"):
            return f.constant("pi")
        case Negative():
            return -parts[0]
        case Sum():
            return reduce(add, parts)
        case Product():
            return reduce(mul, parts)
        case Quotient():
            return parts[0] / parts[1]
        case Power(_, Number(exponent)):
            return power(f, parts[0], exponent)
        case Call(id):
            return function(f, id, tuple(parts))
    raise UnknownError(type(tree).__name__)


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


def _root(f: Kernels, u: Element, degree: Element) -> Element:
    value = degree.value
    if value is None or value.denominator != 1 or value < 1:
        raise UnknownError("root")
    return root(f, u, int(value))


def heaviside(f: Kernels, u: Element) -> Element:
    """(1 + sign(u))/2."""
    return (1 + sign(f, u)) * HALF


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
    "sinh": _hyperbolic_sine,
    "cosh": _hyperbolic_cosine,
    "tanh": _hyperbolic_tangent,
    "exp": exp,
    "log": _log,
    "sqrt": lambda f, u: root(f, u, 2),
    "cbrt": lambda f, u: root(f, u, 3),
    "root": _root,
    "abs": absolute,
    "sign": sign,
    "heaviside": heaviside,
    "relu": lambda f, u: u * heaviside(f, u),
    "leaky_relu": lambda f, u: u * (heaviside(f, u) * 99 + 1) * Fraction(1, 100),
    "max": _extreme(1),
    "min": _extreme(-1),
    "elu": _elu,
    "acot": lambda f, u: f.constant("pi") * HALF - function(f, "atan", (u,)),
    "digamma": lambda f, u: function(f, "polygamma", (f.ring.constant(0), u)),
}
