"""What the signs and words of MathML are as tokens of LaTeX."""

from calctool.notation.pasted.latex.commands import FUNCTION_COMMANDS
from calctool.notation.tokens.characters import LETTERS as GREEK_LETTERS

APPLIES = "\u2061"
DROPPED = frozenset((APPLIES, "\u2063", "", "\u200b"))
"""Function application, the invisible comma."""

SIGNS = {
    "\u2062": "*", "\u2064": "+",
    "·": "*", "×": "*", "⋅": "*", "∗": "*", "−": "-", "–": "-", "∕": "/", "÷": "/",
    "∣": "|", "′": "'", "≤": "≤", "≥": "≥", "≠": "≠", "⩽": "≤", "⩾": "≥", "{": "\\{", "}": "\\}",
    "<=": "≤", ">=": "≥", "!=": "≠", "==": "=", "**": "^",
}  # fmt: skip

COMMANDS = (
    {name: name for name in FUNCTION_COMMANDS}
    | GREEK_LETTERS
    | {
        "π": "pi", "∞": "infty", "⌊": "lfloor", "⌋": "rfloor", "⌈": "lceil", "⌉": "rceil",
        "∫": "int", "∑": "sum", "∏": "prod", "±": "pm", "…": "ldots", "⋯": "cdots", "∂": "partial",
        "→": "to", "∇": "nabla",
    }
)  # fmt: skip
