"""What people paste from elsewhere, as plain text: LaTeX, Python, Mathematica, Maxima, sheets."""

from __future__ import annotations

from collections.abc import Collection

from calctool.notation.pasted.pieces import Notation, Pasted
from calctool.notation.pasted.signs import notation_of

__all__ = ["Notation", "Pasted", "notation_of", "pasted"]


def pasted(
    text: str, notation: Notation, *, defines: bool = True, functions: Collection[str] = ()
) -> Pasted:
    """What a text in a notation other than plain says; raises Problem where that is not clear.

    With `defines` a left side, as in `f(x) = …`, names the formula; else it makes an equation.
    `functions` are names of undefined functions besides f, g and h.
    """
    match notation:
        case "latex":
            from calctool.notation.pasted import latex

            return latex.pasted(text, defines=defines, functions=functions)
        case "python" | "sympy":
            from calctool.notation.pasted import python

            return python.pasted(text, notation)
        case "mathematica":
            from calctool.notation.pasted import mathematica

            return mathematica.pasted(text)
        case "maxima":
            from calctool.notation.pasted import maxima

            return maxima.pasted(text)
        case "excel":
            from calctool.notation.pasted import excel

            return excel.pasted(text)
        case "mathml":
            from calctool.notation.pasted.mathml import pasted as read_mathml

            return read_mathml(text)
    raise ValueError(notation)
