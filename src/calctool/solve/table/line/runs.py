"""The stretches between neighbouring zeros of f' and f'', each with its certified signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.local.switches import bend_switches
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import (
    Point,
    Roots,
    inside,
    rational_point,
    sign_between,
    zeros,
)
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.tree import Tree
from calctool.solve.exact.line import before, same
from calctool.solve.table.line.logarithmic import by_logarithm
from calctool.solve.table.line.pieces import Piece
from calctool.solve.table.line.values import has_value

Box = tuple[Fraction, Fraction]
_MARGIN = 8
"""A test value keeps an eighth of the interval away from its ends: 1 between 0 and e."""


class Run(Struct, frozen=True):
    """An open interval of a piece; `sign` is that of f' all over it, `bend` that of f''.

    `sample` is a number inside.
    """

    start: Point | None
    end: Point | None
    piece: Piece
    sign: int | None
    bend: int | None
    sample: Fraction | None


class Stop(Struct, frozen=True):
    """A point inside a piece: a zero of f', of f'', a place where the formula of f'' has no value,
    or the edge of a box left undecided."""

    at: Point
    is_root: bool = False


class Strip(Struct, frozen=True):
    """A piece with its stops in order, the runs between them, and the searches behind both."""

    piece: Piece
    stops: tuple[Stop, ...]
    runs: tuple[Run, ...]
    slope_roots: Roots
    bend_roots: Roots


def strips(name: str, pieces: Sequence[Piece]) -> tuple[Strip, ...]:
    """Each of the pieces, which share the boxes of one question."""
    boxes = max(budget.BOXES // max(len(pieces), 1), budget.PIECE_BOXES)
    return tuple(strip(name, piece, searched(name, piece, boxes)) for piece in pieces)


def strip(name: str, piece: Piece, known: tuple[Roots, Roots] | None = None) -> Strip:
    """A piece with the zeros of f' and f'' on it, and the signs between them.

    The zeros are looked for where they are not `known`.
    """
    slope_roots, bend_roots = known or searched(name, piece)
    gaps = _gaps(piece, name)
    if gaps is None:
        bend_roots = replace(bend_roots, state="partial", undecided=())
    stops = tuple(_stops(piece, slope_roots, bend_roots, gaps or []))
    runs = tuple(_runs(name, piece, stops, (slope_roots, bend_roots)))
    return Strip(piece, stops, runs, slope_roots, bend_roots)


def unruled(name: str, piece: Piece) -> Strip:
    """A piece with the zeros of f' and f'' alone, where these have no value at gaps in it."""
    return Strip(piece, (), (), *searched(name, piece))


def without_rows(name: str, one: Strip) -> Strip:
    """With boxes left undecided in place of rows, which say nothing of single zeros."""
    if not (one.slope_roots.cells or one.bend_roots.cells):
        return one
    return strip(name, one.piece, searched(name, one.piece, endless=False))


def searched(
    name: str, piece: Piece, boxes: int = budget.BOXES, *, endless: bool = True
) -> tuple[Roots, Roots]:
    """The zeros of f' and f'' on a piece; rows of them where it may be `endless`."""

    def of(tree: Tree) -> Roots:
        return _few(zeros(tree, name, (piece.open,), boxes=boxes, endless=endless))

    return of(piece.slope), by_logarithm(name, piece) or of(piece.bend)


def _few(roots: Roots) -> Roots:
    """The largest zeros and the smallest one, where there are too many to be read."""
    most = budget.TABLE_POINTS
    if len(roots.zeros) <= most:
        return roots
    apart = sorted(roots.zeros, key=lambda zero: abs(zero.at.low))[-most:]
    kept = tuple(zero for zero in roots.zeros if zero in apart)
    dropped = [zero.at for zero in roots.zeros if zero not in apart]
    box = (min(at.low for at in dropped), max(at.high for at in dropped))
    return replace(roots, zeros=kept, state="partial", undecided=(*_outside(roots, box), box))


def _outside(roots: Roots, box: Box) -> list[Box]:
    return [each for each in roots.undecided if each[1] < box[0] or each[0] > box[1]]


def _gaps(piece: Piece, name: str) -> list[Point] | None:
    """Where f'' has no value although f' has one; None where some may be missing.

    These are zeros of u in powers of u between the first and the second. Other places at which
    the formula of f'' as written has no value are added where they can be found.
    """
    own = [switch.relation for switch in bend_switches(piece.f) if name in switch.relation.names]
    others = [r for r in conditions(piece.bend) if name in r.names and r not in own]
    found: list[Point] = []
    for needed in (*own, *others):
        try:
            roots = zeros(difference(needed), name, (piece.open,))
        except Undecided:
            roots = None
        if roots is not None and roots.state == "complete" and not roots.families:
            found += [zero.at for zero in roots.zeros if not has_value(piece.bend, name, zero.at)]
        elif needed in own:
            return None
    return found


def is_endless(roots: Roots) -> bool:
    """Whether there are, or may be, zeros with a change of sign that are not listed."""
    turning = any(row.times % 2 for row in roots.cells)
    return bool(roots.families) or turning or roots.scope is not None


def _stops(piece: Piece, slope: Roots, bend: Roots, gaps: list[Point]) -> Iterator[Stop]:
    """In order, a common zero once, and the edges inside the piece of what was not decided."""
    start, end = piece.start, piece.end
    found = [Stop(zero.at, is_root=True) for zero in slope.zeros]
    for at in (*(zero.at for zero in bend.zeros), *gaps):
        if not _is_listed(at, found):
            found.append(Stop(at))
    boxes = [*slope.undecided, *bend.undecided]
    if is_endless(bend):
        boxes.append(bend.scope or budget.TABLE_WINDOW)
    for edge in {edge for box in boxes for edge in box}:
        point = rational_point(edge)
        if before(start, point) and before(point, end) and not _is_listed(point, found):
            found.append(Stop(point))
    yield from sorted(found, key=lambda stop: (stop.at.low, stop.at.high))


def _is_listed(point: Point, stops: list[Stop]) -> bool:
    return _is_among(point, [stop.at for stop in stops])


def _runs(
    name: str, piece: Piece, stops: tuple[Stop, ...], searches: tuple[Roots, Roots]
) -> Iterator[Run]:
    for start, end in pairwise([piece.start, *(stop.at for stop in stops), piece.end]):
        if start is not None and start == end:
            continue
        sign, bend = (
            _sign(formula, name, (start, end), roots)
            for formula, roots in zip((piece.slope, piece.bend), searches, strict=True)
        )
        yield Run(start, end, piece, sign, bend, _sample(start, end))


def _sign(
    formula: Tree, name: str, ends: tuple[Point | None, Point | None], roots: Roots
) -> int | None:
    start, end = ends
    if roots.flat:
        return 0
    window = roots.scope or budget.TABLE_WINDOW
    if is_endless(roots) and not _is_within(start, end, window) and not roots.keeps_sign:
        return None
    if roots.state == "partial" and not roots.undecided:
        return None
    if any(_overlaps(start, end, box) for box in roots.undecided):
        return None
    return sign_between(formula, name, start, end)


def _is_among(point: Point, points: list[Point]) -> bool:
    return any(same(point, other) for other in points)


def _is_within(start: Point | None, end: Point | None, window: Box) -> bool:
    """Whether zeros between the points would be listed."""
    if start is None or end is None:
        return False
    return start.low >= window[0] and end.high <= window[1]


def _sample(start: Point | None, end: Point | None) -> Fraction | None:
    try:
        return inside(start, end, _MARGIN)
    except Undecided:
        return None


def _overlaps(start: Point | None, end: Point | None, box: Box) -> bool:
    below = start is None or start.high < box[1]
    above = end is None or end.low > box[0]
    return below and above
