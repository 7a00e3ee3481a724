"""Trees as LaTeX that compiles with amsmath, without the dollar signs around it."""

from itertools import pairwise

from calctool.atlas import FUNCTIONS
from calctool.notation.interior import spread
from calctool.notation.printing.brackets import Rank, juxtaposed, stacked_rank
from calctool.notation.printing.writer import (
    Texts,
    Writer,
    derivative_parts,
    is_letter_of_function,
    is_whole,
)
from calctool.notation.system import Line, System
from calctool.notation.tokens.letters import GREEK, INCREMENT, has_twin, is_increment, split_index
from calctool.notation.tree import (
    Applied,
    Call,
    Derivative,
    Limit,
    Number,
    Piecewise,
    Tree,
)
from calctool.words import Language
from calctool.words.cases import IF, OTHERWISE

_CONSTANTS = {"pi": r"\pi", "oo": r"\infty"}
_RELATIONS = {"<=": r"\le", ">=": r"\ge", "!=": r"\ne"}
_FENCES = {
    "abs": (r"\left|", r"\right|"),
    "floor": (r"\left\lfloor ", r"\right\rfloor"),
    "ceil": (r"\left\lceil ", r"\right\rceil"),
}
_CLOSED = frozenset({"exp", "sqrt", "cbrt", "root", "abs", "floor", "ceil"})
"""Functions that enclose what they are of; the power of another needs brackets: (\\ln(x))^{2}."""
_TALL = (r"\frac", r"\sqrt", r"\left", r"\begin", "^", r"\partial")


def latex(
    statement: Line, *, partial: bool = False, language: Language = "en", texts: Texts | None = None
) -> str:
    r"""For example `\frac{1}{1 + e^{-x}}`; `partial` writes \partial for d.

    `texts` may be shared by statements with the same names that are written in the same way.
    """
    return LatexWriter(statement, partial, language, texts).write()


class LatexWriter(Writer):
    joins = True
    signs = _RELATIONS
    times = r" \cdot "
    either = r" \lor "
    nowhere = r"\emptyset"
    poles = r" \ne 0, -1, -2, \dots"

    def __init__(
        self, statement: Line, partial: bool, language: Language, texts: Texts | None
    ) -> None:
        super().__init__(statement, texts)
        self.partial = partial
        self.language = language

    def rank(self, tree: Tree) -> Rank:
        return stacked_rank(tree)

    def bracket(self, text: str) -> str:
        if any(sign in text for sign in _TALL):
            return rf"\left({text}\right)"
        return f"({text})"

    # --- numbers and names ---

    def number(self, tree: Number) -> str:
        if tree.typed or tree.value.denominator == 1:
            return super().number(tree)
        above, below = super().number(tree).split("/")
        return rf"\frac{{{above}}}{{{below}}}"

    def constant(self, id: str) -> str:
        return _CONSTANTS.get(id, id)

    def name(self, id: str) -> str:
        stem, index = split_index(id)
        if not index or has_twin(id, self.statement.names):
            return _letters(id)
        return f"{_letters(stem)}_{{{index}}}"

    # --- products, quotients and powers ---

    def product(self, factors: tuple[Tree, ...]) -> str:
        text = self.inside(factors[0], Rank.POWER)
        for left, right in pairwise(factors):
            between = " " if juxtaposed(left, right) else self.times
            text += between + self.inside(right, Rank.POWER)
        return text

    def quotient(self, numerator: Tree, denominator: Tree) -> str:
        return rf"\frac{{{self.text(numerator)}}}{{{self.text(denominator)}}}"

    def power(self, base: Tree, exponent: Tree) -> str:
        above = f"^{{{self.text(exponent)}}}"
        if isinstance(base, Call) and FUNCTIONS[base.function].power_at_name and is_whole(exponent):
            return FUNCTIONS[base.function].latex + above + self.bracket(self.listed(base.children))
        if isinstance(base, Call) and base.function not in _CLOSED:
            return self.bracket(self.text(base)) + above
        return self.inside(base, Rank.ATOM) + above

    # --- functions ---

    def call(self, tree: Call) -> str:
        match tree:
            case Call("exp", (exponent,)):
                return f"e^{{{self.text(exponent)}}}"
            case Call("sqrt" | "cbrt", (radicand,)):
                return f"{FUNCTIONS[tree.function].latex}{{{self.text(radicand)}}}"
            case Call("root", (radicand, degree)):
                return rf"\sqrt[{self.text(degree)}]{{{self.text(radicand)}}}"
            case Call("abs" | "floor" | "ceil" as fence, (argument,)):
                return _FENCES[fence][0] + self.text(argument) + _FENCES[fence][1]
            case Call("log", (antilog, base)):
                return rf"\log_{{{self.text(base)}}}{self.bracket(self.text(antilog))}"
            case Call(function, (order, argument)) if FUNCTIONS[function].index_first:
                return self.indexed(function, order, argument)
        return FUNCTIONS[tree.function].latex + self.bracket(self.listed(tree.arguments))

    def indexed(self, function: str, order: Tree, argument: Tree) -> str:
        index = self.text(order)
        index = f"^{{({index})}}" if function == "polygamma" else f"_{{{index}}}"
        return FUNCTIONS[function].latex + index + self.bracket(self.text(argument))

    def applied(self, tree: Applied) -> str:
        orders = tree.orders
        if len(orders) == 1 and orders[0] <= 3:
            mark = "'" * orders[0]
        else:
            mark = f"^{{({', '.join(map(str, orders))})}}" if any(orders) else ""
        return _letters(tree.function) + mark + self.bracket(self.listed(tree.arguments))

    def piecewise(self, tree: Piecewise) -> str:
        when = rf"\text{{{IF.say(self.language)} }}"
        other = rf"\text{{{OTHERWISE.say(self.language)}}}"
        rows = (
            rf"{self.text(value)} & " + (f"{when} {self.conditions(listed)}" if listed else other)
            for value, listed in spread(tree.branches)
        )
        return r"\begin{cases} " + r" \\ ".join(rows) + r" \end{cases}"

    def derivative(self, tree: Derivative) -> str:
        if not tree.variables:
            return self.inside(tree.operand, Rank.ATOM) + "'"
        d = r"\partial" if self.partial or len(set(tree.variables)) > 1 else "d"
        above = d + _times(len(tree.variables))
        below = " ".join(
            f"{d} {self.name(variable)}{_times(count)}"
            for variable, count in derivative_parts(tree.variables)
        )
        operand = self.text(tree.operand)
        if is_letter_of_function(tree):
            return rf"\frac{{{above} {operand}}}{{{below}}}"
        return rf"\frac{{{above}}}{{{below}}}\left({operand}\right)"

    def limit(self, tree: Limit) -> str:
        side = {"both": "", "left": "^{-}", "right": "^{+}"}[tree.side]
        below = rf"{self.name(tree.variable)} \to {self.text(tree.point)}{side}"
        return rf"\lim_{{{below}}} {self.inside(tree.operand, Rank.NEGATIVE)}"

    def algebraic_root(self, polynomial: Tree, index: int) -> str:
        return rf"\operatorname{{Root}}_{{{index + 1}}}{self.bracket(self.text(polynomial))}"

    def system(self, system: System) -> str:
        lines = self.lines(system.relations)
        if len(lines) == 1:
            return lines[0]
        return r"\begin{cases} " + r" \\ ".join(lines) + r" \end{cases}"


def _letters(id: str) -> str:
    if id in GREEK:
        return "\\" + id
    if len(id) == 1:
        return id
    if is_increment(id):
        return r"\Delta " + _letters(id.removeprefix(INCREMENT))
    return r"\mathit{%s}" % id.replace("_", r"\_")  # noqa: UP031 (braces of LaTeX)


def _times(order: int) -> str:
    return f"^{{{order}}}" if order > 1 else ""
