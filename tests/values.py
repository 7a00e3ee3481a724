"""The value of an expression at a point, worked out in mpmath apart from calctool and SymPy."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

import mpmath

from calctool.notation.tree import (
    AlgebraicRoot,
    Call,
    Constant,
    Name,
    Negative,
    Number,
    Piecewise,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)

Real = Any


class NoValue(Exception):  # noqa: N818 (a fact, not a fault)
    """The expression is not defined there, as calctool reads it."""


def value(tree: Tree, point: Mapping[str, Fraction]) -> Real:
    """A finite real number, or NoValue where any part of the expression has none."""
    try:
        found = mpmath.mpmathify(_value(tree, point))
    except (ZeroDivisionError, ValueError, OverflowError):
        raise NoValue from None
    if mpmath.im(found) or not mpmath.isfinite(found):
        raise NoValue
    return mpmath.re(found)


def _value(tree: Tree, point: Mapping[str, Fraction]) -> Real:
    match tree:
        case Number(exact):
            return mpmath.mpf(exact.numerator) / exact.denominator
        case AlgebraicRoot(coefficients, index):
            return _algebraic(coefficients, index)
        case Constant(id):
            return {"pi": mpmath.pi, "e": mpmath.e}[id]
        case Name(id):
            return mpmath.mpf(point[id].numerator) / point[id].denominator
        case Negative(operand):
            return -value(operand, point)
        case Sum(terms):
            return mpmath.fsum(value(term, point) for term in terms)
        case Product(factors):
            return mpmath.fprod(value(factor, point) for factor in factors)
        case Quotient(above, below):
            return value(above, point) / value(below, point)
        case Power(base, exponent):
            return _power(value(base, point), exponent, point)
        case Call(function, arguments):
            return formula(function)(*(value(argument, point) for argument in arguments))
        case Piecewise(branches):
            return next(
                (
                    value(branch, point)
                    for branch, condition in branches
                    if condition is None or _holds(condition, point)
                ),
                mpmath.nan,
            )
    raise TypeError(tree)


def _holds(condition: Any, point: Mapping[str, Fraction]) -> bool:
    left, right = value(condition.left, point), value(condition.right, point)
    return {
        "=": left == right,
        "<": left < right,
        "<=": left <= right,
        ">": left > right,
        ">=": left >= right,
        "!=": left != right,
    }[condition.sign]


def _algebraic(coefficients: tuple[int, ...], index: int) -> Real:
    """The real roots of a polynomial without multiple ones, in ascending order."""
    found = mpmath.polyroots(list(reversed(coefficients)), maxsteps=200, extraprec=200)
    real = sorted(mpmath.re(z) for z in found if abs(mpmath.im(z)) < mpmath.mpf(10) ** -20)
    return real[index]


def _power(base: Real, exponent: Tree, point: Mapping[str, Fraction]) -> Real:
    written = rational(exponent)
    if written is not None and written.denominator % 2:
        return _root(base, written.denominator) ** written.numerator
    raised = value(exponent, point)
    if base < 0 or (base == 0 and (raised <= 0 or written is None)):
        raise NoValue
    return base**raised


def _root(radicand: Real, degree: Real) -> Real:
    if radicand < 0 and int(degree) % 2:
        return -mpmath.root(-radicand, int(degree))
    return mpmath.root(radicand, int(degree))


def _log(antilog: Real, base: Real = mpmath.e) -> Real:
    if antilog <= 0:
        raise NoValue
    return mpmath.log(antilog) / mpmath.log(base)


def _sigmoid(u: Real) -> Real:
    return 1 / (1 + mpmath.exp(-u))


FORMULAS: dict[str, Callable[..., Real]] = {
    "Si": mpmath.si,
    "Ci": mpmath.ci,
    "Shi": mpmath.shi,
    "Chi": mpmath.chi,
    "Ei": mpmath.ei,
    "acot": lambda u: mpmath.pi / 2 - mpmath.atan(u),
    "log": _log,
    "log2": lambda u: _log(u, 2),
    "log10": lambda u: _log(u, 10),
    "cbrt": lambda u: _root(u, 3),
    "root": _root,
    "abs": abs,
    "min": lambda *u: min(u),
    "max": lambda *u: max(u),
    "polygamma": mpmath.polygamma,
    "heaviside": lambda u: (1 + mpmath.sign(u)) / 2,
    "sigmoid": _sigmoid,
    "softplus": lambda u: mpmath.log(1 + mpmath.exp(u)),
    "relu": lambda u: max(u, mpmath.mpf(0)),
    "leaky_relu": lambda u: u if u > 0 else u / 100,
    "elu": lambda u: u if u > 0 else mpmath.exp(u) - 1,
    "silu": lambda u: u * _sigmoid(u),
    "gelu": lambda u: u * mpmath.ncdf(u),
    "softsign": lambda u: u / (1 + abs(u)),
    "logit": lambda u: _log(u / (1 - u)),
    "airyaiprime": lambda u: mpmath.airyai(u, derivative=1),
    "airybiprime": lambda u: mpmath.airybi(u, derivative=1),
    "LambertW": lambda u, branch=0: mpmath.lambertw(u, int(branch)),
    "elliptic_k": mpmath.ellipk,
    "elliptic_e": mpmath.ellipe,
}


def formula(function: str) -> Callable[..., Real]:
    """Written out here, or what mpmath has by the same name."""
    found: Callable[..., Real] | None = FORMULAS.get(function) or getattr(mpmath, function, None)
    assert found is not None, function
    return found


POINTS = tuple(Fraction(text) for text in ("1/3", "-2/3", "7/4", "-11/5", "13/3"))
"""Where functions of one variable are compared: inside most domains, on both sides of 0."""
