"""A document as Rich shows it among other things: as wide as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from calctool.present.document import Document
from calctool.render.text import render

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult


class Paper(Struct, frozen=True):
    document: Document

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        from rich.text import Text

        shown = render(
            self.document,
            width=options.max_width,
            colour=True,
            ascii_only=options.ascii_only,
        )
        yield Text.from_ansi(shown.rstrip("\n"))
