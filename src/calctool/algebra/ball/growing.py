"""The values of ever more trees at the same points: what one of them needed serves the next."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from flint import arb, fmpq

from calctool.algebra.ball.numbers import Ball, Lack, working
from calctool.algebra.ball.program import Program, Slots, scalars
from calctool.algebra.ball.slope import Place
from calctool.notation.tree import Tree


class Growing:
    """A program that grows, and the slots at each of its points, which grow with it."""

    def __init__(self) -> None:
        self._program = Program(())
        self._met: dict[tuple[int, int], Slots] = {}

    def __len__(self) -> int:
        """Operations that one evaluation of everything so far takes."""
        return len(self._program)

    def ball(
        self, tree: Tree, number: int, values: Mapping[str, Fraction | int], bits: int
    ) -> Ball | Lack:
        """A ball around the tree's value at point `number`, or why there is none.

        The number also chooses the functions that stand in for undefined ones.
        """
        slot = self._program.slot(tree)
        slots = self._met.get((number, bits))
        if slots is None:
            slots = self._met[number, bits] = Slots(Place(scalars(values), {}, 0, number))
        if len(slots.values) <= slot:
            with working(bits, 1):
                self._program.run_on(slots)
        value = slots.values[slot]
        if isinstance(value, fmpq):
            with working(bits, 1):
                value = arb(value)
        if isinstance(value, Lack):
            return value
        return value if value.is_finite() else Lack.UNKNOWN
