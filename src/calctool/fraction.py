"""Exact rationals, under the one name that all of calctool computes with."""

from fractions import Fraction  # noqa: TID251

__all__ = ["Fraction"]
