"""One letter less by a shift of the origin: with x = X + u a letter u is 0, where f and the
constraints hang on differences only."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.cells.systems.weights import Form, Shifting, at
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import ZERO, Name, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Case
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.cases.asked import (
    Found,
    NoMethod,
    Solve,
    answered,
    parts,
    put,
    with_values,
)
from calctool.solve.optimum.cases.methods.units.moved import Moved
from calctool.solve.optimum.cases.methods.units.scaled import unit
from calctool.solve.optimum.cases.plainest import Plain
from calctool.solve.optimum.record import OptimumAnswer, OptimumQuestion
from calctool.words import Words
from calctool.words.extrema import cases as words


class Shift(Struct, frozen=True):
    """Weights with 1 for a letter, and how f changes with them."""

    letter: str
    weights: Form
    rate: Fraction


def by_shifting(whole: OptimumAnswer, solve: Solve) -> Found:
    """NoMethod where no letter is an origin of the question."""
    asked = whole.question
    for letter in asked.parameters:
        shift = _shift(asked, letter)
        if shift is None:
            continue
        there = with_values(asked, {letter: ZERO})
        if there is None:
            raise NoMethod
        moved = Shifted(whole, shift, Plain.where(asked, asked.assumed))
        found = parts(answered(there, solve))
        return Found(tuple(Case(moved.condition(when), moved.answer(one)) for when, one in found))
    raise NoMethod


def _shift(asked: OptimumQuestion, letter: str) -> Shift | None:
    shifting = Shifting()
    rate = shifting.of(asked.statement)
    for each in (*asked.constraints, *asked.assumed):
        shifting.zero(shifting.of(added((each.left, negated(each.right)))))
    for name, stretch in asked.domain:
        for end in (stretch.start, stretch.end):
            if not is_infinite(end):
                shifting.zero(shifting.of(added((Name(name), negated(end)))))
    others = [each for each in asked.parameters if each != letter]
    weights = shifting.weights(letter, (*others, *asked.wrt))
    if weights is None or not set(weights) & set(asked.wrt):
        return None
    return Shift(letter, weights, at(rate, weights))


class Shifted(Moved, frozen=True):
    """The answer for 0 as that for all numbers."""

    shift: Shift
    plain: Plain

    def put(self, tree: Tree, rate: Fraction) -> Tree:
        own = self.shift
        others = self.others(tree.names)
        if not rate and not others:
            return tree
        moved = multiplied((number(abs(rate)), Name(own.letter))) if rate else ZERO
        made = added((substitute(tree, others), moved if rate > 0 else negated(moved)))
        return self.plain(made)

    def others(self, names: frozenset[str]) -> dict[str, Tree]:
        """The names as they are less what they are moved by."""
        own = self.shift
        return {
            name: added((Name(name), negated(multiplied((number(weight), Name(own.letter))))))
            for name, weight in own.weights.items()
            if name in names and name != own.letter and weight
        }

    def of_name(self, name: str, tree: Tree) -> Tree:
        return self.put(tree, self.shift.weights.get(name, Fraction(0)))

    def of_f(self, tree: Tree) -> Tree:
        return self.put(tree, self.shift.rate)

    def of_multiplier(self, letter: str, tree: Tree) -> Tree:  # noqa: ARG002 (they stay)
        return self.put(tree, Fraction(0))

    def relation(self, relation: Relation) -> Relation:
        if isinstance(relation.left, Name) and not relation.right.names:
            name = relation.left.id
            return Relation(relation.left, relation.sign, self.of_name(name, relation.right))
        return put(relation, self.others(relation.names))

    def reason(self) -> Words:
        own = self.shift
        changes = [
            Relation(
                Name(name),
                "=",
                added((Name(unit(name)),
                       multiplied((number(weight), Name(own.letter))))),
            )
            for name, weight in own.weights.items()
            if name != own.letter
        ]  # fmt: skip
        there = Relation(Name(own.letter), "=", ZERO)
        return words.SCALED.filled(changes=all_quoted(changes), there=quoted(there))
