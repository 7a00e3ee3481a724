"""cos(4*x + 1) alone is solved for u = 4*x + 1.

Multiplied out it would have four times the angles, and sin(1), cos(1) in every coefficient.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball.constants import enclose
from calctool.algebra.build import divided
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found, Hit
from calctool.algebra.roots.functions.affine_change import (
    Affine,
    alone,
    angles_of,
    change_of,
    common_shift,
)
from calctool.algebra.roots.functions.analytic import factors
from calctool.algebra.roots.methods.product_to_sum import about_one_place
from calctool.algebra.roots.periods.families import Progression, family_of
from calctool.algebra.roots.points.point import Point, exact_point
from calctool.algebra.roots.records import Box, Family, Interval
from calctool.notation.tree import (
    Name,
    Number,
    Power,
    Product,
    Quotient,
    Tree,
    number,
)
from calctool.notation.walk import substitute


def by_affine(search: Effort, tree: Tree, interval: Interval) -> Found | None:
    """The zeros through those in u, where the name occurs in angles k*u + n*pi/12 only, or does
    once products of waves are sums."""
    tree = _with_one_shift(tree, search.name)
    change = alone(tree, search.name)
    if change is None or change.is_trivial:
        return None
    inner = substitute(tree, {search.name: change.back(Name(search.name))})
    ends = [
        None if end is None else exact_point(change.of(_tree(end)))
        for end in (interval.start, interval.end)
    ]
    window = _moved(search.window, change)
    found = replace(search, window=window).zeros(inner, Interval(ends[0], ends[1]))
    if any(hit.at.tree is None for hit in found.hits) or found.state == "partial":
        return None
    return replace(
        found,
        hits=tuple(Hit(exact_point(change.back(_tree(hit.at))), hit.times) for hit in found.hits),
        families=tuple(_family(each, change) for each in found.families),
    )


def shifted_factors(tree: Tree, name: str) -> list[tuple[Tree, int]] | None:
    """The factors of a function in which x stands beside angles k*n*(x + c), those written in u;
    or those that were typed, each with a shift of its own.

    None where there is no such change, or no factor has the name in such angles only.
    """
    if alone(tree, name) is not None:
        return _apart(_numerator(tree, name), name)
    try:
        angles = list(angles_of(tree, name))
        change = change_of(angles, name)
        if change.is_trivial:
            return None
        found = factors(substitute(tree, {name: change.back(Name(name))}), name)
        moved = {name: change.of(Name(name))}
        parts = [(substitute(part.tree, moved), power) for part, power in found.parts]
    except (Undecided, Undefined):
        return None
    return parts if any(alone(part, name) for part, _ in parts) else None


def _with_one_shift(tree: Tree, name: str) -> Tree:
    """As a sum of waves that have a shift in common, where the angles have none as they stand."""
    if common_shift(tree, name) is not None:
        return tree
    try:
        return about_one_place(_numerator(tree, name), name) or tree
    except (Undecided, Undefined):
        return tree


def _numerator(tree: Tree, name: str) -> Tree:
    match tree:
        case Quotient(top, bottom) if name in bottom.names:
            return top
    return tree


def _apart(tree: Tree, name: str) -> list[tuple[Tree, int]] | None:
    """The factors of a product in waves that have no shift in common."""
    if not isinstance(tree, Product) or common_shift(tree, name) is not None:
        return None
    parts = [_power(factor) for factor in tree.factors if name in factor.names]
    return parts if len(parts) > 1 and all(power > 0 for _, power in parts) else None


def _power(factor: Tree) -> tuple[Tree, int]:
    match factor:
        case Power(base, Number(exponent)) if exponent.denominator == 1:
            return base, int(exponent)
    return factor, 1


def _moved(window: Box, change: Affine) -> Box:
    """A window that holds the image of the other."""
    shift = enclose(change.shift, budget.ENCLOSED_DIGITS)
    if shift is None:
        raise Undecided
    low, high = ((end + by) * change.times for end, by in zip(window, shift, strict=True))
    is_whole = shift[0] == shift[1]
    return (low, high) if is_whole else (Fraction(floor(low)), Fraction(ceil(high)))


def _tree(point: Point) -> Tree:
    if point.tree is None:
        raise Undecided
    return point.tree


def _family(family: Family, change: Affine) -> Family:
    start, step = change.back(_tree(family.start)), divided(family.step, number(change.times))
    first, last = (
        None if end is None else exact_point(change.back(_tree(end)))
        for end in (family.on.start, family.on.end)
    )
    return family_of(Progression(start, step), family.name, Interval(first, last))
