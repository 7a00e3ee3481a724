"""Wrong inputs and the exact words, carets and hints that they get, in both languages."""

import re
from pathlib import Path

import pytest

from calctool.notation.problem import Problem
from calctool.notation.reading.mistakes import suggestions
from calctool.notation.reading.typed import read
from calctool.render.problem import drawn
from calctool.words.faults import pasted
from calctool.words.faults.errors import ERRORS, HINTS
from calctool.words.notes import NOTES

HERE = Path(__file__).parent
FILES = sorted((HERE / "errors").glob("*.calc"))
WIDTH = 72

# Tested by rows in test_parser.py: options, and inputs too long to be worth a file.
ELSEWHERE = {"limit.characters", "limit.tokens", "syntax.unexpected", "syntax.several-lines"}


def problem_in(typed):
    with pytest.raises(Problem) as caught:
        read(typed)
    return caught.value


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_each_wrong_input_is_explained(file):
    shown = []
    for typed in file.read_text("utf-8").split("\n")[:-1]:
        problem = problem_in(typed)
        assert problem.id == file.stem
        shown.append(drawn(problem, "en", WIDTH) + drawn(problem, "zh", WIDTH))
    assert "\n".join(shown) == file.with_suffix(".out").read_text("utf-8")


def test_every_error_has_a_file():
    options = {id for id in ERRORS if id.startswith("option.")}
    assert {file.stem for file in FILES} == set(ERRORS) - options - ELSEWHERE


def test_every_id_is_released():
    released = (HERE.parent / "docs" / "ids.txt").read_text("utf-8").split()
    assert released == sorted(set(released))
    assert {*ERRORS, *NOTES, *pasted.ERRORS, *pasted.NOTES} <= set(released)


PHRASES = [ERRORS, HINTS, NOTES, pasted.ERRORS, pasted.HINTS, pasted.NOTES]


@pytest.mark.parametrize("phrases", PHRASES)
def test_both_languages_say_the_same_facts(phrases):
    for words in phrases.values():
        facts = [sorted(re.findall(r"{(\w+)", text)) for text in (words.en, words.zh)]
        assert set(facts[0]) == set(facts[1])
        assert re.search(r"[\u4e00-\u9fff]", words.zh)
        assert words.en.isascii() or "±" in words.en


@pytest.mark.parametrize("width", [20, 40, 80])
@pytest.mark.parametrize("typed", ["x + " * 400 + "1/0", "（" * 30 + "х", "1/0" + " + x" * 400])
def test_long_inputs_are_cut_around_the_place(typed, width):
    problem = problem_in(typed)
    _, source, carets = drawn(problem, "en", width).split("\n")[:3]
    cells = sum(1 + (character in "（х" and character != "х") for character in source)
    assert cells <= width
    assert "^" in carets
    assert len(carets) <= width


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sigm", ["sigmoid", "sin"]),
        ("sinn", ["sin", "sinh"]),
        ("Sin", ["sin"]),
        ("sqr", ["sqrt"]),
        ("squrt", ["sqrt"]),
        ("arctg", ["atan"]),
        ("sgn", ["sign"]),
        ("tg", ["tan"]),
        ("cosin", ["cos"]),
        ("softpluss", ["softplus"]),
        ("ReLu", ["relu"]),
        ("qqq", []),
    ],
)
def test_suggestions(typed, meant):
    found = suggestions(typed)
    assert found[: len(meant)] == meant if meant else found == []
    assert len(found) <= 2
