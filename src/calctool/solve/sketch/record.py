"""Sketches as data: part of the answers of all commands, made only where one was asked for."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from calctool.notation.tree import Tree
from calctool.solve.exact.record import Exact

Point = tuple[float, float]
Polyline = tuple[Point, ...]

Role = Literal[
    "graph", "derivative", "tangent", "secant", "level", "constraint", "set", "asymptote",
    "envelope", "approach", "second", "third", "fourth",
]  # fmt: skip
"""What a curve is: a "set" is one of points that are all critical; a "second" is another function
that was asked for beside the first; along an "approach" f comes near its bound."""

BESIDE: tuple[Role, ...] = ("second", "third", "fourth")
"""The other functions in their order."""

MarkKind = Literal["maximum", "minimum", "saddle", "inflection", "value", "open", "other"]


class Curve(Struct, frozen=True):
    """Polylines that mean one thing.

    `value` is f on a level curve, the bound that f comes near along an approach, or the increment
    of a secant, whose slope is `slope`; `number` counts constraints, sets, asymptotes and other
    functions from 0, and is 0 for an approach to the least value, 1 for one to the greatest.
    """

    role: Role
    lines: tuple[Polyline, ...]
    value: Exact | float | None = None
    slope: float | None = None
    number: int = 0
    formula: Tree | None = None
    mirrored: bool = False
    """Of an envelope: its height, and whether its other half lies at the negative of it."""


class Mark(Struct, frozen=True):
    """A marked point; `label` is the value that is written at it.

    `point` is the number of the answer's point, or of the secant that begins or ends there.
    """

    x: float
    y: float
    kind: MarkKind
    label: Exact | None = None
    point: int | None = None


class Relief(Struct, frozen=True):
    """Heights of f on a grid over the rectangle, row by row from below; None where it has none."""

    heights: tuple[tuple[float | None, ...], ...]


class Sketch(Struct, frozen=True):
    """Curves and marks in the rectangle `across` times `up`; curves are cut where f is not
    continuous. `poles` are drawn as uprights."""

    curves: tuple[Curve, ...]
    marks: tuple[Mark, ...]
    poles: tuple[float, ...]
    across: tuple[float, float]
    up: tuple[float, float]
    relief: Relief | None = None
