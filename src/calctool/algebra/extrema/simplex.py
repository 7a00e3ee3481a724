"""Exact linear programmes over Q with a feasible origin; every answer is checked by its dual."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

Row = Sequence[Fraction]


class Optimum(Struct, frozen=True):
    """The least value, a point that has it, and the multipliers that prove it: all are >= 0, and
    goal + sum of multiplier times row is 0."""

    value: Fraction
    at: tuple[Fraction, ...]
    multipliers: tuple[Fraction, ...]


def least(goal: Row, rows: Sequence[Row], limits: Row) -> Optimum | None:
    """min goal·x where row·x <= limit for each row, the limits being >= 0; None: no lower bound.

    The simplex method on a full tableau with Bland's rule, which never cycles (Bland 1977).
    """
    count, size = len(goal), len(rows)
    table = [
        [*row, *(-entry for entry in row), *_unit(i, size), limits[i]] for i, row in enumerate(rows)
    ]
    costs = [*goal, *(-entry for entry in goal), *[Fraction(0)] * (size + 1)]
    basis = [2 * count + i for i in range(size)]
    while (enter := next((j for j in range(2 * count + size) if costs[j] < 0), None)) is not None:
        ratios = [
            (line[-1] / line[enter], basis[i], i) for i, line in enumerate(table) if line[enter] > 0
        ]
        if not ratios:
            return None
        costs = _pivot(table, costs, min(ratios)[2], enter)
        basis[min(ratios)[2]] = enter
    return _checked(goal, rows, limits, _solution(table, costs, basis, count))


def _unit(index: int, size: int) -> list[Fraction]:
    return [Fraction(index == j) for j in range(size)]


def _pivot(
    table: list[list[Fraction]], costs: list[Fraction], at: int, enter: int
) -> list[Fraction]:
    lead = table[at][enter]
    table[at] = [entry / lead for entry in table[at]]
    for i, line in enumerate(table):
        if i != at and line[enter]:
            table[i] = _reduced(line, table[at], line[enter])
    return _reduced(costs, table[at], costs[enter])


def _reduced(line: list[Fraction], by: list[Fraction], times: Fraction) -> list[Fraction]:
    return [a - times * b for a, b in zip(line, by, strict=True)]


def _solution(
    table: list[list[Fraction]], costs: list[Fraction], basis: list[int], count: int
) -> Optimum:
    found = [Fraction(0)] * len(costs)
    for line, column in zip(table, basis, strict=True):
        found[column] = line[-1]
    at = tuple(found[j] - found[count + j] for j in range(count))
    return Optimum(-costs[-1], at, tuple(costs[2 * count : -1]))


def _checked(goal: Row, rows: Sequence[Row], limits: Row, made: Optimum) -> Optimum:
    """The point keeps all rows, and weak duality shows that none is better."""
    feasible = all(_dot(row, made.at) <= limit for row, limit in zip(rows, limits, strict=True))
    dual = all(
        goal[j]
        + sum((y * row[j] for y, row in zip(made.multipliers, rows, strict=True)), Fraction())
        == 0
        for j in range(len(goal))
    )
    equal = made.value == _dot(goal, made.at) == -_dot(made.multipliers, limits)
    if not (feasible and dual and equal and all(y >= 0 for y in made.multipliers)):
        raise AssertionError("a linear programme was solved wrongly")
    return made


def _dot(a: Row, b: Row) -> Fraction:
    return sum((x * y for x, y in zip(a, b, strict=True)), Fraction(0))
