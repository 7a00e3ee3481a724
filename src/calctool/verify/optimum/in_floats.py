"""A feasible set and f on it in floats: where a search goes; balls judge what it ends at."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.ball import Ball
from calctool.algebra.ball.floats import NO_VALUE, Floats
from calctool.verify.optimum.corrections import Rows, Vector
from calctool.verify.optimum.projection import Projection

INSIDE = 2.0**-30
"""How far inside an inequality points are put that broke it."""


class InFloats:
    """Where relations with these signs hold of the gaps; `known` is f and the gaps."""

    def __init__(self, known: Floats, signs: Sequence[str], moves: Projection, rounds: int) -> None:
        self._known, self._signs, self._moves, self._rounds = known, signs, moves, rounds

    def is_near(self, at: Vector, value: float) -> bool:
        """Whether f there is about this, so that nothing large has cancelled."""
        try:
            found = self._known(at)[0]
        except NO_VALUE:
            return False
        return abs(found - value) <= 1e-6 * (1 + abs(value))

    def reached(self, at: Vector) -> tuple[Vector, float] | None:
        """A feasible point near by, with f there."""
        try:
            values = self._known(at)
            pairs = enumerate(zip(self._signs, values[1:], strict=True))
            targets = {i: t for i, (sign, v) in pairs if (t := target(sign, v)) is not None}
            if not targets:
                return at, values[0]
            led = self._moves.led(at, targets, self._rounds)
            values = [] if led is None else self._known(led[0])
        except NO_VALUE:
            return None
        others = enumerate(zip(self._signs, values[1:], strict=False))
        broken = any(i not in targets and target(sign, v) is not None for i, (sign, v) in others)
        return None if led is None or broken else (led[0], values[0])

    def slopes(self, at: Vector) -> tuple[Vector, Rows] | None:
        """The gradients of f and of the equations."""
        try:
            f, *rows = self._known.gradients(at)
        except NO_VALUE:
            return None
        pairs = zip(self._signs, rows, strict=True)
        return f, [row for sign, row in pairs if sign == "="]


def target(sign: str, value: float | Ball) -> float | None:
    """The value that a constraint has to be brought to; None where it holds."""
    match sign:
        case "=":
            return 0.0
        case ">=" | ">":
            return None if value > 0 else INSIDE
        case "<=" | "<":
            return None if value < 0 else -INSIDE
    return None
