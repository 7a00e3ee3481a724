"""A cell of a sheet: =SIN(B1)*EXP(-B1/2); LOG is base 10, names like A1 are variables."""

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
      (?P<name>\$?[A-Za-z][A-Za-z0-9_.$]*)
    | (?P<number>\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)
    | \s+ | <=|>=|<>|.""",
    re.VERBOSE | re.DOTALL,
)
_SAME = (
    "SIN COS TAN COT SEC CSC SINH COSH TANH COTH SECH CSCH ASIN ACOS ATAN ACOT ASINH ACOSH ATANH "
    "EXP SQRT ABS SIGN MAX MIN GAMMA"
)
_FUNCTIONS: Templates = {name: name.lower() + "({*})" for name in _SAME.split()} | {
    "LN": "ln({0})", "LOG10": "log10({0})", "LOG": {1: "log10({0})", 2: "log({0}, {1})"},
    "POWER": {2: "(({0})^({1}))"}, "PI": "pi", "INT": "floor({0})", "GAMMALN": "loggamma({0})",
    "RADIANS": "(({0})*pi/180)", "ERF": {1: "erf({0})"}, "ERFC": {1: "erfc({0})"},
    "PRODUCT": {2: "(({0})*({1}))"}, "SUM": {2: "(({0})+({1}))"}, "MOD": {2: "mod({0}, {1})"},
    "CEILING": {1: "ceil({0})"}, "FLOOR": {1: "floor({0})"}, "BESSELJ": "besselj({1}, {0})",
    "BESSELY": "bessely({1}, {0})", "BESSELI": "besseli({1}, {0})", "BESSELK": "besselk({1}, {0})",
}  # fmt: skip


_RANGE = re.compile(
    r"(?P<called>[A-Za-z]+\()?(?P<of>\$?(?P<column>[A-Za-z]{1,3})\$?(?P<first>\d+)\s*:\s*"
    r"\$?(?P<other>[A-Za-z]{1,3})\$?(?P<last>\d+))(?(called)\))"
)
_MOST_CELLS = 8
"""As many as one writes out by hand."""


def _cells(found: re.Match[str]) -> list[str]:
    """The cells of one column, as far as they are few and the range is all there is in a call."""
    first, last = int(found["first"]), int(found["last"])
    is_short = found["column"].upper() == found["other"].upper() and 0 <= last - first < _MOST_CELLS
    if not is_short or (found["called"] or "").upper()[:-1] not in _FUNCTIONS:
        return []
    return [f"{found['column'].upper()}{number}" for number in range(first, last + 1)]


class _Reader(Reader):
    def read_name(self, token: Token) -> Run:
        name = token.text.replace("$", "").upper()
        if self.token.kind == "(":
            token = Token("name", name, token.start, token.end)
            if name == "IF":
                return self._if(token)
            return self.call(token)
        if name == "TRUE":
            return super().read_name(Token("name", "True", token.start, token.end))
        cell = name if re.fullmatch(r"[A-Z]{1,3}\d+", name) else token.text.replace("$", "")
        return super().read_name(Token("name", cell, token.start, token.end))

    def _if(self, token: Token) -> Run:
        arguments = self.arguments()
        span = Span(token.start, self.tokens[self.at - 1].end)
        if len(arguments) != 3:
            raise Problem("code.arguments", span, name="IF")
        condition, value, other = arguments
        return piecewise([Row(value, condition, span), Row(other, None, span)], span)

    def whole(self) -> Run:
        self._refuse_ranges()
        self._refuse_other_ranks()
        return super().whole()

    def _refuse_ranges(self) -> None:
        """A1:A3 is a list of cells; where it is added up, or short, what to write is known."""
        found = _RANGE.search(self.text)
        if found is None:
            return
        span = Span(found.start("of"), found.end("of"))
        problem = Problem("excel.range", span, hint="excel.range")
        cells = _cells(found)
        if cells:
            called = (found["called"] or "").upper()
            put = {"SUM(": "({})", "PRODUCT(": "({})"}.get(called, f"{called}{{}})")
            sign = {"SUM(": "+", "PRODUCT(": "*"}.get(called, ",")
            problem.offer(
                self.text[: found.start()] + put.format(sign.join(cells)) + self.text[found.end() :]
            )
        raise problem

    def _refuse_other_ranks(self) -> None:
        """A sheet reads -B1^2 as (-B1)^2 and 2^3^2 as (2^3)^2."""
        tokens = self.tokens
        for at, token in enumerate(tokens):
            if token.kind != "^":
                continue
            base, end = self._base(at), self._exponent_end(at)
            before = tokens[base - 1] if base > 0 else None
            if before is None or before.kind not in ("-", "^"):
                continue
            inner = self.text[tokens[base].start : tokens[at - 1].end]
            power = self.text[token.start : tokens[end].end]
            is_sign = base < 2 or tokens[base - 2].kind not in ("name", "number", ")")
            if before.kind == "-" and is_sign and not (base > 1 and tokens[base - 2].kind == "^"):
                raise Problem(
                    "excel.minus", Span(before.start, token.end), hint="excel.minus",
                    sheet=f"(-{inner}){power}", other=f"-({inner}{power})",
                )  # fmt: skip
            if before.kind == "^" or is_sign:
                lower = base - 1 - (before.kind == "-")
                bottom = self._base(lower)
                low = self.text[tokens[bottom].start : tokens[lower - 1].end]
                raised = self.text[tokens[lower].end : tokens[at - 1].end]
                above = f"-({inner}{power})" if before.kind == "-" else inner + power
                raise Problem(
                    "excel.tower", Span(tokens[lower].start, token.end), hint="excel.tower",
                    sheet=f"({low}^{raised}){power}", other=f"{low}^({above})",
                )  # fmt: skip

    def _base(self, at: int) -> int:
        """Where what is raised at `at` begins."""
        base = at - 1
        if self.tokens[base].kind == ")":
            depth = 0
            while base >= 0:
                depth += (self.tokens[base].kind == ")") - (self.tokens[base].kind == "(")
                if depth == 0:
                    break
                base -= 1
            if base > 0 and self.tokens[base - 1].kind == "name":
                base -= 1
        return max(base, 0)

    def _exponent_end(self, at: int) -> int:
        """The last token of the exponent after `at`."""
        end = min(at + 1, len(self.tokens) - 1)
        if self.tokens[end].kind in ("-", "+"):
            end = min(end + 1, len(self.tokens) - 1)
        if (
            self.tokens[end].kind == "name"
            and self.tokens[min(end + 1, len(self.tokens) - 1)].kind == "("
        ):
            end += 1
        depth = 0
        while self.tokens[end].kind != "end":
            depth += (self.tokens[end].kind == "(") - (self.tokens[end].kind == ")")
            if depth <= 0:
                break
            end += 1
        return end


EXCEL = Dialect(
    notation="excel",
    piece=_PIECE,
    signs={"+": "+", "-": "-", "*": "*", "/": "/", "^": "^", "=": "=", "<": "<", "<=": "<=",
           ">": ">", ">=": ">=", "<>": "!=", ",": ",", ";": ","},
    names={"True": "True", "PI": ""},
    functions=_FUNCTIONS,
    separators=",;",
    left=re.compile(r"\s*="),
)  # fmt: skip


def pasted(text: str) -> Pasted:
    """What the text says in plain notation."""
    return read(text, EXCEL, _Reader)
