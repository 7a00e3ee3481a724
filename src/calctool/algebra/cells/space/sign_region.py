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
from calctool.algebra.domain.factor_signs import FactorSigns
from calctool.algebra.extrema.polar.nonempty import has_point
from calctool.algebra.extrema.polar.region import region
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ZERO, Relation, Tree


class SignRegion(Region, FactorSigns):
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
        return self.of_tree(tree)

    def of_other(self, part: Tree) -> int:
        try:
            p, _ = fraction_of(part, self.letters)
        except NoMethod:
            raise Undecided from None
        for cut, sign in self.cuts:
            if p in (cut, -cut):
                return sign if p == cut else -sign
        return self._decided(p)

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
