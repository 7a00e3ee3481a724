"""Polynomial systems: all their real solutions, exactly, with what proves that no other exists."""

from calctool.algebra.systems.points.constants import NotPolynomial
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.systems.points.scalars import AlgebraicScalar
from calctool.algebra.systems.solve import (
    contains,
    has_real_point,
    is_inconsistent,
    polynomial_solutions,
)

__all__ = [
    "AlgebraicPlace",
    "AlgebraicScalar",
    "NotPolynomial",
    "contains",
    "has_real_point",
    "is_inconsistent",
    "polynomial_solutions",
]
