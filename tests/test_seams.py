"""Derivatives at seams of branches and on curves, against quotients that no rule had a hand in."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from itertools import pairwise

import mpmath
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool.notation.interior import open_branches, spread
from calctool.notation.printing.plain import plain
from calctool.notation.printing.unicode import pretty
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Piecewise, Relation, Tree, expression
from calctool.solve.answer import Status
from calctool.solve.critical import answering as critical
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.diff import answering as diff
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.limits import answering as limit_def
from calctool.solve.table import answering as table
from calctool.solve.typed import Typed, question
from values import NoValue, value

CENTRES = ("0", "1", "-1", "1/2")
REMOVABLE = (
    "sin(x - c)/(x - c)", "(exp(x - c) - 1)/(x - c)", "(x - c)*sin(1/(x - c))",
    "(x - c)^2*sin(1/(x - c))", "(x - c)^3*cos(1/(x - c))", "log(1 + (x - c)^2)/(x - c)",
    "(cos(x - c) - 1)/(x - c)^2", "exp(-1/(x - c)^2)", "(x - c)^2/abs(x - c)",
)  # fmt: skip
SMOOTH = ("x", "x^2", "2*x - 1", "sin(x)", "exp(x)", "x^3 - x", "1/(x^2 + 1)", "3", "x*cos(x)")
AROUND = ("{}", "{} + x^2", "x*{}", "exp({})", "2 - {}", "sin({})/2", "({})^2", "{}/(x^2 + 2)")
NEAR = (Fraction(1, 10**9), Fraction(1, 10**10), Fraction(3, 10**11))


@st.composite
def with_a_point(draw: st.DrawFn) -> tuple[str, str]:
    """One formula around a point that has a branch to itself."""
    c = draw(st.sampled_from(CENTRES))
    u = draw(st.sampled_from(REMOVABLE)).replace("c", f"({c})").replace(f"({c})os", "cos")
    own = draw(st.sampled_from(("0", "1", "-1/2", "2")))
    first = draw(st.booleans())
    branches = f"({own}, x = {c}), ({u}, True)" if first else f"({u}, x != {c}), ({own}, True)"
    return draw(st.sampled_from(AROUND)).format(f"Piecewise({branches})"), c


@st.composite
def with_a_seam(draw: st.DrawFn) -> tuple[str, str]:
    """Two formulas that may meet, with the same slope or with another one, and a third far away."""
    c = draw(st.sampled_from(CENTRES))
    u = draw(st.sampled_from(SMOOTH))
    bend = draw(st.sampled_from(("0", f"(x - ({c}))", f"3*(x - ({c}))^2", f"(x - ({c}))^3", "1")))
    sign = draw(st.sampled_from(("<", "<=", ">", ">=")))
    far = draw(st.sampled_from(("", f"(x, x {sign} ({c}) - 3), " if sign[0] == "<" else "")))
    branches = f"Piecewise({far}({u}, x {sign} {c}), ({u} + {bend}, True))"
    return draw(st.sampled_from(AROUND)).format(branches), c


def asked(text: str, order: int) -> DiffAnswer:
    *_, last = diff.answer(question("diff", Typed(text, wrt=["x"], order=str(order))))  # type: ignore[arg-type]
    assert isinstance(last, DiffAnswer)
    return last


def at(tree: Tree, x: Fraction) -> mpmath.mpf | None:
    with mpmath.workdps(60):
        try:
            return value(tree, {"x": x})
        except NoValue:
            return None


def quotients(f: Tree, x: Fraction) -> list[mpmath.mpf] | None:
    """Difference quotients close to a point from both sides; None where f ends there."""
    here = at(f, x)
    found = []
    for h in (sign * step for step in NEAR for sign in (1, -1)):
        there = at(f, x + h)
        if here is None or there is None:
            return None
        found.append((there - here) / (mpmath.mpf(h.numerator) / h.denominator))
    return found


def compare(f: Tree, slope: Tree, x: Fraction) -> None:
    """The formula has the limit of the quotients as its value, and no value where there is none."""
    seen = quotients(f, x)
    if seen is None:
        return
    claimed = at(slope, x)
    spread_out = max(seen) - min(seen)
    if claimed is not None:
        assert all(abs(one - claimed) < 1e-5 * (1 + abs(claimed)) for one in seen), (
            plain(slope),
            x,
        )
    else:
        assert spread_out > 1e-4, (plain(slope), x, seen[0])


@settings(max_examples=40, deadline=None)
@given(st.one_of(with_a_point(), with_a_seam()), st.integers(1, 3))
def test_each_derivative_is_that_of_the_one_before(case: tuple[str, str], order: int) -> None:
    text, centre = case
    answer = asked(text, order)
    assert answer.status is not Status.ERROR
    assume(answer.derivatives)
    (one,) = answer.derivatives
    ends = (expanded(expression(d.end), answer.names) for d in one.derivations)
    chain = [expression(read_back(text)), *ends]
    places = (Fraction(centre), Fraction(centre) - 3, Fraction(7, 5), Fraction(-12, 7))
    is_open = bool(one.undecided or answer.names) or any(
        kink.kind == "undecided" for kink in one.undefined_at
    )
    for f, slope in pairwise(chain):
        for place in places:
            if not (is_open and at(slope, place) is None):
                compare(f, slope, place)


@pytest.mark.parametrize("order", [4, 5])
def test_high_orders_have_their_values_at_the_seams(order: int) -> None:
    (one,) = asked("Piecewise((sin(x)/x, x != 0), (1, True))", order).derivatives
    series = {4: mpmath.mpf(1) / 5, 5: mpmath.mpf(0)}
    assert at(expression(one.derivative), Fraction(0)) == pytest.approx(float(series[order]))


@pytest.mark.parametrize("solver", [table, critical])
def test_tables_and_gradients_have_the_same_formulas(solver: object) -> None:
    name = solver.__name__.split(".")[-2]  # type: ignore[attr-defined]
    asked_for = question(name, Typed("Piecewise(((exp(x)-1)/x, x!=0), (1, True))"))
    *_, last = solver.answer(asked_for)  # type: ignore[attr-defined]
    first = last.gradient[0] if name == "critical" else last.derivative
    assert at(expression(first.derivative), Fraction(0)) == pytest.approx(0.5)
    second = last.hessian[0][0] if name == "critical" else expression(last.second.derivative)
    assert at(second, Fraction(0)) == pytest.approx(1 / 3)
    assert last.conditions == ()


def test_the_definition_ends_in_the_same_formula() -> None:
    text = "Piecewise((x^2, x < 1), (2*x - 1, True))"
    *_, last = limit_def.answer(question("limit-def", Typed(text)))  # type: ignore[arg-type]
    assert last.derivative is not None
    assert last.approaches[0].derivation.steps[-1].rule == "by-definition"
    assert plain(last.derivative) == plain(asked(text, 1).derivatives[0].derivative)


@pytest.mark.parametrize("text", ["besselj(x,1)", "polygamma(x,2)", "x+besselj(x,1)", "root(2,x)"])
@pytest.mark.parametrize("place", [None, "1"])
def test_a_function_without_a_rule_is_an_incomplete_answer(text: str, place: str | None) -> None:
    *_, last = limit_def.answer(question("limit-def", Typed(text, at=place)))  # type: ignore[arg-type]
    assert last.status in (Status.PARTIAL, Status.COMPLETE)
    assert last.derivative is not None or last.status is Status.PARTIAL


# --- printed branches ---------------------------------------------------------------------------

BOUNDS = st.tuples(st.sampled_from(("<", "<=", ">", ">=", "=", "!=")), st.integers(-2, 2))


@given(st.lists(BOUNDS, min_size=1, max_size=4), st.booleans())
def test_branches_off_their_boundaries(bounds: list[tuple[str, int]], closing: bool) -> None:
    conditions: list[Relation | None] = [_relation(sign, at_) for sign, at_ in bounds]
    values = [expression(read_back(str(n))) for n in range(len(bounds) + closing)]
    listed = tuple(zip(values, [*conditions, *[None] * closing], strict=True))
    opened = open_branches(listed, frozenset("x"))
    for x in (Fraction(n, 2) for n in range(-6, 7)):
        given_, found = _taken(listed, x), _taken(opened, x)
        on_boundary = x.denominator == 1 and int(x) in {at_ for _, at_ in bounds}
        beside = {_taken(listed, x - Fraction(1, 9)), given_, _taken(listed, x + Fraction(1, 9))}
        assert found == given_ or (on_boundary and found is None)
        if found is not None:
            assert beside == {found} or not on_boundary or _crosses(listed, x)
        read = [v for v, each in spread(opened) if all(_holds(c, x) for c in each)]
        assert (int(read[0].value) if read else None) == found  # type: ignore[union-attr]


def _relation(sign: str, at_: int) -> Relation:
    made = read_back(f"x {sign} {at_}")
    assert isinstance(made, Relation)
    return made


def _holds(condition: Relation, x: Fraction) -> bool:
    left, right = (at(side, x) for side in (condition.left, condition.right))
    assert left is not None
    assert right is not None
    return {
        "<": left < right, "<=": left <= right, ">": left > right, ">=": left >= right,
        "=": left == right, "!=": left != right,
    }[condition.sign]  # fmt: skip


def _taken(branches: object, x: Fraction) -> int | None:
    found = at(Piecewise(branches), x) if branches else None  # type: ignore[arg-type]
    return None if found is None else int(found)


def _crosses(branches: object, x: Fraction) -> bool:
    return _taken(branches, x) is not None


def test_a_gap_is_not_printed_as_a_later_branch() -> None:
    nested = read_back("Piecewise((Piecewise((1, x > 0)), x < 1), (5, True))")
    assert pretty(nested) == "{{1 if x > 0} if x < 1; 5 otherwise}"
    apart = read_back("Piecewise((Piecewise((1, x > 0)), x < 1), (5, x > 1))")
    assert pretty(apart) == "{1 if 0 < x < 1; 5 if x > 1}"


# --- curves -------------------------------------------------------------------------------------

POINTS = st.tuples(*[st.sampled_from((1, 2, 3, Fraction(1, 2), -1))] * 3)
TERMS = st.sampled_from(
    (
        "x*y*z",
        "x^2*z",
        "y*z^2",
        "z^3",
        "x*y^2",
        "x^2",
        "y*z",
        "2*z",
        "exp(z)",
        "x*exp(y)",
        "z*sin(x)",
    )
)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(TERMS, min_size=2, max_size=3, unique=True),
    POINTS,
    st.sampled_from(("x", "x,x", "x,y", "y,x", "y,y", "x,y,y", "x,x,x")),
)
def test_implicit_derivatives_agree_with_the_solved_equation(
    terms: list[str], point: tuple[Fraction, Fraction, Fraction], wrt: str
) -> None:
    names = dict(zip("xyz", map(Fraction, point), strict=True))
    f = expression(read_back(" + ".join(terms)))
    assume({"z", *wrt.split(",")} <= f.names)
    with mpmath.workdps(60):
        constant = value(f, names)
        slope = mpmath.diff(lambda z: _at(f, names["x"], names["y"], z), _number(names["z"]))
        assume(abs(slope) > 1e-3)
    text = plain(f) + " = k"
    asked_for = question("diff", Typed(text, of="z", mixed=wrt))
    *_, last = diff.answer(asked_for)  # type: ignore[arg-type]
    assert last.status is not Status.ERROR
    claimed = expression(last.derivatives[0].derivative)
    with mpmath.workdps(60):
        solved = partial(_solved, f, constant, names)
        orders = (wrt.split(",").count("x"), wrt.split(",").count("y"))
        wanted = mpmath.diff(solved, (_number(names["x"]), _number(names["y"])), orders)
        found = _at(claimed, names["x"], names["y"], _number(names["z"]), k=constant)
        assert abs(found - wanted) < mpmath.mpf(10) ** -12 * (1 + abs(wanted))


def _number(x: Fraction) -> mpmath.mpf:
    return mpmath.mpf(x.numerator) / x.denominator


def _at(tree: Tree, x: object, y: object, z: object, **others: object) -> mpmath.mpf:
    exact = {name: _fraction(v) for name, v in {"x": x, "y": y, "z": z, **others}.items()}
    return value(tree, exact)


def _fraction(number: object) -> Fraction:
    if isinstance(number, Fraction):
        return number
    return Fraction(*mpmath.libmp.to_rational(mpmath.mpf(number)._mpf_))


def _solved(
    f: Tree, constant: mpmath.mpf, near: dict[str, Fraction], x: object, y: object
) -> object:
    equation: Callable[[object], object] = lambda z: _at(f, x, y, z) - constant  # noqa: E731
    return mpmath.findroot(equation, _number(near["z"]), tol=mpmath.mpf(10) ** -90, verify=False)
