"""All solutions of a zero-dimensional ideal as numbers of Q[t]/(w): t is a linear form.

The powers of t span the whole quotient algebra and w has no double root: that proves that t takes
different values at different solutions, and that there are as many solutions as w has roots.
"""

from __future__ import annotations

from collections.abc import Iterator

from flint import fmpq, fmpq_mat, fmpq_poly, fmpz_poly, nmod, nmod_mat
from msgspec import Struct

from calctool import budget
from calctool.algebra.systems.ideals.frame import Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.algebra.systems.ideals.quotient import Quotient

Form = tuple[int, ...]
PRIME = (1 << 61) - 1


class Parametrised(Struct, frozen=True):
    """Solutions of the ideal: x_i = coordinates[i](t) at the roots t of w, all simple."""

    form: Form
    w: fmpq_poly
    coordinates: tuple[fmpq_poly, ...]

    @property
    def count(self) -> int:
        return int(self.w.degree())


def parametrised(quotient: Quotient, tries: int) -> Parametrised | None:
    """By the powers of a linear form; None where none of those tried generates the algebra."""
    for form, _ in zip(forms(quotient.variables), range(tries), strict=False):
        if is_cyclic(quotient.multiplication(form)):
            found = spanned(quotient, form)
            return found if found.w.gcd(found.w.derivative()).degree() == 0 else None
    return None


def forms(variables: int) -> Iterator[Form]:
    """Without end: each variable, the last one first, then combinations of all."""
    for i in reversed(range(variables)):
        yield tuple(int(i == k) for k in range(variables))
    if variables < 2:
        return
    step = 1
    while True:
        yield tuple((-1) ** k * step**k for k in range(variables))
        step += 1


def is_cyclic(matrix: fmpq_mat) -> bool:
    """Whether 1, t, t^2, ... are a basis, shown modulo a prime (False: not shown)."""
    size = matrix.nrows()
    image = _modulo_prime(matrix)
    if image is None:
        return False
    vector = nmod_mat(size, 1, [int(k == 0) for k in range(size)], PRIME)
    rows = []
    for _ in range(size):
        rows.append([vector[k, 0] for k in range(size)])
        vector = image * vector
    return bool(nmod_mat(size, size, [int(c) for row in rows for c in row], PRIME).rank() == size)


def _modulo_prime(matrix: fmpq_mat) -> nmod_mat | None:
    whole, bottom = matrix.numer_denom()
    if int(bottom) % PRIME == 0:
        return None
    return nmod_mat(whole, PRIME) * (nmod(1, PRIME) / nmod(int(bottom) % PRIME, PRIME))


def spanned(quotient: Quotient, form: Form) -> Parametrised:
    """Every unknown as a combination of the powers of a form that span the algebra."""
    size, matrix = quotient.dimension, quotient.multiplication(form)
    powers = fmpq_mat(size, size)
    vector = fmpq_mat(size, 1)
    vector[0, 0] = fmpq(1)
    for n in range(size):
        for k in range(size):
            powers[k, n] = vector[k, 0]
        vector = matrix * vector
    right = fmpq_mat(size, quotient.variables + 1)
    for i in range(quotient.variables):
        for k, c in quotient.column(i).items():
            right[k, i] = c
    for k in range(size):
        right[k, quotient.variables] = vector[k, 0]
    found = powers.solve(right)
    columns = [[found[k, i] for k in range(size)] for i in range(quotient.variables + 1)]
    w = fmpq_poly([-c for c in columns[-1]] + [1])
    return Parametrised(form, w, tuple(fmpq_poly(c) for c in columns[:-1]))


def radical(ideal: Ideal, quotient: Quotient) -> Ideal:
    """With a squarefree polynomial in each variable, an ideal is radical (Seidenberg)."""
    extra = [p for i in range(quotient.variables) if (p := _squarefree(ideal, quotient, i))]
    return Ideal([*ideal.basis, *extra], ideal.context) if extra else ideal


def _squarefree(ideal: Ideal, quotient: Quotient, i: int) -> Polynomial:
    """The squarefree part of the least relation of one variable, reduced by the ideal."""
    form = tuple(int(k == i) for k in range(quotient.variables))
    matrix = quotient.multiplication(form)
    if _looks_squarefree(matrix):
        return ideal.context.constant(0)
    minimal: fmpz_poly = matrix.minpoly().numer()
    divisor = minimal.gcd(minimal.derivative())
    if divisor.degree() <= 0:
        return ideal.context.constant(0)
    x = ideal.context.gen(i)
    made = ideal.context.constant(0)
    for c in reversed((minimal // divisor).coeffs()):
        made = made * x + int(c)
    return ideal.remainder(made)


def _looks_squarefree(matrix: fmpq_mat) -> bool:
    """Whether the least relation is squarefree modulo a prime: then it hardly is not, and where it
    is not, no form generates the algebra."""
    image = _modulo_prime(matrix)
    if image is None:
        return False
    minimal = image.minpoly()
    return bool(minimal.gcd(minimal.derivative()).degree() <= 0)


def solved(ideal: Ideal) -> tuple[Parametrised, Quotient, Quotient]:
    """The solutions, the algebra of the ideal and that of its radical."""
    quotient = Quotient(ideal)
    found = parametrised(quotient, quotient.variables + 3)
    if found is not None:
        return found, quotient, quotient
    whole = radical(ideal, quotient)
    reduced = quotient if whole is ideal else Quotient(whole)
    found = parametrised(reduced, budget.SYSTEM_FORMS)
    if found is None:
        raise TooLarge
    return found, quotient, reduced
