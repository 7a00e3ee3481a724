"""Text from elsewhere: what it means, what is refused, where the caret stands, round trips."""

import re
from collections.abc import Callable
from fractions import Fraction

import mpmath
import pytest
import sympy as sp
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool.algebra.bridge import to_sympy
from calctool.notation.pasted import Notation, notation_of, pasted
from calctool.notation.printing.latex import latex
from calctool.notation.printing.mathml import mathml
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tree import Number, Piecewise, Tree, expression
from calctool.notation.walk import walk
from calctool.words.faults import errors
from calctool.words.faults import pasted as words
from pasted_texts import READ, REFUSED, rows
from trees import trees
from values import NoValue, value


def meaning(text: str, notation: Notation) -> Tree:
    return expression(read(pasted(text, notation).plain).statement)


@pytest.mark.parametrize(("notation", "text", "means"), rows(READ))
def test_what_it_means(notation: Notation, text: str, means: str) -> None:
    assert plain(meaning(text, notation)) == plain(read(means).statement)


def refusal(text: str, notation: Notation) -> Problem | None:
    """Why the text is not read, with its place in the text; None when it is read."""
    try:
        found = pasted(text, notation)
    except Problem as problem:
        return problem
    try:
        read(found.plain, relation=True)
    except Problem as problem:
        return found.back(problem)
    return None


@pytest.mark.parametrize(("notation", "text", "id"), rows(REFUSED))
def test_what_is_refused(notation: Notation, text: str, id: str) -> None:
    problem = refusal(text, notation)
    assert problem is not None
    assert problem.id == id
    assert id in words.ERRORS or id in errors.ERRORS
    assert problem.hint is None or problem.hint in words.HINTS or problem.hint in errors.HINTS
    if problem.span is not None:
        assert 0 <= problem.span.start < problem.span.end <= len(text)


@pytest.mark.parametrize(("notation", "text", "_"), rows(REFUSED))
def test_what_a_refusal_says_to_write_is_read(notation: Notation, text: str, _: str) -> None:
    problem = refusal(text, notation)
    assert problem is not None
    if problem.id not in TWO_READINGS:
        return
    texts = spelled_out(problem)
    assert len(texts) == 2
    for written in texts:
        again = refusal(written, "latex" if notation == "mathml" else notation)
        assert again is None, (written, again.id)


def test_a_range_of_cells_is_written_out_where_it_is_short() -> None:
    for text, written in (("=SUM(A1:A3)*2", "=(A1+A2+A3)*2"), ("=MAX(B1:B2)", "=MAX(B1,B2)")):
        problem = refusal(text, "excel")
        assert problem is not None
        assert problem.facts["written"] == written
        assert refusal(written, "excel") is None


def test_neither_reading_of_a_reciprocal_is_the_inverse() -> None:
    problem = refusal("\\sin(x)^{-1}", "latex")
    assert problem is not None
    assert [plain(meaning(text, "latex")) for text in spelled_out(problem)] == [
        "sin(x)^(-1)", "sin(x^(-1))",
    ]  # fmt: skip


def test_a_note_says_the_whole_reading() -> None:
    said = [note.words.en for note in pasted("\\cos^2 2x+\\log_2 8x", "latex").notes]
    assert "`cos(2*x)^2`" in said[0]
    assert "`log2(8*x)`" in said[1]


TWO_READINGS = frozenset({
    "latex.exponent", "latex.how-far", "latex.lone-bracket", "syntax.mixed-number",
    "latex.number-comma", "excel.minus", "excel.tower",
})  # fmt: skip
"""Refusals that spell out two readings."""


def spelled_out(problem: Problem) -> list[str]:
    """The texts that a hint says to write."""
    names = ("outside", "inside", "round", "floor", "sheet", "other", "written", "whole", "point")
    if problem.hint is None:
        return []
    said = (words.HINTS | errors.HINTS)[problem.hint].en
    return [str(problem.facts[name]) for name in names if "{" + name + "}" in said]


@pytest.mark.parametrize(("notation", "text", "_"), rows(READ))
def test_its_signs_tell_the_notation(notation: str, text: str, _: str) -> None:
    assert notation_of(text) == notation


@pytest.mark.parametrize(("notation", "text", "_"), rows(READ))
def test_every_column_is_one_of_the_text(notation: Notation, text: str, _: str) -> None:
    found = pasted(text, notation)
    assert len(found.columns) == len(found.plain)
    assert all(0 <= start <= end <= len(text) for start, end in found.columns)


# --- round trips --------------------------------------------------------------------------------

EVERYWHERE = (
    "sin", "cos", "tan", "exp", "log", "sqrt", "abs", "asin", "acos", "atan", "sinh", "cosh",
    "tanh", "min", "max", "sign", "floor", "ceil",
)  # fmt: skip
some_trees = trees(depth=2, functions=EVERYWHERE, applied=False, derivatives=False)
POINTS = st.fixed_dictionaries({
    name: st.fractions(Fraction(-3), Fraction(3), max_denominator=4) for name in ("x", "y")
})  # fmt: skip


def assert_same_value(tree: Tree, back: Tree, point: dict[str, Fraction]) -> None:
    try:
        ours = value(tree, point)
    except NoValue:
        assume(False)
    assume(1e-10 < abs(ours) < 1e10)
    assert mpmath.almosteq(value(back, point), ours, rel_eps=1e-9)


@given(trees(depth=3, applied=False,
             derivatives=False))  # fmt: skip
@settings(max_examples=150)
def test_contract_our_own_mathml_is_read_back(tree: Tree) -> None:
    try:
        back = meaning(mathml(tree), "mathml")
    except Problem as problem:
        assume(problem.id in ("value.division-by-zero", "limit.nesting"))
        raise
    assert latex(back) == latex(tree)


@given(some_trees, POINTS)
@settings(max_examples=150)
def test_contract_our_own_latex_is_read_back(tree: Tree, point: dict[str, Fraction]) -> None:
    assert_same_value(tree, meaning(latex(tree), "latex"), point)


def theirs(tree: Tree, *, held: bool) -> sp.Basic:
    """As SymPy has it, as written or as it likes."""
    try:
        return to_sympy(tree, held=held)
    except Problem:
        assume(False)
        raise


def printed(printer: Callable[[sp.Basic], str], tree: Tree, *, held: bool) -> str:
    """What SymPy prints, where it can."""
    try:
        return printer(theirs(tree, held=held))
    except (IndexError, NotImplementedError):
        assume(False)
        raise


PRINTERS = [
    ("latex", sp.latex), ("sympy", str), ("sympy", sp.srepr), ("python", sp.pycode),
    ("python", sp.printing.numpy.NumPyPrinter().doprint),
    ("mathematica", sp.mathematica_code),     ("mathml", sp.printing.mathml),
    ("mathml", lambda tree: sp.printing.mathml(tree, printer="presentation")),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "printer"), PRINTERS)
@given(tree=some_trees, point=POINTS)
@settings(max_examples=60)
def test_contract_what_sympy_prints_is_read(
    notation: Notation, printer: Callable[[sp.Basic], str], tree: Tree, point: dict[str, Fraction]
) -> None:
    if notation == "mathml":
        # It prints sums as written with errors, and has no form of its own for branches.
        assume(not any(isinstance(part, Piecewise) or _is_decimal(part) for part in walk(tree)))
    text = printed(printer, tree, held=notation != "mathml")
    assume(not _NO_VALUE.search(text))
    try:
        back = meaning(text, notation)
    except Problem as problem:
        assume(problem.id not in ("value.division-by-zero", "syntax.branch"))
        raise
    assert_same_value(tree, back, point)


_NO_VALUE = re.compile(r"\b(?:nan|zoo|I|undefined|NaN|copysign)\b|\b(?:sign|floor|ceiling)\[")
"""What SymPy prints where there is nothing, and functions that it only copies."""


def _is_decimal(tree: Tree) -> bool:
    return isinstance(tree, Number) and tree.typed != ""


# --- nobody is harmed ---------------------------------------------------------------------------

HOSTILE = [
    ("latex", "{" * 5000), ("latex", "\\frac" * 700), ("latex", "x^" * 1000 + "x"),
    ("latex", "\\sqrt" * 600 + "x"), ("latex", "\\begin{cases}" * 200), ("latex", "\\left(" * 500),
    ("python", "(" * 3000), ("python", "-" * 4000 + "x"), ("python", "lambda: " * 400 + "x"),
    ("python", "x.a" * 1000), ("python", "[" * 150 + "]" * 150), ("python", "9**" * 900 + "9"),
    ("mathematica", "Sin[" * 900), ("mathematica", "Piecewise[{" * 300), ("maxima", "if " * 1000),
    ("maxima", "(" * 4000), ("excel", "=" + "IF(" * 900), ("mathml", "<math>" * 4000),
    ("mathml", "<math>" + "<mrow>" * 1000), ("mathml", '<!DOCTYPE a [<!ENTITY b "c">]><math/>'),
]  # fmt: skip


@pytest.mark.parametrize(("notation", "text"), HOSTILE)
def test_hostile_text_is_refused(notation: Notation, text: str) -> None:
    assert refusal(text, notation) is not None


@given(
    st.sampled_from(rows(READ)),
    st.integers(0, 60),
    st.text("\\{}[]()^_$&%'\";:,.|<>=+-*/ x1e", max_size=3),
)
@settings(max_examples=600)
def test_contract_damaged_text_is_read_or_refused(
    row: tuple[Notation, str, str], at: int, put: str
) -> None:
    notation, text, _ = row
    text = text[:at] + put + text[at + len(put) // 2 :]
    problem = refusal(text, notation)
    if problem is not None and problem.span is not None:
        assert 0 <= problem.span.start <= problem.span.end <= len(text)


@pytest.mark.parametrize("text", ["\ud800<math><mi>x</mi></math>", "<math><mi>x\udfff</mi></math>"])
def test_half_a_character_is_refused(text: str) -> None:
    problem = refusal(text, "mathml")
    assert problem is not None
    assert problem.id == "mathml.syntax"
