"""The records of a variation table in the JSON form."""

from __future__ import annotations

from typing import Literal

import msgspec

from calctool.render.wire import contract as wire
from calctool.render.wire.cases import Comparison
from calctool.render.wire.formula import Formulas
from calctool.solve import variation as solved


class TablePoint(wire.Record):
    """`kinds` are those of INTERFACE.md."""

    x: wire.Math
    kinds: list[
        Literal[
            "stationary", "local-minimum", "local-maximum", "neither", "inflection", "kink",
            "no-second-derivative", "vertical-tangent", "jump", "discontinuity", "hole", "pole",
            "endpoint", "undecided",
        ]
    ]  # fmt: skip
    value: wire.Math | None
    left_limit: wire.Math | None
    right_limit: wire.Math | None


class TableInterval(wire.Record):
    """Nulls where the sign of a derivative could not be decided, or a limit is not known.

    The limits are those of f at the two ends, from within.
    """

    start: wire.Math
    end: wire.Math
    trend: Literal["increasing", "decreasing", "constant"] | None
    derivative_sign: Literal["+", "-", "0"] | None
    concavity: Literal["up", "down", "none"] | None
    start_limit: wire.Math | None = None
    end_limit: wire.Math | None = None


class Asymptote(wire.Record):
    kind: Literal["vertical", "horizontal", "oblique"]
    line: wire.Math
    side: Literal["left", "right", "both", "-oo", "oo"]


class Recurrence(wire.Record):
    """f(x + shift) = factor*f(x) + added, where both places are in the domain asked for."""

    shift: wire.Math
    factor: wire.Math
    added: wire.Math


class PartLimit(wire.Record):
    """`side` is + or - where the formula comes to 0 from above or from below."""

    formula: wire.Math
    limit: wire.Math
    side: Literal["+", "-"] | None


class EndLimit(wire.Record):
    """A limit of f at an end of a piece of its domain, or far out, and what it rests on.

    `parts` are formulas whose limits were used, `quotients` those of l'Hospital's rule in turn.
    """

    x: wire.Math
    side: Literal["left", "right", "-oo", "oo"]
    value: wire.Math
    argument: Literal["standard", "parts", "power", "bounded", "dominant", "hospital", "conjugate"]
    parts: list[PartLimit]
    quotients: list[wire.Math]


class Zero(wire.Record):
    """A zero of f; the multiplicity is null where it is not known."""

    x: wire.Math
    multiplicity: int | None


class ZeroFamily(wire.Record):
    """Zeros of f, one for each value of the integers; of `range` null is no end."""

    at: dict[str, wire.Math]
    integers: list[str]
    multiplicity: int | None
    """Null where it is not known, or not the same for all."""
    range: dict[str, tuple[str | None, str | None]]


class Boundary(wire.Record):
    """A value of the parameter at which the table may change: there `of` vanishes, or has a double
    zero, or two of its factors meet, as `why` says."""

    at: wire.Math
    why: list[str]
    of: list[wire.Math]


def boundary(one: solved.Boundary, formulas: Formulas) -> Boundary:
    """A boundary of an answer with why it is one."""
    return Boundary(
        at=formulas.exact(one.at),
        why=[why for why, _ in one.causes],
        of=[formulas.math(tree) for _, tree in one.causes],
    )


class Required(wire.Record):
    """For which parameters f has the property, and for which that is not known."""

    property: str
    when: list[list[Comparison]] | None
    open: list[list[Comparison]] | msgspec.UnsetType = msgspec.UNSET


class TableResult(wire.Record):
    """`points` and `intervals` cover one shift where there is a `recurrence`.

    Where several `cases` of parameters have tables of their own, what is said of one is null.
    So is what was not found by the time an answer was stopped: `points` are then those of which
    something is certain.
    """

    variable: str
    domain: wire.Domain
    derivative: wire.Math
    second_derivative: wire.Math
    period: wire.Math | None
    points: list[TablePoint] | None
    intervals: list[TableInterval] | None
    asymptotes: list[Asymptote] | None
    families: list[wire.Family] | None
    global_minimum: wire.Extreme | None
    global_maximum: wire.Extreme | None
    recurrence: Recurrence | None = None
    limits: list[EndLimit] = msgspec.field(default_factory=list)
    zeros: list[Zero] | msgspec.UnsetType = msgspec.UNSET
    zero_families: list[ZeroFamily] | msgspec.UnsetType = msgspec.UNSET
    zero_on: list[wire.Interval] | msgspec.UnsetType = msgspec.UNSET
    ends: list[wire.End] | msgspec.UnsetType = msgspec.UNSET
    parity: Literal["even", "odd"] | msgspec.UnsetType = msgspec.UNSET
    parameters: list[str] | msgspec.UnsetType = msgspec.UNSET
    boundaries: list[Boundary] | msgspec.UnsetType | None = msgspec.UNSET
    required: Required | msgspec.UnsetType = msgspec.UNSET
    sample: dict[str, wire.Math] | msgspec.UnsetType = msgspec.UNSET
