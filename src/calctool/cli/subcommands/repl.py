"""`calctool repl`: what is typed for it."""

from __future__ import annotations

import os

from calctool.cli import exit_code
from calctool.cli.exit_code import Exit
from calctool.cli.options import Settings, with_settings
from calctool.cli.posed import Posed
from calctool.cli.terminal import output, streams
from calctool.solve.answer import Told


def _repl(settings: Settings) -> Exit:
    from calctool.cli.session.session import Session
    from calctool.cli.subcommands.ask import answered

    is_terminal = os.isatty(0) and os.isatty(streams.OUT)
    deliver = output.deliver
    if is_terminal:
        from calctool.cli.session import paging, prompt

        deliver = paging.deliver

    def ask(posed: Posed) -> tuple[Told, Exit]:
        told = answered(posed, stays=True, deliver=deliver)
        return told, exit_code.of_answer(told)

    session = Session(settings, ask, deliver)
    language = settings.look.language
    if is_terminal:
        return prompt.run(session, language)
    from calctool.cli.session import piped

    return piped.run(session, language)


repl = with_settings(_repl, only={"steps", "lang", "digits", "timeout", "max_memory"})
