"""Where the formula of f changes: the hypersurfaces {at = 0}, each with all parts that change there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from calctool.algebra.build import negated
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.reduction import truth
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.solve.lagrange.seams import Seam, Side, crossed, seams
from calctool.solve.lagrange.short import short

_BROKEN = ("sign", "heaviside")
"""f need not be continuous where these change."""


@dataclass(frozen=True)
class Fold:
    """The seams at the zeros of `at`; each with 1, or with -1 if it counts the sides the other way.

    `changes` says that there is another formula on each side. Else the one formula has no
    derivative there, and there may be one side only (`is_edge`).
    """

    at: Tree
    seams: tuple[tuple[Seam, int], ...]

    @property
    def changes(self) -> bool:
        return all(len({tree for _, tree in seam.pieces[1:]}) > 1 for seam, _ in self.seams)

    @property
    def is_edge(self) -> bool:
        return any(seam.is_edge for seam, _ in self.seams)

    def sides(self, sign: int) -> tuple[Side, ...]:
        return tuple(Side(seam, sign * turn) for seam, turn in self.seams)


Signs = Mapping[Fold, int]
"""On which side of each fold; 0 is on it."""


def folds(f: Tree) -> tuple[tuple[Fold, ...], tuple[Relation, ...]]:
    """The folds of a function, and the equations of changes that are not worked through."""
    crossable, left = seams((f,))
    domain = conditions(f)
    found: dict[Tree, list[tuple[Seam, int]]] = {}
    for seam in crossable:
        if seam.part.function in _BROKEN if hasattr(seam.part, "function") else False:
            left = (*left, Relation(seam.at, "=", ZERO))
        elif not _is_never(seam.at, domain):
            at, turned = short(seam.at), short(negated(seam.at))
            if turned in found:
                found[turned].append((seam, -1))
            else:
                found.setdefault(at, []).append((seam, 1))
    open_ones = (each for each in left if not _is_apart(each, domain))
    return tuple(Fold(at, tuple(each)) for at, each in found.items()), tuple(open_ones)


def _is_never(at: Tree, domain: Iterable[Relation]) -> bool:
    return _is_apart(Relation(at, "=", ZERO), domain)


def _is_apart(equation: Relation, domain: Iterable[Relation]) -> bool:
    """Whether it has no solution in the domain."""
    apart = Relation(equation.left, "!=", equation.right)
    return truth(apart) is True or implied(apart, domain)


def formula(f: Tree, signs: Signs) -> Tree:
    """f on these sides, folds with a sign of None left as they are."""
    sides = [side for fold, sign in signs.items() for side in fold.sides(sign)]
    return crossed(f, sorted(sides, key=lambda side: side.seam.part.height))
