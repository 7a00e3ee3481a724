"""Equality of case distinctions: proved in each combination of their conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from calctool import budget
from calctool.algebra.domain.reduction import opposite, reduced
from calctool.notation.tree import Piecewise, Relation, Tree
from calctool.notation.walk import walk

Proof = Callable[[Tree, Tree], bool | None]
_POSITIVE = (">", "<", "=")


class _NoCase(Exception):  # noqa: N818
    """No condition holds: the expression has no value."""


def equal_by_cases(before: Tree, after: Tree, proof: Proof) -> bool:
    """Whether two expressions with cases are equal wherever the first has a value.

    Conditions that say the same are one; combinations that cannot be are proved all the same.
    """
    asked = dict.fromkeys(_plain(each)[0] for tree in (before, after) for each in _asked(tree))
    if not asked or len(asked) > budget.CASES_PROVED:
        return False
    for values in product((True, False), repeat=len(asked)):
        holds = dict(zip(asked, values, strict=True))
        try:
            one = _resolved(before, holds)
        except _NoCase:
            continue
        try:
            other = _resolved(after, holds)
        except _NoCase:
            return False
        if one != other and not proof(one, other):
            return False
    return True


def _asked(tree: Tree) -> Iterator[Relation]:
    for part in walk(tree):
        if isinstance(part, Piecewise):
            yield from (condition for _, condition in part.branches if condition is not None)


def _plain(condition: Relation) -> tuple[Relation, bool]:
    """What a condition asks in its plainest form, and whether it is that or the opposite."""
    found = reduced(condition)
    single = found[0] if len(found) == 1 else condition
    if single.sign in _POSITIVE:
        return single, True
    return opposite(single), False


def _resolved(tree: Tree, holds: Mapping[Relation, bool]) -> Tree:
    if not any(isinstance(part, Piecewise) for part in walk(tree)):
        return tree
    if not isinstance(tree, Piecewise):
        return tree.rebuilt(tuple(_resolved(child, holds) for child in tree.children))
    for value, condition in tree.branches:
        if condition is None:
            return _resolved(value, holds)
        asked, same = _plain(condition)
        if holds[asked] is same:
            return _resolved(value, holds)
    raise _NoCase
