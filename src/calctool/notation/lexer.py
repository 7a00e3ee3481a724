"""Text to tokens: numbers, names, signs; every other character is named and refused."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from calctool import budget
from calctool.notation.characters import FROM_LOWERED, FROM_RAISED, LETTERS, TYPED
from calctool.notation.letters import LOWERED, RAISED
from calctool.notation.problem import Problem
from calctool.notation.tree import Span


class Token(NamedTuple):
    """`text` is what it means (π is `pi`), `start` and `end` are columns of the user's text."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Bounds:
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

_INDEX = "".join(LOWERED.values())
_TOKEN = re.compile(
    rf"""[ \t\r\n]*(?:
      (?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    | (?P<name>(?:[A-Za-z][A-Za-z0-9]*+|[{"".join(LETTERS)}][0-9]*+)
               (?:_[A-Za-z0-9]++)*+[{_INDEX}]*+(?!_))
    | (?P<sign>\*\*|==|<=|>=|!=(?!=)|[-+*/^(),|=<>≤≥≠√'!])
    | (?P<raised>[{"".join(RAISED.values())}]+)
    | (?P<constant>[π∞])
    | (?P<primes>″)
    )""",
    re.VERBOSE | re.ASCII,
)
_KINDS = {"**": "power", "^": "power"} | dict.fromkeys(
    ("=", "==", "<", "<=", ">", ">=", "!=", "≤", "≥", "≠"), "relation"
)
_MEANINGS = {"≤": "<=", "≥": ">=", "≠": "!=", "==": "=", "π": "pi", "∞": "oo"}


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
    at = 0
    match_at = _TOKEN.match
    while match := match_at(plain, at):
        kind = match.lastgroup or ""
        start, at = match.span(kind)
        token = _READERS[kind](match[kind], start, at)
        if len(found) == bounds.tokens:
            raise Problem("limit.tokens", token.span, most=bounds.tokens)
        found.append(token)
        if token.text[0] == ".":
            _check_point(found)
    if rest := plain[at:].lstrip(" \t\r\n"):
        from calctool.notation.refusals import refuse

        refuse(text, plain, len(plain) - len(rest))
    end = len(plain.rstrip())
    found.append(Token("end", "", end, end))
    return found


def _sign(text: str, start: int, end: int) -> Token:
    return Token(_KINDS.get(text, text), _MEANINGS.get(text, text), start, end)


def _name(text: str, start: int, end: int) -> Token:
    if not text.isascii():
        text = _spelled(text)
    if len(text) > budget.NAME_CHARACTERS:
        raise Problem("limit.name", Span(start, end), count=len(text), most=budget.NAME_CHARACTERS)
    return Token("name", text, start, end)


def _number(text: str, start: int, end: int) -> Token:
    token = Token("number", text, start, end)
    if text.isdigit() and len(text) <= budget.NUMBER_DIGITS:
        return token
    mantissa, _, exponent = text.lower().partition("e")
    digits = len(mantissa) - ("." in mantissa)
    if digits > budget.NUMBER_DIGITS:
        raise Problem("limit.digits", token.span, count=digits, most=budget.NUMBER_DIGITS)
    # Text is compared by length first: int() of a long exponent would itself be work.
    if exponent and (len(exponent.lstrip("+-0")) > 4 or abs(int(exponent)) > budget.POWER_OF_TEN):
        raise Problem("limit.power-of-ten", token.span, hint="scale", most=budget.POWER_OF_TEN)
    return token


def _superscript(text: str, start: int, end: int) -> Token:
    return Token("superscript", text.translate(FROM_RAISED), start, end)


def _constant(text: str, start: int, end: int) -> Token:
    return Token("name", _MEANINGS[text], start, end)


def _double_prime(_: str, start: int, end: int) -> Token:
    return Token("'", "''", start, end)


_READERS = {
    "number": _number,
    "name": _name,
    "sign": _sign,
    "raised": _superscript,
    "constant": _constant,
    "primes": _double_prime,
}


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
