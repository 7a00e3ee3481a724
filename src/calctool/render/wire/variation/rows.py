"""Points without end that are known by their cells, in the JSON form."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from calctool.notation.printing.plain import plain
from calctool.notation.tree import Name
from calctool.notation.walk import substitute
from calctool.render.wire import contract as wire
from calctool.render.wire.formula import Formulas
from calctool.solve.rows import Recurring, Row
from calctool.solve.variation import Beyond, Swing

_TRENDS = {1: "increasing", -1: "decreasing", 0: "constant"}


def ends(found: Iterable[Beyond], others: Iterable[Swing], formulas: Formulas) -> list[wire.End]:
    """What f does where the points lead, and at other ends without a limit."""
    turning = [_end(one, formulas) for one in found if one.turns]
    return [*turning, *(_end(one, formulas) for one in others)]


def _end(one: Beyond | Swing, formulas: Formulas) -> wire.End:
    known = None if one.low is None or one.high is None else (one.low, one.high)
    return wire.End(
        at=plain(one.place.expr),
        side=one.side,  # type: ignore[arg-type]
        kind=None if known is None else "limit" if known[0] == known[1] else "interval",
        range=None if known is None else (formulas.exact(known[0]), formulas.exact(known[1])),
    )


def recurring(found: Iterable[Recurring]) -> list[wire.Recurring] | msgspec.UnsetType:
    """Where an extreme is attained without end, if anywhere."""
    made = [wire.Recurring(family=one.family, k=one.residue, since=one.since) for one in found]
    return made or msgspec.UNSET


def with_row(family: wire.Family, row: Row | None, formulas: Formulas) -> wire.Family:
    """A family with all that is known of its row."""
    if row is None:
        return family
    cells, math = row.cells, formulas.math
    equation = substitute(cells.wave.tree, {cells.name: cells.picture.back(Name(cells.name))})
    known = msgspec.structs.replace(
        family,
        kinds=[wire.RowKind(k=residue, kind=kind) for residue, kind in row.kinds],
        accumulates=[plain(cells.picture.place)],
        equation=math(equation),
        values=[
            wire.RowValues(
                k=each.residue,
                on=math(each.on),
                trend=_TRENDS.get(each.trend),  # type: ignore[arg-type]
                since=each.since,
                limit=None if each.limit is None else formulas.exact(each.limit),
            )
            for each in row.values
        ],
        members=[
            wire.RowMember(
                k=each.k,
                x=formulas.exact(each.at),
                value=None if each.value is None else formulas.exact(each.value),
            )
            for each in row.members
        ],
    )
    if row.unwritten:
        known = msgspec.structs.replace(known, unwritten=list(row.unwritten))
    if row.sort not in ("stationary", "inflection"):
        known = msgspec.structs.replace(known, sort=row.sort)
    if row.sides:
        beside = [
            wire.RowSides(
                k=one.residue, left=formulas.exact(one.left), right=formulas.exact(one.right)
            )
            for one in row.sides
        ]
        known = msgspec.structs.replace(known, sides=beside)
    if cells.at is None:
        low, high = cells.ends
        phase = cells.seen_phase
        key = cells.name if phase is None else "phase"
        known = msgspec.structs.replace(known, cell={key: (math(low), math(high))})
        if phase is not None:
            known = msgspec.structs.replace(known, phase=math(phase))
    if row.near is None:
        return known
    near = wire.Nearby(
        x=math(row.near.at),
        side=row.near.side,  # type: ignore[arg-type]
        limit=math(row.near.limit),
    )
    return msgspec.structs.replace(known, near=near)
