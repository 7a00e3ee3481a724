"""An equation in one unknown, solved line by line as a person writes it."""

from calctool.algebra.unknown.turns import REWRITTEN, Turn, turns
from calctool.algebra.unknown.waves import WAVES

__all__ = ["REWRITTEN", "WAVES", "Turn", "turns"]
