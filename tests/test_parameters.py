"""Tables for every value of a parameter: exactly one case holds, and it is the table there."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from by_parameters import Numbers, contradictions, document, fraction, values_for
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation
from calctool.solve import unfinished
from calctool.solve.table.answering import answer
from calctool.solve.table.cases.line import Line
from calctool.solve.typed import Typed, question
from values import value as worth

QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("gelu(a*x)", {}),
    ("sin((a+1)*x)", {}),
    ("tanh((3-a)*x)", {}),
    ("sin((a+1)*x)/(a+1)", {}),
    ("exp(x)-ln(x+a)", {}),
    ("x/(1+exp(-a*x))", {}),
    ("a*erf(x/a)", {}),
    ("x^3-3*a*x+1", {}),
    ("x^3+a*x^2-a^2*x+1", {}),
    ("x^4-2*a*x^2", {}),
    ("(x-a)^2*(x-1)", {}),
    ("a*x^2-2*x+1", {}),
    ("x^5-5*a*x", {}),
    ("x+a/x", {}),
    ("(a*x+1)/(x+2)", {}),
    ("x/(x^2+a)", {}),
    ("ln(x)+a/x", {}),
    ("x*ln(x)-a*x", {}),
    ("exp(x)*(x^2-a*x)", {}),
    ("x*exp(a*x)", {}),
    ("exp(x)-exp(-x)-a*x", {}),
    ("a*x^2-(a+2)*x+ln(x)", {}),
    ("exp(x)-a*x", {}),
]


QUESTIONS += [
    ("x^3-3*x+a", {"zeros": True}),
    ("ln(x)/x-a", {"zeros": True}),
    ("x*exp(-x)-a", {"zeros": True}),
    ("a^x", {"assume": ["a>0"]}),
    ("sqrt(a-x^2)", {}),
    ("abs(x-a)+x^2", {}),
    ("exp(x)-a*x^2", {}),
    ("x^5-5*x^2+a*x", {}),
    ("x^2*exp(a*x)", {}),
    ("a*x", {}),
    ("x^3-3*x/a", {}),
    ("exp(x)-1-a*x", {"zeros": True}),
    ("sqrt(x^2+a)+2*x", {}),
    ("x^2-a", {"zeros": True, "domain": ["[0,2]"]}),
    ("x*abs(x-a)+2*x", {}),
    ("max(x^2,a*x+3)", {}),
    ("where(x>a, x^2, 2*x)", {}),
    ("where(abs(x)<=a, x^2/2, a*(abs(x)-a/2))", {}),
    ("abs(x-a)*(x-1)", {}),
    ("relu(x-a)+x^2", {}),
    ("sin(x)+a*x", {}),
    ("cos(2*x)+a*cos(x)", {}),
    ("sin(x)*(a+cos(x))", {}),
    ("sin(a*x)", {}),
    ("exp(a*sin(x))", {}),
    ("a*tan(x)", {}),
    ("sin(x)+a*cos(x)+x", {}),
    ("x^4/4-a*x^2/2+x", {}),
    ("x^4-2*x^2+a*x", {}),
    ("exp(x)*(sin(x)+a*cos(x))", {"domain": ["[0,pi/2]"]}),
    ("sin(2*x)+a*cos(x)", {"domain": ["[0,pi]"]}),
    ("a*(x-1)-sin(x)", {"domain": ["[0,1]"]}),
    ("sin(x)+sin(2*x)-a", {"domain": ["[0,pi]"], "zeros": True}),
    ("tan(x)-a*x", {"domain": ["(-pi/2,pi/2)"], "zeros": True}),
    ("x^2-2*x", {"domain": ["[a,a+1]"]}),
    ("x^3-3*x", {"domain": ["[-a,a]"]}),
    ("x^3-3*x+1", {"domain": ["[a,oo)"], "zeros": True}),
    ("sqrt(x)", {"domain": ["[-1,a]"]}),
    ("abs(x-1)", {"domain": ["[a,a+1]"]}),
    ("x^2*exp(x)", {"domain": ["[a,1]"]}),
    ("1/x", {"domain": ["[a,1]"]}),
]
WHEN = [
    ("exp(x)-a*x", "f>=0", "0 <= a <= E"),
    ("a*x^2+2*x+1", "f>0", "1 < a"),
    ("x^3/3-x^2+a*x", "extrema=2", "a < 1"),
    ("a*x-sin(x)", "increasing", "1 <= a"),
    ("x^3-3*x+a", "zeros=3", "-2 < a < 2"),
    ("ln(x)/x-a", "zeros=2", "0 < a < 1/E"),
    ("x^2+a", "f<0", "never"),
    ("x^2+a^2", "f>=0", "always"),
]
PHASES: list[tuple[str, dict[str, Any], list[str]]] = [
    ("sin(x+a)", {}, []),
    ("sin(2*x+a)", {}, []),
    ("A*sin(w*x+p)", {"assume": ["A>0", "w>0"]}, []),
    ("a*cos(x-a)+b", {}, ["a < 0", "a = 0", "a > 0"]),
    ("tan(x+a)", {}, []),
    ("exp(sin(x-m))", {}, []),
]
AROUND: list[tuple[str, dict[str, Any], int]] = [
    ("a*x+cos(x)", {"domain": ["[0,pi]"]}, 1),
    ("exp(x)+x^2-a*x", {"zeros": True}, 2),
    ("x*sin(x)+cos(x)-a*x^2", {"domain": ["[0,pi]"]}, 1),
    ("(a*x+1)*exp(-2*x)-3*x", {}, 1),
]
"""Tables that change at values without an exact form, and how many there are."""
WHEN_ON = [
    ("sin(x)-a*x", "[0,pi]", "f>=0", "a <= 0"),
    ("sin(x)-a*x", "[0,pi/2]", "f<=0", "1 <= a"),
    ("a*x-sin(x)/cos(x)^3", "(0,pi/2)", "f<0", "a <= 1"),
    ("exp(x)*(sin(x)+a*cos(x))", "[0,pi/2]", "increasing", "-1 <= a <= 1"),
    ("x^2-2*x", "[0,a]", "f<=0", "0 < a <= 2"),
]


@pytest.mark.parametrize(("expression", "options"), QUESTIONS, ids=[q for q, _ in QUESTIONS])
def test_one_case_holds_and_is_the_table_for_that_value(
    expression: str, options: dict[str, Any]
) -> None:
    found = document(expression, **options)
    assert found["status"] == "complete"
    for value in values_for(found, seed=len(expression)):
        if "assume" in options and not Fraction(value) > 0:
            continue
        assert contradictions(found, expression, value, **options) == [], value


def test_a_speed_keeps_what_its_letters_must_be() -> None:
    found = document("sin((a+1)*x*b/b)")
    for case in found["result"]["cases"]:
        where = {each["left"]["expr"]: each["relation"] for group in case["when"] for each in group}
        assert bool(case["points"] or case["intervals"]) == (where["b"] == "!=")


@pytest.mark.parametrize("value", ["3/2", "2", "3", "9/2"])
def test_a_zero_that_stays_where_it_is_leaves_the_domain(value: str) -> None:
    options = {"zeros": True, "domain": ["[a,5]"]}
    found = document("a*(x-2)+ln(x-1)", assume=["a>1"], **options)
    assert found["status"] == "complete"
    assert contradictions(found, "a*(x-2)+ln(x-1)", value, **options) == []


def chain(group: list[dict[str, Any]]) -> str:
    """0 <= a < 1 of relations between one parameter and numbers."""
    low = [one for one in group if one["relation"] in (">", ">=")]
    high = [one for one in group if one["relation"] in ("<", "<=", "=")]
    left = "".join(f"{o['right']['expr']} {o['relation'].replace('>', '<')} " for o in low)
    return left + "a" + "".join(f" {o['relation']} {o['right']['expr']}" for o in high)


@pytest.mark.parametrize(("expression", "when", "right"), WHEN)
def test_when_is_answered_by_one_condition(expression: str, when: str, right: str) -> None:
    found = document(expression, when=when)
    assert found["status"] == "complete"
    groups = found["result"]["required"]["when"]
    told = "always" if groups == [[]] else " or ".join(map(chain, groups)) or "never"
    assert told == right


@pytest.mark.parametrize(("expression", "options", "conditions"), PHASES)
def test_a_phase_with_letters_moves_the_table(
    expression: str, options: dict[str, Any], conditions: list[str]
) -> None:
    found = document(expression, **options)
    assert found["status"] == "complete"
    assert len(found["result"]["cases"]) == max(1, len(conditions))
    f = read_back(expression)
    for case in found["result"]["cases"]:
        values = {n: Fraction(at["expr"]) for n, at in case["sample"].items()}
        values |= {n: Fraction(3, 7) for n in ("p", "m") if n in values}
        if not conditions and "a" in values:
            values["a"] = Fraction(-5, 3)
        with mpmath.workdps(30):
            numbers = Numbers(values)
            assert numbers.holds(case["when"])
            for point in case["points"]:
                at = numbers.of(point["x"])
                beside = [worth(f, values | {"x": fraction(at + s)}) for s in (-1e-3, 1e-3)]
                if "pole" in point["kinds"]:
                    assert max(map(abs, beside)) > 100
                    continue
                here = numbers.of(point["value"])
                assert abs(worth(f, values | {"x": fraction(at)}) - here) < 1e-12
                if "local-maximum" in point["kinds"]:
                    assert max(beside) < here
                if "local-minimum" in point["kinds"]:
                    assert min(beside) > here


def test_whether_f_is_so_does_not_hang_on_a_phase() -> None:
    assert document("sin(x+a)^2", when="f>=0")["result"]["required"]["when"] == [[]]
    assert document("sin(x+a)", when="f>=0")["result"]["required"]["when"] == []


@pytest.mark.parametrize(("expression", "options", "count"), AROUND)
def test_only_what_is_near_a_value_without_a_form_is_left_open(
    expression: str, options: dict[str, Any], count: int
) -> None:
    found = document(expression, **options)
    assert found["status"] == "partial"
    cases = found["result"]["cases"]
    open_ = [case for case in cases if case["state"] != "complete"]
    assert len(open_) == len(found["completeness"]["missing"]) == count
    for case in open_:
        (group,) = case["when"]
        low, high = (Fraction(r["right"]["expr"]) for r in group)
        assert 0 < high - low <= Fraction(1, 10**6)
        for value in (low - Fraction(1, 10**5), high + Fraction(1, 10**5)):
            assert contradictions(found, expression, str(value), **options) == [], value
    for value in values_for(found, seed=len(expression)):
        if "Root" not in value:
            assert contradictions(found, expression, value, **options) == [], value


@pytest.mark.parametrize(("expression", "domain", "when", "right"), WHEN_ON)
def test_when_on_a_part_of_the_line(expression: str, domain: str, when: str, right: str) -> None:
    found = document(expression, when=when, domain=[domain])
    (group,) = found["result"]["required"]["when"]
    assert chain(group) == right
    assert "open" not in found["result"]["required"]


@pytest.mark.parametrize(
    ("domain", "told"),
    [("[0,a]", ["a > 0"]), ("[a,a+1]", []), ("[-a,a]", ["a > 0"]), ("[a,b]", ["a < b"]),
     ("(-oo,a]", []), ("[2*a,1)", ["a < 1/2"])],
)  # fmt: skip
def test_who_names_an_interval_means_one_with_points(domain: str, told: list[str]) -> None:
    found = document("x^2-2*x", domain=[domain])
    assert [each for each in found["question"]["assumptions"] if "<" in each or ">" in each] == told


@pytest.mark.parametrize("expression", ["cos(x)+x+a", "a+tan(x)", "sin(x)-2*x-a"])
def test_cases_that_repeat_alike_are_one(expression: str) -> None:
    found = document(expression)
    assert (found["status"], len(found["result"]["cases"])) == ("complete", 1)


@pytest.mark.parametrize(
    ("expression", "right"),
    [
        ("x*exp(-x)-a", ["a <= 0", "0 < a < 1/E", "a = 1/E", "1/E < a"]),
        ("ln(x)/x-a", ["a <= 0", "0 < a < 1/E", "a = 1/E", "1/E < a"]),
        ("x^3-3*x+a", ["a < -2", "a = -2", "-2 < a < 2", "a = 2", "2 < a"]),
    ],
)
def test_zeros_by_as_few_cases_as_there_are(expression: str, right: list[str]) -> None:
    found = document(expression, zeros=True)
    assert [chain(group) for case in found["result"]["cases"] for group in case["when"]] == right


def test_a_number_for_an_exponent_does_not_let_in_more() -> None:
    for case in document("x^a")["result"]["cases"]:
        (interval,) = case["domain"]["intervals"]
        assert (interval["start"]["expr"], interval["end"]["expr"]) == ("0", "oo")


def test_a_drift_that_vanishes_is_a_case_of_its_own() -> None:
    cases = document("sin(x)+a*x")["result"]["cases"]
    (level,) = [case for case in cases if chain(case["when"][0]) == "a = 0"]
    assert level["global_minimum"]["value"]["expr"] == "-1"
    assert all(c["global_minimum"]["value"]["expr"] == "-oo" for c in cases if c is not level)


def test_values_at_places_without_formulas_are_compared() -> None:
    """f(x) = x*ln(x) + a*x^2 has values above 0 where a > -1/e, else it only comes near 0."""
    cases = {chain(c["when"][0]): c for c in document("x*ln(x)+a*x^2")["result"]["cases"]}
    assert cases["-1/2 < a < -1/E"]["global_maximum"]["attained"] is False
    assert cases["-1/E < a < 0"]["global_maximum"]["attained"] is True


def test_a_planted_fault_is_seen() -> None:
    found = document("x^3-3*a*x+1")
    found["result"]["cases"][2]["points"][0]["x"]["expr"] = "-a"
    assert contradictions(found, "x^3-3*a*x+1", "3")
    found["result"]["cases"][0]["when"][0][0]["relation"] = "<="
    assert contradictions(found, "x^3-3*a*x+1", "0") == ["2 cases hold"]


SEVERAL: list[tuple[str, dict[str, Any]]] = [
    ("p*sqrt(x)-w*x", {"assume": ["p>0", "w>0"]}),
    ("x^3-3*a*x+b", {}),
    ("a*x^2+b*x+c", {}),
    ("x^2+a*x+b", {"zeros": True}),
    ("a*x+b/x", {}),
    ("a*ln(x)-b*x", {}),
    ("a*exp(x)+b*exp(-x)", {"assume": ["a>0"]}),
    ("(x-a)*(x-b)", {}),
    ("x^3+a*x^2+b*x", {}),
    ("(x-a)*(x-b)*(x-c)", {}),
    ("(a*x+b)/(c*x+d)", {}),
    ("abs(x-a)+abs(x-b)", {}),
    ("exp(2*x)+a*exp(x)+b*x", {}),
    ("b*sqrt(1-x^2/a^2)", {}),
    ("(x-a)^2*(x-b)", {"assume": ["a>=b"]}),
    ("a*cos(x)+b*sin(x)", {}),
    ("x^3+p*x+q", {"zeros": True}),
    ("x^3-3*a*x+b", {"zeros": True}),
    ("x^4+a*x^2+b*x", {}),
    ("x^4+a*x^2+b", {"zeros": True}),
    ("x^4+a*x^3+b", {"zeros": True}),
    ("a*x^2+b*x+c", {"zeros": True}),
    ("x^a*exp(-b*x)", {"domain": ["(0,oo)"]}),
]


@pytest.mark.parametrize(("expression", "options"), SEVERAL, ids=[q for q, _ in SEVERAL])
def test_of_several_parameters_signs_of_polynomials_decide(
    expression: str, options: dict[str, Any]
) -> None:
    found = document(expression, **options)
    assert found["status"] == "complete"
    for values in places_for(found, expression, options.get("assume", [])):
        assert contradictions(found, expression, values, **options) == [], values


def places_for(found: dict[str, Any], seed: str, assume: list[str]) -> list[dict[str, str]]:
    """The sample of each case, where polynomials vanish too, and small numbers, some of them 0."""
    rng = Random(seed)  # noqa: S311 (values for a test)
    names = found["result"]["parameters"]
    samples = [
        {name: at["expr"].replace("**", "^") for name, at in case["sample"].items()}
        for case in found["result"]["cases"]
    ]
    tried = [
        {name: str(Fraction(rng.randint(-3, 3), rng.choice([1, 2]))) for name in names}
        for _ in range(5)
    ]
    return samples + [v for v in tried if all(keeps(each, v) for each in assume)]


def keeps(relation: str, values: dict[str, str]) -> bool:
    tree = read_back(relation)
    assert isinstance(tree, Relation)
    numbers = {name: Fraction(v) for name, v in values.items()}
    left, right = (worth(side, numbers) for side in (tree.left, tree.right))
    return bool(left >= right if tree.sign == ">=" else left > right)


def test_of_a_quadratic_the_discriminant_is_named() -> None:
    found = document("a*x^2+b*x+c", zeros=True)
    told = {r["left"]["expr"] for c in found["result"]["cases"] for g in c["when"] for r in g}
    assert told == {"a", "b", "c", "b**2 - 4*a*c"}


def test_a_planted_fault_of_several_parameters_is_seen() -> None:
    found = document("abs(x-a)+abs(x-b)")
    first, _, last = found["result"]["cases"]
    first["when"], last["when"] = last["when"], first["when"]
    assert contradictions(found, "abs(x-a)+abs(x-b)", {"a": "1", "b": "2"})


def test_a_case_that_is_open_leaves_the_others() -> None:
    asked = "x*cos(x)-a*x"
    found = document(asked, domain=["[0,pi]"])
    assert found["status"] == "partial"
    states = [case["state"] for case in found["result"]["cases"]]
    assert states.count("complete") >= 2
    open_ = [case for case in found["result"]["cases"] if case["state"] != "complete"]
    assert open_
    assert all(case["missing"] for case in open_)
    for value in ("-2", "-1/2", "1/3", "2"):
        assert contradictions(found, asked, value, domain=["[0,pi]"]) == [], value


@pytest.mark.parametrize(
    ("expression", "after", "rest"),
    [("x^3-3*a*x+1", 1, "for a >= 0: "), ("x^3-3*a*x+1", 2, "for a > 0: ")],
)
def test_a_stopped_answer_keeps_the_cases_that_are_finished(
    expression: str, after: int, rest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, count = Line._table_at, 0

    def slow(line: Line, value: Any) -> Any:
        nonlocal count
        count += 1
        if count > after:
            raise TimeoutError
        return work(line, value)

    monkeypatch.setattr(Line, "_table_at", slow)
    asked = question("table", Typed(expression, wrt=["x"]))
    unfinished.forget()
    with pytest.raises(TimeoutError):
        list(answer(asked))
    made = unfinished.known_so_far(asked)
    assert len(made.cases) == after
    assert made.completeness.missing[0].say("en").startswith(rest)


@pytest.mark.parametrize("expression", ["exp(x)+a*x^2+b*x", "x^a*(1-x)^b*exp(c*x^2+x)"])
def test_what_no_argument_reaches_is_refused(expression: str) -> None:
    with pytest.raises(Problem) as caught:
        document(expression)
    assert caught.value.id == "parameters.no-method"


NEEDS = {
    "1/a": lambda a, _: a != 0,
    "b/(a-1)": lambda a, _: a != 1,
    "sqrt(b)": lambda _, b: b >= 0,
    "1/sqrt(a+b)": lambda a, b: a + b > 0,
    "log(a-b)": lambda a, b: a > b,
    "a*b/a": lambda a, _: a != 0,
}
"""Terms of letters alone, and where they have a value."""


@settings(max_examples=20, deadline=None)
@given(
    form=st.sampled_from(["x^2 + {}", "sin(x + {})", "b*sin(x + {})", "cos(2*x - ({}))^2"]),
    terms=st.lists(st.sampled_from(sorted(NEEDS)), min_size=1, max_size=2, unique=True),
    points=st.lists(
        st.tuples(*[st.fractions(-2, 2, max_denominator=2)] * 2), min_size=6, max_size=6
    ),
)
def test_f_has_a_table_just_where_what_is_written_has_a_value(form, terms, points):
    """However little of the letters is left in the table."""
    found = document(form.format(" + ".join(terms)))
    for a, b in points:
        with mpmath.workdps(30):
            numbers = Numbers({"a": a, "b": b})
            holding = [case for case in found["result"]["cases"] if numbers.holds(case["when"])]
        (case,) = holding or [found["result"]]
        is_defined = all(NEEDS[term](a, b) for term in terms)
        assert bool(case["intervals"]) is is_defined, (a, b)


ZEROS = [
    ("sin(x)^2", None, {2}),
    ("sin(x)", "[0,oo)", {None}),
    ("sin(x)", "(0,oo)", {1}),
    ("cos(3*x)-1/2", "(-oo,pi/9]", {1, None}),
    ("(x-1)*sin(x)", None, {1}),
    ("x*sin(x)", None, {None}),
    ("exp(-x)*(cos(x)-1/3)", None, {1}),
    ("sin(x)*(cos(2*x)+1)", None, {None}),
]


@pytest.mark.parametrize(("text", "domain", "times"), ZEROS)
def test_zeros_without_end_are_all_zeros(text: str, domain: str | None, times: set[int]) -> None:
    asked = {} if domain is None else {"domain": [domain]}
    result = document(text, zeros=True, **asked)
    assert result["status"] == "complete"
    found = result["result"]
    assert {family["multiplicity"] for family in found["zero_families"]} == times
    low, high = {"[0,oo)": (0, 20), "(0,oo)": (0, 20)}.get(domain or "", (-20, 20))
    high = math.pi / 9 if domain == "(-oo,pi/9]" else high
    places = {round(zero["x"]["value"], 9) for zero in found["zeros"]}
    for family in found["zero_families"]:
        (letter,) = family["integers"]
        first, last = (None if end is None else int(end) for end in family["range"][letter])
        for k in range(-40, 41):
            if (first is None or first <= k) and (last is None or k <= last):
                at = worth(read_back(family["at"]["x"]["expr"]), {letter: Fraction(k)})
                if abs(at) < 21:
                    assert abs(worth(read_back(text), {"x": Fraction(float(at))})) < 1e-5
                    places.add(round(float(at), 9))
    listed = sorted(at for at in places if low <= at <= high)
    assert (0 in listed) is (text != "cos(3*x)-1/2" and "cos(x)" not in text and domain != "(0,oo)")
    f = read_back(text)
    grid = [low + (high - low) * Fraction(i, 4000) for i in range(1, 4000)]
    for p, q in pairwise(grid):
        if worth(f, {"x": Fraction(p)}) * worth(f, {"x": Fraction(q)}) < 0:
            assert any(float(p) - 1e-9 <= at <= float(q) + 1e-9 for at in listed), (p, q)


@pytest.mark.parametrize(
    "expression",
    ["sin((a+1)*x)", "tan((a+1)*x)", "log(sin((a+1)*x))", "cos(a*x/3+x/3)^2", "sin(2*x+a)"],
)
def test_zeros_that_repeat_move_with_the_letter(expression: str) -> None:
    assume = ["a>-1"] if "x+a" not in expression else []
    found = document(expression, zeros=True, assume=assume)
    f, needed = read_back(expression), found["result"]["domain"]["conditions"]
    assert found["status"] == "complete"
    for case in found["result"]["cases"]:
        assert case["domain"]["conditions"] == needed
        for a in (Fraction(-1, 3), Fraction(5, 7), Fraction(4)):
            for family in case["zero_families"]:
                for k in range(-3, 4):
                    with mpmath.workdps(40):
                        at = worth(
                            read_back(family["at"]["x"]["expr"]),
                            {"a": a, family["integers"][0]: Fraction(k)},
                        )
                        assert abs(worth(f, {"a": a, "x": fraction(at)})) < 1e-12


def test_the_domain_is_told_in_the_letter_that_was_asked_for() -> None:
    *_, last = answer(question("table", Typed("tan((a+1)*x)", wrt=["x"], assume=["a>-1"])))
    shown = [plain(each) for case in last.cases for each in case.answer.needed]
    assert shown == ["cos((a + 1)*x) != 0"]
