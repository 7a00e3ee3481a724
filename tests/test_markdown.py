"""Markdown as markdown-it reads it: tables, no HTML, no links, and maths that comes through."""

import re

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from calctool.notation.reading.parser import read_back
from calctool.present.document import Document, Figure, Grid, Prose, Text, VariationTable
from calctool.present.phrases import foreign
from calctool.render.markdown import render
from calctool.render.markdown.words import Writing
from shown import HOSTILE, everything
from trees import trees

CORPUS = everything()
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
WRITING = Writing(partial=False)
KINDS = frozenset({
    "text", "softbreak", "hardbreak", "strong_open", "strong_close", "inline", "fence",
    "heading_open", "heading_close", "paragraph_open", "paragraph_close", "list_item_open",
    "list_item_close", "bullet_list_open", "bullet_list_close", "table_open", "table_close",
    "thead_open", "thead_close", "tbody_open", "tbody_close", "tr_open", "tr_close", "th_open",
    "th_close", "td_open", "td_close",
})  # fmt: skip


def tokens(source: str) -> list[Token]:
    found = READER.parse(source)
    return [each for token in found for each in (token, *(token.children or ()))]


def words(source: str) -> str:
    """What a reader sees who is not shown maths."""
    return "".join(token.content for token in tokens(source) if token.type == "text")


@pytest.mark.parametrize("name", CORPUS)
def test_a_page_has_no_html_no_links_and_no_chance_emphasis(name):
    assert {token.type for token in tokens(render(CORPUS[name]))} <= KINDS


@pytest.mark.parametrize("name", CORPUS)
def test_tables_have_all_their_cells(name):
    document = CORPUS[name]
    rows = [
        1 + len(block.rows) for block in document.blocks if isinstance(block, Grid | VariationTable)
    ]
    found = tokens(render(document))
    assert sum(token.type == "tr_open" for token in found) == sum(rows)
    cells = [
        (len(block.rows) + 1)
        * (len(block.head) if isinstance(block, Grid) else 2 * len(block.stops))
        for block in document.blocks
        if isinstance(block, Grid | VariationTable)
    ]
    assert sum(token.type in ("th_open", "td_open") for token in found) == sum(cells)


@pytest.mark.parametrize("name", CORPUS)
def test_figures_are_fenced(name):
    document = CORPUS[name]
    figures = sum(isinstance(block, Figure) for block in document.blocks)
    assert sum(token.type == "fence" for token in tokens(render(document))) == figures


@pytest.mark.parametrize("foreign_words", HOSTILE)
def test_foreign_words_stay_words(foreign_words):
    source = render(Document((Prose(foreign(foreign_words)),)))
    seen = re.sub(r"[\x1b\u202e]", "\ufffd", foreign_words)
    assert words(source) == seen
    assert [token.type for token in tokens(source) if token.nesting == 1] == ["paragraph_open"]


@settings(max_examples=200, deadline=None)
@given(trees(names=("x", "w1", "alpha", "loss_a")))
def test_maths_is_left_as_it_was_written(tree):
    """Also by a reader who takes off backslashes and looks for emphasis first."""
    shown = WRITING.formula(tree)
    assert words(shown) == shown
    assert "|" not in shown
    assert re.fullmatch(r"\$\S(.*\S)?\$", shown)


def test_several_formulas_in_a_line_make_no_emphasis():
    formula = read_back("loss_a^loss_b + x_1*loss_c")
    source = render(Document((Prose(Text("{0}, {1} + {2}", (formula,) * 3)),)))
    assert words(source) == source.strip()


def test_a_sign_close_to_a_formula_stands_inside_it():
    assert WRITING.words(Text("+{0}", (read_back("oo"),))) == r"$+\infty$"


def test_derivations_are_aligned():
    source = render(CORPUS["sigmoid"])
    (derivation,) = re.findall(r"^\$\$\n(.*?)\n\$\$$", source, re.DOTALL | re.MULTILINE)
    lines = derivation.splitlines()
    assert (lines[0], lines[-1]) == (r"\begin{aligned}", r"\end{aligned}")
    assert all(line.endswith(r"\cr") for line in lines[1:-2])
    assert all(line.startswith("={} & ") and r"&& \checkmark" in line for line in lines[2:-1])
