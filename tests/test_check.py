"""Answers to be checked: the rows of cases/check.toml, and right and wrong answers at random."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, floor, gcd, pi, sin
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool import budget
from calctool.commands import solver
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tree import expression
from calctool.present import class_report
from calctool.present.answers import document
from calctool.present.class_report import Report
from calctool.present.document import Wishes
from calctool.render.forms import Terminal, rendered
from calctool.render.wire import line, wired
from calctool.rules.mistakes import MISTAKES
from calctool.run.batch.lines import Line
from calctool.run.batch.request import Request, asked
from calctool.solve.check.answering import answer
from calctool.solve.check.record import CheckAnswer
from calctool.solve.check.slips.mistaken import Textbook
from calctool.solve.typed import Typed, question
from calctool.solve.typed.record import Judged
from calctool.verify.witness import compared
from calctool.words import LANGUAGES
from test_cases import rows


def check(row: dict[str, Any]) -> CheckAnswer:
    typed = Typed(
        row["question"],
        wrt=row.get("wrt", ()),
        order=str(row["order"]) if "order" in row else None,
        of=row.get("of"),
        at=row.get("at"),
        domain=row.get("domain", ()),
        where=row.get("where", ()),
        subject_to=row.get("subject_to", ()),
        assume=row.get("assume", ()),
        judged=Judged(
            row.get("about", "diff"), row.get("answer"), row.get("lines", ()), form=row.get("form")
        ),
    )
    *_, last = answer(question("check", typed))  # type: ignore[arg-type]
    return last


@pytest.mark.parametrize("row", rows("check.toml"))
def test_check(row: dict[str, Any]) -> None:
    found = check(row)
    judgement = found.judgement
    assert judgement is not None
    assert judgement.verdict == row["verdict"]
    _check_mistakes(found, row)
    if "witness" in row:
        assert judgement.witness is not None
        assert [plain(at.expr) for _, at in judgement.witness.at] == [row["witness"]]
    assert [plain(each) for group in judgement.holds for each in group] == row.get("holds", [])
    said = " | ".join(part.words.say("en") for part in (*judgement.missing, *judgement.extra))
    for text in row.get("missing", ()):
        assert text in said
    if "form" in row and row["verdict"] != "wrong":
        assert judgement.form is not None
        part = judgement.form.part
        assert (part and plain(part)) == row.get("part")
        assert judgement.form.there is (None if row.get("open") else part is None)
    if "first_wrong" in row:
        assert found.first_wrong_line == row["first_wrong"]
    if "follows" in row:
        assert [n for n, line in enumerate(found.lines, 1) if line.follows] == row["follows"]


def _check_mistakes(found: CheckAnswer, row: dict[str, Any]) -> None:
    assert found.judgement is not None
    named = [each.mistake.id for each in found.judgement.mistakes]
    wanted = row.get("mistakes", [])
    assert set(wanted) <= set(named)
    if row.get("only"):
        assert set(wanted) == set(named)
        single = [each.certain for each in found.judgement.mistakes]
        assert single == ([True] if len(named) == 1 else [False] * len(named))


@pytest.mark.parametrize(
    ("asked", "given", "id"),
    [
        ("x^5", "5*x^4+C", "check.integration-constant"),
        ("x^5", "5*x^^4", "syntax.missing-value"),
        ("x^5", "x^2 = 5*x^4", "check.equation"),
        ("x^2*y", "2*x*y", "check.which-derivative"),
        ("x^5", "", "syntax.empty"),
        ("x^5", None, "check.no-answer"),
        ("x^5", "9^9^9^9^9*" * 900 + "x", "limit.characters"),
    ],
)
def test_an_answer_that_cannot_be_read_is_refused(asked: str, given: str | None, id: str) -> None:
    with pytest.raises(Problem) as caught:
        check({"question": asked, "answer": given})
    assert caught.value.id == id
    assert id == "check.no-answer" or "part" in caught.value.facts


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("x=5, y=5, λ=5, μ=3", "check.multiplier"),
        ("x=5, y=5, lambda2=5", "check.multiplier"),
        ("x=5, y=5, λ=5, λ1=5", "check.multiplier"),
        ("x=5, y=5, q=5", "check.place"),
        ("λ=5", "check.place"),
        ("x=5, y=5, λ=x", "check.claim"),
    ],
)
def test_multipliers_of_no_constraint_are_refused(text: str, id: str) -> None:
    with pytest.raises(Problem) as caught:
        check({"question": "x*y", "about": "lagrange", "subject_to": ["x+y=10"], "answer": text})
    assert caught.value.id == id


@settings(max_examples=15, deadline=None)
@given(
    a=st.integers(1, 4), b=st.integers(1, 4), c=st.integers(1, 9),
    claimed=st.integers(-9, 9), as_json=st.booleans(),
)  # fmt: skip
def test_a_multiplier_is_right_up_to_its_sign(
    a: int, b: int, c: int, claimed: int, as_json: bool
) -> None:
    """x*y under a*x + b*y = c: x = c/(2a), y = c/(2b), λ = c/(2ab)."""
    value = f"{claimed}/{2 * a * b}"
    at = {"x": f"{c}/{2 * a}", "y": f"{c}/{2 * b}"}
    text = f"({at['x']}, {at['y']}), λ = {value}"
    given = [{"at": at, "multipliers": {"lambda": value}}] if as_json else text
    row = {"question": "x*y", "about": "lagrange", "subject_to": [f"{a}*x+{b}*y={c}"]}
    judgement = check({**row, "answer": given}).judgement
    assert judgement is not None
    assert judgement.verdict == ("right" if abs(claimed) == c else "wrong")
    assert ("f + λ·g" in judgement.reason.say("en")) == (claimed == -c)


UNSAID = {
    "critical-line",
    "critical-kind-on-a-line",
    "critical-kind-on-a-part-of-a-line",
    "lagrange-kind-on-a-part-of-an-edge",
}
"""A set of points has no form as a claim."""


@pytest.mark.parametrize(
    "row",
    [
        each
        for each in rows("check.toml")
        if each.values[0].get("about") in ("critical", "lagrange", "table")
    ],
)
def test_the_right_claims_are_read_back_as_right(row: dict[str, Any]) -> None:
    found = check(row)
    has_cases = len(getattr(found.right, "cases", ())) > 1
    assert (found.right_claims is None) == (row["id"] in UNSAID or has_cases)
    if found.right_claims is None:
        return
    said = [
        ";".join(line.say(language) for line in found.right_claims.lines) for language in LANGUAGES
    ]
    for form in (found.right_claims.claims, *said):
        judgement = check({**row, "answer": form}).judgement
        assert judgement is not None
        assert judgement.verdict == "right"


def test_ids_of_mistakes_are_used_once() -> None:
    ids = [mistake.id for mistake in MISTAKES]
    assert len(ids) == len(set(ids))


# --- at random ----------------------------------------------------------------------------------

LINEAR = st.sampled_from(["x", "3*x", "2*x + 5", "-x", "x/4"])
INNER = st.one_of(LINEAR, st.sampled_from(["x^2", "x^3", "x^2 + 4", "1 - x"]))
FUNCTION = st.sampled_from(
    ["sin", "cos", "tan", "exp", "log", "sqrt", "atan", "abs", "cosh", "tanh"]
)
FACTOR = st.one_of(
    st.sampled_from(["x^2", "x^3", "x^5", "x^(-1)", "x^(-2)"]),
    st.builds("({})^{}".format, LINEAR, st.integers(2, 5)),
    st.builds("{}^({})".format, st.integers(2, 5), LINEAR),
    st.builds("{}({})".format, FUNCTION, INNER),
)
EXPRESSION = st.one_of(
    FACTOR,
    st.builds("{}*{}".format, FACTOR, FACTOR),
    st.builds("({})/({})".format, FACTOR, st.one_of(FACTOR, INNER)),
    st.builds("{}*{} - {}".format, st.integers(2, 9), FACTOR, FACTOR),
)
DISGUISES = (
    "{}", "({})*(1 + x^2)/(1 + x^2)", "{} + x - x*(sin(x)^2 + cos(x)^2)", "-(7 - ({}) - 7)",
    "({})*exp(2*x)*exp(-x)^2", "(({})*3 + ({})*4)/7",
)  # fmt: skip


def book_of(text: str) -> Textbook:
    book = Textbook(expression(read(text).statement), "x")
    assume(not book.stuck)
    return book


@settings(max_examples=40, deadline=None)
@given(EXPRESSION, st.sampled_from(DISGUISES))
def test_a_right_answer_in_other_words_is_never_wrong(text: str, disguise: str) -> None:
    derivative = plain(book_of(text).derivative)
    found = check({"question": text, "answer": disguise.replace("{}", derivative), "wrt": ["x"]})
    assert found.judgement is not None
    assert found.judgement.verdict in ("right", "right-on-part", "undecided")


@settings(max_examples=40, deadline=None)
@given(EXPRESSION, st.data())
def test_one_mistake_is_never_right_and_is_named(text: str, data: st.DataObject) -> None:
    book = book_of(text)
    slips = list(book.slips())
    assume(slips)
    slip = data.draw(st.sampled_from(slips))
    wrong = book.mistaken((slip,))
    seen = compared(book.root, wrong)
    assume(seen.witness is not None)
    found = check({"question": text, "answer": plain(wrong), "wrt": ["x"]})
    assert found.judgement is not None
    assert found.judgement.verdict == "wrong"
    named = [each.mistake.id for each in found.judgement.mistakes]
    # What is done wrong in an inner derivative that is left out cannot be told from leaving it out.
    inside = "chain.inner-missing" in named
    many = len(named) == budget.MISTAKES_NAMED
    assert slip.mistake.id in named or inside or many


@settings(max_examples=25, deadline=None)
@given(EXPRESSION, st.integers(1, 40))
def test_a_tiny_difference_is_found(text: str, digits: int) -> None:
    derivative = plain(book_of(text).derivative)
    found = check({"question": text, "answer": f"{derivative} + 10^(-{digits})", "wrt": ["x"]})
    assert found.judgement is not None
    assert found.judgement.verdict in ("wrong", "undecided")


# --- the form asked for ---------------------------------------------------------------------------

LINEAR = st.tuples(st.integers(1, 5), st.integers(-7, 7)).filter(lambda ab: gcd(*ab) == 1 and ab[1])
INNER_SLOPES = st.sampled_from(
    (("x", "1"), ("sin(x)", "cos(x)"), ("exp(x)", "exp(x)"), ("tan(x)", "(1/cos(x)^2)"))
)


@settings(max_examples=30, deadline=None)
@given(st.lists(LINEAR, min_size=2, max_size=4), INNER_SLOPES)
def test_a_product_is_factored_and_its_expansion_expanded(
    factors: list[tuple[int, int]], inner: tuple[str, str]
) -> None:
    u, slope = inner
    coefficients = [1]
    for a, b in factors:
        pairs = zip([0, *coefficients], [*coefficients, 0], strict=True)
        coefficients = [a * below + b * same for below, same in pairs]
    terms = [(c, k) for k, c in enumerate(coefficients) if c]
    asked_for = " + ".join(f"({c})/{k + 1}*{u}^{k + 1}" for c, k in terms)
    product = "*".join(f"({a}*{u} + ({b}))" for a, b in factors) + f"*{slope}"
    expansion = " + ".join(f"({c})*{u}^{k}*{slope}" for c, k in terms)
    for text, form, verdict in (
        (product, "factored", "right"),
        (product, "expanded", "unfinished"),
        (expansion, "factored", "unfinished"),
        (expansion, "expanded", "right"),
    ):
        found = check({"question": asked_for, "answer": text, "wrt": ["x"], "form": form})
        assert found.judgement is not None
        assert found.judgement.verdict == verdict
        assert found.accepted is (verdict == "right")


@pytest.mark.parametrize(
    ("judged", "id"),
    [
        (Judged("diff", "2*x", form="simple"), "usage.bad-value"),
        (Judged("diff", None, ("2*x",), form="factored"), "usage.conflict"),
        (Judged("critical", "x = 0: minimum", form="factored"), "usage.option-elsewhere"),
    ],
)
def test_a_form_is_that_of_a_formula(judged: Judged, id: str) -> None:
    with pytest.raises(Problem) as caught:
        question("check", Typed("x^2", judged=judged))
    assert caught.value.id == id


def test_a_line_of_a_batch_asks_for_a_form() -> None:
    data = (
        b'{"command": "check", "question": "diff", "expr": "x^3-12*x",'
        b' "answer": "3*(x^2-4)", "form": "factored"}'
    )
    request = asked(Line(1, data), "en", steps=True, timeout=10.0).request
    assert isinstance(request, Request)
    *_, found = answer(question("check", request.typed))  # type: ignore[arg-type]
    said = wired(found, "en")
    assert (said.result.verdict, said.result.accepted) == ("unfinished", False)
    assert (said.question.form, said.result.form.part) == ("factored", "x^2 - 4")
    page = rendered(document(found, Wishes(language="zh")), "text", Terminal())
    assert "因式分解" in page


# --- the right answer kept back, hints, and reports ---------------------------------------------


def test_what_is_hidden_is_nowhere() -> None:
    typed = Typed("x^3-12*x", judged=Judged("critical", "x = 2: minimum", hide_right=True))
    *_, found = answer(question("check", typed))  # type: ignore[arg-type]
    page = rendered(document(found, Wishes()), "text", Terminal())
    assert "-2" not in page.replace("−", "-")
    assert "critical.missing" in page
    assert wired(found, "en").result.missing == []


def test_a_hint_says_the_rule_and_not_the_result() -> None:
    typed = Typed("x^2*sin(3*x)")
    *_, found = solver("diff", "answering").answer(question("diff", typed))
    pages = [
        rendered(document(found, Wishes(hint=1)), "text", Terminal()),
        rendered(document(found, Wishes(hint=2)), "text", Terminal()),
        rendered(document(found, Wishes(first=2)), "text", Terminal()),
    ]
    assert "product rule" in pages[0]
    assert "1  =" not in pages[0]
    assert "1  =" in pages[1]
    assert "2  =" not in pages[1]
    assert "2  =" in pages[2]
    assert not any("f′(x)" in page for page in pages)


def test_a_report_counts_verdicts_and_mistakes_by_question() -> None:
    report = Report()
    for given_answer in ("2*x", "x", "x^2", "x*2"):
        typed = Typed("x^2", judged=Judged("diff", given_answer))
        *_, found = answer(question("check", typed))  # type: ignore[arg-type]
        report.add(line(wired(found, "en")))
    assert report.whole.verdicts == {"right": 2, "wrong": 2}
    assert "power.coefficient-missing" in report.whole.mistakes
    assert class_report.table(report).startswith("question,kind,id,count\ndiff x^2,verdict,right,2")
    page = rendered(class_report.document(report, "zh"), "html", Terminal())
    assert "漏乘了指数" in page


# --- claims made of the complete answer ---------------------------------------------------------

CUBICS = st.tuples(st.integers(-3, 3), st.integers(-5, 5), st.integers(-9, 9), st.integers(1, 3))


def claims_of(text: str) -> list[str]:
    *_, complete = solver("critical", "answering").answer(question("critical", Typed(text)))
    return [f"x = {plain(point.at[0][1].expr)}: {point.kind}" for point in complete.points]


@settings(max_examples=25, deadline=None)
@given(CUBICS, st.data())
def test_claims_of_the_complete_answer_are_right_and_fewer_are_not(
    numbers: tuple[int, ...], data: st.DataObject
) -> None:
    a, b, c, d = numbers
    text = f"{d}*x^4 + ({a})*x^3 + ({b})*x^2 + ({c})*x"
    claims = claims_of(text)
    assume(claims)
    whole = check({"about": "critical", "question": text, "answer": "; ".join(claims)})
    assert whole.judgement is not None
    assert whole.judgement.verdict == "right"
    left_out = data.draw(st.sampled_from(claims))
    rest = "; ".join(each for each in claims if each != left_out) or "none"
    fewer = check({"about": "critical", "question": text, "answer": rest})
    assert fewer.judgement is not None
    assert fewer.judgement.verdict == "incomplete"
    place, _, kind = left_out.partition(": ")
    turned = "local-maximum" if kind == "local-minimum" else "local-minimum"
    swapped = "; ".join([*(each for each in claims if each != left_out), f"{place}: {turned}"])
    other = check({"about": "critical", "question": text, "answer": swapped})
    assert other.judgement is not None
    assert other.judgement.verdict == "wrong"


REPEATING: dict[str, tuple[str, Callable[[float], float]]] = {
    "sin(x)": ("pi/2", sin),
    "abs(sin(x))": ("pi/2", lambda x: abs(sin(x))),
    "max(sin(x),0)": ("pi/2", lambda x: max(sin(x), 0)),
    "cos(x)^2": ("pi/2", lambda x: cos(x) ** 2),
    "x-floor(x)": ("1", lambda x: x - floor(x)),
    "floor(x)+x/2": ("1", lambda x: floor(x) + x / 2),
}


@settings(max_examples=20, deadline=None)
@given(
    st.sampled_from(sorted(REPEATING)),
    st.integers(-40, 40),
    st.sampled_from(("minimum", "maximum")),
)
def test_a_claim_is_wrong_of_a_table_and_of_the_critical_points_where_values_say_so(
    text: str, place: int, kind: str
) -> None:
    unit, f = REPEATING[text]
    x = place * (pi / 2 if unit == "pi/2" else 1)
    bounds = [round(f(x + step) - f(x), 9) for step in (-1e-3, 1e-3)]
    is_one = min(bounds) >= 0 if kind == "minimum" else max(bounds) <= 0
    answer = f"x = {place}*{unit}: {kind}"
    for about in ("table", "critical"):
        judgement = check({"about": about, "question": text, "answer": answer}).judgement
        assert judgement is not None
        assert (judgement.verdict == "wrong") == (not is_one)
        assert judgement.verdict != "undecided"


def test_a_line_of_a_batch_asks_for_a_check() -> None:
    data = (
        b'{"id": 8, "command": "check", "question": "critical", "expr": "x^4-8*x^3",'
        b' "answer": [{"at": {"x": "6"}, "kind": "local-minimum"}], "hide_right": true}'
    )
    request = asked(Line(1, data), "en", steps=True, timeout=10.0).request
    assert isinstance(request, Request)
    *_, found = answer(question("check", request.typed))  # type: ignore[arg-type]
    result = wired(found, "en").result
    assert (result.verdict, result.accepted, result.right) == ("incomplete", False, None)
    assert [each.id for each in result.mistakes] == ["critical.divided-by-variable"]
