"""Several parameters: a table for each combination of the signs that matter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.orthant import Orthant
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.projection import Projected
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.ranges import decided, range_of
from calctool.notation.problem import Problem
from calctool.notation.tree import ZERO, Name, Relation, Sign, Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Case, Condition
from calctool.solve.question import Stretch
from calctool.solve.table.cases.carried import Carried
from calctool.solve.table.cases.line import NOWHERE, Solve, nowhere
from calctool.solve.table.cases.places import Places
from calctool.solve.table.record import TableAnswer, TableQuestion
from calctool.solve.typed.options.parameters import put_in

_MOST = 3
"""Parameters whose signs are told apart: 27 cases."""
_SIGNS: tuple[Sign, ...] = ("<", "=", ">")


class Several(Struct):
    """A question with parameters of which nothing but signs matters."""

    whole: TableAnswer
    curves: tuple[Curve, ...]
    ground: Stretch | None
    solve: Solve

    @property
    def question(self) -> TableQuestion:
        return self.whole.question

    def cases(self, projected: Projected) -> Iterator[Case]:
        """NoMethod where something else than a sign of a parameter decides."""
        if projected.values:
            raise NoMethod
        assumed = self.question.assumed
        known = bounds(assumed)
        letters: dict[str, None] = {}
        for tree in projected.conditions:
            found = range_of(tree, known)
            if found.positive or found.negative:
                continue
            if not isinstance(tree, Name):
                raise NoMethod
            letters[tree.id] = None
        if len(letters) > _MOST:
            raise NoMethod
        for signs in product(_SIGNS, repeat=len(letters)):
            yield from self.part(dict(zip(sorted(letters), signs, strict=True)))

    def part(self, signs: dict[str, Sign]) -> Iterator[Case]:
        """The case, or the cases, for these signs; none where the assumptions exclude them."""
        when = tuple(Relation(Name(name), sign, ZERO) for name, sign in signs.items())
        zero = {name: number(0) for name, sign in signs.items() if sign == "="}
        rest = tuple(each for each in when if each.sign != "=")
        relations = (*self.put(zero), *rest)
        known = bounds(relations)
        if any(r.is_empty for r in known.values()):
            return
        if any(decided(each, known) is False for each in relations):
            return
        if zero:
            yield from self.where_zero(zero, when, relations)
            return
        letters = self.question.parameters
        region = Orthant(letters, relations)
        values: dict[str, Tree] = {n: number(v) for n, v in region.sample.items()}
        sample = self.table_at(values, ())
        if sample is None:
            yield Case((when,), nowhere(self.whole))
            return
        table = Carried(sample, self.whole, region, Places(region, self.curves), []).table()
        yield Case((when,), table)

    def put(self, zero: dict[str, Tree]) -> tuple[Relation, ...]:
        """What is assumed of the others."""
        return tuple(
            Relation(substitute(each.left, zero), each.sign, substitute(each.right, zero))
            for each in self.question.assumed
        )

    def where_zero(
        self, zero: dict[str, Tree], when: tuple[Relation, ...], relations: tuple[Relation, ...]
    ) -> Iterator[Case]:
        assumed = tuple(each for each in relations if each.names)
        answer = self.table_at(zero, assumed)
        if answer is None:
            yield Case((when,), nowhere(self.whole))
        elif answer.cases:
            for case in answer.cases:
                both: Condition = tuple(
                    tuple(dict.fromkeys((*when, *group))) for group in case.when
                )
                yield Case(both, case.answer)
        else:
            yield Case((when,), answer)

    def table_at(
        self, values: dict[str, Tree], assumed: tuple[Relation, ...]
    ) -> TableAnswer | None:
        """The answer with these values put in; None where f is defined nowhere."""
        asked = self.question
        last: TableAnswer | None = None
        try:
            question = replace(
                asked,
                statement=expression(put_in(asked.statement, values)),
                where=(*asked.where, *values.items()),
                assumed=assumed,
                drawn=False,
                domain=self.ground,
            )
            for part in self.solve(question):
                last = part
        except Problem as problem:
            if problem.id in NOWHERE:
                return None
            raise NoMethod from None
        if last is None or (last.minimum is None and not last.cases):
            raise NoMethod
        return last
