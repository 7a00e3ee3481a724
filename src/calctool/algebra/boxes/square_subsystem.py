"""Of more equations than unknowns, those that Krawczyk's test is made with at one box."""

from __future__ import annotations

from collections.abc import Sequence

from flint import arb

from calctool.algebra.boxes.system import Balls, System
from calctool.notation.tree import Relation, Tree


class Chooser:
    """The systems with each choice of equations in front, made when they are first needed."""

    def __init__(
        self, equations: Sequence[Tree], names: Sequence[str], conditions: Sequence[Relation]
    ) -> None:
        self.equations, self.names, self.conditions = tuple(equations), tuple(names), conditions
        self._whole = System(equations, names, conditions)
        self._known: dict[tuple[int, ...], System] = {}

    @property
    def work(self) -> int:
        """Operations that one box takes, about."""
        return 1 + self._whole.size * (1 + len(self.names))

    def system(self, at: Balls) -> System:
        """With the equations in front that are most independent in the middle of the box."""
        if len(self.equations) == len(self.names):
            return self._whole
        rows = self._whole.gradients(tuple(ball.mid() for ball in at))
        chosen = tuple(range(len(self.names))) if rows is None else _pivots(rows)
        if chosen not in self._known:
            rest = (i for i in range(len(self.equations)) if i not in chosen)
            ordered = [self.equations[i] for i in (*chosen, *rest)]
            self._known[chosen] = System(ordered, self.names, self.conditions)
        return self._known[chosen]


def _pivots(rows: list[list[arb]]) -> tuple[int, ...]:
    """The largest row first, then the one furthest from its span, and so on."""
    left = {i: [float(value.mid()) for value in row] for i, row in enumerate(rows)}
    left = {i: _scaled(row) for i, row in left.items()}
    chosen: list[int] = []
    while len(chosen) < len(rows[0]):
        best = max(left, key=lambda i: _square(left[i]))
        row = left.pop(best)
        chosen.append(best)
        size = _square(row)
        if size > 0:
            for i, other in left.items():
                times = sum(a * b for a, b in zip(row, other, strict=True)) / size
                left[i] = [b - times * a for a, b in zip(row, other, strict=True)]
    return tuple(sorted(chosen))


def _square(row: list[float]) -> float:
    return sum(value * value for value in row)


def _scaled(row: list[float]) -> list[float]:
    size = _square(row) ** 0.5
    return [value / size for value in row] if 0 < size < float("inf") else [0.0] * len(row)
