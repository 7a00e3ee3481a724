"""Rows of points without end: their kinds, their values, and what f does where they lead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.parity import parity
from calctool.algebra.roots import Point
from calctool.algebra.roots.broken import Gaps
from calctool.algebra.roots.limits.far_forms import simplified
from calctool.algebra.roots.search import Search
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.near import target
from calctool.algebra.roots.waves.pictures import Picture
from calctool.notation.tree import ZERO, Name, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.exact.line import BOTTOM, TOP, constant, exact_of
from calctool.solve.exact.record import Exact
from calctool.solve.rows import Envelope, Member, Near, Row, Shown, Sides
from calctool.solve.table.endless.envelopes import envelopes
from calctool.solve.table.endless.fences import fences
from calctool.solve.table.endless.parts import End
from calctool.solve.table.endless.tail import Beside, Tail
from calctool.solve.table.endless.told import Told
from calctool.solve.table.line.values import value_at
from calctool.solve.variation import Beyond, Family, Kind, TablePoint

if TYPE_CHECKING:
    from calctool.solve.table.endless.kinds import Begun, Course


def tail_of(name: str, end: End, shown: Shown | None = None) -> Tail:
    """The rows at an end, with all that can be said of them."""
    search = Search(name, budget.TABLE_WINDOW)
    f, slope, bend = (
        substitute(tree, {name: end.picture.of(Name(name))})
        for tree in (end.piece.f, end.piece.slope, end.piece.bend)
    )
    families, early, beside, is_known = [], [], [], True
    slopes, gaps = (end.told[0], ()) if end.told[0] else _told(search, slope, end, bends=False)
    for told in slopes:
        formulas = _seen(end, told.values or (end.piece.f, end.piece.f), name)
        values = tried((), envelopes, search, formulas, told.cells)
        limits = [
            tried((), envelopes, search, _seen(end, each, name), told.cells) for each in told.limits
        ]
        families.append(_family(end, told, values, shown))
        early += _early(end, told, values)
        beside += [_beside(told, *each) for each in zip(told.limits, limits, strict=True)]
        is_known = is_known and bool(values) and all(limits)
    families += [_gap(end, gap, course, shown) for gap, course in gaps]
    holes = [_hole(search, end, gap, name) for gap, _ in gaps if gap.kind == "hole"]
    beside += holes
    is_known = is_known and all(one.limits for one in holes)
    bent = end.told[1] or _told(search, bend, end, bends=True)[0]
    families += [_family(end, told, (), shown) for told in bent]
    if is_known:
        return Tail(end, tuple(families), tuple(early), (), tuple(beside))
    is_fenced = not end.told[0] and all(one.limits for one in beside)
    found = tried(None, fences, search, end.piece.f, f, end.slopes) if is_fenced else None
    if found is None:
        return Tail(end, tuple(families), tuple(early), (), tuple(beside))
    early = [
        _member(end, Told(row, "stationary", ()), k)
        for row, own in zip(end.slopes, found.numbers, strict=True)
        for k in own
    ]
    return Tail(end, tuple(families), tuple(early), found.both, tuple(beside))


def _seen(end: End, formulas: tuple[Tree, Tree], name: str) -> tuple[Tree, Tree]:
    """As functions of t in the picture."""
    value = {name: end.picture.of(Name(name))}
    return substitute(formulas[0], value), substitute(formulas[1], value)


def _beside(told: Told, formulas: tuple[Tree, Tree], limits: tuple[Envelope, ...]) -> Beside:
    """With the members up to the first one of each residue from which on they are monotone."""
    first = told.cells.reach[0] or 0
    last = max((each.since for each in limits), default=first) + 2
    early = []
    for k in range(first, last + 1):
        at = told.cells.member(k)
        early.append(Member(k, exact_of(at), value_at(formulas[k % 2], told.cells.name, at)))
    return Beside(limits, tuple(early))


def _hole(search: Search, end: End, gap: Gaps, name: str) -> Beside:
    """What f comes to at a row of holes."""
    formulas = gap.reduced, gap.reduced
    limits = tried((), envelopes, search, _seen(end, formulas, name), gap.row)
    return _beside(Told(gap.row, gap.kind, ()), formulas, limits)


def _told(
    search: Search, slope: Tree, end: End, *, bends: bool
) -> tuple[tuple[Told, ...], tuple[tuple[Gaps, Course], ...]]:
    """The rows of an end before which one formula of f holds, and the gaps that stand with them,
    where f' and f'' have no value either."""
    rows, others = (end.bends, end.others[1]) if bends else (end.slopes, end.others[0])
    every = (*rows, *(each.row for each in end.gaps))
    if not every:
        return (), ()
    from calctool.solve.table.endless.kinds import courses, kinds_of

    asked = (search, slope, every, others, end.start)
    found: tuple[Begun, ...] = tried((((), 0),) * len(every), courses, *asked)
    sort: Kind = "inflection" if bends else "stationary"
    told = []
    for row, (course, first) in zip(rows, found, strict=False):
        begun = _from(row, first, end) if course else None
        kinds = kinds_of(course, bends=bends) if begun else ()
        told.append(Told(begun or row, sort, kinds))
    sides = (
        course if first == (gap.row.reach[0] or 0) else ()
        for gap, (course, first) in zip(end.gaps, found[len(rows) :], strict=True)
    )  # fmt: skip
    return tuple(told), tuple(zip(end.gaps, sides, strict=True))


def _from(row: Cells, first: int, end: End) -> Cells | None:
    """The row from this member on; None where the table stops before one that it leaves out."""
    if first <= (row.reach[0] or 0):
        return row
    is_shown = end.picture.is_beyond(row.member(first - 1), end.cut)
    return None if is_shown else replace(row, reach=(first, row.reach[1]))


def _gap(end: End, gap: Gaps, course: Course, shown: Shown | None) -> Family:
    """Places without a value: at poles f runs to an infinity as its slope says."""
    made = _family(end, Told(gap.row, gap.kind, (((0, 1), gap.kind),)), (), shown)
    if made.row is None or gap.kind != "pole":
        return made
    sides = tuple(
        Sides(residue, _infinity(left), _infinity(-right)) for residue, (left, right) in course
    )
    return replace(made, row=replace(made.row, sides=sides))


def _infinity(sign: int) -> Exact:
    return TOP if sign > 0 else BOTTOM


def _family(end: End, told: Told, values: tuple[Envelope, ...], shown: Shown | None) -> Family:
    row = told.cells
    numbers = (shown or Shown(budget.ROW_MEMBERS)).of(row.reach)
    found = {k: tried(_by_formula(told, k, values), _member, end, told, k, values) for k in numbers}
    members = tuple(each for each in found.values() if each is not None)
    unwritten = tuple(k for k, each in found.items() if each is None)
    near = tried(None, _near, row)
    listed = tuple(_listed(end, row))
    one = Row(
        row, told.kinds, values, members, listed, near, sort=told.sort, unwritten=unwritten
    )  # fmt: skip
    return Family(row.at, row.integer, told.sort, None, row.reach, None, one)


def _by_formula(told: Told, k: int, values: tuple[Envelope, ...]) -> Member | None:
    """A member that no number is written for, as far out as exp(exp(10^4)); None without a
    formula."""
    row = told.cells
    if row.at is None:
        return None
    steady = (each for each in values if each.trend == 0 and k % each.residue[1] == each.residue[0])
    value = next((each.limit for each in steady if k >= each.since), None)
    at = simplified(substitute(row.at, {row.integer: number(k)}))
    return Member(k, Exact(at, None, None), value)


def _near(row: Cells) -> Near | None:
    found = target(Search(row.name, budget.TABLE_WINDOW), row)
    return None if found is None else Near(found.at, found.side, ZERO)


def mirrored(f: Tree, name: str, tails: tuple[Tail, ...]) -> tuple[Tail, ...]:
    """With the rows of x < 0 marked that are those of x > 0, f being even or odd."""
    turn = parity(f, name)
    if not turn or len(tails) != 2:
        return tails
    left, right = tails if tails[0].end.picture == _opposite(tails[1]) else (None, None)
    if left is None or right is None or len(left.families) != len(right.families):
        return tails
    pairs = list(zip(left.families, right.families, strict=True))
    if not all(_are_alike(one, other, turn) for one, other in pairs):
        return tails
    marked = (replace(one, row=replace(one.row, mirror=turn)) for one, _ in pairs if one.row)
    return replace(left, families=tuple(marked)), right


def _opposite(tail: Tail) -> Picture | None:
    """The picture of the other end, seen in a mirror at 0."""
    picture = tail.end.picture
    return replace(picture, side=-picture.side) if picture.at in (None, ZERO) else None


def _are_alike(one: Family, other: Family, turn: int) -> bool:
    """Whether the cells and the kinds of one row are those of the other in a mirror."""
    if one.row is None or other.row is None:
        return False
    a, b = one.row, other.row
    same = (a.cells.reach, a.cells.low, a.cells.high, a.cells.phase) == (
        b.cells.reach, b.cells.low, b.cells.high, b.cells.phase
    )  # fmt: skip
    kinds = b.kinds if turn > 0 else tuple((k, _TURNED.get(kind, kind)) for k, kind in b.kinds)
    return same and one.kind == other.kind and a.kinds == kinds


_TURNED = {"local-minimum": "local-maximum", "local-maximum": "local-minimum"}


def _listed(end: End, row: Cells) -> Iterator[Exact]:
    """The places of those before the table stops."""
    cut, side = end.cut, end.picture.side
    for k in range(row.reach[0] or 0, (row.reach[0] or 0) + budget.TABLE_POINTS):
        at = row.member(k)
        if (cut.low - at.low) * side >= 0:
            return
        yield exact_of(at)


def _early(end: End, told: Told, values: tuple[Envelope, ...]) -> list[Member]:
    """The members up to the first one of each residue from which on the values are monotone."""
    last = max((each.since for each in values), default=0) + 2
    return [_member(end, told, k, values) for k in range(told.cells.reach[0] or 0, last + 1)]


def known_values(tail: Tail) -> Iterator[tuple[Point, Exact]]:
    """The members that are shown at which f is one of two constants."""
    for row in tail.rows:
        told = Told(row.cells, "stationary", ())
        if row.sort != "stationary" or not all(each.trend == 0 for each in row.values):
            continue
        first = row.cells.reach[0] or 0
        for k in range(first, first + len(row.listed) + 1):
            value = _member(tail.end, told, k, row.values).value
            if value is not None and value.is_known:
                yield row.cells.member(k), value


def _constant(k: int, value: Exact, values: tuple[Envelope, ...]) -> Exact:
    """The value where it does not move along a row: before the theorem holds that is one of two."""
    for each in values:
        if k % each.residue[1] == each.residue[0] and k >= each.since and each.trend == 0:
            return each.limit or value
    ends = [each.limit for each in values if each.trend == 0 and each.limit is not None]
    near = [end for end in ends if _overlap(end, value)]
    return near[0] if len(ends) == 2 and len(near) == 1 else value


def _overlap(one: Exact, other: Exact) -> bool:
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return True
    return one.low <= other.high and other.low <= one.high


def _member(end: End, told: Told, k: int, values: tuple[Envelope, ...] = ()) -> Member:
    """With the value by the formula that holds up to it."""
    at = told.cells.member(k)
    if told.sort in ("pole", "hole"):
        return Member(k, exact_of(at), None)
    f = end.piece.f if told.values is None else told.values[k % 2]
    value = value_at(f, told.cells.name, at)
    if value is not None and told.values is None and not value.is_known:
        value = _constant(k, value, values)
    return Member(k, exact_of(at), value)


def beyond(points: tuple[TablePoint, ...], tails: tuple[Tail, ...]) -> tuple[Beyond, ...]:
    """What follows the last points of a table."""
    return tuple(_beyond(points, tail) for tail in tails)


def _beyond(points: tuple[TablePoint, ...], tail: Tail) -> Beyond:
    cut, side = tail.end.cut, tail.end.picture.side
    inner = [
        point.at for point in points
        if point.at.low is not None and (cut.low - point.at.low) * side < 0
    ]  # fmt: skip
    last = max(inner, key=lambda at: -side * (at.low or 0))
    low, high = tail.limits
    leads = (tail.turns, bool(tail.end.slopes), bool(tail.infinities), tail.is_flat)
    return Beyond(last, constant(tail.end.picture.place), side, low, high, *leads)
