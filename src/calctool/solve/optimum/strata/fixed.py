"""Equations that give one name a value."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from calctool.algebra.build import added, multiplied
from calctool.algebra.clean import clean
from calctool.notation.tree import ZERO, Name, Negative, Relation, Sum, Tree, number, rational
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.stationary.manifold import slope
from calctool.solve.stationary.short import short


class Fixed(Struct, frozen=True):
    """The `value` of a name; `rate` is that of the function which is zero there."""

    name: str
    value: Tree
    rate: Fraction


@lru_cache(maxsize=256)
def fixed_by(g: Tree) -> Fixed | None:
    """Where g = 0 is linear in one name and has no other."""
    if len(g.names) != 1:
        return None
    (name,) = g.names
    found = tried(None, slope, g, name)
    rate = None if found is None else rational(found)
    if not rate:
        return None
    value = short(multiplied((number(-1 / rate), substitute(g, {name: ZERO}))))
    return Fixed(name, value, rate)


def all_fixed(functions: Iterable[Tree]) -> dict[str, Tree]:
    """The names that these give a value, by the first that does."""
    found: dict[str, Tree] = {}
    for each in filter(None, map(fixed_by, functions)):
        found.setdefault(each.name, each.value)
    return found


def solved_for(functions: Iterable[Tree]) -> dict[str, Tree]:
    """A name by others, where a function changes with it at a constant rate; the last such name."""
    for g in functions:
        for name in sorted(g.names, reverse=True):
            found = tried(None, slope, g, name)
            rate = None if found is None else rational(found)
            if rate:
                rest = clean(substitute(g, {name: ZERO}))
                terms = rest.terms if isinstance(rest, Sum) else (rest,)
                made = [clean(multiplied((number(-1 / rate), term))) for term in terms]
                made.sort(key=lambda term: isinstance(term, Negative))  # pi - x rather than -x + pi
                return {name: short(added(made))}
    return {}


def equation(g: Tree) -> Relation:
    """g = 0, as x = 1 where it gives a name a value."""
    fixed = fixed_by(g)
    return Relation(g, "=", ZERO) if fixed is None else Relation(Name(fixed.name), "=", fixed.value)
