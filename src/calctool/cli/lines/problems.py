"""The problems of a file: command lines as they are typed, or the lines of a batch."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.cli import commands
from calctool.cli.lines.given_on import with_options
from calctool.cli.lines.taken import arguments
from calctool.cli.options import Settings
from calctool.cli.posed import Pictures, Posed
from calctool.commands import ANSWERED
from calctool.notation.problem import Problem
from calctool.run.batch.lines import Line
from calctool.run.batch.request import asked

_OF_THE_PAGE = frozenset({
    "--format", "--json", "--output", "--page", "--lang", "--ascii", "--color", "--width",
    "--save-plot", "--hint", "--help", "--version",
})  # fmt: skip


class Numbered(Struct, frozen=True):
    """A line of the file, and what it asks or why it asks nothing."""

    line: int
    text: str
    posed: Posed | Problem


def problems(text: str, settings: Settings, *, plot: bool) -> Iterator[Numbered]:
    """What stands on each line that is not blank and no remark."""
    for number, line in enumerate(text.splitlines(), start=1):
        written = line.strip()
        if not written or written.startswith("#"):
            continue
        try:
            posed = (
                _of_json(written, number, settings)
                if written.startswith("{")
                else _typed(written, number, settings)
            )
            if plot and not posed.pictures.shown:
                posed = replace(posed, pictures=Pictures(shown=True))
            yield Numbered(number, written, posed)
        except Problem as problem:
            yield Numbered(number, written, problem)


def _typed(line: str, number: int, settings: Settings) -> Posed:
    if len(line) > budget.LINE_BYTES:
        raise Problem("batch.too-long", line=number, most=budget.LINE_BYTES)
    words = arguments(line)
    if not words or words[0] not in ANSWERED:
        known = ", ".join(ANSWERED)
        raise Problem(
            "sheet.no-question", hint="sheet-problems", command=(words or [line])[0][:40],
            known=known,
        )  # fmt: skip
    given = commands.sorted_out(words)
    _, options = commands.shape(words[0])
    for option, _ in given.options:
        if option in _OF_THE_PAGE or "FILE" in options.get(option, ""):
            raise Problem("sheet.option", option=option)
    posed: Posed = commands.understood(with_options(words, settings))()
    return replace(posed, settings=replace(posed.settings, look=settings.look))


def _of_json(line: str, number: int, settings: Settings) -> Posed:
    data = line.encode("utf-8", "replace")
    given = Line(number, data[: budget.LINE_BYTES], len(data) > budget.LINE_BYTES)
    request = asked(
        given, settings.look.language, steps=True, timeout=settings.bounds.timeout
    ).request
    if isinstance(request, Problem):
        raise request
    bounds = replace(settings.bounds, timeout=request.timeout)
    digits, notation = request.digits or settings.digits, request.typed.notation
    own = replace(settings, bounds=bounds, digits=digits, notation=notation)
    return Posed(request.command, request.typed, own)
