"""Whether conditions hold at a point, whatever the point is known by."""

from __future__ import annotations

from collections.abc import Iterable

from calctool.algebra.domain.requirements import compare
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import Negative, Relation, Sum, rational


def holds_at(place: Place, condition: Relation) -> bool | None:
    """Certain, or None; a condition without a value does not hold."""
    apart = condition.left
    if rational(condition.right) != 0:
        apart = Sum((condition.left, Negative(condition.right)))
    try:
        side = place.scalar(apart).sign()
    except Undefined:
        return False
    except (Undecided, UnknownError):
        return None
    return None if side is None else compare(side, condition)


def all_hold_at(place: Place, conditions: Iterable[Relation]) -> bool | None:
    """False where one fails, else None where one stays open."""
    open_ones = False
    for condition in conditions:
        verdict = holds_at(place, condition)
        if verdict is False:
            return False
        open_ones = open_ones or verdict is None
    return None if open_ones else True
