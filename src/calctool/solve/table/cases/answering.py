"""The answer to a question with a parameter: where its table can change, and one for each case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.cells import projection
from calctool.algebra.cells.branches import formulas_of, jumps
from calctool.algebra.cells.curves import Role, curves
from calctool.algebra.cells.plane import NoMethod, Plane
from calctool.algebra.cells.projection import Cause, Projected, boundaries, project
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.local.switches import switches
from calctool.algebra.roots import LINE, Interval, exact_point, rational_point
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.tidy import readable_forms
from calctool.algebra.unsettled import Unsettled
from calctool.notation.problem import Problem
from calctool.notation.quoted import quoted
from calctool.notation.tree import (
    INFINITY,
    ZERO,
    Name,
    Negative,
    Power,
    Product,
    Relation,
    Sum,
    Tree,
)
from calctool.notation.walk import walk
from calctool.solve import unfinished
from calctool.solve.answer import Case, Completeness, State, in_case
from calctool.solve.exact.line import exact_of, is_infinite
from calctool.solve.question import Stretch
from calctool.solve.table.cases.conditions import condition
from calctool.solve.table.cases.joining import Joined, joined
from calctool.solve.table.cases.line import Line, Solve
from calctool.solve.table.cases.picture import family
from calctool.solve.table.cases.required import curves_for, required
from calctool.solve.table.cases.several import Several, is_open
from calctool.solve.table.cases.united import united
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
        made = Asking(so_far, slope, bend, asked.parameters[0], solve).made()
    except Unsettled:
        raise no_method(asked) from None
    yield replace(made, sketch=family(made.cases)) if asked.drawn else made


def no_method(asked: TableQuestion) -> Problem:
    """What is said where nothing here reaches: never a table for a `generic` value."""
    example = ",".join(f"{name}=2" for name in asked.parameters)
    names = ", ".join(asked.parameters)
    return Problem("parameters.no-method", hint="give-values", names=names, example=example)


class Asking(Struct):
    """A question with one parameter, and what all ways to its answer need."""

    so_far: TableAnswer
    slope: Tree
    bend: Tree
    letter: str
    solve: Solve

    def made(self) -> TableAnswer:
        """The answer by cases; of one that asks `when` the cases may be left out."""
        asked = self.so_far.question
        if len(asked.parameters) > 1:
            return self.several()
        if asked.when is None:
            return self.by_cases(frozenset({"slope", "bend", "break", "zero", "jump"}))
        answer = self.required(asked.when)
        try:
            cases = self.by_cases(frozenset({"slope", "bend", "break", "zero", "jump"}))
        except Unsettled:
            return answer
        return replace(cases, required=answer.required, required_of=asked.when)

    def required(self, when: str) -> TableAnswer:
        """The answer to `when` alone."""
        line, known = self.line(curves_for(when))
        told = Completeness(State.COMPLETE, words.REQUIRED)
        return replace(
            self.so_far,
            required=required(line, known, when),
            required_of=when,
            boundaries=self.listed(known),
            completeness=told,
        )

    def by_cases(self, roles: frozenset[Role]) -> TableAnswer:
        line, known = self.line(roles)
        unfinished.keep(lambda: self.stopped(line))
        known, parts = line.parts(known)
        if not parts:
            raise Problem("parameters.contradictory", names=self.letter)
        stretches = joined(parts, self.letter)
        if all(each.table.is_open_case for each in stretches):
            raise NoMethod
        so_far = replace(self.so_far, boundaries=self.listed(known))
        return _told(so_far, stretches, self.letter)

    def stopped(self, line: Line) -> TableAnswer | None:
        """The cases that are finished, and for which values the work is not."""
        parts = [Joined(part.on, part.table) for part in line.finished()]
        if not parts:
            return None
        left = united([(condition(on, self.letter),) for on in line.left()])
        told = Completeness(State.PARTIAL, words.UNFINISHED, (in_case(left, words.NOT_REACHED),))
        return replace(_told(self.so_far, parts, self.letter), completeness=told)

    def listed(self, known: tuple[projection.Boundary, ...]) -> tuple[Boundary, ...]:
        return tuple(_listed(each, self.so_far.question.variable) for each in known)

    def several(self) -> TableAnswer:
        """For more than one parameter: by their signs, where nothing else matters."""
        asked, letters = (
            self.so_far.question,
            frozenset(self.so_far.question.parameters),
        )
        if asked.when is not None:
            raise NoMethod
        needed = conditions(asked.statement)
        wanted = list(_wanted(asked, self.slope, self.bend, needed))
        plane = Plane(asked.variable, (tree for _, tree in wanted), (*needed, *asked.assumed))
        found = curves(plane, wanted, letters, _ground(asked, needed, letters))
        several = Several(self.so_far, found, _stretch(asked, letters), self.solve)
        unfinished.keep(partial(self.several_stopped, several))
        cases = several.cases(project(plane, found, letters))
        if not cases:
            raise Problem("parameters.contradictory", names=", ".join(asked.parameters))
        if all(is_open(each) for each in cases):
            raise NoMethod
        names = ", ".join(quoted(Name(each)) for each in asked.parameters)
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
        asked, letters = self.so_far.question, frozenset({self.letter})
        needed = conditions(asked.statement)
        listed = _wanted(asked, self.slope, self.bend, needed)
        wanted = [(role, tree) for role, tree in listed if role in roles]
        plane = Plane(asked.variable, (tree for _, tree in wanted), needed)
        found = curves(plane, wanted, letters, _ground(asked, needed, letters))
        projected = project(plane, found, letters)
        _assumed(asked, self.letter, projected)
        solve = self.so_far
        if asked.when is not None and asked.when.startswith("zeros") and not asked.with_zeros:
            solve = replace(solve, question=replace(asked, with_zeros=True))
        line = Line(solve, self.letter, found, self.solve, _stretch(asked, letters))
        return line, boundaries(projected, self.letter)


def _listed(boundary: projection.Boundary, name: str) -> Boundary:
    causes = tuple((cause.why, _readable(cause.of, name)) for cause in boundary.causes)
    return Boundary(exact_of(boundary.at), causes)


def _readable(tree: Tree, name: str) -> Tree:
    """As a reader writes it; what is a product of curves stays one."""
    if isinstance(tree, Product):
        return Product(tuple(_readable(factor, name) for factor in tree.factors))
    moves = readable_forms(tree, tree, name)
    return moves[-1].after if moves else tree


def _told(so_far: TableAnswer, stretches: list[Joined], letter: str) -> TableAnswer:
    cases = tuple(
        Case((condition(each.on, letter),), replace(each.table, cases=())) for each in stretches
    )
    told = Completeness(State.COMPLETE, words.COVERED.filled(name=quoted(Name(letter))))
    return replace(so_far, cases=cases, completeness=told)


def _wanted(
    asked: TableQuestion, slope: Tree, bend: Tree, needed: tuple[Relation, ...]
) -> Iterator[tuple[Role, Tree]]:
    """What the table is made of, as trees that vanish where something happens."""
    f, name = asked.statement, asked.variable
    yield from _each("slope", slope, name)
    yield from _each("bend", bend, name)
    for each in needed:
        yield "break", difference(each)
    for switch in switches(f):
        yield "break", difference(switch.relation)
    for tree in (f, slope, bend):
        yield from (("jump", apart) for apart in jumps(tree, name))
    if asked.domain is not None:
        for end in (asked.domain.start, asked.domain.end):
            if not is_infinite(end):
                yield "break", Sum((Name(name), Negative(end)))
    if asked.with_zeros or (asked.when is not None and asked.when[0] in "fz"):
        yield from _each("zero", f, name)


def _each(role: Role, tree: Tree, name: str) -> Iterator[tuple[Role, Tree]]:
    """Each formula of a function by cases."""
    return ((role, each.tree) for each in formulas_of(tree, name, signs=False))


def _ground(
    asked: TableQuestion, needed: tuple[Relation, ...], letters: frozenset[str]
) -> tuple[Interval, ...]:
    """The part of the line that f does not leave, whatever the parameters are."""
    start = end = None
    known = bounds(each for each in needed if not each.names & letters).get(asked.variable)
    if known is not None:
        start = None if isinstance(known.low, float) else rational_point(known.low)
        end = None if isinstance(known.high, float) else rational_point(known.high)
    if asked.domain is not None:
        if start is None and not is_infinite(asked.domain.start):
            start = exact_point(asked.domain.start)
        if end is None and not is_infinite(asked.domain.end):
            end = exact_point(asked.domain.end)
    if start is None and end is None:
        return (LINE,)
    return (Interval(start, end, (start is not None, end is not None)),)


def _stretch(asked: TableQuestion, letters: frozenset[str]) -> Stretch | None:
    """What is asked of the line; x > 0 for x^a, whatever number a is (x^2 alone has more values).

    NoMethod where that is no interval.
    """
    for part in walk(asked.statement):
        if isinstance(part, Power) and part.exponent.names & letters:
            if part.base == Name(asked.variable) and asked.domain is None:
                return Stretch(start=ZERO, end=INFINITY, closed=(False, False))
            if asked.variable in part.base.names:
                raise NoMethod
    return asked.domain


def _assumed(asked: TableQuestion, letter: str, found: Projected) -> None:
    for each in asked.assumed:
        if letter in each.names:
            tree = difference(each)
            found.conditions.setdefault(tree, []).append(Cause("assumption", tree))
