"""Arithmetic and order of bounds: constants known exactly or by enclosures, and infinities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from calctool.algebra.build import added, multiplied, negated
from calctool.notation.tree import ZERO
from calctool.solve.exact.line import BOTTOM, TOP, is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed
from calctool.solve.exact.values import exact, exact_value

NOTHING = exact(ZERO)


def opposite(value: Exact) -> Exact:
    """The negative of a constant."""
    if is_infinite(value.expr):
        return TOP if value.expr == BOTTOM.expr else BOTTOM
    if value.is_known:
        return exact(exact_value(negated(value.expr)))
    assert value.low is not None  # noqa: S101 (what is not known is enclosed)
    assert value.high is not None  # noqa: S101
    return enclosed(-value.high, -value.low)


def plus(values: Iterable[Exact]) -> Exact | None:
    """The sum; None for oo - oo, or where neither form nor bounds are known."""
    listed = list(values)
    infinite = {value.expr: value for value in listed if is_infinite(value.expr)}
    if infinite:
        return next(iter(infinite.values())) if len(infinite) == 1 else None
    if all(value.is_known for value in listed):
        return exact(exact_value(added(value.expr for value in listed)))
    low = high = 0
    for value in listed:
        if value.low is None or value.high is None:
            return None
        low, high = low + value.low, high + value.high  # type: ignore[assignment]
    return enclosed(low, high)  # type: ignore[arg-type]


def times(a: Exact, b: Exact) -> Exact | None:
    """The product, where 0 times infinity is 0."""
    signs = sign(a), sign(b)
    if 0 in signs:
        return NOTHING
    if None in signs:
        return None
    if is_infinite(a.expr) or is_infinite(b.expr):
        return TOP if signs[0] == signs[1] else BOTTOM
    if a.is_known and b.is_known:
        return exact(exact_value(multiplied((a.expr, b.expr))))
    ends = [
        x * y for x in (a.low, a.high) for y in (b.low, b.high) if x is not None and y is not None
    ]
    return enclosed(min(ends), max(ends)) if len(ends) == 4 else None


def sign(value: Exact) -> int | None:
    """-1, 0 or 1; None where it stays open."""
    return compared(value, NOTHING)


class End(Struct, frozen=True):
    """An end of a range, and whether it is a value; None: that is open."""

    value: Exact
    attained: bool | None


def product(ours: tuple[End, End], theirs: tuple[End, End]) -> tuple[End, End] | None:
    """The range of u*v where u and v are independent of one another: a bilinear function on a
    rectangle is extreme at a corner, and elsewhere only where a side has the value 0."""
    corners = [_corner(a, b) for a in ours for b in theirs]
    known = [each for each in corners if each is not None]
    if len(known) < len(corners):
        return None
    low, high = best(known, -1), best(known, 1)
    return None if low is None or high is None else (low, high)


def _corner(a: End, b: End) -> End | None:
    value = times(a.value, b.value)
    if value is None:
        return None
    zeros = [each.attained for each in (a, b) if sign(each.value) == 0]
    if zeros:
        return End(value, _any(zeros))
    if is_infinite(value.expr):
        return End(value, False)
    return End(value, _all((a.attained, b.attained)))


def _any(flags: Sequence[bool | None]) -> bool | None:
    return True if True in flags else None if None in flags else False


def _all(flags: Sequence[bool | None]) -> bool | None:
    return False if False in flags else None if None in flags else True


def best(ends: Sequence[End], turn: int) -> End | None:
    """The greatest (turn 1) or the least; attained if one that has the value is. Of ends that
    cannot be told apart the best lies between the best bounds: it is attained if all of them are.
    """
    order = [[compared(one.value, other.value) for other in ends] for one in ends]
    left = [i for i, row in enumerate(order) if -turn not in row]
    tied = [ends[i] for i in left]
    if all(order[i][left[0]] == 0 for i in left):
        return End(tied[0].value, _any([each.attained for each in tied]))
    bounds = [(each.value.low, each.value.high) for each in tied]
    known = [(low, high) for low, high in bounds if low is not None and high is not None]
    if len(known) < len(bounds):
        return None
    outer = max if turn > 0 else min
    value = enclosed(outer(low for low, _ in known), outer(high for _, high in known))
    flags = {each.attained for each in tied}
    return End(value, flags.pop() if len(flags) == 1 else None)
