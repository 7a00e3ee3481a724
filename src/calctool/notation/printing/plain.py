"""Trees as the ASCII text that the parser reads back to an equal tree."""

from calctool.notation.printing.writer import Writer
from calctool.notation.system import Line


def plain(statement: Line) -> str:
    """For example `-2*x^(-3) + sin(x)/x` or `D(u, x) = 1/2`.

    >>> plain(tree("2x/(y+1)"))
    '2*x/(y + 1)'
    """
    return Writer(statement).write()


def question_text(statement: Line) -> str:
    """The same with names spelled as in an answer's SymPy text, where `lambda` is `lamda`."""
    return _Named(statement).write()


class _Named(Writer):
    def name(self, id: str) -> str:
        from calctool.notation.printing.sympy_text import sympy_name

        return sympy_name(id)
