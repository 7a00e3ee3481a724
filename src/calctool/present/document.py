"""What an answer looks like before it has a format: its kinds of block."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import Literal

from msgspec import Struct

from calctool import budget
from calctool.notation.system import Line
from calctool.notation.tree import Tree
from calctool.solve.sketch.record import Polyline
from calctool.solve.sketch.record import Role as Role
from calctool.verify.verdict import Verdict
from calctool.words import Language
from calctool.words.printable import primed, printable


class Text(Struct, frozen=True):
    """A run of words; `formulas` fill its {0}, {1}, … and are printed by the renderer."""

    template: str
    formulas: tuple[Line, ...] = ()

    def pieces(self) -> Iterator[str | Line]:
        """Words and formulas in turn; the words show nothing that steers whoever shows them."""
        for words, hole, _, _ in Formatter().parse(self.template):
            if words:
                yield printable(primed(words))
            if hole is not None:
                yield self.formulas[int(hole)]


class Title(Struct, frozen=True):
    text: Text


class Prose(Struct, frozen=True):
    """Words; a `caption` says in the margin what they are about. An answer has `emphasis`, a line
    of an argument the `verdict` on it."""

    text: Text
    caption: Text | None = None
    emphasis: bool = False
    verdict: Verdict | None = None


class Formula(Struct, frozen=True):
    """`label` = `statement` ≈ `decimal`, set off, with a remark after it.

    Neighbours line up; one without a caption belongs to the caption above it.
    """

    statement: Line
    label: Tree | None = None
    caption: Text | None = None
    decimal: str = ""
    aside: Text | None = None
    emphasis: bool = False


LinkSign = Literal["equal", "follows", "equivalent", "none"]


class Link(Struct, frozen=True):
    """One line of a chain: what stands after the equals sign, why, and what the check said.

    A relation that holds just where the one before it does is `equivalent` to it. A line of an
    argument stands `alone`, without a sign before it, and may be words and no formula.
    """

    after: Line | None
    why: Text
    verdict: Verdict
    equivalent: bool = False
    alone: bool = False

    @property
    def sign(self) -> LinkSign:
        if self.alone:
            return "none"
        if isinstance(self.after, Tree):
            return "equal"
        return "equivalent" if self.equivalent else "follows"


class Chain(Struct, frozen=True):
    """Lines that follow from `start` in turn, or an argument that starts from nothing."""

    start: Line | None
    links: tuple[Link, ...]


class Grid(Struct, frozen=True):
    """A table of formulas and words: `head` names the columns."""

    head: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]


# --- variation tables ---------------------------------------------------------------------------


Level = Literal["top", "middle", "bottom"]


class Sign(Struct, frozen=True):
    """ "?" is a sign that could not be decided."""

    sign: Literal["+", "-", "0", "?"]


class Arrow(Struct, frozen=True):
    """How the graph goes on an interval; cup and cap are the shapes that f'' tells of."""

    shape: Literal["up", "down", "flat", "cup", "cap", "line", "unknown"]


class Value(Struct, frozen=True):
    text: Text
    level: Level = "middle"


class Break(Struct, frozen=True):
    """A point where the row is cut, with the limits or values on its sides.

    A double bar is drawn where there is no value, a single one where f jumps.
    """

    kind: Literal["undefined", "jump"]
    left: Value | None = None
    right: Value | None = None
    middle: Value | None = None


class Gap(Struct, frozen=True):
    """What lies outside the domain."""


class Dots(Struct, frozen=True):
    """Infinitely many stops that are not shown, between one stop and the next."""


class Blank(Struct, frozen=True):
    pass


Cell = Sign | Arrow | Value | Break | Gap | Dots | Blank


class Row(Struct, frozen=True):
    """A row of a variation table: a cell at each stop, and one between each two of them.

    A `tall` row has three sub-rows: values stand at their level, arrows in the middle.
    """

    label: Text
    at: tuple[Cell, ...]
    between: tuple[Cell, ...]
    tall: bool = False


class VariationTable(Struct, frozen=True):
    """`stops` are the points of the axis in order; the rows run along them."""

    label: Text
    stops: tuple[Text, ...]
    rows: tuple[Row, ...]


# --- pictures -----------------------------------------------------------------------------------


SpotKind = Literal["minimum", "maximum", "saddle", "other"]


class Spot(Struct, frozen=True):
    """A marked point of a figure; an open one is not on the graph."""

    x: float
    y: float
    text: Text | None = None
    above: bool = True
    is_open: bool = False
    kind: SpotKind = "other"


class Curve(Struct, frozen=True):
    """Polylines that mean one thing: the `label` is for the legend, the `tag` stands on them."""

    role: Role
    lines: tuple[Polyline, ...]
    label: Text | None = None
    tag: Text | None = None


class Figure(Struct, frozen=True):
    """Curves and marked points in the rectangle `across` times `up`.

    `kinds` say what the shapes of spots mean. Axes of an `even` figure have one scale. `relief`
    are heights over the rectangle, row by row from below, for forms that can show a surface.
    """

    curves: tuple[Curve, ...]
    spots: tuple[Spot, ...]
    uprights: tuple[float, ...]
    across: tuple[float, float]
    up: tuple[float, float]
    label: Text
    kinds: tuple[tuple[SpotKind, Text], ...] = ()
    axes: tuple[Text, Text] | None = None
    even: bool = False
    relief: tuple[tuple[float | None, ...], ...] = ()
    height: Text | None = None
    """What the relief shows."""
    small: bool = False
    """One of several, each beside what it belongs to."""

    def legend(self) -> list[tuple[Curve, Text]]:
        """The curves that are named beside the picture."""
        seen = (curve for curve in self.curves if curve.lines)
        return [(curve, curve.label) for curve in seen if curve.label is not None]


# --- documents ----------------------------------------------------------------------------------


Steps = Literal["full", "brief", "none"]
"""How much of a derivation is shown."""

NoteKind = Literal["proved", "sampled", "undecided", "warning", "note"]


class Note(Struct, frozen=True):
    """A remark under the answer; only what is proved may be `proved`."""

    kind: NoteKind
    text: Text


Block = Title | Prose | Formula | Chain | Grid | VariationTable | Figure | Note


class Document(Struct, frozen=True):
    """The blocks in order; `partial` asks for ∂ where a derivative is written.

    `heading` names the whole where a form has a place for that, as a page has.
    """

    blocks: tuple[Block, ...]
    partial: bool = False
    language: Language = "en"
    heading: str = ""


class Wishes(Struct, frozen=True):
    """How a reader wants an answer: `drawn` asks for the figure in the document.

    Of `first` lines, or a `hint` (1: the next rule, 2: its line, too), the answer is left out.
    """

    language: Language = "en"
    steps: Steps = "brief"
    digits: int = budget.DIGITS
    drawn: bool = False
    first: int | None = None
    hint: int | None = None
