"""The answer of `diff`, as data; its question is that to the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calctool.notation.tree import Tree
from calctool.solve.answer import OneDerivative, Told
from calctool.solve.question import DiffQuestion


class DiffAnswer(Told, frozen=True, kw_only=True):
    """Everything `calctool diff` has to say; `names` are what the steps call u1, u2, …"""

    if TYPE_CHECKING:
        question: DiffQuestion

    derivatives: tuple[OneDerivative, ...] = ()

    @property
    def single(self) -> Tree | None:
        """The only derivative."""
        found = [one.derivative for one in self.derivatives]
        return found[0] if len(found) == 1 and isinstance(found[0], Tree) else None


Answer = DiffAnswer
