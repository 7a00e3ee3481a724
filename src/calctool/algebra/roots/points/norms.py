"""Algebraic functions and constants: radicals go by resultants; exact zero tests of constants."""

from __future__ import annotations

from fractions import Fraction
from math import prod

from flint import arb, fmpz_poly

from calctool import budget
from calctool.algebra.ball.program import Program
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, Polynomial, Ring
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import AlgebraicRoot, Tree
from calctool.notation.walk import walk

ALGEBRAIC_KINDS = frozenset({"root", "odd-root", "algebraic"})


def is_algebraic(field: Field, index: int) -> bool:
    """Whether a generator is a root of a polynomial in names and numbers, over and over."""
    kernel = field.kernels[index]
    if kernel.kind == "name":
        return True
    inner = (i for argument in kernel.arguments for i in argument.used())
    return kernel.kind in ALGEBRAIC_KINDS and all(is_algebraic(field, i) for i in inner)


def norm(field: Field, p: Polynomial, keep: int) -> fmpz_poly | None:
    """A polynomial in the generator `keep` that is zero wherever p is; None if there is none."""
    ring, q = field.ring, p
    for index in reversed(tower(field, p, keep)):
        if ring.degrees(q)[index] == 0:
            continue
        _, relation = ring.relations[index]
        q = _squarefree(q.resultant(relation, ring.capacity - 1 - index))
        if len(q) > budget.TERMS or q.total_degree() > budget.ROOT_DEGREE:
            return None
    return univariate(ring, q, keep)


def _squarefree(q: Polynomial) -> Polynomial:
    result = q.context().constant(1)
    for factor, _ in q.factor_squarefree()[1]:
        result *= factor
    return result


def tower(field: Field, p: Polynomial, keep: int) -> list[int]:
    """The algebraic generators in p and inside those, older ones first, without `keep`."""
    found: set[int] = set()
    waiting = list(Element(field.ring, p, field.ring.one).used())
    while waiting:
        index = waiting.pop()
        if index not in found and index != keep:
            if not is_algebraic(field, index) or index not in field.ring.relations:
                raise Undecided
            found.add(index)
            waiting += [i for a in field.kernels[index].arguments for i in a.used()]
    return sorted(found)


def univariate(ring: Ring, p: Polynomial, index: int) -> fmpz_poly | None:
    """As a polynomial in one generator, if there is no other."""
    degree = ring.degrees(p)[index]
    if degree > budget.ROOT_DEGREE:
        raise Undecided
    found = [0] * (degree + 1)
    for powers, coefficient in ring.terms(p):
        if any(power for i, power in enumerate(powers) if i != index):
            return None
        found[powers[index]] = coefficient
    return fmpz_poly(found)


def vanishes(tree: Tree) -> bool:
    """Whether an algebraic constant is zero: else it is larger than a bound from its norm."""
    roots = {part for part in walk(tree) if isinstance(part, AlgebraicRoot)}
    if prod(len(root.coefficients) - 1 for root in roots) > budget.SYSTEM_NORM:
        raise Undecided
    own = Field()
    value = own.normal(tree)
    if value is None:
        raise Undecided
    t = own.kernel("name", (), "value")
    num, den = value.parts()
    apart = t * Element(own.ring, den, own.ring.one) - Element(own.ring, num, own.ring.one)
    (variable,) = t.used()
    reduced = norm(own, apart.parts()[0], variable)
    if reduced is None or reduced.is_zero():
        raise Undecided
    listed = [abs(int(c)) for c in reduced.coeffs()]
    if listed[0]:
        return False
    listed = listed[next(n for n, c in enumerate(listed) if c) :]
    return _is_below(tree, Fraction(listed[0], listed[0] + max(listed)))


def _is_below(tree: Tree, bound: Fraction) -> bool:
    """Of a constant that is zero or larger than the bound: whether it is zero."""
    for bits in (*budget.ROOT_SIGN_BITS, budget.ROOT_NORM_BITS):
        (value,) = Program((tree,)).balls({}, bits=bits)
        if isinstance(value, arb) and (value > 0 or value < 0):
            return False
        if isinstance(value, arb) and abs(value) * bound.denominator < bound.numerator:
            return True
    raise Undecided
