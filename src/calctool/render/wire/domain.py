"""The domain of a function in the JSON form: its conditions, and the set where that is known."""

import msgspec

from calctool.notation.printing.plain import plain
from calctool.notation.tree import Relation
from calctool.render.wire import contract as wire
from calctool.render.wire.formula import Formulas
from calctool.solve.exact.record import DomainSet, Interval


def domain(
    conditions: tuple[Relation, ...], found: DomainSet | None, formulas: Formulas
) -> wire.Domain:
    """With a period, `intervals` are those of one period."""
    period = msgspec.UNSET if found is None or found.period is None else formulas.math(found.period)
    return wire.Domain(
        conditions=list(dict.fromkeys(map(plain, conditions))),
        intervals=None if found is None else [interval(one, formulas) for one in found.pieces],
        period=period,
    )


def interval(one: Interval, formulas: Formulas) -> wire.Interval:
    start, end = (formulas.exact(end) for end in (one.start, one.end))
    return wire.Interval(start=start, end=end, closed=one.closed)
