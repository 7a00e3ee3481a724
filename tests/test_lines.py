"""Lines that no shell takes apart: what they say is what a shell would have handed over."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from calctool.cli import argv, commands
from calctool.cli.lines.taken import arguments
from calctool.cli.lines.words import words
from calctool.cli.posed import Posed
from calctool.commands import ANSWERED, command
from calctool.notation.problem import Problem

TAKEN = [
    ("diff x^2", ["diff", "--", "x^2"]),
    ("diff x^2 + 3*x", ["diff", "--", "x^2 + 3*x"]),
    ("  $ calctool diff 'x^2 + 1'", ["diff", "--", "x^2 + 1"]),
    ('>>> diff "x^2 + 1" --order 2', ["diff", "--order", "2", "--", "x^2 + 1"]),
    ("diff --order 2 x^2 + 1", ["diff", "--order", "2", "--", "x^2 + 1"]),
    ("diff --plot x^2 + 1", ["diff", "--plot", "--", "x^2 + 1"]),
    ("diff -x^2 - 1", ["diff", "--", "-x^2 - 1"]),
    ("diff f'(x) * g''(x)", ["diff", "--", "f'(x) * g''(x)"]),
    ("diff x - a", ["diff", "--", "x - a"]),
    ("diff (x --1)", ["diff", "--", "(x --1)"]),
    ("diff -- --x", ["diff", "--", "--x"]),
    ('diff "x^2" -n 2 -a 1', ["diff", "--order", "2", "--at", "1", "--", "x^2"]),
    ('diff "x^2" -p -w=x', ["diff", "--plot", "--wrt=x", "--", "x^2"]),
    (
        "table sin(x) + cos(2x) --domain [0, 2*pi) --plot",
        ["table", "--domain", "[0, 2*pi)", "--plot", "--", "sin(x) + cos(2x)"],
    ),
    ("table x --domain ]0, 2[", ["table", "--domain", "]0, 2[", "--", "x"]),
    (
        "lagrange x + y --subject-to x^2 + y^2 = 1 --subject-to 'x >= 0'",
        ["lagrange", "--subject-to", "x^2 + y^2 = 1", "--subject-to", "x >= 0", "--", "x + y"],
    ),
    (
        "check diff ln(7*x) --answer f'(x) = 1/x",
        ["check", "--answer", "f'(x) = 1/x", "--", "diff", "ln(7*x)"],
    ),
    ('check diff "x" --answer="1 + 0"', ["check", "--answer=1 + 0", "--", "diff", "x"]),
    (r"diff \frac{x^3}{1 + x^2}", ["diff", "--", r"\frac{x^3}{1 + x^2}"]),
    (r'diff "\frac{x}{2} \\ y"', ["diff", "--", r"\frac{x}{2} \ y"]),
    (r"diff '\frac{x}{2} \\ y'", ["diff", "--", r"\frac{x}{2} \\ y"]),
    ("diff sin(x --order 2", ["diff", "--order", "2", "--", "sin(x"]),
    ("diff x^2 --hint", ["diff", "--hint", "--", "x^2"]),
    ("diff --hint x^2 + 1", ["diff", "--hint", "--", "x^2 + 1"]),
    ("diff x^2 --hint 2", ["diff", "--hint", "2", "--", "x^2"]),
    ("diff x^2 -o my page.html", ["diff", "-o", "my page.html", "--", "x^2"]),
    ("rules chain", ["rules", "--", "chain"]),
    ("derivate x y", ["derivate", "x", "y"]),
    ("   ", []),
]


@pytest.mark.parametrize(("line", "taken"), TAKEN, ids=[line for line, _ in TAKEN])
def test_a_line_is_taken_apart(line: str, taken: list[str]) -> None:
    assert arguments(line) == taken


@pytest.mark.parametrize(
    "line", ["diff x^2 -w x", "diff x -a", "diff x --order 2 -a 1", "table x -d=3"]
)
def test_a_letter_behind_an_expression_without_quotes_is_refused(line: str) -> None:
    with pytest.raises(Problem, match=r"usage\.letter-or-minus") as caught:
        arguments(line)
    assert caught.value.hint == "option-in-full"


@pytest.mark.parametrize(
    "line",
    [example for name in ANSWERED for example in command(name).examples],
)
def test_the_examples_of_the_help_are_what_a_shell_makes_of_them(line: str) -> None:
    assert posed(arguments(line)) == posed(shlex.split(line)[1:])


def posed(taken: list[str]) -> Posed:
    found = commands.understood(taken)()
    assert isinstance(found, Posed)
    return found


@given(st.text(alphabet="ab -='\"\\()[]{}^$`", max_size=30))
@example("'")
@example('"\\')
def test_words_lose_nothing_but_blanks_and_quotes(text: str) -> None:
    found = words(text)
    assert [text[one.start : one.end].strip() for one in found] == [
        text[one.start : one.end] for one in found
    ]
    rest = list(text)
    for one in found:
        rest[one.start : one.end] = " " * (one.end - one.start)
    assert not "".join(rest).strip()


@given(st.lists(st.text(alphabet="x+-*^ 2(sin)", min_size=1, max_size=8), min_size=1, max_size=4))
def test_what_is_in_quotes_is_what_it_was(texts: list[str]) -> None:
    found = words(" ".join(shlex.quote(text) for text in texts))
    assert [one.text for one in found] == texts


@given(st.text(max_size=60))
def test_any_line_is_taken_or_refused(text: str) -> None:
    for line in (text, f"diff {text}", f"check {text} --answer {text}"):
        assert refused(line) in (None, "usage.letter-or-minus")


def refused(line: str) -> str | None:
    try:
        arguments(line)
    except Problem as problem:
        return problem.id
    return None


def test_every_letter_stands_for_an_option_that_takes_what_it_takes() -> None:
    for letter, option in argv.AFTER_EXPRESSION.items():
        with pytest.raises(Problem):
            arguments(f"diff x {letter} 2")
        assert option in arguments(f'diff "x" {letter} 2')
