"""What an answer looks like before it has a format: seven kinds of block."""

from dataclasses import dataclass

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
    text: Text


@dataclass(frozen=True, slots=True)
class Formula:
    """`label` = `statement`, set off; `label` is what stands left of the equals sign."""

    statement: Statement
    label: Tree | None = None
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """One line of a chain: what stands after the equals sign, why, and what the check said."""

    after: Statement
    why: Text
    verdict: Verdict
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Chain:
    start: Statement
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of formulas and words: `head` names the columns."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark: `kind` is "proved", "sampled", "undecided", "warning" or "note"."""

    kind: str
    text: Text


Block = Title | Prose | Formula | Chain | Grid | Note


@dataclass(frozen=True, slots=True)
class Document:
    blocks: tuple[Block, ...]
