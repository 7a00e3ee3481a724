"""LaTeX: what is escaped, broken and drawn, and that a real TeX takes all of it."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import calctool
from calctool.notation.printing.latex import latex
from calctool.notation.reading.parser import read_back
from calctool.present.document import (
    Arrow,
    Blank,
    Break,
    Cell,
    Document,
    Gap,
    Prose,
    Row,
    Text,
    Value,
)
from calctool.present.phrases import foreign
from calctool.render.latex import render
from calctool.render.latex.arrows import arrows
from calctool.render.latex.measure import broken, ems, fitted
from calctool.render.latex.words import Writing, escaped
from conftest import needed
from golden_tables import BROKEN, SMOOTH
from shown import HOSTILE, QUESTIONS, answered, everything
from trees import trees

SOURCE = Path(calctool.__file__).parent
CORPUS = everything()
WRITING = Writing(partial=False)

# --- words --------------------------------------------------------------------------------------

ESCAPED = [
    ("50 % & more", r"50 \% \& more"),
    (r"\write18{x}", r"\textbackslash{}write18\{x\}"),
    ("--timeout", "-{}-{}timeout"),
    ("f′ ≈ −1", r"f\ensuremath{'} \ensuremath{\approx} \ensuremath{-}1"),
    ("σ(x), u₁, eˣ", r"\ensuremath{\sigma}(x), u\ensuremath{_{1}}, e\ensuremath{^{x}}"),
    ("né, 中文。", "né, 中文。"),
    ("Ж", r"\texttt{U+0416}"),
]


@pytest.mark.parametrize(("words", "shown"), ESCAPED)
def test_words_are_escaped(words, shown):
    assert escaped(words) == shown


def test_every_sign_of_our_own_words_is_known():
    files = [file for folder in ("words", "present") for file in (SOURCE / folder).glob("*.py")]
    ours = {sign for file in files for sign in file.read_text(encoding="utf-8")}
    assert len(files) > 20
    assert not [sign for sign in ours if "U+" in escaped(sign)]


@given(st.text())
@example("Γ")
def test_no_character_reaches_tex_as_a_command(words):
    shown = escaped(words.replace("\u00a0", " "))
    rest = re.sub(r"\\[A-Za-z]+(?![A-Za-z])|\\[{}$&#%_]", "", shown)
    assert not set(rest) & set("\\$&#%~")
    assert not re.search(r"[\^_](?!\{)", rest)


# --- long formulas ------------------------------------------------------------------------------


@settings(max_examples=200, deadline=None)
@given(trees(depth=4), st.floats(5, 40))
def test_breaking_keeps_every_sign_and_every_group(tree, room):
    formula = latex(tree)
    lines = broken(formula, room)
    assert "".join(lines).replace(" ", "") == formula.replace(" ", "")
    for line in lines:
        assert line.count("{") == line.count("}")
        assert line.count(r"\left") == line.count(r"\right")
        assert line.count(r"\begin") == line.count(r"\end")


def test_a_long_sum_is_broken_before_its_signs():
    terms = " + ".join(f"a_{n}*x^{n}" for n in range(1, 30))
    first, *more = broken(latex(read_back(terms)), 20)
    assert ems(first) <= 20
    assert more
    assert all(line.startswith("+ ") and ems(line) <= 20 for line in more)


def test_what_cannot_be_broken_is_made_smaller():
    wide = latex(read_back("1/(" + " + ".join(f"x^{n}" for n in range(2, 40)) + ")"))
    assert fitted(wide, 30) == rf"\resizebox{{0.87\linewidth}}{{!}}{{$\displaystyle {wide}$}}"
    assert fitted("x", 30) == "x"


# --- variation tables ---------------------------------------------------------------------------


def value(words: str, level: str) -> Value:
    return Value(Text(words), level)  # type: ignore[arg-type]


def row(at: Iterable[Cell], *between: Cell) -> Row:
    return Row(Text("f"), tuple(at), between, tall=True)


HIGH, LOW, ON = value("h", "top"), value("l", "bottom"), value("m", "middle")
UP, DOWN = Arrow("up"), Arrow("down")

TKZ = [
    (
        SMOOTH.rows[1],
        [r"\tkzTabVar{+/ {$+\infty$}, -/ {$27$}, +/ {$32$}, -/ {$0$}, +/ {$+\infty$}}"],
    ),
    (row((LOW, ON, HIGH), UP, UP), [r"\tkzTabVar{-/ {l}, R/, +/ {h}}", r"\tkzTabIma{1}{3}{2}{m}"]),
    (row((LOW, Blank(), HIGH), UP, UP), [r"\tkzTabVar{-/ {l}, R/, +/ {h}}"]),
    (
        row((LOW, Break("undefined", HIGH, LOW), HIGH), UP, UP),
        [r"\tkzTabVar{-/ {l}, +D-/ {h} / {l}, +/ {h}}"],
    ),
    (
        row((LOW, Break("jump", HIGH, HIGH), LOW), UP, DOWN),
        [r"\tkzTabVar{-/ {l}, +V+/ {h} / {h}, -/ {l}}"],
    ),
    (
        row((HIGH, LOW, LOW, HIGH), DOWN, Gap(), UP),
        [r"\tkzTabVar{+/ {h}, -H/ {l}, -/ {l}, +/ {h}}"],
    ),
    (
        row((Break("undefined", None, HIGH), Break("undefined", LOW, None)), DOWN),
        [r"\tkzTabVar{D+/ {h}, -D/ {l}}"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("cells", "commands"), TKZ)
def test_arrows(cells, commands):
    assert arrows(cells, WRITING) == commands


UNSAID = [
    BROKEN.rows[1],
    row((LOW, HIGH), Arrow("unknown")),
    row((LOW, HIGH), DOWN),
    row((HIGH, HIGH), UP),
    row((ON, ON), Arrow("flat")),
    row((LOW, Blank()), UP),
    row((LOW, ON, LOW), UP, DOWN),
    row((LOW, Break("undefined"), HIGH), UP, UP),
    row((LOW, Break("jump", HIGH, LOW, ON), HIGH), UP, UP),
]


@pytest.mark.parametrize("cells", UNSAID)
def test_no_arrow_is_drawn_that_the_row_does_not_have(cells):
    assert arrows(cells, WRITING) is None


# --- a real TeX ---------------------------------------------------------------------------------

PREAMBLE = r"""\documentclass{article}
\usepackage{amsmath, amssymb, tkz-tab, array, graphicx, longtable%s}
\begin{document}
%s
\end{document}
"""


def compiled(engine: str, fragments: Iterable[str], folder: Path, more: str = "") -> str:
    """The text of the pages that TeX makes of some fragments in one run."""
    program, reader = needed(engine), needed("pdftotext")
    source = PREAMBLE % (more, "\n\\clearpage\n".join(fragments))
    (folder / "page.tex").write_text(source, encoding="utf-8")
    done = subprocess.run(
        [program, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "page.tex"],
        cwd=folder, capture_output=True, encoding="utf-8", errors="replace", timeout=240,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:]
    assert "Missing character" not in (folder / "page.log").read_text(errors="replace")
    return subprocess.run(
        [reader, "-layout", "page.pdf", "-"],
        cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=True,
    ).stdout  # fmt: skip


def test_every_english_document_is_taken_by_pdftex(tmp_path):
    fragments = [
        render(document)
        for name, document in CORPUS.items()
        if not name.endswith(".zh") and name != "hostile"
    ]
    text = compiled("pdflatex", fragments, tmp_path)
    assert "Derivation" in text
    assert "quotient rule" in text
    log = (tmp_path / "page.log").read_text(errors="replace")
    too_wide = [float(points) for points in re.findall(r"Overfull \\hbox \(([\d.]+)pt", log)]
    assert max(too_wide, default=0) < 10


def test_chinese_and_hostile_documents_are_taken_by_xetex(tmp_path):
    chinese = [document for name, document in CORPUS.items() if name.endswith(".zh")]
    chinese += [answered(name, "zh") for name in ("sigmoid", "poles")]
    fragments = [render(document) for document in (*chinese, CORPUS["hostile"])]
    assert all("ctex" in fragment for fragment in fragments)
    text = compiled("xelatex", fragments, tmp_path, ", ctex")
    assert "推导过程" in text
    assert r"\write18{touch broken}" in text
    assert not (tmp_path / "broken").exists()


@pytest.mark.parametrize("words", HOSTILE)
def test_foreign_words_stay_words(words):
    source = render(Document((Prose(foreign(words)),)))
    assert r"\write18" not in source
    assert r"\end{document}" not in source


def test_the_packages_that_are_needed_are_named():
    head = render(answered("quartic")).splitlines()[:2]
    assert head == [
        f"% calctool table: {QUESTIONS['quartic'][1].expression}",
        r"% \usepackage{amsmath, amssymb, tkz-tab}",
    ]
    assert r"\usepackage{amsmath, amssymb, graphicx}" in render(answered("wide"))
