"""Zeros that a search has isolated before it ends, for whoever may have to stop it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction

from msgspec import Struct, field


class Seen(Struct):
    """Boxes with one zero each of some function that was searched."""

    boxes: list[tuple[Fraction, Fraction]] = field(default_factory=list)


_WATCHING: list[Seen] = []


@contextmanager
def watched() -> Iterator[Seen]:
    """What the searches inside the block isolate."""
    seen = Seen()
    _WATCHING.append(seen)
    try:
        yield seen
    finally:
        _WATCHING.remove(seen)


def note(low: Fraction, high: Fraction) -> None:
    """A zero was isolated between these bounds."""
    for seen in _WATCHING:
        seen.boxes.append((low, high))
