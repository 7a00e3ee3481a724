"""The points of a variation table at which a function of one variable may have an extremum."""

from __future__ import annotations

from msgspec import Struct

from calctool.notation.tree import ZERO, number
from calctool.solve.candidates import CandidatePoint, PointKind, Test, Why
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Kind, Sample, TableInterval, TablePoint
from calctool.words import Words
from calctool.words.extrema.candidates import TESTS

_CRITICAL: tuple[Kind, ...] = (
    "stationary", "kink", "vertical-tangent", "jump", "discontinuity", "endpoint", "undecided",
)  # fmt: skip
_SIGNS = {-1: "-", 0: "0", 1: "+"}
_BROKEN: tuple[Kind, ...] = ("jump", "discontinuity", "undecided")


class Turn(Struct, frozen=True):
    """A point of the table as a candidate; `at` is its place."""

    at: Exact
    candidate: CandidatePoint


def turns(made: TableAnswer) -> tuple[Turn, ...]:
    """The candidates of the table, one period of them where f is periodic."""
    return tuple(
        Turn(point.at, _candidate(point, made))
        for point in made.distinct_points
        if point.value is not None and point.is_a(*_CRITICAL)
        if not is_flat_at(point, made)
    )


def is_flat_at(point: TablePoint, made: TableAnswer) -> bool:
    """Whether f is constant on both sides of a point where nothing else happens."""
    left, right = beside(point, made)
    flat = left is not None and right is not None and left.sign == 0 == right.sign
    return flat and point.kinds == ("stationary",)


def beside(
    point: TablePoint, made: TableAnswer
) -> tuple[TableInterval | None, TableInterval | None]:
    """The intervals left and right of a point, around the end of a period too."""
    left = next((each for each in made.intervals if each.end == point.at), None)
    right = next((each for each in made.intervals if each.start == point.at), None)
    if made.intervals and made.shown is not None:
        first, last = made.intervals[0], made.intervals[-1]
        start, end = made.period_ends
        if left is None and point.at == start and last.end == made.shown[1]:
            left = last
        if right is None and point.at == end and first.start == made.shown[0]:
            right = first
    return left, right


def _candidate(point: TablePoint, made: TableAnswer) -> CandidatePoint:
    kind = _kind(point, made)
    return CandidatePoint(
        ((made.question.variable, point.at),),
        point.value,
        kind,
        _why(point),
        _test(point, kind, made),
        _strict(point, kind, made),
    )


def _kind(point: TablePoint, made: TableAnswer) -> PointKind:
    if point.is_a("local-minimum"):
        return "local-minimum"
    if point.is_a("local-maximum"):
        return "local-maximum"
    if point.is_a("neither"):
        return "neither"
    return _at_end(point, made) if point.is_a("endpoint") else "undecided"


def _at_end(point: TablePoint, made: TableAnswer) -> PointKind:
    """By what f does on the only side; of a point with no other near by, or with the same value
    near by, a minimum is said."""
    left, right = beside(point, made)
    interval, limit, turn = (right, point.right, 1) if left is None else (left, point.left, -1)
    if interval is None:
        return "local-minimum"
    order = None if limit is None or point.value is None else compared(limit, point.value)
    if order is None or (order == 0 and interval.sign is None):
        return "undecided"
    rise = order or (interval.sign or 0) * turn
    return "local-maximum" if rise < 0 else "local-minimum"


def _why(point: TablePoint) -> Why:
    if point.is_a("stationary"):
        return "gradient-zero"
    return "endpoint" if point.is_a("endpoint") else "gradient-missing"


def _test(point: TablePoint, kind: PointKind, made: TableAnswer) -> Test:
    if kind == "undecided":
        return Test("not-classified", TESTS["not-classified"])
    sides = beside(point, made)
    if point.is_a("endpoint"):
        id = "isolated-point" if sides == (None, None) else "end-of-domain"
        return Test(id, TESTS[id])
    before, after = (None if each is None else each.sign for each in sides)
    if point.is_a(*_BROKEN) or not before or not after:
        return Test("compared-sides", TESTS["compared-sides"])
    id = "sign-change" if before != after else "no-sign-change"
    samples = tuple(_sample(each.sample) for each in sides if each and each.sample)
    return Test(id, _filled(id, before, after), samples=samples)


def _sample(one: Sample) -> tuple[Exact, Exact]:
    """Where f' was looked at, and what it is there."""
    at, low, high = number(one.at), one.low, one.high
    value = number(low) if low == high else ZERO
    return Exact(at, one.at, one.at), Exact(value, low, high, is_known=low == high)


def _filled(id: str, before: int, after: int) -> Words:
    return TESTS[id].filled(before=_SIGNS[before], after=_SIGNS[after])


def _strict(point: TablePoint, kind: PointKind, made: TableAnswer) -> bool | None:
    """Whether f differs from its value everywhere near by."""
    if kind not in ("local-minimum", "local-maximum"):
        return None
    limits = (point.left, point.right)
    sides = [
        _differs(point, interval, limit)
        for interval, limit in zip(beside(point, made), limits, strict=True)
        if interval is not None or not point.is_a("endpoint")
    ]
    return None if None in sides else all(sides)


def _differs(point: TablePoint, interval: TableInterval | None, limit: Exact | None) -> bool | None:
    if interval is None:
        return None
    if interval.sign:
        return True
    if interval.sign is None or limit is None or point.value is None:
        return None
    order = compared(limit, point.value)
    return None if order is None else order != 0
