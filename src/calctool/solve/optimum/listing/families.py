"""Candidates that repeat for ever, one for each choice of whole numbers."""

from __future__ import annotations

from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointFamily
from calctool.solve.exact.values import exact_value
from calctool.solve.optimum.listing.work import Work
from calctool.solve.optimum.strata.repeats import letters, moved
from calctool.solve.stationary.repeating import Turns


def family(work: Work, number: int) -> PointFamily:
    """All that a point stands for: at + k*period in each coordinate that repeats; those that are
    `lifted` follow from the others."""
    spot, lifted = work.spots[number], work.lifted
    at: dict[str, Tree] = {name: place.expr for name, place in spot.point.at}
    integers = letters(spot.root, frozenset(work.setup.names))
    for (name, period), integer in zip(spot.root.periods, integers, strict=True):
        at[name] = moved(at[name], period, Name(integer))
    own = {name: at[name] for name in at.keys() - dict(lifted)}
    at |= {name: exact_value(substitute(value, own)) for name, value in lifted}
    point, f = spot.point, substitute(work.setup.f, dict(lifted))
    value = tried(None, Turns(spot.root.periods, integers).value, f, point.at, point.value)
    return PointFamily(tuple(at.items()), integers, point.kind, value, point.test, point.strict)


def families(work: Work) -> tuple[PointFamily, ...]:
    """Of all points that stand for others, in their order."""
    return tuple(family(work, i) for i, spot in enumerate(work.spots) if spot.root.periods)
