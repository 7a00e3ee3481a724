"""The answer of `diff`, as data; its question is that to the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from calctool.notation.tree import Tree
from calctool.solve.answer import OneDerivative, Told
from calctool.solve.question import DiffQuestion
from calctool.words import Words
from calctool.words.titles import DERIVATIVE_TO_COME


class DiffAnswer(Told, frozen=True, kw_only=True):
    """Everything `calctool diff` has to say; `names` are what the steps call u1, u2, …"""

    if TYPE_CHECKING:
        question: DiffQuestion

    TO_COME: ClassVar[Words] = DERIVATIVE_TO_COME
    derivatives: tuple[OneDerivative, ...] = ()

    @property
    def single(self) -> Tree | None:
        """The only derivative."""
        found = [one.derivative for one in self.derivatives]
        return found[0] if len(found) == 1 and isinstance(found[0], Tree) else None


Answer = DiffAnswer
