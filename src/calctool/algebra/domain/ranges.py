"""Coarse ranges of the values of trees; never too narrow.

Only for what is plain to see, such as x^2 + 1 > 0: the exact engines decide the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache, reduce
from math import floor, inf

from calctool import budget
from calctool.algebra.domain.intervals import (
    LINE,
    ONE,
    ZERO,
    Range,
    absolute,
    added,
    closed,
    exponential,
    greater,
    inverted,
    joined,
    logarithm,
    multiplied,
    negated,
    root,
    whole_power,
)
from calctool.algebra.facts import formula
from calctool.algebra.local.quadratic import difference
from calctool.atlas import facts
from calctool.atlas.interval import interval
from calctool.notation.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Number,
    Piecewise,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    rational,
)

Known = Mapping[str, Range]
"""What is known of the names: the ranges of their values."""


CONSTANTS = {
    "pi": Range(Fraction(333, 106), Fraction(22, 7)),
    "e": Range(Fraction(19, 7), Fraction(87, 32)),
}


def range_of(tree: Tree, known: Known) -> Range:
    """An interval in which all values of a tree lie, while each name stays in its `known` range.

    Coarse but certain: by interval arithmetic (Moore 1966), part by part.

    >>> found = range_of(tree("2 + sin(x)"), {})
    >>> found.low == 1, found.high == 3
    (True, True)
    """
    return _Ranges(known).of(tree)


class _Ranges:
    """Those of the parts of some trees: each is worked out once, however often it stands there."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._done: dict[Tree, Range] = {}

    def of(self, tree: Tree) -> Range:
        match tree:
            case Number(value):
                return closed(value, value)
            case Constant(id):
                return CONSTANTS.get(id, LINE)
            case Name(id):
                return self._known.get(id, LINE)
        if tree not in self._done:
            self._done[tree] = self._worked_out(tree)
        return self._done[tree]

    def _worked_out(self, tree: Tree) -> Range:
        match tree:
            case Negative(operand):
                return negated(self.of(operand))
            case Sum(terms):
                return reduce(added, map(self.of, terms))
            case Product(factors):
                return self._product(factors)
            case Quotient(top, bottom):
                return multiplied(self.of(top), inverted(self.of(bottom)))
            case Power(base, exponent) if exponent.names:
                # u^v = exp(v*log u), which supposes u > 0.
                return exponential(multiplied(self.of(exponent), logarithm(self.of(base))))
            case Power(base, exponent):
                return _powered(self.of(base), rational(exponent))
            case Call(function, arguments):
                return _called(function, list(map(self.of, arguments)))
            case Piecewise(branches):
                return reduce(joined, (self.of(value) for value, _ in branches))
        return LINE

    def _product(self, factors: tuple[Tree, ...]) -> Range:
        """Equal factors are a power: x*x is not negative."""
        counts = Counter(factors)
        powers = (whole_power(self.of(factor), n) for factor, n in counts.items())
        return reduce(multiplied, powers)


def decided(relation: Relation, known: Known | None = None) -> bool | None:
    """True or False where the relation holds, or fails, for all values of the names."""
    ranges = _Ranges(known or {})
    apart = added(ranges.of(relation.left), negated(ranges.of(relation.right)))
    apart = apart.meet(_quadratic_range(relation))
    return SIGNS[relation.sign](apart)


def _either(yes: bool, no: bool) -> bool | None:
    return True if yes else False if no else None


SIGNS: dict[str, Callable[[Range], bool | None]] = {
    ">": lambda r: _either(r.positive, r.high <= 0),
    ">=": lambda r: _either(r.low >= 0, r.negative),
    "<": lambda r: _either(r.negative, r.low >= 0),
    "<=": lambda r: _either(r.high <= 0, r.positive),
    "!=": lambda r: _either(r.positive or r.negative, r.low == r.high == 0),
    "=": lambda r: _either(r.low == r.high == 0, r.positive or r.negative),
}


def _quadratic_range(relation: Relation) -> Range:
    """The exact range of left - right where that is a quadratic polynomial in its only name."""
    if len(relation.names) != 1:
        return LINE
    (name,) = relation.names
    coefficients = difference(relation.left, relation.right, name)
    if coefficients is None or len(coefficients) not in (1, 3):
        return LINE
    if len(coefficients) == 1:
        return closed(coefficients[0], coefficients[0])
    c, b, a = coefficients
    turning = c - b * b / (4 * a)
    return closed(turning, inf) if a > 0 else closed(-inf, turning)


def _powered(base: Range, exponent: Fraction | None) -> Range:
    if exponent == 0:
        return closed(ONE, ONE)
    if exponent is not None and exponent.denominator == 1 and _is_short(base, exponent):
        n = int(exponent)
        return whole_power(base, n) if n > 0 else inverted(whole_power(base, -n))
    if exponent is not None and exponent.denominator % 2:
        even = exponent.numerator % 2 == 0
        return closed(ZERO, inf) if even or base.low >= 0 else LINE
    if base.positive or (exponent is not None and exponent < 0):
        return Range(ZERO, inf)
    return closed(ZERO, inf)


def _is_short(base: Range, exponent: Fraction) -> bool:
    """Whether the powers of the ends are worth working out."""
    ends = [end for end in (base.low, base.high) if isinstance(end, Fraction)]
    bits = sum(end.numerator.bit_length() + end.denominator.bit_length() for end in ends)
    return bits * abs(exponent) <= budget.REAL_BITS


def _called(function: str, inner: list[Range]) -> Range:
    u = inner[0]
    record = facts(function, len(inner))
    fixed = _within(record.range) if record.range else LINE
    match function:
        case "max":
            return reduce(greater, inner)
        case "min":
            return negated(reduce(greater, map(negated, inner)))
        case "exp":
            return fixed.meet(exponential(u))
        case "abs":
            return absolute(u)
        case "gamma" if u.positive:
            return Range(ZERO, inf)
        case "sqrt":
            return fixed.meet(root(u))
        case "cosh" | "relu" if u.positive:
            return Range(max(fixed.low, ZERO), inf)
        case "log" if len(inner) == 1:
            return logarithm(u)
        case "floor":
            return closed(
                *(floor(end) if isinstance(end, Fraction) else end for end in (u.low, u.high))
            )
    return fixed.meet(_of_sign(u)) if record.sign else fixed


@cache
def _within(text: str) -> Range:
    """The range of a record; an end such as pi/2 is enclosed."""
    ends = interval(text)
    low = -inf if ends.low == "-oo" else range_of(formula(ends.low), {}).low
    high = inf if ends.high == "oo" else range_of(formula(ends.high), {}).high
    return Range(low, high, ends.low_open, ends.high_open)


def _of_sign(u: Range) -> Range:
    """All numbers of the signs that u has."""
    low = ZERO if u.low >= 0 else -inf
    high = ZERO if u.high <= 0 else inf
    return Range(low, high, u.positive or low != 0, u.negative or high != 0)
