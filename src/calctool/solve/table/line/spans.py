"""Parts of the line: what they share, and where they touch."""

from __future__ import annotations

from calctool.algebra.roots import Interval, Point, compare
from calctool.solve.exact.line import before, same


def is_cut(point: Point, span: Interval, asked: Interval) -> bool:
    """Whether a part of the line ends at this point, and what was asked for goes on."""
    return any(
        same(point, own) and not same(own, end)
        for own, end in ((span.start, asked.start), (span.end, asked.end))
    )


def joined(intervals: tuple[Interval, ...]) -> tuple[Interval, ...]:
    """Pieces that touch in a point of the domain are one."""
    made: list[Interval] = []
    for interval in intervals:
        last = made[-1] if made else None
        touches = last is not None and last.end is not None and same(last.end, interval.start)
        if last is not None and touches and last.closed[1] and interval.closed[0]:
            made[-1] = Interval(last.start, interval.end, (last.closed[0], interval.closed[1]))
        elif not touches or last is None or not same(last.start, interval.start):
            made.append(interval)
    return tuple(made)


def common(a: Interval, b: Interval) -> Interval | None:
    """What two intervals share; where ends meet, both must be closed."""
    start, left = _inner((a.start, a.closed[0]), (b.start, b.closed[0]), 1)
    end, right = _inner((a.end, a.closed[1]), (b.end, b.closed[1]), -1)
    if start is not None and end is not None:
        order = compare(start, end)
        if order == 1 or (order == 0 and not (left and right)):
            return None
    return Interval(start, end, (left, right))


End = tuple[Point | None, bool]


def _inner(a: End, b: End, turn: int) -> End:
    """The later of two starts (turn 1), the earlier of two ends (-1)."""
    (p, p_closed), (q, q_closed) = a, b
    if p is None or q is None:
        return (q, q_closed) if p is None else (p, p_closed)
    order = compare(p, q)
    if order == 0:
        return p, p_closed and q_closed
    return (p, p_closed) if order == turn else (q, q_closed)


def holds(span: Interval, point: Point) -> bool:
    """Whether a point lies in an interval; its ends count as they are closed."""
    left = before(span.start, point) or (span.closed[0] and same(span.start, point))
    return left and (before(point, span.end) or (span.closed[1] and same(span.end, point)))
