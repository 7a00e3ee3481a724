"""The answer as far as it is known while it is worked out, for a process that has to end now."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_KEPT: list[Callable[[], Any]] = []


def keep(make: Callable[[], Any]) -> None:
    """`make` puts together, in little time, what is known by then."""
    _KEPT[:] = [make]


def forget() -> None:
    """Another question begins."""
    _KEPT.clear()


def known_so_far(question: Any) -> Any:
    """An answer to the question, not to one that was asked on the way; None where there is none."""
    found = _KEPT[0]() if _KEPT else None
    return found if found is not None and found.question == question else None
