"""One connected set of values of letters on which polynomials keep their signs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from calctool.algebra.cells.cell import Cut
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.region import Region
from calctool.algebra.cells.space.open_cells import Sample, value
from calctool.algebra.cells.space.polynomials import fraction_of, tree_of
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.extrema.polar.nonempty import has_point
from calctool.algebra.extrema.polar.region import region
from calctool.algebra.field import Field
from calctool.algebra.field.factors import is_positive
from calctool.algebra.field.ring import Element, Polynomial, is_constant
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ZERO, Relation, Tree


class SignRegion(Region):
    """`relations` say the same as the signs and what is given; all `samples` keep them, and the
    first one lies in this part."""

    def __init__(
        self,
        letters: Sequence[str],
        relations: Iterable[Relation],
        cuts: Iterable[tuple[Polynomial, int]],
        samples: Sequence[Sample],
    ) -> None:
        self.letters = tuple(letters)
        self.relations = tuple(relations)
        self.cuts = tuple(cuts)
        self.samples = tuple(samples)
        super().__init__(dict(zip(letters, samples[0], strict=True)))
        self.known = bounds(self.relations)

    def _sign(self, tree: Tree) -> int:
        if not tree.names <= set(self.letters):
            raise Undecided
        own = Field()
        element = own.normal(tree)
        if element is None:
            raise Undecided
        total = 1
        for p in element.parts():
            total *= self._polynomial(own, p)
        return total

    def _factor(self, own: Field, factor: Polynomial) -> int:
        if is_constant(factor) or is_positive(own, factor):
            return 1
        part = own.to_tree(Element(own.ring, factor, own.ring.one))
        if part is None:
            raise Undecided
        found = range_of(part, self.known)
        if found.positive or found.negative:
            return 1 if found.positive else -1
        root = next((i for i in own.ring.relations if own.ring.degrees(factor)[i]), None)
        if root is not None:
            return self._beside_root(own, factor, root)
        try:
            p, _ = fraction_of(part, self.letters)
        except NoMethod:
            raise Undecided from None
        for cut, sign in self.cuts:
            if p in (cut, -cut):
                return sign if p == cut else -sign
        return self._decided(p)

    def _beside_root(self, own: Field, factor: Polynomial, index: int) -> int:
        """That of a + b*r for a square root r: of its larger part, which is that of a^2 - b^2*r^2
        where they point to different sides."""
        if own.kernels[index].kind != "root" or own.kernels[index].step != 2:
            raise Undecided
        slope = factor.derivative(f"g{index}")
        rest = factor.subs({f"g{index}": 0})
        r = own.ring.gens[index]
        if own.ring.degrees(slope)[index]:
            raise Undecided
        a, b = (self._polynomial(own, p) for p in (rest, slope))
        if a == b or 0 in (a, b):
            return a or b
        return a * self._polynomial(own, own.ring.reduce(rest * rest - slope * slope * r * r))

    def _polynomial(self, own: Field, p: Polynomial) -> int:
        if not p:
            return 0
        content, found = own.ring.factors(p)
        total = 1 if content > 0 else -1
        for factor, power in found:
            total *= self._factor(own, factor) ** power
        return total

    def _decided(self, p: Polynomial) -> int:
        """That of a polynomial which vanishes nowhere here; Cut where it does."""
        signs = {_sign_of(value(p, sample)) for sample in self.samples}
        zero = Relation(tree_of(p, self.letters), "=", ZERO)
        if len(signs) == 1 and 0 not in signs:
            on = region(ZERO, self.letters, (*self.relations, zero))
            found = None if on is None else has_point(on)
            if found is None:
                raise Undecided
            if not found:
                return signs.pop()
        raise Cut(tree_of(p, self.letters), ())


def _sign_of(v: Fraction) -> int:
    return (v > 0) - (v < 0)
