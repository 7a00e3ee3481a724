"""Real algebraic numbers as they are written by hand: in radicals where those are short."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from flint import fmpq, fmpq_poly

from calctool import budget
from calctool.algebra.algebraic import Algebraic, primitive
from calctool.algebra.build import added
from calctool.algebra.roots.points.radicals import algebraic_tree
from calctool.notation.tree import AlgebraicRoot, Tree, number


@lru_cache(maxsize=512)
def closed_form(value: Algebraic) -> Tree:
    """Also of a root whose mean is moved to 0 first: 1 + sqrt(2 + sqrt(3))."""
    plain = algebraic_tree(value)
    if not isinstance(plain, AlgebraicRoot):
        return plain
    degree = len(value.coefficients) - 1
    mean = Fraction(-value.coefficients[-2], degree * value.coefficients[-1])
    if mean == 0 or degree > 12:
        return plain
    shift = fmpq_poly([fmpq(mean.numerator, mean.denominator), 1])
    moved = fmpq_poly(list(value.coefficients))(shift).numer()
    centred = algebraic_tree(Algebraic(primitive(moved), value.index))
    if isinstance(centred, AlgebraicRoot):
        return plain
    made = added((number(mean), centred))
    return made if made.size <= budget.RADICAL_NODES else plain
