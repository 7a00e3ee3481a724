"""What an argument is asked and what it may say: tasks, bounds with their derivation, and lacks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol

from msgspec import Struct

from calctool.notation.tree import INFINITY, Negative, Relation, Sign, Tree
from calctool.solve.candidates import Curve, ProofLine
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import bound
from calctool.solve.optimum.arguments.listed import NOTHING_LISTED, Listed
from calctool.solve.question import Stretch
from calctool.words import Words

Turn = Literal[-1, 1]
"""-1 asks for the least value, 1 for the greatest."""

LINE = Stretch(Negative(INFINITY), INFINITY, (False, False))

Spot = tuple[tuple[str, Exact], ...]
"""Coordinates of a place by name; names that are left out do not matter there."""


class Task(Struct, frozen=True):
    """f on the part of its natural domain where each name keeps to its side and all `relations`
    hold; `listing` are the candidates of a question as it was asked, a smaller one has none."""

    f: Tree
    names: tuple[str, ...]
    sides: tuple[tuple[str, Stretch], ...] = ()
    relations: tuple[Relation, ...] = ()
    listing: Listed = NOTHING_LISTED

    def side(self, name: str) -> Stretch:
        """The part of the line to which a name is bound."""
        return dict(self.sides).get(name, LINE)

    @property
    def values(self) -> tuple[Exact | None, ...]:
        """f at the candidates that are points of the set; None where it is not known."""
        return tuple(each.value if each.is_certain else None for each in self.listing.candidates)

    @property
    def is_free(self) -> bool:
        """Whether no condition was stated."""
        return not self.sides and not self.relations


class Bound(Struct, frozen=True):
    """An infimum (turn -1) or supremum, oo and -oo included, proved.

    `attained` None: that is open. `at` are places that have it, as far as they are known; `toward`
    is a curve along which f comes near it where no place has it. `chosen` are the candidates with
    the value, by their numbers, where they tell it.
    """

    value: Exact
    attained: bool | None
    argument: str
    reason: Words
    lines: tuple[ProofLine, ...]
    at: tuple[Spot, ...] = ()
    toward: Curve | None = None
    chosen: tuple[int, ...] = ()


class Lacks(Struct, frozen=True):
    """An argument that nearly applies, and the hypothesis that was not shown.

    `weight` says how much that tells: 3 where the value exists and only its place is open, 2 where
    one hypothesis is missing, 1 where there is no more than a bound.
    """

    argument: str
    obligation: Words
    weight: int = 2


class Ask(Protocol):
    """The ladder for a smaller question; None where nothing is proved or the work is used up."""

    def __call__(self, task: Task, turn: Turn) -> Bound | None: ...


class Argument(Protocol):
    """A rung. None: it has nothing to do with this question."""

    def __call__(self, task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None: ...


def claim(f: Tree, turn: Turn, value: Exact, attained: bool | None) -> tuple[Relation, ...]:
    """f >= value or f > value, and the like; nothing where the value is infinite.

    Of a value that is only enclosed the decimal before it is what holds.
    """
    if value.expr in (INFINITY, Negative(INFINITY)):
        return ()
    strict: tuple[Sign, Sign] = (">", "<")
    weak: tuple[Sign, Sign] = (">=", "<=")
    signs = strict if attained is False else weak
    return (Relation(f, signs[0 if turn < 0 else 1], bound(value, turn)),)


def put(curve: Mapping[str, Tree], parameter: str = "t") -> Curve:
    """A curve from its coordinates."""
    return Curve(tuple(curve.items()), parameter)
