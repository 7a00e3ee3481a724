"""What is assumed of letters: points that keep it, and the letters as functions of free ones."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import ONE, TWO, Call, Name, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.exact.order import order
from calctool.verify.witness import Place

_BESIDE = tuple(map(Fraction, (1, -1, 2, -2, 3)))
"""Values of the other names at points that keep what is assumed."""
_TURNED = {">": "<", "<": ">", ">=": "<=", "<=": ">="}


class Letters(Struct, frozen=True, dict=True):
    """Letters of which some relations are assumed."""

    relations: tuple[Relation, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        return frozenset().union(*(each.names for each in self.relations))

    def keep(self, place: Place) -> bool:
        """Whether the values of a point are as assumed; not where that is not known."""
        exact = {n: number(at) for n, at in place.items() if isinstance(at, Fraction | int)}
        for each in self.relations:
            if not each.names <= exact.keys():
                return False
            sign = order(substitute(difference(each), exact))
            if sign is None or not fulfils(sign, each):
                return False
        return True

    def places(self, names: frozenset[str]) -> Iterator[Place]:
        """Points that keep it, with plain values for the other names."""
        letters = tuple(sorted(self.names))
        if not letters:
            return
        from calctool.algebra.cells.space.space import Space

        try:
            sectors = Space(letters, self.relations).sectors()
        except Unsettled:
            return
        for sector in sectors:
            for sample in sector.samples:
                held = dict(zip(letters, sample, strict=True))
                for shift in range(len(_BESIDE)):
                    others = sorted(names - set(letters))
                    yield held | {
                        name: _BESIDE[(shift + n) % len(_BESIDE)] for n, name in enumerate(others)
                    }

    def freed(self, tree: Tree) -> Tree:
        """With a function of a free letter for each letter that lies on one side of something, as
        c + e^t for a > c: it takes all values that are assumed, and perhaps others."""
        return substitute(tree, self._free) if self._free else tree

    @cached_property
    def _free(self) -> dict[str, Tree]:
        found: dict[str, Tree] = {}
        for each in self.relations:
            one = _side(each)
            if one is None:
                continue
            name, sign, end = one
            if name in found or end.names & (found.keys() | {name}) or self._used(name, found):
                continue
            own = Name(f"{name}\ue013")
            more = Call("exp", (own,)) if sign in (">", "<") else raised(own, TWO)
            other = self._other_end(name, sign)
            if other is not None:
                within = added((end, multiplied((more, other))))
                found[name] = divided(within, added((ONE, more)))
            else:
                found[name] = added((end, more if sign[0] == ">" else negated(more)))
        return found

    def _other_end(self, name: str, sign: str) -> Tree | None:
        """The number on the other side of a letter that lies strictly between two."""
        sides = (one for each in self.relations if (one := _side(each)) is not None)
        return (
            next(
                (end for n, s, end in sides if n == name and s == _TURNED[sign] and not end.names),
                None,
            )
            if sign in ("<", ">")
            else None
        )

    def _used(self, name: str, found: dict[str, Tree]) -> bool:
        """Whether another letter was written by means of this one."""
        return any(name in tree.names for tree in found.values())


def _side(each: Relation) -> tuple[str, str, Tree] | None:
    """A letter, and what it is compared with."""
    if each.sign not in _TURNED:
        return None
    if isinstance(each.left, Name) and each.left.id not in each.right.names:
        return each.left.id, each.sign, each.right
    if isinstance(each.right, Name) and each.right.id not in each.left.names:
        return each.right.id, _TURNED[each.sign], each.left
    return None
