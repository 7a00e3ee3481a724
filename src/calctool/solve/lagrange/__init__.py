"""`calctool lagrange`: extrema under constraints, singular points and all cases included."""

from calctool.solve.lagrange.answering import answer

__all__ = ["answer"]
