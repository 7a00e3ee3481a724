"""Signs of trees in letters, factor by factor, by what is known of the letters."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping

from calctool.algebra.domain.intervals import Range
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.field import Field
from calctool.algebra.field.factors import is_positive
from calctool.algebra.field.ring import Element, Polynomial, is_constant
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import Tree


class FactorSigns(ABC):
    """`known` has the ranges of letters; what they do not tell, `of_other` does."""

    known: Mapping[str, Range]

    @abstractmethod
    def of_other(self, part: Tree) -> int:
        """The sign of an irreducible polynomial; raises Undecided or what divides the letters."""

    def of_tree(self, tree: Tree) -> int:
        own = Field()
        element = own.normal(tree)
        if element is None:
            raise Undecided
        total = 1
        for p in element.parts():
            total *= self.of_polynomial(own, p)
        return total

    def of_polynomial(self, own: Field, p: Polynomial) -> int:
        if not p:
            return 0
        content, found = own.ring.factors(p)
        total = 1 if content > 0 else -1
        for factor, power in found:
            total *= self._of_factor(own, factor) ** power
        return total

    def _of_factor(self, own: Field, factor: Polynomial) -> int:
        if is_constant(factor) or is_positive(own, factor):
            return 1
        part = own.to_tree(Element(own.ring, factor, own.ring.one))
        if part is None:
            raise Undecided
        found = range_of(part, self.known)
        if found.positive or found.negative:
            return 1 if found.positive else -1
        if found.low == found.high == 0:
            return 0
        root = next((i for i in own.ring.relations if own.ring.degrees(factor)[i]), None)
        return self.of_other(part) if root is None else self._of_root(own, factor, root)

    def _of_root(self, own: Field, factor: Polynomial, index: int) -> int:
        """That of a + b*r for a square root r: of its larger part, which is that of a^2 - b^2*r^2
        where they point to different sides."""
        kernel = own.kernels[index]
        if kernel.kind not in ("root", "odd-root"):
            raise Undecided
        slope = factor.derivative(f"g{index}")
        rest = factor.subs({f"g{index}": 0})
        r = own.ring.gens[index]
        if own.ring.degrees(slope)[index] or (rest and kernel.step != 2):
            raise Undecided
        size = own.to_tree(kernel.arguments[0])
        if size is None:
            raise Undecided
        b = self.of_polynomial(own, slope) * self.of_tree(size)
        a = self.of_polynomial(own, rest)
        if a == b or 0 in (a, b):
            return a or b
        return a * self.of_polynomial(own, own.ring.reduce(rest * rest - slope * slope * r * r))
