"""The answer as far as it is known while it is worked out, for a process that has to end now."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

_KEPT: list[Callable[[], Any] | None] = [None]
"""For the question that was asked, and for each that is asked on the way to its answer."""


def keep(make: Callable[[], Any]) -> None:
    """`make` puts together, in little time, what is known by then."""
    _KEPT[-1] = make


def forget() -> None:
    """Another question begins."""
    _KEPT[:] = [None]


@contextmanager
def on_the_way() -> Iterator[None]:
    """Inside, other questions are asked; what is kept of this one stays."""
    depth = len(_KEPT)
    _KEPT.append(None)
    try:
        yield
    finally:
        del _KEPT[depth:]


def known_so_far(question: Any) -> Any:
    """An answer to the question, not to one that was asked on the way; None where there is none."""
    found = None if _KEPT[0] is None else _KEPT[0]()
    return found if found is not None and found.question == question else None
