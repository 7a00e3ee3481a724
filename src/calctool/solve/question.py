"""What was asked, as data: one record per subcommand, made by cli or batch, answered by solve."""

from __future__ import annotations

from dataclasses import dataclass

from calctool.notation.tree import Statement, Tree
from calctool.words import Note


@dataclass(frozen=True, slots=True)
class DiffQuestion:
    """Which derivatives of an expression are wanted.

    `statement` is a tree, or the equation of an implicit derivative (then `of` is set).
    `wrt` are the variables, in the order asked; with `mixed`, one derivative in these names in
    turn. `at` gives the point as (name, value) pairs; `where` the parameters already put in.
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
    command: str = "diff"
