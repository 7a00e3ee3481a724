"""Polynomials of two variables with one letter: the points at one sample carried over to its cell.

Off the boundaries of `algebra/cells/systems/planar.py` the candidates are as many and move
continuously; a simple one keeps its kind, for its Hessian, or bordered one, keeps its signs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.cells.plain_form import plainest
from calctool.algebra.cells.plane import NoMethod as NoPlane
from calctool.algebra.cells.projection import Boundary
from calctool.algebra.cells.systems.planar import boundaries_of, planar
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.algebra.tidy.constants import worked_out
from calctool.notation.tree import Name, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Completeness, State
from calctool.solve.candidates import CandidatePoint, Extreme, Place, PointKind, Test
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve, answered, with_values
from calctool.solve.optimum.cases.line import of_one
from calctool.solve.optimum.cases.methods.carried import Ends
from calctool.solve.optimum.cases.methods.far_out import far_out, lowest
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.table.cases.places import Places, is_same
from calctool.words.extrema import cases as words


def polynomial(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where f, or a constraint, is no polynomial, or there is more than one letter."""
    task = problem(whole.question)
    if len(task.names) != 2 or len(whole.question.parameters) != 1 or len(task.constraints) > 1:
        raise NoMethod
    needs = any(not each.names.isdisjoint(task.names) for each in task.domain)
    if task.box or needs or any(each.side for each in task.asked):
        raise NoMethod
    (letter,) = whole.question.parameters
    manifold = Manifold(task.f, tuple(each.g for each in task.constraints), task.names)
    equations = manifold.equations if task.constraints else manifold.slopes
    if len(equations) != 2:
        raise NoMethod
    try:
        far = far_out(task, letter)
        found = planar(equations, task.names, letter, far.curves)
    except NoPlane:
        raise NoMethod from None

    def inside(cell: Cell) -> OptimumAnswer:
        sample = with_values(whole.question, {letter: number(cell.sample[letter])}, ())
        assert sample is not None  # noqa: S101 (nothing is assumed any more)
        return _Carried(whole, task, cell, found, far, answered(sample, solve)).answer()

    return of_one(whole, solve, found.boundaries, inside, open_cases=True)


class _Carried(Ends):
    """The answer at a sample, with its places as formulas in the letter."""

    def answer(self) -> OptimumAnswer:
        one = self.sample
        if one.families or one.sets or one.completeness.scope or one.completeness.undecided:
            raise NoMethod
        places = {name: Places(self.cell, own) for name, own in self.planar.curves.items()}
        found = [self.point(each, places) for each in one.points]
        points = tuple(each for each in found if each is not None)
        self.named = {name: at for own in places.values() for name, at in own.named.items()}
        if self.task.constraints and not found:
            self.keep_feasible()
        if len(points) < len(found):
            count = len(found) - len(points)
            self.missing.append(words.PLACES_OPEN.filled(count=count))
        kept = tuple(
            each for each in one.completeness.missing if each not in one.completeness.unjudged
        )
        low, high = (
            self.extreme(points, turn, is_whole=len(points) == len(found)) for turn in (-1, 1)
        )
        points = tuple(_judged(each, low, high) for each in points)
        kept = (*kept, *self.missing)
        state = State.PARTIAL if kept else State.COMPLETE
        return replace(
            self.whole,
            points=points,
            minimum=low,
            maximum=high,
            completeness=Completeness(state, words.CARRIED, kept),
            **self.whole.of_case(one),
        )

    def keep_feasible(self) -> None:
        """A set without candidates has points, or none, all over the cell: wherever it has any,
        one of them is nearest to a given point."""
        gs = tuple(each.g for each in self.task.constraints)
        for center in ((0, 0), (1, 2)):
            away = [
                added((Name(each), negated(number(c))))
                for each, c in zip(self.task.names, center, strict=True)
            ]
            distance = added(multiplied((each, each)) for each in away)
            equations = Manifold(distance, gs, self.task.names).equations
            if len(equations) != 2:
                continue  # A circle about that point.
            try:
                found = planar(
                    equations, self.task.names, self.cell.letter, most=budget.NEAREST_DEGREE
                )
            except NoPlane:
                raise NoMethod from None
            self.cut(found.boundaries)
            return
        raise NoMethod

    # --- points ---

    def point(self, point: CandidatePoint, places: dict[str, Places]) -> CandidatePoint | None:
        """None where no formula is known for a coordinate, nor places between which it lies."""
        if point.why != "gradient-zero" or not point.regular:
            raise NoMethod
        known = [(name, places[name].of_table(value)) for name, value in point.at]
        at = tuple((name, value) for name, value in known if value is not None)
        if len(at) < len(known):
            return None
        kind, strict = point.kind, point.strict
        if not _is_simple(point.test):
            kind, strict = self.by_lowest_terms(at, point)
        test = Test(point.test.id, words.CARRIED_TEST, inertia=point.test.inertia)
        multipliers = point.multipliers
        if multipliers is not None:
            multipliers = tuple(self.multipliers(at, multipliers))
        if not _is_simple(point.test):
            decided = kind != "undecided"
            test = Test(
                "lowest-terms" if decided else "not-classified",
                words.LOWEST_TERMS if decided else words.DEGENERATE,
            )
        return replace(
            point,
            at=at,
            value=self.value(self.task.f, at, point.value),
            kind=kind,
            strict=strict,
            test=test,
            multipliers=multipliers,
        )

    def by_lowest_terms(self, at: Place, point: CandidatePoint) -> tuple[PointKind, bool | None]:
        """Of a degenerate point that stays where it is: the form of the lowest degree, in some
        weights, of f - f(p) decides where it is not 0 off the point, or has both signs."""
        if self.task.constraints or any(v.root or not v.is_known or v.expr.names for _, v in at):
            return "undecided", None
        (letter,) = self.whole.question.parameters
        try:
            form = lowest(self.task.f, dict(at), self.task.names, letter)
            self.cut(boundaries_of(form.curves, self.cell.letter))
            signs = form.signs(self.cell)
        except NoPlane:
            return "undecided", None
        if signs is not None and {-1, 1} <= signs:
            return ("saddle" if point.kind == "saddle" else "neither"), None
        if signs is None or len(signs) != 1 or 0 in signs:
            return "undecided", None
        return ("local-minimum" if 1 in signs else "local-maximum"), True

    def cut(self, boundaries: Iterable[Boundary]) -> None:
        """Where something may change inside the cell."""
        for each in boundaries:
            if self.cell.holds(each.at):
                raise Cut(each.causes[0].of, (each.at,))

    def value(self, tree: Tree, at: Place, known: Exact | None) -> Exact | None:
        if known is None:
            return None
        made = substitute(tree, {name: value.expr for name, value in at})
        if any(value.root is not None for _, value in at):
            return Exact(worked_out(made), None, None)
        plain = plainest(made, self.cell)
        at_sample = exact(exact_value(self.cell.at_sample(plain)))
        if not is_same(at_sample, known):
            raise NoMethod
        return Exact(plain, None, None) if plain.names else at_sample

    def multipliers(
        self, at: Place, known: tuple[tuple[str, Exact], ...]
    ) -> Iterator[tuple[str, Exact]]:
        """λ as a quotient in the variable in which the gradient does not vanish at the sample; at
        places without formulas as ∇f·∇g/|∇g|^2, which has a value wherever λ has one."""
        manifold = Manifold(
            self.task.f, tuple(each.g for each in self.task.constraints), self.task.names
        )
        ((letter, value),) = known
        if any(each.root for _, each in at):
            (border,) = manifold.jacobian
            above = added(multiplied(pair) for pair in zip(manifold.slopes, border, strict=True))
            below = added(multiplied((each, each)) for each in border)
            put = {name: each.expr for name, each in at}
            yield letter, Exact(substitute(divided(above, below), put), None, None)
            return
        sample = self.sample_of(at)
        for column in range(len(self.task.names)):
            below = manifold.jacobian[0][column]
            if not known_sign(substitute(self.cell.at_sample(below), sample)):
                continue
            tree = manifold.multipliers((column,))[0]
            found = self.value(tree, at, value)
            assert found is not None  # noqa: S101 (it is known)
            if not any(each.root for _, each in at):
                # The gradient may turn within the cell; where it does, the cell is cut.
                self.sign(substitute(below, {n: v.expr for n, v in at}))
            yield letter, found
            return
        raise NoMethod

    def sample_of(self, at: Place) -> dict[str, Tree]:
        found = {}
        for name, value in at:
            if value.root is not None:
                raise NoMethod
            found[name] = self.cell.at_sample(value.expr)
        return found


def _judged(point: CandidatePoint, low: Extreme, high: Extreme) -> CandidatePoint:
    """An isolated candidate with the least value is a strict minimum, whatever its Hessian."""
    if point.kind != "undecided":
        return point
    test = Test("least-or-greatest", words.LEAST_OR_GREATEST)
    if low.attained and point.at in low.at:
        return replace(point, kind="local-minimum", strict=True, test=test)
    if high.attained and point.at in high.at:
        return replace(point, kind="local-maximum", strict=True, test=test)
    return point


def _is_simple(test: Test) -> bool:
    """Whether no eigenvalue is 0."""
    return test.inertia is not None and test.inertia[2] == 0 and any(test.inertia)
