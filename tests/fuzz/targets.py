"""What must hold for any input of each reader and printer; Problem is the only refusal."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple, get_args

from hypothesis import strategies as st

from attacks.promises import CONTROL, strict_json
from calctool.algebra.ball.constants import enclose
from calctool.commands import QUESTIONS
from calctool.notation import bounds
from calctool.notation.pasted import Notation, pasted
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back, read_names
from calctool.notation.reading.typed import read, read_assignments
from calctool.notation.tree import Call, Power, Quotient, Relation, Statement, Tree
from calctool.notation.walk import walk
from calctool.run.batch.lines import Line, Splitter
from calctool.run.batch.request import Request, asked
from calctool.solve import typed as questions
from calctool.solve.typed import Typed
from calctool.solve.typed.record import Judged
from fuzz import answers, inputs, sympy_objects
from fuzz.promises import printed, refused
from trees import relations, trees


class Target(NamedTuple):
    """`check` raises for an input that breaks a promise; `stored` reads an input of a row.

    `weight` says how many inputs of another target take as long as one of this.
    """

    inputs: Callable[[], st.SearchStrategy[Any]]
    check: Callable[[Any], None]
    stored: Callable[[Any], Any] = lambda row: row
    weight: int = 1


# --- readers ------------------------------------------------------------------------------------


def expression(text: str) -> None:
    try:
        reading = read(text, relation=True)
    except Problem as problem:
        refused(problem)
        return
    statement = reading.statement
    for note in reading.notes:
        assert note.words.say("en")
        assert note.words.say("zh")
    assert read_back(plain(statement), functions=reading.functions) == statement
    printed(statement)


def pasted_text(given: tuple[Notation, str]) -> None:
    """A text of another notation says one thing, or is refused at a place of its own."""
    notation, text = given
    try:
        found = pasted(text, notation)
    except Problem as problem:
        problem.source = problem.source or text
        refused(problem)
        return
    assert len(found.columns) == len(found.plain)
    assert all(0 <= start <= end <= len(text) for start, end in found.columns)
    for note in found.notes:
        assert note.words.say("en")
        assert note.words.say("zh")
    try:
        statement = read(found.plain, relation=True).statement
    except Problem as problem:
        problem.source = problem.source or found.plain
        refused(found.back(problem))
        return
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
            "judged": answers_to_check(),
        },
    )  # fmt: skip
    return st.tuples(st.sampled_from(questions.ANSWERED), fields)


def answers_to_check() -> st.SearchStrategy[Judged]:
    """What somebody may give for an answer: a formula, claims, JSON of any shape, lines."""
    good = (
        "2*x", "dy/dx = 2x", "d/dx(x^2)", "x = 1: minimum; (0,0): saddle", "max 2 at (1,-1)",
        "increasing (-oo, 1) U (2, 3]", "x = pi/2 + k*pi", "none", "lim(h->0) (2x+h)", "(x)''",
    )  # fmt: skip
    text = st.sampled_from(good) | inputs.typed()
    shape = st.recursive(
        st.none() | st.booleans() | st.integers() | text,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(text, inner, max_size=2),
        max_leaves=4,
    )
    lines = st.lists(text, max_size=3).map(tuple)
    about = st.sampled_from((*QUESTIONS, "check", ""))
    return st.builds(Judged, about, text | shape, lines, st.booleans(), st.booleans(), lines)


def batch_line(data: bytes) -> None:
    found = asked(Line(1, data), "en", steps=True, timeout=1.0)
    strict_json(found.id)
    assert found.id.isascii()
    assert not CONTROL.search(found.id)
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
    if isinstance(tree, Relation):
        return
    size = bounds.size_of(tree)
    found = enclose(tree, 10) if size.constant else None
    if found is not None:
        low, high = found
        least = max(low, -high)
        assert least <= 0 or not is_judged(tree) or log2(least) <= size.log2 + 0.01
        assert size.value is None or low <= size.value <= high


def is_judged(tree: Tree) -> bool:
    """Irrational divisors and bases are taken not to be tiny, functions not to be near a pole."""
    parts = list(walk(tree))
    below = [part.base for part in parts if isinstance(part, Power)]
    below += [part.denominator for part in parts if isinstance(part, Quotient)]
    near_no_pole = all(part.function != "gamma" for part in parts if isinstance(part, Call))
    return near_no_pole and all(bounds.size_of(part).value is not None for part in below)


def log2(value: Fraction) -> float:
    return math.log2(value.numerator) - math.log2(value.denominator)


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


def _of_notation(notation: Notation) -> Target:
    return Target(lambda: st.tuples(st.just(notation), inputs.pasted(notation)), pasted_text, tuple)


TARGETS = {
    "expression": Target(inputs.typed, expression),
    "constant": Target(inputs.constants, bound),
    "option": Target(inputs.typed, option),
    "question": Target(some_questions, whole_question, tuple),
    "answer": Target(answers.questions, answers.answered, tuple, weight=8),
    "batch-line": Target(inputs.batch_lines, batch_line, bytes.fromhex),
    "batch-bytes": Target(
        lambda: st.lists(st.sampled_from((b"", b"\n", b"{}", b"\r\n", b" ")) | st.binary()),
        batch_bytes,
        lambda row: [bytes.fromhex(piece) for piece in row],
    ),
    "tree": Target(some_trees, tree, read_tree),
    **{
        f"read-{notation}": _of_notation(notation)
        for notation in get_args(Notation)
        if notation != "plain"
    },
    "to-sympy": Target(some_trees, sympy_objects.and_back, read_tree),
    "from-sympy": Target(sympy_objects.objects, sympy_objects.taken, sympy_objects.stored),
}
