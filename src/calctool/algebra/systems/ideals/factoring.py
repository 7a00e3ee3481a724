"""What the irreducible factors of a polynomial tell."""

from __future__ import annotations

from calctool.algebra.factoring import factored
from calctool.algebra.systems.ideals.frame import Polynomial


def distinct_factors(p: Polynomial) -> list[Polynomial]:
    """Irreducible, the simplest first; none of a constant."""
    if p.is_constant():
        return []
    found = [factor for factor, _ in factored(p)[1]]
    return sorted(found, key=lambda q: (q.total_degree(), len(q), str(q)))


def falls_apart(p: Polynomial) -> bool:
    """Whether a polynomial is reducible, or a power."""
    found = factored(p)[1]
    return len(found) > 1 or found[0][1] > 1


def divides(factor: Polynomial, p: Polynomial) -> bool:
    """Whether a polynomial is a multiple of the factor."""
    return not divmod(p, factor)[1]
