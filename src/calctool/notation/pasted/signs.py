"""Which notation a text is in, by signs that calctool's own notation does not have."""

import re

from calctool.notation.node import Span
from calctool.notation.pasted.pieces import Notation
from calctool.notation.problem import Problem

_SIGNS: dict[Notation, str] = {
    "mathml": r"\A\s*<(?:\?xml|math|m:math|mml:math|!DOCTYPE)",
    "excel": r"\A\s*=(?!=)(?![^\\]*\\)",
    "latex": r"(?s)\\(?!\[[A-Z][a-z]+\])|\A\s*\$.*\$\s*\Z|[\^_]\{|\d\{,\}\d",
    "mathematica": r"(?<![\w\\])[A-Za-z]\w*\[(?!\s*\d+\s*\])|\(\*|\\\[[A-Z]|\w_\]?\s*:?=",
    "maxima": (
        r"%(?:e|pi|i|phi)\b|:=|\bif\b.{1,300}?\bthen\b|[;$]\s*\Z(?<!\$\s)|"
        r"\b(?:surd|when|piecewise|signum|bessel_[jyik]|lambert_w)\s*\("
    ),
    "sympy": r"\b(?:Symbol|Integer|Rational|Add|Mul|Pow|Float|S)\s*\(|\bS\.\w",
    "python": (
        r"\b(?:np|numpy|math|Math|torch|jnp|scipy|special|tf|sympy|sp|F)\.\w|\blambda\b|\bdef\s|"
        r"\breturn\b|\bpow\s*\(|\S\s+if\b.{1,300}?\belse\b|\bnp\b|\w\[\s*\d+\s*\]"
    ),
}
"""The more telling come first."""

_STRONG: dict[Notation, str] = {
    "latex": r"\\(?:frac|sin|cos|sqrt|left|exp|ln|log|begin|cdot)",
    "python": r"\b(?:np|numpy|math|Math|torch|jnp)\.\w|\blambda\b(?<!\\lambda)",
}


def notation_of(text: str) -> Notation | None:
    """The notation whose signs the text has; None where it has none.

    Raises Problem where it has signs of LaTeX and of Python at once.
    """
    if all(re.search(pattern, text) for pattern in _STRONG.values()):
        raise Problem("notation.two", Span(0, len(text)), hint="notation.two")
    for notation, pattern in _SIGNS.items():
        if re.search(pattern, text):
            return notation
    return None
