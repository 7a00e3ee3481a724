"""The question and the answer of `critical`, as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from calctool.notation.tree import Tree
from calctool.solve.exact.record import DomainSet
from calctool.solve.optimum.record import OptimumAnswer, OptimumQuestion
from calctool.solve.rows import Shown
from calctool.solve.variation import Beyond


class CriticalQuestion(OptimumQuestion, frozen=True, kw_only=True):
    """The critical points of a function of the names `wrt`; other names are parameters."""

    members: Shown | None = None
    command: ClassVar[str] = "critical"


class CriticalAnswer(OptimumAnswer, frozen=True, kw_only=True):
    """Everything `calctool critical` has to say."""

    if TYPE_CHECKING:
        question: CriticalQuestion

    hessian: tuple[tuple[Tree, ...], ...] = ()
    beyond: tuple[Beyond, ...] = ()
    natural: DomainSet | None = None
    """The domain of a function of one variable."""


Answer = CriticalAnswer
