"""Ends at which f switches without end: rows of kinks between rows of critical points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.field import is_zero
from calctool.algebra.local.switches import Switch
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import Interval, Point, Roots, zeros
from calctool.algebra.roots.functions.branches import CHANGING
from calctool.algebra.roots.search import Search
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.pictures import Picture
from calctool.algebra.roots.waves.wave import Wave
from calctool.notation.tree import ONE, Tree
from calctool.solve.table.endless.joints import Joint, joint_of, kind_of
from calctool.solve.table.endless.order import Passed, kept_from, passed
from calctool.solve.table.endless.steps import only_step, stepped
from calctool.solve.table.endless.told import Told
from calctool.solve.table.line.pieces import Cuts, Function, leads_to

_FORMULAS = 4
"""So many formulas of f may follow each other without end."""


class Reached(Struct, frozen=True):
    """What there is at an end of a part of the line on which f switches without end.

    `others` are the points at t > 0 that belong to no row, of f' and of f''.
    """

    span: Interval
    picture: Picture
    slopes: tuple[Told, ...]
    bends: tuple[Told, ...] | None
    others: tuple[tuple[Point, ...], tuple[Point, ...]]


class _Row(Struct):
    """A row with the switches at its points, and the formulas whose derivative is zero there."""

    cells: Cells
    switching: list[Switch]
    formulas: list[Function]


class _Span(Struct, frozen=True):
    """One end of a part of the line, with the rows of switches that lead there."""

    function: Function
    span: Interval
    picture: Picture
    breaks: tuple[tuple[Switch, Cells], ...]
    listed: tuple[Point, ...]
    """Other points at which f switches, as t."""

    @property
    def start(self) -> Fraction:
        """Where the part begins, as t, if that is positive."""
        other = self.span.end if self.picture.side > 0 else self.span.start
        if other is None:
            return Fraction(0)
        at = self.picture.value_back(other.high if self.picture.side > 0 else other.low)
        return max(Fraction(0), at)

    def behind_start(self, points: Iterable[Point]) -> list[Point]:
        """Those in the part, in order; those that may be the same are one."""
        kept: list[Point] = []
        for point in sorted(points, key=lambda each: each.low):
            if point.low <= self.start:
                continue
            if not kept or point.low > kept[-1].high:
                kept.append(point)
            elif point.high > kept[-1].high:
                kept[-1] = Point(None, kept[-1].low, point.high, point.source)
        return kept


def reached(function: Function, cuts: Cuts) -> Iterator[Reached]:
    """All ends at which f switches without end. Undecided where one is not understood."""
    for span in cuts.endless:
        leading = [one for one in cuts.rows if leads_to(one[1], span.start, span.end)]
        for picture in dict.fromkeys(row.picture for _, row in leading):
            own = tuple(one for one in leading if one[1].picture == picture)
            points = (turned(at, picture) for at, _ in cuts.switched)
            listed = tuple(point for point in points if point is not None)
            yield _reached(_Span(function, span, picture, own, listed))


def _reached(one: _Span) -> Reached:
    step = only_step(one.function)
    if step is not None:
        ((_, row),) = one.breaks
        jumps, known = stepped(one.function, step, row)
        listed = tuple(one.behind_start(one.listed))
        return Reached(one.span, one.picture, (jumps,), () if known else None, (listed, ()))
    slopes, others = _rows(one, _Look(bends=False))
    if not slopes:
        raise Undecided
    try:
        bends, bent = _rows(one, _Look(bends=True))
    except Undecided:
        return Reached(one.span, one.picture, slopes, None, (others, ()))
    return Reached(one.span, one.picture, slopes, bends, (others, bent))


def _rows(one: _Span, look: _Look) -> tuple[tuple[Told, ...], tuple[Point, ...]]:
    search = Search(one.function.name, budget.TABLE_WINDOW)
    rows = _breaking(one.breaks)
    others = list(one.listed)
    for own in _formulas(one, rows):
        roots = zeros(look.derivative(own), search.name, (one.span,), endless=True)
        if roots.state != "complete" or roots.families:
            raise Undecided
        others += _seen(roots, one.picture)
        for cells in roots.cells:
            if cells.picture == one.picture:
                others += _add(rows, cells, own)
    kept = one.behind_start(others)
    listed = [row.cells for row in rows]
    ends = one.start, kept_from(search, listed, kept)
    found = passed(one.function, listed, kept, ends, look.derivative)
    told = [
        each for number, row in enumerate(rows)
        for each in _told(one, row, [p for p in found if p.row == number], look)
    ]  # fmt: skip
    return tuple(told), tuple(kept)


def _breaking(breaks: Iterable[tuple[Switch, Cells]]) -> list[_Row]:
    rows: list[_Row] = []
    for switch, cells in breaks:
        same = _same_row(rows, cells)
        if same is None:
            rows.append(_Row(cells, [switch], []))
        else:
            same.switching.append(switch)
    return rows


def _add(rows: list[_Row], cells: Cells, formula: Function) -> Iterator[Point]:
    """The members that belong to the row no more, where the same row begins later elsewhere."""
    same = _same_row(rows, cells)
    if same is None:
        rows.append(_Row(cells, [], [formula]))
        return
    same.formulas.append(formula)
    first, last = sorted((same.cells.reach[0] or 0, cells.reach[0] or 0))
    yield from (cells.far(k) for k in range(first, last))
    beyond = max(same.cells.beyond, cells.beyond)
    same.cells = replace(same.cells, reach=(last, None), beyond=beyond)


def _same_row(rows: list[_Row], cells: Cells) -> _Row | None:
    return next((row for row in rows if _are_same(row.cells, cells)), None)


def _are_same(one: Cells, other: Cells) -> bool:
    """Whether the points of two rows are the same for each k."""
    return (one.low, one.high) == (other.low, other.high) and (
        one.low == one.high or _are_proportional(one.wave, other.wave)
    )


def _are_proportional(one: Wave, other: Wave) -> bool:
    if one.others or other.others:
        return one == other
    parts = [(each.sine, each.cosine, each.base) for each in (one, other)]
    minors = (
        added((
            multiplied((parts[0][i], parts[1][j])), negated(multiplied((parts[0][j], parts[1][i]))),
        ))
        for i, j in ((0, 1), (0, 2), (1, 2))
    )  # fmt: skip
    return one.phase == other.phase and all(is_zero(minor) is True for minor in minors)


def _formulas(one: _Span, rows: Sequence[_Row]) -> list[Function]:
    """Those that hold between the points at which f switches."""
    cells = [row.cells for row in rows]
    listed = one.behind_start(one.listed)
    ends = one.start, kept_from(Search(one.function.name, budget.TABLE_WINDOW), cells, listed)
    found = passed(one.function, cells, listed, ends, lambda _: ONE)
    formulas = list(dict.fromkeys(each for p in found for each in (p.before[0], p.behind[0])))
    if len(formulas) > _FORMULAS:
        raise Undecided
    return formulas


# --- what is told of a row ----------------------------------------------------------------------


def _told(one: _Span, row: _Row, found: list[Passed], look: _Look) -> Iterator[Told]:
    """The parts of a row at whose points something happens."""
    far = {p.k % 2: p for p in found if p.is_far}
    if len(far) < 2:
        raise Undecided
    first = row.cells.reach[0] or 0
    for p in found:
        if (p.before, p.behind) != (far[p.k % 2].before, far[p.k % 2].behind):
            first = p.k + 1
    cells = replace(row.cells, reach=(first, None))
    joints = [look.joint(one, cells, row, far[remainder]) for remainder in (0, 1)]
    if joints[0].sort == joints[1].sort:
        if joints[0].sort is not None:
            yield _as_told(cells, joints, [far[0], far[1]], look)
        return
    for remainder, joint in enumerate(joints):
        if joint.sort is not None:
            half = cells.thinned(remainder, 2)
            yield _as_told(half, [joint] * 2, [far[remainder]] * 2, look)


def _as_told(cells: Cells, joints: list[Joint], sides: list[Passed], look: _Look) -> Told:
    kinds = [
        look.kind(joint, p, falls=cells.picture.falls)
        for joint, p in zip(joints, sides, strict=True)
    ]
    merged = (((0, 1), kinds[0]),)
    apart = (((0, 2), kinds[0]), ((1, 2), kinds[1]))
    even, odd = ((p.before[0], p.behind[0]) for p in sides)
    values = [joint.value for joint in joints if joint.value is not None]
    return Told(
        cells,
        joints[0].sort or "undecided",
        merged if kinds[0] == kinds[1] else apart,
        (even, odd),
        (values[0], values[1]) if values else None,
        is_flat=not look.bends and any(0 in (p.before[1], p.behind[1]) for p in sides),
    )


class _Look(Struct, frozen=True):
    """Which derivative is looked at: the first, or the second for inflections."""

    bends: bool

    def derivative(self, own: Function) -> Tree:
        """The one that is looked at."""
        return own.bend if self.bends else own.slope

    def joint(self, one: _Span, cells: Cells, row: _Row, p: Passed) -> Joint:
        """What f does at such a point of a row; without a sort where nothing happens there."""
        sides = p.before[0], p.behind[0]
        is_smooth = sides[0] == sides[1] and all(s.kind in CHANGING for s in row.switching)
        if is_smooth and sides[0] not in row.formulas:
            return Joint(None)
        turns = p.before[1] * p.behind[1] < 0
        if is_smooth:
            return Joint("stationary" if not self.bends else "inflection" if turns else None)
        search = Search(one.function.name, budget.TABLE_WINDOW)
        found = joint_of(search, one.function, cells, row.switching, p.k % 2, sides)
        if not self.bends:
            return found
        return Joint("inflection" if turns and found.sort in (None, "stationary") else None)

    def kind(self, joint: Joint, p: Passed, *, falls: bool) -> str:
        """What is told of such a point, an extremum or an inflection."""
        if self.bends:
            return "inflection"
        return kind_of(joint, (p.before[1], p.behind[1]), falls=falls)


def _seen(roots: Roots, picture: Picture) -> Iterator[Point]:
    found = (turned(zero.at, picture) for zero in roots.zeros)
    yield from (point for point in found if point is not None)


def turned(at: Point, picture: Picture) -> Point | None:
    """As t in the picture; None where that is not positive."""
    if picture.at is not None and at.low <= picture.centre <= at.high:
        return None
    low, high = sorted((picture.value_back(at.low), picture.value_back(at.high)))
    return None if high <= 0 else Point(None, low, high, at.source)
