"""The formulas that a function with switches has, and what changes where it switches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from msgspec import Struct

from calctool import budget
from calctool.algebra import facts
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.tree import Call, Negative, Piecewise, Sum, Tree
from calctool.notation.walk import transform, walk

Key = tuple[Tree, ...]
"""What vanishes where another branch begins."""


class Formula(Struct, frozen=True):
    """One formula, and which branch of what it was made of."""

    tree: Tree
    chosen: Mapping[Key, int]


def formulas_of(tree: Tree, name: str, *, signs: bool) -> list[Formula]:
    """All that may hold somewhere, whatever the letters are; those of |u| and sign(u) with `signs`
    only. NoMethod where there are too many."""
    waiting, made = [Formula(tree, {})], []
    while waiting:
        last = waiting.pop()
        part = next((p for p in walk(last.tree) if _is_switching(p, name, signs)), None)
        if part is None:
            made.append(last)
        else:
            waiting += _divided(last, part, name)
        if len(waiting) + len(made) > 1 << budget.CELL_SWITCHES:
            raise NoMethod
    return made


def jumps(tree: Tree, name: str) -> Iterator[Tree]:
    """Trees of which one vanishes where a switch changes nothing: f on one side minus f on the
    other one."""
    found = formulas_of(tree, name, signs=True)
    for one, other in combinations(found, 2):
        common = one.chosen.keys() & other.chosen.keys()
        apart = [key for key in common if one.chosen[key] != other.chosen[key]]
        if len(apart) == 1 and one.tree != other.tree:
            yield Sum((one.tree, Negative(other.tree)))


def _is_switching(part: Tree, name: str, signs: bool) -> bool:
    if name not in part.names:
        return False
    if isinstance(part, Call) and part.function in ("abs", "sign"):
        return signs
    return _branches(part) is not None


def _branches(part: Tree) -> tuple[Key, tuple[Tree, ...]] | None:
    match part:
        case Call("abs" | "sign", (inner,)):
            by_cases = facts.pieces(part)
            assert by_cases is not None  # noqa: S101 (they are given by cases)
            return (inner,), tuple(value for value, _ in by_cases.branches[:2])
        case Call("max" | "min", arguments):
            both = combinations(arguments, 2)
            return tuple(Sum((u, Negative(v))) for u, v in both), arguments
        case Call() if (by_cases := facts.pieces(part)) is not None:
            return _branches(by_cases)
        case Piecewise(branches):
            apart = (difference(c) for _, c in branches if c is not None)
            return tuple(dict.fromkeys(apart)), tuple(value for value, _ in branches)
    return None


def _divided(formula: Formula, part: Tree, name: str) -> Iterator[Formula]:
    """With each branch of a part for everything that switches where it does."""
    known = _branches(part)
    assert known is not None  # noqa: S101 (it switches)
    key, values = known

    for index in range(len(values)):

        def chosen(other: Tree, index: int = index) -> Tree | None:
            if name not in other.names:
                return other
            own = _branches(other)
            if own is None or own[0] != key or len(own[1]) != len(values):
                return None
            return transform(own[1][index], chosen)

        yield Formula(transform(formula.tree, chosen), {**formula.chosen, key: index})
