"""Stretches of the line on which a function of one variable is constant."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool.notation.tree import Name, Relation, Sign
from calctool.solve.candidates import PointSet
from calctool.solve.critical.line.turning import is_flat_at
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.kinds.on_set import locally_constant
from calctool.solve.table.line.repetition import Repetition, repetition
from calctool.solve.table.record import TableAnswer


class _Stretch(Struct, frozen=True):
    """An open interval on which f has one value; `repeats` says whether it does so for ever."""

    start: Exact
    end: Exact
    value: Exact | None
    repeats: bool = True


def flats(made: TableAnswer) -> tuple[PointSet, ...]:
    """Each stretch with a zero derivative, as an open interval; with all its repetitions."""
    again = repetition(made)
    name = made.question.variable
    if again is None:
        return tuple(_flat(one, name, None) for one in _joined(made))
    return tuple(
        _flat(each, name, repeated)
        for one in _round_the_end(made, again)
        for each, repeated in _members(one, again, made)
    )


def _members(
    one: _Stretch, again: Repetition, made: TableAnswer
) -> Iterator[tuple[_Stretch, Repetition | None]]:
    """With its repetitions; apart from these where only itself reaches an extreme value."""
    if not one.repeats:
        yield one, None
    elif again.drift is not None and _is_extreme(one.value, made):
        yield one, None
        yield one, again.but_first
    else:
        yield one, again


def _is_extreme(value: Exact | None, made: TableAnswer) -> bool:
    reached = (each.value for each in (made.minimum, made.maximum) if each and each.attained)
    return any(value and other and compared(value, other) == 0 for other in reached)


def _joined(made: TableAnswer) -> list[_Stretch]:
    """Without the points at which two stretches of the same value meet."""
    inner = _inner(made)
    found: list[_Stretch] = []
    for one in made.intervals:
        if one.sign != 0:
            continue
        if found and found[-1].end == one.start and one.start in inner:
            found[-1] = replace(found[-1], end=one.end)
            continue
        found.append(_Stretch(one.start, one.end, one.left))
    return found


def _inner(made: TableAnswer) -> set[Exact]:
    return {point.at for point in made.points if is_flat_at(point, made)}


def _round_the_end(made: TableAnswer, again: Repetition) -> list[_Stretch]:
    """The last stretch of a period and the first one of the next as one, where f goes on.

    Where the repetitions begin or end at a side that was asked for, the one there is alone.
    """
    found = _joined(made)
    start, end = made.period_ends
    goes_on = not _inner(made).isdisjoint(each for each in (start, end) if each is not None)
    if not goes_on or len(found) < 2 or (found[0].start, found[-1].end) != made.shown:
        return found
    first, *between, last = found
    if start is not None:
        alone = [] if end is not None else [replace(last, repeats=False)]
        return [replace(first, start=again.before(last.start)), *between, *alone]
    return [replace(first, repeats=False), *between, replace(last, end=again.after(first.end))]


def _flat(one: _Stretch, name: str, again: Repetition | None) -> PointSet:
    ends: tuple[tuple[Sign, Exact], ...] = ((">", one.start), ("<", one.end))
    placed = [
        (sign, end, end.expr if again is None else again.shifted(end))
        for sign, end in ends
        if not is_infinite(end.expr)
    ]
    held = tuple(Relation(Name(name), sign, at) for sign, _, at in placed)
    value, moving = one.value, None
    if again is not None and (again.drift is not None or _is_scaled(value, again)):
        value, moving = None, again.moved(value)
    return PointSet(
        held, ((name, Name(name)),), (name,), locally_constant(), value, moving,
        ranges=(held,) if held else (),
        repeats=() if again is None else ((again.letter, again.reach),),
        rounded=tuple((at, end) for _, end, at in placed if not end.is_known),
    )  # fmt: skip


def _is_scaled(value: Exact | None, again: Repetition) -> bool:
    is_zero = value is not None and value.low == value.high == 0
    return again.factor is not None and not is_zero
