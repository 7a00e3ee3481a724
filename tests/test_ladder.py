"""Arguments for least and greatest values: what each proves, and hypotheses that just fail."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calctool.algebra.extrema.simplex import least
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation, Tree, expression
from calctool.solve.exact.order import compared
from calctool.solve.exact.rounding import enclosed
from calctool.solve.exact.values import exact
from calctool.solve.optimum.arguments.listed import Candidate, Listed
from calctool.solve.optimum.arguments.protocol import Bound, Task, Turn
from calctool.solve.optimum.arguments.sides import with_sides
from calctool.solve.optimum.arguments.values import End, best
from calctool.solve.optimum.extremes import Ladder

IDS = set((Path(__file__).parents[1] / "docs" / "ids.txt").read_text("utf-8").split())


def tree(text: str) -> Tree:
    return expression(read_back(text))


def asked(f: str, names: str, *conditions: str, flat: str = "") -> Task:
    """`flat` is the value at a listed point where the gradient vanishes."""
    stated = [read_back(each) for each in conditions]
    relations = tuple(each for each in stated if isinstance(each, Relation))
    listed = (Candidate(exact(tree(flat)), is_flat=True),) if flat else ()
    return with_sides(Task(tree(f), tuple(names), (), relations, Listed(listed, bool(flat))))


def bound(f: str, names: str, turn: Turn, *conditions: str) -> Bound | None:
    return Ladder()(asked(f, names, *conditions), turn)


def is_value(found: Bound, text: str) -> bool:
    return compared(found.value, exact(tree(text))) == 0


PROVED: list[tuple[str, str, Turn, tuple[str, ...], str, bool, str]] = [
    ("x^2+atan(y)", "xy", -1, (), "-pi/2", False, "sum-of-parts"),
    ("x^2+y^4-z+1", "xyz", -1, (), "-oo", False, "unbounded-along-curve"),
    ("2*(exp(x)-x+y^2)+3", "xy", -1, (), "5", True, "sum-of-parts"),
    ("x+y", "xy", 1, ("x<=1", "y<2"), "3", False, "sum-of-parts"),
    ("(x+y)^2*exp(-(x+y))+(x-y)^2", "xy", -1, (), "0", True, "sum-of-parts"),
    ("x^2+2*x*y+y^2+exp(-(x+y))", "xy", 1, (), "oo", False, "unbounded-along-curve"),
    ("1/(1+exp(x-y))", "xy", -1, (), "0", False, "linear-change"),
    ("x*exp(-x)*y*exp(-y)", "xy", 1, ("x>=0", "y>=0"), "exp(-2)", True, "product-of-parts"),
    ("(1+x^2)/(1+y^2)", "xy", -1, (), "0", False, "product-of-parts"),
    ("x*y", "xy", -1, ("x>=-1", "x<2", "y>=0", "y<=3"), "-3", True, "product-of-parts"),
    ("x*y", "xy", 1, ("x>=-1", "x<2", "y>=0", "y<=3"), "6", False, "product-of-parts"),
    ("sin(x^2+y^2)", "xy", -1, (), "-1", True, "inner-function"),
    ("exp(-x^2-y^2)*(x^2+y^2)^2", "xy", 1, (), "4*exp(-2)", True, "inner-function"),
    ("x^2*y^2/(1+x^2*y^2)", "xy", 1, (), "1", False, "inner-function"),
    ("x*exp(cos(y))+x^2/2", "xy", -1, (), "-exp(2)/2", True, "least-over-one-variable"),
    ("sin(x)*cos(y)+sin(x)", "xy", -1, (), "-2", True, "independent-inner"),
    ("x^2*(1+y^2)-4*x*y", "xy", -1, (), "-4", False, "least-over-one-variable"),
    ("2*x^2+(1-x*y)^2", "xy", -1, (), "0", False, "least-over-one-variable"),
    ("(y-x^2)*exp(-y)", "xy", 1, (), "exp(-1)", True, "least-over-one-variable"),
    ("y^2*exp(x)-4*y", "xy", -1, (), "-oo", False, "unbounded-along-curve"),
    ("x+2*y", "xy", 1, ("exp(x)+exp(y)=3",), "2*log(2)", True, "fewer-names"),
    ("x*y", "xy", 1, ("x+y=1",), "1/4", True, "one-variable"),
    ("x^2+y^2", "xy", -1, ("x*y=1",), "2", True, "one-variable"),
    ("4/y^2+2*x^2", "xy", -1, ("x*y=0",), "0", False, "union-of-parts"),
    ("x^3+y", "xy", -1, ("x*y=0",), "-oo", False, "union-of-parts"),
    ("x+y", "xy", 1, ("max(x,y)=1",), "2", True, "union-of-parts"),
    ("x+y", "xy", -1, ("max(x,y)=1",), "-oo", False, "union-of-parts"),
    ("x^2+y", "xy", -1, ("abs(x)=abs(y)",), "-1/4", True, "union-of-parts"),
    ("x^2+y^2+4*y", "xy", -1, ("x*(y-x-1)=0",), "-4", True, "one-variable"),
    ("x*exp(-x*y)", "xy", 1, ("x>=0", "y>=1"), "exp(-1)", True, "least-over-one-variable"),
    ("log(x)+log(y)", "xy", -1, ("x+2*y<=4", "x>0", "y>0"), "-oo", False, "unbounded-along-curve"),
    ("y", "xy", -1, ("x*y>=1", "x>=0"), "0", False, "end-of-name"),
    ("x+2*y", "xy", -1, ("x^2*y>=3", "x>=0"), "3*3^(1/3)*2^(2/3)/2", True, "end-of-name"),
    ("x^2+y^2+x*y", "xy", 1, ("x+y<=1", "x>=-1", "y>=-1"), "3", True, "corners"),
    ("x*log(x)+y*log(y)", "xy", 1, ("x+y<=1", "x>=0", "y>=0"), "0", False, "corners"),
    ("sqrt(1+x^2+y^2)-x", "xy", -1, (), "0", False, "least-over-one-variable"),
]


@pytest.mark.parametrize("row", PROVED, ids=lambda row: f"{row[0]}|{row[2]}")
def test_an_argument_proves(row: tuple[str, str, Turn, tuple[str, ...], str, bool, str]) -> None:
    f, names, turn, conditions, value, attained, argument = row
    found = bound(f, names, turn, *conditions)
    assert found is not None
    assert is_value(found, value), plain(found.value.expr)
    assert (found.attained, found.argument) == (attained, argument)
    assert all(line.why.en and line.why.zh for line in found.lines)
    assert {found.argument, *(line.rule for line in found.lines)} <= IDS


CONVEX: list[tuple[str, str, Turn, str, tuple[str, ...], str, bool, str]] = [
    # f, names, side, the value at a flat point, conditions: value, attained, argument
    ("exp(x+y)+exp(-x)+exp(-y)", "xy", -1, "3", (), "3", True, "convex"),
    ("log(x)+log(y)-x-y-(x-y)^2", "xy", 1, "-2", (), "-2", True, "concave"),
    ("-log(x)-log(y)-log(1-x-y)", "xy", -1, "3*log(3)", (), "3*log(3)", True, "convex"),
    ("log(1+exp(x+y))+log(1+exp(-x))+y^2-y/2", "xy", -1, "2*log(2)", (), "2*log(2)", True,
     "convex"),
    ("exp(x-y)+exp(x+y)+x^2*0+abs(x-2*y)", "xy", -1, "", (), "0", False, "falls-along-direction"),
    ("log(exp(x)+exp(y))-(2*x+y)/3", "xy", -1, "", (), "log(3)-2*log(2)/3", True,
     "constant-along-direction"),
    ("exp(x+2*y)+exp(y-x)-x+3*y", "xy", -1, "", (), "-oo", False, "unbounded-along-curve"),
    ("x+4*y+1/(x*y)", "xy", -1, "", ("x>0", "y>0"), "3*4^(1/3)", True, "am-gm"),
    ("2*x/y+y/z+4*z/x", "xyz", -1, "", ("x>0", "y>0", "z>0"), "6", True, "am-gm"),
    ("(x+2*y)*(1/x+2/y)", "xy", -1, "9", ("x>0", "y>0"), "9", True, "log-convex"),
    ("10*(x^2-y)^2+(x-1)^2+9*(z^2-y)^2+(z-1)^2", "xyz", -1, "0", (), "0", True,
     "bounded-by-value"),
    ("10*((x-1)^2+(x*y-1)^2)+19*(x-1)*(x*y-1)+3", "xy", -1, "3", (), "3", True, "squares"),
    ("5-(x*y-1)^2-x^2-(x*y-1)*x", "xy", 1, "5", (), "5", True, "squares"),
    ("(x^2-x*y)/(x^2+2*y^2)", "xy", 1, "", (), "1/2+sqrt(6)/4", True, "degree-zero"),
    ("x*y/(x+y)^2", "xy", 1, "", ("x>0", "y>0"), "1/4", True, "reciprocal"),
    ("x*y/((1+x)*(x+y)*(y+1))", "xy", 1, "1/8", ("x>0", "y>0"), "1/8", True, "reciprocal"),
    ("x*y/((1+x)*(x+y)*(y+1))", "xy", -1, "", ("x>0", "y>0"), "0", False, "reciprocal"),
]  # fmt: skip


@pytest.mark.parametrize("row", CONVEX, ids=lambda row: f"{row[0]}|{row[2]}")
def test_convex_and_means(
    row: tuple[str, str, Turn, str, tuple[str, ...], str, bool, str],
) -> None:
    f, names, turn, flat, conditions, value, attained, argument = row
    found = Ladder()(asked(f, names, *conditions, flat=flat), turn)
    assert found is not None
    assert is_value(found, value), plain(found.value.expr)
    assert (found.attained, found.argument) == (attained, argument)
    assert {found.argument, *(line.rule for line in found.lines)} <= IDS


@pytest.mark.parametrize(
    ("f", "names", "conditions"),
    [
        # A sign, a mixed term that is too large, an affine form that the norm balances, a name
        # without balance, a term that is not positive, a name that may be negative.
        ("x^2+y^2-exp(x+y)", "xy", ()),
        ("x^2+y^2+3*x*y+exp(x)", "xy", ()),
        ("sqrt(1+x^2+y^2)-x+sqrt(2+y^2+x*y)", "xy", ()),
        ("x*y+1/(x*y)+y^3", "xy", ("x>0", "y>=1")),
        ("x+1/(x*y)-y^2", "xy", ("x>0", "y>0")),
        ("x+y+1/(x*y)", "xy", ("x>0",)),
    ],
)
def test_convexity_or_means_just_fail(f: str, names: str, conditions: tuple[str, ...]) -> None:
    found = Ladder()(asked(f, names, *conditions, flat="1"), -1)
    assert found is None or found.argument not in ("convex", "am-gm", "log-convex")


@given(
    st.lists(st.lists(st.integers(-3, 3), min_size=3, max_size=3), min_size=1, max_size=6),
    st.lists(st.integers(-4, 4), min_size=3, max_size=3),
)
def test_a_linear_programme_is_proved_by_its_dual(rows: list[list[int]], goal: list[int]) -> None:
    fractions = [[Fraction(c) for c in row] for row in rows]
    aim = [Fraction(c) for c in goal]
    found = least(aim, fractions, [Fraction(1)] * len(rows))
    if found is None:
        return
    for row in fractions:
        assert sum(a * b for a, b in zip(row, found.at, strict=True)) <= 1
    for j in range(3):
        columns = (y * row[j] for y, row in zip(found.multipliers, fractions, strict=True))
        assert aim[j] + sum(columns) == 0
    assert -sum(found.multipliers) == found.value


JUST_FAILS: list[tuple[str, str, Turn, tuple[str, ...], str]] = [
    # The set is no product of intervals, or the parts share a linear form.
    ("x+y", "xy", -1, ("x=y",), "sum-of-parts"),
    ("(x+y)^2+exp(x)+x*y", "xy", -1, (), "sum-of-parts"),
    ("x*y", "xy", 1, ("x+y=1",), "product-of-parts"),
    ("x*(x+y)", "xy", 1, (), "product-of-parts"),
    # 1/(x*y) is defined on four quarters: not connected.
    ("cos(1/(x*y))", "xy", -1, (), "never"),
    # x outside of sin(x).
    ("y*sin(x)+x*y^2", "xy", -1, (), "independent-inner"),
    # The leading coefficient vanishes at x = 0, and there f = -2y.
    ("y^2*x^2-2*y", "xy", -1, (), "least-over-one-variable"),
    # The vertex lies outside of the side of y.
    ("y^2-2*y*x+x^4", "xy", -1, ("y>=0", "y<=3"), "least-over-one-variable"),
    # The squares have no common zero; the form takes both signs; the degrees differ.
    ("(x*y-1)^2+x^2", "xy", -1, (), "squares"),
    ("x^2+y^2-3*x*y+1", "xy", -1, (), "squares"),
    ("x*y/(1+x^2+y^2)", "xy", -1, (), "degree-zero"),
    # A second bound of y, a coefficient that may vanish, f not monotonic in y.
    ("y", "xy", -1, ("x*y>=1", "x>=0", "y>=x"), "end-of-name"),
    ("y", "xy", -1, ("x*y>=-1", "x>=0"), "end-of-name"),
    ("y^2", "xy", -1, ("x*y>=1", "x>=0"), "end-of-name"),
    # The set is not bounded; f is not convex; a barrier has no limit at a corner.
    ("x^2+y^2+x*y", "xy", 1, ("x+y<=1", "x>=-1"), "corners"),
    ("x^2-y^2+x*y", "xy", 1, ("x+y<=1", "x>=-1", "y>=-1"), "corners"),
    ("-log(x)-log(y)+x*y*0", "xy", 1, ("x+y<=1", "x>=0", "y>=0"), "corners"),
    # x*y = 1 has no solution with x = 0, but x*y = x has: there y is free.
    ("x^2+y^2", "xy", -1, ("x*y=x",), "fewer-names"),
]


@pytest.mark.parametrize("row", JUST_FAILS, ids=lambda row: f"{row[0]}|{row[4]}")
def test_a_hypothesis_just_fails(row: tuple[str, str, Turn, tuple[str, ...], str]) -> None:
    f, names, turn, conditions, argument = row
    found = bound(f, names, turn, *conditions)
    assert found is None or found.argument != argument


ends = st.tuples(
    st.integers(-6, 6), st.integers(0, 3), st.integers(0, 4), st.sampled_from((True, False))
)


@given(st.lists(ends, min_size=1, max_size=5), st.sampled_from((-1, 1)))
def test_the_best_of_ends_lies_between_the_best_bounds(
    listed: list[tuple[int, int, int, bool]], turn: Turn
) -> None:
    """`listed`: numbers with how far below and above them it is known that they lie."""
    told = [
        End(enclosed(Fraction(at - below), Fraction(at + above)), reached)
        for at, below, above, reached in listed
    ]
    found = best(told, turn)
    assert found is not None
    top = max((turn * at, reached) for at, _, _, reached in listed)
    assert found.value.low is not None
    assert found.value.high is not None
    assert found.value.low <= turn * top[0] <= found.value.high
    assert found.attained in (top[1], None)


def wave(name: str) -> str:
    return f"exp(-{name}^2)*cos({name})"


def test_places_of_a_product_that_is_only_enclosed() -> None:
    """Corners that cannot be told apart are places where they are of one function: not else."""
    alike = bound(f"-{wave('x')}*{wave('y')}", "xy", 1)
    assert alike is not None
    assert len(alike.at) == 4
    apart = bound(f"-{wave('x')}*exp(-y^2)*cos(y)*(1+exp(-z^2-30))", "xyz", 1)
    assert apart is not None
    assert apart.attained
