"""One side of the folds through a point or a set: there f and the constraints are smooth."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from msgspec import Struct

from calctool.notation.tree import Tree
from calctool.solve.exact.order import order
from calctool.solve.optimum.strata.folds import Fold, Signs, formula, normal
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.short import short

Active = tuple[Tree, int]
"""g, and 0 for g = 0, 1 for g <= 0, -1 for g >= 0."""


class Beside(Struct, frozen=True):
    """Where the folds have these `signs`; the functions of `manifold` are the active constraints
    and then the folds, each with its side."""

    manifold: Manifold
    sides: tuple[int, ...]
    signs: tuple[int, ...]


def beside(
    f: Tree, names: tuple[str, ...], signs: Signs, on: Sequence[Fold], active: Sequence[Active] = ()
) -> tuple[Beside, ...]:
    """All sides of the folds `on`; `signs` are those of the others."""
    found = (
        _beside(f, names, {**signs, **dict(zip(on, chosen, strict=True))}, on, active)
        for chosen in product((1, -1), repeat=len(on))
    )
    return tuple(each for each in found if each is not None)


def _beside(
    f: Tree, names: tuple[str, ...], signs: Signs, on: Sequence[Fold], active: Sequence[Active]
) -> Beside | None:
    """None where there is no such side, or where it is another one."""
    bounds = [(short(formula(g, signs)), side) for g, side in active]
    known = {normal(g)[0]: side * normal(g)[1] for g, side in bounds}
    walls: list[Active] = []
    for fold in on:
        at, sign = short(formula(fold.at, signs)), signs[fold] or 1
        if not at.names:
            if sign != (order(at) or 1):
                return None
        elif (plain := normal(at))[0] in known:
            # An active constraint is the fold itself: it lets one side through, or none.
            if sign != (-known[plain[0]] * plain[1] or 1):
                return None
        else:
            walls.append((at, -sign))
    parts = (*bounds, *walls)
    manifold = Manifold(short(formula(f, signs)), tuple(g for g, _ in parts), names)
    return Beside(
        manifold, tuple(side for _, side in parts), tuple(signs[each] or 0 for each in on)
    )
