"""Zeros of polynomials in the name itself: exact over Q, by formula or by norm over constants."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from flint import acb, acb_poly, arb

from calctool import budget
from calctool.algebra.algebraic import real_roots
from calctool.algebra.ball.numbers import working
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.functions.analytic import Analytic, coefficients, written
from calctool.algebra.roots.functions.curve import Curve, curve
from calctool.algebra.roots.methods.elimination import algebraic_zeros, is_algebraic_function
from calctool.algebra.roots.points.closed_forms import recognised
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.algebra.roots.points.norms import univariate
from calctool.algebra.roots.points.point import Point, bounds_of, exact_point
from calctool.algebra.roots.points.radicals import algebraic_tree
from calctool.notation.tree import TWO, Call, Power, Tree, number


def polynomial_zeros(p: Analytic) -> list[Point] | None:
    """All real zeros of an irreducible polynomial in the name; None where no formula applies."""
    (variable,) = p.moving
    if not p.fixed:
        plain = univariate(p.field.ring, p.polynomial, variable)
        assert plain is not None  # noqa: S101 (there is no other generator)
        return [exact_point(algebraic_tree(number)) for number, _ in real_roots(plain)]
    listed = coefficients(p, variable)
    if len(listed) <= 3:
        return _by_formula([written(p, each) for each in listed])
    if is_algebraic_function(p):
        return algebraic_zeros(p)
    return _isolated(p, [curve(written(p, each), p.name) for each in listed])


def _isolated(p: Analytic, listed: list[Curve]) -> list[Point]:
    """Disjoint balls around all complex roots, one in each: the real ones meet the real axis.

    With a change of sign around each of those there are no fewer and no more real roots.
    """
    for bits in budget.ROOT_SIGN_BITS:
        with working(bits, 1):
            values = [_constant(each, bits) for each in listed]
            try:
                roots = acb_poly(values).roots()
            except ValueError:
                continue
            real = sorted(bounds_of(r.real) for r in roots if r.imag.contains(0))
        wider = [(low - (high - low) / 4, high + (high - low) / 4) for low, high in real]
        if all(a[1] < b[0] for a, b in pairwise(wider)):
            return [_between(p, low, high) for low, high in wider]
    raise Undecided


def _constant(each: Curve, bits: int) -> acb:
    value = each.value(arb(0), bits)
    if value is None:
        raise Undecided
    return acb(value)


def _between(p: Analytic, low: Fraction, high: Fraction) -> Point:
    left, right = p.curve.at(low), p.curve.at(high)
    if left * right >= 0:
        raise Undecided
    return recognised(p, low, high, right)


def _by_formula(listed: list[Tree]) -> list[Point]:
    """Linear and quadratic equations with constant coefficients, the last of which is not zero."""
    if len(listed) == 2:
        return [exact_point(divided(negated(listed[0]), listed[1]))]
    c, b, a = listed
    discriminant = added((Power(b, TWO), negated(multiplied((number(4), a, c)))))
    side = constant_sign(discriminant)
    if side < 0:
        return []
    twice = multiplied((TWO, a))
    if side == 0:
        return [exact_point(divided(negated(b), twice))]
    root = Call("sqrt", (discriminant,))
    ends = [divided(added((negated(b), each)), twice) for each in (negated(root), root)]
    return [exact_point(end) for end in (ends if constant_sign(a) > 0 else ends[::-1])]
