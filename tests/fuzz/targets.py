"""What must hold for any input of each reader and printer; Problem is the only refusal."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from hypothesis import strategies as st

from attacks.promises import CONTROL, strict_json
from calctool.algebra.ball.constants import enclose
from calctool.notation import bounds
from calctool.notation.latex import latex
from calctool.notation.mathml import mathml
from calctool.notation.parser import read, read_assignments, read_back, read_names
from calctool.notation.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.sympy_text import sympy_text
from calctool.notation.tree import Relation, Statement
from calctool.notation.unicode import pretty
from calctool.render import wire
from calctool.render.problem import drawn
from calctool.run.batch.lines import Line, Splitter
from calctool.run.batch.request import Request, asked
from calctool.solve import typed as questions
from calctool.solve.typed import Typed
from calctool.words import Language
from fuzz import inputs, sympy_objects
from trees import relations, trees

IDS = frozenset((Path(__file__).parents[2] / "docs" / "ids.txt").read_text("utf-8").split())
LANGUAGES: tuple[Language, ...] = ("en", "zh")


class Target(NamedTuple):
    """`check` raises for an input that breaks a promise; `stored` reads an input of a row."""

    inputs: Callable[[], st.SearchStrategy[Any]]
    check: Callable[[Any], None]
    stored: Callable[[Any], Any] = lambda row: row


def refused(problem: Problem, command: str | None = None) -> None:
    """A refusal is one message with a known id, in both languages, and a JSON document."""
    assert problem.id in IDS
    for language in LANGUAGES:
        for width in (20, 80):
            said = drawn(problem, language, width)
            assert said.strip()
            assert not CONTROL.search(said)
        strict_json(wire.text(wire.failure(problem, command, language)))


# --- readers ------------------------------------------------------------------------------------


def expression(text: str) -> None:
    try:
        reading = read(text, relation=True)
    except Problem as problem:
        refused(problem)
        if problem.span is not None:
            assert 0 <= problem.span.start <= problem.span.end <= len(problem.source or "") + 1
        return
    statement = reading.statement
    for note in reading.notes:
        assert note.words.say("en") and note.words.say("zh")
    assert read_back(plain(statement), functions=reading.functions) == statement
    printed(statement)


def option(text: str) -> None:
    for reader in (read_names, read_assignments):
        try:
            reader(text)
        except Problem as problem:
            refused(problem)


def question(command: str, typed: Typed) -> None:
    try:
        questions.question(command, typed)
    except Problem as problem:
        refused(problem, command)


def whole_question(given: tuple[str, dict[str, Any]]) -> None:
    command, fields = given
    question(command, Typed(**fields))


def some_questions() -> st.SearchStrategy[tuple[str, dict[str, Any]]]:
    good = ("x^2+y^2", "x*y=1", "sin(x)/x", "a*x^2", "|x-1|", "f(x)", "x")
    text = st.sampled_from(good) | inputs.typed()
    several = st.lists(text, max_size=2).map(tuple)
    names = st.lists(st.sampled_from(("x", "y", "x,y", "a", "z")) | inputs.typed(), max_size=2)
    ranges = ("[0,1]", "(-oo,oo)", "x>0", "x in (0,1]", "y=[1,2]", "R", "0<=x<1", "[1,0]", "[0,0]")
    fields = st.fixed_dictionaries(
        {"expression": text},
        optional={
            "wrt": names.map(tuple), "order": st.sampled_from(("2", "0", "-1", "1e3")) | text,
            "mixed": text, "of": st.sampled_from("xy") | text, "at": text,
            "domain": st.lists(st.sampled_from(ranges) | text, max_size=2).map(tuple),
            "where": several, "function": several, "subject_to": several,
            "drawn": st.booleans(), "delta": st.booleans(),
        },
    )  # fmt: skip
    return st.tuples(st.sampled_from(questions.ANSWERED), fields)


def batch_line(data: bytes) -> None:
    found = asked(Line(1, data), "en", steps=True, timeout=1.0)
    strict_json(found.id)
    assert found.id.isascii() and not CONTROL.search(found.id)
    if isinstance(found.request, Request):
        question(found.request.command, found.request.typed)
    else:
        refused(found.request, found.command)


def batch_bytes(pieces: list[bytes]) -> None:
    """Lines are the same however they arrive."""
    splitter, whole = Splitter(), Splitter()
    arrived = [line for piece in pieces for line in splitter.feed(piece)]
    at_once = list(whole.feed(b"".join(pieces)))
    assert [*arrived, *splitter.end()] == [*at_once, *whole.end()]


# --- bounds and printers ------------------------------------------------------------------------


def bound(text: str) -> None:
    """A constant that is let through is no larger than it was said to be."""
    try:
        tree = read(text).statement
    except Problem as problem:
        refused(problem)
        return
    if isinstance(tree, Relation) or tree.names:
        return
    size = bounds.size_of(tree)
    found = enclose(tree, 10)
    if found is not None:
        low, high = found
        least = max(0, low, -high)
        assert least <= 2 ** (max(size.log2, -20_000.0) + 0.01) if size.log2 < 900 else True
        assert size.value is None or low <= size.value <= high


def printed(statement: Statement) -> None:
    """In every language of formulas: nothing that steers a terminal, every bracket closed."""
    assert plain(statement).isascii()
    assert sympy_text(statement).isascii()
    assert not CONTROL.search(pretty(statement))
    in_latex = latex(statement)
    assert not CONTROL.search(in_latex)
    assert in_latex.count(r"\left") == in_latex.count(r"\right")
    bare = re.sub(r"\\[{}]", "", in_latex)
    assert bare.count("{") == bare.count("}")
    ElementTree.fromstring(mathml(statement))


def tree(statement: Statement) -> None:
    functions = tuple("fghFGH")
    assert read_back(plain(statement), functions=functions) == statement
    printed(statement)


def some_trees() -> st.SearchStrategy[Statement]:
    return trees(("x", "w1", "alpha", "lambda")) | relations(trees())


def read_tree(text: str) -> Statement:
    return read_back(text, functions=tuple("fghFGH"))


def found_rows(target: str | None = None) -> list[tuple[str, Any]]:
    """Inputs that broke a promise once: the name of the target, and the input."""
    file = Path(__file__).with_name("found.jsonl")
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [
        (row["target"], TARGETS[row["target"]].stored(row["input"]))
        for row in rows
        if target in (None, row["target"])
    ]


TARGETS = {
    "expression": Target(inputs.typed, expression),
    "constant": Target(inputs.constants, bound),
    "option": Target(inputs.typed, option),
    "question": Target(some_questions, whole_question, tuple),
    "batch-line": Target(inputs.batch_lines, batch_line, bytes.fromhex),
    "batch-bytes": Target(
        lambda: st.lists(st.sampled_from((b"", b"\n", b"{}", b"\r\n", b" ")) | st.binary()),
        batch_bytes,
        lambda row: [bytes.fromhex(piece) for piece in row],
    ),
    "tree": Target(some_trees, tree, read_tree),
    "to-sympy": Target(some_trees, sympy_objects.and_back, read_tree),
    "from-sympy": Target(sympy_objects.objects, sympy_objects.taken, sympy_objects.stored),
}
