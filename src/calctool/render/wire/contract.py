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
    meant lies between them. Without it `expr` is exact.
    """

    expr: str
    latex: str
    value: float | None
    enclosure: tuple[str, str] | msgspec.UnsetType = msgspec.UNSET


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


class OneDerivative(Record):
    wrt: list[str]
    derivative: Math
    domain: Domain
    undefined_at: list[Math]
    at: dict[str, Math] | None
    value: Math | None
    exists: bool | None
    left: Math | None
    right: Math | None
    tangent: Math | None
    families: list["Family"] | msgspec.UnsetType = msgspec.UNSET


class DiffResult(Record):
    derivatives: list[OneDerivative]


class LimitDefResult(Record):
    wrt: str
    at: Math | None
    quotient: Math
    exists: bool | None
    derivative: Math | None
    left: Math | None
    right: Math | None
    continuous: bool | None


class TablePoint(Record):
    """`kinds` are those of INTERFACE.md."""

    x: Math
    kinds: list[
        Literal[
            "stationary", "local-minimum", "local-maximum", "neither", "inflection", "kink",
            "no-second-derivative", "vertical-tangent", "jump", "discontinuity", "hole", "pole",
            "endpoint", "undecided",
        ]
    ]  # fmt: skip
    value: Math | None
    left_limit: Math | None
    right_limit: Math | None


class TableInterval(Record):
    """Nulls where the sign of a derivative could not be decided."""

    start: Math
    end: Math
    trend: Literal["increasing", "decreasing", "constant"] | None
    derivative_sign: Literal["+", "-", "0"] | None
    concavity: Literal["up", "down", "none"] | None


class Asymptote(Record):
    kind: Literal["vertical", "horizontal", "oblique"]
    line: Math
    side: Literal["left", "right", "both", "-oo", "oo"]


class Family(Record):
    """Isolated points that repeat, one for each value of the integers.

    `range` has the first and the last value of each, both included; null is no end.
    """

    at: dict[str, Math]
    integers: list[str]
    kind: str
    value: Math | None
    range: dict[str, tuple[str | None, str | None]] = {}


class Extreme(Record):
    attained: bool | None
    value: Math | None
    at: list[dict[str, Math]]
    families: list[int]
    sets: list[int]
    argument: str
    reason: str


class Recurrence(Record):
    """f(x + shift) = factor*f(x) + added, where both places are in the domain asked for."""

    shift: Math
    factor: Math
    added: Math


class TableResult(Record):
    """`points` and `intervals` cover one shift where there is a `recurrence`."""

    variable: str
    domain: Domain
    derivative: Math
    second_derivative: Math
    period: Math | None
    points: list[TablePoint]
    intervals: list[TableInterval]
    asymptotes: list[Asymptote]
    families: list[Family]
    global_minimum: Extreme
    global_maximum: Extreme
    recurrence: Recurrence | None = None


PointKind = Literal["local-minimum", "local-maximum", "saddle", "neither", "endpoint", "undecided"]


class CriticalPoint(Record):
    """`why` says what makes the point a candidate, `test` how its kind was found."""

    at: dict[str, Math]
    value: Math | None
    kind: PointKind
    why: Literal["gradient-zero", "gradient-missing", "endpoint", "singular"]
    strict: bool | None
    test: str


class ConstrainedPoint(Record):
    """`multipliers` are null where the gradients of the active constraints are dependent."""

    at: dict[str, Math]
    multipliers: dict[str, Math] | None
    value: Math | None
    kind: PointKind
    regular: bool
    active: list[int]
    test: str


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


class CriticalResult(Record):
    variables: list[str]
    gradient: list[Math]
    hessian: list[list[Math]]
    points: list[CriticalPoint]
    families: list[Family]
    sets: list[Set]
    global_minimum: Extreme
    global_maximum: Extreme
    domain: Domain | msgspec.UnsetType = msgspec.UNSET


class LagrangeResult(Record):
    lagrangian: Math
    system: list[Math]
    multipliers: list[str]
    points: list[ConstrainedPoint]
    families: list[Family]
    sets: list[Set]
    minimum: Extreme
    maximum: Extreme
    feasible: bool | None


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
