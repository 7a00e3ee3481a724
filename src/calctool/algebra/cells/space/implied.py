"""Conditions on letters without those that follow from the others."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.extrema.polar.nonempty import has_point
from calctool.algebra.extrema.polar.region import region
from calctool.notation.tree import ZERO, Relation, Sign

Group = tuple[Relation, ...]
_DENIED: dict[Sign, Sign] = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "!=": "="}


def without_implied(group: Group, given: Group, letters: Sequence[str]) -> Group:
    """a = b in place of a = b, a > 0 and 2*a != b, where b > 0 is given."""
    kept = list(group)
    for each in sorted(group, key=lambda one: one.sign != "!="):
        others = [one for one in kept if one is not each]
        denied = _DENIED.get(each.sign)
        if others and denied is not None and len(kept) > 1:
            broken = Relation(each.left, denied, each.right)
            if _is_empty((*given, *others, broken), letters):
                kept = others
    return tuple(kept)


def _is_empty(relations: Group, letters: Sequence[str]) -> bool:
    names = [name for name in letters if any(name in each.names for each in relations)]
    on = region(ZERO, names, relations)
    return on is not None and has_point(on) is False
