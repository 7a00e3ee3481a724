"""What a terminal is told while a question takes long, and that nobody else is told."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from calctool import budget
from calctool.cli.terminal import waiting
from calctool.cli.terminal.waiting import Waiting
from calctool.run import worker
from calctool.run.child import LENGTH, Bounds, solver_for
from calctool.solve.typed import Typed, question
from calctool.words.printable import cells
from conftest import PATIENCE

LONG = ["critical", "sin(x*y)*exp(x-y^3)*cos(x+y)+x*y*cos(x*y)", "--timeout", "3"]


def test_a_terminal_sees_what_is_finished_and_what_is_open() -> None:
    environment = {**os.environ, "TERM": "xterm"}
    child = pexpect.spawn(
        sys.executable, ["-m", "calctool", *LONG], env=environment, encoding="utf-8",
        timeout=PATIENCE, dimensions=(60, 200),
    )  # fmt: skip
    child.expect(r"\d s of at most 3 \(Ctrl-C stops it\); done: Function, Gradient; open: the cri")
    child.expect(r"\r\x1b\[K")
    child.expect(pexpect.EOF)


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_a_pipe_sees_nothing_of_it(term: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calctool", *LONG], env={**os.environ, "TERM": term},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "done:" not in done.stdout + done.stderr
    assert "\x1b" not in done.stdout + done.stderr


def test_what_is_quick_is_never_seen(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.isatty", lambda _: True)
    monkeypatch.setenv("TERM", "xterm")
    with Waiting("en", 80) as shown:
        shown.heard(b"")
        shown.counted(1, 2)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_line_fits_and_is_taken_away(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], language: str
) -> None:
    monkeypatch.setattr("os.isatty", lambda _: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(budget, "WAITING_SECONDS", -1.0)
    import pickle

    asked = question("critical", Typed("x^4+y^4-4*x*y+1"))
    data = b""
    with Waiting(language, 50) as shown:
        for told in solver_for("critical")(asked):
            pickled = pickle.dumps(told)
            data += LENGTH.pack(len(pickled)) + pickled
            shown.heard(data[:-1])
        shown.heard(b"no answer at all")
    seen = capfd.readouterr().err.split(waiting._ERASE)
    assert seen[0] == seen[-1] == ""
    assert len(seen) > 3
    assert all(cells(line) < 50 for line in seen)


def test_a_sheet_counts_its_problems(tmp_path: Path) -> None:
    file = tmp_path / "p.txt"
    file.write_text("diff x^2\n" + " ".join(LONG))
    child = pexpect.spawn(
        sys.executable, ["-m", "calctool", "sheet", str(file)], encoding="utf-8",
        env={**os.environ, "TERM": "xterm"}, timeout=PATIENCE, dimensions=(60, 100),
    )  # fmt: skip
    child.expect("1 of 2 problems solved")
    child.expect(pexpect.EOF)


def test_who_waits_hears_until_there_is_an_answer() -> None:
    def slow(asked: Any) -> Iterator[Any]:
        time.sleep(1.2)
        yield from solver_for("diff")(asked)

    heard: list[bytes] = []
    asked = question("diff", Typed("x^2"))
    found = worker.answer(asked, Bounds(), solve=slow, heard=heard.append)
    assert heard
    assert found.status.value == "complete"
