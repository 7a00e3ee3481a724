"""Points of the line as exact constants, decimals and ends at infinity."""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Domain, Point, compare, exact_point
from calctool.algebra.roots import Interval as Piece
from calctool.notation.tree import INFINITY, Negative, Tree
from calctool.solve.exact.record import Exact, Interval
from calctool.solve.exact.rounding import enclosed
from calctool.solve.exact.values import exact

MINUS_INFINITY = Negative(INFINITY)
TOP = Exact(INFINITY, None, None)
BOTTOM = Exact(MINUS_INFINITY, None, None)


def is_infinite(tree: Tree) -> bool:
    """Whether a constant is oo or -oo."""
    return tree in (INFINITY, MINUS_INFINITY)


def point_of(tree: Tree) -> Point | None:
    """A constant as a point; None for an infinite one or one whose value is not known."""
    if is_infinite(tree):
        return None
    try:
        return exact_point(tree)
    except (Undecided, Undefined):
        return None


def exact_of(point: Point) -> Exact:
    """A point as a constant of an answer; a decimal in its bounds where no exact form is known."""
    if point.tree is not None:
        return Exact(point.tree, point.low, point.high)
    return enclosed(point.low, point.high)


def end_of(point: Point | None, infinite: Exact) -> Exact:
    """An end of an interval as a constant: `infinite` where there is no point."""
    return infinite if point is None else exact_of(point)


def natural_pieces(found: Domain) -> tuple[Interval, ...]:
    """The intervals and single points of a domain in ascending order; those of one period."""
    single = [Piece(point, point, (True, True)) for point in found.isolated]
    listed = sorted((*found.intervals, *single), key=_start)
    return tuple(
        Interval(end_of(one.start, BOTTOM), end_of(one.end, TOP), one.closed) for one in listed
    )


def _start(piece: Piece) -> tuple[bool, Fraction]:
    """Pieces do not overlap: the middle of its start tells where each one lies."""
    start = piece.start
    return (False, Fraction(0)) if start is None else (True, (start.low + start.high) / 2)


def constant(tree: Tree) -> Exact:
    """A constant with its enclosure, or an infinite one."""
    return {INFINITY: TOP, MINUS_INFINITY: BOTTOM}.get(tree) or exact(tree)


def same(p: Point | None, q: Point | None) -> bool:
    """Whether two ends are certainly one, None being the same infinite end."""
    if p is None or q is None:
        return p is q
    return compare(p, q) == 0


def before(p: Point | None, q: Point | None) -> bool:
    """Whether a start p (None: -oo) certainly lies below an end q (None: oo)."""
    return p is None or q is None or compare(p, q) == -1
