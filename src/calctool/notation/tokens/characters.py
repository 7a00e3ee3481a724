"""Which characters may be typed: what is taken for what, and what only looks like a letter."""

import unicodedata

from calctool.notation.tokens.letters import GREEK, LOWERED, RAISED

_SAME = {
    "-": "−–‒‐‑﹣",
    "*": "×·⋅∗•∙",
    "/": "÷∕⁄",
    "|": "∣",
    "'": "’′ʹ",
    " ": "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
    "ε": "ϵ",
    "θ": "ϑ",
    "φ": "ϕ",
    "ρ": "ϱ",
    "μ": "\u00b5",
    "Ω": "\u2126",
    "Δ": "\u2206",
}

ITALIC = {
    sign: unicodedata.normalize("NFKC", chr(sign))
    for sign in (*range(0x1D434, 0x1D468), 0x210E, *range(0x1D6E2, 0x1D714), 0x2147)
    if unicodedata.category(chr(sign)) in ("Lu", "Ll")
}
"""The italic letters of formulas, as a word processor writes them, are the letters themselves."""

TYPED = (
    {ord(same): plain for plain, all_same in _SAME.items() for same in all_same}
    | {wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
    | ITALIC
)
"""For str.translate: one character for one, so that spans still point into the user's text."""

FRACTIONS = {
    sign: unicodedata.normalize("NFKC", sign).replace("\u2044", "/")
    for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
}

LETTERS = {letter: name for name, letter in GREEK.items() if name != "omicron"}
FROM_RAISED = {ord(high): low for low, high in RAISED.items()}
FROM_LOWERED = {ord(low): plain for plain, low in LOWERED.items()}

LOOKALIKES = dict(
    zip(
        "асеорхуіјѕԁһԛԝАВЕКМНОРСТХУІЈЅοΑΒΕΖΗΙΚΜΝΟΡΤΧⅹⅼⅽⅾⅿ",
        "aceopxyijsdhqwABEKMHOPCTXYIJSoABEZHIKMNOPTXxlcdm",
        strict=True,
    )
)
"""Cyrillic, Greek and Roman-numeral signs that only look like a Latin letter."""

# fmt: off
RESERVED = frozenset({
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    "True", "False", "None", "nan", "NaN",
})
# fmt: on
"""Words that mean something else in SymPy or Python, where answers are read again."""

_QUOTES = "\"'`“”„‟‘’‚«»‹›「」『』＂＇"


def unquoted(text: str) -> str:
    """The text without the quotes around it that a keyboard made or that cmd.exe left in."""
    bare = text.strip()
    if len(bare) < 3 or bare[0] not in _QUOTES or bare[-1] not in _QUOTES:
        return text
    inner = bare[1:-1].strip()
    return inner if inner and not any(sign in inner for sign in _QUOTES) else text
