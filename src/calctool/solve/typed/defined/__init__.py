"""What stays defined for the questions that follow: `f(x) := x^2`, `a := 2`."""

from calctool.solve.typed.defined.definition import define
from calctool.solve.typed.defined.putting_in import put_in, refuse_in_answer

__all__ = ["define", "put_in", "refuse_in_answer"]
