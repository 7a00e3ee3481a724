"""Mathematica: f[x], a blank is a product, capital names."""

from __future__ import annotations

import re

from calctool.notation.node import Span
from calctool.notation.pasted.branches import Row, piecewise
from calctool.notation.pasted.code import Dialect, Reader, Token, read
from calctool.notation.pasted.pieces import Pasted, Run
from calctool.notation.pasted.python.names import Templates
from calctool.notation.problem import Problem
from calctool.notation.reading.cursor import UNDEFINED_FUNCTIONS
from calctool.notation.tokens.letters import GREEK

_PIECE = re.compile(
    r"""
      (?P<comment>\(\*.*?\*\)) | (?P<name>[A-Za-z$][A-Za-z0-9$]*|\\\[[A-Z][A-Za-z]*\])
    | (?P<number>\d+\.?\d*(?:\*\^[-+]?\d+)?|\.\d+(?:\*\^[-+]?\d+)?)
    | \s+ | /\.|//|->|:>|/@|@@|<>|&&|\|\||==|!=|<=|>=|:=|\[\[|.""",
    re.VERBOSE | re.DOTALL,
)
_SAME = (
    "Sin Cos Tan Cot Sec Csc Sinh Cosh Tanh Coth Sech Csch Exp Sqrt Abs Sign Floor Max Min Gamma "
    "Beta Erf Erfc Erfi"
)
_RENAMED = {
    "ArcSin": "asin", "ArcCos": "acos", "ArcCot": "acot", "ArcSec": "asec",
    "ArcCsc": "acsc", "ArcSinh": "asinh", "ArcCosh": "acosh", "ArcTanh": "atanh",
    "Ceiling": "ceil", "Log2": "log2", "Log10": "log10", "CubeRoot": "cbrt",
    "LogGamma": "loggamma", "PolyGamma": "polygamma", "BesselJ": "besselj", "BesselY": "bessely",
    "BesselI": "besseli", "BesselK": "besselk", "HeavisideTheta": "heaviside",
    "UnitStep": "heaviside", "SinIntegral": "Si", "CosIntegral": "Ci", "SinhIntegral": "Shi",
    "CoshIntegral": "Chi", "ExpIntegralEi": "Ei", "LogIntegral": "li", "FresnelS": "fresnels",
    "FresnelC": "fresnelc", "EllipticK": "elliptic_k", "EllipticE": "elliptic_e",
    "AiryAi": "airyai", "AiryBi": "airybi", "AiryAiPrime": "airyaiprime",
    "AiryBiPrime": "airybiprime", "ArcSech": "asech", "ArcCsch": "acsch", "ArcCoth": "acoth",
    "InverseErf": "erfinv", "ExpIntegralE": "expint", "Zeta": "zeta", "HurwitzZeta": "zeta",
    "Sinc": "sinc", "LogisticSigmoid": "sigmoid", "Surd": "root", "Ramp": "relu",
}  # fmt: skip
_FUNCTIONS: Templates = (
    {name: name.lower() + "({*})" for name in _SAME.split()}
    | {name: plain + "({*})" for name, plain in _RENAMED.items()}
    | {
        "Log": {1: "ln({0})", 2: "log({1}, {0})"}, "ArcTan": {1: "atan({0})", 2: "atan2({1}, {0})"},
        "Power": {2: "(({0})^({1}))"}, "Divide": {2: "(({0})/({1}))"},
        "Subtract": {2: "(({0})-({1}))"}, "Rational": {2: "(({0})/({1}))"},
        "Plus": {2: "(({0})+({1}))", 3: "(({0})+({1})+({2}))"},
        "Times": {2: "(({0})*({1}))", 3: "(({0})*({1})*({2}))"}, "Minus": {1: "(-({0}))"},
        "ProductLog": {1: "LambertW({0})", 2: "LambertW({1}, {0})"},
        "PolyGamma": {1: "digamma({0})", 2: "polygamma({0}, {1})"},
    }
)  # fmt: skip


class _Reader(Reader):
    """Lists stand only in Piecewise[{{value, condition}, …}, otherwise]."""

    def read_name(self, token: Token) -> Run:
        if token.text == "Piecewise" and self.token.kind == "[":
            return self._rows(token)
        if token.text == "If" and self.token.kind == "[":
            condition, value, other = self._three(token)
            span = Span(token.start, self.tokens[self.at - 1].end)
            return piecewise([Row(value, condition, span), Row(other, None, span)], span)
        is_letter = len(token.text) == 1 and token.text not in UNDEFINED_FUNCTIONS
        if self.token.kind == "[" and is_letter:
            raise self.unknown(token)
        if token.text == "e":
            raise Problem("mathematica.letter-e", token.span, hint="mathematica.letter-e")
        if token.text.startswith("\\["):
            name = token.text[2:-1]
            plain = {"Pi": "pi", "ExponentialE": "e"}.get(name, name.lower())
            if plain not in GREEK and plain not in ("pi", "e"):
                raise Problem("code.no-number", token.span, name=token.text)
            token = Token("name", plain, token.start, token.end)
        return super().read_name(token)

    def number(self, token: Token) -> Run:
        return super().number(Token("number", token.text.replace("*^", "e"), *token.span))

    def _three(self, token: Token) -> list[Run]:
        found = self.arguments()
        if len(found) != 3:
            raise Problem("code.arguments", token.span, name=token.text)
        return found

    def _rows(self, token: Token) -> Run:
        opening = self.advance()
        rows: list[Row] = []
        self._open("{")
        while self.token.kind == "{":
            start = self.advance()
            value = self.argument("}")
            self._open(",")
            condition = self.argument("}")
            closed = self.closed_by(start)
            span = Span(start.start, closed.end)
            is_true = [piece.text for piece in condition] == ["True"]
            rows.append(Row(value, None if is_true else condition, span))
            if self.token.kind == ",":
                self.advance()
        self._open("}")
        if self.token.kind == ",":
            self.advance()
            start = self.token
            other = self.argument("]")
            rows.append(Row(other, None, Span(start.start, self.token.start)))
        closed = self.closed_by(opening)
        return piecewise(rows, Span(token.start, closed.end))

    def _open(self, sign: str) -> None:
        if self.token.kind != sign:
            raise Problem("code.brackets", self.token.span, sign=sign)
        self.advance()


MATHEMATICA = Dialect(
    notation="mathematica",
    piece=_PIECE,
    signs={"+": "+", "-": "-", "*": "*", "/": "/", "^": "^", "==": "=", "<": "<", "<=": "<=",
           ">": ">", ">=": ">=", "!=": "!=", "≤": "<=", "≥": ">=", "≠": "!=", ",": ",",
           "×": "*", "−": "-", "=": "="},
    names={"E": "e", "Pi": "pi", "I": "", "Infinity": "oo", "Degree": "", "True": "True"},
    functions=_FUNCTIONS,
    calls="[",
    blank_multiplies=True,
    left=re.compile(r"\s*[A-Za-z]\w*(?:\[\s*[A-Za-z]\w*_(?:\s*,\s*\w+_)*\s*\]\s*:?=|\s*:=)"),
    ends=";",
)  # fmt: skip


def pasted(text: str) -> Pasted:
    """What the text says in plain notation."""
    return read(text, MATHEMATICA, _Reader)
