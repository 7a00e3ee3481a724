"""Exact values at a point of several variables, as the constants that an answer shows."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from calctool import budget
from calctool.algebra.places import place as algebra
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import ZERO, rational
from calctool.solve.candidates import Place
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed


def known(scalar: algebra.Scalar) -> Exact:
    """A scalar with its enclosure; a decimal inside it where no exact form is known."""
    tree = scalar.tree()
    value = None if tree is None else rational(tree)
    if tree is not None and value is not None:
        return Exact(tree, value, value)
    low, high = scalar.bounds(budget.POINT_BITS)
    return enclosed(low, high) if tree is None else Exact(tree, low, high)


def roughly(scalar: algebra.Scalar) -> Exact:
    """A scalar by its enclosure: its exact form would be longer than anyone reads."""
    if scalar.sign() == 0:
        return Exact(ZERO, Fraction(0), Fraction(0))
    return enclosed(*scalar.bounds(budget.POINT_BITS))


def recorded(place: algebra.Place, names: Iterable[str]) -> Place:
    """The coordinates of a point in the order of `names`."""
    return tuple((name, known(place.coordinate(name))) for name in names)


def middle(place: algebra.Place, names: Iterable[str]) -> dict[str, Fraction] | None:
    """Rational numbers very close to the coordinates; None where no one knows them so well."""
    found = {}
    for name in names:
        try:
            low, high = place.coordinate(name).bounds(budget.NEAR_BITS // 3)
        except (Undecided, Undefined):
            return None
        if high - low > max(abs(low), abs(high)) / 2 ** (budget.NEAR_BITS // 4):
            return None
        found[name] = (low + high) / 2
    return found
