"""The JSON contract as structures; the JSON Schema is made from them, and nothing else is."""

from typing import Generic, Literal, TypeVar

import msgspec

SCHEMA_VERSION: Literal[1] = 1
VerdictName = Literal["proved", "sampled", "undecided", "refuted"]


class Record(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """What all parts of the contract share."""


class Math(Record, omit_defaults=True):
    """`expr` reads back in calctool and, by sympify, in SymPy; `value` is a finite real number.

    `enclosure` stands only where `expr` is a rounded number: two decimals, and the number that is
    meant lies between them. Without it `expr` is exact. `root` stands where `expr` is a name for a
    place that has no formula.
    """

    expr: str
    latex: str
    value: float | None
    enclosure: tuple[str, str] | msgspec.UnsetType = msgspec.UNSET
    root: "OnlyZero | msgspec.UnsetType" = msgspec.UNSET


Between = tuple[Math, Math]
"""Limits inferior and superior, where there is no limit."""


class OnlyZero(Record):
    """What a name stands for: the only zero of `equation` strictly between two places."""

    equation: Math
    variable: str
    start: Math
    end: Math


class Step(Record):
    rule: str
    title: str
    before: Math
    after: Math
    bindings: dict[str, Math]
    where: list[str]
    verdict: VerdictName
    steps: list["Step"]


class Completeness(Record):
    state: Literal["complete", "partial", "unknown"]
    reason: str
    missing: list[str]
    scope: dict[str, str] | None
    undecided: list[dict[str, tuple[float, float]]]
    """Boxes in which more may lie; an end beyond all doubles is the largest of them."""


class Check(Record):
    what: str
    verdict: VerdictName
    method: str


class Question(Record):
    source: str
    expr: str
    wrt: list[str]
    domain: dict[str, str]
    assumptions: list[str]
    constraints: list[str]
    notation: str = "plain"
    parameters: list[str] | msgspec.UnsetType = msgspec.UNSET
    form: str | msgspec.UnsetType = msgspec.UNSET


class Note(Record):
    id: str
    text: str


class Interval(Record):
    start: Math
    end: Math
    closed: tuple[bool, bool]


class Domain(Record):
    conditions: list[str]
    intervals: list[Interval] | None
    period: Math | msgspec.UnsetType = msgspec.UNSET


class RowKind(Record):
    """What the points with k = r modulo m are, [r, m] being `k`."""

    k: tuple[int, int]
    kind: str


class Nearby(Record):
    """A formula in k that the points come near, from which side, and the limit of the distance."""

    x: Math
    side: Literal[-1, 1]
    limit: Math


class RowValues(Record):
    """f has the value `on` at the points with k = r modulo m: no waves are in it.

    From k = `since` on the values go one way as |k| grows, and tend to the `limit`.
    """

    k: tuple[int, int]
    on: Math
    trend: Literal["increasing", "decreasing", "constant"] | None
    since: int
    limit: Math | None


class RowSides(Record):
    """What f tends to on both sides of the points with k = r modulo m, which are poles."""

    k: tuple[int, int]
    left: Math
    right: Math


class RowMember(Record):
    k: int
    x: Math
    value: Math | None


class Family(Record):
    """Isolated points that repeat, one for each value of the integers.

    `range` has the first and the last value of each, both included; null is no end. Where `at` is
    null, each open interval `cell` holds exactly one zero of `equation`, a simple one, and that is
    the point. The keys from `cell` on are those of points that are not equally spaced.
    """

    at: dict[str, Math] | None
    integers: list[str]
    kind: str
    value: Math | None
    range: dict[str, tuple[str | None, str | None]] = {}
    cell: dict[str, tuple[Math, Math]] | msgspec.UnsetType = msgspec.UNSET
    phase: Math | msgspec.UnsetType = msgspec.UNSET
    """`cell` bounds the values of this function then; equal bounds are its value at the points."""
    equation: Math | msgspec.UnsetType = msgspec.UNSET
    kinds: list[RowKind] | msgspec.UnsetType = msgspec.UNSET
    near: Nearby | msgspec.UnsetType = msgspec.UNSET
    values: list[RowValues] | msgspec.UnsetType = msgspec.UNSET
    sides: list[RowSides] | msgspec.UnsetType = msgspec.UNSET
    accumulates: list[str] | msgspec.UnsetType = msgspec.UNSET
    members: list[RowMember] | msgspec.UnsetType = msgspec.UNSET
    unwritten: list[int] | msgspec.UnsetType = msgspec.UNSET
    """Members that were asked for and are too far out, or too near to the end of their cell, for a
    number."""
    left: Math | msgspec.UnsetType = msgspec.UNSET
    """The derivative from the left, at points where there is no two-sided one."""
    right: Math | msgspec.UnsetType = msgspec.UNSET
    sort: str | msgspec.UnsetType = msgspec.UNSET
    """What f does at all points of a row, where f' is not 0 there: `kink`, `vertical-tangent`."""


class End(Record):
    """What f does where critical points go on without end: its limits inferior and superior.

    `side` is -1 where the place is come to from below, as oo is, else 1. The kind is `limit` where
    both are equal, `interval` where there is no limit; null is not known.
    """

    at: str
    side: Literal[-1, 1]
    kind: Literal["limit", "interval"] | None
    range: tuple[Math, Math] | None


class Recurring(Record):
    """The members with k = k[0] modulo k[1], from `since` on, of the family at this place."""

    family: int
    k: tuple[int, int]
    since: int


class Extreme(Record):
    attained: bool | None
    value: Math | None
    at: list[dict[str, Math]]
    families: list[int]
    sets: list[int]
    argument: str
    reason: str
    members: list[tuple[int, int]] | msgspec.UnsetType = msgspec.UNSET
    """[place in `families`, k] of members at which it is attained."""
    endless: list[Recurring] | msgspec.UnsetType = msgspec.UNSET
    """Where it is attained at infinitely many members."""
    intervals: list[int] | msgspec.UnsetType = msgspec.UNSET
    """Those of a table, by their places from 0, all over which f has this value."""


class Approach(Record):
    """A curve along which f comes near a bound: coordinates in the parameter, which tends to oo,
    and f there."""

    at: dict[str, Math]
    parameter: str
    value: Math | None


class OptimumExtreme(Extreme, kw_only=True):
    """`proof` are the lines of the derivation, `where` each whole; `open` says what was not shown
    where it is not decided."""

    approached: Approach | None
    proof: list[Step]
    open: str | None


PointKind = Literal["local-minimum", "local-maximum", "saddle", "neither", "endpoint", "undecided"]


class PartOfSet(Record):
    """What the points of a set are `where` these relations hold; "" is everywhere else on it."""

    where: str
    kind: PointKind


class Set(Record):
    """A curve or a surface of points; `points` runs through it in its parameters."""

    equations: list[str]
    points: dict[str, Math] | None
    kinds: list[PartOfSet]
    value: Math | None
    range: list[str] | msgspec.UnsetType = msgspec.UNSET
    """Conditions on the parameters, of which one holds, where these do not take every value."""
    integers: dict[str, tuple[str | None, str | None]] | msgspec.UnsetType = msgspec.UNSET
    """The integers in the equations, where the set repeats for each of their values."""
    solved: list[str] | msgspec.UnsetType = msgspec.UNSET
    """The equations solved for angles, in these integers: x = pi + 2*k*pi for sin(x/2)^2 = 1."""
    enclosures: dict[str, tuple[str, str]] | msgspec.UnsetType = msgspec.UNSET
    """Right sides of the equations that hold a rounded number, each between two decimals where the
    integers are 0."""


Result = TypeVar("Result")


class Error(Record):
    id: str
    message: str
    span: tuple[int, int] | None
    hint: str | None


class Answer(Record, Generic[Result]):
    """One document for each question; `command` is null when it was not understood."""

    schema_version: Literal[1]
    calctool: str
    command: str | None
    status: Literal["complete", "partial", "stopped", "error"]
    completeness: Completeness
    verdict: VerdictName
    checks: list[Check]
    question: Question | None
    notes: list[Note]
    result: Result | None
    names: dict[str, Math]
    steps: list[Step]
    error: Error | None
    seconds: float
