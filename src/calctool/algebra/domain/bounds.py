"""What simple conditions, such as x > 1 or x != 0, say about the range of each name."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import inf

from calctool.algebra.domain.intervals import LINE, Range, closed
from calctool.notation.tree import Name, Relation, Sign, rational


def bounds(conditions: Iterable[Relation]) -> dict[str, Range]:
    """The range of each name that is compared with a rational number; holes are not kept."""
    known: dict[str, Range] = {}
    for condition in conditions:
        value = rational(condition.right)
        if isinstance(condition.left, Name) and value is not None:
            name = condition.left.id
            known[name] = known.get(name, LINE).meet(_range(condition.sign, value))
    return known


def is_bound(condition: Relation) -> bool:
    """Whether `bounds` keeps all that the condition says."""
    return (
        isinstance(condition.left, Name)
        and condition.sign != "!="
        and rational(condition.right) is not None
    )


def _range(sign: Sign, value: Fraction) -> Range:
    match sign:
        case "<":
            return Range(-inf, value, True, True)
        case "<=":
            return closed(-inf, value)
        case ">":
            return Range(value, inf, True, True)
        case ">=":
            return closed(value, inf)
        case "=":
            return closed(value, value)
    return LINE
