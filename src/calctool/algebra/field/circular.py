"""Sines and cosines of field elements, brought to one base angle each, with s^2 + c^2 = 1."""

from __future__ import annotations

from fractions import Fraction

from calctool import budget
from calctool.algebra.field.factors import parts
from calctool.algebra.field.kernels import Kernels
from calctool.algebra.field.powers import root, root_of_number
from calctool.algebra.field.ring import Element

Pair = tuple[Element, Element]
"""Sine and cosine of one angle."""


def sine_and_cosine(field: Kernels, angle: Element) -> Pair:
    """Sine and cosine of an angle, over those of its atoms, by the addition formulas."""
    one = field.ring.constant(1)
    if angle.num.is_zero():
        return one - 1, one
    result: Pair = (one - 1, one)
    for factor, atom in parts(field, angle, budget.ANGLE_TERMS):
        result = _added(result, _of_multiple(field, factor, atom))
    return result


def _added(a: Pair, b: Pair) -> Pair:
    return a[0] * b[1] + a[1] * b[0], a[1] * b[1] - a[0] * b[0]


def _of_multiple(field: Kernels, factor: Fraction, atom: Element) -> Pair:
    known = field.kernel_of(atom)
    if known is not None and known.kind == "pi" and factor.denominator in (1, 2, 3, 4, 6):
        return _of_turn(field, int(12 * factor) % 24)
    few = abs(factor) <= budget.MULTIPLE_ANGLE
    if known is not None and known.kind in INVERSES and factor.denominator == 1 and few:
        return _multiple(INVERSES[known.kind](field, known.arguments[0]), int(factor))
    step = field.denominator("angle", atom, factor.denominator)
    times = int(factor * step)
    if abs(times) > budget.MULTIPLE_ANGLE:
        sine, cosine = _base(field, atom * abs(factor), 1)
        return (sine if times > 0 else -sine), cosine
    return _multiple(_base(field, atom, step), times)


def _base(field: Kernels, atom: Element, step: int) -> Pair:
    # The cosine is the older one: its relation writes powers of the sine in the cosine.
    cosine = field.kernel("cos", (atom,), step)
    return field.kernel("sin", (atom,), step), cosine


def _multiple(base: Pair, times: int) -> Pair:
    if times < 0:
        sine, cosine = _multiple(base, -times)
        return -sine, cosine
    ring = base[0].ring
    result: Pair = (ring.constant(0), ring.constant(1))
    for _ in range(times):
        result = _added(result, base)
    return result


def _of_turn(field: Kernels, twelfths: int) -> Pair:
    """Sine and cosine of twelfths of pi."""
    return _sine_of_turn(field, twelfths), _sine_of_turn(field, (twelfths + 6) % 24)


def _sine_of_turn(field: Kernels, twelfths: int) -> Element:
    if twelfths >= 12:
        return -_sine_of_turn(field, twelfths - 12)
    quarter = min(twelfths, 12 - twelfths)
    square = {0: 0, 2: 1, 3: 2, 4: 3, 6: 4}[quarter]
    return root_of_number(field, Fraction(square), 2) / 2 if square else field.ring.constant(0)


def _of_arcsine(field: Kernels, u: Element) -> Pair:
    return u, root(field, 1 - u * u, 2)


def _of_arccosine(field: Kernels, u: Element) -> Pair:
    return root(field, 1 - u * u, 2), u


def _of_arctangent(field: Kernels, u: Element) -> Pair:
    secant = root(field, 1 + u * u, 2)
    return u / secant, 1 / secant


INVERSES = {
    "call asin": _of_arcsine,
    "call acos": _of_arccosine,
    "call atan": _of_arctangent,
}
