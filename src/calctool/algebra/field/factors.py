"""Elements taken apart: atoms, factors, signs and log; each identity holds at each real point."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from flint import fmpz

from calctool import budget
from calctool.algebra.field.kernels import Kernels
from calctool.algebra.field.ring import Element, Polynomial, UnknownError

INDEPENDENT = frozenset(("name", "pi", "exp", "log", "sin", "cos", "power"))
ROOTS = frozenset(("root", "odd-root"))  # sqrt(x - 1)*sqrt(x + 1) - sqrt(x^2 - 1) has two or more


def parts(field: Kernels, argument: Element, limit: int) -> Iterator[tuple[Fraction, Element]]:
    """Rational multiples of monic atoms that add up to it; more than `limit` stay together."""
    num, den = argument.parts()
    pieces = [num]
    if len(num) <= limit:
        pieces = [field.ring.polynomial({powers: c}) for powers, c in field.ring.terms(num)]
    for piece in pieces:
        part = Element(field.ring, piece, den).lowest()
        top, bottom = int(part.num.content()), int(part.den.content())
        if part.num.leading_coefficient() < 0:
            top = -top
        yield Fraction(top, bottom), Element(field.ring, part.num / top, part.den / bottom)


def log(field: Kernels, u: Element) -> Element:
    """log|u| as a sum over the factors of u."""
    content, factors = factored(field, u)
    total = _log_of_number(field, content)
    for factor, power in factors:
        total = total + _log_of_factor(field, factor) * power
    return total


def _log_of_number(field: Kernels, value: Fraction) -> Element:
    total = field.ring.constant(0)
    for prime, power in primes(abs(value)):
        total = total + field.kernel("log", (field.ring.constant(prime),)) * power
    return total


def _log_of_factor(field: Kernels, factor: Element) -> Element:
    known = field.kernel_of(factor)
    if known is None:
        return field.kernel("log", (factor,))
    match known.kind:
        case "exp":
            return known.arguments[0] / known.step
        case "root" | "odd-root":
            return log(field, known.arguments[0]) / known.step
        case "power":
            return log(field, known.arguments[0]) * known.step
        case "sign":
            return field.ring.constant(0)
    return field.kernel("log", (factor,))


def factored(field: Kernels, u: Element) -> tuple[Fraction, list[tuple[Element, int]]]:
    """(rational number with the sign, irreducible polynomials and their powers)."""
    num, den = u.parts()
    if num.is_zero():
        raise UnknownError("zero")
    ring = field.ring
    above, below = ring.factors(num), ring.factors(den)
    content = Fraction(above[0], below[0])
    found: list[tuple[Element, int]] = []
    for (_, factors), side in ((above, 1), (below, -1)):
        for factor, power in factors:
            if factor.leading_coefficient() < 0:
                factor, content = -factor, content * (-1) ** power
            found.append((Element(ring, factor, ring.one), side * power))
    return content, found


def primes(value: Fraction) -> Iterator[tuple[int, int]]:
    """Prime powers of a positive rational; a number too large to factor counts as prime."""
    for number, side in ((value.numerator, 1), (value.denominator, -1)):
        if number.bit_length() > budget.FACTORED_BITS:
            yield number, side
        elif number != 1:
            for prime, power in fmpz(number).factor():
                yield int(prime), int(power) * side


def sign(field: Kernels, u: Element) -> Element:
    """sign(u) as the product of the signs of its irreducible factors."""
    if u.num.is_zero():
        return field.ring.constant(0)
    content, factors = factored(field, u)
    result = field.ring.constant(1 if content > 0 else -1)
    for factor, power in factors:
        # Below the bar a factor is not zero, and the square of its sign is 1.
        times = power if power > 0 else power % 2
        if times:
            result = result * _sign_of_factor(field, factor) ** (1 if times % 2 else 2)
    return result


def _sign_of_factor(field: Kernels, factor: Element) -> Element:
    known = field.kernel_of(factor)
    if known is not None and known.kind == "sign":
        return factor
    if is_positive(field, factor.num):
        return field.ring.constant(1)
    return field.kernel("sign", (factor,))


def absolute(field: Kernels, u: Element) -> Element:
    """|u| as u times its sign, factor by factor."""
    if u.num.is_zero():
        return u
    content, factors = factored(field, u)
    result = field.ring.constant(abs(content))
    for factor, power in factors:
        size = factor**power
        result = result * (size * _sign_of_factor(field, factor) if power % 2 else size)
    return result


def is_positive(field: Kernels, p: Polynomial) -> bool:
    """Provably above zero at every real point: positive terms, one of them never zero."""
    never_zero = False
    for powers, coefficient in field.ring.terms(p):
        if coefficient < 0:
            return False
        uneven = [i for i, power in enumerate(powers) if power % 2]
        if not all(field.kernels[i].positive for i in uneven):
            return False
        used = (i for i, power in enumerate(powers) if power)
        never_zero = never_zero or all(field.kernels[i].positive for i in used)
    return never_zero


def has_thin_zeros(field: Kernels, element: Element) -> bool:
    """Whether nearly all points are certainly not zeros, so that only an unknown identity could be.

    abs(x) - x is zero for all x > 0; a polynomial, or one in exp, log, sin and cos, is not.
    """
    seen: set[int] = set()
    waiting = [element]
    while waiting:
        new = set(waiting.pop().used()) - seen
        seen |= new
        for index in new:
            waiting += field.kernels[index].arguments
    kinds = [field.kernels[index].kind for index in seen]
    roots = sum(kind in ROOTS for kind in kinds)
    others = sum(kind not in INDEPENDENT for kind in kinds)
    return not element.num.is_zero() and others == roots <= 1
