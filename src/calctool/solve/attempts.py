"""A part of an answer tried by itself: where a method gives up, the part is open and no more."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar

from calctool.algebra.unsettled import Unsettled

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")


def tried(otherwise: U, part: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | U:
    """What a part gives, or `otherwise` where that is not settled.

    Whoever calls it sees to it that the answer then names the part as missing.
    """
    try:
        return part(*given, **named)
    except Unsettled:
        return otherwise


def all_tried(part: Callable[P, Iterable[T]], *given: P.args, **named: P.kwargs) -> tuple[T, ...]:
    """All that comes, up to where it is not settled any more."""
    found: list[T] = []
    try:
        found.extend(part(*given, **named))
    except Unsettled:
        return tuple(found)
    return tuple(found)
