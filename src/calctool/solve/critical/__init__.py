"""`calctool critical`: every critical point, what it is, and the least and greatest values."""

from calctool.solve.critical.answering import answer

__all__ = ["answer"]
