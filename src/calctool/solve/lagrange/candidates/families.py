"""Candidates that repeat for ever, one for each choice of whole numbers."""

from __future__ import annotations

from itertools import count

from calctool.algebra.clean import clean
from calctool.notation.tree import Name, Product, Sum, Tree
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointFamily
from calctool.solve.exact.values import exact_value
from calctool.solve.lagrange.cases_solved import Work
from calctool.solve.stationary.repeating import Turns

_LETTERS = ("k", "m", "n", "j")


def family(work: Work, number: int) -> PointFamily:
    """All that a point stands for: at + k*period in each coordinate that repeats; those that are
    `lifted` follow from the others."""
    spot, lifted = work.spots[number], work.lifted
    at: dict[str, Tree] = {name: place.expr for name, place in spot.point.at}
    integers = _letters(len(spot.root.periods), work.setup.names)
    for (name, period), integer in zip(spot.root.periods, integers, strict=True):
        at[name] = clean(Sum((at[name], Product((Name(integer), period)))))
    own = {name: at[name] for name in at.keys() - dict(lifted)}
    at |= {name: exact_value(substitute(value, own)) for name, value in lifted}
    point, f = spot.point, substitute(work.setup.f, dict(lifted))
    value = tried(None, Turns(spot.root.periods, integers).value, f, point.at, point.value)
    return PointFamily(tuple(at.items()), integers, point.kind, value, point.test, point.strict)


def _letters(needed: int, names: tuple[str, ...]) -> tuple[str, ...]:
    free = [letter for letter in _LETTERS if letter not in names]
    numbered = (f"k{n}" for n in count(1))
    while len(free) < needed:
        free += [letter for letter in [next(numbered)] if letter not in names]
    return tuple(free[:needed])
