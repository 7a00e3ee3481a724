"""Zeros of polynomials in the name itself: exact over Q, by formula or by norm over constants."""

from __future__ import annotations

from calctool.algebra.algebraic import real_roots
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.analytic import Analytic, coefficients, univariate, written
from calctool.algebra.roots.curve import curve
from calctool.algebra.roots.elimination import algebraic_zeros, is_algebraic_function
from calctool.algebra.roots.point import Point, exact_point
from calctool.algebra.roots.radicals import algebraic_tree
from calctool.notation.tree import TWO, Call, Power, Tree, number


def polynomial_zeros(p: Analytic) -> list[Point] | None:
    """All real zeros of an irreducible polynomial in the name; None where no formula applies."""
    (variable,) = p.moving
    if not p.fixed:
        plain = univariate(p, variable)
        assert plain is not None  # noqa: S101 (there is no other generator)
        return [exact_point(algebraic_tree(number)) for number, _ in real_roots(plain)]
    listed = coefficients(p, variable)
    if len(listed) <= 3:
        return _by_formula([written(p, each) for each in listed])
    return algebraic_zeros(p) if is_algebraic_function(p) else None


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


def constant_sign(tree: Tree) -> int:
    """The certain sign of a constant; raises Undecided."""
    if tree.names:
        raise Undecided
    return curve(tree, "").at_nothing()
