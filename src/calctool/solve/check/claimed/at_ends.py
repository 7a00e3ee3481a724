"""Values of f at the ends of claimed intervals: closed ends, and intervals joined to one set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from calctool.notation.tree import expression
from calctool.notation.walk import substitute
from calctool.solve.check.claimed.stretches import Stretch, below
from calctool.solve.check.record import Missing
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import equality
from calctool.solve.exact.values import exact, value_of
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Kind, TableInterval, TablePoint
from calctool.words import checking as words

AT_POINT: tuple[tuple[Kind, str], ...] = (
    ("pole", "table.pole-missing"), ("hole", "table.hole-missing"),
    ("jump", "table.jump-missing"), ("discontinuity", "table.jump-missing"),
)  # fmt: skip
"""What no interval of monotony goes through, with the mistake of not seeing it."""


class Heights(Struct, frozen=True):
    """What is known of f at single places, and beside them."""

    answer: TableAnswer
    runs: Sequence[TableInterval]
    points: Sequence[TablePoint]

    def point(self, at: Exact) -> TablePoint | None:
        """The point of the table at a place."""
        return next((each for each in self.points if compared(each.at, at) == 0), None)

    def beside(self, at: Exact, side: int) -> Exact | None:
        """The limit from the left (-1) or from the right (1); None where it is not known."""
        for run in self.runs:
            end, limit = (run.start, run.left) if side > 0 else (run.end, run.right)
            if compared(end, at) == 0:
                return limit
        return self.value(at)

    def value(self, at: Exact) -> Exact | None:
        """f at a place; None where it is not known."""
        point = self.point(at)
        if point is not None:
            return point.value
        if is_infinite(at.expr):
            return None
        f = expression(self.answer.question.statement)
        found = value_of(substitute(f, {self.answer.question.variable: at.expr}))
        return None if found is None else exact(found)


# --- closed ends --------------------------------------------------------------------------------


def at_closed_ends(stretch: Stretch, heights: Heights) -> Iterator[tuple[Missing, str] | None]:
    """Ends of which the claim says that they belong to it, and that f does not reach in its way;
    None for one of which that is not known."""
    name = heights.answer.question.variable
    ends = (stretch.start, stretch.end)
    for at, is_closed, side in zip(ends, stretch.claim.closed, (1, -1), strict=True):
        point = heights.point(at) if is_closed else None
        found = None if point is None else _break(point)
        if point is None or found is None:
            continue
        kind, id = found
        step = _step(point.value, heights.beside(at, side))
        if step is None and point.is_defined:
            yield None
        elif step is None or step * side * stretch.sign < 0 or (step and not stretch.sign):
            said = words.NOT_THROUGH[kind].filled(place=equality(name, at))
            yield Missing(said, (((name, at),),)), id


def _break(point: TablePoint) -> tuple[Kind, str] | None:
    return next(((kind, id) for kind, id in AT_POINT if point.is_a(kind)), None)


def goes_on(point: TablePoint, sign: int) -> bool:
    """Whether f may be monotonic through a jump: it has a value between the two limits."""
    if not sign:
        return False
    steps = (_step(point.left, point.value), _step(point.value, point.right))
    return all(step is not None and step * sign >= 0 for step in steps)


def _step(before: Exact | None, after: Exact | None) -> int | None:
    """1 where it goes up, -1 where it goes down; None where that is not known."""
    return None if before is None or after is None else compared(after, before)


# --- one set ------------------------------------------------------------------------------------


def between_parts(stretches: Sequence[Stretch], heights: Heights) -> Iterator[Missing | None]:
    """Intervals joined to one set by ∪ on which f does not go one way from one to the next; None
    where that is not known."""
    for one in stretches:
        for other in stretches:
            if one is other or one.claim.union != other.claim.union or one.claim.union <= 0:
                continue
            if not one.sign or below(other.start, one.end):
                continue
            step = _between(one, other, heights)
            if step is None:
                yield None
            elif step * one.sign < 0:
                place = f"{one.spoken} ∪ {other.spoken}"
                yield Missing(words.UNION.filled(place=place))


def _between(one: Stretch, other: Stretch, heights: Heights) -> int | None:
    """From the last value of one interval to the first one of the other."""
    if compared(one.end, other.start) not in (-1, 0):
        return None
    ends = ((one.end, one.claim.closed[1], -1), (other.start, other.claim.closed[0], 1))
    last, first = (
        heights.value(at) if is_closed else heights.beside(at, side) for at, is_closed, side in ends
    )
    return _step(last, first)
