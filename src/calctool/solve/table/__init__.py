"""`calctool table`: where f is defined, how it goes, and everything that happens on the way."""

from calctool.solve.table.answering import answer

__all__ = ["answer"]
