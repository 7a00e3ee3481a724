"""Putting trees together the way they are written by hand: signs out, numbers first.

Nothing here reorders, merges or expands; every function keeps the value of what it is given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal, Inexact, localcontext
from fractions import Fraction

from msgspec import Struct, field

from calctool import budget
from calctool.notation.tree import (
    ONE,
    ZERO,
    Call,
    Constant,
    E,
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


def numeral(value: Fraction, *, decimal: bool = False) -> Tree:
    """A rational as it is written; as a decimal where one was asked for and is exact and short."""
    if value.numerator < 0:
        return Negative(numeral(-value, decimal=decimal))
    text = _decimal(value) if decimal and value.denominator != 1 else None
    return number(value) if text is None else Number(value, text)


def _decimal(value: Fraction) -> str | None:
    """All digits of a positive number, None where there are too many of them."""
    with localcontext(Context(prec=budget.DECIMAL_DIGITS, traps=[])) as context:
        found = Decimal(value.numerator) / Decimal(value.denominator)
        return None if context.flags[Inexact] else f"{found:f}"


def is_decimal(tree: Tree) -> bool:
    """Whether a number was typed with a decimal point and is not whole."""
    inner = tree.operand if isinstance(tree, Negative) else tree
    return isinstance(inner, Number) and bool(inner.typed) and inner.value.denominator != 1


def has_decimal(trees: Iterable[Tree]) -> bool:
    """Whether decimals were typed anywhere in these trees."""
    return any(is_decimal(part) for tree in trees for part in walk(tree))


def negated(tree: Tree) -> Tree:
    """The opposite of a tree, without a double sign; zero stays as it is.

    >>> plain(negated(tree("-x"))), plain(negated(tree("x + 1")))
    ('x', '-(x + 1)')
    """
    if isinstance(tree, Negative):
        return tree.operand
    return tree if rational(tree) == 0 else Negative(tree)


def added(terms: Iterable[Tree]) -> Tree:
    """A sum without nested sums and zeros; numbers are added when there is nothing else.

    >>> plain(added((tree("x"), tree("-2"), tree("y"))))
    'x - 2 + y'
    """
    kept: list[Tree] = []
    for term in terms:
        inner = term.terms if isinstance(term, Sum) else (term,)
        kept += inner if len(kept) + len(inner) <= budget.FLATTENED else (term,)
    kept = [term for term in kept if rational(term) != 0]
    if len(kept) < 2:
        return kept[0] if kept else ZERO
    values = [rational(term) for term in kept]
    known = [value for value in values if value is not None]
    if len(known) < len(kept):
        return Sum(tuple(kept))
    return numeral(sum(known, Fraction(0)), decimal=any(map(is_decimal, kept)))


def multiplied(factors: Iterable[Tree]) -> Tree:
    """One product or one fraction: sign outside, one number first, nothing nested.

    >>> plain(multiplied((tree("x"), tree("-2"))))
    '-2*x'
    """
    fraction = _Fraction()
    for factor in factors:
        fraction.take(factor)
    return fraction.tree()


def divided(numerator: Tree, denominator: Tree) -> Tree:
    """The same, written with a fraction bar.

    >>> plain(divided(tree("-x"), tree("y")))
    '-x/y'
    """
    if rational(denominator) == 0:
        return Quotient(numerator, denominator)
    fraction = _Fraction(bar=True)
    fraction.take(numerator)
    fraction.take_below(denominator)
    return fraction.tree()


def raised(base: Tree, exponent: Tree) -> Tree:
    """A power without trivial exponents; a power of e is exp.

    >>> plain(raised(tree("x"), tree("1"))), raised(tree("e"), tree("x")) == tree("exp(x)")
    ('x', True)
    """
    power = rational(exponent)
    if power == 1 or (isinstance(base, Number) and base.value == 1):
        return base
    if power == 0 and rational(base) != 0:
        return ONE
    if isinstance(base, Constant) and base == E:
        return Call("exp", (exponent,))
    return Power(base, exponent)


def product(factors: Iterable[Tree]) -> Tree:
    """Factors side by side as they stand."""
    listed = tuple(factors)
    if len(listed) < 2:
        return listed[0] if listed else ONE
    return Product(listed)


class _Fraction(Struct):
    """What a product has been seen to consist of; `bar` asks for `x/2` rather than `1/2*x`."""

    bar: bool = False
    coefficient: Fraction = Fraction(1)
    above: list[Tree] = field(default_factory=list)
    below: list[Tree] = field(default_factory=list)
    numbers: list[Tree] = field(default_factory=list)

    def take(self, factor: Tree) -> None:
        value = rational(factor)
        if value is not None:
            if value != 1:
                self.coefficient *= value
                if value != -1:
                    self.numbers.append(factor)
        elif isinstance(factor, Negative):
            self.coefficient = -self.coefficient
            self.take(factor.operand)
        elif isinstance(factor, Product) and len(self.above) <= budget.FLATTENED:
            for each in factor.factors:
                self.take(each)
        elif isinstance(factor, Quotient) and rational(factor.denominator) != 0:
            self.bar = True
            self.take(factor.numerator)
            self.take_below(factor.denominator)
        else:
            self.above.append(factor)

    def take_below(self, factor: Tree) -> None:
        value = rational(factor)
        if value:
            self.coefficient /= value
            if abs(value) != 1:
                self.numbers.append(factor)
        elif isinstance(factor, Negative):
            self.coefficient = -self.coefficient
            self.take_below(factor.operand)
        elif isinstance(factor, Product) and all(rational(each) != 0 for each in factor.factors):
            for each in factor.factors:
                self.take_below(each)
        elif isinstance(factor, Quotient) and all(rational(each) != 0 for each in factor.children):
            self.bar = True
            self.take_below(factor.numerator)
            self.take(factor.denominator)
        else:
            self.below.append(factor)

    def tree(self) -> Tree:
        if self.coefficient == 0:
            return ZERO
        if not self.numbers:
            return self._signed(self._without_numbers())
        size = abs(self.coefficient)
        typed = self._typed(size) or self._as_decimal(size)
        if not self.bar and not self.below:
            made = product(([typed or number(size)] if size != 1 else []) + self.above)
        else:
            over = Fraction(size if typed else size.numerator)
            under = size / over
            top = [typed or number(over)] if over != 1 else []
            bottom = [number(1 / under)] if under != 1 else []
            below = bottom + self.below
            made = product(top + self.above)
            made = Quotient(made, product(below)) if below else made
        return self._signed(made)

    def _without_numbers(self) -> Tree:
        above = product(self.above)
        return Quotient(above, product(self.below)) if self.below else above

    def _signed(self, made: Tree) -> Tree:
        return Negative(made) if self.coefficient.numerator < 0 else made

    def _as_decimal(self, size: Fraction) -> Tree | None:
        """What came of decimals, as one."""
        if size.denominator == 1 or not any(map(is_decimal, self.numbers)):
            return None
        made = numeral(size, decimal=True)
        return made if isinstance(made, Number) else None

    def _typed(self, size: Fraction) -> Tree | None:
        """The number as it was typed, while nothing was computed with it."""
        only = self.numbers[0] if len(self.numbers) == 1 else None
        only = only.operand if isinstance(only, Negative) else only
        return only if isinstance(only, Number) and only.typed and only.value == size else None


def positive_first(terms: Sequence[Tree]) -> list[Tree]:
    """1, -x rather than -x, 1."""
    start = next((i for i, term in enumerate(terms) if not isinstance(term, Negative)), 0)
    return [terms[start], *terms[:start], *terms[start + 1 :]]
