"""The condition after a formula: , t > 2 and for t > 2."""

from __future__ import annotations

from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.outside.around import WORDS, top_level
from calctool.notation.pasted.latex.tokens import Token

_RELATIONS = frozenset("=<>≤≥≠")
_CONDITION = frozenset(("for", "if", "when", "where"))


def condition(text: str, tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The formula, and `t > 2` of `…, t > 2` or of `… for t > 2`."""
    top = top_level(tokens)
    if (opening := _last_bracket(tokens)) and any(map(_relates, tokens[opening:])):
        return _without_comma(tokens[:opening]), tokens[opening + 1 : -1]
    for at in reversed(top):
        token = tokens[at]
        if token.kind == "," and any(_relates(tokens[n]) for n in top if n > at):
            first = _first_condition(tokens, top, at)
            return _without_comma(tokens[:first]), _unworded(text, tokens[first + 1 :])
        if token.kind == "command" and token.text in WORDS and at:
            word = _word(text, tokens, at)
            if word.split()[:1] and word.split()[0].strip(",") in _CONDITION:
                return _without_comma(tokens[:at]), _unworded(text, tokens[at:])
    return tokens, []


def _first_condition(tokens: list[Token], top: list[int], last: int) -> int:
    """The comma before the first of several conditions: a^x, a > 0, a ≠ 1."""
    first = end = last
    for at in reversed([at for at in top if at < last and tokens[at].kind == ","]):
        if at + 1 == end:
            end = at
            continue
        if not any(_relates(tokens[n]) for n in top if at < n < end):
            break
        first = end = at
    return first


def _relates(token: Token) -> bool:
    return token.kind in _RELATIONS - {"="} or (token.kind == "command" and token.text == "in")


def _last_bracket(tokens: list[Token]) -> int | None:
    """Where the round bracket opens that ends the text; None without one, or a formula before."""
    depth = 0
    if not tokens or tokens[-1].kind != ")":
        return None
    for at in range(len(tokens) - 1, 0, -1):
        depth += (tokens[at].kind == ")") - (tokens[at].kind == "(")
        if depth == 0:
            return at if tokens[at - 1].text not in ("left", *commands.FUNCTION_COMMANDS) else None
    return None


def _without_comma(tokens: list[Token]) -> list[Token]:
    return tokens[:-1] if tokens and tokens[-1].kind == "," else tokens


def _word(text: str, tokens: list[Token], at: int) -> str:
    end = next((n for n in range(at, len(tokens)) if tokens[n].kind == "}"), at)
    return text[tokens[at].end : tokens[end].start].strip("{ ~\\")


def _unworded(text: str, tokens: list[Token]) -> list[Token]:
    """The condition without its words and without a bracket around it."""
    found = list(tokens)
    if found and found[0].kind == "command" and found[0].text in WORDS:
        end = next((n for n, token in enumerate(found) if token.kind == "}"), len(found) - 1)
        words = _word(text, found, 0).split()
        if all(word.strip(",") in commands.CONDITION_WORDS for word in words):
            found = found[end + 1 :]
    if found and found[0].kind == "(" and found[-1].kind == ")":
        found = found[1:-1]
    return found
