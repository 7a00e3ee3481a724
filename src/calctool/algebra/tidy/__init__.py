"""From the raw derivative to the form people expect: the search, and the moves that lead there."""

from calctool.algebra.tidy.search import Move, readable_forms

__all__ = ["Move", "readable_forms"]
