"""What an answer looks like before it has a format: six kinds of block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from calctool.notation.tree import Statement, Tree
from calctool.verify.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Text:
    """A run of words; `formulas` fill its {0}, {1}, … and are printed by the renderer."""

    template: str
    formulas: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Title:
    text: Text


@dataclass(frozen=True, slots=True)
class Prose:
    """Words; a `caption` says in the margin what they are about."""

    text: Text
    caption: Text | None = None


@dataclass(frozen=True, slots=True)
class Formula:
    """`label` = `statement` ≈ `decimal`, set off, with a remark after it.

    Neighbours line up; one without a caption belongs to the caption above it.
    """

    statement: Statement
    label: Tree | None = None
    caption: Text | None = None
    decimal: str = ""
    aside: Text | None = None
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One line of a chain: what stands after the equals sign, why, and what the check said."""

    after: Statement
    why: Text
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Chain:
    start: Statement
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of formulas and words: `head` names the columns."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


NoteKind = Literal["proved", "sampled", "undecided", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark under the answer; only what is proved may be `proved`."""

    kind: NoteKind
    text: Text


Block = Title | Prose | Formula | Chain | Grid | Note


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks in order; `partial` asks for ∂ where a derivative is written."""

    blocks: tuple[Block, ...]
    partial: bool = False
