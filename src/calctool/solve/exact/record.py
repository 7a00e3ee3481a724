"""Constants, and pieces of the line between them, as an answer shows them."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from calctool.notation.tree import Tree


class Exact(Struct, frozen=True):
    """A constant: its exact form and a rigorous enclosure, or infinite ("oo", "-oo").

    Where no exact form is known, `is_known` is False and `expr` is a decimal in the enclosure.
    """

    expr: Tree
    low: Fraction | None
    high: Fraction | None
    is_known: bool = True
    root: OnlyZero | None = None
    """What it is, where `expr` is but a name for it."""


class OnlyZero(Struct, frozen=True):
    """The only zero of `equation` in its `name` strictly between two places."""

    equation: Tree
    name: str
    start: Exact
    end: Exact


Between = tuple[Exact, Exact]
"""Limits inferior and superior, where there is no limit."""
BothSides = tuple[Between | None, Between | None]
"""From the left and from the right; None where there is a limit, or nothing is known."""
Reach = tuple[int | None, int | None]
"""The first and the last of some whole numbers, both included; None is no end."""
EVERY: Reach = (None, None)


class Interval(Struct, frozen=True):
    start: Exact
    end: Exact
    closed: tuple[bool, bool]


class DomainSet(Struct, frozen=True):
    """The pieces of a domain in ascending order; with a `period`, those of one period.

    `repeated` are the ends of each piece with the whole number `integer` in them; `without` are
    the points that are missing where all others belong to it, None where more is missing.
    """

    pieces: tuple[Interval, ...]
    period: Tree | None = None
    integer: str = ""
    repeated: tuple[tuple[Tree, Tree], ...] = ()
    without: tuple[Tree, ...] | None = None
