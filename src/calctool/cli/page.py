"""What a command that asks nothing prints, and the file that it is for."""

from __future__ import annotations

from msgspec import Struct


class Page(Struct, frozen=True):
    """A text; `file` is None for standard output."""

    text: str
    file: str | None = None
