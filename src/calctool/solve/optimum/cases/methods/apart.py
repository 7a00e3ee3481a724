"""Sums of functions of one variable each: the tables of the terms, with their letters.

The gradient is 0 where all derivatives are, and the least value is the sum of the least values; in
a case of the tables no zero of a derivative appears, vanishes or becomes a multiple one, so that
each point keeps the kind that it has at one sample.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added
from calctool.notation.problem import Problem as Refused
from calctool.notation.tree import INFINITY, Negative, Relation, Sum, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Case, Completeness, Condition, State
from calctool.solve.candidates import CandidatePoint, Extreme, Place, Test
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.cases.asked import (
    Found,
    NoMethod,
    Solve,
    answer_at,
    answered,
    needs_of_letters,
    with_values,
)
from calctool.solve.optimum.cases.merging import merged
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.question import Stretch
from calctool.solve.table import answering as table
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.variation import Extreme as TableExtreme
from calctool.solve.variation import Kind
from calctool.words.extrema import cases as words

_OTHER: tuple[Kind, ...] = (
    "kink", "vertical-tangent", "jump", "discontinuity", "undecided",
)  # fmt: skip


def apart(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where f is no such sum, there are constraints, or a letter is in two terms."""
    asked = whole.question
    task = problem(asked)
    if len(task.names) < 2 or needs_of_letters(whole):
        raise NoMethod
    if task.constraints or task.strict_ones or asked.constraints:
        raise NoMethod
    terms = _terms(task.f, task.names)
    letters = [each.names - set(task.names) for each in terms]
    for each in asked.assumed:
        if not any(each.names <= own for own in letters):
            raise NoMethod
    if sum(map(len, letters)) > len(set().union(*letters)):
        raise NoMethod
    sides = dict(asked.domain)
    whole_tables = [
        _table(asked.source, term, name, asked.assumed, sides.get(name))
        for name, term in zip(task.names, terms, strict=True)
    ]
    cases = []
    for chosen in product(*(list(_cases(each)) for each in whole_tables)):
        tables = tuple(one for _, one in chosen)
        when = _all_of(tuple(condition for condition, _ in chosen))
        cases.append(Case(when, _answer(whole, tables, solve, when)))
    boundaries = tuple(each for one in whole_tables for each in one.boundaries)
    return Found(merged(tuple(cases)), boundaries if len(asked.parameters) == 1 else ())


def _terms(f: Tree, names: tuple[str, ...]) -> list[Tree]:
    """The part of each variable, what is free of them beside that of the first."""
    own: dict[str, list[Tree]] = {name: [] for name in names}
    for term in f.terms if isinstance(f, Sum) else (f,):
        used = [name for name in names if name in term.names]
        if len(used) > 1:
            raise NoMethod
        if not used and term.names:
            raise NoMethod
        own[used[0] if used else names[0]].append(term)
    if any(not each.names & {name} for name, parts in own.items() for each in (added(parts),)):
        raise NoMethod
    return [added(parts) for parts in own.values()]


def _table(
    source: str, term: Tree, name: str, assumed: tuple[Relation, ...], side: Stretch | None
) -> TableAnswer:
    letters = term.names - {name}
    known = tuple(each for each in assumed if each.names <= letters)
    question = TableQuestion(source, term, (name,), assumed=known, domain=side)
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
    return last


def _cases(last: TableAnswer) -> Iterator[tuple[Condition, TableAnswer]]:
    for case in last.cases or (Case(((),), None),):
        one = case.answer or replace(last, cases=())
        if not isinstance(one, TableAnswer):
            raise NoMethod
        yield case.when, one


def _all_of(conditions_: tuple[Condition, ...]) -> Condition:
    return tuple(
        tuple(part for group in groups for part in group) for groups in product(*conditions_)
    )


def _answer(
    whole: OptimumAnswer, tables: tuple[TableAnswer, ...], solve: Solve, when: Condition
) -> OptimumAnswer:
    values = {name: value for one in tables for name, value in one.question.where}
    sample = {name: value.expr for one in tables for name, value in one.sample} | values
    asked = with_values(whole.question, sample, ())
    if asked is None or asked.parameters:
        raise NoMethod
    try:
        known = when[0] if len(when) == 1 else ()
        return _Sum(whole, tables, answered(asked, solve), sample, values, known).answer()
    except NoMethod:
        # A term that vanishes for one value leaves whole sets of points.
        found = answer_at(whole, values, solve, ()) if len(values) == len(sample) else None
        if found is None or found.cases:
            raise
        return found


class _Sum(Struct):
    whole: OptimumAnswer
    tables: tuple[TableAnswer, ...]
    sample: OptimumAnswer
    values: dict[str, Tree]
    """Of all letters, at the sample."""
    fixed: dict[str, Tree]
    """Of those that have one value in the case."""
    known: tuple[Relation, ...]
    """What holds of letters in the case."""

    def answer(self) -> OptimumAnswer:
        one = self.sample
        if one.completeness.missing or one.sets or one.families or one.cases:
            raise NoMethod
        known = (*self.whole.question.assumed, *self.known)
        plain = Plain.where(self.whole.question, known)
        left = list(one.points)
        points = []
        for place in product(*map(self.candidates, self.tables)):
            at = tuple(zip(self.whole.question.wrt, place, strict=True))
            own = next((p for p in left if self.is_there(at, p)), None)
            if own is None or own.kind == "undecided":
                raise NoMethod
            left.remove(own)
            points.append(self.point(own, at, plain))
        if left:
            raise NoMethod
        low, high = (self.extreme(turn, plain) for turn in (-1, 1))
        return replace(
            self.whole,
            points=tuple(points),
            minimum=low,
            maximum=high,
            completeness=Completeness(State.COMPLETE, words.APART),
            sample=tuple((n, v) for n, v in self.values.items()),
        )

    def candidates(self, one: TableAnswer) -> list[Exact]:
        """The zeros of the derivative, and the ends that belong to the interval."""
        if one.completeness.state is not State.COMPLETE or one.families or one.period is not None:
            raise NoMethod
        if any(point.is_a(*_OTHER) for point in one.points):
            raise NoMethod
        if any(interval.sign == 0 for interval in one.intervals):
            raise NoMethod
        found = [point.at for point in one.points if point.is_a("stationary", "endpoint")]
        if any(not at.is_known for at in found):
            raise NoMethod
        return found

    def is_there(self, at: Place, point: CandidatePoint) -> bool:
        return all(
            compared(exact(exact_value(substitute(own.expr, self.values))), value) == 0
            for (_, own), (_, value) in zip(at, point.at, strict=True)
        )

    def point(self, own: CandidatePoint, at: Place, plain: Plain) -> CandidatePoint:
        place = {name: each.expr for name, each in at}
        f = substitute(self.whole.question.statement, self.fixed | place)
        test = Test(own.test.id, words.CARRIED_TEST, inertia=own.test.inertia)
        return replace(own, at=at, value=_exact(plain(f)), test=test)

    def extreme(self, turn: int, plain: Plain) -> Extreme:
        ends = [one.minimum if turn < 0 else one.maximum for one in self.tables]
        known = [each for each in ends if each is not None and each.attained is not None]
        if len(known) < len(ends) or any(e.value is None or e.families or e.members for e in known):
            raise NoMethod
        values = [each.value.expr for each in known if each.value is not None]
        if any(map(is_infinite, values)):
            end = Negative(INFINITY) if turn < 0 else INFINITY
            return Extreme(False, Exact(end, None, None), "sum-of-parts", words.APART)
        if not all(each.attained for each in known):
            return Extreme(False, _exact(plain(added(values))), "sum-of-parts", words.APART)
        names = self.whole.question.wrt
        places = product(*map(_places, known))
        at = tuple(tuple(zip(names, place, strict=True)) for place in places)
        return Extreme(True, _exact(plain(added(values))), "sum-of-parts", words.APART, at)


def _places(extreme: TableExtreme) -> tuple[Exact, ...]:
    if not extreme.at:
        raise NoMethod
    return extreme.at


def _exact(tree: Tree) -> Exact:
    return Exact(tree, None, None) if tree.names else exact(exact_value(tree))
