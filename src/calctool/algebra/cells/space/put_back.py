"""Formulas with a new letter, as formulas with the letters for which it was put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from calctool.algebra.build import added, divided, multiplied, raised
from calctool.algebra.cells.plain_form import plainest
from calctool.algebra.cells.space.solved import Renamed
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.ranges import Known, range_of
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, Polynomial, UnknownError
from calctool.algebra.real.ring import Undecided
from calctool.notation.between import TURNED
from calctool.notation.tree import ZERO, Name, Relation, Tree, number
from calctool.notation.walk import substitute


class PutBack:
    """For one new letter; `values` are what was put in for others, in which it stands."""

    def __init__(
        self, new: Renamed, values: Mapping[str, Tree], assumed: Iterable[Relation]
    ) -> None:
        self.new, self.values = new, values
        zero = (Relation(Name(new.letter), sign, ZERO) for sign in ("<", ">"))
        given = tuple(assumed)
        self.known: tuple[Known, ...] = tuple(bounds((*given, each)) for each in zero)
        self.letter = next(iter(new.itself.names))

    def sign(self, tree: Tree) -> int:
        """Of letters nothing is known here; see `plainest`."""
        del tree
        raise Undecided

    def tree(self, tree: Tree) -> Tree:
        """A formula with the letters that were given."""
        if self.new.letter not in tree.names:
            return tree
        return plainest(self._reduced(tree), self)

    def relation(self, each: Relation) -> Relation:
        """The same for a relation, as one of a single factor where the signs of the others are
        known."""
        if self.new.letter not in each.names:
            return each
        apart = self._reduced(added((each.left, multiplied((number(-1), each.right)))))
        own = Field()
        element = own.normal(apart)
        if element is None:
            return Relation(self.tree(each.left), each.sign, self.tree(each.right))
        turn, left = 1, []
        for p in element.parts():
            content, factors = own.ring.factors(p)
            turn *= 1 if content > 0 else -1
            for factor, power in factors:
                part = own.to_tree(Element(own.ring, factor, own.ring.one))
                sign = None if part is None else self._sign(part)
                if sign is None and part is not None:
                    left += [part] if power % 2 or each.sign == "=" else []
                elif sign is not None:
                    turn *= sign**power
        side = each.sign if turn > 0 else TURNED[each.sign]
        return Relation(multiplied(left), side, ZERO)

    def _sign(self, tree: Tree) -> int | None:
        """Whichever sign the new letter has, which is not 0."""
        ranges = [range_of(substitute(tree, self.values), known) for known in self.known]
        if all(each.positive for each in ranges):
            return 1
        return -1 if all(each.negative for each in ranges) else None

    def _reduced(self, tree: Tree) -> Tree:
        """With what one power of the new letter is for it."""
        own = Field()
        element = own.normal(tree)
        index = None if element is None else _index(own, self.new.letter)
        if element is None or index is None:
            return substitute(tree, {self.new.letter: self.new.itself})
        top, below = (self._of(own, p, index) for p in element.parts())
        return divided(top, below)

    def _of(self, own: Field, p: Polynomial, index: int) -> Tree:
        return added(
            multiplied(
                (
                    coefficient,
                    raised(self.new.power, number(power // self.new.degree)),
                    raised(self.new.itself, number(power % self.new.degree)),
                )
            )
            for power, coefficient in _coefficients(own, p, index)
        )


def _index(own: Field, letter: str) -> int | None:
    """The generator of a letter on which no other one depends."""
    found = None
    for index, kernel in enumerate(own.kernels):
        if kernel.kind == "name" and kernel.data == letter:
            found = index
        for argument in kernel.arguments if kernel.kind != "name" else ():
            tree = own.to_tree(argument)
            if tree is None or letter in tree.names:
                return None
    return found


def _coefficients(own: Field, p: Polynomial, index: int) -> Iterator[tuple[int, Tree]]:
    found: dict[int, dict[tuple[int, ...], int]] = {}
    for powers, c in own.ring.terms(own.ring.lift(p)):
        rest = tuple(0 if i == index else n for i, n in enumerate(powers))
        found.setdefault(powers[index], {})[rest] = c
    for power, terms in found.items():
        part = own.ring.polynomial(terms)
        tree = own.to_tree(Element(own.ring, part, own.ring.one))
        if tree is None:
            raise UnknownError
        yield power, tree
