"""What an answer that was stopped shows: the points that were certain by then, and no others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

import mpmath
import msgspec
import pytest

from calctool.algebra.roots import seen
from calctool.algebra.roots.methods import subdivision
from calctool.commands import solver
from calctool.notation.problem import Problem
from calctool.present.answers import document
from calctool.present.document import Wishes
from calctool.present.phrases import said
from calctool.render.wire import wired
from calctool.run import worker
from calctool.run.alarm import OutOfTime
from calctool.run.batch.lines import Line
from calctool.run.batch.pending import AnswerLine
from calctool.run.batch.request import asked as line_asked
from calctool.run.child import Bounds, solver_for
from calctool.solve import unfinished
from calctool.solve.answer import Status
from calctool.solve.typed import Typed, question
from calctool.solve.typed.record import Judged
from calctool.words.titles import ALL_TO_COME
from openness import LANGUAGES, assert_nothing_is_hidden, flat

ENOUGH = 7


def stopped_early(command: str, asked: Typed, enough: int = ENOUGH) -> Iterator[Any]:
    """The parts of an answer whose search is interrupted once some zeros are isolated."""
    boxes: list[tuple[Fraction, Fraction]] = []

    def note(low: Fraction, high: Fraction) -> None:
        seen.note(low, high)
        boxes.append((low, high))
        if len(boxes) == enough:
            raise OutOfTime

    patch = pytest.MonkeyPatch()
    patch.setattr(subdivision, "note", note)
    try:
        yield from solver_for(command)(question(command, asked))
    finally:
        patch.undo()


def exactly(value: Fraction) -> Any:
    return mpmath.mpf(value.numerator) / value.denominator


@pytest.mark.parametrize("command", ["critical", "table"])
@pytest.mark.parametrize(
    ("text", "slope"),
    [
        ("x^2*sin(9*x)", lambda x: 2 * x * mpmath.sin(9 * x) + 9 * x * x * mpmath.cos(9 * x)),
        (
            "x*sin(x^2)+x^2*cos(3*x)",
            lambda x: (
                mpmath.sin(x * x)
                + 2 * x * x * mpmath.cos(x * x)
                + 2 * x * mpmath.cos(3 * x)
                - 3 * x * x * mpmath.sin(3 * x)
            ),
        ),
        (
            "sin(x)+cos(exp(cos(x))*x)",
            lambda x: (
                mpmath.cos(x)
                - mpmath.sin(mpmath.exp(mpmath.cos(x)) * x)
                * mpmath.exp(mpmath.cos(x))
                * (1 - x * mpmath.sin(x))
            ),
        ),
    ],
)
def test_points_seen_before_the_end(command: str, text: str, slope: Any) -> None:
    asked = Typed(text)
    with pytest.raises(OutOfTime):
        list(stopped_early(command, asked))
    made = unfinished.known_so_far(question(command, asked))
    assert made is not None
    assert made.points
    assert made.status is Status.PARTIAL
    assert made.completeness.missing
    for point in made.points:
        at = point.at if command == "table" else point.at[0][1]
        assert at.low < at.high
        with mpmath.workdps(90):
            before, after = (mpmath.sign(slope(exactly(end))) for end in (at.low, at.high))
        kind = point.kinds[-1] if command == "table" else point.kind
        assert (before, after) == ((-1, 1) if kind == "local-minimum" else (1, -1))


@pytest.mark.parametrize("enough", [7, 15])
def test_a_zero_that_several_searches_saw_is_told_once(enough: int) -> None:
    asked = Typed("x^2*sin(9*x)")
    with pytest.raises(OutOfTime):
        list(stopped_early("critical", asked, enough))
    made: Any = unfinished.known_so_far(question("critical", asked))
    places = [point.at[0][1] for point in made.points]
    assert all(one.high < other.low for one, other in pairwise(places))


def test_the_parent_gets_what_was_seen() -> None:
    asked = question("critical", Typed("x^2*sin(11*x)"))
    found = worker.answer(
        asked,
        Bounds(timeout=120),
        solve=lambda _: stopped_early("critical", Typed("x^2*sin(11*x)")),
    )
    assert found.status is Status.STOPPED
    assert found.points  # type: ignore[union-attr]
    assert {words.en for words in found.completeness.missing} >= {
        "other critical points", "the least value", "the greatest value"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("command", "typed"),
    [
        ("diff", Typed("x^2")),
        ("limit-def", Typed("x^2")),
        ("table", Typed("x^2")),
        ("critical", Typed("x^2+y^2")),
        ("lagrange", Typed("x", subject_to=("x^2=1",))),
    ],
)
def test_an_answer_stopped_at_once_names_what_is_open(command: str, typed: Typed) -> None:
    def nothing(_: Any) -> Iterator[Any]:
        raise OutOfTime
        yield

    found = worker.answer(question(command, typed), Bounds(timeout=120), solve=nothing)
    assert found.status is Status.STOPPED
    assert found.completeness.missing
    assert ALL_TO_COME not in found.completeness.missing
    for language in LANGUAGES:
        page = document(found, Wishes(language=language))
        (note,) = (each.text for each in page.blocks if getattr(each, "kind", "") == "undecided")
        assert all(flat(said(each, language)) in flat(note) for each in found.completeness.missing)


def test_json_of_a_stopped_table_has_the_points_of_its_page() -> None:
    asked = question("table", Typed("x^2*sin(13*x)"))
    found = worker.answer(
        asked, Bounds(timeout=120), solve=lambda _: stopped_early("table", Typed("x^2*sin(13*x)"))
    )
    result = msgspec.to_builtins(wired(found, "en"))["result"]
    assert found.status is Status.STOPPED
    assert len(result["points"]) == len(found.points) > 0  # type: ignore[union-attr]
    assert {*result["points"][0]["kinds"]} & {"local-minimum", "local-maximum"}
    assert [result[name] for name in ("intervals", "global_minimum", "families")] == [None] * 3


def test_where_all_cases_were_looked_at_that_is_not_what_is_open() -> None:
    asked = question("lagrange", Typed("x*y", subject_to=("x^2+y^2<=1",)))
    said = [each.completeness.missing for each in solver_for("lagrange")(asked)]
    cases = [words.en for missing in said for words in missing if "cases worked" in words.en]
    assert cases
    assert not [each for each in cases if each.endswith("2 of 2")]


@pytest.mark.parametrize("command", ["diff", "limit-def", "table", "critical", "lagrange"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_line_that_is_given_up_names_what_is_open(command: str, language: Any) -> None:
    line = json.dumps({"command": command, "expr": "x^2", "lang": language})
    given = line_asked(Line(1, line.encode()), "en", steps=True, timeout=1.0)
    made = AnswerLine.refusing(given, Problem("limit.crash"), "stopped")
    told = json.loads(made.json)
    open_ones = [each.say(language) for each in solver(command, "record").Answer.all_open()]
    assert told["status"] == "stopped"
    assert told["completeness"]["missing"] == open_ones != []


def test_a_table_made_on_the_way_is_not_the_answer() -> None:
    asked = question("lagrange", Typed("x*sin(7*x)+y", subject_to=("x+y=0",)))
    unfinished.forget()
    for _ in solver_for("lagrange")(asked):
        assert unfinished.known_so_far(asked) is None


def test_a_question_forgets_the_one_before() -> None:
    unfinished.keep(lambda: pytest.fail("asked for another question"))
    unfinished.forget()
    assert unfinished.known_so_far(question("table", Typed("x^2"))) is None


@pytest.mark.parametrize("text", ["x^4+y^4-4*x*y", "exp(-x^2-y^2)*x*y"])
def test_every_part_of_an_answer_names_what_is_to_come(text: str) -> None:
    *parts, last = solver_for("critical")(question("critical", Typed(text)))
    for part in parts[:-2]:
        assert part.completeness.missing
    assert set(last.completeness.missing) <= set(parts[0].completeness.missing)


LONG = [
    ("diff", Typed("((x^2+1)^9*sin(x)^9*exp(x^3)*log(x)^5/(x^4+sin(x)))^7", order="7")),
    ("limit-def", Typed("(x^2+1)^40*sqrt(x)")),
    ("table", Typed("x*sin(7*x)+exp(cos(x))*x")),
    ("table", Typed("a*x^4+b*x^3+x^2-c*x", wrt=("x",))),
    ("critical", Typed("cos(x)*cos(y)*exp(-x^2-y^2)")),
    ("lagrange", Typed("x^5+y^7-x*y", subject_to=("x^6+y^6=3", "x*y<=1/3"))),
    ("check", Typed("x^2*sin(9*x)", judged=Judged("table", "x = 0: neither"))),
]


@pytest.mark.parametrize(("command", "typed"), LONG)
def test_an_answer_cut_off_by_the_clock_hides_nothing(command: str, typed: Typed) -> None:
    """However far it came by then."""
    for seconds in (0.3, 1, 2):
        assert_nothing_is_hidden(worker.answer(question(command, typed), Bounds(timeout=seconds)))
