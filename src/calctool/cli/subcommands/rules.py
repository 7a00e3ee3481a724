"""`calctool rules`: the textbook, or one line of it, or the functions that can be typed."""

from typing import Annotated

import typer
from msgspec.structs import replace

from calctool.cli.options import Settings, declared, with_settings
from calctool.cli.page import Page
from calctool.render.forms import OF_DOCUMENTS


def _rules(
    settings: Settings,
    rule: Annotated[str | None, typer.Argument(metavar="[ID]")] = None,
    mistakes: Annotated[bool, declared("--mistakes")] = False,
) -> Page:
    from calctool.present import mistakes as wrong
    from calctool.present import rules as present
    from calctool.render.forms import rendered

    look = settings.look
    if settings.format == "markdown" and not mistakes:
        written = present.reference()
    else:
        asked = f"calctool rules {rule or ''}".rstrip() + " --mistakes" * mistakes
        document = (wrong if mistakes else present).document(rule, look.language)
        document = replace(document, language=look.language, heading=asked)
        written = rendered(document, settings.format, look.terminal)
    return Page(written, settings.output)


_SHOWN = {"format", "output", "lang", "ascii", "color", "width"}
rules = with_settings(_rules, only=_SHOWN, formats=OF_DOCUMENTS)
