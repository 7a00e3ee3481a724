"""One stationary point with its extreme values, as what is told of a question with letters."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool.notation.tree import INFINITY, Negative, Tree
from calctool.solve.answer import Completeness, State
from calctool.solve.candidates import CandidatePoint, Extreme
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words import Words
from calctool.words.extrema import cases as words


class Teller(Struct, frozen=True):
    """Answers that rest on one argument."""

    whole: OptimumAnswer
    argument: str
    reason: Words

    def extreme(self, value: Tree, reason: Words | None = None) -> Extreme:
        """A bound that is not attained."""
        return Extreme(False, exact_of(value), self.argument, reason or self.reason)

    def infinite(self, turn: int, reason: Words) -> Extreme:
        return Extreme(
            False,
            Exact(INFINITY if turn > 0 else Negative(INFINITY), None, None),
            self.argument,
            reason,
        )

    def infeasible(self) -> OptimumAnswer:
        none = Extreme(False, None, "infeasible", words.INFEASIBLE)
        return self.answer((), none, none)

    def answer(
        self, points: tuple[CandidatePoint, ...], low: Extreme, high: Extreme
    ) -> OptimumAnswer:
        feasible = low.argument != "infeasible"
        changes = {"feasible": feasible} if self.whole.question.constraints else {}
        return replace(
            self.whole,
            points=points,
            minimum=low,
            maximum=high,
            completeness=Completeness(State.COMPLETE, self.reason),
            **changes,
        )


def exact_of(tree: Tree) -> Exact:
    """With letters as it is."""
    return Exact(tree, None, None) if tree.names else exact(exact_value(tree))
