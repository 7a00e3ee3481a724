"""A session: scripts from a pipe, and a prompt on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calctool.cli import exit_code
from calctool.cli.exit_code import Exit
from calctool.cli.options import Shared, settings
from calctool.cli.posed import Posed
from calctool.cli.session import paging
from calctool.cli.session.completing import begun
from calctool.cli.session.session import COMMANDS, OWN, Leave, Session
from calctool.notation.problem import Problem
from calctool.run import staying, worker
from calctool.solve.answer import Told
from conftest import PATIENCE

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

CALCTOOL = [sys.executable, "-m", "calctool", "repl"]


def script(text: str | bytes, *options: str, **environment: str) -> tuple[int, str, str]:
    data = text if isinstance(text, bytes) else text.encode()
    done = subprocess.run(
        [*CALCTOOL, *options], input=data, capture_output=True, check=False, timeout=PATIENCE,
        env={**os.environ, **environment},
    )  # fmt: skip
    return done.returncode, done.stdout.decode(), done.stderr.decode()


# --- scripts ------------------------------------------------------------------------------------


def test_a_script_is_answered_line_by_line() -> None:
    code, out, err = script(
        "# a remark\n\nf(x) := x^2*exp(-x)\na := 2\ndiff f\ndiff ans\n"
        "table f --domain [0, a]\nlimit-def (2-y)^2\ndefinitions\nquit\ndiff x\n",
        "--steps", "none",
    )  # fmt: skip
    assert code == 0
    assert [line for line in out.splitlines() if ":=" in line] == [
        "f(x) := x^2*exp(-x)", "a := 2",
        "f(x) := x^2*exp(-x)", "a := 2", "ans := 2*(y - 2)",
    ]  # fmt: skip
    assert "f′(x) = x(2 − x)·e⁻ˣ" in out
    assert "f′(x) = (x² − 4x + 2)·e⁻ˣ" in out
    assert "[0, 2]" in out
    assert "note: put in f(x) = x^2*exp(-x), a = 2" in err
    assert "f′(x) = 1" not in out


def test_a_script_goes_on_after_an_error_and_ends_with_its_code() -> None:
    code, out, err = script("diff x^2\ndiff sin(x\nfoo\ndiff abs(x*sin(x)-1)\ndiff x^3\n")
    assert code == Exit.USAGE
    assert "f′(x) = 3x²" in out
    assert "line 2: this bracket is never closed [syntax.unclosed-bracket]\n  sin(x\n     ^" in err
    assert "line 3" in err
    assert script("diff abs(x*sin(x)-1)\ndiff sin(x\n")[0] == Exit.INCOMPLETE
    assert script("")[0] == 0


def test_the_answer_is_that_of_the_command() -> None:
    _, out, _ = script("critical x^4+y^4 - 4*x*y + 1\n")
    alone = subprocess.run(
        [sys.executable, "-m", "calctool", "critical", "x^4+y^4 - 4*x*y + 1"],
        capture_output=True, encoding="utf-8", check=True,
    ).stdout  # fmt: skip
    assert out == alone


def test_a_session_speaks_the_language_it_is_asked_to() -> None:
    code, out, err = script("diff x^2\nhelp\ndiff sin(x\n", "--lang", "zh")
    assert code == Exit.USAGE
    assert "答案" in out
    assert "保留的函数定义" in out
    assert "第 3 行" in err


@pytest.mark.parametrize(
    ("line", "id"),
    [
        ("batch problems.jsonl", "session.no-command"),
        ("sheet problems.txt", "session.no-command"),
        ("repl", "session.no-command"),
        ("diff -", "session.no-input"),
        ("read -", "session.no-input"),
        ("check diff x --lines -", "session.no-input"),
        ("critical x^2\ndiff ans", "define.no-answer"),
        ("forget f", "define.unknown"),
        ("sin(x) := 2", "define.left"),
        ("diff x -w x", "usage.letter-or-minus"),
        ("diff x --steps all", "usage.bad-value"),
    ],
)
def test_what_a_session_refuses(line: str, id: str) -> None:
    code, _, err = script(line + "\n")
    assert code == Exit.USAGE
    assert f"[{id}]" in err


def test_garbage_is_refused_and_harms_nothing() -> None:
    garbage = b"\xff\xfe\n\x00\x01\n\x1b[2J\n" + b"(" * 60_000 + b"\n" + b"x" * 5000 + b"\n"
    code, out, err = script(garbage + "\u202e:= 3\n$(touch broken)\ndiff x^2\n".encode())
    assert code == Exit.USAGE
    assert "f′(x) = 2x" in out
    assert "internal.fault" not in err
    assert "\x1b" not in out + err
    assert not Path("broken").exists()
    code, _, err = script(b"y" * (1 << 20))
    assert code == Exit.USAGE
    assert "input.too-long" in err


def test_a_script_needs_no_prompt_toolkit() -> None:
    source = (
        "import sys\nsys.modules['prompt_toolkit'] = None\n"
        "from calctool.cli.app import run\nprint(run(['repl']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], input=b"diff x^2\n", capture_output=True, check=True
    )
    assert "f′(x) = 2x".encode() in done.stdout


# --- a session by itself ------------------------------------------------------------------------


@pytest.fixture
def session() -> Iterator[Session]:
    def ask(posed: Posed) -> tuple[Told, Exit]:
        told = worker.answer(posed.question(), posed.settings.bounds, stays=True)
        return told, exit_code.of_answer(told)

    yield Session(settings(Shared(), ("text",)), ask, lambda text, _: said.append(text.rstrip()))
    said.clear()
    staying.close()


said: list[str] = []


def test_the_last_answer_is_the_last_one(session: Session) -> None:
    session.run("diff x^3")
    session.run("diff ans")
    session.run("limit-def ans --at 1")
    session.run("definitions")
    assert said[-1] == "ans := 6"
    session.run("diff x*y")
    with pytest.raises(Problem, match=r"define\.no-answer"):
        session.run("diff ans + 1")
    session.run("diff x*y --wrt x")
    assert session.run("diff ans^2 + bans") == Exit.ANSWERED


def test_a_definition_is_replaced_and_forgotten(session: Session) -> None:
    session.run("a := 2")
    session.run("a := 3")
    session.run("f(x) := a*x")
    session.run("diff f")
    assert session.defined["ans"].body == session.defined["a"].body
    session.run("forget a")
    assert set(session.defined) == {"f", "ans"}
    session.run("forget")
    session.run("definitions")
    assert said[-1] == "nothing is defined"


@pytest.mark.parametrize("line", ["quit", "exit", " quit "])
def test_a_word_ends_it(session: Session, line: str) -> None:
    with pytest.raises(Leave):
        session.run(line)


@given(st.text(max_size=40))
def test_no_line_is_a_fault(text: str) -> None:
    def ask(_posed: Posed) -> tuple[Told, Exit]:
        raise Problem("define.no-answer")

    session = Session(settings(Shared(), ("text",)), ask, lambda *_: None)
    for line in (text, f"diff {text}", f"{text} := x", f"f({text}) := {text}", f"forget {text}"):
        try:
            session.run(line)
        except (Problem, Leave):
            continue


COMPLETED = [
    ("cri", "cri", ["critical"]),
    ("de", "de", ["definitions"]),
    ("table x --dom", "--dom", ["--domain"]),
    ("check lag", "lag", ["lagrange"]),
    ("diff x --lang ", "", ["en", "zh"]),
    ("diff sig", "sig", ["sigmoid(", "sign("]),
    ("diff x^2*sinh", "sinh", ["sinh("]),
    ("diff x", "x", []),
    ("diff 2*ra", "ra", ["rate"]),
    ("forget ", "", ["rate"]),
    ("rules fun", "fun", ["functions"]),
    ("help tab", "tab", ["table"]),
    ("nothing x", "x", []),
]


@pytest.mark.parametrize(("line", "word", "found"), COMPLETED, ids=[row[0] for row in COMPLETED])
def test_a_word_that_was_begun_is_completed(line: str, word: str, found: list[str]) -> None:
    begun_word, candidates = begun(line, ["rate"])
    assert begun_word == word
    assert set(found) <= set(candidates)
    assert bool(found) == bool(candidates)
    assert begun("", []) == ("", sorted((*COMMANDS, *OWN)))


def test_only_what_does_not_fit_goes_through_a_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[bytes] = []
    monkeypatch.setattr("subprocess.run", lambda *_, **more: paged.append(more["input"]))
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/less")
    delivered: list[str] = []
    monkeypatch.setattr(paging.output, "deliver", lambda text, _: delivered.append(text))
    monkeypatch.setattr("os.get_terminal_size", lambda _: os.terminal_size((80, 10)))
    paging.deliver("a\n" * 5, None)
    paging.deliver("b\n" * 50, None)
    paging.deliver("c\n" * 50, "page.txt")
    assert delivered == ["a\n" * 5, "c\n" * 50]
    assert paged == [b"b\n" * 50]


# --- a terminal ---------------------------------------------------------------------------------


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[pexpect.spawn]:
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "TERM": "xterm", "COLUMNS": "80"}
    child = pexpect.spawn(
        sys.executable, ["-m", "calctool", "repl"], env=environment, encoding="utf-8",
        timeout=PATIENCE, dimensions=(200, 80),
    )  # fmt: skip
    child.expect("Ctrl-D")
    yield child
    child.close(force=True)


def test_a_prompt_answers_and_remembers(terminal: pexpect.spawn, tmp_path: Path) -> None:
    terminal.sendline("diff x^2*sin(x) --steps none")
    terminal.expect("proved and complete")
    terminal.sendline("diff sin(x")
    terminal.expect("syntax.unclosed-bracket")
    terminal.send("\x04")
    terminal.expect(pexpect.EOF)
    terminal.wait()
    assert terminal.exitstatus == 0
    history = tmp_path / "calctool" / "history"
    assert "+diff x^2*sin(x) --steps none" in history.read_text()
    assert history.stat().st_mode & 0o777 == 0o600


def test_an_interrupt_ends_the_question_and_not_the_session(terminal: pexpect.spawn) -> None:
    terminal.sendline("a := 2")
    terminal.expect("a := 2.*a := 2")
    terminal.sendline("critical sin(x*y)*exp(x-y^3)*cos(x+y)+x*y*cos(x*y) --timeout 300")
    with pytest.raises(pexpect.TIMEOUT):
        terminal.expect("proved", timeout=1.5)
    terminal.sendintr()
    terminal.expect("stopped")
    terminal.sendline("diff a*x --steps none")
    terminal.expect("proved and complete")
    terminal.sendintr()
    terminal.sendline("quit")
    terminal.expect(pexpect.EOF)


def test_a_long_history_loses_its_older_half(tmp_path: Path) -> None:
    from calctool import budget
    from calctool.cli.session.prompt import _shorten

    file = tmp_path / "history"
    entries = b"".join(b"\n# then\n+diff x^%d\n" % n for n in range(budget.HISTORY_BYTES // 15))
    file.write_bytes(entries)
    with file.open("rb+") as kept:
        _shorten(kept.fileno())
    left = file.read_bytes()
    assert 0 < len(left) <= budget.HISTORY_BYTES // 2
    assert left.startswith(b"\n# then\n+")
    assert entries.endswith(left)
