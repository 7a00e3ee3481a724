"""A letter that stands for a speed: with w = k*a + m for a, sin((a + 1)*x) is sin(w*x)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.cells.plain_form import plainest
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.space.polynomials import readable
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.field import Field, prove_equal
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.tree import ONE, ZERO, Call, Name, Relation, Tree
from calctool.notation.walk import substitute, transform, walk
from calctool.solve import unfinished
from calctool.solve.answer import Case, Status
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.table.cases.line import Solve
from calctool.solve.table.cases.moved.units import Signs
from calctool.solve.table.cases.space.written_back import FORMULAS, changed
from calctool.solve.table.record import TableAnswer, TableQuestion


class Renamed(Struct, frozen=True):
    """A letter, and k and m of the speed k*letter + m, for which it stands in the new question."""

    letter: str
    k: Tree
    m: Tree

    @property
    def speed(self) -> Tree:
        return added((multiplied((self.k, Name(self.letter))), self.m))

    @property
    def back(self) -> Tree:
        """The letter, where the speed has its name."""
        return divided(added((Name(self.letter), negated(self.m))), self.k)

    def asked(self, question: TableQuestion) -> TableQuestion:
        here = {self.letter: self.back}
        letters = question.parameters

        def change(part: Tree) -> Tree | None:
            if not isinstance(part, Call) or question.variable not in part.names:
                return None
            inner = part.rebuilt(tuple(transform(each, change) for each in part.children))
            plain = inner.rebuilt(tuple(map(_normal, inner.children)))
            # A normal form says nothing of b in b*x/b.
            return plain if _asks_as(inner, plain) else inner

        statement = transform(substitute(question.statement, here), change)
        assumed = (
            Relation(substitute(added((r.left, negated(r.right))), here), r.sign, ZERO)
            for r in question.assumed
        )
        given = tuple(readable(each, letters) for each in assumed)
        return replace(question, statement=statement, assumed=given)

    # --- back ---

    def tree(self, tree: Tree) -> Tree:
        if self.letter not in tree.names:
            return tree
        return plainest(substitute(tree, {self.letter: self.speed}), Signs(self.letter, ()))

    def relation(self, one: Relation, letters: tuple[str, ...]) -> Relation:
        if self.letter not in one.names:
            return one
        if one.left == Name(self.letter) and not one.right.names:
            apart = added((self.speed, negated(one.right)))
            return readable(Relation(apart, one.sign, ZERO), letters)
        return Relation(self.tree(one.left), one.sign, self.tree(one.right))


def by_renaming(whole: TableAnswer, solve: Solve) -> TableAnswer:
    """The answer with another letter, written back; NoMethod where there is no such letter, or
    something is open then."""
    for renamed in _speeds(whole.question):
        last: TableAnswer | None = None
        with unfinished.on_the_way():
            for part in solve(renamed.asked(whole.question)):
                last = part
        if last is not None and last.status is Status.COMPLETE:
            return _written_back(last, whole, renamed)
    raise NoMethod


def _speeds(asked: TableQuestion) -> Iterator[Renamed]:
    """Those of arguments of functions that are linear in a letter, and more than it."""
    if asked.domain is not None and asked.domain.letters:
        return
    own, seen = Field(), set()
    for part in walk(asked.statement):
        if not isinstance(part, Call) or asked.variable not in part.names:
            continue
        for each in part.children:
            element = own.normal(each)
            try:
                slope = None if element is None else own.derivative(element, asked.variable)
                speed = None if slope is None else own.to_tree(slope)
            except UnknownError:
                continue
            if speed is None or len(speed.names) != 1 or speed.names & {asked.variable}:
                continue
            (letter,) = speed.names
            k, m = (_normal(tree) for tree in _line(own, speed, letter))
            if not k.names | m.names and m != ZERO and (letter, k, m) not in seen:
                seen.add((letter, k, m))
                yield Renamed(letter, k, m)


def _line(own: Field, tree: Tree, letter: str) -> tuple[Tree, Tree]:
    """The slope, and the value at 0."""
    element = own.normal(tree)
    slope = None if element is None else own.to_tree(own.derivative(element, letter))
    return slope or Name(letter), substitute(tree, {letter: ZERO})


def _asks_as(one: Tree, other: Tree) -> bool:
    """Whether all that one tree needs for a value the other one needs, however it is written."""
    needed = conditions(other)
    return all(
        any(
            each.sign == own.sign and prove_equal(difference(each), difference(own)) is True
            for own in needed
        )
        for each in conditions(one)
    )


def _normal(tree: Tree) -> Tree:
    own = Field()
    element = own.normal(tree)
    return (None if element is None else own.to_tree(element)) or tree


def _written_back(found: TableAnswer, whole: TableAnswer, renamed: Renamed) -> TableAnswer:
    letters = whole.question.parameters

    def case(one: Case) -> Case:
        table = one.answer
        assert isinstance(table, TableAnswer)  # noqa: S101 (a case of a table)
        made = {name: changed(getattr(table, name), renamed.tree) for name in FORMULAS}
        when = tuple(tuple(renamed.relation(r, letters) for r in group) for group in one.when)
        sample = tuple(
            (n, exact(exact_value(substitute(renamed.back, {n: at.expr}))) if n == renamed.letter
             else at)
            for n, at in table.sample
        )  # fmt: skip
        own = {name: getattr(whole, name) for name in ("question", "derivative", "second")}
        gone: dict[str, Any] = dict.fromkeys(("checks", "zeros", "bends", "tends", "swings"), ())
        gone |= {"conditions": whole.conditions, "needed": whole.needed, "natural": None}
        return Case(when, replace(table, sample=sample, **(made | own | gone)))

    boundaries = tuple(
        replace(
            each,
            at=exact(exact_value(substitute(renamed.back, {renamed.letter: each.at.expr}))),
            causes=tuple((why, renamed.tree(of)) for why, of in each.causes),
        )
        for each in found.boundaries
    )
    cases = tuple(map(case, found.cases or (Case(((),), found),)))
    if renamed.k != ONE:
        from calctool.solve.exact.order import order

        if (order(renamed.k) or 0) < 0:
            boundaries, cases = boundaries[::-1], cases[::-1]
    required = found.required and tuple(
        tuple(renamed.relation(r, letters) for r in group) for group in found.required
    )
    return replace(
        whole, cases=cases, boundaries=boundaries, completeness=found.completeness,
        required=required, required_of=found.required_of,
    )  # fmt: skip
