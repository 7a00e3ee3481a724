"""Where formulas change: hypersurfaces {at = 0}, each with all that changes there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, reduce
from operator import mul

from msgspec import Struct

from calctool.algebra.build import negated
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.reduction import truth
from calctool.algebra.extrema.polynomials import polynomial, tree_of
from calctool.algebra.factoring import factored
from calctool.algebra.facts import is_jumping
from calctool.notation.tree import ONE, ZERO, Call, Piecewise, Relation, Sign, Tree
from calctool.notation.walk import transform
from calctool.solve.exact.order import order
from calctool.solve.stationary.seams import Seam, Side, changes, crossed, seams
from calctool.solve.stationary.short import short


class Fold(Struct, frozen=True, dict=True):
    """The seams at the zeros of `at`; each with 1, or with -1 if it counts the sides the other way.

    `changes` says that there is another formula on each side, `is_steep` that a formula has no
    derivative there; with `is_edge` there is one side only.
    """

    at: Tree
    seams: tuple[tuple[Seam, int], ...]

    @property
    def changes(self) -> bool:
        """Whether there is another formula on each side."""
        return any(changes(seam) for seam, _ in self.seams)

    @property
    def is_steep(self) -> bool:
        """Whether a formula has an infinite slope there."""
        return not all(changes(seam) for seam, _ in self.seams)

    @property
    def jumps(self) -> bool:
        """Whether a function may jump there."""
        return any(_jumps(seam) for seam, _ in self.seams)

    @property
    def is_edge(self) -> bool:
        """Whether f ends there."""
        return any(seam.is_edge for seam, _ in self.seams)

    @cached_property
    def only_side(self) -> int | None:
        """The one that there is: of max(x, x - 1). Both formulas agree where the function is 0."""
        if not self.at.names:
            side = order(self.at)
            return None if side is None else side or 1
        signs: tuple[tuple[Sign, int], ...] = ((">", 1), ("<", -1))
        return next((s for sign, s in signs if truth(Relation(self.at, sign, ZERO))), None)

    def sides(self, sign: int) -> tuple[Side, ...]:
        """The sides of its seams where `at` has this sign."""
        return tuple(Side(seam, sign * turn) for seam, turn in self.seams)


def _jumps(seam: Seam) -> bool:
    return isinstance(seam.part, Call) and is_jumping(seam.part.function)


Signs = Mapping[Fold, int | None]
"""On which side of each fold; 0 is on it, None either side."""


def folds(*trees: Tree, jumps: bool = False) -> tuple[tuple[Fold, ...], tuple[Relation, ...]]:
    """The folds of functions, and the equations of changes that are not worked through: where
    they jump, unless `jumps` are wanted."""
    crossable, left = seams(trees)
    domain = tuple(dict.fromkeys(need for tree in trees for need in conditions(tree)))
    found: dict[Tree, list[tuple[Seam, int]]] = {}
    for seam in crossable:
        if _jumps(seam) and not jumps:
            left = (*left, Relation(seam.at, "=", ZERO))
        elif changes(seam) or not _is_never(seam.at, domain):
            odd, even = _parts(seam.at) if changes(seam) else (seam.at, ONE)
            at, turn = normal(odd)
            left = (*left, Relation(even, "=", ZERO))
            found.setdefault(at, []).append((seam, turn))
    open_ones = (each for each in left if not _is_apart(each, domain))
    return tuple(Fold(at, tuple(each)) for at, each in found.items()), tuple(open_ones)


def normal(at: Tree) -> tuple[Tree, int]:
    """x - y and -1 for 2*y - 2*x: the same zeros, and whether the sides are counted alike."""
    names = sorted(at.names)
    p = polynomial(at, names)
    if p:
        content, _ = factored(p)
        return tree_of(p / content, names), 1 if content > 0 else -1
    mine, turned = short(at), short(negated(at))
    return (mine, 1) if repr(mine) <= repr(turned) else (turned, -1)


def _parts(at: Tree) -> tuple[Tree, Tree]:
    """x and y^2 for x^3*y^2: the formulas of |u| agree where u = 0, so that only its sign matters.

    Where the second part is zero the formula is smooth, which a derivative with sign(u) hides.
    """
    names = sorted(at.names)
    p = polynomial(at, names)
    if not p:
        return at, ONE
    content, factors = factored(p)
    odd = [factor for factor, power in factors if power % 2]
    even = [factor for factor, power in factors if power % 2 == 0]
    one = p.context().constant(1)
    sign = p.context().constant(1 if content > 0 else -1)
    return tree_of(reduce(mul, odd, sign), names), tree_of(reduce(mul, even, one), names)


def _is_never(at: Tree, domain: Iterable[Relation]) -> bool:
    return _is_apart(Relation(at, "=", ZERO), domain)


def _is_apart(equation: Relation, domain: Iterable[Relation]) -> bool:
    """Whether it has no solution in the domain."""
    apart = Relation(equation.left, "!=", equation.right)
    return truth(apart) is True or implied(apart, domain)


def two_by_two(f: Tree) -> Tree:
    """max(u, v, w) as max(max(u, v), w), so that each has two formulas; max(u, u) has one.

    Branches are nested in the same way."""

    def nested(part: Tree) -> Tree | None:
        match part:
            case Call("max" | "min" as id, (u, v, *rest)):
                first = u if u == v else Call(id, (u, v))
                inner = transform(first, nested) if first is u else None
                return transform(Call(id, (first, *rest)), nested) if rest else inner
            case Piecewise((first, *rest)) if len(rest) > 1 and rest[-1][1] is None:
                return transform(Piecewise((first, (Piecewise(tuple(rest)), None))), nested)
        return None

    return transform(f, nested)


def formula(f: Tree, signs: Signs) -> Tree:
    """f on these sides; what changes at folds of which no side is given stays as it is."""
    given = [(fold, sign) for fold, sign in signs.items() if sign is not None]
    sides = [side for fold, sign in given for side in fold.sides(sign)]
    return crossed(f, sorted(sides, key=lambda side: side.seam.part.height))


def constant_sign(fold: Fold, signs: Signs) -> int | None:
    """The sign of the function of a fold, if it is a number on these sides of the others."""
    at = short(formula(fold.at, {other: sign for other, sign in signs.items() if other != fold}))
    return None if at.names else order(at)
