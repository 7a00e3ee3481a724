"""The quotient algebra of a zero-dimensional ideal: a monomial basis and its multiplication."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property
from itertools import pairwise

from flint import fmpq, fmpq_mat, fmpq_poly

from calctool import budget
from calctool.algebra.systems.ideals.frame import Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal, Monomial, divides, leading_monomial

Vector = dict[int, fmpq]


def staircase(ideal: Ideal, most: int) -> list[Monomial] | None:
    """The monomials that no leading monomial divides; None where there are more than `most`."""
    found: dict[Monomial, None] = {}
    waiting = [(0,) * ideal.variables]
    while waiting:
        at = waiting.pop()
        if at in found or any(divides(lead, at) for lead in ideal.leading):
            continue
        if len(found) >= most:
            return None
        found[at] = None
        waiting += [_times(at, i) for i in range(ideal.variables)]
    return sorted(found, key=_rank)


class Quotient:
    """Polynomials modulo an ideal of dimension 0."""

    def __init__(self, ideal: Ideal, most: int = budget.SYSTEM_DIMENSION) -> None:
        self.variables = ideal.variables
        self._leading = {leading_monomial(g): g for g in ideal.basis}
        basis = staircase(ideal, most)
        if basis is None:
            raise TooLarge
        self.basis = basis
        self.index = {m: i for i, m in enumerate(self.basis)}
        self.dimension = len(self.basis)
        self._forms: dict[Monomial, Vector] = {m: {i: fmpq(1)} for m, i in self.index.items()}

    def _form(self, m: Monomial) -> Vector:
        """The normal form of a monomial, through a smaller one."""
        known = self._forms.get(m)
        if known is None:
            lead = self._leading.get(m)
            known = self._tail(m, lead) if lead is not None else self._shifted(m)
            self._forms[m] = known
        return known

    def _tail(self, m: Monomial, g: Polynomial) -> Vector:
        terms = {tuple(map(int, n)): int(c) for n, c in g.to_dict().items()}
        head = terms.pop(m)
        return _combined((fmpq(-c, head), self._form(n)) for n, c in terms.items())

    def _shifted(self, m: Monomial) -> Vector:
        """Through m/x, which is no basis monomial either."""
        i = next(i for i, n in enumerate(m) if n and _over(m, i) not in self.index)
        below = self._form(_over(m, i))
        return _combined((c, self._form(_times(self.basis[j], i))) for j, c in below.items())

    @cached_property
    def matrices(self) -> list[fmpq_mat]:
        """Multiplication by each variable."""
        made = []
        for i in range(self.variables):
            matrix = fmpq_mat(self.dimension, self.dimension)
            for j in range(self.dimension):
                for k, c in self.product(i, j).items():
                    matrix[k, j] = c
            made.append(matrix)
        return made

    def product(self, i: int, j: int) -> Vector:
        """Of a variable and a monomial of the basis."""
        return self._form(_times(self.basis[j], i))

    def column(self, i: int) -> Vector:
        """The variable itself as a vector."""
        return self._form(_times((0,) * self.variables, i))

    def multiplication(self, form: tuple[int, ...]) -> fmpq_mat:
        """By a linear form in the variables."""
        made = fmpq_mat(self.dimension, self.dimension)
        for factor, matrix in zip(form, self.matrices, strict=True):
            if factor:
                made = made + matrix * fmpq(factor)
        return made

    def characteristic(self, form: tuple[int, ...]) -> fmpq_poly:
        """Its roots are the values of the form at the solutions, with their multiplicities."""
        return self.multiplication(form).charpoly()

    @cached_property
    def hermite(self) -> tuple[int, int]:
        """Rank and signature of (a, b) -> trace(a*b): how many complex and real solutions."""
        size = self.dimension
        products = self._basis_matrices()
        traces = [sum((p[k, k] for k in range(size)), fmpq(0)) for p in products]
        row = fmpq_mat(1, size, traces)
        form = fmpq_mat(size, size)
        for i, p in enumerate(products):
            line = row * p
            for j in range(size):
                form[i, j] = line[0, j]
        coefficients = [Fraction(int(c.p), int(c.q)) for c in form.charpoly().coeffs()]
        zeros = next(n for n, c in enumerate(coefficients) if c)
        positive = _variations(coefficients)
        rank = size - zeros
        return rank, 2 * positive - rank

    def _basis_matrices(self) -> list[fmpq_mat]:
        made: list[fmpq_mat] = []
        for m in self.basis:
            if not any(m):
                made.append(_identity(self.dimension))
                continue
            i = next(k for k in range(self.variables) if m[k])
            made.append(self.matrices[i] * made[self.index[_over(m, i)]])
        return made


def _combined(parts: Iterable[tuple[fmpq, Vector]]) -> Vector:
    made: Vector = {}
    for factor, vector in parts:
        for k, c in vector.items():
            made[k] = made.get(k, fmpq(0)) + factor * c
    return {k: c for k, c in made.items() if c != 0}


def _identity(size: int) -> fmpq_mat:
    made = fmpq_mat(size, size)
    for k in range(size):
        made[k, k] = fmpq(1)
    return made


def _variations(coefficients: list[Fraction]) -> int:
    """Changes of sign: the positive roots of a polynomial all of whose roots are real."""
    signs = [c > 0 for c in coefficients if c]
    return sum(a != b for a, b in pairwise(signs))


def _times(m: Monomial, i: int) -> Monomial:
    return (*m[:i], m[i] + 1, *m[i + 1 :])


def _over(m: Monomial, i: int) -> Monomial:
    return (*m[:i], m[i] - 1, *m[i + 1 :])


def _rank(m: Monomial) -> tuple[int, Monomial]:
    return sum(m), tuple(-n for n in reversed(m))
