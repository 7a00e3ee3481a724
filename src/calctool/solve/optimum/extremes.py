"""The ladder: for each side the first argument that proves something, and what others lacked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.extrema.existence.unbounded import Curve as Unbounded
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.unsettled import Unsettled
from calctool.notation.problem import Problem as Rejected
from calctool.notation.tree import Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import CandidatePoint, Curve, Extreme, Place
from calctool.solve.exact.line import constant
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.all_values import all_values
from calctool.solve.optimum.arguments.far_out import bounded_by_value, unbounded_on_lines
from calctool.solve.optimum.arguments.inequalities.am_gm import means_of_terms
from calctool.solve.optimum.arguments.inequalities.convex import convex
from calctool.solve.optimum.arguments.inequalities.squares import squares_as_written
from calctool.solve.optimum.arguments.inequalities.sum_of_squares import sum_of_squares
from calctool.solve.optimum.arguments.inequalities.vertices import corners
from calctool.solve.optimum.arguments.one_variable import one_variable
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Candidate, Lacks, Task, Turn
from calctool.solve.optimum.arguments.smaller.eliminated import bound_of_name
from calctool.solve.optimum.arguments.smaller.homogeneous import homogeneous
from calctool.solve.optimum.arguments.smaller.inner import composition, independent_inner
from calctool.solve.optimum.arguments.smaller.over_one import over_one_variable
from calctool.solve.optimum.arguments.smaller.parts import sum_of_parts
from calctool.solve.optimum.arguments.smaller.products import product_of_parts
from calctool.solve.optimum.arguments.smaller.solved import equation_solved
from calctool.solve.optimum.arguments.smaller.unions import product_is_zero
from calctool.solve.question import Stretch
from calctool.solve.stationary.short import short
from calctool.words.extrema import ladder as words

Rung = Callable[[Task, Turn, Ask], Bound | Lacks | None]

ARGUMENTS: tuple[Rung, ...] = (
    one_variable,
    bounded_by_value,
    equation_solved,
    product_is_zero,
    bound_of_name,
    sum_of_parts,
    product_of_parts,
    composition,
    squares_as_written,
    means_of_terms,
    convex,
    corners,
    over_one_variable,
    homogeneous,
    independent_inner,
    unbounded_on_lines,
    sum_of_squares,
    all_values,
)
"""In this order: what a second-year student reads most easily comes first."""


class Ladder:
    """The arguments for one question and the smaller ones that it leads to: each is answered
    once, to a certain depth, and so many in all."""

    def __init__(self) -> None:
        self._known: dict[tuple[Task, Turn], Bound | None] = {}
        self._depth = 0
        self.lacks: dict[Turn, Lacks] = {}
        """Of the question itself: the last argument that nearly applied."""

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
                    self.lacks[turn] = found
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


def candidate(point: CandidatePoint, sides: Sequence[tuple[str, Stretch]]) -> Candidate:
    """A listed point to the ladder: flat where the gradient vanishes and no side is reached."""
    at = dict(point.at)
    inside = all(_is_between(at[name], side) for name, side in sides if name in at)
    is_flat = point.why == "gradient-zero" and not point.active and inside
    return Candidate(point.value, is_flat=is_flat)


def _is_between(value: Exact, side: Stretch) -> bool:
    return compared(constant(side.start), value) == -1 and compared(value, constant(side.end)) == -1


def decided(task: Task, turn: Turn, ladder: Ladder) -> Decided | None:
    """What the ladder proves of one side, at the listed candidates with that value.

    Where none of these has it, or none is listed, the places that the derivation names stand.
    """
    found = ladder(task, turn)
    if found is None:
        return None
    at = _having(task, found) if found.attained is not False else ()
    # What is attained at a listed point, be it open for the argument, is attained.
    attained = found.attained or (True if at else found.attained)
    whole = tuple(spot for spot in found.at if len(spot) == len(task.names))
    approached = None if attained else _with_value(found.toward, task.f)
    extreme = Extreme(
        attained,
        found.value,
        found.argument,
        found.reason,
        () if at else whole,
        approached=approached,
        proof=found.lines,
    )
    return Decided(extreme, at)


def _having(task: Task, found: Bound) -> tuple[int, ...]:
    """The candidates that have the value; of a value that is attained it is enough that all
    others certainly have not."""
    orders = [None if c.value is None else compared(c.value, found.value) for c in task.listed]
    exact = tuple(number for number, order in enumerate(orders) if order == 0)
    open_ones = tuple(number for number, order in enumerate(orders) if order is None)
    sole = found.attained and task.is_whole and not exact and len(open_ones) == 1
    return open_ones if sole else exact


def _with_value(curve: Curve | None, f: Tree) -> Curve | None:
    if curve is None:
        return None
    return Curve(curve.points, curve.parameter, short(substitute(f, dict(curve.points))))


def as_curve(
    found: Unbounded | None, values: Sequence[tuple[str, Tree]], names: Sequence[str] = ()
) -> Curve | None:
    """A curve of fewer names with `values` of the others, in the order of all the names."""
    if found is None:
        return None
    points = dict(found.points)
    points |= {name: short(substitute(value, points)) for name, value in values}
    order = names or tuple(points)
    if not set(order) <= points.keys():
        return None
    return Curve(tuple((name, points[name]) for name in order), found.parameter, found.value)


def placed(found: Decided, places: Sequence[Place], families: Mapping[int, int]) -> Extreme:
    """The extreme with its candidates as the answer lists them: points, then sets; `families` has
    for a point the number of the family that it stands for."""
    count = len(places)
    return replace(
        found.extreme,
        at=found.extreme.at or tuple(places[i] for i in found.at if i < count),
        families=tuple(families[i] for i in found.at if i in families),
        sets=tuple(i - count for i in found.at if i >= count),
    )


def left_open(extreme: Extreme, turn: Turn, ladder: Ladder) -> Extreme:
    """With what the argument that came closest did not show."""
    lacks = ladder.lacks.get(turn)
    return extreme if lacks is None else replace(extreme, open=lacks.obligation)
