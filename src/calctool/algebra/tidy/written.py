"""Trees as fractions over their parts as written: sin(2*x) stays sin(2*x).

What the field of `algebra.field` does for proofs, this does for reading.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from operator import add, mul

from calctool.algebra.build import added, raised
from calctool.algebra.field.ring import Element, Polynomial, Ring, UnknownError
from calctool.notation.tree import (
    Call,
    Constant,
    Derivative,
    Limit,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import walk


@dataclass(frozen=True, slots=True)
class Atom:
    """`plain`: tree itself; `exp`: exp(tree); `root`: tree^(1/step); `power`: tree^exponent."""

    kind: str
    tree: Tree
    step: int = 1
    exponent: Tree | None = None


class Written:
    """One for each search: the atoms of an expression and the sums as they were written."""

    def __init__(self, variable: str) -> None:
        self.variable = variable
        self.ring = Ring()
        self.atoms: list[Atom] = []
        self.sums: dict[str, Tree] = {}
        self.divisors: list[Element] = []
        self.exponents: set[Tree] = set()
        self._known: dict[tuple[str, Tree, int, Tree | None], int] = {}
        self._done: dict[Tree, Element] = {}

    def atom(self, kind: str, tree: Tree, step: int = 1, exponent: Tree | None = None) -> Element:
        key = (kind, tree, step, exponent)
        index = self._known.get(key)
        if index is None:
            index = self._known[key] = self.ring.new()
            self.atoms.append(Atom(kind, tree, step, exponent))
        return self.ring.generator(index)

    def plain(self, tree: Tree) -> Element:
        return self.atom("plain", tree)

    def element(self, tree: Tree) -> Element:
        """UnknownError where it would be too large."""
        found = self._done.get(tree)
        if found is None:
            found = self._done[tree] = self._converted(tree)
        return found

    def remember(self, tree: Tree) -> None:
        """The sums in it are written again as they stand, when they come back as factors."""
        for part in walk(tree):
            with suppress(UnknownError):
                element = self.element(part)
                primitive = element.den.is_one() and element.num.content() == 1
                if isinstance(part, Sum) and primitive and len(element.num) > 1:
                    self.sums.setdefault(str(element.num), part)
                    self.divisors.append(element)

    def _converted(self, tree: Tree) -> Element:
        match tree:
            case Number(value):
                return self.ring.constant(value)
            case Negative(operand):
                return -self.element(operand)
            case Sum(terms):
                return reduce(add, map(self.element, terms))
            case Product(factors):
                return reduce(mul, map(self.element, factors))
            case Quotient(numerator, denominator):
                return self.element(numerator) / self.element(denominator)
            case Power(base, exponent):
                return self._power(base, exponent)
            case Call("exp", (argument,)):
                return self._exp(argument)
            case Call("sqrt", (argument,)):
                return self.root(argument, 2)
            case Call("cbrt", (argument,)):
                return self.root(argument, 3)
            case Derivative() | Limit() | Constant("oo"):
                raise UnknownError("not a value")
        return self.plain(tree)

    def root(self, base: Tree, step: int) -> Element:
        inner = self.element(base)
        size = self._square_root(base, inner) if step == 2 else None
        if size is not None:
            return self.plain(Call("abs", (size,)))
        made = self.atom("root", base, step)
        index = next(made.used())
        if index not in self.ring.relations and inner.den.is_one():
            self.ring.relate(index, step, inner)
        return made

    def _square_root(self, base: Tree, inner: Element) -> Tree | None:
        """u where the radicand is u^2, or 1 - cos(v)^2 and the like."""
        if isinstance(base, Power) and base.exponent == number(2):
            return base.base
        for index in inner.used():
            atom = self.atoms[index].tree
            other = {"sin": "cos", "cos": "sin"}.get(getattr(atom, "function", ""))
            if other is not None and (self.ring.generator(index) ** 2 + inner).value == 1:
                return Call(other, atom.children)
        return None

    def _power(self, base: Tree, exponent: Tree) -> Element:
        value = rational(exponent)
        if value is not None and value.denominator == 1:
            return self.element(base) ** int(value)
        if value is not None:
            return self.root(base, value.denominator) ** value.numerator
        if base == Constant("e"):
            return self._exp(exponent)
        shift, rest = _constant_part(exponent)
        outer = self._power(base, number(shift)) if shift else self.ring.constant(1)
        return outer * self.atom("power", base, 1, rest)

    def _exp(self, argument: Tree) -> Element:
        """exp(u) as a power of one that is there already, where u is a whole multiple of it."""
        inner = self.element(argument)
        self.exponents.add(argument)
        if inner.num.is_zero():
            return self.ring.constant(1)
        for index, atom in enumerate(self.atoms):
            if atom.kind == "exp":
                ratio = (inner / self.element(atom.tree)).value
                if ratio is not None and ratio.denominator == 1:
                    return self.ring.generator(index) ** int(ratio)
        return self.atom("exp", argument)

    def atom_of(self, p: Polynomial) -> Atom | None:
        """What a polynomial stands for that is a single generator."""
        if len(p) == 1 and p.total_degree() == 1 and p.leading_coefficient() == 1:
            return self.atoms[next(i for i, n in enumerate(self.ring.degrees(p)) if n)]
        return None


def _constant_part(exponent: Tree) -> tuple[Fraction, Tree]:
    """n - 1 as (-1, n): powers that differ by a whole number share their symbolic part."""
    if not isinstance(exponent, Sum):
        return Fraction(0), exponent
    values = [rational(term) for term in exponent.terms]
    shift = sum((value for value in values if value is not None), Fraction(0))
    rest: Sequence[Tree] = [
        term for term, value in zip(exponent.terms, values, strict=True) if value is None
    ]
    return shift, added(rest)


def written_power(base: Tree, exponent: Fraction) -> Tree:
    """u^(p/q) the way it is written by hand."""
    if exponent == Fraction(1, 2):
        return Call("sqrt", (base,))
    return raised(base, number(exponent))
