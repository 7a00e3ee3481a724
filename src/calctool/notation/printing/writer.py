"""A tree as one line of text: the walk and the brackets that all printers share."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import ClassVar

from calctool.notation.between import Run, runs
from calctool.notation.polynomial import polynomial
from calctool.notation.printing.brackets import Rank, is_letter, rank
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import (
    ZERO,
    AlgebraicRoot,
    Applied,
    Call,
    Constant,
    Derivative,
    Limit,
    Name,
    Negative,
    Number,
    Piecewise,
    Power,
    Product,
    Quotient,
    Relation,
    Sign,
    Sum,
    Tree,
)

Texts = dict[int, tuple[Tree, str]]
"""What was written so far, by the identity of each tree, which is kept: equal trees may hold
numbers that were typed differently. Statements with the same names can share it."""

_MOST_PRIMES = 3
"""From the fourth on, derivatives of an undefined function are counted: f^(4)(x)."""


class Writer:
    """Writes a statement from its leaves up, so that depth and repeated parts cost nothing.

    A printer is a subclass: it says how its signs look and overrides what it writes otherwise.
    """

    plus = " + "
    minus = " - "
    sign = "-"
    times = "*"
    over = "/"
    opening, closing = "(", ")"
    signs: ClassVar[Mapping[str, str]] = {}
    either = " or "
    nowhere = "no solution"
    joins = False
    """Whether x > a and x < b is written as a < x < b."""
    poles = ""
    """What follows u where it is not 0, -1, -2, …; empty where that is written as a relation."""

    def __init__(self, statement: Line, texts: Texts | None = None) -> None:
        self.statement = statement
        self._texts: Texts = {} if texts is None else texts

    def write(self) -> str:
        match self.statement:
            case Relation():
                return self.relation(self.statement)
            case System():
                return self.system(self.statement)
            case Alternatives():
                return self.alternatives(self.statement)
        return self.text(self.statement)

    def text(self, tree: Tree) -> str:
        known = self._texts.get(id(tree))
        if known is None:
            self._write_parts(tree)
            known = self._texts[id(tree)]
        return known[1]

    def _write_parts(self, tree: Tree) -> None:
        """Store the text of a tree after those of its parts, of which only new ones are visited."""
        texts = self._texts
        waiting = [tree]
        while waiting:
            at = waiting[-1]
            if id(at) in texts:
                waiting.pop()
            elif missing := [part for part in at.children if id(part) not in texts]:
                waiting += missing
            else:
                waiting.pop()
                texts[id(at)] = (at, self.compose(at))

    def compose(self, tree: Tree) -> str:
        # Without fields in the patterns, which take longer than the matching.
        match tree:
            case Name():
                return self.name(tree.id)
            case Number():
                return self.number(tree)
            case Product():
                return self.product(tree.factors)
            case Sum():
                return self.sum(tree.terms)
            case Power():
                return self.power(tree.base, tree.exponent)
            case Quotient():
                return self.quotient(tree.numerator, tree.denominator)
            case Negative():
                return self.sign + self.inside(tree.operand, Rank.PRODUCT)
            case Constant():
                return self.constant(tree.id)
        return self.compose_applied(tree)

    def compose_applied(self, tree: Tree) -> str:
        match tree:
            case Call():
                return self.call(tree)
            case Applied():
                return self.applied(tree)
            case Piecewise():
                return self.piecewise(tree)
            case Derivative():
                return self.derivative(tree)
            case Limit():
                return self.limit(tree)
            case AlgebraicRoot(coefficients, index):
                return self.algebraic_root(polynomial(coefficients), index)
        raise TypeError(type(tree).__name__)

    # --- brackets ---

    def rank(self, tree: Tree) -> Rank:
        return rank(tree)

    def bracket(self, text: str) -> str:
        return self.opening + text + self.closing

    def inside(self, tree: Tree, least: Rank) -> str:
        text = self.text(tree)
        return text if self.rank(tree) >= least else self.bracket(text)

    # --- the kinds of tree ---

    def number(self, tree: Number) -> str:
        return tree.typed or fraction(tree.value)

    def constant(self, id: str) -> str:
        return id

    def name(self, id: str) -> str:
        return id

    def sum(self, terms: tuple[Tree, ...]) -> str:
        text = self.inside(terms[0], Rank.NEGATIVE)
        for term in terms[1:]:
            if isinstance(term, Negative):
                text += self.minus + self.inside(term.operand, Rank.PRODUCT)
            else:
                text += self.plus + self.inside(term, Rank.PRODUCT)
        return text

    def product(self, factors: tuple[Tree, ...]) -> str:
        texts = [self.first_factor(factors[0])]
        texts += [self.inside(factor, Rank.POWER) for factor in factors[1:]]
        return self.times.join(texts)

    def first_factor(self, tree: Tree) -> str:
        # A quotient may lead, a/b*c, but a product may not: without brackets it would dissolve.
        return self.inside(tree, Rank.PRODUCT if isinstance(tree, Quotient) else Rank.POWER)

    def quotient(self, numerator: Tree, denominator: Tree) -> str:
        return self.numerator(numerator) + self.over + self.inside(denominator, Rank.POWER)

    def numerator(self, tree: Tree) -> str:
        return self.inside(tree, Rank.PRODUCT)

    def power(self, base: Tree, exponent: Tree) -> str:
        return self.inside(base, Rank.ATOM) + "^" + self.inside(exponent, Rank.ATOM)

    def call(self, tree: Call) -> str:
        return tree.function + self.bracket(self.listed(tree.arguments))

    def applied(self, tree: Applied) -> str:
        return f"{tree.function}{primes(tree.orders)}({self.listed(tree.arguments)})"

    def piecewise(self, tree: Piecewise) -> str:
        branches = (
            f"({self.text(value)}, {self.relation(condition) if condition else 'True'})"
            for value, condition in tree.branches
        )
        return f"Piecewise({', '.join(branches)})"

    def derivative(self, tree: Derivative) -> str:
        variables = (self.name(variable) for variable in tree.variables)
        return f"D({', '.join((self.text(tree.operand), *variables))})"

    def limit(self, tree: Limit) -> str:
        side = "" if tree.side == "both" else f", {tree.side}"
        place = f"{self.name(tree.variable)}, {self.text(tree.point)}"
        return f"Limit({self.text(tree.operand)}, {place}{side})"

    def algebraic_root(self, polynomial: Tree, index: int) -> str:
        return f"CRootOf({self.text(polynomial)}, {index})"

    def relation(self, relation: Relation) -> str:
        u = _off_poles(relation) if self.poles else None
        if u is not None:
            return self.but_for_poles(self.text(u))
        return self.compared((relation.left, relation.right), (relation.sign,))

    def but_for_poles(self, text: str) -> str:
        """That something is neither 0 nor -1, -2, …"""
        return text + self.poles

    def compared(self, sides: tuple[Tree, ...], signs: tuple[Sign, ...]) -> str:
        """a < x < b: the sides with the signs between them."""
        first, *others = map(self.text, sides)
        pairs = zip(signs, others, strict=True)
        return first + "".join(f" {self.signs.get(sign, sign)} {side}" for sign, side in pairs)

    def conditions(self, listed: Sequence[Relation]) -> str:
        """Those of one branch: a < x < b, or with commas."""
        return ", ".join(self.lines(listed))

    def lines(self, listed: Sequence[Relation]) -> list[str]:
        """Each relation, or for people a < x < b in place of two."""
        if not self.joins:
            return list(map(self.relation, listed))
        return [self._run(run) for run in runs(listed)]

    def _run(self, run: Run) -> str:
        if len(run) == 1:
            return self.relation(run[0])
        sides = (run[0].left, *(each.right for each in run))
        return self.compared(sides, tuple(each.sign for each in run))

    def system(self, system: System) -> str:
        lines = self.lines(system.relations)
        return lines[0] if len(lines) == 1 else "{" + ", ".join(lines) + "}"

    def alternatives(self, alternatives: Alternatives) -> str:
        return self.either.join(map(self.system, alternatives.systems)) or self.nowhere

    def listed(self, trees: tuple[Tree, ...]) -> str:
        return ", ".join(self.text(tree) for tree in trees)


def _off_poles(relation: Relation) -> Tree | None:
    """u where max(u, u - floor(u)) > 0: it is positive or not whole."""
    match relation:
        case Relation(Call("max", (u, Sum((v, Negative(Call("floor", (w,))))))), ">", right) if (
            u == v == w and right == ZERO
        ):
            return u
    return None


def fraction(value: Fraction) -> str:
    """A rational without a limit on its digits, which `str` of an int has."""
    if value.denominator == 1:
        return str(Decimal(value.numerator))
    return f"{Decimal(value.numerator)}/{Decimal(value.denominator)}"


def primes(orders: tuple[int, ...]) -> str:
    """The derivative marks of an undefined function: f', f'', f^(1,0)."""
    if not any(orders):
        return ""
    if len(orders) == 1 and orders[0] <= _MOST_PRIMES:
        return "'" * orders[0]
    return f"^({','.join(map(str, orders))})"


def is_whole(tree: Tree) -> bool:
    """Whether a tree is written as a whole number."""
    return isinstance(tree, Number) and (tree.typed or fraction(tree.value)).isdecimal()


def derivative_parts(variables: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    """The variables below the bar, last one first, each with how often in a row it occurs."""
    return tuple((name, len(list(run))) for name, run in groupby(reversed(variables)))


def is_letter_of_function(tree: Derivative) -> bool:
    """Whether a derivative is that of a letter that stands for a function: dy/dx, ∂f/∂x."""
    operand, variables = tree.operand, tree.variables
    if not variables or not isinstance(operand, Name):
        return False
    return is_letter(operand.id) and operand.id not in variables
