"""cos(4*x + 1) alone is solved for u = 4*x + 1.

Multiplied out it would have four times the angles, and sin(1), cos(1) in every coefficient.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor, gcd

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra import facts
from calctool.algebra.ball.constants import enclose
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Monomial, Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found, Hit
from calctool.algebra.roots.functions.analytic import derivative, factors
from calctool.algebra.roots.periods.families import Progression, family_of
from calctool.algebra.roots.points.point import Point, exact_point
from calctool.algebra.roots.records import Box, Family, Interval
from calctool.notation.tree import PI, ZERO, Call, Name, Tree, number
from calctool.notation.walk import substitute

TWELFTHS = 12
"""Sines of the twelfths of pi are roots: such angles are as good as none."""


class Affine(Struct, frozen=True):
    """u = times*(x + shift)."""

    times: int
    shift: Tree

    def of(self, tree: Tree) -> Tree:
        """The new variable, from the old."""
        moved = tree if self.shift == ZERO else added((tree, self.shift))
        return moved if self.times == 1 else multiplied((number(self.times), moved))

    def back(self, tree: Tree) -> Tree:
        """The old variable, from the new."""
        smaller = tree if self.times == 1 else divided(tree, number(self.times))
        return smaller if self.shift == ZERO else added((smaller, negated(self.shift)))

    @property
    def is_trivial(self) -> bool:
        """Whether it changes nothing."""
        return self.times == 1 and self.shift == ZERO


# --- zeros through those of a function of u -----------------------------------------------------


def by_affine(search: Effort, tree: Tree, interval: Interval) -> Found | None:
    """The zeros through those in u, where the name occurs in angles k*u + n*pi/12 only."""
    change = _alone(tree, search.name)
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
    """The factors of a function in which x stands beside angles k*n*(x + c), those written in u.

    None where there is no such change, or no factor has the name in such angles only.
    """
    if _alone(tree, name) is not None:
        return None
    try:
        angles = list(_angles(tree, name))
        change = _change(angles, name)
        if change.is_trivial:
            return None
        found = factors(substitute(tree, {name: change.back(Name(name))}), name)
        moved = {name: change.of(Name(name))}
        parts = [(substitute(part.tree, moved), power) for part, power in found.parts]
    except (Undecided, Undefined):
        return None
    return parts if any(_alone(part, name) for part, _ in parts) else None


def _alone(tree: Tree, name: str) -> Affine | None:
    """The change for a function of which the name is seen in angles only."""
    try:
        return _change(list(_angles(tree, name, alone=True)), name)
    except (Undecided, Undefined):
        return None


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


# --- the change ---------------------------------------------------------------------------------


def _change(angles: list[Tree], name: str) -> Affine:
    return Affine(_common_multiple(angles, name), shift_of(angles, name))


def shift_of(angles: list[Tree], name: str) -> Tree:
    """c, where every angle is k*(x + c) + n*pi/12; 0 where there is none or no need.

    Where all the angles of a function have such a form, the sines and cosines of c go.
    """
    lines = [_line(angle, name) for angle in angles]
    strange = [line for line in lines if not _is_turn(line.offset)]
    if not strange:
        return ZERO
    rate, offset = strange[0].rate, strange[0].offset
    (unit,) = rate.parts
    for other in lines:
        if set(other.rate.parts) != {unit}:
            return ZERO
        ratio = other.rate.parts[unit] / rate.parts[unit]
        if not _is_turn(other.offset - offset.times(ratio)):
            return ZERO
    quotient = constant_value(divided(written(offset), written(rate)))
    return written(quotient)


class _Line(Struct, frozen=True):
    """rate*x + offset; the rate is a rational multiple of one product of constants."""

    rate: Real
    offset: Real


def _line(angle: Tree, name: str) -> _Line:
    rate = constant_value(derivative(angle, name))
    if len(rate.parts) != 1:
        raise Undecided
    return _Line(rate, constant_value(substitute(angle, {name: ZERO})))


def _is_turn(value: Real) -> bool:
    """Whether it is a whole number of twelfths of pi."""
    (pi,) = constant_value(PI).parts
    turn = value.parts.get(pi, Fraction(0))
    return set(value.parts) <= {pi} and TWELFTHS % turn.denominator == 0


def _common_multiple(angles: list[Tree], name: str) -> int:
    """The largest n such that all angles are k*n*x + ..., k whole or a fraction."""
    rates = [_line(angle, name).rate for angle in angles]
    units: set[Monomial] = {unit for rate in rates for unit in rate.parts}
    if len(units) != 1:
        return 1
    return gcd(*(c.numerator for rate in rates for c in rate.parts.values()))


def _angles(tree: Tree, name: str, *, alone: bool = False) -> Iterator[Tree]:
    """The arguments of all waves, linear in the name.

    Undecided where the name stands anywhere else and is to be `alone` in them.
    """
    if name not in tree.names:
        return
    match tree:
        case Name() if alone:
            raise Undecided
        case Call(_, (angle,)) if facts.of(tree).period:
            if name in derivative(angle, name).names:
                raise Undecided
            yield angle
        case _:
            for child in tree.children:
                yield from _angles(child, name, alone=alone)
