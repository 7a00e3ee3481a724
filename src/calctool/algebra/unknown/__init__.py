"""An equation in one unknown, solved line by line as a person writes it."""

from calctool.algebra.unknown.turns import Turn, turns

__all__ = ["Turn", "turns"]
