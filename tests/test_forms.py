"""All forms show the same formulas in the same order, and the golden files of three of them.

`python tests/test_forms.py` writes the golden files anew; look at every difference.
"""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from calctool.cli.exit_code import Exit
from calctool.present.document import Block, Document, Figure, VariationTable
from calctool.render.forms import FORMS, OF_DOCUMENTS, Terminal, rendered
from golden_documents import DOCUMENTS
from shown import everything, formulas

GOLDEN = Path(__file__).parent / "golden"
KEPT_FORMS = {name: FORMS[name].suffix for name in OF_DOCUMENTS if name != "text"}
KEPT = ("diff-brief.en", "facts.zh", "variation.en", "sketch.en", "contours.en")
PRINTERS = {
    "text": ("calctool.render.text.page", "pretty"),
    "latex": ("calctool.render.latex.words", "latex"),
    "markdown": ("calctool.render.markdown.words", "latex"),
    "html": ("calctool.render.html.words", "mathml"),
}
STYLE = re.compile(r"(?<=<style>\n).*?(?=</style>)", re.DOTALL)
MARK = re.compile(r"Q(\d+)Q")
CORPUS = everything()


class Numbering:
    """Stands for every printer: a formula is shown as a number, equal ones by the same."""

    def __init__(self) -> None:
        self.numbers: dict[object, int] = {}

    def __call__(self, line: object, **_: object) -> str:
        return f"Q{self.numbers.setdefault(line, len(self.numbers))}Q"

    def expected(self, *blocks: Block) -> list[int]:
        return [self.numbers[line] for block in blocks for line in formulas(block)]


@pytest.fixture
def numbering(monkeypatch):
    made = Numbering()
    for module, printer in PRINTERS.values():
        monkeypatch.setattr(import_module(module), printer, made)
    return made


def shown(form: str, *blocks: Block) -> list[int]:
    page = rendered(Document(blocks), form, Terminal(width=200))
    return [int(mark) for mark in MARK.findall(page)]


@pytest.mark.parametrize("form", PRINTERS)
@pytest.mark.parametrize("name", CORPUS)
def test_every_formula_is_shown_once_and_in_its_place(form, name, numbering):
    laid_out = (VariationTable, Figure)
    blocks = [block for block in CORPUS[name].blocks if not isinstance(block, laid_out)]
    assert shown(form, *blocks) == numbering.expected(*blocks)


TABLES = [
    block
    for document in CORPUS.values()
    for block in document.blocks
    if isinstance(block, VariationTable)
]


@pytest.mark.parametrize("form", PRINTERS)
@pytest.mark.parametrize("table", TABLES)
def test_every_formula_of_a_table_is_shown(form, table, numbering):
    """Rows, columns and levels are laid out differently; in LaTeX labels are repeated."""
    found = Counter(shown(form, table))
    expected = Counter(numbering.expected(table))
    assert set(found) == set(expected)
    assert found == expected or (form == "latex" and found > expected)


@pytest.mark.parametrize("form", PRINTERS)
@pytest.mark.parametrize("label", ["27", "32"])
def test_labels_of_figures_are_shown(form, label):
    (figure,) = (block for block in CORPUS["quartic"].blocks if isinstance(block, Figure))
    page = rendered(Document((figure,)), form, Terminal())
    assert re.search(rf"\b{label}\b", page)


@pytest.mark.parametrize("form", KEPT_FORMS)
@pytest.mark.parametrize("name", KEPT)
def test_golden(form, name):
    file = GOLDEN / f"{name}.{KEPT_FORMS[form]}"
    assert bare(rendered(DOCUMENTS[name], form, Terminal())) == file.read_text(encoding="utf-8")


def bare(page: str) -> str:
    """Without the style sheet, which is the same on all pages."""
    return STYLE.sub("", page)


def sheet() -> str:
    found = STYLE.search(rendered(DOCUMENTS[KEPT[0]], "html", Terminal()))
    assert found is not None
    return found[0]


def test_the_style_sheet() -> None:
    assert sheet() == (GOLDEN / "style.css").read_text(encoding="utf-8")


STARTS = {
    "tex": "% calctool diff",
    "md": "- **Answer**",
    "html": "<!DOCTYPE html>",
    "txt": " Answer",
}


@pytest.mark.parametrize("suffix", STARTS)
def test_the_suffix_of_a_file_chooses_the_form(suffix, run, tmp_path):
    file = tmp_path / f"answer.{suffix}"
    assert run("diff", "x^2", "-o", str(file)) == (Exit.ANSWERED, "", "")
    assert file.read_text(encoding="utf-8").startswith(STARTS[suffix])
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("form", ["latex", "markdown", "html"])
def test_the_textbook_has_these_forms_too(form, run):
    code, page, said = run("rules", "--format", form)
    assert (code, said) == (Exit.ANSWERED, "")
    assert "quotient" in page


if __name__ == "__main__":
    for form, suffix in KEPT_FORMS.items():
        for name in KEPT:
            page = bare(rendered(DOCUMENTS[name], form, Terminal()))
            (GOLDEN / f"{name}.{suffix}").write_text(page, encoding="utf-8")
    (GOLDEN / "style.css").write_text(sheet(), encoding="utf-8")
