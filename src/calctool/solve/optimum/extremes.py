"""The ladder: for each side the first argument that proves something, and what others lacked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from calctool import budget
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.unsettled import Unsettled
from calctool.notation.problem import Problem as Rejected
from calctool.notation.walk import substitute
from calctool.solve.candidates import Curve, Extreme
from calctool.solve.exact.order import compared
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.all_values import all_values
from calctool.solve.optimum.arguments.am_gm import means_of_terms
from calctool.solve.optimum.arguments.convex import convex
from calctool.solve.optimum.arguments.far_out import bounded_by_value, unbounded_on_lines
from calctool.solve.optimum.arguments.homogeneous import homogeneous
from calctool.solve.optimum.arguments.inner import composition, independent_inner
from calctool.solve.optimum.arguments.one_variable import one_variable
from calctool.solve.optimum.arguments.over_one import over_one_variable
from calctool.solve.optimum.arguments.parts import product_of_parts, sum_of_parts
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Lacks, Task, Turn
from calctool.solve.optimum.arguments.solved import equation_solved
from calctool.solve.optimum.arguments.squares import squares_as_written
from calctool.solve.optimum.arguments.unions import product_is_zero
from calctool.solve.stationary.short import short
from calctool.words.extrema import ladder as words

Rung = Callable[[Task, Turn, Ask], Bound | Lacks | None]

ARGUMENTS: tuple[Rung, ...] = (
    one_variable,
    bounded_by_value,
    equation_solved,
    product_is_zero,
    sum_of_parts,
    product_of_parts,
    composition,
    squares_as_written,
    means_of_terms,
    convex,
    over_one_variable,
    homogeneous,
    independent_inner,
    unbounded_on_lines,
    all_values,
)
"""In this order: what a second-year student reads most easily comes first."""


class Ladder:
    """The arguments for one question and the smaller ones that it leads to: each is answered
    once, to a certain depth, and so many in all."""

    def __init__(self) -> None:
        self._known: dict[tuple[Task, Turn], Bound | None] = {}
        self._depth = 0
        self.lacks: list[Lacks] = []

    def __call__(self, task: Task, turn: Turn) -> Bound | None:
        """What the first argument proves that proves anything."""
        key = task, turn
        if key not in self._known:
            if self._depth >= budget.LADDER_DEPTH or len(self._known) >= budget.LADDER_ASKS:
                return None
            self._known[key] = None  # While it is asked, nothing is known of it.
            self._depth += 1
            try:
                self._known[key] = self._answer(task, turn)
            finally:
                self._depth -= 1
        return self._known[key]

    def _answer(self, task: Task, turn: Turn) -> Bound | None:
        if task.f.names.isdisjoint(task.names):
            return _constant(task)
        return next(self._proved(task, turn), None)

    def _proved(self, task: Task, turn: Turn) -> Iterator[Bound]:
        for argument in ARGUMENTS:
            try:
                found = argument(task, turn, self)
            except (Unsettled, Undecided, Undefined, Rejected):
                continue
            if isinstance(found, Lacks):
                if self._depth == 1:
                    self.lacks.append(found)
            elif found is not None:
                yield found


def _constant(task: Task) -> Bound | None:
    if task.relations or task.f.names:
        return None
    value = exact(exact_value(task.f))
    return Bound(value, True, "constant", words.ARGUMENTS["constant"], (), ((),))


class Decided(Struct, frozen=True):
    """An extreme value with the numbers of the candidates that have it."""

    extreme: Extreme
    at: tuple[int, ...]


def decided(task: Task, turn: Turn, ladder: Ladder) -> Decided | None:
    """What the ladder proves of one side, at the listed candidates with that value.

    Where none of these has it, or none is listed, the places that the derivation names stand.
    """
    found = ladder(task, turn)
    if found is None:
        return None
    known = [each.value for each in task.listed]
    at = tuple(
        number
        for number, value in enumerate(known)
        if found.attained and value is not None and compared(value, found.value) == 0
    )
    # What is attained at a listed point, be it open for the argument, is attained.
    spots = () if at else tuple(spot for spot in found.at if len(spot) == len(task.names))
    approached = None
    if found.toward is not None and not found.attained:
        points = dict(found.toward.points)
        approached = Curve(
            found.toward.points, found.toward.parameter, short(substitute(task.f, points))
        )
    return Decided(
        Extreme(
            found.attained,
            found.value,
            found.argument,
            found.reason,
            spots,
            approached=approached,
            proof=found.lines,
        ),
        at,
    )
