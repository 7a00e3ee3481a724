"""Extremes by a variation table, where the constraints leave one free variable."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from calctool.algebra.ball.over import over
from calctool.notation.problem import Problem
from calctool.notation.tree import Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import Place
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.reduced.branches import Branch
from calctool.solve.variation import Extreme as TableExtreme

if TYPE_CHECKING:
    from calctool.solve.table.record import TableAnswer


class Course(Struct, frozen=True):
    """f on every branch; no branch with a value means that there is no feasible point."""

    tables: tuple[tuple[Branch, TableAnswer], ...]

    def extreme(self, turn: int) -> tuple[Branch, TableExtreme, tuple[Place, ...]] | None:
        """The greatest value for turn 1, the least for -1, where one table has it, and all places
        without the variables that f does not depend on; None where one branch is open."""
        best: tuple[Branch, TableExtreme] | None = None
        places: list[Place] = []
        for branch, made in self.tables:
            one = made.maximum if turn > 0 else made.minimum
            if one is None or one.attained is None or one.value is None:
                return None
            order = turn if best is None else _compared(one, best[1])
            if order is None:
                return None
            if order == turn:
                places = []
            if order in (0, turn) and one.attained:
                places += _lifted(branch, one)
            if order == turn or (order == 0 and one.attained):
                best = branch, one
        return None if best is None else (*best, tuple(dict.fromkeys(places)))


@lru_cache(maxsize=16)
def course(branches: tuple[Branch, ...]) -> Course | None:
    """None where some branch has more than one free variable or no table."""
    from calctool.solve.table import answering as table
    from calctool.solve.table.record import TableQuestion

    found = []
    for branch in branches:
        if len(branch.names) != 1 or branch.function.names != set(branch.names):
            return None
        try:
            *_, made = table.answer(TableQuestion("", branch.function, branch.names))
        except Problem as problem:
            if problem.id == "question.defined-nowhere":
                continue
            return None
        found.append((branch, made))
    return Course(tuple(found))


def _compared(one: TableExtreme, other: TableExtreme) -> int | None:
    if one.value is None or other.value is None:
        return None
    return compared(one.value, other.value)


def _lifted(branch: Branch, one: TableExtreme) -> Iterator[Place]:
    """Where it is attained, with the coordinates that the constraints give."""
    (free,) = branch.names
    for at in one.at:
        others = [(name, _value(value, free, at)) for name, value in branch.values]
        found = tuple((name, value) for name, value in others if value is not None)
        if len(found) == len(others):
            yield ((free, at), *found)


def _value(tree: Tree, free: str, at: Exact) -> Exact | None:
    """By an enclosure where the place is known by one."""
    if at.is_known:
        return exact(exact_value(substitute(tree, {free: at.expr})))
    if at.low is None or at.high is None:
        return None
    bounds = over(tree, free, at.low, at.high)
    return None if bounds is None else enclosed(*bounds)


def substitution(branch: Branch) -> Iterator[Relation]:
    """What the variables are that are left no more."""
    for name, value in branch.values:
        yield Relation(Name(name), "=", value)
