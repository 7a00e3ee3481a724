"""The prompt of a session: editing, history and completion by prompt_toolkit."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from calctool import budget
from calctool.cli.exit_code import Exit
from calctool.cli.reporting import report
from calctool.cli.session.completing import begun
from calctool.cli.session.session import Leave, Session
from calctool.cli.terminal import streams
from calctool.notation.problem import Problem
from calctool.run import staying
from calctool.version import __version__
from calctool.words.doors import session as words

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import CompleteEvent, Completion
    from prompt_toolkit.document import Document
    from prompt_toolkit.history import History

_SIGN = "> "
_OVER = (Exit.CLOSED, Exit.TERMINATED)


def run(session: Session, language: str) -> Exit:
    """Lines until the last one; raises Problem where prompt_toolkit is not installed."""
    if find_spec("prompt_toolkit") is None:
        raise Problem("usage.no-prompt", hint="install-repl")
    prompt = _prompt(session)
    said = words.GREETING.say(session.settings.look.language, version=__version__)
    streams.write(said + "\n", streams.OUT)
    while True:
        try:
            session.run(prompt.prompt(_SIGN))
        except (EOFError, Leave):
            return Exit.ANSWERED
        except KeyboardInterrupt as interrupt:
            report(interrupt, ["--lang", language])
        except BaseException as failure:
            code = report(failure, ["--lang", language])
            if code in _OVER:
                return code


def _prompt(session: Session) -> PromptSession[str]:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import Completer, Completion

    class Words(Completer):
        def get_completions(
            self,
            document: Document,
            complete_event: CompleteEvent,  # noqa: ARG002
        ) -> Iterable[Completion]:
            word, found = begun(document.text_before_cursor, session.defined)
            return (Completion(each, start_position=-len(word)) for each in found)

    prompt: PromptSession[str] = PromptSession(
        history=_history(), completer=Words(), complete_while_typing=False
    )
    # The process that answers is started while a line is being typed.
    prompt.default_buffer.on_text_changed += lambda _: Thread(target=_wake, daemon=True).start()
    return prompt


def _wake() -> None:
    with suppress(OSError):
        staying.begin()


def _history() -> History:
    """Kept between sessions, for its owner's eyes; in memory where there is no place for it."""
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    state = os.environ.get("XDG_STATE_HOME") or os.path.join("~", ".local", "state")
    file = Path(state).expanduser() / "calctool" / "history"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        with open(descriptor, "rb+") as kept:
            _shorten(kept.fileno())
    except (OSError, RuntimeError):
        return InMemoryHistory()
    return FileHistory(str(file))


def _shorten(descriptor: int) -> None:
    """A long history loses its older half."""
    size = os.fstat(descriptor).st_size
    if size > budget.HISTORY_BYTES:
        data = os.pread(descriptor, budget.HISTORY_BYTES // 2, size - budget.HISTORY_BYTES // 2)
        # An entry begins with a blank line.
        kept = data[data.find(b"\n\n") + 1 :]
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, kept, 0)
