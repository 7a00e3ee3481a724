"""Which members of rows have the least or the greatest value, and whether infinitely many have."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.roots.waves.cells import Cells
from calctool.solve.exact.line import exact_of
from calctool.solve.exact.record import Exact
from calctool.solve.rows import Recurring, Row
from calctool.solve.variation import Extreme, Family


def attained_at_rows(found: Extreme, families: tuple[Family, ...]) -> Extreme:
    """With the members of rows at which it is attained, and with the rows at infinitely many
    members of which it is, f being constant there."""
    numbers = {
        at: (place, k)
        for place, family in enumerate(families)
        if family.row is not None and family.is_critical
        for at in found.at
        if (k := _number_of(family.row.cells, at)) is not None
    }
    endless = tuple(_recurring(found, families, {*numbers.values()}))
    written = {at for family in families if family.row for at in _written(family.row)}
    at = tuple(
        each
        for each in found.at
        if each not in numbers or each in written or not _is_covered(numbers[each], endless)
    )
    members = tuple(numbers[each] for each in at if each in numbers)
    return replace(found, at=at, members=members, endless=endless)


def _written(row: Row) -> set[Exact]:
    return {member.at for member in row.members}


def _recurring(
    found: Extreme, families: tuple[Family, ...], known: set[tuple[int, int]]
) -> Iterator[Recurring]:
    for place, family in enumerate(families):
        if not found.attained or family.row is None or not family.is_critical:
            continue
        for each in family.row.values:
            if each.trend == 0 and each.limit == found.value:
                (remainder, by), since = each.residue, each.since
                first = family.row.cells.reach[0] or 0
                while since > first and (
                    (since - 1) % by != remainder or (place, since - 1) in known
                ):
                    since -= 1
                yield Recurring(place, each.residue, since)


def _is_covered(member: tuple[int, int], endless: tuple[Recurring, ...]) -> bool:
    place, k = member
    return any(
        each.family == place and k >= each.since and k % each.residue[1] == each.residue[0]
        for each in endless
    )


def _number_of(row: Cells, at: Exact) -> int | None:
    first = row.reach[0] or 0
    for k in range(first, first + budget.ROW_EARLY):
        point = row.member(k)
        if exact_of(point) == at:
            return k
        if at.low is not None and (point.low - at.low) * row.picture.side < 0:
            return None
    return None
