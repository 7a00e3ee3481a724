"""The exact field: trees as fractions of polynomials in generators, with their derivation."""

from calctool.algebra.field.field import Field, is_zero, prove_equal
from calctool.algebra.field.kernels import Kernel

__all__ = ["Field", "Kernel", "is_zero", "prove_equal"]
