"""Coarse ranges of values by interval arithmetic with open and closed ends; never too narrow.

Only for what is plain to see, such as x^2 + 1 > 0: the exact engines decide the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import inf

from calctool import budget
from calctool.algebra.quadratic import difference
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

End = Fraction | float
ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Range:
    """All values lie between the ends; an open end is not attained."""

    low: End = -inf
    high: End = inf
    low_open: bool = True
    high_open: bool = True

    @property
    def is_empty(self) -> bool:
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def positive(self) -> bool:
        return self.low > 0 or (self.low == 0 and self.low_open)

    @property
    def negative(self) -> bool:
        return self.high < 0 or (self.high == 0 and self.high_open)

    def meet(self, other: Range) -> Range:
        low = max((self.low, self.low_open), (other.low, other.low_open))
        high = min((self.high, not self.high_open), (other.high, not other.high_open))
        return Range(low[0], high[0], low[1], not high[1])


LINE = Range()
Known = Mapping[str, Range]


def closed(low: End, high: End) -> Range:
    return Range(low, high, low == -inf, high == inf)


FIXED: dict[str, Range] = {
    "sin": closed(-ONE, ONE),
    "cos": closed(-ONE, ONE),
    "tanh": Range(-ONE, ONE),
    "erf": Range(-ONE, ONE),
    "erfc": Range(ZERO, Fraction(2)),
    "softsign": Range(-ONE, ONE),
    "sign": closed(-ONE, ONE),
    "heaviside": closed(ZERO, ONE),
    "sigmoid": Range(ZERO, ONE),
    "softplus": Range(ZERO, inf),
    "relu": closed(ZERO, inf),
    "sqrt": closed(ZERO, inf),
    "abs": closed(ZERO, inf),
    "cosh": closed(ONE, inf),
    "sech": Range(ZERO, ONE, True, False),
    "exp": Range(ZERO, inf),
    "acosh": closed(ZERO, inf),
    "acos": closed(ZERO, Fraction(22, 7)),
    "asec": closed(ZERO, Fraction(22, 7)),
    "acot": Range(ZERO, Fraction(22, 7)),
    "atan": Range(Fraction(-11, 7), Fraction(11, 7)),
    "elu": Range(-ONE, inf),
}
CONSTANTS = {
    "pi": Range(Fraction(333, 106), Fraction(22, 7)),
    "e": Range(Fraction(19, 7), Fraction(87, 32)),
}


def range_of(tree: Tree, known: Known) -> Range:
    match tree:
        case Number(value):
            return closed(value, value)
        case Constant(id):
            return CONSTANTS.get(id, LINE)
        case Name(id):
            return known.get(id, LINE)
        case Negative(operand):
            return _negated(range_of(operand, known))
        case Sum(terms):
            return reduce(_added, (range_of(term, known) for term in terms))
        case Product(factors):
            return _product(factors, known)
        case Quotient(top, bottom):
            return _multiplied(range_of(top, known), _inverted(range_of(bottom, known)))
        case Power(base, exponent):
            return _powered(range_of(base, known), rational(exponent), exponent)
        case Call(function, arguments):
            return _called(function, arguments, known)
        case Piecewise(branches):
            return reduce(_joined, (range_of(value, known) for value, _ in branches))
    return LINE


def decided(relation: Relation, known: Known | None = None) -> bool | None:
    """True or False where the relation holds, or fails, for all values of the names."""
    known = known or {}
    apart = _added(range_of(relation.left, known), _negated(range_of(relation.right, known)))
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


def _negated(r: Range) -> Range:
    return Range(-r.high, -r.low, r.high_open, r.low_open)


def _added(a: Range, b: Range) -> Range:
    return Range(
        a.low + b.low, a.high + b.high, a.low_open or b.low_open, a.high_open or b.high_open
    )


def _joined(a: Range, b: Range) -> Range:
    low = min((a.low, a.low_open), (b.low, b.low_open))
    high = max((a.high, not a.high_open), (b.high, not b.high_open))
    return Range(low[0], high[0], low[1], not high[1])


def _multiplied(a: Range, b: Range) -> Range:
    ends = [
        (ZERO if 0 in (p, q) else p * q, (p_open or q_open) and not _attained_zero(a, b, p, q))
        for p, p_open in ((a.low, a.low_open), (a.high, a.high_open))
        for q, q_open in ((b.low, b.low_open), (b.high, b.high_open))
    ]
    low = min(ends)
    high = max((value, not is_open) for value, is_open in ends)
    return Range(low[0], high[0], low[1], not high[1])


def _attained_zero(a: Range, b: Range, p: End, q: End) -> bool:
    """A closed end 0 makes the product 0 attained whatever the other end is."""
    zeros = [(a, p), (b, q)]
    return any(
        end == 0
        and (
            (r.low == 0 and not r.low_open and end == r.low)
            or (r.high == 0 and not r.high_open and end == r.high)
        )
        for r, end in zeros
    )


def _product(factors: tuple[Tree, ...], known: Known) -> Range:
    """Equal factors are a power: x*x is not negative."""
    counts = {factor: factors.count(factor) for factor in factors}
    return reduce(
        _multiplied,
        (_whole_power(range_of(factor, known), n) for factor, n in counts.items()),
    )


def _inverted(r: Range) -> Range:
    if r.positive:
        high = inf if r.low == 0 else 1 / r.low
        return Range(0 if r.high == inf else 1 / r.high, high, r.high_open, r.low_open)
    return _negated(_inverted(_negated(r))) if r.negative else LINE


def _whole_power(r: Range, n: int) -> Range:
    if n == 1:
        return r
    if n % 2:
        return Range(_raise(r.low, n), _raise(r.high, n), r.low_open, r.high_open)
    if r.low >= 0:
        return Range(_raise(r.low, n), _raise(r.high, n), r.low_open, r.high_open)
    if r.high <= 0:
        return _whole_power(_negated(r), n)
    top = max((_raise(r.low, n), not r.low_open), (_raise(r.high, n), not r.high_open))
    return Range(ZERO, top[0], False, not top[1])


def _raise(end: End, n: int) -> End:
    return end**n


def _powered(base: Range, exponent: Fraction | None, written: Tree) -> Range:
    if exponent == 0:
        return closed(ONE, ONE)
    if exponent is not None and exponent.denominator == 1 and _is_short(base, exponent):
        n = int(exponent)
        return _whole_power(base, n) if n > 0 else _inverted(_whole_power(base, -n))
    if exponent is not None and exponent.denominator % 2:
        even = exponent.numerator % 2 == 0
        return closed(ZERO, inf) if even or base.low >= 0 else LINE
    if base.positive or written.names or (exponent is not None and exponent < 0):
        return Range(ZERO, inf)
    return closed(ZERO, inf)


def _is_short(base: Range, exponent: Fraction) -> bool:
    """Whether the powers of the ends are worth working out."""
    ends = [end for end in (base.low, base.high) if isinstance(end, Fraction)]
    bits = sum(end.numerator.bit_length() + end.denominator.bit_length() for end in ends)
    return bits * abs(exponent) <= budget.REAL_BITS


def _called(function: str, arguments: tuple[Tree, ...], known: Known) -> Range:
    inner = [range_of(argument, known) for argument in arguments]
    u = inner[0]
    fixed = FIXED.get(function, LINE)
    match function:
        case "max":
            return reduce(_greater, inner)
        case "min":
            return _negated(reduce(_greater, map(_negated, inner)))
        case "exp":
            return fixed.meet(_exponential(u))
        case "abs":
            return _whole_power_root(u)
        case "sqrt" | "cosh" | "relu" if u.positive:
            return Range(max(fixed.low, ZERO), inf)
        case "log" if len(arguments) == 1:
            return _logarithm(u)
    return fixed


def _whole_power_root(u: Range) -> Range:
    if u.low >= 0:
        return u
    if u.high <= 0:
        return _negated(u)
    top = max((-u.low, not u.low_open), (u.high, not u.high_open))
    return Range(ZERO, top[0], False, not top[1])


def _greater(a: Range, b: Range) -> Range:
    low = max((a.low, a.low_open), (b.low, b.low_open))
    high = max((a.high, not a.high_open), (b.high, not b.high_open))
    return Range(low[0], high[0], low[1], not high[1])


def _exponential(u: Range) -> Range:
    """e^u >= 1 + u; and e^u <= 1 for u <= 0."""
    low = 1 + u.low if u.low > -1 else ZERO
    high = ONE if u.high <= 0 else inf
    return Range(low, high, low == 0 or u.low_open, u.high_open)


def _logarithm(u: Range) -> Range:
    low = ZERO if u.low >= 1 else -inf
    high = ZERO if u.high <= 1 else inf
    return Range(low, high, u.low_open or low == -inf, u.high_open or high == inf)
