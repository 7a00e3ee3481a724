"""`calctool diff` from argv to the printed answer and the exit code."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from calctool.cli.exit_code import Exit
from calctool.run import child
from calctool.solve.diff.record import DiffAnswer
from conftest import Run

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


def test_an_answer_in_text(run: Run) -> None:
    code, out, err = run("diff", "1/(1+exp(-x))")
    assert (code, err) == (Exit.ANSWERED, "")
    assert "σ(x)·(1 − σ(x))" in out.splitlines()[0]
    assert "\x1b" not in out


def test_an_answer_in_chinese(run: Run) -> None:
    assert "答案" in run("diff", "x^2", "--lang", "zh")[1]


def test_colour_only_where_it_is_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in run("diff", "x^2", "--color", "always")[1]
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("diff", "x^2")[1]
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in run("diff", "x^2")[1]


@pytest.mark.parametrize("expression", ["-cos(x)", "-omega*x", "-h*x", "-x*h", "-x**2"])
def test_expressions_that_begin_with_a_minus(run: Run, expression: str) -> None:
    code, out, _ = run("diff", expression, "--json", "--at=-1", "--wrt", "x")
    assert code == Exit.ANSWERED
    assert json.loads(out)["question"]["source"] == expression


def test_a_reading_that_is_not_literal_is_said_on_standard_error(run: Run) -> None:
    code, out, err = run("diff", "1/2x", "--json")
    assert code == Exit.ANSWERED
    assert err.startswith("note: ")
    assert json.loads(out)["notes"][0]["text"] in err


def test_the_form_follows_the_suffix(run: Run, tmp_path: Path) -> None:
    assert run("diff", "x^2", "-o", str(tmp_path / "a.json")) == (0, "", "")
    assert json.loads((tmp_path / "a.json").read_text())["status"] == "complete"
    assert run("diff", "x^2", "-o", str(tmp_path / "a.txt")) == (0, "", "")
    assert "2x" in (tmp_path / "a.txt").read_text(encoding="utf-8")
    assert {path.name for path in tmp_path.iterdir()} == {"a.json", "a.txt"}


def endless(_question: object) -> Iterator[DiffAnswer]:
    while True:
        yield from ()


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_time_limit_ends_in_a_stopped_answer(
    run: Run, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "solver_for", lambda _: endless)
    code, out, err = run("diff", "x^2", "--timeout", "0.2", "--format", form)
    assert code == Exit.STOPPED
    assert "[limit.time]" in err
    if form == "json":
        document = json.loads(out)
        assert (document["status"], document["error"]["id"]) == ("stopped", "limit.time")


@pytest.mark.parametrize(
    ("said", "typed", "code", "id"),
    [
        ("0.2", (), Exit.STOPPED, "limit.time"),
        ("300", ("--timeout", "0.2"), Exit.STOPPED, "limit.time"),
        ("soon", (), Exit.USAGE, "usage.bad-value"),
        ("soon", ("--timeout", "0.2"), Exit.STOPPED, "limit.time"),
    ],
)
def test_the_time_limit_of_an_environment(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    said: str,
    typed: tuple[str, ...],
    code: Exit,
    id: str,
) -> None:
    monkeypatch.setattr(child, "solver_for", lambda _: endless)
    monkeypatch.setenv("CALCTOOL_TIMEOUT", said)
    found, _, err = run("diff", "x^2", *typed)
    assert found == code
    assert f"[{id}]" in err


def test_writing_keeps_the_time_limit_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> str:
        while True:
            pass

    monkeypatch.setattr("calctool.cli.subcommands.ask.written", slow)
    code, out, err = run("diff", "x^2", "--timeout", "2")
    assert (code, out) == (Exit.STOPPED, "")
    assert "[limit.size]" in err


def test_the_parent_never_imports_sympy_or_flint() -> None:
    source = (
        "import sys\nfrom calctool.cli.app import run\n"
        "for form in 'text', 'json':\n assert run(['diff', 'x*sin(x)', '--format', form]) == 0\n"
        "sys.exit(bool({'sympy', 'flint', 'mpmath'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
    ],
)
def test_an_old_encoding_gets_ascii(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calctool", "diff", "√x"],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == Exit.ANSWERED
    assert done.stdout.isascii()
    assert b"\\x" not in done.stdout
    assert b"\\u" not in done.stdout


def test_nobody_reads_the_answer() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "calctool", "diff", "x^2"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (Exit.CLOSED, b"")
