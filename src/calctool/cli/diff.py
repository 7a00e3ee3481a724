"""`calctool diff`: what is typed for it, and how its answer is written."""

from typing import Annotated

import typer

from calctool.cli import streams
from calctool.cli.ask import ask
from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, declared, with_settings
from calctool.cli.question import Typed, question
from calctool.run.child import Answer
from calctool.solve.answer import DiffAnswer


def _diff(
    expression: Annotated[str, typer.Argument(metavar="EXPR")],
    settings: Settings,
    wrt: Annotated[list[str] | None, declared("--wrt", "x")] = None,
    order: Annotated[str | None, declared("--order", "N")] = None,
    mixed: Annotated[str | None, declared("--mixed", "x,y,x")] = None,
    of: Annotated[str | None, declared("--of", "y")] = None,
    at: Annotated[str | None, declared("--at", "POINT")] = None,
    where: Annotated[list[str] | None, declared("--where", "a=2")] = None,
    function: Annotated[list[str] | None, declared("--function", "k")] = None,
) -> Exit:
    if expression == "-":
        expression = streams.read_expression()
    typed = Typed(expression, wrt or (), order, mixed, of, at, where or (), function or ())
    return ask(question(typed), settings, _text)


def _text(answer: Answer, settings: Settings) -> str:
    from calctool.present import diff as present
    from calctool.render import text

    assert isinstance(answer, DiffAnswer)  # noqa: S101 (its own question's answer)
    look = settings.look
    document = present.document(answer, look.language, settings.steps, settings.digits)
    return text.render(document, width=look.width, colour=look.color, ascii_only=look.ascii)


diff = with_settings(_diff)
