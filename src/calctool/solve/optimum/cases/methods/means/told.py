"""One stationary point with its extreme values, as what is told of a question with letters."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool.notation.tree import INFINITY, ZERO, Negative, Tree
from calctool.solve.answer import Completeness, State
from calctool.solve.candidates import CandidatePoint, Extreme, Test
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words import Words
from calctool.words.extrema import cases as words
from calctool.words.extrema.multipliers import ARGUMENTS, TESTS


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

    def nothing(self) -> OptimumAnswer:
        """No positive variables keep the equation: it is f that asks for them, or the set."""
        asked = self.whole.question
        typed = {name for name, _ in asked.domain}
        typed |= {name for each in asked.constraints if each.sign != "=" for name in each.names}
        if typed >= set(asked.wrt):
            return self.infeasible()
        none = Extreme(False, None, "no-value-on-set", ARGUMENTS["no-value-on-set"])
        return self.answer((), none, none)

    def alone(self, value: Tree) -> OptimumAnswer:
        """The origin is the only point of the set, and the gradient of the constraint 0 there."""
        own = exact_of(value)
        at = tuple((name, exact_of(ZERO)) for name in self.whole.question.wrt)
        point = CandidatePoint(
            at,
            own,
            "local-minimum",
            "singular",
            Test("isolated-point", TESTS["isolated-point"]),
            strict=True,
            regular=False,
            active=(1,),
        )
        end = Extreme(True, own, self.argument, words.ORIGIN_ALONE, at=(at,))
        return self.answer((point,), end, end)

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
