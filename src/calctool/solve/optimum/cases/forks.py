"""Letters divided until every sign that a method asks for is known: a line or a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from calctool import budget
from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.cells.plane import NoMethod as NoPartition
from calctool.algebra.cells.space.open_cells import terms
from calctool.algebra.cells.space.polynomials import fraction_of, tree_of
from calctool.algebra.cells.space.solved import NeedNotZero, solved
from calctool.algebra.cells.systems.decisions import OPEN, Assumed, Decisions, Fork, InCell
from calctool.algebra.clean import clean
from calctool.algebra.domain.conditions import implied
from calctool.algebra.domain.reduction import opposite, reduced, truth
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ZERO, Name, Relation, Sign, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Case
from calctool.solve.exact.order import order
from calctool.solve.optimum.cases.asked import (
    Found,
    NoMethod,
    Solve,
    answer_at,
    both,
    cases_of,
    needs_of_letters,
    nowhere,
    with_values,
)
from calctool.solve.optimum.cases.line import of_one
from calctool.solve.optimum.cases.merging import merged
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.cases.readable import readable
from calctool.solve.optimum.record import OptimumAnswer


def letters_of_squares(factor: Tree) -> tuple[str, ...]:
    """Those of a sum of even powers with one sign, which is 0 where all of them are."""
    letters = tuple(sorted(factor.names))
    try:
        p, _ = fraction_of(factor, letters)
    except NoPartition:
        return ()
    listed = list(terms(p))
    used = [[i for i, n in enumerate(powers) if n] for powers, _ in listed]
    even = all(len(at) == 1 and not powers[at[0]] % 2
               for at, (powers, _) in zip(used, listed, strict=True))  # fmt: skip
    signs = {c > 0 for _, c in listed}
    return letters if even and len(signs) == 1 and len(letters) > 1 else ()


class Looked(Struct, frozen=True):
    """What is known of the letters where a method looks at them."""

    decide: Decisions
    plain: Plain


Method = Callable[[Looked], OptimumAnswer]


def by_letters(
    whole: OptimumAnswer, solve: Solve, trees: tuple[Tree, ...], method: Method
) -> Found:
    """All cases; `method` answers where the signs it asks for are known, of which `trees` are
    read in one field."""
    if len(whole.question.parameters) == 1:
        return of_one(whole, solve, (), _Inside(whole, trees, method).answer)
    cases = merged(tuple(_several(whole, solve, trees, method)))
    return Found(tuple(map(readable, cases)))


# --- one letter ---------------------------------------------------------------------------------


class _Inside(Struct, frozen=True):
    whole: OptimumAnswer
    trees: tuple[Tree, ...]
    method: Method

    def answer(self, cell: Cell) -> OptimumAnswer:
        try:
            decide = InCell(cell, self.trees)
        except Undecided:
            raise NoMethod from None
        return self.method(Looked(decide, Plain(cell)))


# --- several letters ----------------------------------------------------------------------------


def _several(
    whole: OptimumAnswer, solve: Solve, trees: tuple[Tree, ...], method: Method
) -> Iterator[Case]:
    """Cases by the signs that were asked for; where a factor is 0 a letter is put in."""
    needs = needs_of_letters(whole)
    known: tuple[Relation, ...] = whole.question.assumed
    for need in needs:
        if need.sign not in ("<", ">", "!="):
            raise NoMethod
        if need not in known and not implied(need, known):
            yield Case(((*_new(known, whole), opposite(need)),), nowhere(whole))
            known = (*known, need)
    yield from _Tree(whole, solve, trees, method).cases(known)


def _new(known: tuple[Relation, ...], whole: OptimumAnswer) -> tuple[Relation, ...]:
    """What was not assumed from the start."""
    return tuple(each for each in known if each not in whole.question.assumed)


class _Tree(Struct):
    whole: OptimumAnswer
    solve: Solve
    trees: tuple[Tree, ...]
    method: Method
    made: int = 0

    def cases(self, known: tuple[Relation, ...]) -> Iterator[Case]:
        self.made += 1
        if self.made > 2 * budget.CELLS:
            raise NoMethod
        try:
            decide = Assumed(known, self.trees)
        except Undecided:
            raise NoMethod from None
        try:
            found = self.method(Looked(decide, Plain.where(self.whole.question, known)))
        except Fork as fork:
            yield from self.forked(known, fork)
        except (Cut, Undecided):
            raise NoMethod from None
        else:
            yield Case((self.when(known),), found)

    def forked(self, known: tuple[Relation, ...], fork: Fork) -> Iterator[Case]:
        sign: Sign = "<" if fork.signed else "!="
        product = fork.product
        yield from self.with_relation(known, Relation(product, sign, ZERO))
        yield from self.at_zero(known, fork)
        if fork.signed:
            yield from self.with_relation(known, Relation(product, ">", ZERO))

    def with_relation(self, known: tuple[Relation, ...], relation: Relation) -> Iterator[Case]:
        listed = (*known, relation)
        if with_values(self.whole.question, {}, listed) is not None:
            yield from self.cases(listed)

    def at_zero(self, known: tuple[Relation, ...], fork: Fork) -> Iterator[Case]:
        """Each of the factors in turn is 0, those before it are not."""
        for number_, factor in enumerate(fork.factors):
            earlier = tuple(Relation(each, "!=", ZERO) for each in fork.factors[:number_])
            yield from self.solved((*known, *earlier), factor)

    def solved(self, known: tuple[Relation, ...], factor: Tree) -> Iterator[Case]:
        squares = letters_of_squares(factor)
        if squares:
            yield from self.put_in(known, dict.fromkeys(squares, ZERO))
            return
        try:
            letter, value = Assumed(known, (factor,)).solved(factor)
        except Fork as fork:
            listed = (*known, Relation(fork.product, "!=", ZERO))
            if with_values(self.whole.question, {}, listed) is not None:
                yield from self.solved(listed, factor)
            yield from self.both_zero(known, fork.factors[0], factor)
            return
        except Undecided:
            yield from self.of_second_degree(known, factor)
            return
        plain = Plain.where(self.whole.question, known)(value)
        yield from self.put_in(known, {letter: plain})

    def of_second_degree(self, known: tuple[Relation, ...], factor: Tree) -> Iterator[Case]:
        """Where no letter occurs alone: (-b ± sqrt(d))/(2a)."""
        letters = tuple(sorted(factor.names))
        decide = Assumed(known, (factor,))

        def is_not_zero(p: Any) -> bool:
            tree = tree_of(p, letters)
            try:
                return not decide.is_zero(decide.field.element(tree))
            except OPEN:
                return False

        try:
            found = list(solved(fraction_of(factor, letters)[0], letters, is_not_zero))
        except (NoPartition, NeedNotZero):
            raise NoMethod from None
        for one in found:
            needs = tuple(each for each in one.when if truth(each) is not True)
            if not any(truth(each) is False for each in needs):
                yield from self.put_in((*known, *needs), dict(one.put))

    def both_zero(self, known: tuple[Relation, ...], first: Tree, second: Tree) -> Iterator[Case]:
        """Where a coefficient and what it stands in are 0: the first is put into the second."""
        letter, value = self._letter(known, first)
        if value.names:
            raise NoMethod
        rest = clean(substitute(second, {letter: value}))
        if rest.names:
            other, more = self._letter(known, rest)
            yield from self.put_in(known, {letter: value, other: more})
            return
        sign = order(rest)
        if sign is None:
            raise NoMethod
        if sign == 0:
            yield from self.put_in(known, {letter: value})

    @staticmethod
    def _letter(known: tuple[Relation, ...], factor: Tree) -> tuple[str, Tree]:
        try:
            decide = Assumed(known, (factor,))
            num, _ = decide.elements[0].parts()
            _, factors = decide.field.ring.factors(num)
            if len(factors) != 1:
                raise NoMethod
            return decide.solved(decide.tree(factors[0][0]))
        except (Fork, Undecided):
            raise NoMethod from None

    def put_in(self, known: tuple[Relation, ...], values: dict[str, Tree]) -> Iterator[Case]:
        assumed = tuple(
            Relation(substitute(each.left, values), each.sign, substitute(each.right, values))
            for each in known
        )
        found = answer_at(self.whole, values, self.solve, assumed)
        if found is None:
            return
        equal = tuple(Relation(Name(name), "=", value) for name, value in values.items())
        when = (*self.when(known), *equal)
        for case in cases_of((), found):
            yield Case(both(when, case.when), case.answer)

    def when(self, known: tuple[Relation, ...]) -> tuple[Relation, ...]:
        found = (part for each in _new(known, self.whole) for part in reduced(each))
        return tuple(dict.fromkeys(found))
