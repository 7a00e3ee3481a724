"""Several trees in one field: numerators as polynomials in names and kernels, and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from math import prod

import msgspec
from msgspec import Struct

from calctool.algebra.build import added, multiplied, raised
from calctool.algebra.field import Field, Kernel
from calctool.algebra.field.ring import Element, Polynomial
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import Call, Negative, Tree, number, rational
from calctool.notation.walk import walk


class Forms(Struct, frozen=True, dict=True):
    """The normal forms of some trees; a numerator is zero exactly where its tree is."""

    field: Field
    elements: tuple[Element, ...]
    typed: Mapping[int, Tree] = msgspec.field(default_factory=dict)
    """Generators that stand in the trees as they were typed."""

    @cached_property
    def numerators(self) -> tuple[Polynomial, ...]:
        """Numerators in one ring, each with the relations of the kernels used up."""
        ring = self.field.ring
        return tuple(ring.reduce(ring.lift(each.num)) for each in self.elements)

    @cached_property
    def denominators(self) -> tuple[Polynomial, ...]:
        """Denominators in one ring."""
        return tuple(self.field.ring.lift(each.den) for each in self.elements)

    def kernel(self, index: int) -> Kernel:
        """What a generator stands for."""
        return self.field.kernels[index]

    def used(self, p: Polynomial) -> Iterator[int]:
        """The generators that occur in a polynomial."""
        return (index for index, n in enumerate(self.field.ring.degrees(p)) if n)

    def moves(self, index: int) -> bool:
        """Whether a generator depends on any name."""
        kernel = self.kernel(index)
        return kernel.kind == "name" or any(
            self.moves(i) for argument in kernel.arguments for i in argument.used()
        )

    def factors(self, p: Polynomial) -> tuple[int, list[tuple[Polynomial, int]]]:
        """Content and irreducible factors with their powers."""
        self.field.ring.work = 0
        return self.field.ring.factors(p)

    def element(self, p: Polynomial) -> Element:
        """A polynomial as an element of the field."""
        return Element(self.field.ring, p, self.field.ring.one)

    def tree(self, p: Polynomial, meanings: Mapping[int, Tree] | None = None) -> Tree:
        """The polynomial written out, some of its generators by what they are to be called."""
        known = dict(meanings or {})
        terms: list[Tree] = []
        for powers, coefficient in sorted(self.field.ring.terms(p), reverse=True):
            used = [(index, power) for index, power in enumerate(powers) if power]
            for index, _ in used:
                if index not in known:
                    known[index] = self.meaning(index)
            values = {i: rational(known[i]) for i, _ in used}
            scale = prod((v ** dict(used)[i] for i, v in values.items() if v is not None), start=1)
            factors = [raised(known[i], number(n)) for i, n in used if values[i] is None]
            terms.append(multiplied([number(coefficient * scale), *factors]))
        return added(sorted(terms, key=_begins_with_minus))

    def meaning(self, index: int) -> Tree:
        """A generator as a tree, as typed if that is known; Undecided where it has no name."""
        if index in self.typed:
            return self.typed[index]
        found = self.field.to_tree(self.field.ring.generator(index))
        if found is None:
            raise Undecided
        return found

    def written(self, element: Element) -> Tree:
        """An element as a tree; Undecided where a part of it has no name."""
        found = self.field.to_tree(element)
        if found is None:
            raise Undecided
        return found


def _begins_with_minus(term: Tree) -> bool:
    return isinstance(term, Negative)


def forms(trees: Sequence[Tree]) -> Forms:
    """All in the same kernels; Undecided where one has no normal form."""
    field = Field()
    found = _normal(field, trees)
    # Exponents and angles may have been needed in finer steps by a later tree.
    again = _normal(field, trees)
    return Forms(field, tuple(again if found else ()), _typed(field, trees))


def _typed(field: Field, trees: Sequence[Tree]) -> dict[int, Tree]:
    found: dict[int, Tree] = {}
    for part in (part for tree in trees for part in walk(tree)):
        element = field.normal(part) if isinstance(part, Call) else None
        if element is not None and field.kernel_of(element) is not None:
            found.setdefault(next(element.used()), part)
    return found


def _normal(field: Field, trees: Iterable[Tree]) -> list[Element]:
    found = [field.normal(tree) for tree in trees]
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        raise Undecided
    return known
