"""Irreducible factors of polynomials, as far as they can be had."""

from __future__ import annotations

from flint import fmpz_poly

from calctool.algebra.systems.frame import Polynomial


def factors(p: Polynomial) -> list[tuple[Polynomial, int]]:
    """Irreducible ones with their powers; p itself where FLINT's Python side fails.

    It sorts factors of one shape by coefficients, which have to fit into a machine word.
    """
    try:
        return [(factor, int(power)) for factor, power in p.factor()[1]]
    except OverflowError:
        return _of_one_variable(p) or [(p, 1)]


def _of_one_variable(p: Polynomial) -> list[tuple[Polynomial, int]]:
    occurring = [i for i, n in enumerate(p.degrees()) if int(n)]
    if len(occurring) != 1:
        return []
    (i,) = occurring
    coefficients = [0] * (int(p.degrees()[i]) + 1)
    for monomial, c in p.to_dict().items():
        coefficients[int(monomial[i])] = int(c)
    x = p.context().gen(i)
    return [
        (sum((int(c) * x**n for n, c in enumerate(factor.coeffs())), 0 * x), int(power))
        for factor, power in fmpz_poly(coefficients).factor()[1]
    ]


def distinct_factors(p: Polynomial) -> list[Polynomial]:
    """Irreducible, the simplest first; none of a constant."""
    if p.is_constant():
        return []
    found = [factor for factor, _ in factors(p)]
    return sorted(found, key=lambda q: (q.total_degree(), len(q), str(q)))


def falls_apart(p: Polynomial) -> bool:
    found = factors(p)
    return len(found) > 1 or found[0][1] > 1


def divides(factor: Polynomial, p: Polynomial) -> bool:
    return not divmod(p, factor)[1]
