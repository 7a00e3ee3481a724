"""Products written without a sign, and the notes on what could be read in another way."""

from __future__ import annotations

from math import gcd

from calctool.notation.problem import Problem
from calctool.notation.reading.cursor import Bare, Cursor
from calctool.notation.tokens.lexer import Token
from calctool.notation.tree import Call, Number, Power, Tree


def bare_here(g: Cursor) -> Bare | None:
    """The bare power or root that the next token touches."""
    bare = g.bare
    if bare and bare.kind != "quotient" and bare.end == g.end == g.token.start:
        return bare
    return None


class Before:
    """What stands before a factor that has no sign: a note is due if it could reach further."""

    def __init__(self, g: Cursor, start: int, divided: bool) -> None:
        self.start = start
        self.quotient = g.bare if divided else None
        self.bare = bare_here(g)
        self.last = g.tokens[g.at - 1]
        self.next = g.token
        if self.next.kind == self.last.kind == "number":
            raise Problem("syntax.two-numbers", self.next.span, hint="times")

    def note_product(self, g: Cursor) -> None:
        """Say how the product was read, if it could be read in another way."""
        factor = g.text[self.next.start : g.end]
        if self.quotient:
            _note_reach(g, self.quotient, factor)
        elif self.bare:
            _note_reach(g, self.bare, factor)
        elif self.last.kind == "name" and self.next.kind in ("(", "number"):
            name = g.text[self.last.start : self.last.end]
            if id := _after_name(self.last, self.next):
                g.note(
                    id,
                    typed=g.text[self.last.start : g.end],
                    name=name,
                    reading=f"{name}*{factor}",
                    other=f"{name}^{factor}",
                )


def _after_name(name: Token, after: Token) -> str | None:
    """The note on x(x+1), e(x+1) and x 2."""
    if after.kind == "number":
        return "note.number-after-name"
    return {"e": "note.product-with-e", "E": "note.product-with-e", "pi": None}.get(
        name.text, "note.product-not-function"
    )


def _note_reach(g: Cursor, bare: Bare, factor: str) -> None:
    whole, head, last = _parts(g, bare)
    g.note(
        f"note.{bare.kind}-then-product",
        typed=g.text[bare.start : g.end],
        reading=f"({whole})*{factor}",
        other=f"{head}({last}*{factor})",
    )


def _parts(g: Cursor, bare: Bare) -> tuple[str, str, str]:
    """All of it, what stands before its last part, its last part."""
    text = g.text
    return (
        text[bare.start : bare.end],
        text[bare.start : bare.last].rstrip(),
        text[bare.last : bare.end].strip(),
    )


def power_then_quotient(g: Cursor, bare: Bare, slash: Token, denominator: Tree) -> None:
    """x^1/3 is (x^1)/3: a note where x^(1/3) may have been meant, so not for x^2/2."""
    if bare.kind != "power" or g.text[slash.end] == " " or not _may_be_exponent(bare, denominator):
        return
    whole, head, last = _parts(g, bare)
    below = g.text[slash.end : g.end]
    g.note(
        "note.power-then-quotient",
        typed=f"{whole}/{below}",
        reading=f"({whole})/{below}",
        other=f"{head}({last}/{below})",
    )


def _may_be_exponent(bare: Bare, denominator: Tree) -> bool:
    match bare.tree:
        case Power(_, Number(p)) if p == 1:
            return True
        case Power(_, Number(p)) | Call("exp", (Number(p),)):
            return (
                isinstance(denominator, Number)
                and p.denominator == denominator.value.denominator == 1
                and denominator.value > 1
                and gcd(int(p), int(denominator.value)) == 1
            )
        case Call("exp", _):
            return isinstance(denominator, Number)
    return False
