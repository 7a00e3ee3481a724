"""The sign of life of a long answer: on a terminal only, and gone at the end."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from typing import Any

import pytest

from calctool.cli.terminal import streams
from calctool.cli.terminal.waiting import Waiting
from calctool.run import worker
from calctool.run.child import Bounds, solver_for
from calctool.solve.typed import Typed, question

pty = pytest.importorskip("pty")


def slow(asked: Any) -> Iterator[Any]:
    time.sleep(2.2)
    yield from solver_for("diff")(asked)


def test_who_waits_is_called_until_there_is_an_answer() -> None:
    called: list[int] = []
    asked = question("diff", Typed("x^2"))
    found = worker.answer(asked, Bounds(), solve=slow, waiting=lambda: called.append(1))
    assert called
    assert found.status.value == "complete"


def test_an_answer_without_waiting_is_the_same() -> None:
    asked = question("diff", Typed("x^2"))
    with_, without = (
        worker.answer(asked, Bounds(), waiting=waiting) for waiting in (lambda: None, None)
    )
    assert with_.derivatives == without.derivatives  # type: ignore[attr-defined]


def written_by(is_terminal: bool, term: str, monkeypatch: pytest.MonkeyPatch) -> bytes:
    ours, theirs = pty.openpty() if is_terminal else os.pipe()
    monkeypatch.setattr(streams, "ERR", theirs)
    monkeypatch.setattr(streams, "encoding", lambda _: "utf-8")
    monkeypatch.setenv("TERM", term)
    waiting = Waiting("en", 10)
    waiting.show()
    waiting.end()
    waiting.end()
    os.set_blocking(ours, False)
    try:
        return os.read(ours, 1000)
    except BlockingIOError:
        return b""
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_terminal_sees_a_line_that_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = written_by(True, "xterm", monkeypatch)
    assert b"of at most 10" in seen
    assert seen.endswith(b"\r\x1b[K")
    assert seen.count(b"\r\x1b[K") == 2
    assert b"\n" not in seen


def test_files_and_poor_terminals_see_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert written_by(False, "xterm", monkeypatch) == b""
    assert written_by(True, "dumb", monkeypatch) == b""
