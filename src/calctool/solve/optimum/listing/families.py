"""Candidates that repeat for ever, one for each choice of whole numbers."""

from __future__ import annotations

from typing import Literal

from calctool.algebra.build import multiplied
from calctool.notation.tree import Name, Tree, number, rational
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointFamily
from calctool.solve.exact.values import exact_value
from calctool.solve.optimum.listing.work import Work
from calctool.solve.optimum.strata.repeats import letters, moved
from calctool.solve.stationary.manifold import slope
from calctool.solve.stationary.repeating import Turns
from calctool.solve.stationary.short import short


def family(work: Work, number: int) -> PointFamily:
    """All that a point stands for: at + k*period in each coordinate that repeats; others may
    follow from these."""
    spot = work.spots[number]
    follows = dict(spot.root.follows)
    at: dict[str, Tree] = {name: place.expr for name, place in spot.point.at}
    integers = letters(spot.root, frozenset(work.setup.names))
    for (name, period), integer in zip(spot.root.periods, integers, strict=True):
        at[name] = moved(at[name], period, Name(integer))
    own = {name: at[name] for name in at.keys() - follows}
    point, turns = spot.point, Turns(spot.root.periods, integers)
    for name, given in follows.items():
        steps = [_moves_by(given, *period) for period in spot.root.periods]
        if None in steps:
            known = tried(None, turns.value, given, point.at, dict(point.at)[name])
            at[name] = exact_value(substitute(given, own)) if known is None else known.expr
            continue
        for step, integer in zip(steps, integers, strict=True):
            at[name] = moved(at[name], step, Name(integer)) if step else at[name]
    value = tried(None, turns.value, substitute(work.setup.f, follows), point.at, point.value)
    rounded = tuple((name, place) for name, place in point.at if not place.is_known)
    return PointFamily(
        tuple(at.items()), integers, point.kind, value, point.test, point.strict, rounded=rounded
    )


def _moves_by(value: Tree, name: str, period: Tree) -> Tree | Literal[0] | None:
    """What one period of a name adds to a coordinate that follows from it; None where that is
    different from place to place."""
    rate = rational(short(slope(value, name)))
    if not rate:
        return None if rate is None else 0
    return exact_value(multiplied((number(rate), period)))


def families(work: Work) -> tuple[PointFamily, ...]:
    """Of all points that stand for others, in their order."""
    return tuple(family(work, i) for i, spot in enumerate(work.spots) if spot.root.periods)
