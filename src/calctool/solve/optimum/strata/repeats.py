"""Solutions that repeat: for which whole numbers, and whether they all lie in the domain."""

from __future__ import annotations

from calctool.algebra.clean import clean
from calctool.algebra.solutions import Root
from calctool.notation.tree import Name, Product, Relation, Sum, Tree
from calctool.notation.walk import substitute
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict

_LETTERS = ("k", "m", "n", "j", "l", "p", "q")


def integers(count: int, taken: frozenset[str]) -> tuple[str, ...]:
    """So many letters for whole numbers, none of them a name of the question."""
    free = [letter for letter in _LETTERS if letter not in taken]
    free += [f"k{i}" for i in range(1, count + 1) if f"k{i}" not in taken]
    return tuple(free[:count])


def moved(at: Tree, step: Tree, times: Tree) -> Tree:
    """at + times*step"""
    return clean(Sum((at, Product((times, step)))))


def repeats(conditions: tuple[Relation, ...], root: Root) -> bool:
    """Whether what holds at a solution holds at all that it stands for."""
    follows = dict(root.follows)
    sides = [substitute(u, follows) for each in conditions for u in (each.left, each.right)]
    return all(
        check_equality(
            side, substitute(side, {name: Sum((Name(name), step))})
        ).verdict is Verdict.PROVED
        for side in sides
        for name, step in root.periods
        if name in side.names
    )  # fmt: skip
