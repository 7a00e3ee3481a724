"""Poor terminals: old encodings, narrow windows, no colour; over all commands and languages."""

import os
import re
import subprocess
import sys
from functools import cache

import pytest

from calctool.words.printable import cells
from conftest import Run

ASKED = {
    "diff": ["diff", "Piecewise((x^2,x<1),(2*sqrt(x)-1,True))"],
    "limit-def": ["limit-def", "sqrt(x)"],
    "table": ["table", "x+1/x", "--plot"],
    "critical": ["critical", "x^4+y^4-4*x*y+1"],
    "lagrange": ["lagrange", "x+y", "--subject-to", "x^2+y^2<=1"],
}
COLOUR = re.compile(r"\x1b\[[\d;]*m")
BOX = re.compile(r"^[│┌├└|+]")


@pytest.fixture(params=ASKED)
def asked(request: pytest.FixtureRequest) -> list[str]:
    return ASKED[request.param]


def printed(asked: list[str], encoding: str, **environment: str) -> bytes:
    """What a terminal of that encoding gets."""
    done = subprocess.run(
        [sys.executable, "-m", "calctool", *asked],
        env={
            **{name: value for name, value in os.environ.items() if not name.startswith("LC_")},
            "PYTHONIOENCODING": encoding,
            "LANG": "C.UTF-8",
            **environment,
        },
        capture_output=True, check=False,
    )  # fmt: skip
    assert done.stderr == b""
    assert done.returncode in (0, 3)
    return done.stdout


@cache
def in_ascii(asked: tuple[str, ...]) -> str:
    return printed([*asked, "--ascii"], "utf-8").decode("utf-8")


@pytest.mark.parametrize("encoding", ["gbk", "cp437", "cp1252", "ascii"])
def test_an_old_encoding_gets_signs_that_it_has(asked: list[str], encoding: str) -> None:
    text = printed(asked, encoding).decode(encoding)
    assert "\\u" not in text
    assert "\\x" not in text
    assert "[ok]" in text
    assert text == in_ascii(tuple(asked))


def test_chinese_stays_chinese_where_it_can_be_shown() -> None:
    text = printed(ASKED["table"], "gbk", LANG="zh_CN.GBK").decode("gbk")
    assert "增减表" in text
    assert "\\u" not in text
    assert "usage" not in printed(["--help"], "utf-8", LANG="zh_CN.UTF-8").decode()
    assert "usage" in printed(["--help"], "cp1252", LANG="zh_CN.UTF-8").decode()


def test_the_c_locale_gets_ascii() -> None:
    plain = {"LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    assert printed(ASKED["diff"], "", **plain).isascii()


@pytest.mark.parametrize(("width", "language"), [(20, "zh"), (60, "en"), (80, "zh"), (120, "zh")])
def test_lines_fit_and_tables_line_up(
    run: Run, asked: list[str], width: int, language: str
) -> None:
    code, out, _ = run(*asked, "--width", str(width), "--lang", language)
    assert code in (0, 3)
    lines = out.splitlines()
    if width >= 60:
        assert max(map(cells, lines)) <= width
    tables: list[list[str]] = [[]]
    for line in lines:
        if BOX.match(line):
            tables[-1].append(line)
        elif tables[-1]:
            tables.append([])
    for table in tables:
        assert len({cells(line) for line in table}) <= 1, table


def test_colour_only_adds_colour(run: Run, asked: list[str]) -> None:
    plain = run(*asked)[1]
    coloured = run(*asked, "--color", "always")[1]
    assert "\x1b" not in plain
    assert COLOUR.search(coloured)
    without = "\n".join(line.rstrip() for line in COLOUR.sub("", coloured).splitlines())
    assert without == plain.rstrip("\n")


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, False),
    ],
)
def test_the_environment_decides_about_colour(
    run: Run, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], is_coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b" in run("diff", "x^2")[1]) is is_coloured


@pytest.mark.parametrize("form", ["text", "latex", "markdown", "html"])
def test_the_words_inside_a_formula_are_chinese_too(run: Run, form: str) -> None:
    _, out, _ = run(*ASKED["diff"], "--lang", "zh", "--format", form)
    assert "若" in out
    assert "否则" in out
    assert "otherwise" not in out
