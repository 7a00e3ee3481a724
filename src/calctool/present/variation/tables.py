"""The variation table and the table of concavity as blocks, from points and intervals."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from calctool.notation.tree import INFINITY, ZERO, Applied, Name, Negative, Tree
from calctool.present.document import (
    Arrow,
    Blank,
    Break,
    Cell,
    Dots,
    Gap,
    Level,
    Row,
    Sign,
    Text,
    Value,
    VariationTable,
)
from calctool.present.phrases import foreign, formula, joined
from calctool.present.variation.named import Named
from calctool.solve.exact.record import Exact
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Beyond, Kind, Sample, TableInterval, TablePoint

_BROKEN: tuple[Kind, ...] = ("jump", "discontinuity")
_ARROWS = {1: "up", -1: "down", 0: "flat", None: "unknown"}
_SHAPES = {1: "cup", -1: "cap", 0: "line", None: "unknown"}
_SIGNS = {1: "+", -1: "-", 0: "0", None: "?"}


class _Stop(Struct, frozen=True):
    """A point of the axis with what lies on both sides of it."""

    at: Exact
    point: TablePoint | None
    left: TableInterval | None
    right: TableInterval | None
    limit: Exact | None = None
    """What f tends to, where the points beside it go on without end."""
    goes_on: bool = False
    """Whether points follow it without end."""


_INFINITE = {INFINITY: 1, Negative(INFINITY): -1}
_NOUGHT = Exact(ZERO, Fraction(0), Fraction(0))
_BOTTOM, _TOP = (Exact(end, None, None) for end in (Negative(INFINITY), INFINITY))

Span = TableInterval | Literal["dots"] | None
"""What lies between two stops: an interval, points without end, or a gap of the domain."""


class Tables(Struct, frozen=True):
    """The tables of one answer; `function` is the letter for f."""

    answer: TableAnswer
    function: str
    named: Named

    def variation(self) -> VariationTable | None:
        """x, f' and f, cut where f' changes."""
        return self.table(
            slope_intervals(self.answer),
            lambda stops, spans: (
                self.row(1, tuple(map(_slope, stops)), tuple(_sign(s, "sign") for s in spans)),
                self.row(
                    0,
                    tuple(self.value(stop) for stop in stops),
                    tuple(_arrow(s) for s in spans),
                    tall=True,
                ),
            ),
        )

    def concavity(self) -> VariationTable | None:
        """x, f'' and the shape of the graph, cut where f'' changes; None for straight lines."""
        if not any(interval.concavity for interval in self.answer.intervals):
            return None
        return self.table(
            _joined(self.answer, _is_of_the_bend, lambda i: i.concavity),
            lambda stops, spans: (
                self.row(2, tuple(map(_bend, stops)), tuple(_sign(s, "concavity") for s in spans)),
                self.row(0, tuple(map(_mark, stops)), tuple(_shape(s) for s in spans)),
            ),
            bends=True,
        )

    def table(
        self,
        intervals: list[TableInterval],
        rows: Callable[[list[_Stop], list[Span]], tuple[Row, ...]],
        *,
        bends: bool = False,
    ) -> VariationTable | None:
        if not intervals:
            return None
        points = {point.at: point for point in self.answer.points}
        turn = self.answer.turn
        stops, spans = _axis(_right_of_nought(intervals) if turn else intervals, points)
        if turn < 0 and stops[0].at == _NOUGHT and stops[0].point is None:
            stops[0] = replace(stops[0], limit=_NOUGHT)
        for beyond in self.answer.beyond:
            if turn and not _is_right(beyond):
                continue
            if beyond.turns and bends:
                stops, spans, beyond = _to_last_bend(stops, spans, beyond)
            if beyond.turns:
                stops, spans = _continued(stops, spans, beyond, points)
            elif bends:
                spans = _dotted(stops, spans, beyond)
        heads = tuple(self.named.head(stop.at) for stop in stops)
        variable = formula(Name(self.answer.question.variable))
        return VariationTable(variable, heads, rows(stops, spans))

    def row(
        self, order: int, at: tuple[Cell, ...], between: tuple[Cell, ...], *, tall: bool = False
    ) -> Row:
        name = Name(self.answer.question.variable)
        return Row(formula(Applied(self.function, (name,), (order,))), at, between, tall)

    # --- the row of f ---

    def value(self, stop: _Stop) -> Cell:
        point = stop.point
        if point is None:
            limit = stop.limit or _limit(stop)
            return Blank() if limit is None else self.at_level(limit, stop)
        if point.value is None:
            return Break("undefined", *self.sides(point, stop, bare=True))
        if point.is_a(*_BROKEN):
            between = {point.left, point.right}.isdisjoint({point.value})
            middle = self.at_level(point.value, stop, "middle") if between else None
            return Break("jump", *self.sides(point, stop, bare=False), middle)
        return self.at_level(point.value, stop)

    def sides(
        self, point: TablePoint, stop: _Stop, *, bare: bool
    ) -> tuple[Value | None, Value | None]:
        """The limits from both sides; one that is not attained stands in brackets."""
        found: list[Value | None] = []
        for limit, span, turn in ((point.left, stop.left, 1), (point.right, stop.right, -1)):
            if limit is None or (span is None and stop.limit is None and not stop.goes_on):
                found.append(None)
                continue
            text = self.named.numbers.short(limit)
            attained = bare or limit == point.value or limit.low is None
            shown = text if attained else joined((foreign("("), text, foreign(")")), "")
            rise = turn * span.sign if span and span.sign else _INFINITE.get(limit.expr, 0)
            found.append(Value(shown, _level(rise)))
        return found[0], found[1]

    def at_level(self, value: Exact, stop: _Stop, level: Level | None = None) -> Value:
        text: Text = self.named.cell(value, stop.at)
        return Value(text, level or _level_between(stop.left, stop.right))


# --- the axis -----------------------------------------------------------------------------------


def slope_intervals(answer: TableAnswer) -> list[TableInterval]:
    """The intervals between the points of f', whatever f'' does inside them."""
    return _joined(answer, _is_of_the_slope, lambda interval: interval.sign)


def monotonic(answer: TableAnswer) -> list[TableInterval]:
    """The longest intervals on which f rises, or falls, all over: it may stop on the way."""
    turning = {p.at for p in answer.points if p.value is None or p.is_a(*_BROKEN, "undecided")}
    made: list[TableInterval] = []
    for each in slope_intervals(answer):
        last = made[-1] if made else None
        goes_on = last is not None and last.end == each.start and each.start not in turning
        if last is not None and goes_on and last.sign == each.sign:
            made[-1] = replace(last, end=each.end, right=each.right)
        else:
            made.append(each)
    if len(made) == 1 and not turning and _goes_on(answer):
        return [replace(made[0], start=_BOTTOM, end=_TOP)]
    return made


def _goes_on(answer: TableAnswer) -> bool:
    """Whether one shift is shown of a function that has a value and the same formula everywhere."""
    line = (Negative(INFINITY), INFINITY)
    whole = answer.domain is not None and [
        (part.start.expr, part.end.expr) for part in answer.domain
    ] == [line]
    if answer.shown is None or tuple(end.expr for end in answer.shown) == line:
        return False
    return whole and bool(answer.drift)


def trend(answer: TableAnswer) -> tuple[tuple[Tree, Tree, int | None], ...]:
    """Where f rises and falls, in order."""
    return tuple((i.start.expr, i.end.expr, i.sign) for i in monotonic(answer))


def bend_intervals(answer: TableAnswer) -> list[TableInterval]:
    """The intervals between the points of f'', whatever f' does inside them."""
    return _joined(answer, _is_of_the_bend, lambda interval: interval.concavity)


def _joined(
    answer: TableAnswer,
    matters: Callable[[TablePoint], bool],
    sign: Callable[[TableInterval], int | None],
) -> list[TableInterval]:
    """The intervals, without a cut at points that do not matter here."""
    kept = {point.at for point in answer.points if matters(point)}
    made: list[TableInterval] = []
    for interval in answer.intervals:
        last = made[-1] if made else None
        touches = last is not None and last.end == interval.start
        if (
            last is not None
            and touches
            and interval.start not in kept
            and sign(last) == sign(interval)
        ):
            made[-1] = TableInterval(
                last.start, interval.end, interval.sign, interval.concavity,
                _plainer(last.sample, interval.sample), last.left, interval.right,
                _plainer(last.bend_sample, interval.bend_sample),
            )  # fmt: skip
        else:
            made.append(interval)
    return made


def _plainer(one: Sample | None, other: Sample | None) -> Sample | None:
    """Of two values on one interval the one that is easier to check by hand."""
    known = [each for each in (one, other) if each is not None]
    return min(known, key=lambda each: (each.at.denominator, abs(each.at)), default=None)


def _is_of_the_slope(point: TablePoint) -> bool:
    return any(kind not in ("inflection", "no-second-derivative") for kind in point.kinds)


def _is_of_the_bend(point: TablePoint) -> bool:
    return point.is_a(
        "inflection", "no-second-derivative", "vertical-tangent", *_BROKEN, "pole", "hole", "kink",
        "endpoint", "undecided",
    )  # fmt: skip


def _axis(
    intervals: list[TableInterval], points: dict[Exact, TablePoint]
) -> tuple[list[_Stop], list[Span]]:
    """Stops and what lies between them; None where the domain has a gap."""
    stops: list[_Stop] = []
    spans: list[Span] = []
    before: TableInterval | None = None
    for interval in intervals:
        joins = before is not None and before.end == interval.start
        if before is not None and not joins:
            stops.append(_Stop(before.end, points.get(before.end), before, None))
            spans.append(None)
        left = before if joins else None
        stops.append(_Stop(interval.start, points.get(interval.start), left, interval))
        spans.append(interval)
        before = interval
    if before is not None:
        stops.append(_Stop(before.end, points.get(before.end), before, None))
    return stops, spans


def _right_of_nought(intervals: list[TableInterval]) -> list[TableInterval]:
    """Those for x > 0, which tell all of an even or an odd function."""
    right = [each for each in intervals if each.end.expr == INFINITY or (each.end.high or 0) > 0]
    first = right[0]
    if first.start.low is None or first.start.low < 0:
        right[0] = replace(first, start=_NOUGHT, left=None)
    return right


def _is_right(beyond: Beyond) -> bool:
    """Whether it is said of x > 0."""
    place = beyond.place
    if place.low is None:
        return place.expr == INFINITY
    return place.low > 0 or (place == _NOUGHT and beyond.side > 0)


def _to_last_bend(
    stops: list[_Stop], spans: list[Span], beyond: Beyond
) -> tuple[list[_Stop], list[Span], Beyond]:
    """Without the critical point at which the list ends, where f'' does not change its sign."""
    at = -1 if beyond.side < 0 else 0
    last = stops[at]
    if len(stops) < 3 or last.at != beyond.after or last.point is None:
        return stops, spans, beyond
    if _is_of_the_bend(last.point):
        return stops, spans, beyond
    if at:
        return stops[:-1], spans[:-1], replace(beyond, after=stops[-2].at)
    return stops[1:], spans[1:], replace(beyond, after=stops[1].at)


def _dotted(stops: list[_Stop], spans: list[Span], beyond: Beyond) -> list[Span]:
    """With dots for the interval that leads to the place."""
    at = [n for n, stop in enumerate(stops) if stop.at == beyond.place]
    place = at[0] - 1 if beyond.side < 0 else at[0]
    return [*spans[:place], "dots", *spans[place + 1 :]]


def _continued(
    stops: list[_Stop], spans: list[Span], beyond: Beyond, points: dict[Exact, TablePoint]
) -> tuple[list[_Stop], list[Span]]:
    """With the place to which the points go on from one of the stops, without end."""
    at = next((n for n, stop in enumerate(stops) if stop.at == beyond.after), None)
    if at is None:
        at = 0 if beyond.side > 0 else len(stops) - 1
    stops = [*stops[:at], replace(stops[at], goes_on=True), *stops[at + 1 :]]
    new = at if beyond.side > 0 else at + 1
    beside = new - 1 if beyond.side > 0 else new
    is_there = 0 <= beside < len(stops) and stops[beside].at == beyond.place
    if is_there and 0 <= new - 1 < len(spans):
        return stops, [*spans[: new - 1], "dots", *spans[new:]]
    limit = beyond.low if beyond.low == beyond.high else None
    stop = _Stop(beyond.place, points.get(beyond.place), None, None, limit)
    gap = [None] if beyond.side < 0 and new <= len(spans) else []
    if beyond.side > 0:
        before: list[Span] = spans[: max(new - 1, 0)] + ([None] if new > 0 else [])
        return [*stops[:new], stop, *stops[new:]], [*before, "dots", *spans[new:]]
    return [*stops[:new], stop, *stops[new:]], [*spans[: new - 1], "dots", *gap, *spans[new:]]


def _limit(stop: _Stop) -> Exact | None:
    if stop.left is not None:
        return stop.left.right
    return None if stop.right is None else stop.right.left


# --- cells --------------------------------------------------------------------------------------


def _level(height: int) -> Level:
    return "top" if height > 0 else "bottom" if height < 0 else "middle"


def _level_between(left: TableInterval | None, right: TableInterval | None) -> Level:
    """On top where arrows come up to it or go down from it, and so on; else in the middle."""
    heights = {(left.sign or 0) if left else 0, -(right.sign or 0) if right else 0} - {0}
    return _level(heights.pop()) if len(heights) == 1 else "middle"


def _slope(stop: _Stop) -> Cell:
    point = stop.point
    if point is None or point.is_a("endpoint"):
        undefined = point is not None and point.value is None
        return Break("undefined") if undefined else Blank()
    if point.slope is None:
        return Sign("?") if point.is_a("undecided") else Break("undefined")
    return Sign("0") if point.slope == 0 else Blank()


def _bend(stop: _Stop) -> Cell:
    point = stop.point
    if point is None or point.is_a("endpoint"):
        return Blank()
    if point.slope is None or point.bends is False:
        return Break("undefined")
    if point.bends is None:
        return Sign("?")
    return Sign("0") if point.is_a("inflection") else Blank()


def _mark(stop: _Stop) -> Cell:
    inflects = stop.point is not None and stop.point.is_a("inflection")
    return Value(foreign("•")) if inflects else Blank()


def _sign(span: Span, which: str) -> Cell:
    if span is None or span == "dots":
        return Gap() if span is None else Dots()
    return Sign(_SIGNS[span.sign if which == "sign" else span.concavity])  # type: ignore[arg-type]


def _arrow(span: Span) -> Cell:
    if span is None or span == "dots":
        return Gap() if span is None else Dots()
    return Arrow(_ARROWS[span.sign])  # type: ignore[arg-type]


def _shape(span: Span) -> Cell:
    if span is None or span == "dots":
        return Gap() if span is None else Dots()
    return Arrow(_SHAPES[span.concavity])  # type: ignore[arg-type]
