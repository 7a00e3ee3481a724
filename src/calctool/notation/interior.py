"""Case distinctions without their boundaries: each branch only where it holds all around."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.between import turned
from calctool.notation.tree import Piecewise, Relation, Sign, Tree, rational

Branches = tuple[tuple[Tree, Relation | None], ...]

_OPEN: dict[Sign, Sign] = {"<": "<", "<=": "<", ">": ">", ">=": ">", "!=": "!="}
_BEYOND: dict[Sign, Sign] = {"<": ">", "<=": ">", ">": "<", ">=": "<", "=": "!="}


def open_branches(branches: Branches, moving: frozenset[str]) -> Branches:
    """The branches on the interiors of the sets where they are taken, still the first that holds.

    Only conditions that contain one of the names `moving` have a boundary that is left out: a
    branch that is taken on a boundary alone is gone.
    """
    found: list[tuple[Tree, Relation | None]] = []
    beyond: list[Relation] = []
    for value, condition in branches:
        moves = condition is not None and not condition.names.isdisjoint(moving)
        if condition is None or not moves:
            found.append(_under(value, condition, beyond))
            continue
        own = _with_sign(condition, _OPEN)
        if own is not None:
            found.append(_under(value, own, beyond))
        after = _with_sign(condition, _BEYOND)
        if after is None:
            break
        beyond.append(after)
    return tuple(found)


def spread(branches: Branches) -> tuple[tuple[Tree, tuple[Relation, ...]], ...]:
    """The branches with all the conditions of each: a branch that only has one inside has two.

    What stands nested stays so where a later branch could be read as that of the gap.
    """
    found: list[tuple[Tree, tuple[Relation, ...]]] = []
    later: list[tuple[Relation, ...]] = []
    for value, condition in reversed(branches):
        inner = value
        conditions: tuple[Relation, ...] = () if condition is None else (condition,)
        while conditions and isinstance(inner, Piecewise) and len(inner.branches) == 1:
            ((below, own),) = inner.branches
            if own is None or not all(any(_implies(c, own) for c in each) for each in later):
                break
            inner, conditions = below, (*conditions, own)
        found.append((inner, conditions))
        later.append(conditions)
    return tuple(reversed(found))


def _with_sign(condition: Relation, signs: dict[Sign, Sign]) -> Relation | None:
    sign = signs.get(condition.sign)
    return None if sign is None else Relation(condition.left, sign, condition.right)


def _under(
    value: Tree, condition: Relation | None, others: list[Relation]
) -> tuple[Tree, Relation | None]:
    """The branch under its condition and the others that do not follow from it."""
    held = [] if condition is None else [condition]
    inside = list(_conditions_inside(value))
    for number, other in enumerate(others):
        if not any(_implies(each, other) for each in (*held, *inside, *others[number + 1 :])):
            held.append(other)
    if not held:
        return value, None
    first, *inner = held
    for each in reversed(inner):
        value = Piecewise(((value, each),))
    return value, first


def _conditions_inside(value: Tree) -> Iterator[Relation]:
    """Those under which a branch has a value at all, where it has one branch itself."""
    while isinstance(value, Piecewise) and len(value.branches) == 1:
        ((value, condition),) = value.branches
        if condition is not None:
            yield condition


def _implies(known: Relation, wanted: Relation) -> bool:
    """Whether one condition follows from another: the same sides, or two numbers as bounds."""
    known, wanted = _number_right(known), _number_right(wanted)
    if known.left != wanted.left:
        return False
    if known.right == wanted.right:
        return known.sign == wanted.sign or (wanted.sign == "!=" and known.sign in ("<", ">"))
    a, b = rational(known.right), rational(wanted.right)
    if a is None or b is None:
        return False
    if known.sign == ">":
        return wanted.sign in (">", "!=") and a > b
    return known.sign == "<" and wanted.sign in ("<", "!=") and a < b


def _number_right(relation: Relation) -> Relation:
    if relation.left.names or not relation.right.names:
        return relation
    return turned(relation)
