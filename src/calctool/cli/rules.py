"""`calctool rules`: the textbook, or one line of it, or the functions that can be typed."""

from typing import Annotated

import typer

from calctool.cli import output
from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, with_settings


def _rules(
    settings: Settings,
    rule: Annotated[str | None, typer.Argument(metavar="[ID]")] = None,
) -> Exit:
    from calctool.present import rules as present
    from calctool.render import text

    look = settings.look
    if settings.format == "markdown":
        written = present.reference()
    else:
        document = present.document(rule, look.language)
        written = text.render(document, width=look.width, colour=look.color, ascii_only=look.ascii)
    output.deliver(written, settings.output)
    return Exit.ANSWERED


_SHOWN = {"format", "output", "lang", "ascii", "color", "width"}
rules = with_settings(_rules, only=_SHOWN, formats=("text", "markdown"))
