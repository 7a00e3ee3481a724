"""Polynomial systems: all their real solutions, exactly, with what proves that no other exists."""

from typing import TYPE_CHECKING

from calctool.later import later

if TYPE_CHECKING:
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

if not TYPE_CHECKING:
    __getattr__ = later(
        __name__,
        {
            "points.constants": ("NotPolynomial",),
            "points.place": ("AlgebraicPlace",),
            "points.scalars": ("AlgebraicScalar",),
            "solve": ("contains", "has_real_point", "is_inconsistent", "polynomial_solutions"),
        },
    )
