r"""What stands around a formula in LaTeX: $…$, a full stop, f(x) =, d/dx, a condition."""

from __future__ import annotations

from dataclasses import dataclass

from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.structures import LINES
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.pasted.pieces import text_of
from calctool.notation.problem import Problem

_RELATIONS = frozenset("=<>≤≥≠")
_OPENS = frozenset(("{", "(", "[", "\\{", "\\left", "\\begin"))
_CLOSES = frozenset(("}", ")", "]", "\\}", "\\right", "\\end"))
_DELIMITERS = {("$", "$"), ("\\(", "\\)"), ("\\[", "\\]")}
_ENDS = frozenset(".,;")
_CONDITION = frozenset(("for", "if", "when", "where"))
_DEFINED = frozenset(("text", "mathrm", "operatorname", "mathit", "textit", "textrm"))


@dataclass(slots=True)
class Shelled:
    """The tokens of the formula itself, an `end` last, and those of what stood around it."""

    formula: list[Token]
    condition: list[Token]
    left: Span | None = None
    chain: Span | None = None
    operator: Span | None = None
    wrt: str | None = None
    order: str | None = None


def shelled(text: str, tokens: list[Token], *, defines: bool) -> Shelled:
    """Take off what is no part of the formula; `defines`: `f(x) =` names it, else an equation."""
    inner, end = _bare(tokens[:-1]), tokens[-1]
    inner, condition = _condition(text, inner)
    found = Shelled(inner, condition)
    _left_sides(found, defines)
    _operator(text, found)
    last = found.formula[-1].end if found.formula else end.start
    found.formula.append(Token("end", "", last, last))
    return found


def key(token: Token) -> str:
    return "\\" + token.text if token.kind == "command" else token.kind


def _bare(tokens: list[Token]) -> list[Token]:
    """Without delimiters, labels, and the full stop of the sentence."""
    tokens = _without_dollars_in_words(_without_labels(tokens))
    while True:
        if len(tokens) > 1 and (key(tokens[0]), key(tokens[-1])) in _DELIMITERS:
            tokens = tokens[1:-1]
        elif len(tokens) > 1 and tokens[-1].kind in _ENDS and key(tokens[-2]) != "\\right":
            tokens = tokens[:-1]
        elif (lines := _lines(tokens)) is not None:
            tokens = lines
        else:
            break
    for token in tokens:
        if token.kind == "$" or key(token) in ("\\(", "\\)", "\\[", "\\]"):
            raise Problem("latex.several", token.span)
    return _one_line(tokens)


def _one_line(tokens: list[Token]) -> list[Token]:
    r"""Lines that go on with a sign are one; others are several formulas."""
    if not any(token.text == "\\" for token in tokens):
        return tokens
    found: list[Token] = []
    top = set(_top_level(tokens))
    for at, token in enumerate(tokens):
        if at not in top or key(token) != "\\\\":
            found.append(token)
            continue
        after = tokens[at + 1].kind if at + 1 < len(tokens) else "="
        if after not in ("=", "+", "-", "*"):
            raise Problem("latex.lines", token.span)
    return found


def _without_dollars_in_words(tokens: list[Token]) -> list[Token]:
    r"""\text{if $x > 0$} is \text{if} x > 0."""
    found: list[Token] = []
    inside = ""
    at = -1
    while (at := at + 1) < len(tokens):
        token = tokens[at]
        kind = token.kind
        if not inside and kind == "{" and at and _is_word(tokens[at - 1]):
            inside = "word"
        elif inside == "word" and kind in ("}", "$"):
            inside = "formula" if kind == "$" else ""
            token = Token("}", "}", *token.span)
        elif inside == "formula" and kind == "$":
            inside = "" if tokens[at + 1 : at + 2] and tokens[at + 1].kind == "}" else "word"
            if not inside:
                at += 1
                continue
            found.append(Token("command", "text", token.start, token.start))
            token = Token("{", "{", *token.span)
        found.append(token)
    return found


def _is_word(token: Token) -> bool:
    return token.kind == "command" and token.text in _DEFINED


def _lines(tokens: list[Token]) -> list[Token] | None:
    """What stands in equation, align and their like, without the marks of alignment."""
    if not tokens or key(tokens[0]) != "\\begin" or tokens[-1].kind != "}":
        return None
    close = next((n for n, token in enumerate(tokens) if token.kind == "}"), 0)
    name = "".join(token.text for token in tokens[2:close]).rstrip("*")
    length = close + 1
    if name not in LINES or key(tokens[-length]) != "\\end":
        return None
    return [token for token in tokens[length:-length] if token.kind != "&"]


def _without_labels(tokens: list[Token]) -> list[Token]:
    found: list[Token] = []
    skipping = 0
    for at, token in enumerate(tokens):
        if token.kind == "command" and token.text in ("label", "tag"):
            skipping = next(
                (n for n in range(at, len(tokens)) if tokens[n].kind == "}"), len(tokens)
            )
        if not skipping or at > skipping:
            found.append(token)
    return found


def _top_level(tokens: list[Token]) -> list[int]:
    """The places that stand in no bracket."""
    depth = 0
    found: list[int] = []
    for at, token in enumerate(tokens):
        name = key(token)
        depth -= name in _CLOSES
        if depth <= 0 and name not in _CLOSES and name not in _OPENS:
            found.append(at)
        depth += name in _OPENS
    return found


def _condition(text: str, tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The formula, and `t > 2` of `…, t > 2` or of `… for t > 2`."""
    top = _top_level(tokens)
    if (opening := _last_bracket(tokens)) and any(map(_relates, tokens[opening:])):
        return _without_comma(tokens[:opening]), tokens[opening + 1 : -1]
    for at in reversed(top):
        token = tokens[at]
        if token.kind == "," and any(_relates(tokens[n]) for n in top if n > at):
            return tokens[:at], _unworded(text, tokens[at + 1 :])
        if token.kind == "command" and token.text in _DEFINED and at:
            word = _word(text, tokens, at)
            if word.split()[:1] and word.split()[0].strip(",") in _CONDITION:
                return _without_comma(tokens[:at]), _unworded(text, tokens[at:])
    return tokens, []


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
    if found and found[0].kind == "command" and found[0].text in _DEFINED:
        end = next((n for n, token in enumerate(found) if token.kind == "}"), len(found) - 1)
        words = _word(text, found, 0).split()
        if all(word.strip(",") in commands.CONDITION_WORDS for word in words):
            found = found[end + 1 :]
    if found and found[0].kind == "(" and found[-1].kind == ")":
        found = found[1:-1]
    return found


def _left_sides(found: Shelled, defines: bool) -> None:
    """f(x) = …, y = …, and of a = b = c the last."""
    if not defines:
        return
    tokens = found.formula
    equals = [at for at in _top_level(tokens) if tokens[at].kind == "="]
    if not equals:
        return
    left, right = _undressed(tokens[: equals[0]]), tokens[equals[-1] + 1 :]
    if _is_derivative(left):
        span = Span(left[0].start, left[-1].end)
        raise Problem("latex.derivative-given", span, hint="latex.derivative-given")
    name = _defined(left)
    if name is None or _occurs(name, right):
        return
    found.left = Span(tokens[0].start, tokens[equals[0]].end)
    if len(equals) > 1:
        found.chain = Span(tokens[equals[0]].end, right[0].start if right else tokens[-1].end)
    found.formula = right


_DRESS = frozenset(("hat", "widehat", "mathcal", "mathbf", "bm", "boldsymbol", "vec", "tilde",
                    "bar", "mathrm", "rm", "mathit"))  # fmt: skip


def _undressed(tokens: list[Token]) -> list[Token]:
    r"""Letters without what marks them: \hat{y} is y, \mathrm{d} is d."""
    found: list[Token] = []
    at = -1
    while (at := at + 1) < len(tokens):
        token = tokens[at]
        if token.kind == "command" and token.text in _DRESS:
            after = [each.kind for each in tokens[at + 1 : at + 4]]
            if after == ["{", "letter", "}"]:
                found.append(tokens[at + 2])
                at += 3
                continue
            if after[:1] == ["letter"]:
                continue
        found.append(token)
    return found


def _occurs(name: list[str], tokens: list[Token]) -> bool:
    """Whether a name, with its index, stands among the tokens."""
    texts = [token.text for token in tokens if token.kind not in "{}"]
    length = len(name)
    return any(
        texts[at : at + length] == name and (length > 1 or texts[at + 1 : at + 2] != ["_"])
        for at in range(len(texts))
    )


def _is_derivative(left: list[Token]) -> bool:
    r"""f'(x), y', f_x, \frac{dy}{dx}."""
    keys = [key(token) for token in left]
    if len(left) > 1 and keys[0] == "letter" and keys[1] == "'":
        return True
    if len(left) == 3 and keys == ["letter", "_", "letter"] and left[0].text in "fghFGH":
        return True
    begins = [token.text for token in left[:3]]
    return keys[:2] == ["\\frac", "{"] and len(begins) > 2 and begins[2] in ("d", "partial")


def _defined(left: list[Token]) -> list[str] | None:
    """The name that a left side gives to the formula, with its index: f of f(x), y_1 of y_1."""
    if not left:
        return None
    keys = [key(token) for token in left]
    if _is_word(left[0]):
        end = keys.index("}") if "}" in keys else len(keys)
        name, rest = ["".join(token.text for token in left[2:end])], keys[end + 1 :]
    else:
        if keys[0] != "letter" and left[0].text not in commands.LETTERS:
            return None
        end = 1
        if keys[1:2] == ["_"]:
            end = keys.index("}") + 1 if keys[2:3] == ["{"] and "}" in keys else 3
        name = [token.text for token in left[:end] if token.kind not in "{}"]
        rest = keys[end:]
    rest = [kind for kind in rest if kind not in ("\\left", "\\right")]
    if not rest:
        return name
    is_applied = len(rest) > 2 and rest[0] == "(" and rest[-1] == ")"
    return name if is_applied and all(map(_is_name_sign, rest[1:-1])) else None


def _is_name_sign(kind: str) -> bool:
    return kind in ("letter", ",", ";", "_", "number") or kind[1:] in commands.LETTERS


def _operator(text: str, found: Shelled) -> None:
    r"""\frac{d}{dx} before a bracket, or before one term."""
    tokens = found.formula
    if not tokens or key(tokens[0]) != "\\frac":
        return
    tokens = _undressed(tokens)
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
    span = Span(tokens[0].start, tokens[end].end)
    wrt = _variable(text, below[1:], order)
    if wrt is None:
        raise Problem("latex.operator", span, hint="latex.operator")
    rest = tokens[end + 1 :]
    top = _top_level(rest)
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
