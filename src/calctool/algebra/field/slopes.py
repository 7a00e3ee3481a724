"""The exact derivation of the field: each generator has a derivative that is an element."""

from __future__ import annotations

from calctool.algebra.field.kernels import Kernel, Kernels
from calctool.algebra.field.ring import Element, Polynomial, UnknownError


def derivative(field: Kernels, element: Element, variable: str) -> Element:
    """The derivative of an element; UnknownError where a generator has none that is known."""
    for index in _inside(field, element, variable):
        _of_generator(field, index, variable)
    return _derivative(field, element, variable)


def _inside(field: Kernels, element: Element, variable: str) -> list[int]:
    """The generators whose derivatives are wanting, those that others are made of first."""
    found: set[int] = set()
    waiting = [element]
    while waiting:
        new = [i for i in waiting.pop().used() if i not in found]
        new = [i for i in new if variable not in field.kernels[i].slopes]
        found.update(new)
        for index in new:
            waiting += field.kernels[index].arguments
    return sorted(found)


def _derivative(field: Kernels, element: Element, variable: str) -> Element:
    num, den = element.parts()
    top = _of_polynomial(field, num, variable)
    if den.is_constant():
        return top * Element(field.ring, field.ring.one, den)
    bottom = _of_polynomial(field, den, variable)
    below = Element(field.ring, field.ring.lift(den), field.ring.one)
    return (top - element * bottom) / below


def _of_polynomial(field: Kernels, p: Polynomial, variable: str) -> Element:
    ring = field.ring
    total = ring.constant(0)
    for index, degree in enumerate(ring.degrees(p)):
        if degree:
            inner = _of_generator(field, index, variable)
            if not inner.num.is_zero():
                p = ring.lift(p)
                partial = p.derivative(ring.capacity - 1 - index)
                total = total + Element(ring, partial, ring.one) * inner
    return total


def _of_generator(field: Kernels, index: int, variable: str) -> Element:
    kernel = field.kernels[index]
    known = kernel.slopes.get(variable)
    if known is None:
        known = _slope(field, kernel, field.ring.generator(index), variable)
        kernel.slopes[variable] = known
    return known


def _slope(field: Kernels, kernel: Kernel, itself: Element, variable: str) -> Element:
    constant = field.ring.constant
    if kernel.kind == "name":
        return constant(1 if kernel.data == variable else 0)
    inner = [_derivative(field, argument, variable) for argument in kernel.arguments]
    if kernel.kind == "sign" or all(each.num.is_zero() for each in inner):
        return constant(0)
    match kernel.kind:
        case "exp":
            return itself * inner[0] / kernel.step
        case "log":
            return inner[0] / kernel.arguments[0]
        case "root" | "odd-root":
            return itself * inner[0] / (kernel.arguments[0] * kernel.step)
        case "power":
            return itself * inner[0] * kernel.step / kernel.arguments[0]
        case "sin":
            return field.kernel("cos", kernel.arguments, kernel.data) * inner[0] / kernel.step
        case "cos":
            return -field.kernel("sin", kernel.arguments, kernel.data) * inner[0] / kernel.step
    return _outer_and_inner(field, kernel, inner)


def _outer_and_inner(field: Kernels, kernel: Kernel, inner: list[Element]) -> Element:
    total = field.ring.constant(0)
    for index, factor in enumerate(inner):
        if not factor.num.is_zero():
            total = total + _partial(field, kernel, index) * factor
    return total


def _partial(field: Kernels, kernel: Kernel, index: int) -> Element:
    from calctool.algebra.field.handbook import slope

    family, _, id = kernel.kind.partition(" ")
    if family == "applied":
        orders = tuple(n + (i == index) for i, n in enumerate(kernel.data))
        return field.kernel(kernel.kind, kernel.arguments, orders)
    if family == "call":
        return slope(field, id, kernel.arguments, index)
    raise UnknownError(f"derivative of {kernel.kind}")
