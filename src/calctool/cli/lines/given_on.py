"""Options of a whole run that hold for every line of it that does not say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calctool.cli import commands
from calctool.cli.options import Settings


def with_options(taken: Sequence[str], settings: Settings) -> list[str]:
    """The command line with the options of the run that the command has and the line has not."""
    name, *rest = taken
    _, known = commands.shape(name)
    given = commands.sorted_out(taken)
    flat = [
        part
        for option in _options_of(settings)
        if option[0] in known and not given.has(option[0])
        for part in option
    ]
    return [name, *flat, *rest]


def _options_of(settings: Settings) -> Iterator[tuple[str, str]]:
    yield "--steps", str(settings.first or settings.steps)
    yield "--digits", str(settings.digits)
    yield "--lang", settings.look.language
    yield "--timeout", str(settings.bounds.timeout)
    yield "--max-memory", str(settings.bounds.memory)
