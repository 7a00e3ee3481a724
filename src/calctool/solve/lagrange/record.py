"""The question and the answer of `lagrange`, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from calctool.notation.tree import Relation, Tree
from calctool.solve.optimum.record import OptimumAnswer, OptimumQuestion
from calctool.words import Words
from calctool.words.extrema.multipliers import POINTS_TO_COME


class LagrangeQuestion(OptimumQuestion, frozen=True, kw_only=True):
    """The extrema of a function of the names `wrt` under constraints with =, <= or >=."""

    constraints: tuple[Relation, ...]
    command: ClassVar[str] = "lagrange"


class LagrangeAnswer(OptimumAnswer, frozen=True, kw_only=True):
    """Everything `calctool lagrange` has to say.

    `lagrangian` is L in the variables and the `multipliers`, and `gradient` holds its derivatives
    in the variables; `system` are its partial derivatives set to zero with the constraints; where
    there are letters, `bordered` is its second derivatives with the gradients of the constraints;
    `feasible` is False where it is proved that no point keeps all constraints.
    """

    if TYPE_CHECKING:
        question: LagrangeQuestion

    lagrangian: Tree | None = None
    multipliers: tuple[str, ...] = ()
    system: tuple[Relation, ...] = ()
    bordered: tuple[tuple[Tree, ...], ...] = ()
    feasible: bool | None = None
    TO_COME: ClassVar[Words] = POINTS_TO_COME

    def of_case(self, found: OptimumAnswer) -> dict[str, Any]:
        """Which constraints have multipliers, and whether any point keeps them."""
        assert isinstance(found, LagrangeAnswer)  # noqa: S101 (a case is of the same command)
        return {"multipliers": found.multipliers, "feasible": found.feasible}


Answer = LagrangeAnswer
