"""A line with poles or holes without end: its stretches between other places, with those rows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import Interval, Point, compare
from calctool.algebra.roots.broken import Gaps
from calctool.algebra.roots.found import is_inside
from calctool.algebra.roots.limits.reflection import reflected
from calctool.algebra.roots.off_poles import alike
from calctool.algebra.roots.search import Search
from calctool.algebra.roots.waves.cells import Cells
from calctool.solve.table.endless.order import kept_from
from calctool.solve.table.endless.parts import End, ends_of
from calctool.solve.table.line.ground import Ground, without_gaps
from calctool.solve.table.line.pieces import Function, cut
from calctool.solve.table.line.points import Scene
from calctool.solve.table.line.runs import strip, unruled


def with_gaps(function: Function, covered: Ground) -> tuple[Scene, tuple[End, ...]] | None:
    """The stretches with the ends at which rows lead on, f' being searched across the gaps.

    None where there are no such gaps, or something else is left out.
    """
    from calctool.algebra.roots.broken import broken

    f, name = function.f, function.name
    found = None if covered.period is not None or covered.is_whole else broken(f, name)
    if found is None:
        return None
    ground = _opened(without_gaps(found.domain, covered.asked), found.gaps)
    cuts = cut(function, ground.intervals)
    if cuts.unsettled or any(s.state != "complete" or s.families for s in cuts.searches):
        return None
    gaps = {n: tuple(_on(piece.open, found.gaps)) for n, piece in enumerate(cuts.pieces)}
    if not any(gaps.values()):
        return None
    strips = tuple(
        unruled(name, piece) if gaps[n] else strip(name, piece)
        for n, piece in enumerate(cuts.pieces)
    )
    scene = Scene(f, name, ground, cuts, strips)
    if not all(s.state == "complete" and not s.families for s in scene.searches()):
        return None
    ends = tuple(_told_by_others(name, _apart(name, end)) for end in ends_of(strips, gaps))
    return scene, ends


def _told_by_others(name: str, end: End) -> End:
    """By functions of 1 - u where the gaps are those of functions that u makes fall without end."""
    piece, picture = end.piece, end.picture
    f, slope, bend = (
        reflected(alike(each, name), name, picture.end, picture.side)
        for each in (piece.f, piece.slope, piece.bend)
    )
    return replace(end, piece=replace(piece, f=f, slope=slope, bend=bend))


def _apart(name: str, end: End) -> End:
    """Without zeros of f' and f'' at places at which f has no value. Undecided where a row of them
    is not known to be that of the gaps, nor to keep away from them."""
    slopes, bends = (tuple(_off(rows, end.gaps)) for rows in (end.slopes, end.bends))
    gaps = tuple(each.row for each in end.gaps)
    for rows in (slopes, bends):
        kept_from(Search(name, budget.TABLE_WINDOW), (*rows, *gaps), ())
    return replace(end, slopes=slopes, bends=bends)


def _off(rows: tuple[Cells, ...], gaps: tuple[Gaps, ...]) -> Iterator[Cells]:
    for row in rows:
        same = [each.row for each in gaps if each.row.wave == row.wave]
        if any(each.numbers != row.numbers for each in same):
            raise Undecided
        if not same:
            yield row


def _on(piece: Interval, gaps: tuple[Gaps, ...]) -> Iterator[Gaps]:
    """The rows that lead to an end of a piece, from the first member inside it on."""
    for each in _leading(piece, gaps):
        first = k = each.row.reach[0] or 0
        while not is_inside(each.row.member(k), piece):
            k += 1
            if k > first + budget.MEMBERS:
                raise Undecided
        yield replace(each, row=replace(each.row, reach=(k, None)))


def _leading(piece: Interval, gaps: tuple[Gaps, ...]) -> list[Gaps]:
    return [
        each for each in gaps
        if each.row.picture.leads_to(piece.start if each.row.picture.side > 0 else piece.end)
    ]  # fmt: skip


def _opened(ground: Ground, gaps: tuple[Gaps, ...]) -> Ground:
    """Without an end that was asked for and is a gap."""
    intervals = []
    for each in ground.intervals:
        own = [gap.row for gap in _leading(each, gaps)]
        start, end = (
            closed and at is not None and not any(_is_member(at, row) for row in own)
            for at, closed in zip((each.start, each.end), each.closed, strict=True)
        )
        intervals.append(replace(each, closed=(start, end)))
    return replace(ground, intervals=tuple(intervals))


def _is_member(end: Point, row: Cells) -> bool:
    """Undecided where an end and a member cannot be told apart."""
    first = row.reach[0] or 0
    for k in range(first, first + budget.MEMBERS):
        order = compare(row.member(k), end)
        if order is None:
            raise Undecided
        if order == 0:
            return True
        if order == (-1 if row.picture.falls else 1):
            return False
    raise Undecided
