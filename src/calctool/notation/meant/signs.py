"""Signs of other notations, rewritten wherever they stand in the text."""

from __future__ import annotations

import re
from collections.abc import Callable

from calctool.notation.meant import choosing
from calctool.notation.pasted import notation_of, pasted
from calctool.notation.problem import Problem
from calctool.notation.tokens.characters import LOOKALIKES, unquoted
from calctool.notation.tokens.scan import bare, parts, value_after, value_before

_AFTER_THE_END = re.compile(r"(?<=[\w)\]}|$”’」»'\"])\s*(?:=?\s*[?？]|[;.,。；])\s*$")
Rewriting = Callable[[str], list[str]]


def without_quotes(text: str) -> list[str]:
    """Quotes that a word processor, a keyboard or cmd.exe left around the text"""
    return [unquoted(text)]


def undisplayed(text: str) -> list[str]:
    r"""$x^2$, $$x^2$$, \(x^2\), \[x^2\]"""
    found = re.fullmatch(
        r"\s*(?:\$\$?(?P<a>[^$]+?)\$\$?|\\\((?P<b>.+)\\\)|\\\[(?P<c>.+)\\\])\s*", text, re.DOTALL
    )
    return [next(filter(None, found.groups())).strip()] if found else []


def elsewhere(text: str) -> list[str]:
    """A text in another notation, whose signs tell which."""
    try:
        notation = notation_of(text)
        return [] if notation is None else [pasted(text, notation, defines=False).plain]
    except Problem:
        return []


def of_a_sheet(text: str) -> list[str]:
    """=EXP(-A1): the equals sign before a formula of a spreadsheet, and PI()."""
    bare = re.sub(r"\b(?:PI|Pi|pi)\s*\(\s*\)", "pi", text)
    found = re.fullmatch(r"\s*=(?!=)(?P<formula>[^=]+)", bare)
    if found is None:
        return [bare]
    formula = found["formula"].strip()
    # There a sign binds tighter than a power: =-A1^2 is (-A1)^2.
    return [] if re.search(r"(?:^|[(,*/^=])\s*-\s*[\w.]+\s*\^", formula) else [formula]


def anded(text: str) -> list[str]:
    """&, && and the sign of logic between conditions, which may stand in brackets"""
    if "\\" in text:
        return []
    made = re.sub(r"\s*(?:&&?|∧)\s*", " and ", re.sub(r"\s*(?:\|\||∨)\s*", " or ", text))
    made = re.sub(r"\b(And|Or)\(([^()]*)\)", _joined_conditions, made)
    relation = r"\(([^()<>=≤≥]*(?:\([^()]*\)[^()<>=≤≥]*)?[<>=≤≥][^()]*)\)"
    made = re.sub(rf"\b(and|or)\s*{relation}", r"\1 \2", made)
    return [re.sub(rf"{relation}(?=\s*\b(?:and|or)\b)", r"\1", made)]


def _joined_conditions(found: re.Match[str]) -> str:
    return f" {found[1].lower()} ".join(part.strip() for part in parts(found[2]))


def unlined(text: str) -> list[str]:
    """A sign after the end: x^2; or x^2 = ? or x^2."""
    return [_AFTER_THE_END.sub("", text)]


def of_a_lambda(text: str) -> list[str]:
    """lambda x: x**2, x -> x^2"""
    return [re.sub(r"^\s*(?:lambda\s+[\w\s,]+:|\(?[\w\s,]+\)?\s*(?:->|=>|↦|→|\|->))\s*", "", text)]


def remainder(text: str) -> list[str]:
    """x % 2, x mod 2; 5% and x% are hundredths."""
    found = re.search(r"%|\bmod\b(?!\s*\()", text)
    if found is None:
        return []
    start, end = value_before(text, found.start()), value_after(text, found.end())
    if start is None:
        return []
    if end is None:
        hundredth = f"{text[: found.start()].rstrip()}/100{text[found.end() :]}"
        return [hundredth] if found[0] == "%" else []
    right = text[found.end() : end].strip()
    begins = [start]
    before = text[:start].rstrip()
    if before[-1:] in ("*", "/", "^", ")", "·") or before[-1:].isalnum():
        # Some take the whole product for the dividend, some its last factor.
        begins.insert(0, _term_start(text, start))
    return [
        f"{text[:at]}mod({text[at : found.start()].strip()}, {right}){text[end:]}" for at in begins
    ]


def _term_start(text: str, end: int) -> int:
    """Where the product begins that ends at a place."""
    depth = 0
    for at in range(end - 1, -1, -1):
        depth += (text[at] in ")]}") - (text[at] in "([{")
        if depth < 0 or (
            depth == 0 and text[at] in "+-,<>=" and text[:at].rstrip()[-1:] not in "*/^"
        ):
            return at + 1
    return 0


def commas_in_numbers(text: str) -> list[str]:
    """1,000x is a thousand for one reader and one for another; 1,5x is a decimal."""
    if "(" in text and "," in text[text.find("(") : text.rfind(")")]:
        return []
    grouped = re.search(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\d,])", text)
    if grouped:
        whole = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text)
        return [whole] if grouped[0].count(",") > 1 else [whole, _pointed(text)]
    return [_pointed(text)]


def _pointed(text: str) -> str:
    return re.sub(r"(?<=\d),(?=\d)", ".", text)


def rounded(text: str) -> list[str]:
    """Square and curly brackets in place of round ones; x[0] is a name with an index."""
    indexed = re.sub(r"\b([A-Za-z])\[(\w+)\]", r"\1_\2", re.sub(r"_\{(\w+)\}", r"_\1", text))
    if indexed != text:
        return [indexed]
    made = text.translate(str.maketrans("[]{}［］｛｝", "()()()()"))
    return [bare(made) if made != text else text]


def plain_letters(text: str) -> list[str]:
    """What only looks like a letter"""
    return [text.translate({ord(looks): plain for looks, plain in LOOKALIKES.items()})]


REWRITINGS: tuple[tuple[Rewriting, bool], ...] = (
    (without_quotes, True),
    (elsewhere, True),
    (undisplayed, True),
    (of_a_sheet, False),
    (of_a_lambda, False),
    (choosing.braces, True),
    (choosing.ternary, True),
    (choosing.inline_if, True),
    (anded, True),
    (unlined, False),
    (remainder, False),
    (commas_in_numbers, False),
    (rounded, False),
    (plain_letters, False),
)
"""In the order in which they are tried, with whether nothing else can have been meant."""
