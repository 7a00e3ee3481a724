"""The command line from argv to the exit code: sorting, messages, streams, files, languages."""

import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calctool import __version__, budget
from calctool.cli import app, commands, help
from calctool.cli.argv import Sorted, is_option, sort
from calctool.cli.exit_code import Exit
from calctool.cli.options import Shared
from calctool.cli.question import Typed, question
from calctool.notation.plain import plain
from calctool.notation.problem import Problem
from calctool.words import cli as words

Run = Callable[..., tuple[int, str, str]]
HEAVY = {"sympy", "flint", "matplotlib", "numpy", "rich", "mpmath"}
TAKES_VALUE = {"--at": True, "--json": False, "--output": True, "--help": False}


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    """Runs a command line here; gives its exit code, standard output and standard error."""
    for name in ("CALCTOOL_LANG", "LC_ALL", "LC_MESSAGES", "COLUMNS", "CALCTOOL_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    before = signal.getsignal(signal.SIGTERM)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = app.run(arguments)
        captured = capfd.readouterr()
        return int(code), captured.out, captured.err

    yield run
    signal.signal(signal.SIGTERM, before)


def command(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "calctool", *arguments],
        capture_output=True, encoding="utf-8", timeout=60, check=False, **options,
    )  # type: ignore[call-overload, no-any-return]  # fmt: skip


# --- sorting ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expression", ["-cos(x)", "-omega*x", "-oo", "-h*x", "-x*h", "-x**2", "-", "-o2", "-1"]
)
def test_an_expression_may_begin_with_a_minus(expression: str) -> None:
    assert sort(["diff", expression, "--json"], TAKES_VALUE) == Sorted(
        (("--json", None),), ("diff", expression)
    )


@pytest.mark.parametrize(
    ("arguments", "options", "operands"),
    [
        (["--at", "-1", "x"], (("--at", "-1"),), ("x",)),
        (["--at=-1", "x"], (("--at", "-1"),), ("x",)),
        (["--at=x=1", "x"], (("--at", "x=1"),), ("x",)),
        (["-o", "f", "-h"], (("--output", "f"), ("--help", None)), ()),
        (["--json", "--", "-o", "--at"], (("--json", None),), ("-o", "--at")),
        (["--at=", "x"], (("--at", ""),), ("x",)),
        (["--at", "1", "--at", "2"], (("--at", "1"), ("--at", "2")), ()),
    ],
)
def test_options_may_stand_anywhere(
    arguments: list[str], options: tuple[object, ...], operands: tuple[str, ...]
) -> None:
    assert sort(arguments, TAKES_VALUE) == Sorted(options, operands)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("arguments", "id"),
    [
        (["--jsn"], "usage.unknown-option"),
        (["---"], "usage.unknown-option"),
        (["--at"], "usage.missing-value"),
        (["--at", "--json"], "usage.missing-value"),
        (["-o"], "usage.missing-value"),
        (["--json=1"], "usage.unexpected-value"),
    ],
)
def test_wrong_options(arguments: list[str], id: str) -> None:
    with pytest.raises(Problem) as caught:
        sort(arguments, TAKES_VALUE)
    assert caught.value.id == id


@given(st.lists(st.text(max_size=6)))
def test_sorting_loses_nothing(arguments: list[str]) -> None:
    arguments = [argument for argument in arguments if not is_option(argument)]
    assert sort(arguments, TAKES_VALUE) == Sorted((), tuple(arguments))
    assert sort(["--", *arguments], TAKES_VALUE) == Sorted((), tuple(arguments))


# --- the question -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "wrt"),
    [
        (Typed("w1*x1+w2*x2+b"), ("w1", "x1", "w2", "x2", "b")),
        (Typed("b + a*x"), ("b", "a", "x")),
        (Typed("7"), ("x",)),
        (Typed("a*x", wrt=["x"]), ("x",)),
        (Typed("a*x", wrt=["x, a", "x"]), ("x", "a")),
        (Typed("x*y", mixed="x,y,x"), ("x", "y")),
        (Typed("x^2+y^2=1", of="y"), ("x",)),
        (Typed("x^2+y^2=a", of="y", wrt=["a"]), ("a",)),
        (Typed("a*x", where=["a=2*b"]), ("b", "x")),
        (Typed("a*x", where=["a=2"], at="3"), ("x",)),
    ],
)
def test_variables(typed: Typed, wrt: tuple[str, ...]) -> None:
    assert question(typed).wrt == wrt


def test_parameters_are_put_in_all_at_once() -> None:
    asked = question(Typed("a*x + b", wrt=["x"], where=["a=b, b=a"]))
    assert plain(asked.statement) == "b*x + a"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        (Typed("x=1"), "question.equation"),
        (Typed("x<1", of="x"), "question.inequality"),
        (Typed("x", of="x"), "question.of-without-equation"),
        (Typed("x=1", of="y"), "question.of-absent"),
        (Typed("x=y", of="y", wrt=["y"]), "question.of-variable"),
        (Typed("x=y", of="x,y"), "question.one-name"),
        (Typed("x=y", of="y", order="2"), "question.implicit-order"),
        (Typed("x", wrt=["x"], where=["x=1"]), "question.where-variable"),
        (Typed("a*x", wrt=["x"], where=["a=x"]), "question.where-variable"),
        (Typed("x", where=["a=1"]), "question.where-absent"),
        (Typed("x", where=["2"]), "question.where-name"),
        (Typed("a*x", where=["a=1", "a=2"]), "option.assigned-twice"),
        (Typed("x*y", at="2"), "question.at-names"),
        (Typed("x*y", at="x=2"), "question.at-missing"),
        (Typed("x", at="y=2"), "question.at-stranger"),
        (Typed("a*x", wrt=["x"], at="a"), "question.at-constant"),
        (Typed("x", mixed="x,x", order="2"), "usage.conflict"),
        (Typed("x", mixed="x,x", wrt=["x"]), "usage.conflict"),
        (Typed("x", order="0"), "usage.bad-value"),
        (Typed("x", order="-1"), "usage.bad-value"),
        (Typed("x", order="1e9"), "usage.bad-value"),
        (Typed("x", order="1001"), "usage.bad-value"),
        (Typed("x", wrt=[""]), "option.name"),
        (Typed("e^x", wrt=["e"]), "option.constant"),
        (Typed("9^a*x", where=["a=9^99"]), "value.exponent"),
    ],
)
def test_contradictions(typed: Typed, id: str) -> None:
    with pytest.raises(Problem) as caught:
        question(typed)
    assert caught.value.id == id


# --- messages and exit codes --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code", "id"),
    [
        (["diff"], 2, "usage.missing-expression"),
        (["diff", ""], 2, "syntax.empty"),
        (["diff", "x", "+", "1"], 2, "usage.extra-argument"),
        (["diff", "x", "--nope"], 2, "usage.unknown-option"),
        (["dif", "x"], 2, "usage.unknown-command"),
        (["x^2"], 2, "usage.unknown-command"),
        (["schema", "x"], 2, "usage.no-argument"),
        (["schema", "--at", "1"], 2, "usage.option-elsewhere"),
        (["rules", "chian"], 2, "usage.unknown-rule"),
        (["diff", "x", "--format", "exe"], 2, "usage.bad-value"),
        (["diff", "x", "--format", "latex"], 2, "usage.format-not-yet"),
        (["diff", "x", "-o", "x.html"], 2, "usage.format-not-yet"),
        (["diff", "x", "--json", "--format", "text"], 2, "usage.conflict"),
        (["diff", "x", "--timeout", "nan"], 2, "usage.bad-value"),
        (["diff", "x", "--timeout", "inf"], 2, "usage.bad-value"),
        (["diff", "x", "--timeout", "0"], 2, "usage.bad-value"),
        (["diff", "x", "--timeout", "-1"], 2, "usage.bad-value"),
        (["diff", "x", "--max-memory", "1"], 2, "usage.bad-value"),
        (["diff", "x", "--max-memory", "1" + "0" * 30], 2, "usage.bad-value"),
        (["diff", "x", "--digits", "0"], 2, "usage.bad-value"),
        (["diff", "x", "--digits", "1001"], 2, "usage.bad-value"),
        (["diff", "x", "--digits", "٣"], 2, "usage.bad-value"),
        (["diff", "x", "--lang", "fr"], 2, "usage.bad-value"),
        (["diff", "x", "--width", "wide"], 2, "usage.bad-value"),
        (["diff", "x", "-o", ""], 5, "file.cannot-write"),
        (["diff", "x", "-o", "/"], 5, "file.cannot-write"),
        (["diff", "x", "-o", "a\nb"], 5, "file.cannot-write"),
        (["diff", "x", "-o", "/no/such/folder/x"], 5, "file.cannot-write"),
        (["diff", "1/(1+sigm(-x))"], 2, "syntax.unknown-function"),
    ],
)
def test_wrong_command_lines(run: Run, arguments: list[str], code: int, id: str) -> None:
    found, out, err = run(*arguments)
    assert found == code
    assert out == "" or "--json" in arguments
    assert f"[{id}]" in err
    assert "Traceback" not in err


def test_an_error_has_a_sentence_a_caret_and_a_hint(run: Run) -> None:
    _, _, err = run("diff", "1/(1+sigm(-x))")
    first, source, caret, hint = err.splitlines()
    assert first == "error: unknown function 'sigm' [syntax.unknown-function]"
    assert (source, caret) == ("  1/(1+sigm(-x))", "       ^^^^")
    assert "sigmoid" in hint


def test_a_misspelt_option_is_recognised(run: Run) -> None:
    assert "did you mean --json?" in run("diff", "x", "--jsn")[2]


@pytest.mark.parametrize("width", ["20", "60"])
def test_a_long_line_is_cut_around_the_caret(
    run: Run, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    _, _, err = run("diff", "x+" * 200 + "#" + "+x" * 200)
    _, source, caret, *_ = err.splitlines()
    assert len(source) <= int(width)
    assert source[caret.index("^")] == "#"


def test_a_caret_stands_under_wide_characters(run: Run) -> None:
    _, _, err = run("diff", "（x＋1）＃2")
    _, source, caret, *_ = err.splitlines()
    assert source == "  （x＋1）＃2"
    assert caret == " " * (2 + 2 + 1 + 2 + 1 + 2) + "^^"


@pytest.mark.parametrize("arguments", [["diff", "x+", "--json"], ["--format", "json", "--nope"]])
def test_with_json_an_error_is_one_document_too(run: Run, arguments: list[str]) -> None:
    code, out, err = run(*arguments)
    document = json.loads(out)
    assert code == 2
    assert document["status"] == "error"
    assert f"[{document['error']['id']}]" in err


def test_an_unexpected_exception_shows_nothing_internal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(_typed: Typed) -> None:
        raise ZeroDivisionError("inner words")

    monkeypatch.setattr("calctool.cli.diff.question", fault)
    code, _, err = run("diff", "x")
    assert code == Exit.FAULT
    assert "[internal.fault]" in err
    assert "inner words" not in err
    monkeypatch.setenv("CALCTOOL_DEBUG", "1")
    assert "inner words" in run("diff", "x")[2]


def test_version_and_help(run: Run) -> None:
    assert run("--version") == (0, f"calctool {__version__}\n", "")
    assert run() == run("--help") == run("-h")
    assert run("diff", "--help") == run("diff", "-h", "x")


def test_help_is_in_both_languages(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "用法" in run("diff", "--help", "--lang", "zh")[1]
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "用法" in run("--help")[1]
    monkeypatch.setenv("CALCTOOL_LANG", "en")
    assert "usage" in run("--help")[1]


def test_every_option_is_explained(run: Run) -> None:
    for name in words.COMMANDS:
        _, out, _ = run(name, "--help")
        for option in out.split():
            if option.startswith("--") and option != "--":
                assert option.rstrip(":;,") in words.OPTIONS
    assert {f"--{f.name.replace('_', '-')}" for f in fields(Shared)} <= set(words.OPTIONS)
    assert set(words.COMMANDS) == set(commands._COMMANDS) == set(words.EXAMPLES)


def test_help_names_only_what_runs() -> None:
    lines = [*words.FIRST_EXAMPLES, *(line for group in words.EXAMPLES.values() for line in group)]
    assert {line.split()[1] for line in lines} <= set(words.COMMANDS)
    assert all(line in help.overview("en") for line in words.FIRST_EXAMPLES)


# --- streams ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"x^", 2, "[syntax.ends-early]"),
        (b"\xef\xbb\xbfx+\r\n", 2, "  x+\n"),
        (b"", 2, "[syntax.empty]"),
        (b"\xff\xfex\x00", 2, "byte 0xff at place 1"),
        (b"x" * (budget.STDIN_BYTES + 1), 2, "[input.too-long]"),
    ],
)
def test_standard_input(data: bytes, code: int, said: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calctool", "diff", "-"],
        input=data,
        capture_output=True,
        check=False,
    )
    assert done.returncode == code
    assert said in done.stderr.decode()


def test_bad_bytes_in_an_argument_are_named() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "calctool", "diff", b"x\xff+1"], capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"byte 0xff at place 2" in done.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "nonsense"},
        {"PYTHONWARNINGS": "error"},
        {"COLUMNS": "abc", "TERM": "dumb"},
    ],
)
def test_poor_surroundings(environment: dict[str, str]) -> None:
    done = command("diff", "√(x+", env={**os.environ, **environment})
    if "nonsense" in environment.values():
        assert done.returncode != 0
    else:
        assert done.returncode == 2
        assert "[syntax." in done.stderr


def test_nobody_reads() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "calctool", "--help"],
        stdout=write, stderr=subprocess.PIPE, check=False,
    )  # fmt: skip
    os.close(write)
    assert (done.returncode, done.stderr) == (Exit.CLOSED, b"")


def test_no_room_is_left() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "calctool", "--help"],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == Exit.FILE
    assert b"[file.cannot-write]" in done.stderr


@pytest.mark.parametrize(
    ("sent", "code"), [(signal.SIGINT, Exit.INTERRUPTED), (signal.SIGTERM, Exit.TERMINATED)]
)
def test_signals(sent: signal.Signals, code: Exit) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "calctool", "diff", "-"], stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        _wait_until_it_reads(process.pid)
        process.send_signal(sent)
        _, err = process.communicate()
    assert (process.returncode, err) == (code, b"stopped\n")


def _wait_until_it_reads(pid: int) -> None:
    """Until the process sleeps in a read of its standard input."""
    import time

    for _ in range(500):
        syscall = Path(f"/proc/{pid}/syscall")
        if syscall.exists() and syscall.read_text().startswith("0 0x0 "):
            return
        time.sleep(0.02)


# --- files --------------------------------------------------------------------------------------


def test_a_file_is_written_whole(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "schema.json"
    target.write_text("old")
    target.chmod(0o640)
    assert run("schema", "-o", str(target)) == (0, "", "")
    assert json.loads(target.read_text())
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_failed_write_keeps_what_was_there(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "old"
    target.write_text("precious")

    def full(_descriptor: int, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("calctool.cli.streams.write_all", full)
    assert run("schema", "-o", str(target))[0] == Exit.FILE
    assert target.read_text() == "precious"
    assert list(tmp_path.iterdir()) == [target]


def test_links_are_not_followed(run: Run, tmp_path: Path) -> None:
    for name, leads_to in (("dangling", "nowhere"), ("foreign", "target")):
        (tmp_path / "target").write_text("precious")
        (tmp_path / name).symlink_to(tmp_path / leads_to)
        assert run("schema", "-o", str(tmp_path / name))[0] == Exit.FILE
    assert (tmp_path / "target").read_text() == "precious"
    assert not (tmp_path / "nowhere").exists()


def test_devices_are_written_directly(run: Run) -> None:
    assert run("schema", "-o", "/dev/null") == (0, "", "")
    assert run("schema", "-o", "/dev/stdout")[1] == run("schema")[1]


# --- what is not imported -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["diff", "--help"], ["diff", "x+"], ["diff", "x"]]
)
def test_nothing_heavy_is_imported(arguments: list[str]) -> None:
    source = (
        "import sys\nfrom calctool.cli.app import run\n"
        f"run({arguments})\nprint('heavy:', *sorted({HEAVY} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, encoding="utf-8", check=True
    )
    assert "heavy:\n" in done.stdout
