"""`calctool read`: how a text is understood, without a question about it."""

from typing import Annotated

import typer
from msgspec.structs import replace

from calctool.cli.options import Settings, declared, with_settings
from calctool.cli.page import Page
from calctool.cli.terminal import streams
from calctool.solve.typed import Typed


def _read(
    expression: Annotated[str, typer.Argument(metavar="EXPR")],
    settings: Settings,
    function: Annotated[list[str] | None, declared("--function", "k")] = None,
) -> Page:
    from calctool.solve.typed.reading import understood

    if expression == "-":
        expression = streams.read_expression()
    read = understood(Typed(expression, function=function or (), notation=settings.notation))
    look = settings.look
    if settings.format == "json":
        from calctool.render.wire import reading as wire

        written = wire.text(read, look.language)
    else:
        from calctool.present import reading as present
        from calctool.render.forms import rendered

        document = replace(present.document(read, look.language), language=look.language)
        written = rendered(document, settings.format, look.terminal)
    return Page(written, settings.output)


_SHOWN = {"format", "json", "notation", "output", "lang", "ascii", "color", "width"}
read = with_settings(_read, only=_SHOWN)
