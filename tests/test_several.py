"""Many questions at once: answers in order, each in its own bounds, and nothing left behind."""

from __future__ import annotations

import inspect
import threading
from collections.abc import Iterator

import pytest
import sympy as sp

import calctool as ct
from calctool.run import several, staying
from calctool.run.child import Bounds
from calctool.solve.answer import Status, Told
from calctool.solve.typed import Typed, question
from conftest import PATIENCE
from test_staying import ENDLESS, its_process
from test_worker import alive

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")

x, y = sp.symbols("x y")
PATIENT = Bounds(timeout=PATIENCE)


@pytest.fixture(autouse=True)
def _nothing_stays() -> Iterator[None]:
    yield
    staying.close()


QUESTIONS = [
    {"command": "diff", "expr": x**2 * sp.sin(x), "wrt": x},
    {"command": "limit-def", "expr": "|x|", "at": 0},
    {"command": "table", "expr": "x^3-3x", "domain": sp.Interval(0, 2)},
    {"command": "critical", "expr": "a*x^2+y^2", "wrt": [x, y], "where": {"a": 2}},
    {"command": "lagrange", "expr": x + y, "subject_to": [sp.Eq(x**2 + y**2, 1)]},
    {"command": "check", "question": "diff", "expr": "x^2", "answer": 3 * x},
    {"command": "diff", "expr": "x^2*y", "mixed": "x,y", "at": "x=1, y=2", "lang": "zh"},
]


def test_results_come_in_order_and_are_those_of_the_functions() -> None:
    derived, at, table, critical, lagrange, judged, mixed = ct.batch(QUESTIONS, workers=3)
    assert derived.derivative == ct.diff(x**2 * sp.sin(x)).derivative
    assert at.exists is False
    assert [point.x for point in table.points][:2] == [0, 1]
    assert critical.minimum.at == ({x: 0, y: 0},)
    assert lagrange.minimum.value == -sp.sqrt(2)
    assert (judged.judgement, judged.accepted) == ("wrong", False)
    assert "答案" in str(mixed)


WRONG = [
    ({"command": "diff", "expr": "1/(1+sigm(x))"}, "syntax.unknown-function"),
    ({"command": "dif", "expr": "x"}, "batch.unknown-command"),
    ({"command": "diff"}, "batch.missing-key"),
    ({"command": "diff", "expr": "x", "ordr": 2}, "batch.unknown-key"),
    ({"command": "table", "expr": "x", "order": 2}, "batch.key-elsewhere"),
    ({"command": "diff", "expr": 3j}, "api.wrong-type"),
    ({"command": "diff", "expr": "x", "order": 2.5}, "batch.wrong-type"),
    ({"command": "diff", "expr": "x", "timeout": 0}, "usage.bad-value"),
    ("diff x", "batch.not-an-object"),
]


def test_a_question_that_is_none_is_a_problem_in_its_place() -> None:
    good = {"command": "diff", "expr": "x^2"}
    found = ct.batch([each for wrong, _ in WRONG for each in (good, wrong)])
    assert all(one.derivative == 2 * sp.Symbol("x", real=True) for one in found[::2])
    assert all(isinstance(one, ct.Problem) for one in found[1::2])
    assert [one.id for one in found[1::2]] == [id for _, id in WRONG]
    assert ct.batch([]) == []


@pytest.mark.parametrize("keywords", [{"workers": 0}, {"lang": "de"}, {"timeout": -1}])
def test_a_wrong_keyword_is_a_problem_of_the_call(keywords: dict[str, object]) -> None:
    with pytest.raises(ct.Problem, match=r"usage\.bad-value"):
        ct.batch([{"command": "diff", "expr": "x"}], **keywords)


def test_one_question_that_does_not_end_costs_itself() -> None:
    asked = [
        (question("diff", Typed("x^2")), PATIENT),
        (question("critical", ENDLESS), Bounds(timeout=0.3)),
        (question("diff", Typed("x^3")), PATIENT),
    ]
    first, stopped, last = several.answers(asked, 2)
    assert isinstance(stopped, Told)
    assert stopped.status is not Status.COMPLETE
    assert {first.status, last.status} == {Status.COMPLETE}


def test_who_stops_listening_ends_what_is_worked_on() -> None:
    asked = [(question("diff", Typed("x")), PATIENT)]
    asked += [(question("critical", ENDLESS), PATIENT)] * 3
    heard = several.answers(asked, 2)
    assert next(heard).status is Status.COMPLETE
    process = its_process()
    threads = threading.active_count()
    heard.close()
    assert not alive(process)
    assert threading.active_count() < threads


def test_it_ticks_while_nothing_comes() -> None:
    ticks: list[int] = []
    asked = [(question("critical", ENDLESS), Bounds(timeout=1.5))]
    list(several.answers(asked, 1, ticks.append))
    assert set(ticks) == {0}


def test_an_answer_is_judged_as_the_command_line_does() -> None:
    found = ct.check("diff", x**3 * sp.cos(x), answer="-3*x^2*sin(x)")
    assert (found.judgement, found.accepted) == ("wrong", False)
    assert found.witness is not None
    assert (found.witness.given - found.witness.right).subs({}) != 0
    assert [one.id for one in found.mistakes] == ["product.of-derivatives"]
    assert ct.check("diff", "x^2", answer=2 * x).accepted
    hidden = ct.check("diff", "x^2", answer="3x", hide_witness=True, hide_right=True)
    assert hidden.witness is None
    lines = ct.check("diff", "x^2*x", lines=["d/dx(x^3)", "3x"])
    assert lines.first_wrong_line == 2
    assert ct.check("diff", "x*x", answer="2*x", form="factored").judgement == "right"
    with pytest.raises(ct.Problem, match=r"check\.no-answer"):
        ct.check("diff", "x^2")


@pytest.mark.parametrize(
    "name", ["diff", "limit_def", "table", "critical", "lagrange", "check", "batch"]
)
def test_the_docstring_has_a_line_for_every_keyword(name: str) -> None:
    function = getattr(ct, name)
    said = inspect.getdoc(function) or ""
    assert all(f"    {keyword}: " in said for keyword in inspect.signature(function).parameters)
