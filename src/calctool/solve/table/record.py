"""The question and the answer of `table`, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from calctool.notation.tree import INFINITY, Negative, Relation, Tree
from calctool.solve.answer import Condition, OneDerivative, Told
from calctool.solve.exact.record import DomainSet, Exact, Interval
from calctool.solve.question import AskedOfTree, Stretch
from calctool.solve.rows import Shown
from calctool.solve.variation import (
    Asymptote,
    Beyond,
    Boundary,
    Extreme,
    Family,
    Root,
    RootFamily,
    Swing,
    TableInterval,
    TablePoint,
    Tends,
    Zeros,
)
from calctool.words import Words
from calctool.words import table as words


class TableQuestion(AskedOfTree, frozen=True, kw_only=True):
    """How a function of one variable goes, everywhere or on `domain`.

    `drawn` asks for the curve too. All other names are `parameters`, of which `assumed` holds;
    `with_zeros` asks for the zeros of f, `when` for the parameters for which f is so.
    """

    domain: Stretch | None = None
    with_zeros: bool = False
    when: str | None = None
    without_cases: bool = False
    """Of one that asks `when`: whether only that is answered, as where it helps another one."""
    members: Shown | None = None
    command: ClassVar[str] = "table"

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names that stand for any number, in the order of the alphabet."""
        named = self.statement.names | (self.domain.letters if self.domain else frozenset())
        return tuple(sorted(named - set(self.wrt)))


class TableAnswer(Told, frozen=True, kw_only=True):
    """Everything `calctool table` has to say.

    `shown` is the part of the line that the table covers: all of it, one period, or the window
    outside which nothing is claimed. `derivative` holds how f' was found, `second` how f'' was.
    """

    if TYPE_CHECKING:
        question: TableQuestion

    TO_COME: ClassVar[Words] = words.ALL_TO_COME
    derivative: OneDerivative | None = None
    second: OneDerivative | None = None
    conditions: tuple[Relation, ...] = ()
    needed: tuple[Relation, ...] = ()
    """Those of the conditions that do not follow from the sides that were asked for."""
    domain: tuple[Interval, ...] | None = None
    natural: DomainSet | None = None
    """The domain of f itself, whatever part of it was asked for."""
    shown: tuple[Exact, Exact] | None = None
    period: Tree | None = None
    drift: tuple[Tree, Tree] | None = None
    """(T, c) where f(x + T) = f(x) + c for all x and one such T is shown."""
    growth: tuple[Tree, Tree] | None = None
    """(T, r) where f(x + T) = r*f(x) for all x and one such T is shown."""
    points: tuple[TablePoint, ...] = ()
    intervals: tuple[TableInterval, ...] = ()
    asymptotes: tuple[Asymptote, ...] = ()
    tends: tuple[Tends, ...] = ()
    """Limits for which a short reason is known."""
    families: tuple[Family, ...] = ()
    minimum: Extreme | None = None
    maximum: Extreme | None = None
    beyond: tuple[Beyond, ...] = ()
    swings: tuple[Swing, ...] = ()
    """Other ends at which f has no limit."""
    zeros: tuple[Zeros, ...] = ()
    bends: tuple[Zeros, ...] = ()
    """The zeros of f''."""
    roots: tuple[Root, ...] | None = None
    """The zeros of f, where they were asked for; of families the members in a window."""
    root_families: tuple[RootFamily, ...] = ()
    """All zeros but finitely many, where there are zeros without end and these are known."""
    lone_roots: tuple[Root, ...] = ()
    """Those of `roots` that are in no family."""
    flat: tuple[Interval, ...] = ()
    """Where f is 0 all over, where its zeros were asked for."""
    roots_repeat: bool = False
    """Whether there are zeros without end beside `roots`."""
    boundaries: tuple[Boundary, ...] = ()
    """Values of the only parameter at which the table changes, or may have changed."""
    required: Condition | None = None
    """The parameters for which f is as `required_of` says, which was asked; None: not known."""
    required_open: Condition = ()
    """Those for which that is not decided."""
    required_of: str | None = None
    sample: tuple[tuple[str, Exact], ...] = ()
    """In a case: the values of the parameters at which it was looked at."""

    @property
    def turn(self) -> int:
        """1 where f is even, -1 where it is odd, rows for x < 0 being those for x > 0; else 0."""
        if self.question.domain is not None:
            return 0
        rows = (family.row for family in self.families)
        return next((row.mirror for row in rows if row is not None and row.mirror), 0)

    @property
    def is_open_case(self) -> bool:
        """Whether nothing but the condition of a case is known."""
        return self.completeness.reason in (words.CASE_OPEN, words.CASE_AROUND)

    @property
    def intervals_shown(self) -> tuple[TableInterval, ...]:
        """Without those that lead to a place beyond inflections that have no end."""
        far = [each.place for each in self.beyond]
        return tuple(i for i in self.intervals if i.start not in far and i.end not in far)

    @property
    def period_ends(self) -> tuple[Exact | None, Exact | None]:
        """The ends of the table beyond which f goes on as at its other end."""
        if self.shown is None or not (self.period or self.drift or self.growth):
            return None, None
        asked = self.question.domain
        ends = (None, None) if asked is None else (asked.start, asked.end)
        start, end = (
            own if stated in (None, INFINITY, Negative(INFINITY)) else None
            for own, stated in zip(self.shown, ends, strict=True)
        )
        return start, end

    @property
    def distinct_points(self) -> tuple[TablePoint, ...]:
        """Without the end of a period that is the same as its start."""
        start, end = self.period_ends
        if start is None:
            return self.points
        return tuple(point for point in self.points if point.at != end)


Answer = TableAnswer
