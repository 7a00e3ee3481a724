"""The part of the line that a table covers, and the intervals of the domain on it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, floor

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.domain.conditions import conditions, impossible
from calctool.algebra.local.crossing import may_jump
from calctool.algebra.roots import (
    LINE,
    Domain,
    Interval,
    Point,
    compare,
    domain,
    drifting,
    growth,
    period,
    rational_point,
)
from calctool.algebra.roots.found import cut
from calctool.algebra.roots.periods.moved import as_interval, moved, periods_over, shifted
from calctool.notation.problem import Problem
from calctool.notation.tree import ZERO, Negative, Sum, Tree
from calctool.notation.walk import substitute
from calctool.solve.exact.line import before, is_infinite, point_of, same
from calctool.solve.exact.order import order
from calctool.solve.exact.values import exact_value, value_of
from calctool.solve.question import Stretch
from calctool.solve.table.line.spans import (
    common,
    holds,
    is_cut,
    joined,
)
from calctool.solve.table.record import TableQuestion

Reach = tuple[int | None, int | None]
"""The first and the last of some whole numbers, both included; None is no end."""


class Ground(Struct, frozen=True):
    """`span` bounds the table, with the ends that belong to it; None is infinity.

    `asked` is the part of the line that the question is about. `intervals` and `isolated` are the
    domain on `span`, `period` is set where one period is shown, `is_window` where f goes on unseen
    outside. With a `drift`, f is not periodic itself: f(x + period) = f(x) + drift; with a
    `factor`, an exponential, f(x + period) = factor*f(x).
    """

    span: Interval
    asked: Interval
    intervals: tuple[Interval, ...]
    isolated: tuple[Point, ...]
    natural: Domain
    period: Tree | None = None
    is_window: bool = False
    drift: Tree | None = None
    factor: Tree | None = None
    edges: tuple[Point, ...] = ()
    """Where the table stops although the critical points go on, in rows without end."""
    has_gaps: bool = False
    """Whether there are more places without a value, in rows without end."""

    @property
    def start(self) -> Point | None:
        """Where it begins; None for -oo."""
        return self.span.start

    @property
    def end(self) -> Point | None:
        """Where it ends; None for oo."""
        return self.span.end

    def is_at_edge(self, point: Point) -> bool:
        """Whether the table ends at this point although f may go on beyond it."""
        return is_cut(point, self.span, self.asked) or self.is_edge(point)

    def is_edge(self, point: Point | None) -> bool:
        """Whether the table stops here before rows of critical points that have no end."""
        return any(same(point, edge) for edge in self.edges)

    @property
    def turns(self) -> Reach:
        """By which whole numbers of periods the table repeats: k from the first to the last."""
        if self.asked.start is not None:
            return 0, None
        return None, None if self.asked.end is None else 0

    @property
    def is_domain_known(self) -> bool:
        """Whether `intervals` and `isolated` are all of the domain on `span`."""
        scope = self.natural.scope
        if self.natural.state != "window" or scope is None:
            return self.natural.state == "complete"
        if self.start is None or self.end is None:
            return False
        return scope[0] <= self.start.low and self.end.high <= scope[1]

    @property
    def is_whole(self) -> bool:
        """Whether all that was asked for is covered, and known."""
        return self.is_domain_known and not self.is_window

    @property
    def domain(self) -> tuple[Interval, ...] | None:
        """All of the domain that was asked for, or of one period of it; None: not known, or no
        finite number of intervals."""
        if self.has_gaps:
            return None
        one_period = self.period is not None and self.natural.intervals != (LINE,)
        if self.is_domain_known and (one_period or self.span == self.asked):
            return (*self.intervals, *map(as_interval, self.isolated))
        if self.natural.state != "complete" or self.natural.period is not None:
            return None
        found = _on(self.natural, self.asked, self.asked)
        return (*found.intervals, *map(as_interval, found.isolated))

    def windowed(self) -> Ground:
        """Only what lies in the window: for functions of which the rest was not proved."""
        return replace(_on(self.natural, _window(self.asked), self.asked), is_window=True)


def ground(question: TableQuestion, slope: Tree) -> Ground:
    """What is tabulated of the question's function, whose derivative is `slope`.

    Raises Problem where there is nothing to tabulate.
    """
    f, name = question.statement, question.variable
    natural = domain(f, name)
    asked = LINE
    if question.domain is not None:
        asked = _asked(question.domain)
        if impossible((*conditions(f), *question.domain.sides(name))):
            raise Problem("question.domain-empty")
    if natural.state != "complete" and asked != LINE:
        here = domain(f, name, on=asked)
        natural = here if here.state == "complete" else natural
    made = _covered(f, slope, name, natural, asked)
    if not made.intervals and not made.isolated and natural.state == "complete":
        raise Problem("question.domain-empty")
    return made


def without_gaps(natural: Domain, asked: Interval) -> Ground:
    """The domain as far as it was asked for, but for rows of gaps in it."""
    return replace(_on(natural, asked, asked), has_gaps=True)


def without_points(covered: Ground, points: Sequence[Point]) -> Ground:
    """Cut at points inside its intervals at which there is no value."""
    made: list[Interval] = []
    for each in covered.intervals:
        inner = [at for at in points if before(each.start, at) and before(at, each.end)]
        parts = cut(each, sorted(inner, key=lambda at: at.low))
        last = len(parts) - 1
        made += (
            replace(part, closed=(n == 0 and each.closed[0], n == last and each.closed[1]))
            for n, part in enumerate(parts)
        )
    return replace(covered, intervals=tuple(made))


def _covered(f: Tree, slope: Tree, name: str, natural: Domain, asked: Interval) -> Ground:
    """One period where f repeats on the part that was asked for, all of it, or a window."""
    span, repeated, by, factor = asked, None, None, None
    is_window = False
    if asked.start is None or asked.end is None:
        repeated = period(f, name)
        shift = _drift(f, slope, name, natural) if repeated is None else None
        if shift is not None:
            repeated, by = shift[0], shift[1] if order(shift[1]) else None
        growing = growth(f, name) if repeated is None and natural.intervals == (LINE,) else None
        if growing is not None:
            repeated, factor = growing
        is_window = natural.state == "window" or natural.period is not None
        is_window = is_window and repeated is None
        if repeated is not None:
            span = _one_period(natural, repeated, asked)
        elif is_window:
            span = _window(asked)
    if natural.state == "window" and span.start is not None and span.end is not None:
        window = Fraction(floor(span.start.low)), Fraction(ceil(span.end.high))
        natural = domain(f, name, window)
    on_half_line = repeated is not None and asked != LINE
    made = _on(natural, span, span if on_half_line else asked)
    return replace(made, asked=asked, period=repeated, drift=by, factor=factor, is_window=is_window)


def _window(asked: Interval) -> Interval:
    """The part of the line that is looked at where all of it is too much."""
    low, high = budget.TABLE_WINDOW
    if asked.start is not None and asked.start.high >= high:
        low, high = asked.start.low, ceil(asked.start.high) + (high - low)
    if asked.end is not None and asked.end.low <= low:
        low, high = floor(asked.end.low) - (high - low), asked.end.high
    window = Interval(rational_point(low), rational_point(high), (True, True))
    return common(asked, window) or window


def _drift(f: Tree, slope: Tree, name: str, natural: Domain) -> tuple[Tree, Tree] | None:
    if natural.intervals == (LINE,) and (found := drift(f, slope, name)) is not None:
        return found
    return drifting(f, name) if natural.state == "complete" else None


def drift(f: Tree, slope: Tree, name: str) -> tuple[Tree, Tree] | None:
    """(T, c) with f(x + T) = f(x) + c for all x, where f' has the period T and f is continuous.

    f(x + T) - f(x) has the derivative 0 then; f must be defined on the whole line.
    """
    repeats = period(slope, name)
    if repeats is None or may_jump(f):
        return None
    ends = (value_of(substitute(f, {name: at})) for at in (repeats, ZERO))
    after, before_it = ends
    if after is None or before_it is None:
        return None
    by = exact_value(Sum((after, Negative(before_it))))
    return None if order(by) is None else (repeats, by)


def _asked(stretch: Stretch) -> Interval:
    start, end = (point_of(tree) for tree in (stretch.start, stretch.end))
    for tree, point in ((stretch.start, start), (stretch.end, end)):
        if point is None and not is_infinite(tree):
            raise Problem("question.domain-value")
    if start is not None and end is not None and compare(start, end) != -1:
        raise Problem("question.domain-order")
    return Interval(start, end, stretch.closed)


def _one_period(natural: Domain, repeated: Tree, asked: Interval) -> Interval:
    """At the end that was asked for; else from the start of the domain's own period, or from 0."""
    if asked.start is not None:
        after = shifted(asked.start, repeated, 1)
        return Interval(asked.start, after, (asked.closed[0], True))
    if asked.end is not None:
        before_it = shifted(asked.end, repeated, -1)
        return Interval(before_it, asked.end, (True, asked.closed[1]))
    starts = [interval.start for interval in natural.intervals if interval.start is not None]
    starts += natural.isolated
    start = starts[0] if natural.period is not None and starts else rational_point(0)
    return Interval(start, shifted(start, repeated, 1), (True, True))


def _on(natural: Domain, span: Interval, asked: Interval) -> Ground:
    intervals, isolated = natural.intervals, natural.isolated
    if natural.period is not None and span.start is not None and span.end is not None:
        times = list(periods_over(natural.period, (*intervals, *map(as_interval, isolated)), span))
        intervals = tuple(moved(i, natural.period, k) for k in times for i in intervals)
        isolated = tuple(shifted(p, natural.period, k) for k in times for p in isolated)
    found = [part for interval in intervals if (part := common(interval, span)) is not None]
    single = [i.start for i in found if i.start is not None and same(i.start, i.end)]
    single = [p for p in single if not is_cut(p, span, asked)]
    lonely = [p for p in (*isolated, *single) if holds(span, p)]
    kept = tuple(i for i in found if i.start is None or not same(i.start, i.end))
    return Ground(span, asked, joined(kept), tuple(lonely), natural)
