"""Waves that never end: one zero in each of infinitely many cells, and the rest of the line."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor, pi

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball.over import over
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found, Hit, sorted_hits, together
from calctool.algebra.roots.functions.analytic import Analytic, factors, radicand
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.points.point import (
    Point,
    compare,
    rational_point,
    simplest_between,
)
from calctool.algebra.roots.records import Interval
from calctool.algebra.roots.waves.branches import both_zero
from calctool.algebra.roots.waves.cells import Cells, first_beyond
from calctool.algebra.roots.waves.changes import Exponential, Inverted, Logarithmic, Squared, turned
from calctool.algebra.roots.waves.circles import as_phase, on_circles
from calctool.algebra.roots.waves.pictures import Picture
from calctool.algebra.roots.waves.reaching import reached_back
from calctool.algebra.roots.waves.reading import read_waves
from calctool.algebra.roots.waves.tails import sign_beyond, without_bars
from calctool.algebra.roots.waves.theorems.known import Pattern, require
from calctool.algebra.roots.waves.undone import inverse, without_turns
from calctool.algebra.roots.waves.wave import Wave
from calctool.notation.tree import ONE, Name, Tree, rational
from calctool.notation.walk import substitute


def by_waves(search: Effort, tree: Tree, interval: Interval) -> Found | None:
    """All zeros on an open interval at an end of which the phase of the waves has no end.

    None for other functions and intervals; Undecided where no theorem reaches such an end.
    """
    written = on_circles(tree, search.name)
    if written is None:
        return None
    reached = {
        end for phase in written.phases for end in endless_ends(phase, search.name, interval)
    }
    ends = sorted(reached, key=lambda end: -end.side)
    if not ends and (len(written.phases) > 1 or not search.is_unbounded(interval)):
        return None
    waves = read_waves(tree, search.name)
    if waves is None:
        return None
    inner = search.deeper()
    parts = [inner.zeros(factor, interval).raised(power) for factor, power in waves.still]
    for wave, power in waves.moving:
        found = _zeros(inner, wave, interval, ends)
        parts.append(replace(found.raised(power), cells=tuple(
            replace(each, times=each.times * power) for each in found.cells
        )))  # fmt: skip
    for row in (row for part in parts for row in part.cells) if waves.below != ONE else ():
        _require_values(inner, waves.below, row)
    return together(_apart_from_others(parts))


def outweighed(search: Effort, p: Analytic, piece: Interval) -> Found | None:
    """All zeros on an unbounded interval, where none lie far out; None for other intervals."""
    if search.endless or not search.is_unbounded(piece):
        return None
    return by_waves(search, radicand(p) or p.tree, piece)


def _require_values(search: Effort, below: Tree, row: Cells) -> None:
    """Undecided where the denominator may be zero at a member."""
    name, place = search.name, row.beyond
    seen = {name: row.picture.of(Name(name))}
    whole = read_waves(below, name) is not None  # factors would write sin(x + 1) in sin(x)
    roots = () if whole else factors(below, name).parts
    for factor in [below] if whole else [radicand(p) or p.tree for p, _ in roots]:
        waves = read_waves(factor, name)
        if waves is None:
            place, _ = sign_beyond(search, substitute(factor, seen), place)
            continue
        for wave, _ in waves.moving:
            for each in both_zero(name, row.wave, _seen(wave, name, row.picture)):
                place, _ = sign_beyond(search, each, place)
        for part, _ in waves.still:
            place, _ = sign_beyond(search, substitute(part, seen), place)
    function = curve(substitute(below, seen), name)
    for k in range(row.first, row.first + budget.MEMBERS):
        point = row.far(k)
        if point.low > place:
            return
        require(function.sign(point) != 0)
    raise Undecided


def _apart_from_others(parts: list[Found]) -> list[Found]:
    """Where another factor is zero at a member, the row begins behind it."""
    made = []
    for part in parts:
        others = [hit.at for other in parts if other is not part for hit in other.hits]
        rows = [_behind(row, others) for row in part.cells]
        hits = [Hit(row.member(k), row.times) for row, first in zip(part.cells, rows, strict=True)
                for k in range(row.first, first.first)]  # fmt: skip
        made.append(together([replace(part, cells=tuple(rows)), Found(sorted_hits(hits))]))
    return made


def _behind(row: Cells, points: list[Point]) -> Cells:
    first = row.first
    near = [point for point in points if row.picture.is_beyond(point, row.member(first))]
    for k in range(first, first + budget.MEMBERS if near else first):
        member = row.member(k)
        if any(compare(point, member) in (0, None) for point in near):
            first = k + 1
        if not any(row.picture.is_beyond(point, member) for point in near):
            break
    return replace(row, reach=(first, None))


def endless_ends(phase: Tree, name: str, interval: Interval) -> list[Picture]:
    """The ends of an interval at which the phase grows or falls without end."""
    found = []
    for end, side in ((interval.start, 1), (interval.end, -1)):
        if end is not None and (end.tree is None or rational(end.tree) is None):
            continue
        if limit_at(phase, name, end, side).kind == "infinite":
            found.append(Picture(None if end is None else end.tree, side))
    return found


def _apart_from_each_other(far: list[_Far]) -> list[_Far]:
    """Cut later where theorems at both ends of an interval hold on a common part of it."""
    if len(far) < 2 or not all(each.cells for each in far):
        return far
    low, high = far
    for later in range(1, budget.MEMBERS):
        if low.picture.value(low.cut) < high.picture.value(high.cut):
            return [low, high]
        low = replace(low, cut=_apart(low.cells, later))
        high = replace(high, cut=_apart(high.cells, later))
    raise Undecided


def _halves(interval: Interval, far: list[_Far]) -> list[Interval]:
    """How far the rows of each end may reach back, where both ends have some."""
    if len(far) < 2:
        return [interval] * len(far)
    low, high = (each.picture.value(each.cut) for each in far)
    if low >= high:
        raise Undecided
    middle = rational_point(simplest_between(low, high))
    return [Interval(interval.start, middle), Interval(middle, interval.end)]


class _Far(Struct, frozen=True):
    """What was found at one end: the cells, and the place in t behind which they are all."""

    picture: Picture
    cells: tuple[Cells, ...]
    cut: Fraction


def _zeros(search: Effort, wave: Wave, interval: Interval, ends: list[Picture]) -> Found:
    far = _apart_from_each_other([_far(search, wave, interval, picture) for picture in ends])
    found = _between(search, wave, interval, far)
    hits = list(found.hits)
    cells: list[Cells] = []
    for each, own in zip(far, _halves(interval, far), strict=True):
        for row in each.cells:
            reached, hits = reached_back(row, hits, own, each.cut)
            cells.append(reached)
    method = "waves" if cells else "waves-outweighed"
    return replace(found, hits=tuple(hits), cells=tuple(cells), methods=(method,))


def _far(search: Effort, wave: Wave, interval: Interval, picture: Picture) -> _Far:
    from calctool.algebra.roots.waves.theorems.patterns import pattern

    seen = _seen(wave, search.name, picture)
    start = _start(interval, picture)
    integer = "k" if search.name != "k" else "n"
    found = pattern(search, seen, integer, start)
    if not found.rows:
        return _Far(picture, (), found.beyond + 1)
    since, phase = without_bars(search, found.wave.phase, found.beyond)
    found = replace(found, wave=replace(found.wave, phase=phase), beyond=since)
    rows = [_cells(found, picture, search.name, integer, row) for row in found.rows]
    return _Far(picture, tuple(rows), _apart(rows))


def _seen(wave: Wave, name: str, picture: Picture) -> Wave:
    """The wave as a function of t."""
    value = {name: picture.of(Name(name))}
    p, q, r, u = (substitute(t, value) for t in (wave.sine, wave.cosine, wave.base, wave.phase))
    u = as_phase(u, name) if picture.side > 0 or picture.at is not None else u
    return Wave(p, q, r, u, tuple(_seen(each, name, picture) for each in wave.others))


def _start(interval: Interval, picture: Picture) -> Fraction:
    """A place in t that lies inside the interval, and from where one looks out."""
    other = interval.end if picture.side > 0 else interval.start
    if other is None:
        return Fraction(1)
    at = other.high if picture.side < 0 else other.low
    return max(Fraction(1), Fraction(floor(picture.value_back(at)) + 1))


def _cells(
    found: Pattern, picture: Picture, name: str, integer: str, row: tuple[Tree, Tree]
) -> Cells:
    wave = found.wave
    low, high = (inverse(wave.phase, name, value) for value in row)
    low, high = (None if end is None else without_turns(end) for end in (low, high))
    phase = None
    if low is None or high is None:
        (low, high), phase = row, wave.phase
    at = over(wave.phase, name, found.beyond, found.beyond)
    if at is None:
        raise Undecided
    near = floor(float(at[0]) / (float(found.turn) * pi))
    first = first_beyond(row[0], integer, at[1], near)
    reach = (first, None)
    since = found.beyond
    return Cells(
        wave, picture, name, integer, low, high, reach, since, phase=phase, rises=found.rises
    )


def _apart(rows: Sequence[Cells], later: int = 0) -> Fraction:
    """A rational number in t between members: each row has its first ones before it."""
    first = max((row.far(row.first + later) for row in rows), key=lambda point: point.low)
    after = [
        point for row in rows for k in range(later, later + 3)
        if (point := row.far(row.first + k)).low > first.high
    ]  # fmt: skip
    nearest = min(after, key=lambda point: point.low)
    if any(point.low <= first.high <= point.high for point in after):
        raise Undecided
    return (first.high + nearest.low) / 2


# --- the rest of the line -----------------------------------------------------------------------


def _between(search: Effort, wave: Wave, interval: Interval, far: list[_Far]) -> Found:
    """The zeros that are not far out, the first of each row among them."""
    bounds = {each.picture.side: each.picture.value(each.cut) for each in far}
    start = rational_point(bounds[1]) if 1 in bounds else interval.start
    end = rational_point(bounds[-1]) if -1 in bounds else interval.end
    rest = Interval(start, end)
    inner = replace(search, endless=False)
    if start is not None and end is not None:
        found = inner.zeros(wave.tree, rest)
        if found.state == "partial" and start.value == 0:
            return turned(inner, wave.tree, rest, Squared())
        if found.state == "partial" and start.low > 0 and end.high > budget.FAR_APART * start.low:
            return turned(inner, wave.tree, rest, Logarithmic())
        return found
    if start is None and end is None:
        raise Undecided
    for picture in (Inverted(1 if end is None else -1), Exponential(-1 if end is None else 1)):
        try:
            return turned(inner, wave.tree, rest, picture)
        except (Undecided, Undefined):
            continue
    raise Undecided
