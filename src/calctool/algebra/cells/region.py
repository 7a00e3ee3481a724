"""Values of parameters that are looked at together: a sample, and signs that hold for all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from fractions import Fraction
from itertools import count

from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.real.letters import letters_known
from calctool.notation.tree import Name, Tree, number
from calctool.notation.walk import substitute

_numbers = count(1)


class Region(ABC):
    """A connected set of values; `sample` is one of them.

    In what is computed for the region a parameter goes by a name of its own, so that what is
    remembered of one region is never taken for another.
    """

    def __init__(self, sample: Mapping[str, Fraction]) -> None:
        self.sample = dict(sample)
        self.letter = next(iter(sample))
        own = next(_numbers)
        self._own = {letter: f"{letter}\ue010{own}" for letter in sample}
        self._known: dict[Tree, int] = {}

    # --- between the names ---

    def named(self, tree: Tree) -> Tree:
        """With the names that the parameters have in this region."""
        return substitute(tree, {letter: Name(own) for letter, own in self._own.items()})

    def read(self, tree: Tree) -> Tree:
        """With the names that they were given."""
        return substitute(tree, {own: Name(letter) for letter, own in self._own.items()})

    def read_text(self, text: str) -> str:
        """The same for words."""
        for letter, own in self._own.items():
            text = text.replace(own, letter)
        return text

    def at_sample(self, tree: Tree) -> Tree:
        values = {letter: number(value) for letter, value in self.sample.items()}
        return substitute(tree, {self._own[letter]: v for letter, v in values.items()} | values)

    # --- signs ---

    def sign(self, tree: Tree) -> int:
        """That of a tree in the parameters, all over the region; Undecided where no method tells.

        Raises Cut where it changes and the region can be cut there.
        """
        plain = self.read(tree)
        if plain not in self._known:
            with letters_known(None):
                self._known[plain] = self._sign(plain)
        return self._known[plain]

    def without_sample(self) -> Exception:
        """What is raised where the sample is not like the other values: a Cut, if it can be left
        out."""
        return NoMethod()

    @abstractmethod
    def _sign(self, tree: Tree) -> int:
        """The same, with the names that were given."""
