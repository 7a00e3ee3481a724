"""Signs of numbers with letters in them: asked of whoever knows what the letters may be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Protocol

from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import Tree


class Unsigned(Undecided):
    """The sign that was asked for hangs on letters; longer expansions know no more of them."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree


class Signs(Protocol):
    """What is known of letters."""

    def sign(self, tree: Tree) -> int:
        """-1, 0 or 1 for all values that the letters may have; Undecided where it is not one."""


_known: ContextVar[Signs | None] = ContextVar("letters", default=None)


@contextmanager
def letters_known(signs: Signs | None) -> Iterator[None]:
    """Inside, signs of numbers with letters are asked of `signs`; None: they are not known."""
    token = _known.set(signs)
    try:
        yield
    finally:
        _known.reset(token)


def sign_of_letters(tree: Tree) -> int:
    """The sign of a tree with letters in it; Unsigned where nobody knows."""
    signs = _known.get()
    if signs is not None:
        with suppress(Undecided):
            return signs.sign(tree)
    raise Unsigned(tree)
