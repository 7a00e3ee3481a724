"""Zeros of algebraic functions: radicals go by resultants, and what that adds is told apart.

The resultant is the product of f over all choices of the roots in it. At one of its zeros f
vanishes when all the other choices certainly do not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod

from flint import acb, arb

from calctool import budget
from calctool.algebra.algebraic import Algebraic, real_roots
from calctool.algebra.ball.numbers import working
from calctool.algebra.field.ring import Element, Polynomial
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.analytic import Analytic
from calctool.algebra.roots.points.norms import is_algebraic, norm, tower
from calctool.algebra.roots.points.point import Point, exact_point
from calctool.algebra.roots.points.radicals import algebraic_tree


def is_algebraic_function(p: Analytic) -> bool:
    """Whether only roots and numbers occur besides the name."""
    return all(is_algebraic(p.field, index) for index in (*p.moving, *p.fixed))


def algebraic_zeros(p: Analytic) -> list[Point]:
    """All real zeros of an algebraic function of its name, in ascending order."""
    variable = next(iter(p.field.kernel("name", (), p.name).used()))
    reduced = norm(p.field, p.polynomial, variable)
    if reduced is None or reduced.is_zero():
        raise Undecided
    found = []
    for number, _ in real_roots(reduced):
        point = exact_point(algebraic_tree(number))
        if _vanishes(p, variable, number, point):
            found.append(point)
    return found


def _vanishes(p: Analytic, variable: int, number: Algebraic, point: Point) -> bool:
    """By the other choices first, as norms of high degree take seconds."""
    try:
        if _has_value(p, point):
            return _only_own_choice(p, variable, number)
    except Undecided:
        pass
    try:
        return p.curve.sign(point) == 0
    except Undefined:
        return False
    except Undecided:
        return _only_own_choice(p, variable, number)


def _has_value(p: Analytic, point: Point) -> bool:
    value = p.curve.value(point.ball(budget.BALL_BITS), budget.BALL_BITS)
    return value is not None and bool(value.is_finite())


def _only_own_choice(p: Analytic, variable: int, number: Algebraic) -> bool:
    """True when every other choice of roots is certainly not zero; else Undecided."""
    radicals = tower(p.field, p.polynomial, variable)
    if prod(p.field.ring.relations[index][0] for index in radicals) > budget.CONJUGATES:
        raise Undecided
    for bits in budget.ROOT_SIGN_BITS[1:]:
        with working(bits, 1):
            start = {variable: acb(number.ball(bits))}
            values = [_value(p.element, {**start, **at}) for at in _choices(p, radicals, start)]
        if sum(not value.is_finite() or value.contains(0) for value in values) == 1:
            return bool(values[0].contains(0))
    raise Undecided


def _choices(p: Analytic, indices: list[int], start: Mapping[int, acb]) -> Iterator[dict[int, acb]]:
    """Values of the radicals for each choice of roots, the real ones first."""
    degrees = [p.field.ring.relations[index][0] for index in indices]
    for turns in product(*(range(degree) for degree in degrees)):
        values: dict[int, acb] = {}
        for index, turn, degree in zip(indices, turns, degrees, strict=True):
            kernel = p.field.kernels[index]
            if kernel.kind == "algebraic":
                raise Undecided
            inner = _value(kernel.arguments[0], {**start, **values})
            values[index] = _root(inner, degree) * _unit(turn, degree)
        yield values


def _root(value: acb, degree: int) -> acb:
    """The real root of a real number where there is one."""
    if value.imag == 0 and value.real < 0 and degree % 2:
        return acb(-((-value.real).root(degree)))
    return value.root(degree)


def _unit(turn: int, degree: int) -> acb:
    angle = 2 * arb.pi() * turn / degree
    return acb(angle.cos(), angle.sin()) if turn else acb(1)


def _value(element: Element, at: Mapping[int, acb]) -> acb:
    num, den = element.parts()
    return _of_polynomial(element, num, at) / _of_polynomial(element, den, at)


def _of_polynomial(element: Element, p: Polynomial, at: Mapping[int, acb]) -> acb:
    total = acb(0)
    for powers, coefficient in element.ring.terms(p):
        term = acb(coefficient)
        for index, power in enumerate(powers):
            if power:
                term *= at[index] ** power
        total += term
    return total
