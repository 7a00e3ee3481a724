"""Stretches of the line on which a function of one variable is constant."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from calctool.notation.tree import Name, Relation
from calctool.solve.candidates import PointSet
from calctool.solve.critical.line.turning import is_flat_at
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.kinds.on_set import locally_constant
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import TableInterval


def flats(made: TableAnswer) -> tuple[PointSet, ...]:
    """Each stretch with a zero derivative, as an open interval."""
    return tuple(_flat(interval, made.question.variable) for interval in _joined(made))


def _joined(made: TableAnswer) -> Iterator[TableInterval]:
    """Without the points at which two stretches of the same value meet."""
    inner = {point.at for point in made.points if is_flat_at(point, made)}
    last: TableInterval | None = None
    for interval in made.intervals:
        if interval.sign != 0:
            continue
        if last is not None and last.end == interval.start and last.end in inner:
            last = replace(last, end=interval.end)
            continue
        if last is not None:
            yield last
        last = interval
    if last is not None:
        yield last


def _flat(interval: TableInterval, name: str) -> PointSet:
    bounds = []
    if not is_infinite(interval.start.expr):
        bounds.append(Relation(Name(name), ">", interval.start.expr))
    if not is_infinite(interval.end.expr):
        bounds.append(Relation(Name(name), "<", interval.end.expr))
    held = tuple(bounds)
    return PointSet(
        held, ((name, Name(name)),), (name,), locally_constant(), interval.left,
        ranges=(held,) if held else (),
    )  # fmt: skip
