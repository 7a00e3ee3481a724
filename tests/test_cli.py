"""The command line: messages, help, exit codes, languages, and what is not imported."""

import json
import subprocess
import sys
from dataclasses import fields

import pytest

from calctool import __version__
from calctool.cli import commands, help
from calctool.cli.exit_code import Exit
from calctool.cli.options import Shared
from calctool.solve.typed import Typed
from calctool.words import cli as words
from conftest import Run

HEAVY = {"sympy", "flint", "matplotlib", "numpy", "rich", "mpmath"}


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
    def fault(_command: str, _typed: Typed) -> None:
        raise ZeroDivisionError("inner words")

    monkeypatch.setattr("calctool.solve.typed.question", fault)
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
                assert option.rstrip(":;,.") in words.OPTIONS
    assert {f"--{f.name.replace('_', '-')}" for f in fields(Shared)} <= set(words.OPTIONS)
    assert set(words.COMMANDS) == set(commands._COMMANDS) == set(words.EXAMPLES)


def test_help_names_only_what_runs() -> None:
    lines = [*words.FIRST_EXAMPLES, *(line for group in words.EXAMPLES.values() for line in group)]
    assert {line.split()[1] for line in lines} <= set(words.COMMANDS)
    assert all(line in help.overview("en") for line in words.FIRST_EXAMPLES)


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
