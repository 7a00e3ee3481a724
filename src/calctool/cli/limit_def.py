"""`calctool limit-def`: what is typed for it, and how its answer is written."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from calctool.cli import streams
from calctool.cli.ask import ask
from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, declared, with_settings
from calctool.cli.question import Typed
from calctool.cli.question import question as diff_question
from calctool.notation.problem import Problem
from calctool.notation.tree import expression as tree_of
from calctool.run.child import Answer
from calctool.solve.answer import LimitDefAnswer
from calctool.solve.question import LimitDefQuestion


def _limit_def(
    expression: Annotated[str, typer.Argument(metavar="EXPR")],
    settings: Settings,
    wrt: Annotated[list[str] | None, declared("--wrt", "x")] = None,
    at: Annotated[str | None, declared("--at", "POINT")] = None,
    where: Annotated[list[str] | None, declared("--where", "a=2")] = None,
    function: Annotated[list[str] | None, declared("--function", "k")] = None,
) -> Exit:
    if expression == "-":
        expression = streams.read_expression()
    asked = question(expression, wrt or (), at, where or (), function or ())
    in_chinese = settings.look.language == "zh"
    return ask(replace(asked, delta=in_chinese), settings, _text)


def question(
    expression: str,
    wrt: Sequence[str],
    at: str | None,
    where: Sequence[str],
    function: Sequence[str],
) -> LimitDefQuestion:
    """The question in one variable; raises Problem when there are several to choose from."""
    typed = Typed(expression, wrt, where=where, function=function)
    (variable, *others) = diff_question(typed, equation=False).wrt
    if others and wrt:
        raise Problem("question.one-name", option="--wrt")
    if others:
        names = ", ".join((variable, *others))
        raise Problem("question.which-variable", hint="say-wrt", names=names, name=variable)
    asked = diff_question(
        Typed(expression, (variable,), at=at, where=where, function=function), equation=False
    )
    return LimitDefQuestion(
        asked.source, tree_of(asked.statement), asked.wrt, asked.at, asked.where, asked.notes
    )


def _text(answer: Answer, settings: Settings) -> str:
    from calctool.present import limit_def as present
    from calctool.render import text

    assert isinstance(answer, LimitDefAnswer)  # noqa: S101 (its own question's answer)
    look = settings.look
    document = present.document(answer, look.language, settings.steps, settings.digits)
    return text.render(document, width=look.width, colour=look.color, ascii_only=look.ascii)


limit_def = with_settings(_limit_def)
