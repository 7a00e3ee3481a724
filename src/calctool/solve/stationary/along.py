"""What f does at a candidate where second derivatives do not tell: along the curve that the
constraints leave, or on a small circle around a singular point of a plane curve."""

from __future__ import annotations

from fractions import Fraction

from calctool import budget
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.field import Field
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Solutions
from calctool.algebra.solving import solutions
from calctool.notation.tree import TWO, Name, Negative, Power, Sum, Tree, number
from calctool.solve.stationary.manifold import Manifold, determinant, gradient


def first_derivative(manifold: Manifold, place: Place) -> tuple[int, int] | None:
    """(order, sign) of the first derivative of f along the curve that is not zero; None where
    none was found up to the budget.

    Taken along the flow of the field T that is orthogonal to all gradients: T·∇, again and again.
    """
    tangent = tuple(
        _minor_without(manifold, column, negative=column % 2 == 1)
        for column in range(len(manifold.names))
    )
    field, state = Field(), manifold.f
    for order in range(1, budget.CURVE_ORDER + 1):
        slopes = gradient(state, manifold.names)
        state = _short(field, added(multiplied(pair) for pair in zip(tangent, slopes, strict=True)))
        sign = place.scalar(state).sign()
        if sign is None:
            return None
        if sign:
            return order, sign
    return None


def _minor_without(manifold: Manifold, column: int, *, negative: bool) -> Tree:
    rows = [row[:column] + row[column + 1 :] for row in manifold.jacobian]
    minor = determinant(rows)
    return negated(minor) if negative else minor


def _short(field: Field, tree: Tree) -> Tree:
    """Multiplied out where that is possible: the same value wherever it has one."""
    element = field.normal(tree)
    made = None if element is None else field.to_tree(element)
    return tree if made is None else made


# --- singular points of plane curves ------------------------------------------------------------


def signs_around(manifold: Manifold, place: Place) -> tuple[int, int] | None:
    """How many half-branches of the curve leave the point with f above and below its value.

    The circle is smaller than every positive distance from the point at which the curve is
    tangent to a circle, is singular, or f has that value: so each half-branch meets it once and
    f - f(p) keeps its sign on it. None where one of these is not known completely.
    """
    value, centre = place.scalar(manifold.f).tree(), _centre(place)
    if value is None or centre is None or len(manifold.names) != 2:
        return None
    (curve,), names = manifold.constraints, manifold.names
    distance = added(
        Power(Sum((Name(name), Negative(at))), TWO) for name, at in zip(names, centre, strict=True)
    )
    rest = added([manifold.f, negated(value)])
    turning = determinant([gradient(curve, names), gradient(distance, names)])
    least = _least([solutions((curve, other), names) for other in (turning, rest)], distance)
    if least is None:
        return None
    circle = added([distance, negated(number(least))])
    met = solutions((curve, circle), names)
    if met.state != "complete" or met.components:
        return None
    found = [root.place.scalar(rest).sign() for root in met.roots]
    return None if None in found else (found.count(1), found.count(-1))


def _centre(place: Place) -> tuple[Tree, ...] | None:
    found = tuple(place.coordinate(name).tree() for name in place.names)
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(found) else None


def _least(searches: list[Solutions], distance: Tree) -> Fraction | None:
    """Half a lower bound of the positive values of the distance (1 if there are none)."""
    least = Fraction(1)
    for found in searches:
        if found.state != "complete" or found.components:
            return None
        for root in found.roots:
            away = root.place.scalar(distance)
            if away.sign() is None:
                return None
            if away.sign():
                least = min(least, _simple(away.bounds(budget.CIRCLE_BITS)[0]))
    return least


def _simple(low: Fraction) -> Fraction:
    """A power of two below a positive bound."""
    power = Fraction(1)
    while power >= low:
        power /= 2
    return power
