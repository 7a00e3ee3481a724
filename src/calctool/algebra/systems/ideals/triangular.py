"""One equation in one unknown, and the others expressed by it: what elimination leads to."""

from __future__ import annotations

from flint import fmpq_poly, fmpz_poly
from msgspec import Struct

from calctool import budget
from calctool.algebra.systems.ideals.frame import Fractional, Frame, Polynomial
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.algebra.systems.ideals.quotient import Quotient, staircase
from calctool.algebra.systems.ideals.separating import spanned


class Triangular(Struct, frozen=True):
    """The equation of one unknown; `others` express the rest by it, None where that is long."""

    unknown: int
    equation: Polynomial
    others: tuple[tuple[int, Polynomial], ...] | None


def triangular(frame: Frame, ideal: Ideal) -> Triangular | None:
    """Through the unknown with the simplest equation that determines the others, if one does."""
    if staircase(ideal, budget.SYSTEM_HERMITE) is None:
        return None
    quotient = Quotient(ideal)
    choices = []
    for i in range(len(frame.names)):
        minimal: fmpz_poly = quotient.matrices[i].minpoly().numer()
        determines = minimal.degree() == quotient.dimension
        choices.append((not determines, minimal.height_bits() * minimal.degree(), i, minimal))
    undetermined, _, i, minimal = min(choices, key=lambda each: each[:3])
    equation = _polynomial(frame, i, fmpq_poly(minimal))
    if undetermined:
        return Triangular(i, equation, None)
    form = tuple(int(k == i) for k in range(frame.count))
    found = spanned(quotient, form)
    others = [(k, p) for k, p in enumerate(found.coordinates) if k != i]
    short = all(_is_short(p) for _, p in others)
    expressed = tuple((k, _expressed(frame, k, i, p)) for k, p in others) if short else None
    return Triangular(i, equation, expressed)


def _is_short(p: fmpq_poly) -> bool:
    size = max((abs(c).bit_length() for c in map(int, p.numer().coeffs())), default=0)
    return (
        p.degree() <= budget.SHOWN_DEGREE
        and max(size, int(p.denom()).bit_length()) <= budget.SHOWN_BITS
    )


def _polynomial(frame: Frame, i: int, p: fmpq_poly) -> Polynomial:
    return frame.whole(_at(frame, i, p))


def _expressed(frame: Frame, k: int, i: int, p: fmpq_poly) -> Polynomial:
    """x_k - p(x_i), with whole coefficients."""
    return frame.whole(frame.rational.gen(k) - _at(frame, i, p))


def _at(frame: Frame, i: int, p: fmpq_poly) -> Fractional:
    x = frame.rational.gen(i)
    return sum((c * x**n for n, c in enumerate(p.coeffs())), frame.rational.constant(0))
