"""Solutions of a zero-dimensional ideal as fractions in one linear form, put together from their
images modulo primes: where there are a hundred, exact linear algebra over Q is out of reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isqrt

from flint import fmpq, fmpq_mat, fmpq_poly, fmpz, nmod, nmod_mat, nmod_poly
from msgspec import Struct

from calctool import budget
from calctool.algebra.systems.ideals.frame import Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.algebra.systems.ideals.quotient import Quotient
from calctool.algebra.systems.ideals.separating import Form, forms, is_cyclic
from calctool.algebra.systems.points.evaluation import PowersModulo

Residues = list[list[int]]
"""Coefficients of several polynomials."""


class AsFractions(Struct, frozen=True):
    """x_i = numerators[i](t)/w'(t) at the roots t of w, all of them simple: the rational univariate
    representation of [Rouillier 1999], whose coefficients are far shorter than those of x_i itself.
    `is_simple` says that every solution is simple."""

    w: fmpq_poly
    numerators: tuple[fmpq_poly, ...]
    is_simple: bool


def as_fractions(ideal: Ideal, quotient: Quotient) -> AsFractions:
    """All solutions, proved: the powers of the form t span the algebra, so that solutions have
    different t, as many as the characteristic polynomial has roots; what the primes gave is put
    back into the equations. TooLarge where no form spans, or not all is proved."""
    for form, _ in zip(forms(quotient.variables), range(quotient.variables + 3), strict=False):
        matrix = quotient.multiplication(form)
        if is_cyclic(matrix):
            found = _lifted(quotient, matrix)
            if found is not None and _is_proved(found, ideal, form, matrix):
                return found
            break
    raise TooLarge


def _is_proved(found: AsFractions, ideal: Ideal, form: Form, matrix: fmpq_mat) -> bool:
    size = matrix.nrows()
    if found.w.gcd(found.w.derivative()).degree() > 0:
        return False
    if not found.is_simple:
        if size > budget.SYSTEM_CHARACTERISTIC:
            return False
        whole = matrix.charpoly()
        if found.w != whole / whole.gcd(whole.derivative()):
            return False
    elif found.w.degree() != size:
        return False
    slope = found.w.derivative()
    t = fmpq_poly([0, 1])
    combined = sum((c * h for c, h in zip(form, found.numerators, strict=True)), fmpq_poly([0]))
    if ((combined - t * slope) % found.w).degree() >= 0:
        return False
    values = Homogeneous(found.numerators, slope, found.w)
    return all(values.value(p).degree() < 0 for p in ideal.generators)


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


def _lifted(quotient: Quotient, matrix: fmpq_mat) -> AsFractions | None:
    """From more and more primes, until one more says the same."""
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
                w, *numerators = (fmpq_poly(row) for row in known)
                return AsFractions(w, tuple(numerators), w.degree() == quotient.dimension)
            tried = 0
        if not lifting.add(image, prime):
            return None
        tried = tried or lifting.count + 1 + lifting.count // 3
    return None


def _primes() -> Iterator[int]:
    number = (1 << 61) - 1
    while True:
        if fmpz(number).is_prime():
            yield number
        number -= 2


def _image(quotient: Quotient, matrix: fmpq_mat, prime: int) -> Residues | None:
    """w and the numerators modulo a prime; None where it divides what must not vanish."""
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
    w = nmod_poly([-c % prime for c in last] + [1], prime)
    w = w / w.gcd(w.derivative())
    slope = w.derivative()
    fractions = ((nmod_poly(row, prime) % w) * slope % w for row in own)
    return [[int(c) for c in p.coeffs()] for p in (w, *fractions)]


class _Lifting:
    """Residues modulo the product of some primes."""

    def __init__(self) -> None:
        self.count = 0
        self._modulus = 1
        self._rows: Residues = []

    def add(self, image: Residues, prime: int) -> bool:
        """False where the degrees differ: one of the primes is unlucky."""
        padded = _padded(image)
        if not self.count:
            self._rows, self._modulus, self.count = padded, prime, 1
            return True
        if [len(row) for row in padded] != [len(row) for row in self._rows]:
            return False
        inverse = pow(self._modulus, -1, prime)
        for row, fresh in zip(self._rows, padded, strict=True):
            for k, c in enumerate(fresh):
                row[k] += self._modulus * ((c - row[k]) * inverse % prime)
        self._modulus *= prime
        self.count += 1
        return True

    def rational(self) -> list[list[fmpq]] | None:
        """The fractions with short numerators and denominators that leave these residues."""
        made = []
        for row in self._rows:
            below = 1
            found = []
            for c in row:
                pair = _fraction(c * below % self._modulus, self._modulus)
                if pair is None:
                    return None
                found.append(fmpq(pair[0], pair[1] * below))
                below *= pair[1]
            made.append(found)
        return made


def _padded(image: Residues) -> Residues:
    """The numerators have lower degrees than w, some of them by more than one."""
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


def _agrees(known: list[list[fmpq]], image: Residues, prime: int) -> bool:
    padded = _padded(image)
    if [len(row) for row in known] != [len(row) for row in padded]:
        return False
    return all(
        int(c.q) % prime and int(c.p) % prime == residue * int(c.q) % prime
        for row, other in zip(known, padded, strict=True)
        for c, residue in zip(row, other, strict=True)
    )
