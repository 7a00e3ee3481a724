"""Stretches of the parameter line as relations."""

from __future__ import annotations

from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.roots import Interval, Point
from calctool.notation.tree import Name, Relation, Tree


def condition(on: Interval, letter: str) -> tuple[Relation, ...]:
    """The relations that say that the parameter lies on a stretch; NoMethod where an end has no
    exact form."""
    name = Name(letter)
    if on.start is not None and on.start is on.end:
        return (Relation(name, "=", _exact(on.start)),)
    found = []
    if on.start is not None:
        found.append(Relation(name, ">=" if on.closed[0] else ">", _exact(on.start)))
    if on.end is not None:
        found.append(Relation(name, "<=" if on.closed[1] else "<", _exact(on.end)))
    return tuple(found)


def _exact(point: Point) -> Tree:
    if point.tree is None:
        raise NoMethod
    return point.tree
