"""`calctool sheet`: what is typed for it."""

from typing import Annotated

import typer

from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, declared, with_settings
from calctool.render.forms import OF_HANDOUTS


def _sheet(
    problems: Annotated[str, typer.Argument(metavar="FILE|-")],
    settings: Settings,
    title: Annotated[str | None, declared("--title", "TEXT")] = None,
    solutions: Annotated[str, declared("--solutions", "inline|end|none")] = "inline",
    plot: Annotated[bool, declared("--plot")] = False,
) -> Exit:
    from calctool.cli.subcommands.sheet_run import run

    return run(problems, settings, title, solutions, plot=plot)


_SHARED = {
    "format", "output", "steps", "page", "lang", "digits", "ascii", "color", "width", "timeout",
    "max_memory",
}  # fmt: skip
sheet = with_settings(_sheet, only=_SHARED, formats=OF_HANDOUTS)
