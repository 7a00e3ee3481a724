"""Trees as presentation MathML; `alttext` is the plain text, which can be read back."""

import re
from collections.abc import Iterable
from html import escape
from itertools import chain, pairwise

from calctool.atlas import FUNCTIONS
from calctool.atlas.record import Function
from calctool.notation.interior import spread
from calctool.notation.printing.brackets import Rank, juxtaposed, stacked_rank
from calctool.notation.printing.plain import plain
from calctool.notation.printing.writer import (
    Writer,
    derivative_parts,
    is_letter_of_function,
    is_whole,
)
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tokens.letters import GREEK, INCREMENT, has_twin, is_increment, split_index
from calctool.notation.tree import (
    Applied,
    Call,
    Derivative,
    Limit,
    Negative,
    Number,
    Piecewise,
    Sign,
    Tree,
)
from calctool.words import Language
from calctool.words.cases import IF, OTHERWISE

_APPLIED, _TOUCHING = "<mo>\u2061</mo>", "<mo>\u2062</mo>"
"""Signs that are not seen: a function of what follows, and a product without a sign."""
_CONSTANTS = {"pi": "π", "oo": "∞"}
_RELATIONS = {"<=": "≤", ">=": "≥", "!=": "≠"}
_FENCES = {"abs": "||", "floor": "⌊⌋", "ceil": "⌈⌉"}
_TALL = ("<mfrac", "<mtable", "<munder")
_LOWERED = "₀₁₂₃₄₅₆₇₈₉"
_OPERATOR = re.compile(r"\\operatorname\{(\w+)\}|(\\psi)")


def mathml(
    line: Line,
    *,
    partial: bool = False,
    display: bool = False,
    language: Language = "en",
) -> str:
    """A whole <math> element; `display` is for formulas that stand by themselves."""
    large = ' displaystyle="true"' if display else ""
    shown = MathmlWriter(line, partial, language).write()
    return f'<math alttext="{escape(plain(line))}"{large}>{shown}</math>'


class MathmlWriter(Writer):
    """Everything it writes is one element."""

    joins = True

    poles = (
        "<mo>≠</mo><mn>0</mn><mo>,</mo><mo>−</mo><mn>1</mn><mo>,</mo><mo>−</mo><mn>2</mn>"
        "<mo>,</mo><mi>…</mi>"
    )

    plus, minus, sign, times = "<mo>+</mo>", "<mo>−</mo>", "<mo>−</mo>", "<mo>⋅</mo>"

    def __init__(self, statement: Line, partial: bool, language: Language) -> None:
        super().__init__(statement)
        self.partial = partial
        self.language = language

    def rank(self, tree: Tree) -> Rank:
        return stacked_rank(tree)

    def compose(self, tree: Tree) -> str:
        match tree:
            case Negative(operand):
                return _row(self.sign, self.inside(operand, Rank.PRODUCT))
        return super().compose(tree)

    def bracket(self, text: str) -> str:
        return _fenced("()", text)

    def listed(self, trees: tuple[Tree, ...]) -> str:
        return "<mo>,</mo>".join(self.text(tree) for tree in trees)

    # --- numbers and names ---

    def number(self, tree: Number) -> str:
        above, bar, below = super().number(tree).partition("/")
        return f"<mfrac>{_number(above)}{_number(below)}</mfrac>" if bar else _number(above)

    def constant(self, id: str) -> str:
        sign = _CONSTANTS.get(id, id)
        return f"<mn>{sign}</mn>" if id == "oo" else f"<mi>{sign}</mi>"

    def name(self, id: str) -> str:
        stem, index = split_index(id)
        if not index or has_twin(id, self.statement.names):
            return _letters(id)
        return f"<msub>{_letters(stem)}{_index(index)}</msub>"

    # --- sums, products, quotients and powers ---

    def sum(self, terms: tuple[Tree, ...]) -> str:
        return _row(super().sum(terms))

    def product(self, factors: tuple[Tree, ...]) -> str:
        text = self.inside(factors[0], Rank.POWER)
        for left, right in pairwise(factors):
            between = _TOUCHING if juxtaposed(left, right) else self.times
            text += between + self.inside(right, Rank.POWER)
        return _row(text)

    def quotient(self, numerator: Tree, denominator: Tree) -> str:
        return f"<mfrac>{self.text(numerator)}{self.text(denominator)}</mfrac>"

    def power(self, base: Tree, exponent: Tree) -> str:
        above = self.text(exponent)
        if isinstance(base, Call) and FUNCTIONS[base.function].power_at_name and is_whole(exponent):
            sign = f"<msup>{_sign_of(base.function)}{above}</msup>"
            return _row(sign, _APPLIED, self.bracket(self.listed(base.children)))
        return f"<msup>{self.inside(base, Rank.ATOM)}{above}</msup>"

    # --- functions ---

    def call(self, tree: Call) -> str:
        match tree:
            case Call("exp", (exponent,)):
                return f"<msup><mi>e</mi>{self.text(exponent)}</msup>"
            case Call("sqrt", (radicand,)):
                return f"<msqrt>{self.text(radicand)}</msqrt>"
            case Call("cbrt", (radicand,)):
                return f"<mroot>{self.text(radicand)}<mn>3</mn></mroot>"
            case Call("root", (radicand, degree)):
                return f"<mroot>{self.text(radicand)}{self.text(degree)}</mroot>"
            case Call("abs" | "floor" | "ceil" as fence, (argument,)):
                return _fenced(_FENCES[fence], self.text(argument))
            case Call("log", (antilog, base)):
                sign = f"<msub><mi>log</mi>{self.text(base)}</msub>"
                return _row(sign, _APPLIED, self.bracket(self.text(antilog)))
            case Call(function, (order, argument)) if FUNCTIONS[function].index_first:
                sign = self.indexed(function, order)
                return _row(sign, _APPLIED, self.bracket(self.text(argument)))
        return _row(_sign_of(tree.function), _APPLIED, self.bracket(self.listed(tree.arguments)))

    def indexed(self, function: str, order: Tree) -> str:
        sign, index = _sign_of(function), self.text(order)
        if function == "polygamma":
            return f"<msup>{sign}{self.bracket(index)}</msup>"
        return f"<msub>{sign}{index}</msub>"

    def applied(self, tree: Applied) -> str:
        sign, orders = _letters(tree.function), tree.orders
        if len(orders) == 1 and 0 < orders[0] <= 3:
            sign = _primed(sign, "′″‴"[orders[0] - 1])
        elif any(orders):
            marks = "<mo>,</mo>".join(map(_number, map(str, orders)))
            sign = f"<msup>{sign}{self.bracket(marks)}</msup>"
        return _row(sign, _APPLIED, self.bracket(self.listed(tree.arguments)))

    def piecewise(self, tree: Piecewise) -> str:
        return _cases(
            (
                self.text(value),
                f"<mtext>{IF.say(self.language)}\u00a0</mtext>{self.conditions(listed)}"
                if listed
                else f"<mtext>{OTHERWISE.say(self.language)}</mtext>",
            )
            for value, listed in spread(tree.branches)
        )

    def derivative(self, tree: Derivative) -> str:
        if not tree.variables:
            return _primed(self.inside(tree.operand, Rank.ATOM), "′")
        d = "<mi>∂</mi>" if self.partial or len(set(tree.variables)) > 1 else "<mi>d</mi>"
        below = "".join(
            d + _times(self.name(variable), count)
            for variable, count in derivative_parts(tree.variables)
        )
        above, operand = _times(d, len(tree.variables)), self.text(tree.operand)
        if is_letter_of_function(tree):
            return f"<mfrac>{_row(above, operand)}{_row(below)}</mfrac>"
        return _row(f"<mfrac>{above}{_row(below)}</mfrac>", self.bracket(operand))

    def limit(self, tree: Limit) -> str:
        point = self.text(tree.point)
        if tree.side != "both":
            point = f"<msup>{point}<mo>{'−' if tree.side == 'left' else '+'}</mo></msup>"
        below = _row(self.name(tree.variable), "<mo>→</mo>", point)
        sign = f"<munder><mo>lim</mo>{below}</munder>"
        return _row(sign, self.inside(tree.operand, Rank.NEGATIVE))

    def algebraic_root(self, polynomial: Tree, index: int) -> str:
        sign = f"<msub><mi>Root</mi>{_number(str(index + 1))}</msub>"
        return _row(sign, _APPLIED, self.bracket(self.text(polynomial)))

    # --- statements ---

    def but_for_poles(self, text: str) -> str:
        return _row(text, self.poles)

    def compared(self, sides: tuple[Tree, ...], signs: tuple[Sign, ...]) -> str:
        first, *others = map(self.text, sides)
        marks = (f"<mo>{escape(_RELATIONS.get(sign, sign))}</mo>" for sign in signs)
        return _row(first, *chain.from_iterable(zip(marks, others, strict=True)))

    def system(self, system: System) -> str:
        lines = self.lines(system.relations)
        return lines[0] if len(lines) == 1 else _cases((each,) for each in lines)

    def alternatives(self, alternatives: Alternatives) -> str:
        return _row("<mo>∨</mo>".join(map(self.system, alternatives.systems)) or "<mi>∅</mi>")


def _row(*parts: str) -> str:
    return f"<mrow>{''.join(parts)}</mrow>"


def _fenced(pair: str, text: str) -> str:
    # Bars have no side of their own, and short brackets that may stretch are set too wide.
    stretchy = "" if any(tag in text for tag in _TALL) else ' stretchy="false"'
    opening = f'<mo form="prefix"{stretchy}>{pair[0]}</mo>'
    return _row(opening, text, f'<mo form="postfix"{stretchy}>{pair[1]}</mo>')


def _primed(text: str, marks: str) -> str:
    """Marks stand beside low letters as they are, for fonts draw them raised."""
    sign = f'<mo class="prime" lspace="0.07em" rspace="0">{marks}</mo>'
    if any(tag in text for tag in _TALL):
        return f"<msup>{text}{sign}</msup>"
    return _row(text, sign)


def _cases(rows: Iterable[tuple[str, ...]]) -> str:
    lines = (
        "<mtr>" + "".join(f'<mtd class="case">{cell}</mtd>' for cell in row) + "</mtr>"
        for row in rows
    )
    return _row('<mo form="prefix">{</mo>', "<mtable>" + "".join(lines) + "</mtable>")


def _number(text: str) -> str:
    return f"<mn>{text}</mn>"


def _times(text: str, count: int) -> str:
    return f"<msup>{text}{_number(str(count))}</msup>" if count > 1 else text


def _index(text: str) -> str:
    if text.startswith("-"):
        return _number("−" + text[1:])
    return _number(text) if text.isdecimal() else _letters(text)


def _letters(id: str) -> str:
    if is_increment(id):
        return _row("<mi>Δ</mi>", _letters(id.removeprefix(INCREMENT)))
    shown = GREEK.get(id, id)
    return f"<mi>{shown}</mi>" if len(shown) == 1 else f'<mi class="word">{escape(shown)}</mi>'


def _sign_of(function: str) -> str:
    known = FUNCTIONS[function]
    shown = known.unicode or _spelt(known)
    stem = shown.rstrip(_LOWERED)
    index = "".join(str(_LOWERED.index(digit)) for digit in shown[len(stem) :])
    sign = f"<mi>{escape(stem)}</mi>"
    return f"<msub>{sign}{_number(index)}</msub>" if index else sign


def _spelt(function: Function) -> str:
    named = _OPERATOR.fullmatch(function.latex)
    return (named[1] or "ψ") if named else function.id
