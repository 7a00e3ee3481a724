"""The answer to a question with a parameter: where its table can change, and one for each case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.cells import projection
from calctool.algebra.cells.curves import Role
from calctool.algebra.cells.partition import Part
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.projection import boundaries
from calctool.algebra.cells.space.space import Space
from calctool.algebra.tidy import readable_forms
from calctool.algebra.unsettled import Unsettled
from calctool.notation.problem import Problem
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name, Product, Tree
from calctool.solve import unfinished
from calctool.solve.answer import Case, Completeness, State, Status, in_case
from calctool.solve.exact.line import exact_of
from calctool.solve.table.cases.conditions import condition
from calctool.solve.table.cases.joining import joined
from calctool.solve.table.cases.line import Line, Solve
from calctool.solve.table.cases.moved.phases import moved_back, without_phase
from calctool.solve.table.cases.picture import family
from calctool.solve.table.cases.required import Required, curves_for, required, required_by_values
from calctool.solve.table.cases.space.equations import Equations
from calctool.solve.table.cases.space.holding import Holding
from calctool.solve.table.cases.space.sectors import Several, is_open
from calctool.solve.table.cases.united import united
from calctool.solve.table.cases.wanted import ALL, GOES, projected, stretch
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.variation import Boundary
from calctool.words import table as words


def by_cases(so_far: TableAnswer, slope: Tree, bend: Tree, solve: Solve) -> Iterator[TableAnswer]:
    """The answer without cases, then with all of them.

    `so_far` has the derivatives, which are `slope` and `bend` without abbreviations; `solve`
    answers the same question for a number. Raises Problem where no method applies.
    """
    asked = so_far.question
    try:
        made = _moved(so_far, solve) or _by_itself_or_changed(Asking(so_far, slope, bend, solve))
    except Unsettled:
        raise no_method(asked) from None
    yield replace(made, sketch=family(made.cases)) if asked.drawn else made


def _by_itself_or_changed(asking: Asking) -> TableAnswer:
    """With another letter or in other units where that is complete, or all that there is."""
    from calctool.solve.table.cases.moved.renamed import by_renaming
    from calctool.solve.table.cases.moved.scaled import by_scaling

    made: TableAnswer | None = None
    try:
        made = asking.made()
        if made.status is Status.COMPLETE:
            return made
    except Unsettled:
        pass
    for otherwise in (by_renaming, by_scaling):
        try:
            other = otherwise(asking.so_far, asking.solve)
        except (Unsettled, Problem):
            continue
        if made is None or other.status is Status.COMPLETE:
            return other
    if made is None:
        raise NoMethod
    return made


def _moved(so_far: TableAnswer, solve: Solve) -> TableAnswer | None:
    """Where letters stand in a phase only: the answer without them, moved."""
    moved = without_phase(so_far.question)
    if moved is None:
        return None
    last: TableAnswer | None = None
    with unfinished.on_the_way():
        for part in solve(moved.asked):
            last = part
    return None if last is None or last.status is Status.ERROR else moved_back(last, so_far, moved)


def no_method(asked: TableQuestion) -> Problem:
    """What is said where nothing here reaches: never a table for a `generic` value."""
    example = ",".join(f"{name}=2" for name in asked.parameters)
    names = ", ".join(asked.parameters)
    return Problem("parameters.no-method", hint="give-values", names=names, example=example)


class Asking(Struct):
    """A question with parameters, and what all ways to its answer need."""

    so_far: TableAnswer
    slope: Tree
    bend: Tree
    solve: Solve

    @property
    def asked(self) -> TableQuestion:
        return self.so_far.question

    @property
    def is_of_one(self) -> bool:
        return len(self.asked.parameters) == 1

    def made(self) -> TableAnswer:
        """The answer by cases; of one that asks `when` the cases may be left out."""
        when = self.asked.when
        if when is None:
            return self.whole() if self.asked.with_zeros else self.in_cases(ALL)
        found, known = self.required(when)
        answer = _requiring(replace(self.so_far, boundaries=self.listed(known)), found, when)
        if self.asked.without_cases:
            return answer
        for roles in (ALL, GOES):
            try:
                return _requiring(self.in_cases(roles), found, when)
            except Unsettled:
                continue
        return answer

    def whole(self) -> TableAnswer:
        """With the zeros of f, if it is known where their number changes."""
        try:
            return self.in_cases(ALL)
        except Unsettled:
            asked = replace(self.asked, with_zeros=False)
            goes = replace(self, so_far=replace(self.so_far, question=asked)).in_cases(GOES)
        told = goes.completeness
        missing = (*told.missing, words.ZEROS_BY_CASES)
        told = Completeness(State.PARTIAL, told.reason, missing)
        return replace(goes, question=self.asked, completeness=told)

    # --- for which parameters ---

    def required(self, when: str) -> tuple[Required, tuple[projection.Boundary, ...]]:
        """The answer to `when`, and the boundaries that it rests on. Raises Unsettled where
        nothing is known."""
        try:
            if not self.is_of_one:
                return self.holding(when).by_signs(self.space(curves_for(when))), ()
            line, known = self.line(curves_for(when))
            return required(line, known, when), known
        except Unsettled:
            if not when.startswith("f"):
                raise
        if not self.is_of_one:
            return self.holding(when).by_values(self.several(GOES).cases), ()
        line, known = self.line(GOES)
        return required_by_values(line, known, when), known

    def holding(self, when: str) -> Holding:
        asked = replace(
            self.asked, without_cases=True, with_zeros=self.asked.with_zeros or when[0] == "z"
        )
        whole = replace(self.so_far, question=asked)
        return Holding(Equations(whole, stretch(asked), self.solve))

    def space(self, roles: frozenset[Role]) -> Space:
        found, changing = projected(self.asked, self.slope, self.bend, roles)
        return Several(self.so_far, found, stretch(self.asked), self.solve).space(changing)

    # --- the cases ---

    def in_cases(self, roles: frozenset[Role]) -> TableAnswer:
        return self.by_cases(roles) if self.is_of_one else self.several(roles)

    def by_cases(self, roles: frozenset[Role]) -> TableAnswer:
        line, known = self.line(roles)
        unfinished.keep(lambda: self.stopped(line))
        known, parts = line.partition.parts(known)
        if not parts:
            raise Problem("parameters.contradictory", names=line.letter)
        stretches = joined(parts, line.letter)
        if all(each.answer.is_open_case for each in stretches):
            raise NoMethod
        so_far = replace(self.so_far, boundaries=self.listed(known))
        return _told(so_far, stretches, line.letter)

    def stopped(self, line: Line) -> TableAnswer | None:
        """The cases that are finished, and for which values the work is not."""
        parts = line.partition.finished()
        if not parts:
            return None
        left = united([(condition(on, line.letter),) for on in line.partition.left()])
        told = Completeness(State.PARTIAL, words.UNFINISHED, (in_case(left, words.NOT_REACHED),))
        return replace(_told(self.so_far, parts, line.letter), completeness=told)

    def listed(self, known: tuple[projection.Boundary, ...]) -> tuple[Boundary, ...]:
        return tuple(_listed(each, self.asked.variable) for each in known)

    def several(self, roles: frozenset[Role]) -> TableAnswer:
        """For more than one parameter: by their signs, where nothing else matters."""
        so_far = replace(self.so_far, question=replace(self.asked, when=None))
        found, changing = projected(self.asked, self.slope, self.bend, roles)
        several = Several(so_far, found, stretch(self.asked), self.solve)
        unfinished.keep(partial(self.several_stopped, several))
        cases = several.cases(changing)
        if not cases:
            raise Problem("parameters.contradictory", names=", ".join(self.asked.parameters))
        if all(is_open(each) for each in cases):
            raise NoMethod
        names = ", ".join(quoted(Name(each)) for each in self.asked.parameters)
        told = Completeness(State.COMPLETE, words.COVERED.filled(name=names))
        return replace(self.so_far, cases=cases, completeness=told)

    def several_stopped(self, several: Several) -> TableAnswer | None:
        """The cases that are finished."""
        if not several.finished:
            return None
        told = Completeness(State.PARTIAL, words.UNFINISHED, (words.NOT_REACHED_CASES,))
        return replace(self.so_far, cases=tuple(several.finished), completeness=told)

    def line(self, roles: frozenset[Role]) -> tuple[Line, tuple[projection.Boundary, ...]]:
        """The line of the parameter, and where the curves of these roles change on it."""
        asked = self.asked
        (letter,) = asked.parameters
        found, changing = projected(asked, self.slope, self.bend, roles)
        solve = self.so_far
        if asked.when is not None and asked.when.startswith("zeros") and not asked.with_zeros:
            solve = replace(solve, question=replace(asked, with_zeros=True))
        line = Line(solve, letter, found, self.solve, stretch(asked))
        return line, boundaries(changing, letter)


def _requiring(answer: TableAnswer, found: Required, when: str) -> TableAnswer:
    """With the answer to `when`, and what of it is open."""
    told = answer.completeness if answer.cases else Completeness(State.COMPLETE, words.REQUIRED)
    if found.open:
        missing = in_case(found.open, words.WHETHER.filled(property=when))
        told = Completeness(State.PARTIAL, told.reason, (*told.missing, missing))
    return replace(
        answer,
        required=found.holds,
        required_open=found.open,
        required_of=when,
        completeness=told,
    )


def _listed(boundary: projection.Boundary, name: str) -> Boundary:
    causes = tuple((cause.why, _readable(cause.of, name)) for cause in boundary.causes)
    return Boundary(exact_of(boundary.at), causes)


def _readable(tree: Tree, name: str) -> Tree:
    """As a reader writes it; what is a product of curves stays one."""
    if isinstance(tree, Product):
        return Product(tuple(_readable(factor, name) for factor in tree.factors))
    moves = readable_forms(tree, tree, name)
    return moves[-1].after if moves else tree


def _told(so_far: TableAnswer, stretches: list[Part[TableAnswer]], letter: str) -> TableAnswer:
    cases = tuple(
        Case((condition(each.on, letter),), replace(each.answer, cases=())) for each in stretches
    )
    told = Completeness(State.COMPLETE, words.COVERED.filled(name=quoted(Name(letter))))
    return replace(so_far, cases=cases, completeness=told)
