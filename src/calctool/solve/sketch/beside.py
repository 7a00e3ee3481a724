"""Other functions in the picture of one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from calctool.algebra.ball.over import Rough
from calctool.notation.tree import Tree
from calctool.solve.sketch.graph import joined, polylines, sampled
from calctool.solve.sketch.record import BESIDE, Curve
from calctool.solve.sketch.window import Span, height


class Beside:
    """Functions of one variable that are drawn beside the one that was asked about."""

    def __init__(self, functions: Sequence[Tree], name: str, across: Span) -> None:
        self._functions = [Rough(each, (name,)) for each in functions]
        self._sampled = [sampled(each, across) for each in self._functions]

    def room(self, up: Span) -> Span:
        """The height with as much of the others as leaves the first one half of it."""
        return shared(up, (height(joined(each), [], calm=False) for each in self._sampled))

    def curves(self, up: Span) -> list[Curve]:
        """Their graphs, in the order in which they were given."""
        return [
            Curve(role, polylines(f, values, up), number=place)
            for place, (role, f, values) in enumerate(
                zip(BESIDE, self._functions, self._sampled, strict=False)
            )
        ]


def shared(up: Span, others: Iterable[Span]) -> Span:
    """As much of the others as leaves the first one half of the height."""
    low, high = up
    room = (high - low) / 2
    for down, top in others:
        low, high = min(low, max(down, up[0] - room)), max(high, min(top, up[1] + room))
    return low, high
