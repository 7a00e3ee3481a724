"""Where a difference quotient is taken, and its parts as trees: f(x + h), f(x), their quotient."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field
from msgspec.structs import replace

from calctool.algebra.build import negated, product
from calctool.algebra.clean import clean
from calctool.algebra.limit.settle import settled
from calctool.notation.tokens.letters import INCREMENT
from calctool.notation.tree import (
    ONE,
    ZERO,
    Limit,
    LimitSide,
    Name,
    Negative,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)
from calctool.notation.walk import substitute, transform


class Letters(Struct):
    """Names for increments and abbreviations that occur nowhere else in the problem."""

    used: set[str]
    named: dict[str, Tree] = field(default_factory=dict)

    def fresh(self, *wanted: str) -> str:
        """The first wanted letter that is free, else one with a number; it is taken then."""
        numbered = (f"{wanted[0]}{number}" for number in range(1, len(self.used) + 2))
        name = next(name for name in (*wanted, *numbered) if name not in self.used)
        self.used.add(name)
        return name


class Place(Struct, frozen=True):
    """f is a function of `variable`; its quotient is taken at `base` with `increment`.

    `inner` are the names of the increments of inner functions, in the order of their use;
    with `delta` they are named after their variables instead.
    """

    variable: str
    base: Tree
    increment: str
    letters: Letters
    inner: tuple[str, ...]
    side: LimitSide = "both"
    delta: bool = False

    @property
    def h(self) -> Tree:
        """The increment."""
        return Name(self.increment)

    @property
    def at_name(self) -> bool:
        """Whether the derivative is taken at the variable itself."""
        return self.base == Name(self.variable)

    def here(self, f: Tree) -> Tree:
        """f at the base; a constant is worked out."""
        if self.at_name:
            return f
        return settled(clean(substitute(f, {self.variable: self.base})))

    def written_here(self, f: Tree) -> Tree:
        """f at the base, as it stands."""
        return f if self.at_name else clean(substitute(f, {self.variable: self.base}))

    def there(self, f: Tree) -> Tree:
        """f at base + increment."""
        moved = self.h if rational(self.base) == 0 else total((self.base, self.h))
        return _flat(substitute(f, {self.variable: moved}))

    def change(self, f: Tree) -> Tree:
        """f(x + h) - f(x)"""
        return difference(self.there(f), self.here(f))

    def quotient(self, f: Tree) -> Tree:
        """(f(x + h) - f(x))/h"""
        return over(self.change(f), self.h)

    def slope(self, f: Tree) -> Tree:
        """The quotient as it stands inside a longer one: that of the variable itself is 1."""
        return ONE if f == Name(self.variable) else self.quotient(f)

    def limit(self, operand: Tree) -> Tree:
        """The limit of a tree as the increment tends to 0, from its side."""
        return Limit(operand, self.increment, ZERO, self.side)

    def at_zero(self, operand: Tree) -> Tree:
        """The operand where the increment is 0."""
        return evaluated(substitute(operand, {self.increment: ZERO}))

    def start(self, f: Tree) -> Tree:
        """The limit of the difference quotient of f."""
        return self.limit(self.quotient(f))

    def inside(self, variable: str, base: Tree) -> Place:
        """The place of an outer function: its own increment, which tends to 0 with this one."""
        increment, *rest = self.inner
        if self.delta:
            increment = self.letters.fresh(INCREMENT + variable)
        return replace(
            self, variable=variable, base=base, increment=increment, inner=tuple(rest), side="both"
        )


def total(terms: Iterable[Tree]) -> Tree:
    """A sum whose terms are no sums; zeros are left out."""
    listed: list[Tree] = []
    for term in terms:
        listed += term.terms if isinstance(term, Sum) else (term,)
    kept = [term for term in listed if rational(term) != 0]
    if len(kept) < 2:
        return kept[0] if kept else ZERO
    return Sum(tuple(kept))


def difference(left: Tree, right: Tree) -> Tree:
    """left - right, the right one in brackets where it is a sum."""
    terms = left.terms if isinstance(left, Sum) else (left,)
    if rational(right) == 0:
        return left
    return total((*terms, negated(right)))


def over(numerator: Tree, *denominators: Tree) -> Tree:
    """A fraction as it stands; ones in the denominator are left out."""
    below = [each for each in denominators if rational(each) != 1]
    if not below:
        return numerator
    if isinstance(numerator, Negative):
        return Negative(Quotient(numerator.operand, product(_factors(below))))
    return Quotient(numerator, product(_factors(below)))


def times(*factors: Tree) -> Tree:
    """A product as it stands; ones are left out, signs stand in front, 0 makes it 0."""
    if any(rational(factor) == 0 for factor in factors):
        return ZERO
    kept: list[Tree] = []
    minus = False
    for factor in factors:
        if isinstance(factor, Negative):
            minus, factor = not minus, factor.operand
        kept += [each for each in _factors([factor]) if rational(each) != 1]
    made = product(kept)
    return Negative(made) if minus else made


def _factors(trees: Iterable[Tree]) -> list[Tree]:
    return [f for tree in trees for f in (tree.factors if isinstance(tree, Product) else (tree,))]


def _flat(tree: Tree) -> Tree:
    """Sums in sums dissolved: x + h + 1 for (x + h) + 1."""

    def change(at: Tree) -> Tree | None:
        if isinstance(at, Sum):
            terms = [transform(term, change) for term in at.terms]
            return (
                total(terms)
                if any(isinstance(term, Sum) for term in terms)
                else at.rebuilt(tuple(terms))
            )
        return None

    return transform(tree, change)


def evaluated(tree: Tree) -> Tree:
    """Cleaned, equal factors gathered, and constants worked out."""
    return settled(clean(tree))
