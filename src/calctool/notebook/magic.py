"""The magics of a notebook: lines as a session has them, answers as results that show themselves.

`%calctool diff x^2` is a result, which the notebook shows and which can be assigned; `%%calctool`
takes a line each, and shows what comes of all of them. Definitions and `ans` stay between cells.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from IPython.core.magic import no_var_expand
from IPython.display import display
from IPython.terminal.interactiveshell import TerminalInteractiveShell

from calctool.api.problem import Problem
from calctool.api.result import Result
from calctool.cli import exit_code
from calctool.cli.exit_code import Exit
from calctool.cli.options import Shared, settings
from calctool.cli.posed import Posed
from calctool.cli.session.session import Leave, Session
from calctool.cli.subcommands.ask import check_picture, save_picture, written
from calctool.cli.terminal import output
from calctool.cli.terminal.look import language
from calctool.commands import part
from calctool.notation.problem import Problem as Told
from calctool.render.forms import FORMS
from calctool.run import worker
from calctool.run.child import Fault
from calctool.solve import answer as solved
from calctool.words.doors.handout import LINE

_NAME = "calctool"


class Refused(Problem):
    """A line that cannot be answered; a notebook shows what is wrong and no traceback."""

    def _render_traceback_(self) -> list[str]:
        return str(self).split("\n")


class Magics:
    """What is defined stays as long as the notebook's own process."""

    def __init__(self, show: Callable[[Result], object]) -> None:
        self._show_result = show
        self._results: list[Result] = []
        self._session = Session(settings(Shared(), tuple(FORMS)), self._ask, _show)

    def line(self, line: str) -> Result | None:
        """The result of one line; None where it is no question."""
        self._run(line)
        return self._results.pop() if self._results else None

    def cell(self, line: str, cell: str) -> None:
        """What comes of each line, shown; Refused for the first wrong one."""
        for number, each in enumerate([line, *cell.splitlines()]):
            self._run(each, number)
            while self._results:
                self._show_result(self._results.pop(0))

    def _run(self, line: str, number: int = 0) -> None:
        self._results.clear()
        try:
            self._session.run(line)
        except Leave:
            return
        except Told as told:
            if number:
                told.facts.setdefault("part", LINE.filled(line=number))
            raise Refused(told, language(None)) from None
        except Fault as fault:
            raise Refused(Told("internal.fault", hint="report"), language(None)) from fault

    def _ask(self, posed: Posed) -> tuple[solved.Told, Exit]:
        """A form or a file that was asked for is written; else the result shows itself."""
        own, pictures = posed.settings, posed.pictures
        if pictures.file is not None:
            check_picture(pictures.file)
        told = worker.answer(posed.question(), own.bounds, stays=True)
        if own.output is not None or own.format != "text":
            _show(written(told, own, pictures), own.output)
        else:
            kind: type[Result] = part("api", told.question.command).RESULT
            self._results.append(kind(told, own.wishes(drawn=pictures.shown), {}))
        if pictures.file is not None:
            save_picture(told, own, pictures.file)
        return told, exit_code.of_answer(told)


def _show(text: str, file: str | None) -> None:
    if file is not None:
        output.deliver(text, file)
    else:
        print(text, end="")  # noqa: T201 (what a cell shows)


def load(shell: Any) -> None:
    """Make the magics known to a shell."""
    is_terminal = isinstance(shell, TerminalInteractiveShell)
    magics = Magics(print if is_terminal else display)

    # Else {x} of LaTeX would be the value of a variable of the notebook.
    @no_var_expand
    def either(line: str, cell: str | None = None) -> Any:
        return magics.line(line) if cell is None else magics.cell(line, cell)

    register: Callable[..., None] = shell.register_magic_function
    register(either, "line_cell", _NAME)


def unload(shell: Any) -> None:
    """Take them away again."""
    for kind in ("line", "cell"):
        shell.magics_manager.magics[kind].pop(_NAME, None)
