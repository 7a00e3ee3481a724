"""Trees as text that SymPy reads back to the same value; nothing here imports SymPy.

It is read by `sympify(text, locals={n: Symbol(n, real=True) for n in names})`, where each name
is spelled by `sympy_name`: Python reserves `lambda`, so it is `lamda`, as in SymPy itself.
"""

import re
from collections.abc import Set

from calctool.atlas import FUNCTIONS
from calctool.notation.printing.brackets import Rank
from calctool.notation.printing.writer import Texts, Writer, fraction
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import (
    Applied,
    Call,
    Derivative,
    Limit,
    Name,
    Number,
    Relation,
    Tree,
    number,
    rational,
)

_RELATIONS = {"=": "Eq", "!=": "Ne"}
_HOLE_IN_BRACKETS = re.compile(r"(?<!\w)\(\{(\d)\}\)")
_ATOM = re.compile(r"\w+")
_OTHER_IN_SYMPY = frozenset("CEINOQS")
_WITHOUT_SHADOWED_NAMES = {
    "gamma": "factorial(({0}) - 1)",
    "beta": "factorial(({0}) - 1)*factorial(({1}) - 1)/factorial(({0}) + ({1}) - 1)",
}


def sympy_text(statement: Line, names: Set[str] = frozenset(), texts: Texts | None = None) -> str:
    """For example `real_root(x, 3)**2`, `1/(1 + exp(-x))` or `Eq(Derivative(u, x), 1/2)`.

    `names` are the other names that will be in `locals`: the variable `gamma` hides the function.
    `texts` may be shared by statements for which all these names are the same.
    """
    return SympyWriter(statement, names | statement.names, texts).write()


def sympy_name(id: str) -> str:
    """How SymPy spells a name: only `lambda`, which Python reserves, differs."""
    return "lamda" if id == "lambda" else id


class SympyWriter(Writer):
    """Python's signs, and every function written out in SymPy's own."""

    def __init__(self, statement: Line, names: Set[str], texts: Texts | None = None) -> None:
        super().__init__(statement, texts)
        self.names = names

    def rank(self, tree: Tree) -> Rank:
        match tree:
            case Number(value) if value.denominator != 1:
                return Rank.PRODUCT
            case Call() if not _is_one_call(self.template(tree)):
                return Rank.SUM
        return super().rank(tree)

    def number(self, tree: Number) -> str:
        return fraction(tree.value)

    def constant(self, id: str) -> str:
        return "E" if id == "e" else id

    def name(self, id: str) -> str:
        return sympy_name(id)

    def power(self, base: Tree, exponent: Tree) -> str:
        value = rational(exponent)
        if value is None or value.denominator % 2 == 0 or value.denominator == 1:
            return f"{self.inside(base, Rank.ATOM)}**{self.inside(exponent, Rank.ATOM)}"
        root = f"real_root({self.text(base)}, {value.denominator})"
        return (
            root
            if value.numerator == 1
            else f"{root}**{self.inside(number(value.numerator), Rank.ATOM)}"
        )

    def template(self, tree: Call) -> str:
        if tree.function in self.names and tree.function in _WITHOUT_SHADOWED_NAMES:
            return _WITHOUT_SHADOWED_NAMES[tree.function]
        return FUNCTIONS[tree.function].sympy

    def call(self, tree: Call) -> str:
        texts = [self.text(argument) for argument in tree.arguments]

        def bare(hole: re.Match[str]) -> str:
            return f"{{{hole[1]}}}" if _ATOM.fullmatch(texts[int(hole[1])]) else hole[0]

        template = _HOLE_IN_BRACKETS.sub(bare, self.template(tree))
        return template.replace("{*}", ", ".join(texts)).format(*texts)

    def applied(self, tree: Applied) -> str:
        if not any(tree.orders):
            return f"{_function(tree.function)}({self.listed(tree.arguments)})"
        names = [argument.id for argument in tree.arguments if isinstance(argument, Name)]
        if len(set(names)) == len(tree.arguments):
            return self.derived(tree, [self.name(name) for name in names])
        places = [f"_{place}" for place in range(1, len(tree.arguments) + 1)]
        derived = self.derived(tree, places)
        return f"Subs({derived}, ({', '.join(places)},), ({self.listed(tree.arguments)},))"

    def derived(self, tree: Applied, places: list[str]) -> str:
        variables = [
            place for place, order in zip(places, tree.orders, strict=True) for _ in range(order)
        ]
        applied = f"{_function(tree.function)}({', '.join(places)})"
        return f"Derivative({', '.join((applied, *variables))})"

    def derivative(self, tree: Derivative) -> str:
        variables = (self.name(variable) for variable in tree.variables)
        return f"Derivative({', '.join((self.text(tree.operand), *variables))})"

    def limit(self, tree: Limit) -> str:
        side = {"both": "", "left": ", '-'", "right": ", '+'"}[tree.side]
        place = f"{self.name(tree.variable)}, {self.text(tree.point)}"
        return f"Limit({self.text(tree.operand)}, {place}{side})"

    def relation(self, relation: Relation) -> str:
        if relation.sign in _RELATIONS:
            sides = self.listed((relation.left, relation.right))
            return f"{_RELATIONS[relation.sign]}({sides})"
        return super().relation(relation)

    def system(self, system: System) -> str:
        return f"Tuple({', '.join(map(self.relation, system.relations))})"

    def alternatives(self, alternatives: Alternatives) -> str:
        return f"Tuple({', '.join(map(self.system, alternatives.systems))})"


def _function(id: str) -> str:
    if len(id) == 1 and id not in _OTHER_IN_SYMPY:
        return id
    return f"Function('{id}')"


def _is_one_call(template: str) -> bool:
    """Whether a template is name(…) as a whole, which needs no brackets anywhere."""
    name, _, rest = template.partition("(")
    depth = 1
    for place, character in enumerate(rest):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return name.isidentifier() and place == len(rest) - 1
    return False
