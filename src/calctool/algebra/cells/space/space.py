"""The values of several letters, as sets on which polynomials have one sign each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.space.open_cells import Sample, is_joined, open_cells, value
from calctool.algebra.cells.space.polynomials import factors, fraction_of, told, tree_of
from calctool.algebra.field.ring import Polynomial
from calctool.notation.tree import Name, Negative, Relation, Sum, Tree


class Sector(Struct, frozen=True):
    """An open set: the signs of the polynomials that cut, and a point in each of its parts (in
    some, perhaps, more than one)."""

    signs: tuple[int, ...]
    samples: tuple[Sample, ...]


class Space:
    """Letters of which relations are known; `cuts` are irreducible polynomials."""

    def __init__(self, letters: Sequence[str], given: Iterable[Relation]) -> None:
        self.letters = tuple(letters)
        self.given = tuple(given)
        self.known = [(each.sign, *self._read(each)) for each in self.given]
        self.cuts: list[Polynomial] = []

    def _read(self, each: Relation) -> tuple[Polynomial, Polynomial]:
        return fraction_of(Sum((each.left, Negative(each.right))), self.letters)

    def add(self, tree: Tree) -> bool:
        """Cut where a tree vanishes or has no value; False where that was known already."""
        before = len(self.cuts)
        for p in factors(tree, self.letters):
            if p not in self.cuts:
                self.cuts.append(p)
        return len(self.cuts) > before

    def arrange(self) -> None:
        """The cuts that are easiest to read first."""
        self.cuts.sort(key=lambda p: (int(p.total_degree()), len(p), str(p)))

    def trees(self) -> tuple[Tree, ...]:
        """The cuts, as trees."""
        return tuple(tree_of(p, self.letters) for p in self.cuts)

    def sectors(self) -> tuple[Sector, ...]:
        """All that keep what is given, each with the signs of the cuts; NoMethod where that is too
        much work."""
        walls = [p for _, *both in self.known for p in both]
        found: dict[tuple[int, ...], list[Sample]] = {}
        for sample in open_cells([*self.cuts, *walls], len(self.letters)):
            if all(self._keeps(sample, sign, p, q) for sign, p, q in self.known):
                signs = tuple(1 if value(p, sample) > 0 else -1 for p in self.cuts)
                found.setdefault(signs, []).append(sample)
        every = [*self.cuts, *walls]
        return tuple(
            Sector(signs, _apart(every, samples)) for signs, samples in sorted(found.items())
        )

    @staticmethod
    def _keeps(sample: Sample, sign: str, p: Polynomial, q: Polynomial) -> bool:
        product = value(p, sample) * value(q, sample)
        return product > 0 if sign in (">", ">=") else product < 0 if sign in ("<", "<=") else True

    def relations(self, signs: Sequence[int | None]) -> tuple[Relation, ...]:
        """What is said of a set where the first of the cuts have these signs; None: not 0."""
        return tuple(told(p, s, self.letters) for p, s in zip(self.cuts, signs, strict=False))


def between(space: Space, sector: Sector) -> Tree:
    """A letter whose sign tells parts of a sector apart; NoMethod where there is none."""
    first, *others = sector.samples
    for letter, values in zip(space.letters, zip(first, *others, strict=True), strict=True):
        if any(v > 0 for v in values) and any(v < 0 for v in values):
            return Name(letter)
    raise NoMethod


def _apart(walls: Sequence[Polynomial], samples: list[Sample]) -> tuple[Sample, ...]:
    """Without those that a segment joins to another one, and so lie in one part with it."""
    kept: list[Sample] = []
    for sample in sorted(samples, key=_length):
        if not any(is_joined(walls, sample, each) for each in kept):
            kept.append(sample)
    return tuple(kept)


def _length(sample: Sample) -> tuple[int, ...]:
    size = sum(abs(v.numerator) + v.denominator for v in sample)
    return (size, *(-v.numerator for v in sample))
