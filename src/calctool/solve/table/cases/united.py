"""Neighbouring conditions on one parameter as one condition."""

from __future__ import annotations

from calctool.notation.tree import Relation
from calctool.solve.answer import Condition


def united(conditions: list[Condition]) -> Condition:
    """Conditions on one parameter as one: neighbours a < 0 and a = 0 as a <= 0."""
    made: list[tuple[Relation, ...]] = []
    for condition_ in conditions:
        for group in condition_:
            last = made[-1] if made else None
            one = None if last is None else _neighbours(last, group)
            if one is None:
                made.append(group)
            else:
                made[-1] = one
    return tuple(made)


def _neighbours(
    left: tuple[Relation, ...], right: tuple[Relation, ...]
) -> tuple[Relation, ...] | None:
    """Two stretches of one parameter that touch as one; None where they do not."""
    if len({relation.left for relation in (*left, *right)}) != 1:
        return None
    ends = [r for r in left if r.sign in ("<", "<=", "=")]
    starts = [r for r in right if r.sign in (">", ">=", "=")]
    if not ends or not starts or ends[0].right != starts[0].right:
        return None
    if ends[0].sign == "<" and starts[0].sign == ">":
        return None
    lower = [r for r in left if r.sign in (">", ">=")]
    upper = [r for r in right if r.sign in ("<", "<=")]
    if left[0].sign == "=":
        lower = [Relation(left[0].left, ">=", left[0].right)]
    if right[0].sign == "=":
        upper = [Relation(right[0].left, "<=", right[0].right)]
    return (*lower, *upper)
