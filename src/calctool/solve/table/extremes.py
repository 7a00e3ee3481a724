"""The least and the greatest value, or the bound that f only comes near, with the argument."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from calctool.algebra.domain.intervals import LINE, Range
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name, number
from calctool.solve.exact.line import BOTTOM, TOP, is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import rounded
from calctool.solve.exact.values import exact
from calctool.solve.rows import Member
from calctool.solve.table.endless.fences import Fence
from calctool.solve.variation import Extreme, Kind, TableInterval, TablePoint
from calctool.words import table as words
from calctool.words.extrema.extremes import BOUND

_MAY_BREAK: tuple[Kind, ...] = ("jump", "discontinuity", "undecided", "endpoint", "pole", "hole")
"""Points at which a limit may be another number than the value."""
OPEN = Extreme(None, None, "undecided", words.EXTREME_OPEN)


class Candidate(Struct, frozen=True):
    """A value of f, or a limit of f that is not a value there; `at` is where, `side` from where."""

    value: Exact
    at: Exact | None
    attained: bool
    is_limit: bool = True
    side: int = 0


class Course(Struct, frozen=True):
    """All that the search for extremes looks at.

    `is_whole` says that nothing of f is left out, `is_compact` that the domain is closed and
    bounded and f continuous there.
    """

    name: str
    points: tuple[TablePoint, ...]
    intervals: tuple[TableInterval, ...]
    is_whole: bool
    is_compact: bool
    is_periodic: bool
    drift: int | None = None
    """The sign of c, where f(x + T) = f(x) + c and one T is looked at."""
    grows: bool = False
    """Whether f(x + T) = r*f(x) and one T is looked at."""
    mirrors: tuple[Exact, ...] = ()
    """All c with f(c - x) = f(x)."""
    far: tuple[tuple[Exact, Exact], ...] = ()
    """Limits beyond the table, each after its place."""
    waves: tuple[tuple[Exact, Exact], ...] = ()
    """What waves come near to beyond the table, each after its place: f need not tend to it."""
    early: tuple[Member, ...] = ()
    """Members of endless rows, up to those from which on the values go one way."""
    beside: tuple[Member, ...] = ()
    """What f comes to beside members at which it jumps."""
    fences: tuple[Fence, ...] = ()
    """What f cannot pass beyond those."""
    meeting: tuple[Candidate | None, Candidate | None] = (None, None)
    """Infimum and supremum of waves without a common period."""
    has_rows: bool = False
    reach: Range = LINE
    """What f cannot leave, as it is written."""


def extreme(course: Course, turn: int) -> Extreme:
    """The greatest value for `turn` 1, the least for -1."""
    candidates = list(_candidates(course))
    endless = [c for c in candidates if c.value == (TOP if turn > 0 else BOTTOM)]
    if endless:
        first = next((each for each in endless if each.is_limit), endless[0])
        reason = words.UNBOUNDED[turn].filled(where=_place(first, course.name))
        return Extreme(
            False,
            first.value,
            "unbounded",
            reason,
            toward=first.at,
            tends=first.is_limit,
            side=_side([each for each in endless if each.is_limit] or endless),
        )
    best = None
    if course.is_whole and _all_known(course):
        best = _best(_undominated(course, candidates, turn), turn)
        best = best if best and _is_behind(course, best[0], turn) else None
    if best is not None:
        return _finite(course, best, turn)
    if found := _by_writing(course, candidates, turn):
        return found
    bound = course.meeting[turn > 0]
    return OPEN if bound is None else _finite(course, [bound], turn)


def _is_behind(course: Course, best: Candidate, turn: int) -> bool:
    """Whether what lies beyond the compared members is no more extreme."""
    heights = [each.height for each in course.fences if each.turn == turn]
    return all(compared(best.value, height) in (0, turn) for height in heights)


def _undominated(course: Course, candidates: list[Candidate], turn: int) -> list[Candidate]:
    """Without those from which f goes on to values that are more extreme."""
    passed: set[tuple[Exact, Exact]] = set()
    for each in course.intervals:
        if each.sign:
            end, limit = (each.start, each.left) if each.sign == turn else (each.end, each.right)
            if limit is not None:
                passed.add((end, limit))
    return [one for one in candidates if one.at is None or (one.at, one.value) not in passed]


def _by_writing(course: Course, candidates: list[Candidate], turn: int) -> Extreme | None:
    """A coarse range is never too narrow: an end of it that is a value is the extreme one."""
    end = course.reach.high if turn > 0 else course.reach.low
    if isinstance(end, float):
        return None
    bound = exact(number(end))
    here = [each for each in candidates if each.attained and compared(each.value, bound) == 0]
    places = tuple(dict.fromkeys(each.at for each in here if each.at is not None))
    if not places:
        return None
    facts = {"sign": "<=" if turn > 0 else ">=", "value": quoted(bound.expr)}
    return Extreme(True, bound, "bounded-by-value", BOUND.filled(**facts), places)


def _finite(course: Course, best: list[Candidate], turn: int) -> Extreme:
    attained = [candidate for candidate in best if candidate.attained]
    if not attained:
        first = best[0]
        facts = {"value": quoted(first.value.expr), "where": _place(first, course.name)}
        told, argument = words.NOT_ATTAINED, "not-attained"
        if _is_met(course, first, turn):
            told, argument = words.MET, "kronecker"
        reason = told[turn].filled(**facts)
        return Extreme(False, first.value, argument, reason, toward=first.at, side=_side(best))
    at = tuple(dict.fromkeys(candidate.at for candidate in attained if candidate.at is not None))
    argument = _argument(course, attained[0], at, turn)
    return Extreme(True, attained[0].value, argument, words.ARGUMENTS[argument], at)


def _side(alike: Sequence[Candidate]) -> int:
    """From where f comes to the first of these, 0 where from both sides."""
    first = alike[0]
    sides = {each.side for each in alike if each.at == first.at}
    return first.side if len(sides) == 1 else 0


def _is_met(course: Course, best: Candidate, turn: int) -> bool:
    """Whether the value is that of waves which come together."""
    bound = course.meeting[turn > 0]
    return bound is not None and compared(bound.value, best.value) == 0


def _argument(course: Course, best: Candidate, at: tuple[Exact, ...], turn: int) -> str:
    if not at:
        return "constant"
    if _is_met(course, best, turn):
        return "kronecker"
    if course.is_periodic:
        return "periodic"
    if course.has_rows:
        return "amplitudes" if course.fences else "critical-envelope"
    if course.drift or course.grows:
        return "drift" if course.drift else "growth"
    return "compact" if course.is_compact else "compared-with-limits"


def _candidates(course: Course) -> Iterator[Candidate]:
    values = {point.at: point.value for point in course.points if point.value is not None}
    continuous = {
        point.at
        for point in course.points
        if point.value is not None and not point.is_a(*_MAY_BREAK)
    }
    for point in course.points:
        if point.value is not None and point.kinds != ("inflection",):
            value = None if point.at.is_known else _mirrored(course, point.at)
            yield Candidate(value or point.value, point.at, attained=True)
    yield from _members(course, values)
    for place, limit in course.far:
        yield Candidate(limit, place, attained=False)
    for place, near in course.waves:
        yield Candidate(near, place, attained=False, is_limit=False)
    for interval in course.intervals:
        if interval.sign == 0 and interval.left is not None:
            yield Candidate(interval.left, None, attained=True)
        ends = ((interval.start, interval.left, 1), (interval.end, interval.right, -1))
        for end, bound, side in ends:
            if bound is not None and end not in continuous and values.get(end) != bound:
                way = 0 if is_infinite(end.expr) else side
                yield Candidate(bound, end, attained=False, side=way)


def _members(course: Course, values: Collection[Exact]) -> Iterator[Candidate]:
    """Those of rows, but for those in the table, and what f comes to where it jumps there."""
    for member in course.early:
        if member.value is not None and member.at not in values:
            value = _mirrored(course, member.at)
            yield Candidate(value or member.value, member.at, attained=True)
    for member in course.beside:
        if member.value is not None:
            yield Candidate(member.value, member.at, attained=False)


def _mirrored(course: Course, at: Exact) -> Exact | None:
    """Of a symmetric function: the value on the other side, which is the very same."""
    for about in course.mirrors:
        if None in (at.low, at.high, about.low, about.high):
            continue
        low, high = about.low - at.high, about.high - at.low  # type: ignore[operator]
        others: Sequence[TablePoint | Member] = (*course.points, *course.early)
        for other in others if low > at.high else ():  # type: ignore[operator]
            start, end = other.at.low, other.at.high
            if start is not None and end is not None and start <= high and low <= end:
                return other.value
    return None


def _all_known(course: Course) -> bool:
    """Whether values and limits are, and that f is monotonic between them."""
    early = all(member.value is not None for member in (*course.early, *course.beside))
    valued = early and all(
        point.value is not None or not point.is_defined for point in course.points
    )
    return valued and all(
        each.sign is not None and each.left is not None and each.right is not None
        for each in course.intervals
    )


def _best(candidates: list[Candidate], turn: int) -> list[Candidate] | None:
    """The candidates that share the most extreme value; None where two cannot be compared."""
    left = list(candidates)
    for candidate in candidates:
        left = [each for each in left if compared(candidate.value, each.value) != turn]
    known = all(compared(each.value, left[0].value) == 0 for each in left)
    return left if left and known else None


def _place(candidate: Candidate, name: str) -> str:
    assert candidate.at is not None  # noqa: S101 (a limit is taken somewhere)
    return f"{quoted(Name(name))} → {rounded(candidate.at)}"


def is_finite(value: Exact | None) -> bool:
    return value is not None and not is_infinite(value.expr)
