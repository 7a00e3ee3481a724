"""Several parameters of which the signs, or other simple bounds, are known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product

from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.region import Region
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.intervals import LINE, Range
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.field import Field
from calctool.algebra.local.in_letters import NeedSign, Ranges
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.notation.tree import Negative, Relation, Sum, Tree, number
from calctool.notation.walk import substitute

_TRIED = tuple(Fraction(v) for v in ("1", "2", "1/2", "3", "1/3", "5", "1/5", "10"))


class Orthant(Region):
    """All values that keep linear relations; NoMethod where none is found, or the set may not be
    connected."""

    def __init__(self, letters: Iterable[str], relations: Iterable[Relation]) -> None:
        self.relations = tuple(relations)
        listed = sorted(letters)
        if not all(map(_is_linear, self.relations)):
            raise NoMethod
        super().__init__(_sample(listed, self.relations))
        self.known = bounds(self.relations)

    def _sign(self, tree: Tree) -> int:
        if not tree.names <= set(self.sample):
            raise Undecided
        try:
            return Ranges(self.known).sign(tree)
        except NeedSign:
            raise Undecided from None


def _is_linear(relation: Relation) -> bool:
    """Whether a half-space keeps it, so that several have a convex intersection."""
    if relation.sign in ("!=", "="):
        return False
    apart = Sum((relation.left, Negative(relation.right)))
    own = Field()
    element = own.normal(apart)
    if element is None:
        return False
    num, den = element.parts()
    names = all(own.kernels[i].kind == "name" for i in element.used())
    return names and bool(den.is_constant()) and num.total_degree() <= 1


def _sample(letters: list[str], relations: tuple[Relation, ...]) -> Mapping[str, Fraction]:
    known = bounds(relations)
    for values in product(*(_values(known.get(letter, LINE)) for letter in letters)):
        found = dict(zip(letters, values, strict=True))
        if all(_holds(each, found) for each in relations):
            return found
    raise NoMethod


def _values(around: Range) -> Iterator[Fraction]:
    if not around.negative:
        yield from _TRIED
    if not around.positive:
        yield from (-each for each in _TRIED)


def _holds(relation: Relation, values: Mapping[str, Fraction]) -> bool:
    put = {letter: number(value) for letter, value in values.items()}
    sign = known_sign(
        Sum((substitute(relation.left, put), Negative(substitute(relation.right, put))))
    )
    return sign is not None and fulfils(sign, relation)
