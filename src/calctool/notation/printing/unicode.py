"""Trees as one line of Unicode for people: 3x⁴ − 4x, e⁻ˣ, σ(x)·(1 − σ(x)), d/dx(1+e⁻ˣ)."""

import re
from itertools import pairwise

from calctool.atlas import FUNCTIONS
from calctool.notation.interior import spread
from calctool.notation.printing.brackets import Rank, juxtaposed
from calctool.notation.printing.writer import (
    Writer,
    derivative_parts,
    is_letter_of_function,
    is_whole,
)
from calctool.notation.system import Line
from calctool.notation.tokens.letters import (
    GREEK,
    INCREMENT,
    has_twin,
    is_increment,
    lowered,
    raised,
    split_index,
)
from calctool.notation.tree import (
    Applied,
    Call,
    Constant,
    Derivative,
    Limit,
    Name,
    Negative,
    Number,
    Piecewise,
    Product,
    Quotient,
    Sum,
    Tree,
)
from calctool.notation.walk import walk
from calctool.words import Language
from calctool.words.cases import IF, OTHERWISE

_CONSTANTS = {"pi": "π", "oo": "∞"}
_RELATIONS = {"<=": "≤", ">=": "≥", "!=": "≠"}
_ROOTS = {"sqrt": "√", "cbrt": "∛"}
_FENCES = {"abs": "||", "floor": "⌊⌋", "ceil": "⌈⌉"}
_PRIMES = ("", "′", "″", "‴")
_OPEN_ROOT = re.compile(r"([√∛])(\w+)$")

_TIGHT = 12
"""In brackets, sums of up to so many characters are printed without spaces: (1+e⁻ˣ)."""
_RAISED = 5
"""Longer exponents are hard to read when raised."""


def pretty(statement: Line, *, partial: bool = False, language: Language = "en") -> str:
    """The statement as a textbook prints it; `partial` writes ∂/∂x for d/dx."""
    return UnicodeWriter(statement, partial, language).write()


class UnicodeWriter(Writer):
    joins = True
    signs = _RELATIONS
    plus, minus, sign, times = " + ", " − ", "−", "·"
    either = " ∨ "
    nowhere = "∅"
    poles = " ≠ 0, −1, −2, …"

    def __init__(self, statement: Line, partial: bool, language: Language) -> None:
        super().__init__(statement)
        self.partial = partial
        self.language = language
        self.has_limits = isinstance(statement, Tree) and any(
            isinstance(part, Limit) for part in walk(statement)
        )

    def write(self) -> str:
        # A long fraction that is the whole statement gets air around its bar.
        match self.statement:
            case Quotient() as fraction:
                return self.airy(fraction)
            case Negative(Quotient() as fraction):
                return self.sign + self.airy(fraction)
            case Limit(Quotient() as fraction):
                return self.approach(self.statement) + self.airy(fraction)
            case Limit(Negative(Quotient() as fraction)):
                return self.approach(self.statement) + self.sign + self.airy(fraction)
        return super().write()

    def airy(self, tree: Quotient) -> str:
        above = closed(self.inside(tree.numerator, Rank.PRODUCT))
        is_long = above.startswith(("d/d", "∂/∂", "(")) or "·" in above
        if is_long and isinstance(tree.numerator, Derivative | Product | Sum):
            return f"{above} / {self.inside(tree.denominator, Rank.POWER)}"
        return self.text(tree)

    def rank(self, tree: Tree) -> Rank:
        match tree:
            case Call(function) if function in _ROOTS or function in ("exp", "root"):
                return Rank.POWER
            case Applied(_, arguments, orders) if len(arguments) > 1 and any(orders):
                return Rank.POWER
            case Derivative(_, variables):
                return Rank.PRODUCT if variables else Rank.POWER
            case Limit():
                return Rank.PRODUCT
        return super().rank(tree)

    def bracket(self, text: str) -> str:
        return f"({tight(text)})"

    def constant(self, id: str) -> str:
        return _CONSTANTS.get(id, id)

    def name(self, id: str) -> str:
        if is_increment(id):
            return "Δ" + self.name(id.removeprefix(INCREMENT))
        stem, index = split_index(id)
        below = lowered(index)
        if below is None or has_twin(id, self.statement.names):
            return id
        return GREEK.get(stem, stem) + below

    # --- products and quotients ---

    def product(self, factors: tuple[Tree, ...]) -> str:
        *leading, last = factors
        texts = [closed(self.leading_factor(factor)) for factor in leading]
        texts.append(self.last_factor(last))
        signs = ["" if juxtaposed(*pair) else self.times for pair in pairwise(factors)]
        return "".join(text + sign for text, sign in zip(texts, [*signs, ""], strict=True))

    def leading_factor(self, tree: Tree) -> str:
        # What follows dy/dx would seem to stand below its bar.
        if isinstance(tree, Derivative) and is_letter_of_function(tree):
            return self.bracket(self.text(tree))
        return self.factor(tree)

    def last_factor(self, tree: Tree) -> str:
        # Nothing follows, so it is clear how far a limit reaches; eˣ·(eʰ − 1)/h is usual there.
        is_open = isinstance(tree, Limit) or (isinstance(tree, Quotient) and self.has_limits)
        return self.text(tree) if is_open else self.factor(tree)

    def factor(self, tree: Tree) -> str:
        if isinstance(tree, Sum):
            return f"({self.text(tree)})"
        return self.inside(tree, Rank.PRODUCT if isinstance(tree, Derivative) else Rank.POWER)

    def quotient(self, numerator: Tree, denominator: Tree) -> str:
        above = self.inside(
            numerator, Rank.PRODUCT if isinstance(numerator, Product) else Rank.POWER
        )
        top = tight(above) if _ends_in_root_of_number(numerator) else closed(tight(above))
        return f"{top}/{self.inside(denominator, Rank.POWER)}"

    # --- powers and functions ---

    def power(self, base: Tree, exponent: Tree) -> str:
        above = self.exponent(exponent)
        if isinstance(base, Call) and FUNCTIONS[base.function].power_at_name and is_whole(exponent):
            return base.function + above + self.bracket(self.listed(base.arguments))
        return self.inside(base, Rank.ATOM) + above

    def exponent(self, tree: Tree) -> str:
        text = self.text(tree)
        above = raised(tight(text)) if len(text) <= _RAISED or is_whole(tree) else None
        if above is not None:
            return above
        return "^" + (text if isinstance(tree, Number | Constant | Name) else self.bracket(text))

    def call(self, tree: Call) -> str:
        text = self.listed(tree.arguments)
        match tree:
            case Call("exp", (exponent,)):
                return "e" + self.exponent(exponent)
            case Call("sqrt" | "cbrt" as root, (radicand,)):
                return _ROOTS[root] + self.radicand(radicand)
            case Call("root", (radicand, degree)) if is_whole(degree):
                return f"{raised(self.text(degree))}√{self.radicand(radicand)}"
            case Call("abs" | "floor" | "ceil" as fence) if "|" not in text:
                return _FENCES[fence][0] + tight(text) + _FENCES[fence][1]
            case Call("log", (antilog, base)):
                return self.indexed("log", base, antilog) or f"log({text})"
            case Call(function, (order, argument)) if FUNCTIONS[function].index_first:
                sign = FUNCTIONS[function].unicode
                return self.indexed(sign, order, argument) or f"{sign}({text})"
        return (FUNCTIONS[tree.function].unicode or tree.function) + self.bracket(text)

    def indexed(self, sign: str, index: Tree, argument: Tree) -> str | None:
        below = lowered(self.text(index)) if isinstance(index, Number | Name) else None
        return None if below is None else sign + below + self.bracket(self.text(argument))

    def radicand(self, tree: Tree) -> str:
        bare = isinstance(tree, Number | Constant | Name) and self.rank(tree) is Rank.ATOM
        return self.text(tree) if bare else self.bracket(self.text(tree))

    def applied(self, tree: Applied) -> str:
        arguments = f"({self.listed(tree.arguments)})"
        if len(tree.orders) == 1:
            order = tree.orders[0]
            mark = _PRIMES[order] if order < len(_PRIMES) else f"⁽{raised(str(order))}⁾"
            return tree.function + mark + arguments
        marks = (
            f"∂{lowered(str(place))}{_times(order)}"
            for place, order in enumerate(tree.orders, start=1)
            if order
        )
        return "".join(marks) + tree.function + arguments

    def piecewise(self, tree: Piecewise) -> str:
        when, other = IF.say(self.language), OTHERWISE.say(self.language)
        branches = (
            f"{self.text(value)} " + (f"{when} {self.conditions(listed)}" if listed else other)
            for value, listed in spread(tree.branches)
        )
        return "{" + "; ".join(branches) + "}"

    def derivative(self, tree: Derivative) -> str:
        if not tree.variables:
            return self.inside(tree.operand, Rank.ATOM) + "′"
        d = "∂" if self.partial or len(set(tree.variables)) > 1 else "d"
        above = d + _times(len(tree.variables))
        below = "".join(
            d + self.name(variable) + _times(count)
            for variable, count in derivative_parts(tree.variables)
        )
        if is_letter_of_function(tree):
            return f"{above}{self.text(tree.operand)}/{below}"
        return f"{above}/{below}{self.bracket(self.text(tree.operand))}"

    def limit(self, tree: Limit) -> str:
        return self.approach(tree) + self.inside(tree.operand, Rank.NEGATIVE)

    def approach(self, tree: Limit) -> str:
        side = {"both": "", "left": "⁻", "right": "⁺"}[tree.side]
        return f"lim {self.name(tree.variable)}→{self.text(tree.point)}{side} "

    def algebraic_root(self, polynomial: Tree, index: int) -> str:
        return f"Root{lowered(str(index + 1))}({self.text(polynomial)})"


def tight(text: str) -> str:
    """A short sum of simple terms without spaces around its signs."""
    if len(text) > _TIGHT or "·" in text:
        return text
    return text.replace(" + ", "+").replace(" − ", "−")


def closed(text: str) -> str:
    """A text that ends in √x as √(x), so that what follows is not read as part of the root."""
    return _OPEN_ROOT.sub(r"\1(\2)", text)


def _ends_in_root_of_number(tree: Tree) -> bool:
    """√2/2 leaves no doubt, as √x/2 does."""
    last = tree.factors[-1] if isinstance(tree, Product) else tree
    match last:
        case Call("sqrt" | "cbrt", (Number(),)):
            return True
        case Negative(operand):
            return _ends_in_root_of_number(operand)
    return False


def _times(order: int) -> str:
    return (raised(str(order)) or "") if order > 1 else ""
