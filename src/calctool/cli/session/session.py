"""What a session does with a line, wherever the line comes from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from calctool.cli import commands
from calctool.cli.exit_code import Exit
from calctool.cli.lines.given_on import with_options
from calctool.cli.lines.taken import arguments
from calctool.cli.options import Settings
from calctool.cli.page import Page
from calctool.cli.posed import Posed
from calctool.commands import ANSWERED
from calctool.commands import COMMANDS as EVERY
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.solve.answer import Told
from calctool.solve.typed.defined.definition import define
from calctool.solve.typed.record import Defined
from calctool.words.doors import session as words
from calctool.words.printable import printable

ANSWER = "ans"
"""The name of the last answer."""
_ANSWER = re.compile(rf"\b{ANSWER}\b")
COMMANDS = (*ANSWERED, "read", "rules", "schema")
OWN = ("definitions", "forget", "help", "quit")
_LEAVING = ("quit", "exit", "bye", ":q")


class Leave(Exception):  # noqa: N818 (no fault: the session is over)
    """The line that ends a session."""


Ask = Callable[[Posed], tuple[Told, Exit]]
Show = Callable[[str, str | None], object]


class Session:
    """`ask` answers a question and shows it; `show` is given other pages and their file."""

    def __init__(self, settings: Settings, ask: Ask, show: Show) -> None:
        self.settings = settings
        self.defined: dict[str, Defined] = {}
        self.has_answer = True
        """Whether `ans`, where it was asked for, stands for the last answer."""
        self._ask = ask
        self._show = show

    def run(self, line: str) -> Exit:
        """Do what a line says; raises Problem for a wrong one, Leave for the last one."""
        written = line.strip()
        if not written or written.startswith("#"):
            return Exit.ANSWERED
        if _is_definition(written):
            return self._define(written)
        first, _, rest = written.partition(" ")
        if first in _LEAVING:
            raise Leave
        if first in OWN:
            return self._own(first, rest.strip())
        return self._command(self.arguments(written))

    def arguments(self, line: str) -> list[str]:
        """The command line that a line stands for."""
        taken = arguments(line)
        name = taken[0] if taken else ""
        if name in EVERY and name not in COMMANDS:
            known = ", ".join((*COMMANDS, *OWN))
            raise Problem("session.no-command", hint="session-commands", command=name, known=known)
        if "-" in taken:
            raise Problem("session.no-input")
        return with_options(taken, self.settings) if name in COMMANDS else taken

    def _command(self, taken: Sequence[str]) -> Exit:
        done: Exit | Page | Posed = commands.understood(taken)()
        if isinstance(done, Exit):
            return done
        if isinstance(done, Page):
            self._show(done.text, done.file)
            return Exit.ANSWERED
        told, code = self._ask(self.posed(done))
        self._keep(told)
        return code

    def posed(self, posed: Posed) -> Posed:
        """The question with all that is defined."""
        if not self.has_answer and _ANSWER.search(posed.typed.expression):
            raise Problem("define.no-answer")
        return replace(posed, typed=replace(posed.typed, defined=tuple(self.defined.values())))

    def _keep(self, told: Told) -> None:
        """The answer is the last one, if it is one expression."""
        single = told.single
        self.has_answer = single is not None
        if single is None:
            self.defined.pop(ANSWER, None)
        else:
            self.defined[ANSWER] = Defined(ANSWER, None, single)

    def _say(self, text: str) -> None:
        self._show(text + "\n", None)

    def _define(self, line: str) -> Exit:
        made, notes = define(line, self.defined.values())
        self.defined[made.name] = made
        language = self.settings.look.language
        for note in notes:
            self._say(words.NOTE.say(language, text=printable(note.words.say(language))))
        self._say(_shown(made))
        return Exit.ANSWERED

    def _own(self, name: str, rest: str) -> Exit:
        if name == "forget":
            return self._forget(rest)
        if name == "help" and rest:
            return self._command(self.arguments(f"{rest} --help"))
        for line in self._listed() if name == "definitions" else self._help():
            self._say(line)
        return Exit.ANSWERED

    def _forget(self, name: str) -> Exit:
        if not name:
            self.defined.clear()
        elif self.defined.pop(name, None) is None:
            raise Problem("define.unknown", name=name[:40])
        return Exit.ANSWERED

    def _listed(self) -> Iterator[str]:
        if not self.defined:
            yield words.NOTHING.say(self.settings.look.language)
        yield from map(_shown, self.defined.values())

    def _help(self) -> Iterator[str]:
        language = self.settings.look.language
        yield words.HELP.say(language, commands=" ".join(COMMANDS))


def _shown(one: Defined) -> str:
    left = one.name if one.arguments is None else f"{one.name}({', '.join(one.arguments)})"
    return f"{left} := {plain(one.body)}"


def _is_definition(line: str) -> bool:
    left, sign, _ = line.partition(":=")
    return bool(sign) and not set(left) & set("\"'=") and len(left.split()[:1]) <= 1
