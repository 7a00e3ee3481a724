"""Python, NumPy and SymPy text: Python's own syntax tree, of which a few kinds of nodes are read.

`ast.parse` builds a tree and runs nothing.
"""

from __future__ import annotations

from msgspec.structs import replace

from calctool.notation.pasted.pieces import Notation, Pasted, joined
from calctool.notation.pasted.python.reader import Reader
from calctool.words.notes import reading_note

_NO_NUMBERS = frozenset(("I", "zoo", "nan", "EulerGamma", "GoldenRatio", "Catalan"))
"""What SymPy prints for the imaginary unit, for no number, and for numbers not known here."""


def pasted(text: str, notation: Notation = "python") -> Pasted:
    """What the text says in plain notation; raises Problem for all that is not arithmetic."""
    reader = Reader(text, _NO_NUMBERS if notation == "sympy" else frozenset())
    node, left = reader.parsed()
    found = joined(notation, text, reader.run(node))
    notes = [reading_note("note.left-side", typed=left)] if left else []
    return replace(found, notes=(*notes, *reader.notes))
