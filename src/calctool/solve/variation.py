"""What `calctool table` answers, as data; infinite values are the trees oo and -oo."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct, field

from calctool.fraction import Fraction
from calctool.notation.tree import INFINITY, Name, Negative, Relation, Tree
from calctool.solve.answer import Check, Completeness, OneDerivative, Status, settle
from calctool.solve.exact.record import EVERY, DomainSet, Exact, Interval, Reach
from calctool.solve.question import TableQuestion
from calctool.solve.sketch.record import Sketch
from calctool.verify.verdict import Verdict, weakest
from calctool.words import Note, Words

Kind = Literal[
    "stationary", "local-minimum", "local-maximum", "neither", "inflection", "kink",
    "no-second-derivative", "vertical-tangent", "jump", "discontinuity", "hole", "pole",
    "endpoint", "undecided",
]  # fmt: skip


def is_solved(conditions: Iterable[Relation], name: str) -> bool:
    """Whether each condition compares the variable with a constant."""
    return all(
        each.left == Name(name) and each.sign in _SOLVED and not each.right.names
        for each in conditions
    )


_SOLVED = ("<", "<=", ">", ">=", "!=")


class TablePoint(Struct, frozen=True):
    """A point where something happens: `value` is f there, None where f is not defined.

    `left` and `right` are the limits from within the domain, None where there is none or none is
    known. `slope` is the sign of the derivative, None where f has none. `bends` says whether f
    has a second derivative there, None where that is not known.
    """

    at: Exact
    kinds: tuple[Kind, ...]
    value: Exact | None = None
    left: Exact | None = None
    right: Exact | None = None
    slope: int | None = None
    bends: bool | None = None
    is_defined: bool = True
    """With no `value`: f has one, which is not known."""

    def is_a(self, *kinds: Kind) -> bool:
        return any(kind in self.kinds for kind in kinds)


class Sample(Struct, frozen=True):
    """A rational point and a certified enclosure of the derivative at it."""

    at: Fraction
    low: Fraction
    high: Fraction


class TableInterval(Struct, frozen=True):
    """An open interval between neighbouring points of the table, inside the domain.

    `sign` is that of f', `concavity` that of f''; None where undecided. `left` and `right` are
    the limits of f at the two ends from within.
    """

    start: Exact
    end: Exact
    sign: int | None
    concavity: int | None
    sample: Sample | None = None
    left: Exact | None = None
    right: Exact | None = None


class Asymptote(Struct, frozen=True):
    """`line` is x = a or y = a x + b; `side` is where the graph comes near it."""

    kind: Literal["vertical", "horizontal", "oblique"]
    line: Relation
    side: Literal["left", "right", "both", "-oo", "oo"]


class Family(Struct, frozen=True):
    """Points for whole numbers from the first to the last of `reach`, where None is no end.

    The table holds those of its scope: `place` is the one for 0, where that is listed.
    """

    at: Tree
    integer: str
    kind: Kind
    value: Exact | None
    reach: Reach = EVERY
    place: Exact | None = None


class Extreme(Struct, frozen=True):
    """The least or greatest value, or the bound that is not attained; `argument` is an id.

    `toward` is where f comes near a bound that it does not attain.
    """

    attained: bool | None
    value: Exact | None
    argument: str
    reason: Words
    at: tuple[Exact, ...] = ()
    families: tuple[int, ...] = ()
    toward: Exact | None = None


class Root(Struct, frozen=True):
    """A zero of f' and how often it is one; `within` bounds a part of the line with no other.

    None where the sign of f' beside it is not known.
    """

    at: Exact
    multiplicity: int | None
    within: tuple[Exact, Exact] | None = None


class Rolle(Struct, frozen=True):
    """A small variation table of h: between neighbouring `points` it has at most one zero.

    `function` is h times `factor`, which is not 0 between the points; `derivative` is that of
    `function`, and the points are its zeros and those of 1/factor. `signs` are those of h near
    the start, at each point, and near the end.
    """

    function: Tree
    factor: Tree | None
    derivative: Tree
    start: Exact
    end: Exact
    points: tuple[Exact, ...]
    signs: tuple[int, ...]


class Zeros(Struct, frozen=True):
    """The zeros of a formula of f' where it holds, and the theorem that says there are no others.

    `spans` are the open intervals on which f' has this formula.
    """

    equation: Relation
    roots: tuple[Root, ...]
    method: str
    reason: Words
    chain: tuple[Rolle, ...] = ()
    spans: tuple[tuple[Exact, Exact], ...] = ()


class TableAnswer(Struct, frozen=True):
    """Everything `calctool table` has to say.

    `shown` is the part of the line that the table covers: all of it, one period, or the window
    outside which nothing is claimed. `derivative` holds how f' was found, `second` how f'' was.
    """

    question: TableQuestion
    status: Status
    completeness: Completeness
    derivative: OneDerivative | None = None
    second: OneDerivative | None = None
    conditions: tuple[Relation, ...] = ()
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
    families: tuple[Family, ...] = ()
    minimum: Extreme | None = None
    maximum: Extreme | None = None
    zeros: tuple[Zeros, ...] = ()
    sketch: Sketch | None = None
    checks: tuple[Check, ...] = ()
    notes: tuple[Note, ...] = ()
    names: tuple[tuple[str, Tree], ...] = ()
    seconds: float = 0.0
    error: tuple[str, str] | None = field(default=None)

    def __post_init__(self) -> None:
        settle(self)

    @property
    def verdict(self) -> Verdict:
        return weakest(check.finding.verdict for check in self.checks)

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
