"""All solutions of an equation that has no end of them: rows, and single points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.build import multiplied
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.equations import ordered
from calctool.algebra.real.power import quotient
from calctool.algebra.real.ring import NOTHING, UNITY, Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots import LINE, Family, Point, Roots, zeros
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.circles import as_quotients
from calctool.notation.tree import (
    PI,
    Call,
    Name,
    Negative,
    Relation,
    Sum,
    Tree,
    number,
)
from calctool.notation.walk import substitute
from calctool.solve.exact.record import EVERY, Reach
from calctool.solve.validity.endless.grouped import PLACE, Course


class Row(Struct, frozen=True):
    """The points `at` for the whole numbers of a reach in `PLACE`, or start + k*step for all k."""

    at: Tree
    reach: Reach
    spread: tuple[Real, Real] | None = None

    def goes_with(self, other: Row) -> bool:
        """Whether both are parts of one row at equal distances."""
        if self.spread is None or other.spread is None:
            return False
        return quotient(self.spread[1], other.spread[1]).rational is not None


class Solved(Struct, frozen=True):
    """The solutions of an equation."""

    equation: Relation
    rows: tuple[Row, ...]
    points: tuple[Real, ...]
    enclosed: tuple[Point, ...]
    """Points without an exact form."""


def solved(equation: Relation, name: str) -> Solved | None:
    """All solutions; None where that stays open."""
    roots = _zeros(_apart(equation), name)
    if roots is None:
        return None
    try:
        rows = [_of_family(family) for family in roots.families]
        rows += [_of_cells(row) for row in roots.cells]
        points = _single(roots, [row.spread for row in rows if row.spread is not None])
        rows = [_reached_back(row, points) for row in rows]
    except (Undecided, Undefined):
        return None
    enclosed = tuple(zero.at for zero in roots.zeros if zero.at.tree is None)
    return Solved(equation, tuple(rows), tuple(points), enclosed)


def _apart(equation: Relation) -> Tree:
    """What is zero just where the equation holds: sin(pi*u), where u is to be a whole number."""
    u, v = equation.left, equation.right
    for whole, step in ((u, v), (v, u)):
        if step == Call("floor", (whole,)):
            return Call("sin", (multiplied((PI, whole)),))
    return Sum((u, Negative(v)))


def _zeros(apart: Tree, name: str) -> Roots | None:
    """All zeros: families at equal distances where there are some, else rows of any kind.

    There may be others among them, at which the function has no value: poles of tan(u).
    """
    for tree in (apart, *_numerator(apart)):
        for endless in (False, True):
            roots = zeros(tree, name, (LINE,), whole=True, endless=endless)
            if roots.state == "complete" and not roots.flat:
                return roots
    return None


def _numerator(tree: Tree) -> Iterator[Tree]:
    own = Field()
    element = own.normal(as_quotients(tree))
    top = None if element is None else own.to_tree(Element(own.ring, element.num, own.ring.one))
    if top is not None:
        yield top


def _of_family(family: Family) -> Row:
    """On the whole line, for every point is judged by what f does there."""
    if family.start.tree is None:
        raise Undecided
    spread = constant_value(family.start.tree), constant_value(family.step)
    return Row(Name(PLACE), EVERY, spread)


def _of_cells(row: Cells) -> Row:
    if row.at is None:
        raise Undecided
    return Row(substitute(row.at, {row.integer: Name(PLACE)}), row.reach)


def _reached_back(row: Row, points: list[Real]) -> Row:
    """With the points before the first one that the formula gives too; they leave the list."""
    first, last = row.reach
    while row.spread is None and first is not None:
        try:
            before = constant_value(substitute(row.at, {PLACE: number(first - 1)}))
        except (Undecided, Undefined):
            break
        if before not in points:
            break
        points.remove(before)
        first -= 1
    return Row(row.at, (first, last), row.spread)


def _single(roots: Roots, spread: list[tuple[Real, Real]]) -> list[Real]:
    """The zeros that belong to no family, those with an exact form."""
    found = []
    for zero in roots.zeros:
        if zero.at.tree is None:
            continue
        at = constant_value(zero.at.tree)
        ratios = (quotient(at - start, step).rational for start, step in spread)
        if not any(ratio is not None and ratio.denominator == 1 for ratio in ratios):
            found.append(at)
    return found


# --- rows as a course ---------------------------------------------------------------------------


def course_of(rows: list[Row], letter: str) -> Course:
    """Rows that go with each other, each point once."""
    spread = [row.spread for row in rows if row.spread is not None]
    if not spread:
        return Course(rows[0].at, letter, UNITY, (NOTHING,), rows[0].reach)
    length = spread[0][1]
    for _, step in spread:
        ratio = quotient(length, step).rational
        if ratio is None or abs(ratio.numerator) > budget.FAMILY_PLACES:
            raise Undecided
        length = step.times(abs(Fraction(ratio.numerator)))
    return Course(Name(PLACE), letter, length, _places(spread, length), EVERY)


def _places(spread: list[tuple[Real, Real]], length: Real) -> tuple[Real, ...]:
    """The members of all rows in one period from 0, in order."""
    found: list[Real] = []
    for start, step in spread:
        turns = quotient(length, step).rational
        assert turns is not None  # noqa: S101 (the period is a multiple of each step)
        found += [_reduced(start + step.times(Fraction(k)), length) for k in range(int(turns))]
    places = ordered(found)
    if places is None or len(found) > budget.FAMILY_PLACES:
        raise Undecided
    return places


def _reduced(at: Real, length: Real) -> Real:
    """The same place in the period that begins at 0."""
    ratio = quotient(at, length)
    if ratio.rational is not None:
        return at - length.times(Fraction(floor(ratio.rational)))
    bounds = enclose(written(ratio), budget.ENCLOSED_DIGITS)
    if bounds is None or floor(bounds[0]) != floor(bounds[1]):
        raise Undecided
    return at - length.times(Fraction(floor(bounds[0])))
