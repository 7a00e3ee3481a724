"""Quadratic functions on boxes and under linear inequalities, with one letter.

On each side f has one stationary point, or none. While no pivot, slack or multiplier changes its
sign, the candidates are the same ones, each of its kind: at a point whose active constraints are
independent the kind hangs on the signs of the multipliers and on whether f is positive, or
negative, along the sides where these are 0, and that could change only where a form of such sides
gets an eigenvalue 0 (necessary and sufficient for quadratic functions; Majthay, Optimality
conditions for quadratic programming, Mathematical Programming 1, 1971).
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.cells.cell import Cell
from calctool.algebra.cells.systems.decisions import InCell
from calctool.algebra.cells.systems.elimination import Affine
from calctool.algebra.extrema.existence.bounded_set import compact
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import Tree, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Completeness, State
from calctool.solve.candidates import CandidatePoint, Extreme, Test
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve, answered, with_values
from calctool.solve.optimum.cases.forks import Looked
from calctool.solve.optimum.cases.line import of_one
from calctool.solve.optimum.cases.methods.on_sides import Candidate, Sides
from calctool.solve.optimum.cases.methods.system import System
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words.extrema import cases as words


def on_sides(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where f is not quadratic, or a constraint not linear, or there is no inequality."""
    asked = whole.question
    task = problem(asked)
    if len(asked.parameters) != 1 or task.open_sides or task.domain:
        raise NoMethod
    sides = [each for each in task.asked if each.side]
    if not sides or len(sides) > budget.LETTER_SIDES:
        raise NoMethod
    every = tuple(replace(task, constraints=task.asked, box=()).constraints)
    system = System(replace(task, constraints=every, box=()))
    if not system.has_free_coefficients:
        raise NoMethod
    (letter,) = asked.parameters

    def inside(cell: Cell) -> OptimumAnswer:
        sample = with_values(asked, {letter: number(cell.sample[letter])}, ())
        assert sample is not None  # noqa: S101 (nothing is assumed any more)
        try:
            looked = Looked(InCell(cell, system.trees), Plain(cell))
            return _OnSides(whole, task, system, looked, cell).carried(
                lambda: answered(sample, solve)
            )
        except Undecided:
            raise NoMethod from None

    return of_one(whole, solve, (), inside)


class _OnSides(Sides):
    def carried(self, ask: Callable[[], OptimumAnswer]) -> OptimumAnswer:
        """The answer at the sample, which is asked for when the cell is cut no further."""
        found = list(self.candidates())
        if not found:
            # Whether there is a point at all tells the one nearest to the origin.
            list(self.of_distance().candidates())
        sample = ask()
        if sample.completeness.missing or sample.cases or sample.sets or sample.families:
            raise NoMethod
        points = [self.point(each, found) for each in sample.points]
        if len(points) != len(found):
            raise NoMethod
        low, high = (self.extreme(points, sample, turn) for turn in (-1, 1))
        open_ = tuple(
            name for name, one in ((words.LEAST, low), (words.GREATEST, high))
            if one.attained is None
        )  # fmt: skip
        return replace(
            self.whole,
            points=tuple(points),
            minimum=low,
            maximum=high,
            completeness=Completeness(
                State.PARTIAL if open_ else State.COMPLETE, words.ON_SIDES, open_
            ),
            **self.whole.of_case(sample),
        )

    # --- what is told ---

    def point(self, point: CandidatePoint, found: list[Candidate]) -> CandidatePoint:
        """The point of the sample with formulas for its coordinates."""
        own = next((each for each in found if self.is_there(each, point)), None)
        if own is None or point.kind in ("undecided", "endpoint"):
            raise NoMethod
        names = self.system.names
        at = tuple((name, self.exact(each)) for name, each in zip(names, own.at, strict=True))
        known = {self.all[k].number: each for k, each in own.multipliers.items()}
        multipliers = None if point.multipliers is None else tuple(
            (letter, self.exact(known[number_]) if number_ in known else value)
            for (letter, value), number_ in zip(
                point.multipliers, (c.number for c in self.task.constraints), strict=True
            )
        )  # fmt: skip
        value = self.exact(self.value({j: Affine(v, {}) for j, v in enumerate(own.at)}))
        return replace(
            point,
            at=at,
            value=value,
            test=Test(point.test.id, words.ON_SIDES, inertia=point.test.inertia),
            multipliers=multipliers,
        )

    def is_there(self, one: Candidate, point: CandidatePoint) -> bool:
        return all(
            compared(self.at_sample(self.tree(own)), value) == 0
            for own, (_, value) in zip(one.at, point.at, strict=True)
        )

    def at_sample(self, tree: Tree) -> Exact:
        return exact(exact_value(self.cell.at_sample(tree)))

    def extreme(self, points: list[CandidatePoint], sample: OptimumAnswer, turn: int) -> Extreme:
        known = sample.minimum if turn < 0 else sample.maximum
        assert known is not None  # noqa: S101 (an answer has both)
        if known.argument == "infeasible":
            return known
        bends = self.bends(turn)
        if known.attained and points and (self.is_bounded or bends):
            best = self.best(points, turn)
            values = points[best[0]].value
            return Extreme(True, values, "sides", words.ON_SIDES, tuple(points[i].at for i in best))
        if known.attained is False and known.value is not None and is_infinite(known.value.expr):
            if bends:
                return Extreme(False, known.value, "sides", words.NO_MULTIPLIERS)
            if self.bends(-turn, strictly=True) and self.has_fixed_directions and points:
                return Extreme(False, known.value, "sides", words.FAR_ON_SIDES[turn])
        return Extreme(None, None, "undecided", words.EXTREME_OPEN)

    def bends(self, turn: int, *, strictly: bool = False) -> bool:
        """Whether f is convex (-1) or concave (1) on the equations.

        Then a point is least, or greatest, just where the multipliers have the signs of one, and
        if no point is, f is not bounded (Frank and Wolfe, An algorithm for quadratic programming,
        Naval Research Logistics Quarterly 3, 1956); inside a cell these signs do not change.
        """
        try:
            found = self.form_on(self.equations)
        except Undecided:
            return False
        if found is None:
            return False
        positive, negative, zero = found[1].signs
        return not (negative if turn < 0 else positive) and not (strictly and zero)

    @property
    def is_bounded(self) -> bool:
        """Whether the set is compact: each name has two sides, or no side turns with the letter and
        it is for one value."""
        if self.has_fixed_directions:
            listed = [
                (self.cell.at_sample(negated(each.g) if each.side < 0 else each.g),
                 "<=" if each.side else "=")
                for each in self.all
            ]  # fmt: skip
            return compact(listed, self.system.names).holds is True  # type: ignore[arg-type]
        ends: dict[int, set[int]] = {}
        for k in self.sides:
            used = [j for j, each in enumerate(self.border[k]) if each.parts()[0]]
            if len(used) == 1:
                slope = self.decide.sign(self.border[k][used[0]])
                ends.setdefault(used[0], set()).add(slope * self.all[k].side)
        return all(len(ends.get(j, ())) == 2 for j in range(len(self.system.names)))

    @property
    def has_fixed_directions(self) -> bool:
        """Whether the directions in which the set has no end are the same for every value."""
        return not any(each.names for row in self.system.rows for each in row)

    def best(self, points: list[CandidatePoint], turn: int) -> list[int]:
        best = [0]
        for i in range(1, len(points)):
            one, other = points[i].value, points[best[0]].value
            assert one is not None  # noqa: S101 (each has one)
            assert other is not None  # noqa: S101
            sign = self.sign(added((one.expr, negated(other.expr))))
            if sign == 0:
                best.append(i)
            elif sign == turn:
                best = [i]
        return best

    def sign(self, tree: Tree) -> int:
        plain = self.plain(tree)
        if plain.names:
            return self.cell.sign(plain)
        at = exact(exact_value(substitute(plain, {})))
        found = compared(at, exact(number(0)))
        if found is None:
            raise Undecided
        return found
