"""Text to tokens: numbers, names, signs; every other character is named and refused."""

import re
import string

from msgspec import Struct

from calctool import budget
from calctool.notation.node import Span, make_span
from calctool.notation.problem import Problem
from calctool.notation.tokens.characters import FRACTIONS, FROM_LOWERED, FROM_RAISED, LETTERS, TYPED
from calctool.notation.tokens.letters import LOWERED, RAISED


class Token(Struct):
    """`text` is what it means (π is `pi`), `start` and `end` are columns of the user's text."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return make_span((self.start, self.end))


class Bounds(Struct, frozen=True):
    """How much text is read."""

    characters: int
    tokens: int
    nesting: int
    names: int


TYPED_BOUNDS = Bounds(
    budget.EXPRESSION_CHARACTERS,
    budget.EXPRESSION_TOKENS,
    budget.NESTING,
    budget.EXPRESSION_NAMES,
)
PRINTED_BOUNDS = Bounds(
    budget.PRINTED_CHARACTERS,
    budget.PRINTED_TOKENS,
    budget.PRINTED_NESTING,
    budget.PRINTED_TOKENS,
)

_BLANK = " \t\r\n"
_INDEX = "".join(LOWERED.values())
_RAISED = "".join(RAISED.values())
_PIECE = re.compile(
    rf"""
      (?:[A-Za-z][A-Za-z0-9]*+|[{"".join(LETTERS)}][0-9]*+)(?:_[A-Za-z0-9]++)*+[{_INDEX}]*+_?+
    | (?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?
    | \*\*|==|<=|>=|!=(?!=)
    | [{_RAISED}]++
    | [{_BLANK}]++
    | .""",
    re.VERBOSE | re.ASCII | re.DOTALL,
)
"""Names, numbers, signs, raised runs, blanks, and anything else one character at a time."""

_KNOWN = (
    {sign: (sign, sign) for sign in "-+*/(),|√'!⌊⌋⌈⌉"}
    | {sign: ("fraction", value) for sign, value in FRACTIONS.items()}
    | {"∛": ("√", "∛"), "∜": ("√", "∜")}
    | {sign: ("relation", sign) for sign in ("=", "<", "<=", ">", ">=", "!=")}
    | {"≤": ("relation", "<="), "≥": ("relation", ">="), "≠": ("relation", "!=")}
    | {"==": ("relation", "="), "**": ("power", "**"), "^": ("power", "^"), "″": ("'", "''")}
    | {digit: ("number", digit) for digit in string.digits}
    | {letter: ("name", letter) for letter in string.ascii_letters}
    | {letter: ("name", name) for letter, name in LETTERS.items()}
    | {"π": ("name", "pi"), "∞": ("name", "oo")}
    | {high: ("superscript", FROM_RAISED[ord(high)]) for high in _RAISED}
)
"""Kind and meaning of every piece of one character, and of every sign."""


def tokens(text: str, bounds: Bounds) -> list[Token]:
    """The tokens of a text, an `end` token last.

    Raises Problem for a text too long, a number or name too long, a character of no use.
    """
    if len(text) > bounds.characters:
        raise Problem(
            "limit.characters",
            Span(bounds.characters, len(text)),
            count=len(text),
            most=bounds.characters,
        )
    plain = text if text.isascii() else text.translate(TYPED)
    found: list[Token] = []
    end = 0
    for piece in _PIECE.findall(plain):
        start, end = end, end + len(piece)
        known = _KNOWN.get(piece)
        if known:
            kind, meaning = known
            found.append(Token(kind, meaning, start, end))
        elif piece[0] not in _BLANK:
            if len(piece) == 1 or piece[-1] == "_":
                from calctool.notation.tokens.refusals import refuse

                refuse(text, plain, start)
            found.append(_longer(piece, start, end))
            if piece[0] == ".":
                _check_point(found)
    if len(found) > bounds.tokens:
        raise Problem("limit.tokens", found[bounds.tokens].span, most=bounds.tokens)
    end = len(plain.rstrip())
    found.append(Token("end", "", end, end))
    return found


def _longer(piece: str, start: int, end: int) -> Token:
    """The token of two or more characters that are no sign."""
    if piece[0] in ".0123456789":
        _check_number(piece, start, end)
        return Token("number", piece, start, end)
    if piece[0] in _RAISED:
        return Token("superscript", piece.translate(FROM_RAISED), start, end)
    name = piece if piece.isascii() else _spelled(piece)
    if len(name) > budget.NAME_CHARACTERS:
        raise Problem("limit.name", Span(start, end), count=len(name), most=budget.NAME_CHARACTERS)
    kind = "logic" if name in ("and", "or") else "name"
    return Token(kind, "lambda" if name == "lamda" else name, start, end)


def _check_number(text: str, start: int, end: int) -> None:
    if text.isdigit() and len(text) <= budget.NUMBER_DIGITS:
        return
    mantissa, _, exponent = text.lower().partition("e")
    digits = len(mantissa) - ("." in mantissa)
    if digits > budget.NUMBER_DIGITS:
        raise Problem("limit.digits", Span(start, end), count=digits, most=budget.NUMBER_DIGITS)
    # Text is compared by length first: int() of a long exponent would itself be work.
    if exponent and (len(exponent.lstrip("+-0")) > 4 or abs(int(exponent)) > budget.POWER_OF_TEN):
        most = budget.POWER_OF_TEN
        raise Problem("limit.power-of-ten", Span(start, end), hint="scale", most=most)


def _check_point(found: list[Token]) -> None:
    """x.1 and 1.2.3 are mistakes, not products."""
    if len(found) < 2 or found[-2].end < found[-1].start:
        return
    before, start = found[-2].kind, found[-1].start
    if before == "number":
        raise Problem("syntax.two-points", Span(start, start + 1))
    if before in ("name", ")", "superscript"):
        raise Problem("syntax.point", Span(start, start + 1), hint="point")


def _spelled(name: str) -> str:
    """Greek letters by their names, a lowered index as it is typed in ASCII: θ₁ is theta1."""
    stem = name.rstrip(_INDEX)
    index = name[len(stem) :].translate(FROM_LOWERED)
    if stem[0] in LETTERS:
        stem = LETTERS[stem[0]] + stem[1:]
    return stem + (index if not index or index.isdigit() else "_" + index)
