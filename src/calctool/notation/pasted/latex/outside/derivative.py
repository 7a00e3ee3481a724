r"""\\frac{d}{dx} before a bracket or a term: the question itself."""

from __future__ import annotations

from calctool.notation.node import Span
from calctool.notation.pasted.latex.outside.around import Shelled, key, top_level
from calctool.notation.pasted.latex.outside.sides import undressed
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import text_of
from calctool.notation.problem import Problem


def operator(text: str, found: Shelled) -> None:
    r"""\frac{d}{dx} before a bracket, or before one term."""
    tokens = found.formula
    if not tokens or key(tokens[0]) != "\\frac":
        return
    tokens = undressed(tokens)
    texts = [token.text for token in tokens]
    if texts[1:2] != ["{"] or texts[2:3] not in (["d"], ["partial"]):
        return
    close = texts.index("}") if "}" in texts else len(texts)
    above = texts[3:close]
    order = "".join(above).strip("^{}") or "1"
    end = _group_end(tokens, close + 1)
    below = tokens[close + 2 : end] if end else []
    if end is None or above[:1] not in ([], ["^"]) or not below or below[0].text != texts[2]:
        raise Problem("latex.operator", tokens[0].span, hint="latex.operator")
    if not above and below[1:2] and below[1].kind not in ("letter", "command"):
        return  # the quotient d/(d+1)
    span = Span(tokens[0].start, tokens[end].end)
    wrt = _variable(text, below[1:], order)
    if wrt is None:
        raise Problem("latex.operator", span, hint="latex.operator")
    rest = tokens[end + 1 :]
    top = top_level(rest)
    if not order.isdigit() or any(rest[n].kind in ("+", "-") for n in top if n):
        raise Problem("latex.operator-scope", span, hint="latex.operator-scope",
                      operator=text[span.start : span.end],
                      operand=text[span.end : tokens[-1].end].strip())  # fmt: skip
    found.operator, found.wrt, found.order = span, wrt, order
    found.formula = rest


def _group_end(tokens: list[Token], start: int) -> int | None:
    """Where the group that opens at `start` closes."""
    depth = 0
    for at in range(start, len(tokens)):
        depth += (tokens[at].kind == "{") - (tokens[at].kind == "}")
        if depth == 0:
            return at if at > start else None
    return None


def _variable(text: str, tokens: list[Token], order: str) -> str | None:
    """x of dx^2; None for more than one name, or another order than above."""
    from calctool.notation.pasted.latex.reader import Reader

    if any(token.text in ("d", "partial") for token in tokens) or not tokens:
        return None
    end = tokens[-1].end
    name, *power = Reader(text, [*tokens, Token("end", "", end, end)]).sequence()
    typed = text_of(power) or "^(1)"
    return name.text if name.text[0].isalpha() and typed == f"^({order})" else None
