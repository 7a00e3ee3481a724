"""`calctool table`: what is typed for it, and how its answer is written."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from calctool.cli import output, streams
from calctool.cli.ask import ask
from calctool.cli.domain import read_domain
from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, declared, with_settings
from calctool.cli.question import Typed
from calctool.cli.question import question as diff_question
from calctool.notation.problem import Problem
from calctool.notation.tree import Applied
from calctool.notation.tree import expression as tree_of
from calctool.notation.walk import walk
from calctool.run.child import Answer
from calctool.solve.question import TableQuestion


def _table(
    expression: Annotated[str, typer.Argument(metavar="EXPR")],
    settings: Settings,
    wrt: Annotated[list[str] | None, declared("--wrt", "x")] = None,
    domain: Annotated[list[str] | None, declared("--domain", "[0,1)")] = None,
    where: Annotated[list[str] | None, declared("--where", "a=2")] = None,
    plot: Annotated[bool, declared("--plot")] = False,
    save_plot: Annotated[str | None, declared("--save-plot", "FILE")] = None,
) -> Exit:
    if expression == "-":
        expression = streams.read_expression()
    if save_plot is not None:
        _check_picture(save_plot)
    asked = question(expression, wrt or (), domain or (), where or ())
    asked = replace(asked, drawn=plot or save_plot is not None)

    def text(answer: Answer, settings: Settings) -> str:
        return _text(answer, settings, plot)

    def picture(answer: Answer) -> None:
        if save_plot is not None:
            _save(answer, settings, save_plot)

    return ask(asked, settings, text, picture)


def question(
    expression: str, wrt: Sequence[str], domain: Sequence[str], where: Sequence[str]
) -> TableQuestion:
    """The question in one variable; raises Problem when other names have no value."""
    asked = diff_question(Typed(expression, wrt, where=where), equation=False)
    variable, *more = asked.wrt
    statement = tree_of(asked.statement)
    for part in walk(statement):
        if isinstance(part, Applied):
            raise Problem("question.unknown-function", name=part.function)
    if more and wrt:
        raise Problem("question.one-name", option="--wrt")
    if more:
        names = ", ".join(asked.wrt)
        likely = "x" if "x" in asked.wrt else variable
        raise Problem("question.which-variable", hint="say-wrt", names=names, name=likely)
    others = sorted(statement.names - {variable})
    if others:
        raise Problem(
            "question.no-value", hint="give-where", names=", ".join(others), name=others[0]
        )
    stretch = read_domain(domain, variable)
    return TableQuestion(asked.source, statement, asked.wrt, stretch, asked.where, asked.notes)


def _text(answer: Answer, settings: Settings, plot: bool) -> str:
    from calctool.present import table as present
    from calctool.render import text
    from calctool.solve.variation import TableAnswer

    assert isinstance(answer, TableAnswer)  # noqa: S101 (its own question's answer)
    look = settings.look
    document = present.document(answer, look.language, settings.steps, settings.digits, drawn=plot)
    return text.render(document, width=look.width, colour=look.color, ascii_only=look.ascii)


# --- pictures -----------------------------------------------------------------------------------


def _check_picture(file: str) -> None:
    """Refuse before anything is computed what could not be written after it."""
    from calctool.render import plot

    output.check(file)
    plot.check(file)


def _save(answer: Answer, settings: Settings, file: str) -> None:
    from calctool.present import table as present
    from calctool.render import plot
    from calctool.solve.variation import TableAnswer

    assert isinstance(answer, TableAnswer)  # noqa: S101 (its own question's answer)
    figure = present.figure(answer, settings.digits)
    if figure is None:
        raise Problem("file.nothing-to-draw", file=file)
    output.deliver_bytes(plot.picture(figure, plot.suffix(file)), file)


table = with_settings(_table)
