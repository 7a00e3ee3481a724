"""Trees as the ASCII text that the parser reads back to an equal tree."""

from calctool.notation.system import Line
from calctool.notation.writer import Writer


def plain(statement: Line) -> str:
    """For example `-2*x^(-3) + sin(x)/x` or `D(u, x) = 1/2`."""
    return Writer(statement).write()
