"""Systems that repeat: one cell of their periods in boxes, and how all solutions follow from it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.boxes.region import whole_box
from calctool.algebra.boxes.zeros import zeros_in
from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.periods.period import common_period
from calctool.algebra.roots.points.point import exact_point
from calctool.algebra.solutions import Box, Root, Solutions
from calctool.notation.tree import ZERO, Name, Relation, Tree, number
from calctool.words.proofs import boxes as words

_START = Fraction(-11, 8)
"""Where the cell begins: no solution is likely to lie on its sides."""


class Cell(Struct, frozen=True):
    """Some names repeat by `periods`; the others stay in the box."""

    box: Box
    periods: tuple[tuple[str, Tree], ...]

    def solutions(self, equations: Sequence[Tree], needed: Sequence[Relation]) -> Solutions:
        """All of them, those that repeat once each; what it is open for stays a partial answer."""
        found = zeros_in(equations, tuple(self.box), self.box, needed)
        if found.state != "box":
            return found
        roots = tuple(
            replace(root, periods=self.periods) for root in found.roots if self._is_first(root)
        )
        reason = words.ONE_CELL
        return replace(found, roots=roots, state="complete", reason=reason, scope=())

    def _is_first(self, root: Root) -> bool:
        """Whether it lies before the end of the cell, from where on solutions repeat."""
        return all(_is_below(root.place, name, step) for name, step in self.periods)


def _is_below(place: Place, name: str, step: Tree) -> bool:
    end = added((number(_START), step))
    side = place.scalar(added((Name(name), negated(end)))).sign()
    if side is None:
        raise Undecided
    return side < 0


def cell(
    equations: Sequence[Tree], names: Sequence[str], needed: Sequence[Relation]
) -> Cell | None:
    """None where no name repeats, or coarse ranges do not bound the others."""
    trees = (*equations, *(added((r.left, negated(r.right))) for r in needed))
    steps = ((name, common_period(trees, name)) for name in names)
    periods = tuple((name, step) for name, step in steps if step is not None)
    if not periods or any(conditions(step) for _, step in periods):
        return None
    sides = {name: (_START, _START + exact_point(step).high) for name, step in periods}
    if max(high - low for low, high in sides.values()) > budget.CELL_SIDE:
        return None
    known = [*needed, *(each for name, ends in sides.items() for each in _between(name, ends))]
    zeros = [Relation(each, "=", ZERO) for each in equations]
    region = {} if len(sides) == len(names) else whole_box(zeros, names, known)
    if region is None:
        return None
    return Cell({name: sides.get(name) or region[name] for name in names}, periods)


def _between(name: str, ends: tuple[Fraction, Fraction]) -> tuple[Relation, Relation]:
    low, high = ends
    return Relation(Name(name), ">=", number(low)), Relation(Name(name), "<=", number(high))
