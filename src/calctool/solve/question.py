"""What was asked, as data: one record per subcommand, made by cli or batch, answered by solve."""

from __future__ import annotations

from msgspec import Struct

from calctool.notation.tree import Relation, Statement, Tree
from calctool.words import Note


class DiffQuestion(Struct, frozen=True):
    """Which derivatives of an expression are wanted.

    `statement` is a tree, or the equation of an implicit derivative (then `of` is set).
    `wrt` are the variables, in the order asked; with `mixed`, one derivative in these names in
    turn. `at` gives the point as (name, value) pairs; `where` the parameters already put in;
    `drawn` asks for what a picture needs.
    """

    source: str
    statement: Statement
    wrt: tuple[str, ...]
    order: int = 1
    mixed: tuple[str, ...] = ()
    of: str | None = None
    at: tuple[tuple[str, Tree], ...] = ()
    where: tuple[tuple[str, Tree], ...] = ()
    notes: tuple[Note, ...] = ()
    drawn: bool = False
    notation: str = "plain"
    command: str = "diff"


class LimitDefQuestion(Struct, frozen=True):
    """The derivative of a tree worked out from its definition, at `at` if that is given.

    `delta` asks for increments written Δx, as Chinese textbooks do; else they are letters.
    """

    source: str
    statement: Tree
    wrt: tuple[str, ...]
    at: tuple[tuple[str, Tree], ...] = ()
    where: tuple[tuple[str, Tree], ...] = ()
    notes: tuple[Note, ...] = ()
    drawn: bool = False
    delta: bool = False
    notation: str = "plain"
    command: str = "limit-def"

    @property
    def variable(self) -> str:
        return self.wrt[0]

    @property
    def point(self) -> Tree | None:
        return self.at[0][1] if self.at else None

    def as_diff(self) -> DiffQuestion:
        """The same question to the rules."""
        return DiffQuestion(
            self.source,
            self.statement,
            self.wrt,
            at=self.at,
            where=self.where,
            notes=self.notes,
            notation=self.notation,
        )


class Stretch(Struct, frozen=True):
    """A part of the line that a user asks for; an end may be oo or -oo."""

    start: Tree
    end: Tree
    closed: tuple[bool, bool]


class TableQuestion(Struct, frozen=True):
    """How a function of one variable goes, everywhere or on `domain`.

    `drawn` asks for the curve too.
    """

    source: str
    statement: Tree
    wrt: tuple[str, ...]
    domain: Stretch | None = None
    where: tuple[tuple[str, Tree], ...] = ()
    notes: tuple[Note, ...] = ()
    drawn: bool = False
    notation: str = "plain"
    command: str = "table"

    def as_diff(self) -> DiffQuestion:
        """The same question to the rules."""
        return DiffQuestion(
            self.source,
            self.statement,
            self.wrt,
            where=self.where,
            notes=self.notes,
            notation=self.notation,
        )

    @property
    def variable(self) -> str:
        return self.wrt[0]


class CriticalQuestion(Struct, frozen=True):
    """The critical points of a function of the names `wrt`; other names are parameters.

    `domain` restricts some of the variables to a part of the line each.
    """

    source: str
    statement: Tree
    wrt: tuple[str, ...]
    domain: tuple[tuple[str, Stretch], ...] = ()
    where: tuple[tuple[str, Tree], ...] = ()
    notes: tuple[Note, ...] = ()
    drawn: bool = False
    notation: str = "plain"
    command: str = "critical"

    def as_diff(self) -> DiffQuestion:
        """The same question to the rules."""
        return DiffQuestion(
            self.source,
            self.statement,
            self.wrt,
            where=self.where,
            notes=self.notes,
            notation=self.notation,
        )


class LagrangeQuestion(Struct, frozen=True):
    """The extrema of a function of the names `wrt` under constraints with =, <= or >=."""

    source: str
    statement: Tree
    constraints: tuple[Relation, ...]
    wrt: tuple[str, ...]
    where: tuple[tuple[str, Tree], ...] = ()
    notes: tuple[Note, ...] = ()
    drawn: bool = False
    notation: str = "plain"
    command: str = "lagrange"

    def as_diff(self) -> DiffQuestion:
        """The same objective to the rules."""
        return DiffQuestion(
            self.source,
            self.statement,
            self.wrt,
            where=self.where,
            notes=self.notes,
            notation=self.notation,
        )


Question = DiffQuestion | LimitDefQuestion | TableQuestion | CriticalQuestion | LagrangeQuestion
