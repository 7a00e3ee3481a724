"""Polynomials as sums of squares, found by numbers and proved by fractions."""

from calctool.algebra.extrema.squares.certificate import Certificate, Set, certificate

__all__ = ["Certificate", "Set", "certificate"]
