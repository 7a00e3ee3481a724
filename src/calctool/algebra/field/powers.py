"""exp, powers and real roots of field elements, by the conventions of real powers.

u^(p/q) with q odd is defined for every u, with q even for u >= 0. Powers of sums that are too
large to multiply out are generators of their own.
"""

from __future__ import annotations

from fractions import Fraction
from math import comb, gcd

from calctool import budget
from calctool.algebra.field.factors import absolute, factored, is_positive, log, parts, primes
from calctool.algebra.field.kernels import Kernels
from calctool.algebra.field.ring import Element, Polynomial, UnknownError

LARGEST_EXPONENT = 10**6
SLACK = 8  # how far below the power typed a large power is anchored: derivatives need u^(n - 1)


def power(field: Kernels, u: Element, exponent: Fraction) -> Element:
    """u^q for a rational q, by the conventions of real powers."""
    if exponent.denominator == 1:
        return whole_power(field, u, exponent.numerator)
    return whole_power(field, root(field, u, exponent.denominator), exponent.numerator)


def exp(field: Kernels, argument: Element) -> Element:
    """e^u as a product over the atoms of u, so that e^(u + v) and e^u*e^v are one element."""
    result = field.ring.constant(1)
    for factor, atom in parts(field, argument, budget.EXPONENT_TERMS):
        result = result * _exp_of_multiple(field, factor, atom)
    return result


def _exp_of_multiple(field: Kernels, factor: Fraction, atom: Element) -> Element:
    known = field.kernel_of(atom)
    if known is not None and known.kind == "log":
        return power(field, absolute(field, known.arguments[0]), factor)
    step = field.denominator("exp", atom, factor.denominator)
    times = int(factor * step)
    if abs(times) > LARGEST_EXPONENT:
        raise UnknownError("exponent")
    return field.kernel("exp", (atom,), step, positive=True) ** times


def symbolic_power(field: Kernels, u: Element, exponent: Element) -> Element:
    """u^v for u > 0."""
    return exp(field, exponent * log(field, u))


def whole_power(field: Kernels, u: Element, exponent: int) -> Element:
    if exponent < 0:
        return whole_power(field, u.inverse(), -exponent)
    num, den = u.parts()
    return _large_power(field, num, exponent) / _large_power(field, den, exponent)


def _large_power(field: Kernels, p: Polynomial, exponent: int) -> Element:
    element = Element(field.ring, p, field.ring.one)
    if _is_small(p, exponent):
        return element**exponent
    content, factors = factored(field, element)
    if len(factors) != 1 or factors[0][1] != 1 or content != 1:
        result = field.ring.constant(content) ** exponent
        for factor, times in factors:
            result = result * _large_power(field, factor.num, times * exponent)
        return result
    anchors = field.anchors(element)
    near = (each for each in anchors if each <= exponent and _is_small(p, exponent - each))
    anchor = next(near, None)
    if anchor is None:
        anchor = exponent - SLACK
        anchors.append(anchor)
    large = field.kernel("power", (element,), anchor, positive=is_positive(field, p))
    return large * element ** (exponent - anchor)


def _is_small(p: Polynomial, exponent: int) -> bool:
    terms = len(p)
    if terms <= 1:
        return exponent <= 10**9
    if exponent > budget.EXPANDED or terms > budget.EXPANDED:
        return exponent <= 1
    few = comb(exponent + terms - 1, terms - 1) <= budget.EXPANDED
    return exponent <= 1 or (few and exponent * int(p.total_degree()) <= budget.DEGREE)


def root(field: Kernels, u: Element, degree: int) -> Element:
    """The real root; an even one of a negative number is undefined, so anything may be said."""
    if u.num.is_zero() or degree == 1:
        return u
    if degree == 2:
        sine, u = _square_of_sine(field, u)
        if sine is not None:
            return absolute(field, sine) * root(field, u, 2)
    content, factors = factored(field, u)
    result = root_of_number(field, abs(content), degree)
    if degree % 2:
        result = result if content > 0 else -result
        for factor, times in factors:
            outer, inner = divmod(times, degree)
            result = result * _times(field, factor, outer)
            if inner:
                result = result * _root_of(field, factor, degree, inner, "odd-root")
        return result
    return result * _even_root(field, 1 if content > 0 else -1, factors, degree)


def _square_of_sine(field: Kernels, u: Element) -> tuple[Element | None, Element]:
    """(s, w) such that u = s^2*w, for the sine s of an angle: 1 - cos(x)^2 is not split."""
    num, den = u.parts()
    for index in u.used():
        kernel, cosine = field.kernels[index], field.ring.gens[index]
        if kernel.kind == "cos" and num.total_degree() <= budget.DEGREE:
            rest, remainder = divmod(num, 1 - cosine * cosine)
            if remainder.is_zero():
                sine = field.kernel("sin", kernel.arguments, kernel.data)
                return sine, Element(field.ring, rest, den).lowest()
    return None, u


def _even_root(
    field: Kernels, sign: int, factors: list[tuple[Element, int]], degree: int
) -> Element:
    result = field.ring.constant(1)
    rest: list[tuple[Element, int]] = []
    for factor, times in factors:
        outer, inner = divmod(times, degree)
        result = result * _times(field, absolute(field, factor), outer)
        if inner and is_positive(field, factor.num):
            result = result * _root_of(field, factor, degree, inner, "root")
        elif inner:
            rest.append((factor, inner))
    if not rest:
        if sign < 0:
            raise UnknownError("undefined")
        return result
    common = gcd(degree, *(times for _, times in rest))
    radicand = field.ring.constant(sign)
    for factor, times in rest:
        radicand = radicand * factor ** (times // common)
    if common % 2 == 0:
        return result * root(field, absolute(field, radicand), degree // common)
    return result * _root_of(field, radicand, degree // common, 1, "root")


def _times(field: Kernels, u: Element, exponent: int) -> Element:
    return whole_power(field, u, exponent) if exponent else field.ring.constant(1)


def _root_of(field: Kernels, u: Element, degree: int, times: int, kind: str) -> Element:
    """u^(times/degree) for a polynomial u that is not split any further."""
    known = field.kernel_of(u)
    if known is not None and known.kind == "exp":
        return exp(field, known.arguments[0] * Fraction(times, known.step * degree))
    if known is not None and known.kind in ("root", "odd-root"):
        return power(field, known.arguments[0], Fraction(times, known.step * degree))
    step = field.denominator(kind, u, degree)
    made = field.kernel(kind, (u,), step, positive=is_positive(field, u.num))
    return made ** (times * step // degree)


def root_of_number(field: Kernels, value: Fraction, degree: int) -> Element:
    """The positive root of a positive rational, over roots of primes."""
    result = field.ring.constant(1)
    for prime, times in primes(value):
        outer, inner = divmod(times, degree)
        result = result * field.ring.constant(prime) ** outer
        if inner:
            common = gcd(inner, degree)
            step = field.denominator("root", field.ring.constant(prime), degree // common)
            made = field.kernel("root", (field.ring.constant(prime),), step, positive=True)
            result = result * made ** (inner * step // degree)
    return result
