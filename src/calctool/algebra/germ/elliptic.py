"""The complete elliptic integrals at 0, where their own differential equations have a gap."""

from fractions import Fraction
from math import comb

from calctool.algebra.real.ring import Real

# K = pi/2*sum c(n)^2*m^n and E = pi/2*sum c(n)^2/(1 - 2*n)*m^n, c(n) = binomial(2*n, n)/4^n.
_DIVISORS = {"elliptic_k": 0, "elliptic_e": 2}

HAS_SERIES = frozenset(_DIVISORS)


def coefficients(function: str, quarter: Real, last: int) -> list[Real]:
    """Those of m^0 to m^last; `quarter` is the value at 0."""
    found = []
    for n in range(last + 1):
        square = Fraction(comb(2 * n, n), 4**n) ** 2
        found.append(quarter.times(square / (1 - _DIVISORS[function] * n)))
    return found
