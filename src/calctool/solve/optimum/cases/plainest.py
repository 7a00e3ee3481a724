"""Formulas in letters as a reader writes them, by what is known of the letters."""

from __future__ import annotations

from calctool.algebra.cells.plain_form import Known, plainest
from calctool.algebra.cells.systems.decisions import OPEN, Assumed
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, is_constant
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import Quotient, Relation, Tree
from calctool.solve.optimum.record import OptimumQuestion
from calctool.solve.stationary.short import short


class Plain:
    """The shortest form that is found where something is known of letters."""

    def __init__(self, known: Known) -> None:
        self._signs = known
        self._known: dict[Tree, Tree] = {}

    @classmethod
    def where(cls, asked: OptimumQuestion, relations: tuple[Relation, ...]) -> Plain:
        """Where the letters keep these relations."""
        return cls(_Relations(asked.parameters[0], relations))

    def __call__(self, tree: Tree) -> Tree:
        if tree not in self._known:
            self._known[tree] = plainest(tree, self._signs)
        return self._known[tree]

    def numerator(self, tree: Tree) -> Tree:
        """What is 0 wherever a fraction is 0, whose denominator is not 0."""
        plain = self(tree)
        if isinstance(plain, Quotient):
            return plain.numerator
        own = Field()
        element = own.normal(plain)
        num, den = (None, None) if element is None else element.parts()
        if num is None or is_constant(den):
            return plain
        found = own.to_tree(Element(own.ring, num, own.ring.one))
        return plain if found is None else short(found)


class _Relations:
    """Signs that follow from relations."""

    def __init__(self, letter: str, relations: tuple[Relation, ...]) -> None:
        self.letter, self._relations = letter, relations

    def sign(self, tree: Tree) -> int:
        try:
            decide = Assumed(self._relations, (tree,))
            return decide.sign(decide.elements[0])
        except OPEN:
            raise Undecided from None
