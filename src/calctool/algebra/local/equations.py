"""The zeros of u = v in one name, where they are found exactly and completely; else None."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import Any

from flint import fmpz_poly

from calctool.algebra import facts
from calctool.algebra.build import negated
from calctool.algebra.domain.ranges import decided
from calctool.algebra.field import prove_equal
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.quadratic import Coefficients, difference, zeros
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.sign import sign
from calctool.notation.tree import (
    ONE,
    ZERO,
    Applied,
    Call,
    Name,
    Negative,
    Piecewise,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    rational,
)
from calctool.notation.walk import substitute, walk

_NOT_LINEAR = (Applied, Call, Piecewise, Power)


def solutions(equation: Relation, name: str) -> tuple[Real, ...] | None:
    """All real solutions in ascending order; None where they are not found, or not finitely many.

    There may be further numbers among them, for one, where the equation is not defined: callers
    look at each.
    """
    if decided(Relation(equation.left, "=", equation.right)) is False:
        return ()
    coefficients = difference(equation.left, equation.right, name)
    if coefficients is not None:
        return _polynomial_zeros(coefficients)
    for u, v in ((equation.left, equation.right), (equation.right, equation.left)):
        by_case = _cases(u, v)
        if by_case:
            return _united([solutions(case, name) for case in by_case])
    zeros_of = _zeros_of(equation.left, name) if rational(equation.right) == 0 else None
    return _linear(equation, name) if zeros_of is None else zeros_of


def _cases(u: Tree, v: Tree) -> tuple[Relation, ...]:
    """Equations u = v of which one holds wherever the given one does; () where it is no choice."""
    match u:
        case Negative(inner) if inner.names and not v.names:
            return (Relation(inner, "=", negated(v)),)
        case Quotient(inner, divisor) if not (v.names or divisor.names):
            return (Relation(inner, "=", Product((v, divisor))),)
        case Product((factor, inner)) if rational(factor) and not v.names:
            return (Relation(inner, "=", Quotient(v, factor)),)
        case Sum(terms) if len(choices := [t for t in terms if _is_choice(t)]) == 1:
            rest = [t for t in terms if t is not choices[0]]
            return (Relation(choices[0], "=", Sum((v, *map(negated, rest)))),)
        case Call("max" | "min", arguments):
            return tuple(Relation(each, "=", v) for each in arguments)
        case Call("abs", (inner,)) if rational(v) != 0:
            return (Relation(inner, "=", v), Relation(Negative(inner), "=", v))
        case Call("relu", (inner,)):
            return (Relation(inner, "=", v), Relation(ZERO, "=", v))
    return ()


def _is_choice(term: Tree) -> bool:
    """Whether this is a multiple of |u|, max(u, v), …"""
    parts = term.operand if isinstance(term, Negative) else term
    if isinstance(parts, Product) and rational(parts.factors[0]) is not None:
        *_, parts = parts.factors
    return isinstance(parts, Call) and parts.function in ("abs", "max", "min", "relu")


def _linear(equation: Relation, name: str) -> tuple[Real, ...] | None:
    """The solution of a*x + b = 0, where a and b are constants of any kind."""
    whole = Sum((equation.left, Negative(equation.right)))
    if any(name in part.names for part in walk(whole) if isinstance(part, _NOT_LINEAR)):
        return None
    constant = substitute(whole, {name: ZERO})
    slope = Sum((substitute(whole, {name: ONE}), Negative(constant)))
    if not prove_equal(whole, Sum((Product((slope, Name(name))), constant))):
        return None
    try:
        return (constant_value(Quotient(Negative(constant), slope)),)
    except (Undecided, Undefined):
        return None


def _zeros_of(tree: Tree, name: str) -> tuple[Real, ...] | None:
    """The zeros of products, quotients, powers and of functions that vanish only with theirs."""
    match tree:
        case Negative(inner) | Quotient(inner, _):
            return solutions(Relation(inner, "=", ZERO), name)
        case Power(inner, exponent) if (r := rational(exponent)) is not None and r > 0:
            return solutions(Relation(inner, "=", ZERO), name)
        case Call(_, (inner, *rest)) if not any(name in u.names for u in rest):
            at = facts.of(tree).zeros
            known = [] if at is None else map(facts.formula, at)
            found = [solutions(Relation(inner, "=", zero), name) for zero in known]
            return None if at is None else _united(found)
        case Product(factors):
            return _united([solutions(Relation(factor, "=", ZERO), name) for factor in factors])
    return None


def _polynomial_zeros(coefficients: Coefficients) -> tuple[Real, ...] | None:
    if len(coefficients) <= 3:
        return zeros(coefficients)
    scale = lcm(*(c.denominator for c in coefficients))
    _, factors = fmpz_poly([int(c * scale) for c in coefficients]).factor()
    found: list[tuple[Real, ...] | None] = []
    for factor, _ in factors:
        if factor.degree() <= 2:
            found.append(zeros(tuple(Fraction(int(c)) for c in factor.coeffs())))
        elif _has_real_zero(factor):
            return None
    return _united(found)


def _has_real_zero(factor: fmpz_poly) -> bool:
    """FLINT isolates the zeros; a real one has an imaginary part that is exactly zero."""
    roots: Any = factor.complex_roots()
    return any(root.imag == 0 for root, _ in roots)


def _united(sets: list[tuple[Real, ...] | None]) -> tuple[Real, ...] | None:
    """Several sets of solutions as one, in order and without repetition."""
    total: list[Real] = []
    for each in sets:
        if each is None:
            return None
        total += each
    return ordered(total)


def ordered(numbers: list[Real]) -> tuple[Real, ...] | None:
    """In ascending order, equal ones once; None where two cannot be compared."""
    kept: list[Real] = []
    try:
        for value in numbers:
            place = len(kept)
            while place and sign(value - kept[place - 1]) < 0:
                place -= 1
            if not place or sign(value - kept[place - 1]) > 0:
                kept.insert(place, value)
    except Undecided:
        return None
    return tuple(kept)
