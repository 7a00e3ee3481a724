"""Where a polynomial in parameters vanishes: it is solved for one of them, which is put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.space.polynomials import factors, fraction_of, told, tree_of
from calctool.algebra.cells.space.put_back import PutBack
from calctool.algebra.cells.space.solved import (
    NeedNotZero,
    Renamed,
    Solved,
    solved,
    without_roots,
)
from calctool.algebra.cells.space.space import Space
from calctool.algebra.domain.alternatives import plainer
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.extrema.polar.nonempty import has_point
from calctool.algebra.extrema.polar.region import region
from calctool.algebra.field import is_zero
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.unsettled import Unsettled
from calctool.notation.problem import Problem
from calctool.notation.tree import ZERO, Name, Relation, Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve import unfinished
from calctool.solve.answer import Case, Condition
from calctool.solve.exact.order import order
from calctool.solve.exact.values import exact
from calctool.solve.question import Stretch
from calctool.solve.table.cases.line import NOWHERE, Solve, nowhere, open_case
from calctool.solve.table.cases.space.written_back import written_back
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.typed.options.parameters import put_in

Relations = tuple[Relation, ...]


class Known(NamedTuple):
    """`put` for some parameters; of the others `assumed` holds and `equations` are to be solved.
    `told` says the same to a reader."""

    equations: tuple[Tree, ...]
    assumed: Relations
    told: Relations
    put: Mapping[str, Tree] = {}
    new: tuple[Renamed, ...] = ()


class Leaf(NamedTuple):
    """A case, and what was put in for parameters in it; `known` tells of letters that are new."""

    when: Condition
    table: TableAnswer
    known: Known

    @property
    def put(self) -> Mapping[str, Tree]:
        return self.known.put

    def read(self, when: Condition, given: Relations) -> Condition:
        """A condition with the parameters that were asked for."""
        return tuple(plainer(self._read(group), given) for group in when)

    def _read(self, group: Relations) -> Relations:
        for new in reversed(self.known.new):
            back = PutBack(new, self.put, self.known.assumed)
            group = tuple(map(back.relation, group))
        return group

    def case(self, whole: TableAnswer) -> Case:
        """With the parameters that were asked for, also in the table."""
        if not self.known.new:
            return Case(self.when, self.table)
        table = replace(self.table, question=whole.question)
        for new in reversed(self.known.new):
            table = written_back(table, PutBack(new, self.put, self.known.assumed))
        sample = tuple(s for s in table.sample if s[0] in whole.question.parameters)
        when = self.read(self.when, whole.question.assumed)
        return Case(when, replace(table, sample=sample))


class Equations(Struct):
    """A question on sets on which equations between its parameters hold."""

    whole: TableAnswer
    ground: Stretch | None
    solve: Solve

    @property
    def question(self) -> TableQuestion:
        return self.whole.question

    def on(
        self, letters: tuple[str, ...], cut: Polynomial, others: Iterable[Polynomial]
    ) -> Iterator[Leaf]:
        """The cases in which a polynomial is 0 and others are not."""
        apart = tuple(told(p, None, letters) for p in others)
        known = Known(
            (tree_of(cut, letters),),
            (*self.question.assumed, *apart),
            (*apart, told(cut, 0, letters)),
        )
        yield from self.cases(known)

    def cases(self, known: Known) -> Iterator[Leaf]:
        """One is open where an equation is not solved, or no table is found."""
        try:
            found = tuple(self.solved(known))
        except Unsettled:
            yield from self.bare(known, known.assumed, open_case(self.whole))
            return
        yield from found

    def solved(self, known: Known) -> Iterator[Leaf]:
        """Raises Unsettled where something is."""
        if not known.equations:
            yield from self.answered(known)
            return
        first, *rest = known.equations
        if not first.names:
            if is_zero(first):
                yield from self.cases(known._replace(equations=tuple(rest)))
            return
        letters = self.left(known)
        apart: Relations = ()
        for factor in factors(first, letters):
            tree = tree_of(factor, letters)
            own = known._replace(equations=(tree, *rest), assumed=(*known.assumed, *apart))
            if not is_never_zero(tree, letters, own.assumed):
                yield from self.of_factor(own, factor, letters)
            apart = (*apart, Relation(tree, "!=", ZERO))

    def left(self, known: Known) -> tuple[str, ...]:
        named = (*self.question.parameters, *(each.letter for each in known.new))
        return tuple(name for name in named if name not in known.put)

    def of_factor(
        self, known: Known, factor: Polynomial, letters: tuple[str, ...]
    ) -> Iterator[Leaf]:
        def is_not_zero(p: Polynomial) -> bool:
            return bool(p.is_constant()) or is_never_zero(
                tree_of(p, letters), letters, known.assumed
            )

        try:
            new = f"t\ue012{len(known.new)}{len(self.question.where)}"
            parts = tuple(without_roots(factor, letters, is_not_zero, new))
            parts = parts or tuple(solved(factor, letters, is_not_zero))
        except NeedNotZero as need:
            for sign in ("=", "!="):
                relation = Relation(need.tree, sign, ZERO)
                more = (need.tree,) if sign == "=" else ()
                yield from self.cases(
                    Known(
                        (*more, *known.equations),
                        known.assumed if more else (*known.assumed, relation),
                        (*known.told, relation),
                        known.put,
                    )
                )
            return
        for each in parts:
            yield from self.cases(_with(known, each))

    # --- the question that is left ---

    def answered(self, known: Known) -> Iterator[Leaf]:
        """With everything put in."""
        assumed: list[Relation] = []
        for each in known.assumed:
            apart = difference(each)
            nothing = is_zero(apart) is True
            if apart.names and not nothing:
                assumed.append(each)
                continue
            sign = 0 if nothing else order(apart)
            if sign is None:
                raise NoMethod
            if not fulfils(sign, each):
                return
        try:
            answer = self.table_at(known.put, tuple(assumed))
        except Contradictory:
            return
        given = self.question.assumed
        if answer is None:
            yield from self.bare(known, tuple(assumed), nowhere(self.whole))
        elif answer.cases:
            for case in answer.cases:
                both: Condition = tuple(
                    plainer((*known.told, *group), given) for group in case.when
                )
                assert isinstance(case.answer, TableAnswer)  # noqa: S101 (a case of a table)
                yield Leaf(both, self.sampled(case.answer, known.put), known)
        else:
            yield Leaf(
                (plainer(known.told, given),),
                self.sampled(answer, known.put),
                known,
            )

    def bare(self, known: Known, assumed: Relations, answer: TableAnswer) -> Iterator[Leaf]:
        """One case without a table, unless no values of the other parameters keep what is
        assumed."""
        when = (plainer(known.told, self.question.assumed),)
        letters = self.left(known)
        if not letters:
            yield Leaf(when, self.sampled(answer, known.put), known)
        for sector in Space(letters, assumed).sectors()[:1] if letters else ():
            values = dict(zip(letters, map(number, sector.samples[0]), strict=True))
            at = tuple((name, exact(value)) for name, value in values.items())
            yield Leaf(when, self.sampled(replace(answer, sample=at), known.put), known)

    def sampled(self, answer: TableAnswer, put: Mapping[str, Tree]) -> TableAnswer:
        """With values of all parameters."""
        values = {name: at.expr for name, at in answer.sample}
        more = {name: substitute(tree, values) for name, tree in put.items()}
        told = tuple((n, exact(v)) for n, v in sorted((values | more).items()))
        return replace(answer, sample=told)

    def table_at(self, values: Mapping[str, Tree], assumed: Relations) -> TableAnswer | None:
        """The answer with these values put in; None where f is defined nowhere."""
        asked = self.question
        last: TableAnswer | None = None
        try:
            question = replace(
                asked,
                statement=expression(put_in(asked.statement, dict(values))),
                where=(*asked.where, *values.items()),
                assumed=assumed,
                domain=self.ground and self.ground.at(values),
            )
            with unfinished.on_the_way():
                for part in self.solve(question):
                    last = part
        except Problem as problem:
            if problem.id in NOWHERE:
                return None
            if problem.id == "parameters.contradictory":
                raise Contradictory from None
            raise NoMethod from None
        if last is None or (last.minimum is None and not last.cases and last.required is None):
            raise NoMethod
        return last


class Contradictory(Exception):  # noqa: N818 (no fault: there are no such values)
    """No values keep what is assumed."""


def _with(known: Known, each: Solved) -> Known:
    def put(tree: Tree) -> Tree:
        return substitute(tree, dict(each.put))

    told = known.told
    if each.is_branch:
        equal = (Relation(Name(letter), "=", value) for letter, value in each.put.items())
        told = (*told[:-1], *equal)
    strict = tuple(r for r in each.when if r.sign != "=")
    new = known.new
    if each.new is not None:
        new = (*new, each.new)
        strict = (*strict[1:], Relation(Name(each.new.letter), "!=", ZERO))
    return Known(
        tuple(put(r.left) for r in each.when if r.sign == "=")
        + tuple(map(put, known.equations[1:])),
        tuple(Relation(put(r.left), r.sign, put(r.right)) for r in (*known.assumed, *strict)),
        (*told, *each.when),
        {name: put(tree) for name, tree in known.put.items()} | dict(each.put),
        new,
    )


def is_never_zero(tree: Tree, letters: tuple[str, ...], assumed: Relations) -> bool:
    """Whether that is certain where the assumptions hold."""
    found = range_of(tree, bounds(assumed))
    if found.positive or found.negative:
        return True
    if any(
        r.sign in ("!=", "<", ">") and _is_multiple(difference(r), tree, letters) for r in assumed
    ):
        return True
    on = region(ZERO, letters, (*assumed, Relation(tree, "=", ZERO)))
    return on is not None and has_point(on) is False


def _is_multiple(tree: Tree, of: Tree, letters: tuple[str, ...]) -> bool:
    try:
        p, q = (fraction_of(each, letters)[0] for each in (tree, of))
    except NoMethod:
        return False
    return not divmod(p, q)[1]
