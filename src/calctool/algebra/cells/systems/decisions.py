"""Signs of numbers in letters, as an elimination asks for them: known, or a reason to fork.

Of one letter a cell of its line knows them (`cell.py`); of several, relations that are assumed of
them, and where these do not tell, the letters are divided by the sign that was asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.field import Field
from calctool.algebra.field.factors import is_positive
from calctool.algebra.field.ring import Element, Polynomial, is_constant
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.notation.tree import Negative, Product, Relation, Sum, Tree

TURNS = {"<": -1, ">": 1}


class Fork(Exception):  # noqa: N818 (it is no fault: the letters are divided there)
    """It is not known whether one of these factors is 0, or which sign their product has."""

    def __init__(self, factors: tuple[Tree, ...], *, signed: bool) -> None:
        self.factors, self.signed = factors, signed

    @property
    def product(self) -> Tree:
        """What the letters are divided by."""
        return self.factors[0] if len(self.factors) == 1 else Product(self.factors)


OPEN = (Fork, Cut, Undecided)
"""What a question for a sign may end in."""


class Decisions(Protocol):
    """Whoever knows the signs of elements of its field."""

    field: Field
    elements: list[Element]

    def sign(self, element: Element) -> int:
        """-1, 0 or 1 for all values of the letters that are looked at; else one of OPEN."""

    def is_zero(self, element: Element) -> bool:
        """Whether it is 0 for all of them, or for none; else one of OPEN."""


def read(field: Field, trees: Iterable[Tree]) -> list[Element]:
    """The trees in one field, in which nothing is refined any more; Undecided for one without."""
    listed = tuple(trees)
    for tree in listed:
        field.normal(tree)
    found = [field.normal(tree) for tree in listed]
    made = [each for each in found if each is not None]
    if len(made) < len(found):
        raise Undecided
    return made


class InCell:
    """The letter lies in a cell; `elements` are the trees in its field."""

    def __init__(self, cell: Cell, trees: Iterable[Tree]) -> None:
        self.field, self._cell = Field(), cell
        self.elements = read(self.field, trees)

    def sign(self, element: Element) -> int:
        num, _ = element.parts()
        if not num:
            return 0
        tree = self.field.to_tree(element)
        if tree is None:
            raise Undecided
        if not tree.names:
            found = known_sign(tree)
            if found is None:
                raise Undecided
            return found
        return self._cell.sign(tree)

    def is_zero(self, element: Element) -> bool:
        return self.sign(element) == 0


class Assumed:
    """The letters keep relations; what these do not tell ends in a Fork. `elements` are the trees
    in its field."""

    def __init__(self, relations: Iterable[Relation], trees: Iterable[Tree]) -> None:
        listed, given = tuple(relations), tuple(trees)
        self.field = Field()
        sides = [side for each in listed for side in (each.left, each.right)]
        self.elements = read(self.field, (*sides, *given))[len(sides) :]
        self._ranges = bounds(listed)
        self._signs: dict[frozenset[str], int] = {}
        self._not_zero: set[str] = set()
        for each in listed:
            self._register(each)

    def _register(self, relation: Relation) -> None:
        element = self.field.normal(Sum((relation.left, Negative(relation.right))))
        if element is None or relation.sign not in ("<", ">", "!="):
            return
        found = [self._factors(p) for p in element.parts()]
        self._not_zero.update(str(f) for _, factors in found for f, _ in factors)
        if relation.sign != "!=":
            turn, odd = self._odd(found)
            self._signs[frozenset(map(str, odd))] = TURNS[relation.sign] * turn

    def _factors(self, p: Polynomial) -> tuple[int, list[tuple[Polynomial, int]]]:
        """The sign of the content, and the factors, each with a leading term of sign 1."""
        if not p:
            return 0, []
        content, factors = self.field.ring.factors(self.field.ring.lift(p))
        turn, made = (1 if content > 0 else -1), []
        for factor, power in factors:
            if is_constant(factor):
                turn *= 1 if int(factor.leading_coefficient()) > 0 or power % 2 == 0 else -1
                continue
            if factor.leading_coefficient() < 0:
                factor, turn = -factor, turn * (-1) ** power
            made.append((factor, power))
        return turn, made

    def _odd(
        self, found: list[tuple[int, list[tuple[Polynomial, int]]]]
    ) -> tuple[int, list[Polynomial]]:
        turn = 1
        odd: dict[str, Polynomial] = {}
        for own, factors in found:
            turn *= own
            for factor, power in factors:
                if power % 2:
                    if str(factor) in odd:
                        del odd[str(factor)]
                    else:
                        odd[str(factor)] = factor
        return turn, list(odd.values())

    # --- what is known ---

    def tree(self, factor: Polynomial) -> Tree:
        found = self.field.to_tree(Element(self.field.ring, factor, self.field.ring.one))
        if found is None:
            raise Undecided
        return found

    def _own_sign(self, factor: Polynomial) -> int | None:
        """The sign of a factor, where it is known by itself."""
        if is_positive(self.field, factor):
            return 1
        found = range_of(self.tree(factor), self._ranges)
        if found.positive or found.negative:
            return 1 if found.positive else -1
        return self._signs.get(frozenset((str(factor),)))

    def _is_not_zero(self, factor: Polynomial) -> bool:
        return str(factor) in self._not_zero or bool(self._own_sign(factor))

    def is_zero(self, element: Element) -> bool:
        num, _ = element.parts()
        if not num:
            return True
        _, factors = self._factors(num)
        for factor, _ in factors:
            if not self._is_not_zero(factor):
                raise Fork((self.tree(factor),), signed=False)
        return False

    def sign(self, element: Element) -> int:
        num, _ = element.parts()
        if not num:
            return 0
        found = [self._factors(p) for p in element.parts()]
        turn, odd = self._odd(found)
        left = []
        for factor in odd:
            own = self._own_sign(factor)
            if own is None:
                left.append(factor)
            else:
                turn *= own
        keys = frozenset(map(str, left))
        for known, sign in self._signs.items():
            if known and known <= keys:
                turn *= sign
                keys -= known
        if keys:
            raise Fork(tuple(self.tree(f) for f in left if str(f) in keys), signed=True)
        for factor, _ in found[0][1]:
            if not self._is_not_zero(factor):
                raise Fork((self.tree(factor),), signed=False)
        return turn

    # --- where a factor is 0 ---

    def solved(self, factor: Tree) -> tuple[str, Tree]:
        """A letter and what it is where the factor is 0; Fork where it is not known that there is
        one. Raises Undecided where the factor is of a higher degree in all letters."""
        element = self.field.normal(factor)
        if element is None:
            raise Undecided
        num, _ = element.parts()
        waiting: Fork | None = None
        for index, kernel in self._linear(num):
            slope = num.derivative(f"g{index}")
            rest = num.subs({f"g{index}": 0})
            ring = self.field.ring
            try:
                if self.is_zero(Element(ring, slope, ring.one)):
                    continue
            except Fork as fork:
                waiting = waiting or fork
                continue
            value = self.field.to_tree(Element(ring, -rest, slope))
            if value is not None:
                return kernel, value
        if waiting is not None:
            raise waiting
        raise Undecided

    def _linear(self, p: Polynomial) -> Iterator[tuple[int, str]]:
        """The letters of which a polynomial is linear and which stand nowhere else in it, simple
        coefficients first."""
        found = []
        for index, power in enumerate(self.field.ring.degrees(p)):
            kernel = self.field.kernels[index] if power == 1 else None
            if kernel is None or kernel.kind != "name":
                continue
            slope, rest = p.derivative(f"g{index}"), p.subs({f"g{index}": 0})
            own = self.field.ring
            trees = [self.field.to_tree(Element(own, each, own.one)) for each in (slope, rest)]
            if all(tree is not None and kernel.data not in tree.names for tree in trees):
                found.append((not is_constant(slope), len(slope), index, str(kernel.data)))
        return ((index, name) for *_, index, name in sorted(found))
