"""The records of waves: one wave with what is added to it, and a function as a product of such."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, multiplied
from calctool.notation.tree import ONE, ZERO, Call, Tree, rational


class Wave(Struct, frozen=True):
    """sine*sin(phase) + cosine*cos(phase) + base + the others.

    `sine`, `cosine` and `base` have no waves; the `others` have no base and other phases.
    """

    sine: Tree
    cosine: Tree
    base: Tree
    phase: Tree
    others: tuple[Wave, ...] = ()

    @property
    def tree(self) -> Tree:
        """The function itself."""
        terms = (
            multiplied((self.sine, Call("sin", (self.phase,)))),
            multiplied((self.cosine, Call("cos", (self.phase,)))),
            self.base,
            *(each.tree for each in self.others),
        )
        return added(each for each in terms if rational(each) != 0)

    @property
    def plain(self) -> tuple[Wave, ...]:
        """The waves alone."""
        return replace(self, base=ZERO, others=()), *self.others

    @property
    def arrangements(self) -> Iterator[Wave]:
        """The same function with each of its waves in front."""
        for place, each in enumerate(self.plain):
            others = (*self.plain[:place], *self.plain[place + 1 :])
            yield replace(each, base=self.base, others=others)


class Waves(Struct, frozen=True):
    """A product: the `still` factors have no waves; each with how often it is one.

    It stands over `below`, where there are waves in the denominator.
    """

    moving: tuple[tuple[Wave, int], ...]
    still: tuple[tuple[Tree, int], ...]
    below: Tree = ONE
