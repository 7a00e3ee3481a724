"""An equation that gives one of two variables: f of the other one, by its tables by cases."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.cells.systems.decisions import OPEN, Assumed
from calctool.algebra.clean import clean
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.fences import against_zero
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.domain.reduction import truth
from calctool.algebra.field import prove_equal
from calctool.algebra.local.switches import switches
from calctool.algebra.roots import LINE, zeros
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.problem import Problem as Refused
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Case, Completeness, State
from calctool.solve.candidates import CandidatePoint, Extreme, Place, PointKind, Test, Why
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared, order
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.cases.asked import (
    Found,
    NoMethod,
    Solve,
    answer_at,
    needs_of_letters,
)
from calctool.solve.optimum.cases.methods.peeled import peeled
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.constraint import Constraint
from calctool.solve.optimum.problem import Problem, problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.optimum.reduced.branches import Branch
from calctool.solve.stationary.manifold import gradient
from calctool.solve.table import answering as table
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.variation import Extreme as TableExtreme
from calctool.solve.variation import Kind, TablePoint
from calctool.words import Words
from calctool.words.extrema import cases as words

_OPEN: tuple[Kind, ...] = ("jump", "discontinuity", "undecided")
_CANDIDATES: tuple[Kind, ...] = ("stationary", "kink", "vertical-tangent", "endpoint")


def eliminated(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where no variable is given, or the table of the other one is not whole."""
    asked = whole.question
    task = problem(asked)
    equations = [each for each in task.constraints if not each.side]
    if len(task.names) != 2 or len(equations) != 1:
        raise NoMethod
    if needs_of_letters(whole):
        raise NoMethod
    for name, other in (tuple(reversed(task.names)), task.names):
        given = _given(task, equations[0], name, asked.assumed)
        if given is not None:
            return _Eliminated(whole, task, equations[0], name, other, given).found(solve)
    raise NoMethod


def _given(
    task: Problem, equation: Constraint, name: str, assumed: tuple[Relation, ...]
) -> Tree | None:
    """The variable, where the equation has one solution for it."""
    g = equation.g
    (slope,) = gradient(g, (name,))
    if slope.names.isdisjoint(task.names):
        try:
            decide = Assumed(assumed, (slope,))
            if decide.is_zero(decide.elements[0]):
                return None
        except OPEN:
            return None
        return divided(negated(clean(substitute(g, {name: ZERO}))), slope)
    asked = (each.relation for each in task.inequalities)
    known = bounds((*assumed, *task.needs, *asked))

    def sign(tree: Tree) -> int | None:
        found = range_of(tree, known)
        return 1 if found.positive else -1 if found.negative else None

    return peeled(g, ZERO, name, sign)


class _Eliminated(Struct):
    whole: OptimumAnswer
    task: Problem
    equation: Constraint
    name: str
    other: str
    given: Tree

    def found(self, solve: Solve) -> Found:
        asked = self.whole.question
        f = self.function()
        letters = f.names - {self.other}
        assumed = tuple(each for each in asked.assumed if each.names <= letters)
        question = TableQuestion(asked.source, f, (self.other,), assumed=assumed)
        last: TableAnswer | None = None
        try:
            for part in table.answer(question):
                last = part
        except Refused as refused:
            if refused.id == "parameters.contradictory":
                raise
            raise NoMethod from None
        if last is None:
            raise NoMethod
        listed = last.cases or (Case(((),), last),)
        cases = []
        for case in listed:
            assert isinstance(case.answer, TableAnswer)  # noqa: S101 (a case of a table is a table)
            cases.append(Case(case.when, self.answer(case.answer, solve)))
        return Found(tuple(cases), last.boundaries if len(asked.parameters) == 1 else ())

    def answer(self, one: TableAnswer, solve: Solve) -> OptimumAnswer:
        """By the table; for single values of the letters the question is asked where it does not
        tell."""
        values = dict(one.question.where)
        try:
            return self.of(one, values)
        except NoMethod:
            found = answer_at(self.whole, values, solve, ()) if values else None
            if found is None or found.cases:
                raise
            return found

    def function(self) -> Tree:
        """f of the other variable, with a value only where the constraints and f allow one."""
        put = {self.name: self.given}
        f = clean(substitute(self.task.f, put))
        if self.other not in f.names:
            raise NoMethod
        slacks = [each.g if each.side < 0 else negated(each.g) for each in self.task.asked
                  if each.side]  # fmt: skip
        kept = tuple(clean(substitute(each, put)) for each in slacks)
        needs = [Relation(substitute(each.left, put), each.sign, substitute(each.right, put))
                 for each in self.task.needs]  # fmt: skip
        where = tuple(against_zero(each) for each in needs if truth(each) is not True)
        if any(each.sign not in (">", ">=", "!=") for each in where):
            raise NoMethod
        return Branch(f, (self.other,), (), kept, where).function

    def of(self, one: TableAnswer, values: dict[str, Tree]) -> OptimumAnswer:
        if one.completeness.state is not State.COMPLETE or one.families or one.period is not None:
            raise NoMethod
        if any(point.is_a(*_OPEN) for point in one.points) or one.minimum is None:
            raise NoMethod
        if any(interval.sign == 0 for interval in one.intervals) or one.maximum is None:
            raise NoMethod
        plain = Plain.where(self.whole.question, self.whole.question.assumed)
        listed = [
            point for point in one.points if point.is_a(*_CANDIDATES) and point.value is not None
        ]
        self.all_folds(one, values)
        points = tuple(self.point(point, one, values, plain) for point in listed)
        low, high = (self.extreme(each, values, plain) for each in (one.minimum, one.maximum))
        return replace(
            self.whole,
            points=points,
            minimum=low,
            maximum=high,
            completeness=Completeness(State.COMPLETE, self.reason()),
            sample=tuple((name, value.expr) for name, value in one.sample),
            feasible=bool(one.domain is None or one.domain),
        )

    def all_folds(self, one: TableAnswer, values: dict[str, Tree]) -> None:
        """NoMethod where f has a fold on the set that the table, which follows the set, does not
        show as a kink."""
        trees = (self.task.f, self.equation.g)
        at_sample = {**values, **{name: value.expr for name, value in one.sample}}
        shown = [
            substitute(point.at.expr, at_sample) for point in one.points if point.is_a(*_CANDIDATES)
        ]
        for switch in (each for tree in trees for each in switches(tree)):
            u = substitute(difference(switch.relation), {self.name: self.given})
            found = zeros(substitute(u, at_sample), self.other, (LINE,), whole=True)
            if found.state != "complete" or found.families or found.flat:
                raise NoMethod
            for zero in found.zeros:
                if zero.at.tree is None or not any(
                    compared(exact(zero.at.tree), exact(exact_value(each))) == 0 for each in shown
                ):
                    raise NoMethod

    def reason(self) -> Words:
        return words.ELIMINATED.filled(
            given=quoted(Relation(Name(self.name), "=", self.given)), other=quoted(Name(self.other))
        )

    def place(self, at: Exact, values: dict[str, Tree], plain: Plain) -> Place:
        if not at.is_known:
            raise NoMethod
        given = substitute(self.given, {**values, self.other: at.expr})
        found = {self.other: at, self.name: self.exact(plain(given))}
        return tuple((name, found[name]) for name in self.task.names)

    def point(
        self, point: TablePoint, one: TableAnswer, values: dict[str, Tree], plain: Plain
    ) -> CandidatePoint:
        at = self.place(point.at, values, plain)
        kind = self.kind(point, one)
        put = {**values, **{name: value.expr for name, value in at}}
        active = self.active(put, one)
        multipliers = None
        if not point.is_a("kink", "vertical-tangent") and len(active) < 3:
            multipliers = self.multipliers(active, put, plain)
        why: Why = "gradient-missing" if multipliers is None else "gradient-zero"
        is_side = any(each.origin != "typed" for each in active)
        if point.is_a("endpoint") and (is_side or len(active) == 1):
            why = "endpoint"
            multipliers = multipliers if is_side else None
        return CandidatePoint(
            at,
            point.value,
            kind,
            why,
            Test("reduced", self.reason()),
            strict=None if kind == "neither" else True,
            multipliers=multipliers,
            regular=len(active) < 3,
            active=tuple(each.number for each in active if each.number),
        )

    @staticmethod
    def kind(point: TablePoint, one: TableAnswer) -> PointKind:
        """At an end of the set f goes one way: up, or down."""
        if point.is_a("endpoint"):
            for interval in one.intervals:
                for end, turn in ((interval.start, 1), (interval.end, -1)):
                    if end == point.at and interval.sign:
                        return "local-minimum" if interval.sign == turn else "local-maximum"
            raise NoMethod
        low, high = point.is_a("local-minimum"), point.is_a("local-maximum")
        return "local-minimum" if low else "local-maximum" if high else "neither"

    def active(self, put: dict[str, Tree], one: TableAnswer) -> list[Constraint]:
        """The constraints that are equations at a point, there as in all of the case."""
        found = [self.equation]
        at_sample = {name: value.expr for name, value in one.sample}
        for each in self.task.asked:
            if not each.side:
                continue
            there = substitute(each.g, put)
            if prove_equal(there, ZERO):
                found.append(each)
            elif not order(substitute(there, at_sample)):
                raise NoMethod
        return found

    def multipliers(
        self, active: list[Constraint], put: dict[str, Tree], plain: Plain
    ) -> tuple[tuple[str, Exact], ...] | None:
        """By Cramer's rule; that of a constraint that is no equation there is 0. None where there
        are none, or a gradient has no value."""
        columns = (self.name, self.other)[: len(active)]
        gradients = [gradient(each.g, columns) for each in active]
        slopes = gradient(self.task.f, columns)
        needed = [n for row in (slopes, *gradients) for each in row for n in conditions(each)]
        strict = [difference(each) for each in needed if each.sign in ("!=", "<", ">")]
        if any(prove_equal(substitute(each, put), ZERO) for each in strict):
            return None
        if len(active) == 1:
            solved = [divided(slopes[0], gradients[0][0])]
        else:
            below = _determinant(*gradients)
            solved = [divided(_determinant(slopes, gradients[1]), below),
                      divided(_determinant(gradients[0], slopes), below)]  # fmt: skip
            if prove_equal(substitute(below, put), ZERO):
                return None
        known = {each.number: tree for each, tree in zip(active, solved, strict=True)}
        return tuple(
            (
                each.letter,
                self.exact(plain(substitute(known[each.number], put)))
                if each.number in known
                else exact(ZERO),
            )
            for each in self.task.constraints
        )

    def extreme(self, one: TableExtreme, values: dict[str, Tree], plain: Plain) -> Extreme:
        if one.attained is None or one.families or one.members:
            raise NoMethod
        at = tuple(self.place(each, values, plain) for each in one.at if not is_infinite(each.expr))
        return Extreme(one.attained, one.value, "reduced", self.reason(), at)

    @staticmethod
    def exact(tree: Tree) -> Exact:
        return Exact(tree, None, None) if tree.names else exact(exact_value(tree))


def _determinant(one: tuple[Tree, ...], other: tuple[Tree, ...]) -> Tree:
    return added((multiplied((one[0], other[1])), negated(multiplied((one[1], other[0])))))
