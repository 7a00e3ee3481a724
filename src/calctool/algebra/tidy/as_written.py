"""Trees as fractions over their parts as written: sin(2*x) stays sin(2*x).

What the field of `algebra.field` does for proofs, this does for reading.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from contextlib import suppress
from fractions import Fraction
from functools import reduce

from msgspec import Struct

from calctool.algebra.build import added, has_decimal, numeral, raised
from calctool.algebra.field.ring import Element, Polynomial, Ring, UnknownError
from calctool.algebra.tidy.atoms import (
    arguments_of_exponentials,
    common_part,
    degrees_of_roots,
)
from calctool.notation.tree import (
    Call,
    Constant,
    Derivative,
    Limit,
    Name,
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

HALF = Fraction(1, 2)
Need = tuple[str, str]
"""A kind ("nonzero", "even-root", "positive", or a function) and the key of what it is about."""


class Atom(Struct, frozen=True):
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
        self.decimals = False
        self.degrees: dict[Name, int] = {}
        self.laid_out: dict[str, Tree] = {}
        self.needs: dict[Tree, frozenset[Need]] = {}
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

    def prepare(self, *trees: Tree) -> None:
        """Names under roots become powers of one root, and exponentials powers of one of them.

        To be called before anything else is read.
        """
        self.degrees = degrees_of_roots(trees)
        groups: list[list[tuple[Tree, Fraction]]] = []
        listed = dict.fromkeys(a for tree in trees for a in arguments_of_exponentials(tree))
        for argument in listed:
            inner = self.element(argument)
            for group in groups if inner.num else ():
                ratio = (inner / self.element(group[0][0])).value
                if ratio is not None:
                    group.append((argument, ratio))
                    break
            else:
                if inner.num:
                    groups.append([(argument, Fraction(1))])
        for group in groups:
            if len(group) > 1:
                self.atom("exp", common_part(group))

    def remember(self, tree: Tree) -> None:
        """The sums in it are written again as they stand, when they come back as factors."""
        self.decimals = self.decimals or has_decimal((tree,))
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
            case Name() if tree in self.degrees:
                return self.root(tree, self.degrees[tree]) ** self.degrees[tree]
            case Negative(operand):
                return -self.element(operand)
            case Sum(terms):
                return reduce(operator.add, map(self.element, terms))
            case Product(factors):
                return reduce(operator.mul, map(self.element, factors))
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
        degree = self.degrees.get(base, 0) if isinstance(base, Name) else 0
        if degree % step == 0 < degree:
            return self.atom("root", base, degree) ** (degree // step)
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

    def is_root_of_name(self, atom: Atom) -> bool:
        """Whether powers of this root stand for the name itself."""
        return isinstance(atom.tree, Name) and atom.step == self.degrees.get(atom.tree)

    def factors(self, p: Polynomial) -> tuple[int, list[tuple[Polynomial, int]]]:
        """As those of the ring, but 1 - x is not taken apart as (1 - sqrt(x))*(1 + sqrt(x))."""
        p = self.ring.lift(p)
        steps = [1] * self.ring.capacity
        for index, degree in enumerate(self.ring.degrees(p)):
            if degree and self.is_root_of_name(self.atoms[index]):
                steps[index] = self.atoms[index].step
        if max(steps) == 1 or p.is_zero():
            return self.ring.factors(p)
        terms = dict(self.ring.terms(p))
        least = [
            min(n) if k > 1 else 0 for n, k in zip(zip(*terms, strict=True), steps, strict=True)
        ]
        rest = {tuple(map(operator.sub, powers, least)): c for powers, c in terms.items()}
        if any(n % k for powers in rest for n, k in zip(powers, steps, strict=True)):
            return self.ring.factors(p)
        content, found = self.ring.factors(self._with_powers(rest, steps, operator.floordiv))
        whole = [
            (self._with_powers(dict(self.ring.terms(q)), steps, operator.mul), times)
            for q, times in found
        ]
        return content, whole + [(self.ring.gens[i], n) for i, n in enumerate(least) if n]

    def _with_powers(
        self, terms: dict[tuple[int, ...], int], steps: list[int], change: Callable[[int, int], int]
    ) -> Polynomial:
        return self.ring.polynomial({tuple(map(change, n, steps)): c for n, c in terms.items()})

    def atom_of(self, p: Polynomial) -> Atom | None:
        """What a polynomial stands for that is a single generator."""
        if len(p) == 1 and p.total_degree() == 1 and p.leading_coefficient() == 1:
            (monomial,) = p.monoms()
            place: int = monomial.index(1)
            return self.atoms[len(monomial) - 1 - place]
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


def written_power(base: Tree, exponent: Fraction | int, *, decimal: bool = False) -> Tree:
    """u^(p/q) the way it is written by hand."""
    if exponent.denominator == 1:
        return base if exponent == 1 else raised(base, number(exponent))
    if exponent == HALF:
        return Call("sqrt", (base,))
    return raised(base, numeral(Fraction(exponent), decimal=decimal))
