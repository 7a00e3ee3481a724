"""Handouts: every problem is put in words, solved as alone, and printed in every form."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

from calctool import budget
from calctool.commands import ANSWERED, command
from calctool.notation.printing.plain import plain
from calctool.present import answers
from calctool.solve.typed import Typed, question
from calctool.solve.typed.record import Judged
from calctool.words import LANGUAGES
from conftest import Run, needed
from shown import HOSTILE

PROBLEMS = """\
# a remark, and a blank line

diff x^2*sin(x) --at 1
$ calctool diff "x^2+y^2=1" -w x --of y
limit-def (2-y)^2
table 3*x**4-4*x**3-12*x**2+32 --plot
critical x^4+y^4 - 4*x*y + 1 --steps none
lagrange x + y --subject-to x^2 + y^2 = 1
{"command": "table", "expr": "x*exp(-x)", "domain": "[0, oo)", "digits": 9}
check diff ln(7*x) --answer 1/x
"""
COUNT = 8


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "problems.txt"
    made.write_text(PROBLEMS, encoding="utf-8")
    return made


# --- the problems in words ----------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ANSWERED)
def test_every_command_puts_its_problem_in_words(name: str, language: str) -> None:
    record = command(name)
    typed = Typed(**record.sample) if record.sample else Typed("x^2")
    if record.judges:
        typed = replace(typed, judged=Judged("diff", "2*x"))
    asked = question(name, typed)
    text = answers.task(asked, language)
    said = "".join(text.template.split())
    assert said[-1] in ".?。？"
    shown = " ".join(plain(each) for each in text.formulas)
    assert plain(asked.statement) in shown
    assert all(plain(each) in shown for each in asked.constraints)


ASKED = [
    ("diff", Typed("x*y^2"), "∂", ["D(f, x)", "D(f, y)"]),
    ("diff", Typed("x*y^2", wrt=["y"], order="2"), "", ["f''(y)"]),
    ("diff", Typed("x*y^2", mixed="x,y"), "", ["D(f, x, y)"]),
    ("diff", Typed("x^2+y^2=1", of="y"), "", ["x^2 + y^2 = 1", "D(y, x)", "y", "x"]),
    ("diff", Typed("x^2", at="3"), "", ["f'(x)", "x = 3"]),
    ("limit-def", Typed("x^2", at="3"), "", ["f'(3)"]),
    ("table", Typed("x", domain=["[0, oo)"]), "", ["x", "0"]),
    ("critical", Typed("x*y", domain=["x:[0,1]"]), "", ["x", "1"]),
    ("lagrange", Typed("x", subject_to=["x>=0", "x<=1"]), "", ["x >= 0", "x <= 1"]),
    ("diff", Typed("a*x^2", where=["a=2"]), "", ["f(x) = 2*x^2"]),
]


@pytest.mark.parametrize(("name", "typed", "_", "formulas"), ASKED)
def test_a_problem_says_all_that_is_asked(
    name: str, typed: Typed, _: str, formulas: list[str]
) -> None:
    shown = [plain(each) for each in answers.task(question(name, typed), "en").formulas]
    assert set(formulas) <= set(shown)


# --- what is written ----------------------------------------------------------------------------


def test_the_solutions_are_those_of_each_command_alone(run: Run, file: Path) -> None:
    code, page, _ = run("sheet", str(file))
    assert code == 0
    for line in (
        ["diff", "x^2*sin(x)", "--at", "1"],
        ["limit-def", "(2-y)^2"],
        ["table", "3*x**4-4*x**3-12*x**2+32", "--plot"],
        ["critical", "x^4+y^4-4*x*y+1", "--steps", "none"],
        ["table", "x*exp(-x)", "--domain", "[0, oo)", "--digits", "9"],
        ["check", "diff", "ln(7*x)", "--answer", "1/x"],
    ):
        _, alone, _ = run(*line)
        assert alone in page


@pytest.mark.parametrize("form", ["text", "html", "latex", "markdown"])
def test_solutions_stand_where_they_are_asked_for(run: Run, file: Path, form: str) -> None:
    pages = {
        place: run("sheet", str(file), "--format", form, "--solutions", place)[1]
        for place in ("inline", "end", "none")
    }
    assert len(pages["none"]) < len(pages["inline"]) < len(pages["end"])
    head = "Solutions"
    assert head in pages["end"]
    assert head not in pages["none"] + pages["inline"]
    assert "proved and complete" not in pages["none"] + pages["end"].split(head)[0]
    assert "proved and complete" in pages["inline"]


def test_a_page_without_solutions_solves_nothing(
    run: Run, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("calctool.run.several.answers", lambda *_: pytest.fail("it solved"))
    assert run("sheet", str(file), "--solutions", "none")[0] == 0


def test_a_page_is_xml_that_loads_nothing(run: Run, file: Path) -> None:
    _, page, _ = run("sheet", str(file), "--format", "html", "--title", 'A <b> & "c"')
    root = ElementTree.fromstring(page)  # noqa: S314 (what is tested)
    assert root.findtext("head/title") == 'A <b> & "c"'
    assert len(root.findall("body/main/section")) == COUNT
    assert not any(name in ("src", "href", "style") for each in root.iter() for name in each.attrib)
    assert "@media print" in str(root.findtext("head/style"))
    _, part, _ = run("sheet", str(file), "--format", "html", "--page", "fragment")
    assert ElementTree.fromstring(part).tag == "div"  # noqa: S314


def test_a_file_of_latex_compiles_as_it_is(run: Run, file: Path, tmp_path: Path) -> None:
    for name, engine, more in (
        ("en", "pdflatex", ["--title", r"50% \write18{touch broken} & _x_"]),
        ("zh", "xelatex", ["--lang", "zh", "--solutions", "end"]),
    ):
        run("sheet", str(file), "-o", str(tmp_path / f"{name}.tex"), *more)
        text = compiled(engine, tmp_path / f"{name}.tex")
        assert text.count("(x)") > COUNT
    assert not (tmp_path / "broken").exists()
    assert "练习题" in text


def test_one_answer_is_a_file_that_compiles_or_a_fragment(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "one.tex"
    run("table", "x*exp(-x)", "-o", str(file), "--page", "whole", "--plot")
    assert "Variation table" in compiled("pdflatex", file)
    _, fragment, _ = run("table", "x*exp(-x)", "--format", "latex", "--plot")
    inside = fragment.split("\n\n", 1)[1].strip()
    assert inside in file.read_text("utf-8")
    _, page, _ = run("diff", "x^2", "--format", "html", "--page", "fragment")
    assert ElementTree.fromstring(page).tag == "div"  # noqa: S314


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_form_without_fragments_has_none(run: Run, form: str) -> None:
    code, _, said = run("diff", "x^2", "--format", form, "--page", "fragment")
    assert code == 2
    assert "usage.conflict" in said


def compiled(engine: str, file: Path) -> str:
    program, reader = needed(engine), needed("pdftotext")
    command = [program, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", file.name]
    done = subprocess.run(
        command, cwd=file.parent, capture_output=True, encoding="utf-8", errors="replace",
        timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:]
    return subprocess.run(
        [reader, "-layout", file.with_suffix(".pdf").name, "-"],
        cwd=file.parent, capture_output=True, encoding="utf-8", timeout=60, check=True,
    ).stdout  # fmt: skip


# --- what is wrong ------------------------------------------------------------------------------


def test_each_line_that_cannot_be_read_is_named_and_nothing_is_written(
    run: Run, tmp_path: Path
) -> None:
    file, page = tmp_path / "p.txt", tmp_path / "p.html"
    file.write_text('diff x^2\ndiff 1/(1+sigm(x))\n\nrules\n{"expr": 1}\ndiff x^2 -w x\n')
    code, out, said = run("sheet", str(file), "-o", str(page))
    assert (code, out) == (2, "")
    assert not page.exists()
    for line, id in (
        (2, "syntax.unknown-function"),
        (4, "sheet.no-question"),
        (5, "batch.missing-key"),
        (6, "usage.letter-or-minus"),
    ):
        assert any(f"line {line}" in each and id in each for each in said.splitlines()), said
    assert "line 1:" not in said


@pytest.mark.parametrize(
    "line",
    [
        "check diff x --answer-file /etc/hostname",
        "check diff x --lines /etc/hostname",
        "diff x -o elsewhere.html",
        "diff x --save-plot elsewhere.svg",
        "diff x --json",
        "diff x --lang zh",
        "diff --help",
    ],
)
def test_a_line_reads_and_writes_no_file_and_has_no_form_of_its_own(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("p.txt").write_text(line)
    code, out, said = run("sheet", "p.txt")
    assert (code, out) == (2, "")
    assert "sheet.option" in said
    assert [file.name for file in tmp_path.iterdir()] == ["p.txt"]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_line_says_stays_words(run: Run, tmp_path: Path, text: str) -> None:
    file = tmp_path / "p.txt"
    file.write_text(f"diff x --answer {text}\n{text}\ndiff {text}\n", encoding="utf-8")
    code, out, said = run("sheet", str(file), "--format", "html")
    assert (code, out) == (2, "")
    assert "internal.fault" not in said
    assert "\x1b" not in said


def test_too_many_problems_are_refused_before_any_is_solved(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "p.txt"
    file.write_text("diff x^2\n" * (budget.SHEET_PROBLEMS + 1))
    code, _, said = run("sheet", str(file))
    assert code == 2
    assert "sheet.too-many" in said
    file.write_text("# " + "x" * budget.SHEET_BYTES)
    assert "input.too-long" in run("sheet", str(file))[2]
    file.write_text("# nothing\n\n")
    assert "sheet.none" in run("sheet", str(file))[2]


def test_what_is_not_complete_is_said_by_its_line(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "p.txt"
    file.write_text("diff x*floor(x)\n\ncritical sin(x*y)*exp(x-y^3)*cos(x+y) --timeout 0.05\n")
    code, page, said = run("sheet", str(file))
    assert code == 3
    assert re.search("not complete|completeness unknown", page)
    assert "line 3: " in said


@pytest.mark.parametrize("title", ["x" * 301, "a\x1b[31m", "a\nb"])
def test_a_title_is_words(run: Run, file: Path, title: str) -> None:
    code, _, said = run("sheet", str(file), "--title", title)
    assert code == 2
    assert "usage.title" in said
