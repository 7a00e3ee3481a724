"""The part of the line that is tabulated, cut behind the first members of endless rows."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import Interval, Point, Roots, Zero, compare, rational_point, zeros
from calctool.algebra.roots.broken import Gaps
from calctool.algebra.roots.found import cut as cut_at
from calctool.algebra.roots.found import is_inside, ordered
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.pictures import Picture
from calctool.solve.table.endless.told import Told
from calctool.solve.table.line.pieces import Cuts, Function, Piece, add_piece, leads_to
from calctool.solve.table.line.runs import Strip, searched, strip

if TYPE_CHECKING:
    from calctool.solve.table.endless.switching import Reached


class End(Struct, frozen=True):
    """An end of a piece with rows of critical points, gaps or inflections; there the table stops.

    The rows are those of f', of f'', and of places without a value, where f' and f'' have none
    either; `others` are the zeros of both at t > 0 that belong to no row, and lie before the `cut`.
    """

    piece: Piece
    picture: Picture
    slopes: tuple[Cells, ...]
    bends: tuple[Cells, ...]
    cut: Point
    others: tuple[tuple[Point, ...], tuple[Point, ...]]
    are_bends_known: bool
    told: tuple[tuple[Told, ...], tuple[Told, ...]] = ((), ())
    """What is known of the rows where f switches at some of them, or between them."""
    gaps: tuple[Gaps, ...] = ()

    @property
    def rows(self) -> tuple[Cells, ...]:
        """Those that lead on: of critical points and gaps, or else of inflections."""
        return (*self.slopes, *(each.row for each in self.gaps)) or self.bends

    @property
    def start(self) -> Fraction:
        """The other end of the piece as t in the picture, 0 where it has none there."""
        from calctool.solve.table.endless.switching import turned

        near = self.piece.end if self.picture.falls else self.piece.start
        seen = None if near is None else turned(near, self.picture)
        return Fraction(0) if seen is None else seen.high

    @property
    def turns(self) -> bool:
        """Whether they are not inflections alone."""
        return bool(self.slopes or self.gaps)


def ends_of(
    strips: tuple[Strip, ...], gaps: Mapping[int, tuple[Gaps, ...]] | None = None
) -> tuple[End, ...]:
    """All ends at which there are points without end; `gaps` are those of the strips by place."""
    own = gaps or {}
    return tuple(end for n, each in enumerate(strips) for end in _ends(each, own.get(n, ())))


def _ends(one: Strip, gaps: tuple[Gaps, ...]) -> Iterator[End]:
    turning = [row for row in one.bend_roots.cells if row.times % 2]
    lead = [*one.slope_roots.cells, *(each.row for each in gaps), *turning]
    for picture in dict.fromkeys(row.picture for row in lead):
        slopes, bends = (
            tuple(row for row in rows if row.picture == picture)
            for rows in (one.slope_roots.cells, turning)
        )
        others = (_seen(one.slope_roots, picture), _seen(one.bend_roots, picture))
        own = tuple(each for each in gaps if each.row.picture == picture)
        place = _cut(slopes, bends, (*others[0], *others[1]), tuple(each.row for each in own))
        cut = rational_point(picture.value(place))
        known = one.bend_roots.state == "complete" and not one.bend_roots.families
        yield End(one.piece, picture, slopes, bends, cut, others, known, gaps=own)


def switching_ends(function: Function, found: Iterable[Reached]) -> tuple[End, ...]:
    """Those at which f switches without end, and where the table stops before them."""
    return tuple(_switching_end(function, each) for each in found)


def _switching_end(function: Function, one: Reached) -> End:
    told = one.slopes, one.bends or ()
    slopes, bends = (tuple(each.cells for each in rows) for rows in told)
    cut = rational_point(one.picture.value(_cut(slopes, bends, (*one.others[0], *one.others[1]))))
    piece = Piece(one.span.start, one.span.end, function.f, function.slope, function.bend)
    known = one.bends is not None
    return End(piece, one.picture, slopes, bends, cut, one.others, known, told)


def with_pieces(function: Function, cuts: Cuts, ends: tuple[End, ...]) -> Cuts:
    """The pieces between the first points of the rows of switches, up to where the table stops."""
    made = Cuts(list(cuts.pieces), list(cuts.switched), list(cuts.searches), list(cuts.unsettled))
    for span in cuts.endless:
        stops = {
            end.picture.side: end.cut for end in ends
            if (end.piece.start, end.piece.end) == (span.start, span.end)
        }  # fmt: skip
        part = Interval(stops.get(1, span.start), stops.get(-1, span.end))
        inner = [
            (zero.at, switch) for switch, row in cuts.rows
            if leads_to(row, span.start, span.end) for zero in _members(row, part)
        ]  # fmt: skip
        made.switched += inner
        points = ordered(at for at, _ in inner)
        for piece in cut_at(part, points):
            add_piece(function, (piece.start, piece.end), made)
    made.pieces.sort(key=lambda piece: (piece.start is not None, piece.start and piece.start.low))
    return made


def between_switches(name: str, piece: Piece, ends: tuple[End, ...]) -> Strip:
    """A piece on which members of rows lie that are known already."""
    slopes, bends = searched(name, piece)
    for end in ends:
        slopes = _recognised(slopes, piece, end.slopes)
        bends = _recognised(bends, piece, end.bends)
    return strip(name, piece, (slopes, bends))


def _recognised(roots: Roots, piece: Piece, rows: tuple[Cells, ...]) -> Roots:
    """Where all zeros are listed, a member of a row among them is the only one that it may be."""
    if roots.state != "complete":
        return roots
    listed = list(roots.zeros)
    for row in rows:
        for member in _members(row, piece.open):
            alike = [i for i, zero in enumerate(listed) if _overlap(zero.at, member.at)]
            if len(alike) == 1 and listed[alike[0]].at.tree is None:
                listed[alike[0]] = replace(listed[alike[0]], at=member.at)
    return replace(roots, zeros=tuple(listed))


def _overlap(one: Point, other: Point) -> bool:
    return one.low <= other.high and other.low <= one.high


def _seen(roots: Roots, picture: Picture) -> tuple[Point, ...]:
    from calctool.solve.table.endless.switching import turned

    found = (turned(zero.at, picture) for zero in roots.zeros)
    return tuple(point for point in found if point is not None)


def _cut(
    slopes: tuple[Cells, ...],
    bends: tuple[Cells, ...],
    others: tuple[Point, ...],
    gaps: tuple[Cells, ...] = (),
) -> Fraction:
    """Behind the first members and all others, and before what follows, as t in the picture.

    Two of each row of gaps are shown, as two neighbours may differ.
    """
    leading = (*slopes, *gaps) or bends
    first = sorted((row.far(k) for row in leading for k in _numbers(row)), key=_height)
    starts = [row.far(next(_numbers(row))) for row in leading]
    starts += [row.far(next(_numbers(row)) + 1) for row in gaps]
    last = max((first[budget.ROW_MEMBERS - 1], *starts, *others), key=_height)
    after = [_after(row, last) for row in (*slopes, *gaps, *bends)]
    return (last.high + min(point.low for point in after)) / 2


def _height(point: Point) -> Fraction:
    return point.high


def _numbers(row: Cells) -> Iterator[int]:
    first = row.reach[0] or 0
    yield from range(first, first + budget.ROW_MEMBERS)


def _after(row: Cells, last: Point) -> Point:
    """The first member certainly beyond a point; Undecided where one is on it, perhaps."""
    first = row.reach[0] or 0
    for k in range(first, first + budget.TABLE_POINTS):
        point = row.far(k)
        if point.low > last.high:
            return point
        if point.high >= last.low and point.high > last.high:
            break
    raise Undecided


# --- pieces -------------------------------------------------------------------------------------


def shortened(name: str, strips: tuple[Strip, ...], ends: tuple[End, ...]) -> tuple[Strip, ...]:
    """The strips as far as they are tabulated, with the zeros that lie there."""
    return tuple(part for each in strips for part in _shortened(name, each, ends))


def _shortened(name: str, one: Strip, ends: tuple[End, ...]) -> Iterator[Strip]:
    own = [end for end in ends if end.piece.open == one.piece.open]
    if not own:
        yield one
        return
    cuts = {end.picture.side: end.cut for end in own}
    whole = Interval(cuts.get(1, one.piece.start), cuts.get(-1, one.piece.end))
    gaps = [at for end in own for at in shown_gaps(end) if is_inside(at, whole)]
    for part in cut_at(whole, sorted(gaps, key=lambda at: at.low)):
        piece = replace(one.piece, start=part.start, end=part.end)
        slopes = _within(one.slope_roots, piece.open, cuts)
        bends = one.bend_roots
        if bends.state == "complete" and not bends.families:
            bends = _within(bends, piece.open, cuts)
        else:
            bends = zeros(piece.bend, name, (piece.open,))
        yield strip(name, piece, (slopes, bends))


def shown_gaps(end: End) -> Iterator[Point]:
    """Those before the table stops."""
    start, stop = end.piece.start, end.piece.end
    shown = Interval(end.cut, stop) if end.picture.falls else Interval(start, end.cut)
    for gap in end.gaps:
        yield from (zero.at for zero in _members(gap.row, shown))


def _within(roots: Roots, piece: Interval, cut: Container[int]) -> Roots:
    """The zeros on a piece that ends before the rows do at each side where it is cut."""
    found = [zero for zero in roots.zeros if is_inside(zero.at, piece)]
    left = []
    for row in roots.cells:
        if row.picture.side not in cut:
            left.append(row)
            continue
        found += _members(row, piece)
    ordered = sorted(found, key=lambda zero: zero.at.low)
    return replace(roots, zeros=tuple(ordered), cells=tuple(left))


def _members(row: Cells, piece: Interval) -> Iterator[Zero]:
    first = row.reach[0] or 0
    is_met = False
    for k in range(first, first + budget.TABLE_POINTS):
        at = row.member(k)
        if is_inside(at, piece):
            is_met = True
            yield Zero(at, row.times, row.times % 2 == 1)
        elif is_met or _is_passed(row, at, piece):
            return


def _is_passed(row: Cells, at: Point, piece: Interval) -> bool:
    """Whether the row has left the piece, or begins behind it."""
    end = piece.start if row.picture.falls else piece.end
    return end is not None and compare(at, end) in (0, -1 if row.picture.falls else 1)
