"""Trees as polynomials over Q in given names, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from flint import fmpq, fmpq_mpoly_ctx

from calctool import budget
from calctool.algebra.build import added, multiplied, raised
from calctool.notation.tree import (
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)

Polynomial = Any
"""`flint.fmpq_mpoly`, which has no type information of its own; variable i is names[i]."""
Powers = tuple[int, ...]


class _NoPolynomial(Exception):  # noqa: N818 (a state of knowledge)
    pass


def context(count: int) -> Any:
    """FLINT's ring of polynomials over Q in so many unknowns, ordered by degree."""
    return fmpq_mpoly_ctx.get([f"v{index}" for index in range(count)], "deglex")


def polynomial(tree: Tree, names: Sequence[str]) -> Polynomial | None:
    """None where it is none, has other names or constants in it, or is too large."""
    gens = dict(zip(names, context(len(names)).gens(), strict=True))
    try:
        return _converted(tree, gens, context(len(names)).constant(1))
    except _NoPolynomial:
        return None


def _converted(tree: Tree, gens: Mapping[str, Polynomial], one: Polynomial) -> Polynomial:
    value = rational(tree)
    if value is not None:
        return one * ratio(value)
    match tree:
        case Name(id) if id in gens:
            return gens[id]
        case Negative(operand):
            return -_converted(operand, gens, one)
        case Sum(terms):
            return sum((_converted(term, gens, one) for term in terms), 0 * one)
        case Product(factors):
            made = one
            for factor in factors:
                made = _times(made, _converted(factor, gens, one))
            return made
        case Quotient(top, bottom):
            divisor = _converted(bottom, gens, one)
            if not divisor.is_constant() or divisor.is_zero():
                raise _NoPolynomial
            return _converted(top, gens, one) * (1 / divisor.leading_coefficient())
        case Power(base, exponent):
            return _raised(_converted(base, gens, one), rational(exponent), one)
    raise _NoPolynomial


def _times(p: Polynomial, q: Polynomial) -> Polynomial:
    if len(p) * len(q) > budget.EXTREMA_TERMS * 10:
        raise _NoPolynomial
    made = p * q
    if len(made) > budget.EXTREMA_TERMS or (made and made.total_degree() > budget.EXTREMA_DEGREE):
        raise _NoPolynomial
    return made


def _raised(base: Polynomial, power: Fraction | None, one: Polynomial) -> Polynomial:
    if power is None or power.denominator != 1 or not 0 <= power <= budget.EXTREMA_DEGREE:
        raise _NoPolynomial
    made = one
    for _ in range(int(power)):
        made = _times(made, base)
    return made


def ratio(value: Fraction) -> fmpq:
    """A fraction as FLINT has it."""
    return fmpq(value.numerator, value.denominator)


def fractions(p: Polynomial) -> dict[Powers, Fraction]:
    """The terms: powers of the names and coefficients."""
    return {
        tuple(map(int, powers)): Fraction(int(c.p), int(c.q)) for powers, c in p.to_dict().items()
    }


def part(p: Polynomial, degree: int) -> Polynomial:
    """The homogeneous part."""
    kept = {powers: c for powers, c in p.to_dict().items() if sum(powers) == degree}
    return p.context().from_dict(kept)


def top_form(p: Polynomial) -> Polynomial:
    """The terms of highest degree."""
    return part(p, p.total_degree()) if p else p


def moved(p: Polynomial, centre: Sequence[Fraction]) -> Polynomial:
    """p(centre + x)"""
    gens = p.context().gens()
    return p.compose(*(x + ratio(c) for x, c in zip(gens, centre, strict=True)))


def tree_of(p: Polynomial, names: Sequence[str]) -> Tree:
    """As a sum of terms, those of the highest degree first."""
    return added(monomial_tree(c, powers, names) for powers, c in fractions(p).items())


def monomial_tree(coefficient: Fraction, powers: Powers, names: Sequence[str]) -> Tree:
    used = [(name, power) for name, power in zip(names, powers, strict=True) if power]
    factors = (raised(Name(name), number(power)) for name, power in used)
    return multiplied((number(coefficient), *factors))
