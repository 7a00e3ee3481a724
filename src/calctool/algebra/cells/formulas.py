"""The zeros of a curve as formulas in the parameter, where a teacher would write them.

A formula is continuous all over a cell, for its denominators and radicands are boundaries; so it
is everywhere the zero that it is at one sample.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.plain_form import plainest
from calctool.algebra.cells.plane import Plane
from calctool.algebra.cells.region import Region
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.notation.tree import ZERO, Call, Tree, number


def formulas(curve: Curve, cell: Region) -> tuple[Tree, ...]:
    """Those of textbooks for the places x of a curve that a parameter moves; perhaps not all."""
    if curve.index is None or curve.shape is None:
        return ()
    plane, shape = curve.plane, curve.shape
    found = []
    for value in solved(plane, curve.polynomial, curve.index, cell):
        value = plainest(value, cell)
        if shape.way in ("exp", "power") and known_sign(cell.at_sample(value)) != 1:
            continue
        if shape.way == "root" and shape.step % 2 == 0 and known_sign(cell.at_sample(value)) == -1:
            continue
        found.append(plainest(plane.place(shape, value), cell))
    return tuple(found)


def solved(plane: Plane, p: Polynomial, index: int, cell: Region) -> Iterator[Tree]:
    """The values of a generator for which p vanishes, where there are formulas."""
    powers = _coefficients(plane, p, index)
    step = gcd(*powers)
    degree = max(powers) // step
    coefficients = [powers.get(step * n) for n in range(degree + 1)]
    if degree == 1:
        low, high = coefficients
        assert high is not None  # noqa: S101 (the degree is 1)
        inner = [ZERO if low is None else negated(divided(plane.tree(low), plane.tree(high)))]
    elif degree == 2:
        inner = list(_of_quadratic(plane, coefficients))
    else:
        return
    for value in inner:
        yield from _roots(plainest(value, cell), step, cell)


def _coefficients(plane: Plane, p: Polynomial, index: int) -> dict[int, Polynomial]:
    ring = plane.field.ring
    found: dict[int, dict[tuple[int, ...], int]] = {}
    for powers, c in ring.terms(p):
        rest = (*powers[:index], 0, *powers[index + 1 :])
        found.setdefault(powers[index], {})[rest] = c
    return {power: ring.polynomial(terms) for power, terms in found.items()}


def _of_quadratic(plane: Plane, coefficients: list[Polynomial | None]) -> Iterator[Tree]:
    """(-b ± sqrt(b^2 - 4ac))/(2a), squares taken out of the root."""
    ring = plane.field.ring
    c, b, a = (each if each is not None else ring.context.constant(0) for each in coefficients)
    if a.is_constant() and a.leading_coefficient() < 0:
        a, b, c = -a, -b, -c
    content, factors = ring.factors(b * b - 4 * a * c)
    root, square = largest_square(content)
    outside, inside = ring.one, ring.context.constant(content // square)
    for factor, power in factors:
        outside *= factor ** (power // 2)
        inside *= factor ** (power % 2)
    radical = multiplied((number(root), plane.tree(outside), Call("sqrt", (plane.tree(inside),))))
    for sign in (1, -1):
        top = added((negated(plane.tree(b)), radical if sign > 0 else negated(radical)))
        yield divided(top, plane.tree(2 * a))


def largest_square(content: int) -> tuple[int, int]:
    """(s, s^2) for the largest s of small primes whose square divides an integer."""
    found, n = 1, abs(content)
    for prime in (2, 3, 5, 7, 11, 13):
        while n % (prime * prime) == 0:
            found, n = found * prime, n // (prime * prime)
    return found, found * found


def _roots(value: Tree, step: int, cell: Region) -> Iterator[Tree]:
    """The real numbers whose power is the value, by its sign in the cell."""
    if step == 1:
        yield value
        return
    sign = known_sign(cell.at_sample(value))
    if not sign:
        return
    exponent = number(Fraction(1, step))
    size = value if sign > 0 else plainest(negated(value), cell)
    root = Call("sqrt", (size,)) if step == 2 else raised(size, exponent)
    if step % 2:
        yield root if sign > 0 else negated(root)
    elif sign > 0:
        yield root
        yield negated(root)
