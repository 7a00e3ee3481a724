"""Solutions of a zero-dimensional ideal as fractions in one linear form, put together from their
images modulo primes: where there are a hundred, exact linear algebra over Q is out of reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isqrt, lcm

from flint import fmpq, fmpq_mat, fmpq_poly, fmpz, nmod, nmod_mat, nmod_poly
from msgspec import Struct

from calctool import budget
from calctool.algebra.systems.ideals.frame import Polynomial, TooLarge
from calctool.algebra.systems.ideals.quotient import Quotient
from calctool.algebra.systems.ideals.separating import Form, forms, is_cyclic
from calctool.algebra.systems.points.evaluation import PowersModulo

Residues = list[list[int]]
"""Coefficients of several polynomials."""
Rows = list[list[fmpq]]


class AsFractions(Struct, frozen=True):
    """x_i = numerators[i](t)/below(t) at the roots t of w, all of them simple: the rational
    univariate representation of [Rouillier 1999], whose coefficients are far shorter than those of
    x_i itself. `is_simple` says that every solution is simple."""

    w: fmpq_poly
    below: fmpq_poly
    numerators: tuple[fmpq_poly, ...]
    is_simple: bool


def as_fractions(quotient: Quotient) -> AsFractions:
    """All solutions, proved: the powers of the form t span the algebra, so that solutions have
    different t, as many as the characteristic polynomial X of t has roots; X, and the derivatives
    -G_i of that of t + s*x_i for s = 0, are known modulo as many primes as their heights need.
    With v = gcd(X, X') there is x_i = (G_i/v)/(X'/v) at each root. TooLarge where no form spans, or
    heights need more primes than there may be."""
    for form, _ in zip(forms(quotient.variables), range(quotient.variables + 3), strict=False):
        matrix = quotient.multiplication(form)
        if is_cyclic(matrix):
            found = _lifted(quotient, matrix, Height(quotient, form))
            if found is None:
                break
            whole, *others = (fmpq_poly(row) for row in found)
            slope = whole.derivative()
            common = whole.gcd(slope)
            numerators = tuple(each / common for each in others)
            return AsFractions(whole / common, slope / common, numerators, common.degree() <= 0)
    raise TooLarge


class Height:
    """Of the coefficients of det(T - M - s*M_i), where M is multiplication by the form and M_i that
    by x_i: `below` times each is a whole number, none larger than `above`. Each column of the
    matrix is made whole; the sums of absolute values of the columns, multiplied, are a bound."""

    def __init__(self, quotient: Quotient, form: Form) -> None:
        self.below = self.above = 1
        for j in range(quotient.dimension):
            columns = [quotient.product(i, j).values() for i in range(quotient.variables)]
            whole = lcm(*(int(c.q) for column in columns for c in column))
            sums = [sum(abs(int(c.p)) * (whole // int(c.q)) for c in column) for column in columns]
            own = sum(abs(c) * each for c, each in zip(form, sums, strict=True))
            self.below *= whole
            self.above *= whole + own + max(sums)

    def needed(self, rows: Rows) -> int:
        """A modulus modulo which no other polynomials of this height are the same as the rows."""
        most = 0
        for row in rows:
            whole = lcm(*(int(c.q) for c in row))
            largest = max(abs(int(c.p)) * (whole // int(c.q)) for c in row)
            most = max(most, self.below * largest + whole * self.above)
        return most + 1


class Homogeneous:
    """Polynomials at x_i = h_i/s, times the power of s by which they have no denominator, modulo w:
    where that is 0 they vanish at every root of w at which s does not."""

    def __init__(self, numerators: Sequence[fmpq_poly], below: fmpq_poly, w: fmpq_poly) -> None:
        self._powers = PowersModulo((*numerators, below), w)

    def value(self, p: Polynomial) -> fmpq_poly:
        most = int(p.total_degree())
        terms = {(*map(int, m), most - sum(map(int, m))): c for m, c in p.to_dict().items()}
        return self._powers.combined(terms)


# --- images ---------------------------------------------------------------------------------------


def _lifted(quotient: Quotient, matrix: fmpq_mat, height: Height) -> Rows | None:
    """From more and more primes, until one more says the same; then as many as the height needs."""
    lifting = _Lifting()
    tried = 0
    for prime in _primes():
        if lifting.count > budget.SYSTEM_PRIMES:
            return None
        image = _image(quotient, matrix, prime)
        if image is None:
            continue
        if tried and lifting.count >= tried:
            known = lifting.rational()
            if known is not None and _agrees(known, image, prime):
                bound = height.needed(known) // lifting.modulus
                return known if _is_proved(known, quotient, matrix, prime, bound) else None
            tried = 0
        lifting.add(image, prime)
        tried = tried or lifting.count + 1 + lifting.count // 3
    return None


def _is_proved(rows: Rows, quotient: Quotient, matrix: fmpq_mat, last: int, bound: int) -> bool:
    """Whether the rows are the same modulo primes beyond the bound, of which the `last` is one."""
    bound //= last
    if bound.bit_length() > budget.SYSTEM_PROVED * (last.bit_length() - 1):
        return False
    for prime in _primes(last - 2):
        if not bound:
            return True
        image = _image(quotient, matrix, prime)
        if image is not None:
            if not _agrees(rows, image, prime):
                return False
            bound //= prime
    return False


def _primes(number: int = (1 << 61) - 1) -> Iterator[int]:
    """Down from a number; there are more than anybody asks for."""
    while True:
        if fmpz(number).is_prime():
            yield number
        number -= 2


def _image(quotient: Quotient, matrix: fmpq_mat, prime: int) -> Residues | None:
    """X and the G_i modulo a prime; None where it divides what must not vanish."""
    whole, bottom = matrix.numer_denom()
    if int(bottom) % prime == 0:
        return None
    scale = nmod(1, prime) / nmod(int(bottom) % prime, prime)
    image = nmod_mat(whole, prime) * scale
    size = quotient.dimension
    vector = nmod_mat(size, 1, [int(k == 0) for k in range(size)], prime)
    columns = []
    for _ in range(size + 1):
        columns.append([int(c) for c in vector.entries()])
        vector = image * vector
    right = []
    for i in range(quotient.variables):
        column = [0] * size
        for k, c in quotient.column(i).items():
            if int(c.q) % prime == 0:
                return None
            column[k] = int(c.p) * pow(int(c.q), -1, prime) % prime
        right.append(column)
    right.append(columns.pop())
    powers = nmod_mat(size, size, [c for column in columns for c in column], prime).transpose()
    wide = nmod_mat(len(right), size, [c for column in right for c in column], prime).transpose()
    try:
        solved = powers.solve(wide).transpose().entries()
    except ZeroDivisionError:
        return None
    rows = [[int(c) for c in solved[i * size : (i + 1) * size]] for i in range(len(right))]
    *own, last = rows
    x = nmod_poly([-c % prime for c in last] + [1], prime)
    slope = x.derivative()
    others = (nmod_poly(row, prime) * slope % x for row in own)
    return _padded([[int(c) for c in p.coeffs()] for p in (x, *others)])


class _Lifting:
    """Residues modulo the product of some primes."""

    def __init__(self) -> None:
        self.count = 0
        self.modulus = 1
        self._rows: Residues = []

    def add(self, image: Residues, prime: int) -> None:
        """The same modulo one more prime."""
        if not self.count:
            self._rows, self.modulus, self.count = image, prime, 1
            return
        inverse = pow(self.modulus, -1, prime)
        for row, fresh in zip(self._rows, image, strict=True):
            for k, c in enumerate(fresh):
                row[k] += self.modulus * ((c - row[k]) * inverse % prime)
        self.modulus *= prime
        self.count += 1

    def rational(self) -> Rows | None:
        """The fractions with short numerators and denominators that leave these residues."""
        made = []
        for row in self._rows:
            below = 1
            found = []
            for c in row:
                pair = _fraction(c * below % self.modulus, self.modulus)
                if pair is None:
                    return None
                found.append(fmpq(pair[0], pair[1] * below))
                below *= pair[1]
            made.append(found)
        return made


def _padded(image: Residues) -> Residues:
    """The G_i have lower degrees than X, some of them by more than one."""
    size = len(image[0]) - 1
    return [image[0], *([*row, *[0] * (size - len(row))] for row in image[1:])]


def _fraction(residue: int, modulus: int) -> tuple[int, int] | None:
    """By Euclid's algorithm, stopped half way (Wang 1981)."""
    bound = isqrt(modulus // 2)
    if residue > modulus - bound:
        return residue - modulus, 1
    a, b, s, r = modulus, residue, 0, 1
    while b > bound:
        q = a // b
        a, b = b, a - q * b
        s, r = r, s - q * r
    if abs(r) > bound or not r:
        return None
    return (b, r) if r > 0 else (-b, -r)


def _agrees(known: Rows, image: Residues, prime: int) -> bool:
    return all(
        int(c.q) % prime and int(c.p) % prime == residue * int(c.q) % prime
        for row, other in zip(known, image, strict=True)
        for c, residue in zip(row, other, strict=True)
    )
