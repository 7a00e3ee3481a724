"""`calctool lagrange`: extrema under constraints, singular points and all cases included."""

from calctool.solve.lagrange.whole import answer

__all__ = ["answer"]
