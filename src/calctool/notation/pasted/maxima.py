"""Maxima and giac: %e, %pi, if … then … else, when and piecewise."""

from __future__ import annotations

import re

from calctool.notation.node import Span
from calctool.notation.pasted.branches import Row, piecewise
from calctool.notation.pasted.code import Dialect, Reader, Token, read
from calctool.notation.pasted.pieces import Pasted, Run
from calctool.notation.pasted.python.names import Templates
from calctool.notation.problem import Problem

_PIECE = re.compile(
    r"""
      (?P<comment>/\*.*?\*/) | (?P<name>%?[A-Za-z][A-Za-z0-9_]*)
    | (?P<number>\d+\.?\d*(?:[eEbB][-+]?\d+)?|\.\d+(?:[eEbB][-+]?\d+)?)
    | \s+ | \*\*|<=|>=|<>|!=|==|:=|.""",
    re.VERBOSE | re.DOTALL,
)
_FUNCTIONS: Templates = {
    "signum": "sign({0})", "surd": "root({0}, {1})", "ceiling": "ceil({0})",
    "entier": "floor({0})", "lambert_w": "LambertW({0})", "log_gamma": "loggamma({0})",
    "bessel_j": "besselj({0}, {1})", "bessel_y": "bessely({0}, {1})",
    "bessel_i": "besseli({0}, {1})", "bessel_k": "besselk({0}, {1})", "Heaviside": "heaviside({0})",
    "unit_step": "heaviside({0})", "hstep": "heaviside({0})", "expintegral_ei": "Ei({0})",
    "expintegral_si": "Si({0})", "expintegral_ci": "Ci({0})", "fresnel_s": "fresnels({0})",
    "fresnel_c": "fresnelc({0})", "airy_ai": "airyai({0})", "airy_bi": "airybi({0})",
    "elliptic_kc": "elliptic_k({0})", "elliptic_ec": "elliptic_e({0})",
    "log": {1: "ln({0})"}, "ln": {1: "ln({0})"},
    "cabs": "abs({0})", "psi": "digamma({0})", "inverse": "(1/({0}))", "sq": "(({0})^2)",
}  # fmt: skip


class _Reader(Reader):
    def read_name(self, token: Token) -> Run:
        if token.text == "if":
            return self._if(token)
        if token.text in ("when", "piecewise", "ifte") and self.token.kind == "(":
            arguments = self.arguments()
            span = Span(token.start, self.tokens[self.at - 1].end)
            if len(arguments) < 2 or (token.text != "piecewise" and len(arguments) != 3):
                raise Problem("code.arguments", span, name=token.text)
            pairs = zip(arguments[::2], arguments[1::2], strict=False)
            rows = [Row(value, condition, span) for condition, value in pairs]
            if len(arguments) % 2:
                rows.append(Row(arguments[-1], None, span))
            return piecewise(rows, span)
        return super().read_name(token)

    def number(self, token: Token) -> Run:
        text = token.text.lower().replace("b", "e")
        return super().number(Token("number", text, *token.span))

    def _if(self, token: Token) -> Run:
        """if a then b elseif c then d else e, to the end of what it stands in."""
        rows: list[Row] = []
        ends = (")", "]", *self.dialect.separators)
        while True:
            condition = self._until("then", token)
            value = self._until_one_of(("else", "elseif"), ends)
            rows.append(Row(value, condition, Span(token.start, self.token.start)))
            if self.token.text == "elseif":
                self.advance()
                continue
            if self.token.text == "else":
                self.advance()
                start = self.token.start
                rows.append(Row(self._until_one_of((), ends), None, Span(start, self.token.start)))
            return piecewise(rows, Span(token.start, self.token.start))

    def _until(self, word: str, opening: Token) -> Run:
        found = self._until_one_of((word,), (")",))
        if self.token.text != word:
            raise Problem("code.then", opening.span)
        self.advance()
        return found

    def _until_one_of(self, words: tuple[str, ...], closing: tuple[str, ...]) -> Run:
        kept = self.tokens
        cut = next(
            (
                at
                for at in range(self.at, len(kept))
                if kept[at].text in words and not self._is_nested(at)
            ),
            len(kept) - 1,
        )
        if cut == len(kept) - 1:
            return self.sequence(*closing)
        place = kept[cut]
        self.tokens = [*kept[:cut], Token("end", "", place.start, place.start)]
        found = self.sequence(*closing)
        self.tokens = kept
        return found

    def _is_nested(self, at: int) -> bool:
        """Whether a word belongs to an inner if, or to an inner bracket."""
        depth = ifs = 0
        for token in self.tokens[self.at : at]:
            depth += (token.kind in "([") - (token.kind in ")]")
            ifs += token.text == "if"
        return depth > 0 or ifs > 0


MAXIMA = Dialect(
    notation="maxima",
    piece=_PIECE,
    signs={"+": "+", "-": "-", "*": "*", "/": "/", "^": "^", "**": "^", "=": "=", "==": "=",
           "<": "<", "<=": "<=", ">": ">", ">=": ">=", "#": "!=", "!=": "!=", "<>": "!=",
           ",": ",", "·": "*", "−": "-"},
    names={"%e": "e", "%pi": "pi", "%i": "", "inf": "oo", "minf": "-oo", "%phi": "", "i": "i",
           "e": "e", "true": "True"},
    functions=_FUNCTIONS,
    left=re.compile(r"\s*[A-Za-z]\w*\s*(?:\(\s*[A-Za-z]\w*(?:\s*,\s*\w+)*\s*\)\s*)?:="),
    ends=";$",
)  # fmt: skip


def pasted(text: str) -> Pasted:
    """What the text says in plain notation."""
    return read(text, MAXIMA, _Reader)
