"""The left side of a formula: f(x) = …, y = …, a = b = c, and derivatives that are given."""

from __future__ import annotations

from calctool.notation.node import Span
from calctool.notation.pasted.latex import commands
from calctool.notation.pasted.latex.outside.around import Shelled, is_word, key, top_level
from calctool.notation.pasted.latex.tokens import Token
from calctool.notation.problem import Problem

_DRESS = frozenset(("hat", "widehat", "mathcal", "mathbf", "bm", "boldsymbol", "vec", "tilde",
                    "bar", "mathrm", "rm", "mathit"))  # fmt: skip


def left_sides(found: Shelled, defines: bool) -> None:
    """f(x) = …, y = …, and of a = b = c the last."""
    if not defines:
        return
    tokens = found.formula
    equals = [at for at in top_level(tokens) if tokens[at].kind == "="]
    if not equals:
        return
    left, right = undressed(tokens[: equals[0]]), tokens[equals[-1] + 1 :]
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


def undressed(tokens: list[Token]) -> list[Token]:
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
        texts[at : at + length] == name
        and (length > 1 or texts[at + 1 : at + 2] != ["_"])
        and texts[max(at - 1, 0)] != "_"
        for at in range(len(texts))
    )


def _is_derivative(left: list[Token]) -> bool:
    r"""f'(x), y', f_x, \frac{dy}{dx}."""
    keys = [key(token) for token in left]
    bare = [kind for kind in keys if kind not in ("{", "^")]
    if len(bare) > 1 and bare[0] == "letter" and bare[1] == "'":
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
    if is_word(left[0]):
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
