"""Minimal polynomials of numbers p(t) in Q[t]/(w): found modulo primes, proved by putting p in."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from math import isqrt

from flint import fmpq, fmpq_mat, fmpq_poly, fmpz, fmpz_poly, nmod_mat, nmod_poly

from calctool import budget
from calctool.algebra.algebraic import Coefficients, primitive


def minimal_polynomial(w: fmpq_poly, p: fmpq_poly) -> Coefficients:
    """The only irreducible factor of the characteristic polynomial of p modulo w."""
    modulus, top = (tuple(map(int, each.numer().coeffs())) for each in (w, p))
    return _minimal(modulus, top, int(p.denom()))


@lru_cache(maxsize=256)
def _minimal(modulus: Coefficients, top: Coefficients, bottom: int) -> Coefficients:
    """Conjugate points share it."""
    w, p = fmpq_poly(list(modulus)), fmpq_poly(list(top)) / bottom
    if w.degree() <= budget.SMALL_FIELD:
        return _irreducible(_matrix(w, p).charpoly())
    return next(found for found in _candidates(w, p) if _vanishes(found, w, p))


def _irreducible(characteristic: fmpq_poly) -> Coefficients:
    numerator: fmpz_poly = characteristic.numer()
    return primitive(numerator.factor()[1][0][0])


def _matrix(w: fmpq_poly, p: fmpq_poly) -> fmpq_mat:
    """Multiplication by p in the basis 1, t, t^2, ..."""
    degree = w.degree()
    made, column, t = fmpq_mat(degree, degree), p, fmpq_poly([0, 1])
    for j in range(degree):
        for i in range(degree):
            made[i, j] = column[i]
        column = column * t % w
    return made


def _candidates(w: fmpq_poly, p: fmpq_poly) -> Iterator[Coefficients]:
    """What the residues modulo more and more primes suggest."""
    modulus, residues, wanted = 1, [0] * (w.degree() + 1), 1
    for count, prime in enumerate(_primes(w, p), 1):
        image = _characteristic_modulo(w, p, prime)
        inverse = pow(modulus, -1, prime)
        residues = [
            a + modulus * ((b - a) * inverse % prime) for a, b in zip(residues, image, strict=True)
        ]
        modulus *= prime
        if count >= wanted:
            wanted = count + 1 + count // 4
            guess = _rationals(residues, modulus)
            if guess is not None:
                yield _irreducible(fmpq_poly([fmpq(c.numerator, c.denominator) for c in guess]))


def _primes(w: fmpq_poly, p: fmpq_poly) -> Iterator[int]:
    """Those that no denominator has."""
    bad = int(w.leading_coefficient().p) * int(w.denom()) * int(p.denom())
    prime = 1 << 62
    while True:
        prime -= 1
        if fmpz(prime).is_prime() and bad % prime:
            yield prime


def _characteristic_modulo(w: fmpq_poly, p: fmpq_poly, prime: int) -> list[int]:
    lower, column = _modulo(w, prime), _modulo(p, prime)
    t, degree = nmod_poly([0, 1], prime), w.degree()
    rows = []
    for _ in range(degree):
        rows.append([int(column[i]) for i in range(degree)])
        column = column * t % lower
    # The transposed matrix has the same characteristic polynomial.
    found = nmod_mat(degree, degree, [c for row in rows for c in row], prime).charpoly()
    return [int(found[i]) for i in range(degree + 1)]


def _modulo(p: fmpq_poly, prime: int) -> nmod_poly:
    inverse = pow(int(p.denom()), -1, prime)
    return nmod_poly([int(c) * inverse % prime for c in p.numer().coeffs()], prime)


def _rationals(residues: list[int], modulus: int) -> list[Fraction] | None:
    """Fractions with short numerators and denominators, None where one has none."""
    found = []
    for residue in residues:
        value = _rational(residue, modulus)
        if value is None:
            return None
        found.append(value)
    return found


def _rational(residue: int, modulus: int) -> Fraction | None:
    bound = isqrt(modulus // 2)
    a, b, u, v = modulus, residue, 0, 1
    while b > bound:
        a, (quotient, b) = b, divmod(a, b)
        u, v = v, u - quotient * v
    return Fraction(b, v) if 0 < abs(v) <= bound else None


def _vanishes(coefficients: Coefficients, w: fmpq_poly, p: fmpq_poly) -> bool:
    value = fmpq_poly([0])
    for c in reversed(coefficients):
        value = (value * p + c) % w
    return bool(value.degree() < 0)
