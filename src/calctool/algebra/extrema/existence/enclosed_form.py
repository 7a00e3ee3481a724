"""Top forms with constants such as sqrt(2) and pi in them, by fractions near their coefficients."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.ball.numbers import working
from calctool.algebra.build import added
from calctool.algebra.extrema.forms.homogeneous import is_definite
from calctool.algebra.extrema.polynomials import context, ratio
from calctool.algebra.paths.coefficients import Terms, enclosed_terms
from calctool.algebra.systems import NotPolynomial
from calctool.budget import PATHS_BITS
from calctool.notation.tree import Sum, Tree

_NEAR = 2**24


def definite_top(f: Tree, names: Sequence[str]) -> tuple[int, Tree] | None:
    """The sign of the top form of a polynomial off the origin, and its terms as they are written.

    By a form with fractions as coefficients, which stays definite without as much of the sum of
    x_i^d as the differences can be: no monomial of degree d is larger than that sum.
    """
    try:
        with working(PATHS_BITS, 1):
            rows = enclosed_terms(f, names)
            degree = max(map(sum, rows))
            top = {m: c for m, c in rows.items() if sum(m) == degree}
            found = None if degree % 2 or not degree else _rounded(top)
    except NotPolynomial:
        return None
    if found is None:
        return None
    near, error = found
    ring = context(len(names))
    form = ring.from_dict({m: ratio(c) for m, c in near.items() if c})
    slack = sum((x**degree for x in ring.gens()), ring.constant(0)) * ratio(error)
    sign = is_definite(form, names) if form else 0
    if not sign or is_definite(form - sign * slack, names) != sign:
        return None
    return sign, _written(f, names, degree)


def _rounded(top: Terms) -> tuple[dict[tuple[int, ...], Fraction], Fraction] | None:
    """Fractions near the coefficients, and a bound of the sum of all differences."""
    near: dict[tuple[int, ...], Fraction] = {}
    error = Fraction(0)
    for m, c in top.items():
        ends = bounds_of(c.real)
        if ends is None:
            return None
        near[m] = Fraction(round(ends[0] * _NEAR), _NEAR)
        error += max(abs(end - near[m]) for end in ends)
    return near, error


def _written(f: Tree, names: Sequence[str], degree: int) -> Tree:
    terms = f.terms if isinstance(f, Sum) else (f,)
    return added(term for term in terms if _degree(term, names) == degree)


def _degree(term: Tree, names: Sequence[str]) -> int:
    with working(PATHS_BITS, 1):
        return max(map(sum, enclosed_terms(term, names)))
