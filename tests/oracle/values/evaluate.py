"""Values of expressions at points, in mpmath; what cancels down to rounding noise is zero.

The claimed places are irrational, so a function is asked at them only nearly. Sums, waves and
comparisons that come out smaller than noise are taken to be exactly zero; a finding that rests
on this is asked again with more digits.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import Any

import mpmath
from flint import fmpz_poly
from mpmath import mp

from calctool.notation.tree import (
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
    Sum,
    Tree,
    rational,
)
from oracle.values.functions import HUGE, SPECIAL, Real, Unknown, check_size, noise, root
from values import NoValue, formula

Point = Mapping[str, Any]
"""Each name with a number, or with a tree that says what it stands for."""


def value(tree: Tree, point: Point, digits: int) -> Real:
    """A finite real number; NoValue where the expression, as written, is not defined."""
    with mp.workdps(digits):
        return _value(tree, point)


def holds(relation: Relation, point: Point, digits: int) -> bool:
    with mp.workdps(digits):
        return _holds(relation, point)


def _value(tree: Tree, point: Point) -> Real:
    try:
        found = mp.mpmathify(_VALUE[type(tree)](tree, point))
    except (ZeroDivisionError, ValueError, OverflowError):
        raise NoValue from None
    except (mpmath.libmp.NoConvergence, NotImplementedError, TypeError):
        raise Unknown from None
    if mp.im(found) or not mp.isfinite(found):
        raise NoValue
    return mp.re(found)


def _name(tree: Name, point: Point) -> Real:
    known = point.get(tree.id)
    if known is None:
        raise Unknown(tree.id)
    return _value(known, point) if isinstance(known, Tree) else known


def _constant(tree: Constant, _: Point) -> Real:
    return {"pi": +mp.pi, "e": +mp.e, "oo": mp.inf}[tree.id]


def _sum(tree: Sum, point: Point) -> Real:
    terms = [_value(term, point) for term in tree.terms]
    total = mp.fsum(terms)
    return mp.zero if abs(total) < noise() * max(map(abs, terms)) else total


def _power(tree: Power, point: Point) -> Real:
    base = _value(tree.base, point)
    written = _worked_out(tree.exponent)
    if written is not None:
        check_size(base, abs(written.numerator))
        if written.denominator % 2:
            return root(base, written.denominator) ** written.numerator
        if base < 0:
            raise NoValue
        return base ** (mp.mpf(written.numerator) / written.denominator)
    raised = _value(tree.exponent, point)
    if base < 0 or (base == 0 and raised <= 0) or (base == 0 and tree.exponent.names):
        raise NoValue
    check_size(base, abs(raised))
    return base**raised


def _worked_out(tree: Tree) -> Fraction | None:
    """A written exponent as it is worked out by hand: 3 - 1 is 2, an even power."""
    match tree:
        case Negative(operand):
            inner = _worked_out(operand)
            return None if inner is None else -inner
        case Sum(terms):
            parts = [_worked_out(term) for term in terms]
            return None if None in parts else sum(filter(None, parts), Fraction(0))
    return rational(tree)


def _call(tree: Call, point: Point) -> Real:
    arguments = [_value(argument, point) for argument in tree.arguments]
    special = SPECIAL.get(tree.function)
    if special is not None:
        return special(*arguments)
    if any(abs(each) > HUGE for each in arguments):
        raise Unknown
    return formula(tree.function)(*arguments)


def _piecewise(tree: Piecewise, point: Point) -> Real:
    for branch, condition in tree.branches:
        if condition is None or _holds(condition, point):
            return _value(branch, point)
    raise NoValue


def _holds(relation: Relation, point: Point) -> bool:
    left, right = _value(relation.left, point), _value(relation.right, point)
    same = abs(left - right) <= noise() * max(abs(left), abs(right))
    match relation.sign:
        case "=" | "!=":
            return same == (relation.sign == "=")
        case "<" | ">":
            return not same and (left < right) == (relation.sign == "<")
    return same or (left < right) == (relation.sign == "<=")


def _derivative(tree: Derivative, point: Point) -> Real:
    """A central difference; a name that is given as a function of another moves with it."""
    variable, *rest = tree.variables
    inner = Derivative(tree.operand, tuple(rest)) if rest else tree.operand
    with mp.workdps(3 * mp.dps):
        h = mp.mpf(10) ** (-mp.dps // 5)
        both = [_value(inner, moved(point, variable, step)) for step in (h, -h)]
        return (both[0] - both[1]) / (2 * h)


def moved(point: Point, variable: str, step: Real) -> Point:
    """The point with one name shifted, and whatever moves with that name."""
    follow = point.get("")
    if follow is not None:
        return follow(point, variable, step)
    return {**point, variable: point.get(variable, 0) + step}


def _limit(tree: Limit, point: Point) -> Real:
    """Near enough: the operand 10⁻⁴⁰ beside the point, with digits to spare."""
    with mp.workdps(3 * mp.dps + 120):
        centre = _value(tree.point, point)
        step = mp.mpf(10) ** -40 * (-1 if tree.side == "left" else 1)
        return _value(tree.operand, {**point, tree.variable: centre + step})


def _applied(tree: Applied, point: Point) -> Real:
    """Any function will do for an undefined one: a sum of exponentials of its own."""
    seeds = [1 + sum(map(ord, tree.function)) % 7 + place for place in range(len(tree.orders))]
    weights = [[mp.mpf(k) / (seed + 9) for seed in seeds] for k in (3, -5)]
    arguments = [_value(argument, point) for argument in tree.arguments]
    return mp.fsum(
        mp.fprod(w**n for w, n in zip(each, tree.orders, strict=True))
        * mp.exp(mp.fdot(each, arguments))
        for each in weights
    )


def _algebraic(tree: AlgebraicRoot, _: Point) -> Real:
    return _real_root(tree.coefficients, tree.index, mp.dps)


@lru_cache(maxsize=256)
def _real_root(coefficients: tuple[int, ...], index: int, digits: int) -> Real:
    """Isolated by FLINT, then improved by Newton's method."""
    found = [root for root, _ in fmpz_poly(list(coefficients)).complex_roots()]
    real = sorted(float(root.real.mid()) for root in found if root.imag == 0)
    if index >= len(real):
        raise Unknown
    x = mp.mpf(real[index])
    falling = list(reversed(coefficients))
    with mp.workdps(digits + 10):
        for _ in range(int(mp.log(digits, 2)) + 2):
            height, slope = mp.polyval(falling, x, derivative=True)
            x -= height / slope
        return x


_VALUE: dict[type, Callable[[Any, Point], Real]] = {
    Number: lambda tree, _: mp.mpf(tree.value.numerator) / tree.value.denominator,
    Constant: _constant,
    Name: _name,
    Negative: lambda tree, point: -_value(tree.operand, point),
    Sum: _sum,
    Product: lambda tree, point: mp.fprod([_value(each, point) for each in tree.factors]),
    Quotient: lambda tree, point: _value(tree.numerator, point) / _value(tree.denominator, point),
    Power: _power,
    Call: _call,
    Piecewise: _piecewise,
    Derivative: _derivative,
    Limit: _limit,
    Applied: _applied,
    AlgebraicRoot: _algebraic,
}
