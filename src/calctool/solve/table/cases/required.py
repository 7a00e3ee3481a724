"""For which values of the parameter f is as `--when` asks, by one table in each cell.

Off the boundaries of the curves that matter the truth of the property does not change: of f = 0 for
signs and zeros, of f' = 0 for trends and extrema, and of the domain.
"""

from __future__ import annotations

from calctool.algebra.cells.curves import Role
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.projection import Boundary
from calctool.solve.answer import Condition
from calctool.solve.exact.order import order
from calctool.solve.exact.record import Exact
from calctool.solve.table.cases.conditions import condition
from calctool.solve.table.cases.line import Line
from calctool.solve.table.cases.united import united
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Extreme


def curves_for(property_: str) -> frozenset[Role]:
    """The curves that decide."""
    of_slope = property_ in ("increasing", "decreasing") or property_.startswith("extrema")
    return frozenset({"break", "slope", "jump"} if of_slope else {"break", "zero"})


def required(line: Line, known: tuple[Boundary, ...], property_: str) -> Condition:
    """The condition on the parameter; NoMethod where it is not decided somewhere."""
    holding: list[Condition] = []
    for on, table in line.tables(known):
        if holds(table, property_):
            holding.append((condition(on, line.letter),))
    return united(holding)


def holds(table: TableAnswer | None, property_: str) -> bool:
    """Whether f is so, for one value; NoMethod where its table leaves that open.

    Where f is defined nowhere nothing is said of it.
    """
    if table is None:
        return False
    if property_.startswith("f"):
        return _has_sign(table, property_)
    if property_ in ("increasing", "decreasing"):
        return _goes(table, 1 if property_ == "increasing" else -1)
    name, _, count = property_.partition("=")
    if name == "zeros":
        if table.roots is None:
            raise NoMethod
        return len(table.roots) == int(count)
    return _extrema(table) == int(count)


def _has_sign(table: TableAnswer, property_: str) -> bool:
    turn = 1 if ">" in property_ else -1
    found = table.minimum if turn > 0 else table.maximum
    sign = _sign(found)
    assert found is not None  # noqa: S101 (asked by _sign)
    if sign:
        return sign == turn
    return property_.endswith("=0") or not found.attained


def _sign(found: Extreme | None) -> int:
    if found is None or found.attained is None or found.value is None:
        raise NoMethod
    value: Exact = found.value
    if value.low is not None and value.high is not None and (value.low > 0 or value.high < 0):
        return 1 if value.low > 0 else -1
    sign = order(value.expr) if value.is_known else None
    if sign is None:
        raise NoMethod
    return sign


def _goes(table: TableAnswer, turn: int) -> bool:
    """One interval of the domain, no jumps in it, and the same trend all over."""
    _refuse_open(table)
    if table.domain is None:
        raise NoMethod
    jumps = any(point.is_a("jump", "discontinuity") for point in table.points)
    signs = {each.sign for each in table.intervals}
    return len(table.domain) == 1 and not jumps and signs == {turn}


def _extrema(table: TableAnswer) -> int:
    _refuse_open(table)
    found = [
        point
        for point in table.points
        if point.is_a("local-minimum", "local-maximum") and not point.is_a("endpoint")
    ]
    if found and (table.period is not None or table.drift is not None or table.growth is not None):
        return -1
    return len(found)


def _refuse_open(table: TableAnswer) -> None:
    open_points = any(point.is_a("undecided") for point in table.points)
    open_signs = any(each.sign is None for each in table.intervals)
    if open_points or open_signs or table.completeness.scope or table.completeness.undecided:
        raise NoMethod
