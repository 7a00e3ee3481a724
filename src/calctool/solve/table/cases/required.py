"""For which values of the parameter f is as `--when` asks, by one table in each cell.

Off the boundaries of the curves that matter the truth of the property does not change: of f = 0 for
signs and zeros, of f' = 0 for trends and extrema, and of the domain.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.cells.curves import Role
from calctool.algebra.cells.partition import is_gap
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.projection import Boundary, cut_at
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.solve.answer import Condition
from calctool.solve.exact.order import order
from calctool.solve.exact.record import Exact
from calctool.solve.table.cases.conditions import condition
from calctool.solve.table.cases.line import Line
from calctool.solve.table.cases.united import united
from calctool.solve.table.record import TableAnswer
from calctool.words import table as words


def curves_for(property_: str) -> frozenset[Role]:
    """The curves that decide."""
    of_slope = property_ in ("increasing", "decreasing") or property_.startswith("extrema")
    return frozenset({"break", "slope", "jump"} if of_slope else {"break", "zero"})


Signs = Callable[[Tree], int | None]


class Required(Struct, frozen=True):
    """The parameters for which f certainly is so, and those for which that is not decided."""

    holds: Condition
    open: Condition = ()


def required(line: Line, known: tuple[Boundary, ...], property_: str) -> Required:
    """The conditions on the parameter; NoMethod where nothing is decided."""
    holding: list[Condition] = []
    undecided: list[Condition] = []
    is_decided = False
    for on in line.allowed(known):
        try:
            if is_gap(on):
                raise NoMethod
            found = holds(line.table_in(on), property_)
        except Unsettled:
            undecided.append((condition(on, line.letter),))
            continue
        is_decided = True
        if found:
            holding.append((condition(on, line.letter),))
    if undecided and not is_decided:
        raise NoMethod
    return Required(united(holding), united(undecided))


def required_by_values(line: Line, known: tuple[Boundary, ...], property_: str) -> Required:
    """By the least or greatest value, as a formula in the parameter, in each cell; the cells are
    cut where it changes its sign."""
    while True:
        known, parts = line.partition.parts(known)
        holding: list[Condition] = []
        undecided: list[Condition] = []
        try:
            for part in parts:
                on = (condition(part.on, line.letter),)
                cell = None if part.at else Cell(line.letter, part.on.start, part.on.end)
                try:
                    if holds(part.answer, property_, _in(cell)):
                        holding.append(on)
                except Unsettled:
                    undecided.append(on)
        except Cut as cut:
            known = cut_at(known, cut)
            continue
        if len(undecided) == len(parts):
            raise NoMethod
        return Required(united(holding), united(undecided))


def _in(cell: Cell | None) -> Signs:
    """Signs in a cell, where there is one."""
    return lambda tree: order(tree) if cell is None or not tree.names else cell.sign(tree)


def holds(table: TableAnswer | None, property_: str, signs: Signs = order) -> bool:
    """Whether f is so, for one value, or wherever `signs` knows those of values; NoMethod where
    its table leaves that open.

    Where f is defined nowhere nothing is said of it.
    """
    if table is None or table.domain == ():
        return False
    if property_.startswith("f"):
        return _has_sign(table, property_, signs)
    if property_ in ("increasing", "decreasing"):
        return _goes(table, 1 if property_ == "increasing" else -1)
    name, _, count = property_.partition("=")
    if name == "zeros":
        if table.flat or table.roots_repeat:
            return False
        if table.roots is None or words.WITH_ZEROS in table.completeness.missing:
            raise NoMethod
        return len(table.roots) == int(count)
    return _extrema(table) == int(count)


def deciding(table: TableAnswer, property_: str) -> tuple[Exact, Relation]:
    """The least or greatest value, and how it has to be for f to have a sign: NoMethod where it
    is not known."""
    of_least = ">" in property_
    found = table.minimum if of_least else table.maximum
    if found is None or found.attained is None or found.value is None:
        raise NoMethod
    sign = property_[1:-1] if found.attained else property_[1] + "="
    return found.value, Relation(found.value.expr, sign, ZERO)  # type: ignore[arg-type]


def _has_sign(table: TableAnswer, property_: str, signs: Signs) -> bool:
    value, relation = deciding(table, property_)
    if value.low is not None and value.high is not None and (value.low > 0 or value.high < 0):
        return fulfils(1 if value.low > 0 else -1, relation)
    sign = signs(value.expr) if value.is_known else None
    if sign is None:
        raise NoMethod
    return fulfils(sign, relation)


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
