"""An equation that gives one of two variables: f of the other one, by its tables by cases."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import divided, negated
from calctool.algebra.cells.systems.decisions import OPEN, Assumed
from calctool.algebra.clean import clean
from calctool.notation.problem import Problem as Refused
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Case, Completeness, State
from calctool.solve.candidates import CandidatePoint, Extreme, Place, PointKind, Test
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact
from calctool.solve.optimum.cases.asked import Found, NoMethod, Solve, needs_of_letters
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.problem import Problem, problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.stationary.manifold import gradient
from calctool.solve.table import answering as table
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.variation import Extreme as TableExtreme
from calctool.solve.variation import Kind, TablePoint
from calctool.words import Words
from calctool.words.extrema import cases as words

_BROKEN: tuple[Kind, ...] = (
    "kink",
    "vertical-tangent",
    "jump",
    "discontinuity",
    "endpoint",
    "undecided",
)


def eliminated(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where no variable is given, or the table of the other one is not whole."""
    del solve
    asked = whole.question
    task = problem(asked)
    if len(task.names) != 2 or len(task.constraints) != 1 or task.box or task.constraints[0].side:
        raise NoMethod
    if needs_of_letters(whole):
        raise NoMethod
    for name, other in (tuple(reversed(task.names)), task.names):
        given = _given(task, name, asked.assumed)
        if given is not None:
            return _Eliminated(whole, task, name, other, given).found()
    raise NoMethod


def _given(task: Problem, name: str, assumed: tuple[Relation, ...]) -> Tree | None:
    """The variable, where the equation is linear in it and its coefficient is never 0."""
    g = task.constraints[0].g
    (slope,) = gradient(g, (name,))
    if not slope.names.isdisjoint(task.names):
        return None
    try:
        decide = Assumed(assumed, (slope,))
        if decide.is_zero(decide.elements[0]):
            return None
    except OPEN:
        return None
    return divided(negated(clean(substitute(g, {name: ZERO}))), slope)


class _Eliminated(Struct):
    whole: OptimumAnswer
    task: Problem
    name: str
    other: str
    given: Tree

    def found(self) -> Found:
        asked = self.whole.question
        f = clean(substitute(asked.statement, {self.name: self.given}))
        if self.other not in f.names:
            raise NoMethod
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
            values = dict(case.answer.question.where)
            cases.append(Case(case.when, self.of(case.answer, values)))
        return Found(tuple(cases), last.boundaries if len(asked.parameters) == 1 else ())

    def of(self, one: TableAnswer, values: dict[str, Tree]) -> OptimumAnswer:
        if one.completeness.state is not State.COMPLETE or one.families or one.period is not None:
            raise NoMethod
        if any(point.is_a(*_BROKEN) for point in one.points) or one.minimum is None:
            raise NoMethod
        if any(interval.sign == 0 for interval in one.intervals) or one.maximum is None:
            raise NoMethod
        plain = Plain.where(self.whole.question, self.whole.question.assumed)
        flat = [point for point in one.points if point.is_a("stationary")]
        points = tuple(self.point(point, values, plain) for point in flat)
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

    def point(self, point: TablePoint, values: dict[str, Tree], plain: Plain) -> CandidatePoint:
        at = self.place(point.at, values, plain)
        low, high = point.is_a("local-minimum"), point.is_a("local-maximum")
        kind: PointKind = "local-minimum" if low else "local-maximum" if high else "neither"
        (constraint,) = self.task.constraints
        f, g = (gradient(tree, (self.name,))[0] for tree in (self.task.f, constraint.g))
        put = {**values, **{name: value.expr for name, value in at}}
        return CandidatePoint(
            at,
            point.value,
            kind,
            "gradient-zero",
            Test("reduced", self.reason()),
            strict=None if kind == "neither" else True,
            multipliers=((constraint.letter, self.exact(plain(substitute(divided(f, g), put)))),),
            active=(1,),
        )

    def extreme(self, one: TableExtreme, values: dict[str, Tree], plain: Plain) -> Extreme:
        if one.attained is None or one.families or one.members:
            raise NoMethod
        at = tuple(self.place(each, values, plain) for each in one.at if not is_infinite(each.expr))
        return Extreme(one.attained, one.value, "reduced", self.reason(), at)

    @staticmethod
    def exact(tree: Tree) -> Exact:
        return Exact(tree, None, None) if tree.names else exact(tree)
