"""The command line: messages, help, exit codes, languages, and what is not imported."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import fields

from calctool.cli import help
from calctool.cli.exit_code import Exit
from calctool.cli.options import Shared
from calctool.commands import COMMANDS, command
from calctool.solve.typed import Typed
from calctool.version import __version__
from calctool.words.help import cli as words
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
        (["diff", "x", "--order", "1", "--order", "2"], 2, "usage.option-twice"),
        (["diff", "x", "-o", "a.html", "-o", "a.tex"], 2, "usage.option-twice"),
        (["diff", "x", "--at", "x=1", "--at", "x=2"], 2, "option.assigned-twice"),
        (["diff", "x", "-o", "a.pdf"], 2, "usage.suffix"),
        (["table", "x", "-o", "folder.d/a.docx"], 5, "file.cannot-write"),
        (["diff", "x", "-wrt", "x"], 2, "usage.one-dash"),
        (["diff", "x^2", "--where", "x=3"], 2, "question.where-every"),
        (["diff", "x*y", "--wrt", "X"], 2, "question.absent"),
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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["diff", "x", "--var", "x"], "did you mean --wrt?"),
        (["table", "x", "--variable", "x"], "did you mean --wrt?"),
        (["critical", "x", "--latex"], "did you mean --format latex?"),
        (["lagrange", "x", "--constraint", "x=1"], "did you mean --subject-to?"),
        (["lagrange", "x", "--sub", "x=1"], "did you mean --subject-to?"),
        (["diff", "x", "--verbose"], "did you mean --steps full?"),
        (["table", "x", "--dom", "x>0"], "did you mean --domain?"),
        (["table", "x", "--nope"], "calctool table --help"),
        (["batch", "x", "--nope"], "calctool batch --help"),
        (["diff", "x", "--subject-to", "x=1"], "calctool diff --help"),
        (["--nope", "lagrange", "x"], "calctool lagrange --help"),
        (["derivative", "x"], "did you mean diff?"),
        (["extrema", "x"], "did you mean critical?"),
        (["help"], "did you mean --help?"),
        (["version"], "did you mean --version?"),
        (["-v"], "did you mean --version?"),
        (["diff", "-wrt", "x", "x^2"], "did you mean --wrt?"),
        (["lagrange", "-s", "x=1", "x"], "did you mean --subject-to?"),
        (["diff", "x", "-s", "x=1"], "calctool diff --help"),
        (["diff", "'x^2", "+", "1'"], 'calctool diff "x^2 + 1"'),
        (["diff", "x", "-o", "a.pdf"], ".txt .json .tex .md .html"),
        (["table", "x^a*sin(b*x)", "--wrt", "x"], '--where "a=2,b=2"'),
        (["critical", "x*y", "--domain", "x+y<1"], 'lagrange "x*y" --subject-to "x+y<1"'),
        (["critical", "x*y", "--domain", "x<y"], 'lagrange "x*y" --subject-to "x<y"'),
        (
            ["critical", "x*y", "--domain", "x:(0,oo)", "--domain", "y>0, x+y<1"],
            '--domain "x:(0,oo)" --subject-to "y>0" --subject-to "x+y<1"',
        ),
        (["table", "x^2+y^2=1"], 'calctool diff "x^2+y^2=1" --of y'),
        (["lagrange", "x+y", "--subject-to", "x"], '--subject-to "x>=0"'),
    ],
)
def test_hints_of_the_command_line(run: Run, arguments: list[str], said: str) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert said in err


def test_two_coordinates_may_come_one_by_one(run: Run) -> None:
    _, together, _ = run("diff", "x*y", "--at", "x=1,y=2", "--json")
    _, apart, _ = run("diff", "x*y", "--at", "x=1", "--at", "y=2", "--json")
    assert json.loads(apart)["result"] == json.loads(together)["result"]


def test_a_form_that_is_named_needs_no_suffix(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("diff", "x", "-o", "answer.rst", "--format", "markdown")[0] == 0
    assert run("diff", "x", "-o", "answer")[0] == 0
    assert {path.name for path in tmp_path.iterdir()} == {"answer.rst", "answer"}


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
    _, short, _ = run("diff", "-h", "x")
    _, long, _ = run("diff", "--help")
    assert "--max-memory" in long
    assert "--max-memory" not in short
    assert all(len(line) < 80 for line in (short + long).splitlines())


def test_a_letter_is_an_option_behind_the_expression_only(run: Run) -> None:
    assert run("diff", "x*y", "-w", "y") == run("diff", "x*y", "--wrt", "y")
    assert run("diff", "-w")[1] == run("diff", "--", "-w")[1]


def test_help_is_in_both_languages(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "用法" in run("diff", "--help", "--lang", "zh")[1]
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert "用法" in run("--help")[1]
    monkeypatch.setenv("CALCTOOL_LANG", "en")
    assert "usage" in run("--help")[1]


def test_every_option_is_explained(run: Run) -> None:
    for name in COMMANDS:
        _, out, _ = run(name, "--help")
        for option in out.split():
            if option.startswith("--") and option != "--":
                assert option.rstrip(":;,.") in words.OPTIONS
    assert {f"--{f.name.replace('_', '-')}" for f in fields(Shared)} <= set(words.OPTIONS)


def test_help_names_only_what_runs() -> None:
    for name in COMMANDS:
        record = command(name)
        assert record.name == name
        assert record.examples
        assert {line.split()[1] for line in (*record.examples, *record.first_examples)} == {name}
        assert all(line in help.overview("en") for line in record.first_examples)


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
