"""A question as it was typed, before it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calctool.cli.options import Settings
from calctool.solve import typed as asked
from calctool.solve.typed import Typed

if TYPE_CHECKING:
    from calctool.solve.question import Asked


class Pictures(Struct, frozen=True):
    """Whether the figure is shown with the answer, and the file it is saved in."""

    shown: bool = False
    file: str | None = None

    @property
    def wanted(self) -> bool:
        return self.shown or self.file is not None


class Posed(Struct, frozen=True):
    """What was typed for a question, with everything said about how it is to be answered."""

    command: str
    typed: Typed
    settings: Settings
    pictures: Pictures = Pictures()

    def question(self) -> Asked:
        """What is asked; raises Problem where that is no question."""
        settings = self.settings
        return asked.question(
            self.command,
            replace(
                self.typed,
                notation=settings.notation,
                drawn=self.pictures.wanted,
                delta=settings.look.language == "zh",
            ),
        )
