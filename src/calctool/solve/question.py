"""What was asked, as data: what every question has, and the question to the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from calctool.notation.tree import INFINITY, Name, Negative, Relation, Statement, Tree
from calctool.notation.walk import substitute
from calctool.words import Note

if TYPE_CHECKING:
    from collections.abc import Mapping

Span = tuple[float, float]


class View(Struct, frozen=True):
    """What a picture shall show: the ends of its axes, where they are not left to calctool, and
    other functions of its variable."""

    across: Span | None = None
    up: Span | None = None
    beside: tuple[Tree, ...] = ()


class Asked(Struct, frozen=True):
    """What a question of any subcommand has; each adds its own in its `record`.

    `wrt` are the variables, in the order asked; `where` the parameters already put in; `drawn`
    asks for what a picture needs, `view` says what it shows.
    """

    source: str
    statement: Statement
    wrt: tuple[str, ...]
    where: tuple[tuple[str, Tree], ...] = ()
    notes: tuple[Note, ...] = ()
    drawn: bool = False
    view: View = View()
    notation: str = "plain"
    assumed: tuple[Relation, ...] = ()
    command: ClassVar[str]

    @property
    def constraints(self) -> tuple[Relation, ...]:
        """The constraints; none but for `lagrange`."""
        return ()

    @property
    def variable(self) -> str:
        """The only variable, or the first."""
        return self.wrt[0]

    def as_diff(self) -> DiffQuestion:
        """The same function to the rules."""
        return DiffQuestion(
            self.source,
            self.statement,
            self.wrt,
            self.where,
            self.notes,
            view=self.view,
            notation=self.notation,
            assumed=self.assumed,
        )


class AskedOfTree(Asked, frozen=True):
    """A question whose statement is no equation."""

    if TYPE_CHECKING:
        statement: Tree


class DiffQuestion(Asked, frozen=True, kw_only=True):
    """Which derivatives of an expression are wanted.

    `statement` is a tree, or the equation of an implicit derivative (then `of` is set); with
    `mixed`, one derivative in these names in turn is wanted. `at` gives the point as
    (name, value) pairs.
    """

    order: int = 1
    mixed: tuple[str, ...] = ()
    of: str | None = None
    at: tuple[tuple[str, Tree], ...] = ()
    command: ClassVar[str] = "diff"


class Stretch(Struct, frozen=True):
    """A part of the line that a user asks for; an end may be oo or -oo."""

    start: Tree
    end: Tree
    closed: tuple[bool, bool]

    @property
    def letters(self) -> frozenset[str]:
        """The names in its ends."""
        return self.start.names | self.end.names

    def sides(self, name: str) -> tuple[Relation, ...]:
        """What is asked of the variable."""
        x, (left, right) = Name(name), self.closed
        low = Relation(x, ">=" if left else ">", self.start)
        high = Relation(x, "<=" if right else "<", self.end)
        ends = (low,) if self.start != Negative(INFINITY) else ()
        return ends if self.end == INFINITY else (*ends, high)

    def at(self, values: Mapping[str, Tree]) -> Stretch:
        """With values put in for letters."""
        if not self.letters & set(values):
            return self
        return Stretch(substitute(self.start, values), substitute(self.end, values), self.closed)
