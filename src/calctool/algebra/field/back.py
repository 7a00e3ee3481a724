"""Elements of the field as trees again: exact, not beautiful; the readable forms are in tidy."""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.build import added, divided, multiplied, raised
from calctool.algebra.field.kernels import Kernel, Kernels
from calctool.algebra.field.ring import Element, Polynomial, UnknownError
from calctool.notation.tree import ZERO, Applied, Call, Constant, Name, Tree, number


def to_tree(field: Kernels, element: Element) -> Tree:
    """UnknownError for what has no name in the notation."""
    return _element(field, element, {})


def _element(field: Kernels, element: Element, done: dict[int, Tree]) -> Tree:
    """Each generator is written once, however many others it stands in."""
    num, den = element.parts()
    return divided(_polynomial(field, num, done), _polynomial(field, den, done))


def _polynomial(field: Kernels, p: Polynomial, done: dict[int, Tree]) -> Tree:
    terms: list[Tree] = []
    for powers, coefficient in field.ring.terms(p):
        used = [(index, power) for index, power in enumerate(powers) if power]
        factors = [raised(_generator(field, i, done), number(n)) for i, n in used]
        terms.append(multiplied([number(coefficient), *factors]))
    return added(terms)


def _generator(field: Kernels, index: int, done: dict[int, Tree]) -> Tree:
    if index not in done:
        done[index] = _meaning(field, field.kernels[index], done)
    return done[index]


def _meaning(field: Kernels, kernel: Kernel, done: dict[int, Tree]) -> Tree:
    family, _, id = kernel.kind.partition(" ")
    arguments = tuple(_element(field, argument, done) for argument in kernel.arguments)
    match family:
        case "name":
            return Name(kernel.data)
        case "pi":
            return Constant("pi")
        case "algebraic":
            return multiplied((number(kernel.data.coefficients[-1]), kernel.data.tree))
        case "exp" | "sin" | "cos":
            return Call(family, (multiplied((number(Fraction(1, kernel.step)), *arguments)),))
        case "log":
            return Call("log", (Call("abs", arguments),))
        case "root" | "odd-root":
            return raised(arguments[0], number(Fraction(1, kernel.step)))
        case "power":
            return raised(arguments[0], number(kernel.step))
        case "sign":
            return Call("sign", arguments)
        case "call":
            if id == "polygamma" and arguments[0] == ZERO:
                return Call("digamma", arguments[1:])
            return Call(id, arguments)
        case "applied":
            return Applied(id, arguments, kernel.data)
    raise UnknownError(family)
