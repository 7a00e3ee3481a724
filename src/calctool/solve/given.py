"""An answer that somebody gives, as it was read, and the verdicts that there are on one."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from calctool.notation.tree import Tree

VerdictName = Literal[
    "right", "right-on-part", "rounded", "unfinished", "incomplete", "wrong", "undecided"
]
ACCEPTED: tuple[VerdictName, ...] = ("right", "right-on-part")
VERDICTS: tuple[VerdictName, ...] = (
    "right", "right-on-part", "rounded", "unfinished", "incomplete", "wrong", "undecided",
)  # fmt: skip

FormName = Literal["factored", "expanded"]
FORMS: tuple[FormName, ...] = ("factored", "expanded")

GivenKind = Literal["derivative", "value", "tangent", "lines", "points", "trends"]


class Formula(Struct, frozen=True):
    """An expression in the answer: as typed, as read, and what it is an answer to."""

    text: str
    tree: Tree
    about: str = ""
    notation: str = "plain"


class Claim(Struct, frozen=True):
    """A point, an interval or an extreme that is claimed; `text` is how it was typed."""

    text: str
    kind: str | None = None
    at: tuple[tuple[str, Tree], ...] | None = None
    value: Tree | None = None
    start: Tree | None = None
    end: Tree | None = None
    closed: tuple[bool, bool] = (False, False)
    parameter: str | None = None
    multipliers: tuple[tuple[str, Tree], ...] = ()
    union: int = 0
    """Intervals that are claimed as one set have one number; 0 stands alone."""


class Given(Struct, frozen=True):
    """The answer that is to be checked. One of its parts is there; `none` says that there are no
    points, or that a value does not exist."""

    text: str
    formulas: tuple[Formula, ...] = ()
    lines: tuple[Formula, ...] = ()
    claims: tuple[Claim, ...] = ()
    kind: GivenKind = "derivative"
    none: bool = False
    complete: bool = True
    """Whether the points are claimed to be all; extremes alone say nothing of others."""
