"""Constrained extrema: settled rows, and attacks on whatever an answer claims."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball import Program
from calctool.notation.printing.plain import plain
from calctool.notation.reading.typed import read
from calctool.notation.tree import Negative, Relation, Sum, Tree, expression
from calctool.notation.walk import substitute
from calctool.solve.answer import State, Status
from calctool.solve.candidates import CandidatePoint, Extreme
from calctool.solve.exact.record import Exact
from calctool.solve.lagrange.answering import answer
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.solve.typed import Typed
from calctool.solve.typed.lagrange import question
from calctool.verify.optimum.on_constraints import check_kind_on
from calctool.verify.verdict import Verdict
from calctool.words.extrema import multipliers
from openness import (
    assert_nothing_is_hidden,
    assert_parts_have_points,
    assert_rounded_numbers_are_marked,
)

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "lagrange.toml").read_text("utf-8"))["case"]
ATTAINED = {True: "attained", False: "approached", None: "open"}
FEASIBLE = {True: "yes", False: "no", None: "open"}
SAMPLES = 400


@lru_cache
def ask(
    text: str, *constraints: str, wrt: tuple[str, ...] = (), domain: tuple[str, ...] = ()
) -> LagrangeAnswer:
    typed = Typed(text, subject_to=constraints, wrt=wrt, domain=domain)
    *_, last = answer(question(typed))
    return last


@pytest.mark.parametrize(
    ("text", "constraint", "least", "greatest"),
    [
        ("sin(x)*sin(y)", "x+y=1", (1,), (0,)),
        ("cos(x)*cos(y)", "x+y=1", (1,), (0,)),
        ("sin(x)+cos(y)", "x-y=2", (1,), (0,)),
    ],
)
def test_a_value_that_recurs_names_every_candidate_that_has_it(
    text: str, constraint: str, least: tuple[int, ...], greatest: tuple[int, ...]
) -> None:
    """The period along the set is a half of that in which the candidates are listed."""
    found = ask(text, constraint)
    named = found.minimum.families, found.maximum.families
    assert named == (least, greatest)
    for point, family in zip(found.points, found.families, strict=True):
        assert family.rounded == tuple(pair for pair in point.at if not pair[1].is_known)


# --- settled rows -------------------------------------------------------------------------------


def written(found: Exact | None, pattern: str) -> str:
    """The constant as the row has it: exactly, or after ~ as a decimal."""
    if found is None:
        return ""
    if pattern.startswith("~") and found.low is not None and found.high is not None:
        value = float((found.low + found.high) / 2)
        return pattern if value == pytest.approx(float(pattern[1:]), rel=1e-6) else f"~{value!r}"
    return plain(found.expr) if found.is_known else "only enclosed"


def as_row(point: CandidatePoint, row: Sequence[str]) -> list[str]:
    constants = [*(place for _, place in point.at), point.value]
    shown = [written(each, pattern) for each, pattern in zip(constants, row, strict=False)]
    return [*shown, point.kind, *([] if point.why == "gradient-zero" else [point.why])]


def weights(point: CandidatePoint, row: Sequence[str]) -> list[str]:
    found = [value for _, value in point.multipliers or ()]
    return [written(each, pattern) for each, pattern in zip(found, row, strict=True)]


def extreme_row(found: Extreme | None, row: Sequence[str]) -> list[str]:
    assert found is not None
    return [ATTAINED[found.attained], written(found.value, row[1]), found.argument]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_rows(row: dict[str, Any]) -> None:
    made = ask(row["question"], *row["subject_to"], domain=tuple(row.get("domain", ())))
    assert_nothing_is_hidden(made)
    assert_rounded_numbers_are_marked(made)
    assert_parts_have_points(made.sets)
    assert made.status is Status(row.get("status", "complete"))
    assert made.verdict in (Verdict.PROVED, Verdict.SAMPLED)
    assert FEASIBLE[made.feasible] == row.get("feasible", "yes")
    expected = row.get("points", [])
    assert [as_row(p, r) for p, r in zip(made.points, expected, strict=True)] == expected
    factors = row.get("multipliers", [])
    assert [weights(p, r) for p, r in zip(made.points, factors, strict=True)] == factors
    for point, factor in zip(made.points, factors, strict=True):
        assert point.regular or not factor
    if "regular" in row:
        assert [point.regular for point in made.points] == row["regular"]
    if "active" in row:
        assert [list(point.active) for point in made.points] == row["active"]
    sets = [
        {
            "equations": [plain(each) for each in one.equations],
            "value": written(one.value, ""),
            "kinds": [[*map(plain, each.where), each.kind] for each in one.kinds],
        }
        for one in made.sets
    ]
    assert sets == row.get("sets", [])
    families = [
        [*(plain(at) for _, at in one.at), one.kind, written(one.value, "")]
        for one in made.families
    ]
    assert families == row.get("families", [])
    assert extreme_row(made.minimum, row["least"]) == row["least"]
    assert extreme_row(made.maximum, row["greatest"]) == row["greatest"]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_every_claimed_place_is_a_candidate_with_that_value(row: dict[str, Any]) -> None:
    made = ask(row["question"], *row["subject_to"], domain=tuple(row.get("domain", ())))
    by_place = {point.at: point for point in made.points}
    for extreme in (made.minimum, made.maximum):
        assert extreme is not None
        for place in extreme.at:
            value = by_place[place].value
            assert value is not None
            assert extreme.value is not None
            assert middle(value) == pytest.approx(middle(extreme.value))
        assert all(index < len(made.sets) for index in extreme.sets)
        assert all(index < len(made.families) for index in extreme.families)


def middle(constant: Exact) -> float:
    assert constant.low is not None
    assert constant.high is not None
    return float((constant.low + constant.high) / 2)


# --- arguments whose hypothesis just fails ------------------------------------------------------


@pytest.mark.parametrize(
    ("f", "constraints", "argument"),
    [
        ("x*y", ["x^2-y^2=1"], "compact"),
        ("x", ["x^2*y^2<=1"], "compact"),
        ("x*log(x^2)", ["x^2+y^2=1"], "compact"),
        ("x^2-y^2", ["x+y>=1"], "convex"),
        ("x^2+y^2", ["x*y>=1"], "convex"),
        ("x^2+y^3", ["x*y^2=1"], "coercive-on-set"),
        ("x", ["x^2+y^2=1", "x*y=0", "z=0"], "constant"),
        ("x", ["(x^2+y^2-1)^2=0", "(x^2+y^2-1)^3*x=0"], "finite-set"),
        ("x+y", ["sqrt(x)-sqrt(y)=5"], "compact"),
        ("x+y", ["exp(x)+y^2<=5"], "compact"),
        ("sin(x)", ["x^2<=1"], "bounded-by-value"),
    ],
)
def test_an_argument_is_not_used_where_it_does_not_apply(
    f: str, constraints: list[str], argument: str
) -> None:
    made = ask(f, *constraints)
    assert made.minimum is not None
    assert made.minimum.argument != argument


def test_enumeration_alone_shows_no_extreme() -> None:
    made = ask("x*(1+z^2)", "x*y^2>=1", "x>=0", "z*y*x<=5")
    assert made.minimum is not None
    assert made.minimum.attained is not True
    assert made.status is not Status.COMPLETE


# --- attacks: nothing better is found by sampling -----------------------------------------------

small = st.integers(-4, 4)


def values(text: str, names: Sequence[str]) -> Callable[[Sequence[float]], float]:
    program = Program((expression(read(text).statement),))

    def at(point: Sequence[float]) -> float:
        known = {name: Fraction(c) for name, c in zip(names, point, strict=True)}
        (ball,) = program.balls(known)
        return float(ball.mid())  # type: ignore[union-attr]

    return at


def quadratic(a: int, b: int, c: int, d: int, e: int) -> str:
    return f"({a})*x^2+({b})*x*y+({c})*y^2+({d})*x+({e})*y"


def holds_to(found: list[float], made: LagrangeAnswer) -> None:
    """No sample is better than what is claimed, and the claim is nearly reached."""
    assert made.minimum is not None
    assert made.maximum is not None
    assert made.minimum.attained
    assert made.maximum.attained
    assert made.minimum.value is not None
    assert made.maximum.value is not None
    low, high = middle(made.minimum.value), middle(made.maximum.value)
    scale = 1 + abs(low) + abs(high)
    assert min(found) >= low - 1e-6 * scale
    assert max(found) <= high + 1e-6 * scale
    assert min(found) <= low + 1e-2 * scale
    assert max(found) >= high - 1e-2 * scale


@settings(max_examples=12)
@given(small, small, small, small, small, st.integers(1, 3), st.integers(1, 3))
def test_quadratics_on_ellipses(a: int, b: int, c: int, d: int, e: int, p: int, q: int) -> None:
    text = quadratic(a, b, c, d, e)
    made = ask(text, f"{p}*x^2+{q}*y^2=1", wrt=("x", "y"))
    f = values(text, ("x", "y"))
    turns = (2 * math.pi * k / SAMPLES for k in range(SAMPLES))
    holds_to([f((math.cos(t) / math.sqrt(p), math.sin(t) / math.sqrt(q))) for t in turns], made)


@settings(max_examples=8)
@given(small, small, small, small, small, st.integers(-1, 1))
def test_quadratics_on_cut_disks(a: int, b: int, c: int, d: int, e: int, cut: int) -> None:
    text = quadratic(a, b, c, d, e)
    made = ask(text, "x^2+y^2<=4", f"x>={cut}", wrt=("x", "y"))
    f = values(text, ("x", "y"))
    holds_to([f(at) for at in cut_disk(cut)], made)


def cut_disk(cut: int) -> Iterator[tuple[float, float]]:
    for k in range(41):
        x = cut + (2 - cut) * k / 40
        reach = math.sqrt(4 - x * x)
        yield from ((x, reach * j / 10) for j in range(-10, 11))


@settings(max_examples=12)
@given(small, small, small, small, small, small)
def test_every_point_keeps_the_conditions(a: int, b: int, c: int, d: int, e: int, k: int) -> None:
    assume((a, b, c, d, e) != (0,) * 5)
    made = ask(quadratic(a, b, c, d, e), f"x^2-x*y+2*y^2-({k})*x=3", wrt=("x", "y"))
    assert made.completeness.state is State.COMPLETE
    assert {check.what for check in made.checks} >= {"constraints", "stationary"}
    for point in made.points:
        put_in = {name: at.expr for name, at in point.at}
        put_in |= {name: at.expr for name, at in point.multipliers or ()}
        for relation in made.system:
            assert nearly_zero(difference(relation), put_in)


def difference(relation: Relation) -> Tree:
    return Sum((relation.left, Negative(relation.right)))


def nearly_zero(tree: Tree, put_in: dict[str, Tree]) -> bool:
    (ball,) = Program((substitute(tree, put_in),)).balls({}, bits=256)
    return bool(ball.contains(0))  # type: ignore[union-attr]


@settings(max_examples=8)
@given(small, small, small, small, small, st.sampled_from(["=", "<="]), st.integers(1, 3))
def test_a_constraint_said_twice_is_said_once(
    a: int, b: int, c: int, d: int, e: int, sign: str, k: int
) -> None:
    text, once = quadratic(a, b, c, d, e), f"x^2+3*y^2{sign}4"
    made = ask(text, once, wrt=("x", "y"))
    twice = ask(text, once, f"{k}*x^2+{3 * k}*y^2{sign}{4 * k}", wrt=("x", "y"))
    assert [note.id for note in twice.notes] == ["note.constraint-implied"]
    assert replace(twice, question=made.question, notes=(), seconds=0.0) == replace(
        made, seconds=0.0
    )


@settings(max_examples=10)
@given(st.integers(-9, 9), st.integers(1, 9), st.sampled_from(["sin", "cos"]))
def test_of_points_that_repeat_those_between_the_bounds(low: int, width: int, name: str) -> None:
    made = ask(f"{name}(x)", f"x>={low}", f"x<={low + width}")
    f = {"sin": math.sin, "cos": math.cos}[name]
    holds_to([f(low + width * k / SAMPLES) for k in range(SAMPLES + 1)], made)
    turning = [k * math.pi + (math.pi / 2 if name == "sin" else 0) for k in range(-9, 9)]
    inside = [t for t in turning if low < t < low + width]
    found = sorted(middle(at) for point in made.points if not point.active for _, at in point.at)
    assert found == pytest.approx(inside)


@settings(max_examples=30)
@given(st.integers(1, 6), st.integers(-6, 6))
def test_feasible_just_where_line_and_disk_meet(r: int, c: int) -> None:
    """x + y >= c meets x^2 + y^2 <= r just where c <= sqrt(2*r)."""
    made = ask("x", f"x^2+y^2<={r}", f"x+y>={c}", wrt=("x", "y"))
    assert made.feasible is (c <= 0 or c * c <= 2 * r)
    assert made.completeness.state is State.COMPLETE


# --- the rest of the contract -------------------------------------------------------------------


def test_letters_of_multipliers_avoid_the_names_of_the_question() -> None:
    assert ask("x+lambda", "x^2+lambda^2=1").multipliers == ("mu",)
    assert ask("x+y+z", "x^2+y^2+z^2=1", "x+y=0").multipliers == ("lambda1", "lambda2")


def test_more_and_more_of_the_answer_comes() -> None:
    parts = list(answer(question(Typed("x*y", subject_to=["x^2+y^2<=1"]))))
    assert parts[0].lagrangian is not None
    assert not parts[0].points
    assert [len(part.points) for part in parts] == sorted(len(part.points) for part in parts)
    assert all(part.status is Status.PARTIAL for part in parts[:-1])
    assert parts[-1].status is Status.COMPLETE


def test_too_many_cases_are_cut_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "ACTIVE_SETS", 3)
    made = ask("x+y", "x>=0", "y>=0", "x+y<=1")
    assert made.status is Status.PARTIAL
    assert any("3" in missing.en for missing in made.completeness.missing)
    made = ask("sin(x)+y", "x>=0", "y>=0", "x+y<=1")
    assert made.status is Status.PARTIAL
    assert made.maximum is not None
    assert made.maximum.attained is None


@pytest.mark.parametrize("sign", ["<=", ">="])
def test_multipliers_belong_to_constraints_as_typed(sign: str) -> None:
    """max x on x <= 1, written either way round, has λ = 1 for x - 1."""
    typed = {"<=": "x<=1", ">=": "1>=x"}[sign]
    (point,) = ask("x", typed).points
    assert [plain(value.expr) for _, value in point.multipliers or ()] == ["1"]
    assert point.kind == "local-maximum"


def test_where_no_method_reaches_letters_the_conditions_stand() -> None:
    made = ask("sin(a*x)+y", "x^2+y^2=a", wrt=("x", "y"))
    assert made.status is Status.PARTIAL
    assert made.system
    assert made.lagrangian is not None
    assert "no method was found" in made.completeness.missing[0].en


def test_every_id_is_written_down_for_ever() -> None:
    released = set((Path(__file__).parents[1] / "docs" / "ids.txt").read_text("utf-8").split())
    assert {*multipliers.MOVES, *multipliers.TESTS, *multipliers.ARGUMENTS} <= released


# --- parameters ---------------------------------------------------------------------------------


def test_linear_systems_are_solved_in_terms_of_parameters() -> None:
    made = ask("x^2+y^2", "x+y=c", wrt=("x", "y"))
    (point,) = made.points
    assert [plain(at.expr) for _, at in point.at] == ["c/2", "c/2"]
    assert [plain(value.expr) for _, value in point.multipliers or ()] == ["c"]
    assert point.kind == "local-minimum"
    assert made.minimum is not None
    assert made.minimum.attained
    assert made.maximum is not None
    assert made.maximum.attained is False


def test_a_single_point_given_by_parameters_is_both_extremes() -> None:
    made = ask("x^2+y^2", "x+y=a", "x-y=b", wrt=("x", "y"))
    for extreme in (made.minimum, made.maximum):
        assert extreme is not None
        assert extreme.attained
        assert extreme.value == made.points[0].value


def test_a_point_on_a_level_set_is_not_called_strict() -> None:
    """x*y*z is 0 on the coordinate planes, so its minima on them have equal values near by."""
    made = ask("x*y*z", "x+y+z<=3", "x>=0", "y>=0", "z>=0")
    assert made.maximum is not None
    assert [plain(at.expr) for place in made.maximum.at for _, at in place] == ["1"] * 3
    origin = next(p for p in made.points if all(plain(at.expr) == "0" for _, at in p.at))
    assert origin.kind == "local-minimum"
    assert origin.strict is not True


@pytest.mark.parametrize(
    ("f", "bounds", "at", "kind"),
    [
        ("x", [("x^2+y^2-25", 0)], ("5", "0"), "local-maximum"),
        ("x*y", [("x+y-2", 0)], ("1", "1"), "local-maximum"),
        ("3*x+2*y", [("y", -1), ("x+y-4", 1)], ("4", "0"), "local-maximum"),
        ("x^4", [("y", 0)], ("0", "0"), "local-minimum"),
    ],
)
def test_values_near_by_refute_the_opposite(
    f: str, bounds: list[tuple[str, Any]], at: tuple[str, str], kind: str
) -> None:
    sides = [(expression(read(g).statement), side) for g, side in bounds]
    centre = {name: Fraction(c) for name, c in zip(("x", "y"), at, strict=True)}
    objective = expression(read(f).statement)
    opposite = {"local-maximum": "local-minimum", "local-minimum": "local-maximum"}[kind]
    assert check_kind_on(objective, sides, centre, kind).verdict is Verdict.SAMPLED
    assert check_kind_on(objective, sides, centre, opposite).verdict is Verdict.REFUTED


def test_a_set_without_candidates_may_have_points() -> None:
    made = ask("x+y", "y=x^3")
    assert made.feasible is True
    assert made.points == ()
    assert made.status is Status.COMPLETE


def test_a_constant_objective_is_least_and_greatest_everywhere() -> None:
    made = ask("5+0*x", "x^2+y^2<=1", wrt=("x", "y"))
    for one in made.sets:
        assert [stretch.kind for stretch in one.kinds] == ["local-minimum", "local-maximum"]
    assert made.minimum is not None
    assert made.maximum is not None
    assert made.minimum.value == made.maximum.value


def test_a_branch_with_roots_of_two_names_is_no_fault() -> None:
    made = ask("x^3+3*y^3-x^2*y-x-2*y", "2*x*y-y^2+y=0")
    assert made.error is None


def test_jumps_of_the_objective_are_not_taken_for_stationary_points() -> None:
    """floor(x) + y at (0, -1): stationary by its formula, but -2 is approached from the left."""
    made = ask("floor(x)+y", "x^2+y^2=1", wrt=("x", "y"))
    assert [point.kind for point in made.points] == ["neither", "local-maximum"]
    assert made.minimum is not None
    assert made.minimum.attained is False
    assert made.status is Status.PARTIAL


def test_where_an_inactive_constraint_bends_is_no_candidate() -> None:
    made = ask("x+2*y", "abs(x)+abs(y)<=1")
    places = [[plain(at.expr) for _, at in point.at] for point in made.points]
    assert ["0", "0"] not in places
    assert len(places) == 4


def test_a_set_on_the_edge_of_an_inequality_belongs_to_one_case() -> None:
    made = ask("x*y^2*z^3", "x^2+y^2+z^2=1", "x>=0", "y>=0", "z>=0")
    assert len(made.sets) == 3
    assert made.status is Status.COMPLETE


@pytest.mark.parametrize(
    ("text", "constraint"),
    [
        ("-y*y-2*x", "x^2+exp(y)=3"),
        ("x^2+y^4+2*x*y*x-y*y", "x+sin(y)=0"),
        ("x^2+y^2-x", "y=exp(x)"),
        ("x*y", "x=y^3-exp(-y)"),
        ("-x^2-y^4+y", "x=cos(y)"),
    ],
)
def test_a_value_that_is_attained_has_its_place(text: str, constraint: str) -> None:
    made = ask(text, constraint)
    reached = [each for each in (made.minimum, made.maximum) if each and each.attained]
    assert reached
    for extreme in reached:
        assert extreme.at or extreme.families or extreme.sets
        for at in extreme.at:
            assert {name for name, _ in at} == {"x", "y"}


def test_a_multiplier_is_found_on_the_side_on_which_its_equation_has_one_formula() -> None:
    def steps(of: Any) -> Iterator[Any]:
        for step in of:
            yield step
            yield from steps(step.steps)

    made = ask("x", "abs(x)+abs(y)=1", "x^2<=y")
    lines = [one for each in made.solving for one in steps(each.steps) if one.rule == "multiplier"]
    assert lines
    for line in lines:
        signs = {part for each in line.before.relations for part in each.left.names} - {"lambda1"}
        assert signs <= {name for each in line.where for name in each.names}


@pytest.mark.parametrize("part", ["x*log(x)", "x/x", "x^2/(x + x^2)", "x*asin(x - 2)", "x^0/x"])
@pytest.mark.parametrize("rest", ["y", "y^2", "y*log(y)"])
@pytest.mark.parametrize("edge", ["x=0", "x^3=0"])
def test_no_value_is_attained_where_f_has_none(part: str, rest: str, edge: str) -> None:
    made = ask(f"{part} + {rest}", edge, "y>=0", wrt=("x", "y"))
    for extreme in (made.minimum, made.maximum):
        assert extreme is None or (not extreme.attained and extreme.value is None)


def test_values_without_a_common_form_are_compared_by_symmetry() -> None:
    made = ask("log(1+x^2)-y", "(1+x^2)^2+y^2=4")
    assert made.status is Status.COMPLETE
    assert made.maximum is not None
    assert made.maximum.attained
    assert len(made.maximum.at) == 2


def test_a_constraint_with_denominators_has_a_least_value() -> None:
    made = ask("x+y+z", "1/x+4/y+9/z=1", "x>=0", "y>=0", "z>=0")
    assert made.minimum is not None
    assert made.minimum.attained
    assert made.minimum.value is not None
    assert plain(made.minimum.value.expr) == "36"
