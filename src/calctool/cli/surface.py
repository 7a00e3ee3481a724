"""What can be typed, as data: help, the man page and the completions are all made from it."""

from __future__ import annotations

from msgspec import Struct

from calctool.cli import commands
from calctool.cli.argv import SHORT


class Option(Struct, frozen=True):
    """`metavar` shows what its value looks like, "" for a flag; `short` is -w, or ""."""

    name: str
    metavar: str
    short: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The values it takes, where they can be listed."""
        listed = self.metavar.split("|") if "|" in self.metavar else ()
        # A capital stands for what cannot be listed, as N for a number.
        return tuple(value for value in listed if not value.isupper())


class Command(Struct, frozen=True):
    """`operand` shows what comes after its name, "" for nothing."""

    name: str
    operand: str
    options: tuple[Option, ...]


def surface() -> tuple[Command, ...]:
    """Every command, in the order of the help, with all its options."""
    return tuple(
        Command(
            name, operand, tuple(Option(*option, SHORT.get(option[0], "")) for option in options)
        )
        for name, operand, options in commands.shapes()
    )


EVERYWHERE = (Option("--help", "", "-h"), Option("--version", ""), Option("--lang", "en|zh"))
"""What may be typed before a command, too."""
