"""What the terminal shows keeps to its width, loses nothing, and steers nothing."""

import re
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.notation.printing.unicode import pretty
from calctool.notation.tree import Name
from calctool.present.document import (
    Chain,
    Document,
    Formula,
    Grid,
    Link,
    Note,
    Prose,
    Text,
    Title,
)
from calctool.present.phrases import foreign, joined, listed
from calctool.render.text import render
from calctool.render.text.wrap import wrap_formula, wrap_words
from calctool.verify.verdict import Verdict
from calctool.words.printable import cells
from trees import trees

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")


def shown(*blocks, width=80, colour=False, ascii_only=False):
    return render(Document(blocks), width=width, colour=colour, ascii_only=ascii_only)


def squeezed(text):
    return re.sub(r"\s", "", text)


def every_block(tree, words):
    text = joined([foreign(words), listed([tree, tree], "zh")], " ")
    link = Link(tree, text, Verdict.SAMPLED)
    return (
        Formula(tree, Name("f"), foreign("Answer"), decimal="0.5", aside=text, emphasis=True),
        Formula(tree, tree),
        Prose(text, listed([tree], "en")),
        Title(text),
        Prose(text),
        Chain(tree, (link, link)),
        Grid((text, text), ((text, text),)),
        Note("proved", text),
    )


@settings(max_examples=60, deadline=None)
@given(
    trees(depth=4),
    st.text(st.sampled_from("ab 定义域，。（）"), max_size=40),
    st.integers(20, 200),
    st.booleans(),
)
def test_no_line_is_wider_than_asked(tree, words, width, ascii_only):
    text = shown(*every_block(tree, words), width=width, ascii_only=ascii_only)
    assert all(cells(line) <= width for line in text.splitlines())
    assert all(line == line.rstrip() for line in text.splitlines())
    assert "\u00a0" not in text


@settings(max_examples=60, deadline=None)
@given(trees(depth=4), st.integers(20, 120))
def test_long_formulas_lose_nothing(tree, width):
    text = squeezed(shown(Formula(tree, Name("y")), width=width))
    assert text == squeezed(f"y={pretty(tree)}")


@settings(max_examples=20, deadline=None)
@given(trees(depth=3), st.sampled_from([30, 60, 80, 120]))
def test_colour_changes_nothing_but_colour(tree, width):
    blocks = every_block(tree, "why")
    coloured = shown(*blocks, width=width, colour=True)
    assert ESCAPE.search(coloured)
    plain_lines = shown(*blocks, width=width).splitlines()
    assert [ESCAPE.sub("", line).rstrip() for line in coloured.splitlines()] == plain_lines


def test_ascii_is_ascii():
    text = shown(*every_block(Name("alpha"), "y' with σ − 1"), ascii_only=True)
    assert text.replace("，", ",").isascii()


FOREIGN = ["\x1b[31mred", "a\x07b", "\u202eabc", "{0} {x}", "[bold]x[/]", ":smile:", "a\u0301"]


@pytest.mark.parametrize("text", FOREIGN)
def test_foreign_text_is_shown_and_never_obeyed(text):
    line = shown(Note("note", foreign(text)))
    assert re.fullmatch(r"› [^\x00-\x1f\x7f\u0301\u202e]+\n", line)
    assert ("{0} {x}" in line) == (text == "{0} {x}")
    assert ("[bold]x[/]" in line) == (text == "[bold]x[/]")


def test_a_formula_breaks_at_its_outermost_sign():
    long = " + ".join(["sin(x)·(cos(x) − 1)"] * 3)
    assert wrap_formula(long, 44, 44) == [
        "sin(x)·(cos(x) − 1) + sin(x)·(cos(x) − 1)",
        "+ sin(x)·(cos(x) − 1)",
    ]
    assert wrap_formula(long, 36, 36)[0] == "sin(x)·(cos(x) − 1)"


def test_colourless_text_does_without_rich(monkeypatch):
    monkeypatch.setitem(sys.modules, "rich", None)
    monkeypatch.setitem(sys.modules, "rich.console", None)
    assert shown(Title(Text("x")), width=20) == "x " + "─" * 18 + "\n"
    with pytest.raises(ImportError):
        shown(Title(Text("x")), colour=True)


def test_a_stacked_row_leaves_out_its_empty_fields():
    head = tuple(map(foreign, ("point", "minors", "on tangents")))
    rows = (
        (foreign("P"), foreign("1" * 30), foreign("+")),
        (foreign("Q"), foreign(""), foreign("")),
    )
    assert shown(Grid(head, rows), width=40).rstrip("\n").split("\n")[-1].rstrip() == "point: Q"


@pytest.mark.parametrize("width", [44, 48, 60, 80])
def test_a_table_of_words_wraps_its_widest_column_before_it_falls_apart(width: int) -> None:
    words = "local minimum, not strict, and at the end of the domain"
    grid = Grid((Text("point"), Text("kind")), ((Text("P1"), Text(words)), (Text("P2"), Text("x"))))
    page = render(Document((grid,)), width=width, colour=False, ascii_only=False)
    lines = page.splitlines()
    assert all(len(line) <= width for line in lines)
    assert all(line[0] in "┌│├└" for line in lines if line)
    column = " ".join(line.split("│")[2].strip() for line in lines if line.startswith("│"))
    assert " ".join(column.split()) == f"kind {words} x"


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("f is decreasing on (−∞, a) and increasing on (a, (a + 2)/3)", 48),
        ("none; along (x, y) = (t, −t) f = −t² → −∞ as t → ∞", 30),
        ("at x = π − arcsin(1/4) ≈ 2.88891 and nowhere else", 24),
    ],
)
def test_brackets_and_relations_stay_together(text, width):
    lines = wrap_words(text, width, width)
    assert " ".join(lines) == text
    for line in lines:
        assert line.count("(") == line.count(")")
        assert line[-1] not in "→≈="
        assert line[0] != "→"
