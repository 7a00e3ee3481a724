"""Quadratic functions, free or under linear equations: squares are completed, letters and all.

The numbers of positive, negative and zero squares say what the stationary points are and whether f
is bounded; where a pivot may be 0 or change its sign, the letters are divided there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from msgspec.structs import replace

from calctool.algebra.build import added, multiplied
from calctool.algebra.cells.systems.decisions import Decisions
from calctool.algebra.cells.systems.elimination import Affine, Flat, Form, flat, form, put
from calctool.algebra.clean import clean
from calctool.algebra.field.ring import Element
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import INFINITY, Name, Negative, Relation, Tree
from calctool.solve.answer import Completeness, State
from calctool.solve.candidates import (
    CandidatePoint,
    Extreme,
    Place,
    PointKind,
    PointSet,
    Stretch,
    Test,
)
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve
from calctool.solve.optimum.cases.forks import Looked, by_letters
from calctool.solve.optimum.cases.methods.system import System
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words.extrema import cases as words

_FREE = ("t", "s", "r", "q", "p", "w", "v", "u")


def quadratic(whole: OptimumAnswer, solve: Solve) -> Found:
    """A case for each combination of signs that matters; NoMethod where f is not quadratic, or a
    constraint not a linear equation."""
    task = problem(whole.question)
    system = System(task)
    if not system.is_linear:
        raise NoMethod

    def looked(at: Looked) -> OptimumAnswer:
        try:
            return Squares(whole, system, at).answer()
        except Undecided:
            raise NoMethod from None

    return by_letters(whole, solve, system.trees, looked)


class Squares:
    """The system where the signs that it asks for are known."""

    def __init__(self, whole: OptimumAnswer, system: System, at: Looked) -> None:
        self.whole, self.system = whole, system
        self.decide: Decisions = at.decide
        self.plain: Plain = at.plain
        self.field = at.decide.field
        ring = self.field.ring
        self.zero, self.half = ring.constant(0), ring.constant(Fraction(1, 2))
        n, m = len(system.names), len(system.task.constraints)
        given = iter(at.decide.elements)
        self.c = next(given)
        self.b = [next(given) for _ in range(n)]
        self.a = [[next(given) for _ in range(n)] for _ in range(n)]
        self.right = [-next(given) for _ in range(m)]
        self.border = [[next(given) for _ in range(n)] for _ in range(m)]

    def answer(self) -> OptimumAnswer:
        n = len(self.system.names)
        on = flat(self.decide, self.border, self.right, n)
        if on.solved is None:
            return self.told((), (), (Extreme(False, None, "infeasible", words.INFEASIBLE),) * 2)
        free = [j for j in range(n) if j not in on.solved]
        a, b = self.restricted(on.solved, free)
        found = form(self.decide, a, b, free)
        if found.solved is None:
            low, high = (self.unbounded(turn) for turn in (-1, 1))
            return self.told((), (), (low, high))
        points = {**{j: put(each, found.solved) for j, each in on.solved.items()}, **found.solved}
        left = [j for j in free if j not in found.solved]
        value = self.value(points)
        if left:
            return self.of_set(found, points, left, value)
        return self.of_point(on, found, points, value)

    def restricted(
        self, solved: dict[int, Affine], free: list[int]
    ) -> tuple[list[list[Element]], list[Element]]:
        """f on the flat set, as a quadratic function of the free variables."""
        n = len(self.system.names)
        ring = self.field.ring
        one, many = ring.constant(1), range(n)
        base = [solved[j].constant if j in solved else self.zero for j in many]
        moves = {j: each.slopes for j, each in solved.items()} | {k: {k: one} for k in free}
        along = {k: [moves[j].get(k, self.zero) for j in many] for k in free}
        slope = [self.b[j] + self.dot(self.a[j], base) for j in many]
        b = [self.dot(slope, along[k]) if k in along else self.zero for k in many]
        a = [[self.zero] * n for _ in many]
        for k in free:
            images = [self.dot(self.a[j], along[k]) for j in many]
            for m in free:
                a[m][k] = self.dot(along[m], images)
        return a, b

    def dot(self, one: Iterable[Element], other: Iterable[Element]) -> Element:
        total = self.zero
        for p, q in zip(one, other, strict=True):
            total = total + p * q
        return total

    def value(self, points: dict[int, Affine]) -> Element:
        """f at any of the points: that at those where all free variables are 0."""
        at = [
            points[j].constant if j in points else self.zero for j in range(len(self.system.names))
        ]
        images = [self.dot(row, at) for row in self.a]
        return self.c + self.dot(self.b, at) + self.half * self.dot(images, at)

    # --- what is told ---

    def of_point(
        self, on: Flat, found: Form, points: dict[int, Affine], value: Element
    ) -> OptimumAnswer:
        kind = _kind(found.signs)
        at = tuple(
            (name, self.exact(points[j].constant)) for j, name in enumerate(self.system.names)
        )
        f = self.exact(value)
        constraints = self.system.task.constraints
        point = CandidatePoint(
            at,
            f,
            kind,
            "gradient-zero",
            self.test(found),
            strict=None if kind == "saddle" else True,
            multipliers=self.multipliers(on, points) if constraints else None,
            regular=len(on.rows) == len(constraints),
            active=tuple(each.number for each in constraints),
        )
        extremes = self.extremes(found, f, at=(at,), sets=())
        return self.told((point,), (), extremes)

    def multipliers(
        self, on: Flat, points: dict[int, Affine]
    ) -> tuple[tuple[str, Exact], ...] | None:
        """λ with ∇f = Σ λ*g: in the columns that were solved for the gradients are independent."""
        constraints = self.system.task.constraints
        if len(on.rows) < len(constraints):
            return None
        assert on.solved is not None  # noqa: S101 (there is a point)
        at = [points[j].constant for j in range(len(self.system.names))]
        slopes = {j: self.b[j] + self.dot(self.a[j], at) for j in on.solved}
        found = []
        for k, each in enumerate(constraints):
            total = self.zero
            for column, row in zip(on.solved, on.transform, strict=True):
                total = total + slopes[column] * row[k]
            found.append((each.letter, self.exact(total)))
        return tuple(found)

    def of_set(
        self, found: Form, points: dict[int, Affine], left: list[int], value: Element
    ) -> OptimumAnswer:
        names = self.system.names
        letters = self.letters(len(left))
        parameters = dict(zip(left, letters, strict=True))
        along: list[tuple[str, Tree]] = []
        equations: list[Relation] = []
        for j, name in enumerate(names):
            if j in parameters:
                along.append((name, Name(parameters[j])))
                continue
            own = points[j]
            along.append((name, self.affine(own, parameters)))
            right = self.affine(own, {k: names[k] for k in left})
            equations.append(Relation(Name(name), "=", right))
        kinds = tuple(Stretch((), kind, self.test(found)) for kind in _kinds_of_set(found.signs))
        f = self.exact(value)
        one = PointSet(tuple(equations), tuple(along), letters, kinds, f)
        return self.told((), (one,), self.extremes(found, f, at=(), sets=(0,)))

    def letters(self, count: int) -> tuple[str, ...]:
        asked = self.whole.question
        taken = {*asked.wrt, *asked.parameters}
        return tuple(name for name in _FREE if name not in taken)[:count]

    def affine(self, given: Affine, names: dict[int, str]) -> Tree:
        terms = [self.tree(given.constant)]
        for k, c in given.slopes.items():
            terms.append(multiplied((self.tree(c), Name(names[k]))))
        return clean(added(terms))

    def extremes(
        self, found: Form, value: Exact, at: tuple[Place, ...], sets: tuple[int, ...]
    ) -> tuple[Extreme, Extreme]:
        positive, negative, _ = found.signs
        made = []
        for turn, other in ((-1, negative), (1, positive)):
            if other:
                made.append(self.unbounded(turn))
                continue
            reason = words.BOUNDED[turn]
            made.append(Extreme(True, value, "completed-squares", reason, at=at, sets=sets))
        return made[0], made[1]

    def unbounded(self, turn: int) -> Extreme:
        end = Negative(INFINITY) if turn < 0 else INFINITY
        value = Exact(end, None, None)
        return Extreme(False, value, "completed-squares", words.NOT_BOUNDED[turn])

    def test(self, found: Form) -> Test:
        positive, negative, zero = found.signs
        reason = words.SQUARES.filled(positive=str(positive), negative=str(negative))
        return Test("completed-squares", reason, inertia=(positive, negative, zero))

    def told(
        self,
        points: tuple[CandidatePoint, ...],
        sets: tuple[PointSet, ...],
        extremes: tuple[Extreme, Extreme],
    ) -> OptimumAnswer:
        low, high = extremes
        changes = {} if not self.system.task.constraints else {
            "feasible": low.argument != "infeasible"
        }  # fmt: skip
        return replace(
            self.whole,
            points=points,
            sets=sets,
            minimum=low,
            maximum=high,
            completeness=Completeness(State.COMPLETE, words.SQUARES_REASON),
            **changes,
        )

    # --- numbers ---

    def tree(self, element: Element) -> Tree:
        found = self.field.to_tree(element)
        if found is None:
            raise Undecided
        return self.plain(found)

    def exact(self, element: Element) -> Exact:
        tree = self.tree(element)
        return Exact(tree, None, None) if tree.names else exact(tree)


def _kind(signs: tuple[int, int, int]) -> PointKind:
    positive, negative, _ = signs
    if positive and negative:
        return "saddle"
    return "local-maximum" if negative else "local-minimum"


def _kinds_of_set(signs: tuple[int, int, int]) -> Iterator[PointKind]:
    """A constant function is least and greatest everywhere."""
    yield _kind(signs)
    if not any(signs[:2]):
        yield "local-maximum"
