"""Candidates of a quadratic function on the sides of a polyhedron, with one letter.

On each side f has one stationary point, or none; what holds there has signs that the cell knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from itertools import combinations

from msgspec import Struct

from calctool.algebra.cells.cell import Cell
from calctool.algebra.cells.systems.elimination import Affine, Flat, Form, flat, form, put
from calctool.algebra.field.ring import Element
from calctool.solve.optimum.cases.asked import NoMethod
from calctool.solve.optimum.cases.forks import Looked
from calctool.solve.optimum.cases.methods.quadratic import Squares
from calctool.solve.optimum.cases.methods.system import System
from calctool.solve.optimum.constraint import Constraint
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.record import OptimumAnswer


class Candidate(Struct, frozen=True):
    """A stationary point of some sides: its coordinates, the constraints that hold with equality,
    and the multipliers, by the places of constraints."""

    at: tuple[Element, ...]
    active: tuple[int, ...]
    multipliers: dict[int, Element]


class Sides(Squares):
    """All stationary points of all sides."""

    def __init__(
        self, whole: OptimumAnswer, task: Problem, system: System, at: Looked, cell: Cell
    ) -> None:
        super().__init__(whole, system, at)
        self.task, self.cell = task, cell
        self.all: tuple[Constraint, ...] = system.task.constraints
        self.sides = [k for k, each in enumerate(self.all) if each.side]
        self.equations = [k for k, each in enumerate(self.all) if not each.side]

    def of_distance(self) -> Sides:
        """The same set with the square of the distance from the origin for f."""
        other = copy(self)
        ring, many = self.field.ring, range(len(self.system.names))
        other.b = [self.zero for _ in many]
        other.a = [[ring.constant(2 * int(i == j)) for j in many] for i in many]
        return other

    def candidates(self) -> Iterator[Candidate]:
        seen: set[tuple[str, ...]] = set()
        room = len(self.system.names) - len(self.equations)
        for size in range(room + 1):
            for chosen in combinations(self.sides, size):
                one = self.on(chosen)
                if one is None:
                    continue
                key = tuple(str(self.tree(each)) for each in one.at)
                if key not in seen:
                    seen.add(key)
                    yield one

    def on(self, chosen: tuple[int, ...]) -> Candidate | None:
        """The stationary point where these hold with equality, if it keeps the others."""
        at = self.stationary(chosen)
        if at is None:
            return None
        active = [*self.equations, *chosen]
        for k in self.sides:
            if k in chosen:
                continue
            sign = self.decide.sign(self.slack(k, at))
            if sign == 0:
                active.append(k)
            elif sign == self.all[k].side:
                return None
        active.sort()
        on = self.flat_of(active)
        if len(on.rows) < len(active) or on.solved is None:
            raise NoMethod  # They depend on each other there.
        multipliers = self.multipliers_at(at, active, on)
        idle = [k for k in active if self.all[k].side and not self.decide.sign(multipliers[k])]
        for size in range(1, len(idle) + 1):
            for left_out in combinations(idle, size):
                self.needs_no_zero([k for k in active if k not in left_out])
        return Candidate(at, tuple(active), multipliers)

    def flat_of(self, rows: list[int]) -> Flat:
        return flat(
            self.decide,
            [self.border[k] for k in rows],
            [self.right[k] for k in rows],
            len(self.system.names),
        )

    def form_on(self, rows: list[int]) -> tuple[dict[int, Affine], Form] | None:
        on = self.flat_of(rows)
        if on.solved is None:
            return None
        free = [j for j in range(len(self.system.names)) if j not in on.solved]
        a, b = self.restricted(on.solved, free)
        return on.solved, form(self.decide, a, b, free)

    def stationary(self, chosen: tuple[int, ...]) -> tuple[Element, ...] | None:
        found = self.form_on([*self.equations, *chosen])
        if found is None or found[1].solved is None:
            return None
        solved, one = found
        assert one.solved is not None  # noqa: S101 (it was looked at)
        if one.signs[2]:
            raise NoMethod  # A whole set of points.
        points = {**{j: put(each, one.solved) for j, each in solved.items()}, **one.solved}
        return tuple(points[j].constant for j in range(len(self.system.names)))

    def needs_no_zero(self, rows: list[int]) -> None:
        found = self.form_on(rows)
        if found is None or found[1].signs[2]:
            raise NoMethod

    def slack(self, k: int, at: tuple[Element, ...]) -> Element:
        return self.dot(self.border[k], at) - self.right[k]

    def multipliers_at(
        self, at: tuple[Element, ...], active: list[int], on: Flat
    ) -> dict[int, Element]:
        assert on.solved is not None  # noqa: S101 (the point is there)
        slopes = {j: self.b[j] + self.dot(self.a[j], at) for j in on.solved}
        found = {}
        for place, k in enumerate(active):
            total = self.zero
            for column, row in zip(on.solved, on.transform, strict=True):
                total = total + slopes[column] * row[place]
            found[k] = total
        return found
