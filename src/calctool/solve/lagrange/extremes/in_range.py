"""Extremes that the coarse range of f gives at once: cos u is at most 1, and is 1 here."""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.domain.ranges import range_of
from calctool.algebra.field import is_zero
from calctool.notation.tree import Negative, Sum, number
from calctool.solve.candidates import Extreme
from calctool.solve.exact.record import Exact
from calctool.solve.lagrange.extremes.among_candidates import Field, shortest
from calctool.solve.optimum.listing.work import Work
from calctool.words.extrema.multipliers import ARGUMENTS


def at_the_end_of_its_range(work: Work, field: Field, turn: int) -> Extreme | None:
    """Feasible points where f has the greatest value (turn 1) or the least that it may have."""
    reach = range_of(work.setup.f, {})
    end = reach.high if turn > 0 else reach.low
    if not isinstance(end, Fraction):
        return None
    values = [spot.point.value for spot in work.spots]
    best = [i for i, value in enumerate(values) if _is(value, end)]
    sheets = [
        i
        for i, sheet in enumerate(work.sheets)
        if sheet.is_feasible and _is(sheet.record.value, end)
    ]
    if not best and not sheets:
        return None
    return Extreme(
        True,
        shortest([values[i] for i in best] + [work.sheets[i].record.value for i in sheets]),
        "end-of-range",
        ARGUMENTS["end-of-range"],
        tuple(work.spots[i].point.at for i in best),
        tuple(field.families[i] for i in best if i in field.families),
        tuple(sheets),
    )


def _is(value: Exact | None, end: Fraction) -> bool:
    """Whether a value is proved to be this number; a rounded one is not."""
    if value is None or not value.is_known:
        return False
    return bool(is_zero(Sum((value.expr, Negative(number(end))))))
