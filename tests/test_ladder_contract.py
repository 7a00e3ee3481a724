"""Random problems of every argument against values: nothing feasible lies beyond a bound, and the
places and curves that are named have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from random import Random

import mpmath
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import INFINITY, Negative, Relation, Tree, expression, number
from calctool.notation.walk import substitute
from calctool.solve.optimum.arguments.protocol import Bound, Task, Turn
from calctool.solve.optimum.arguments.sides import is_inside, with_sides
from calctool.solve.optimum.extremes import Ladder
from values import NoValue, value

ONE = (
    "x", "x^2", "x^2-2*x", "atan(x)", "exp(x)", "exp(-x^2)", "sin(x)", "cos(x)", "log(1+x^2)",
    "x/(1+x^2)", "abs(x-1)", "x*exp(-x)", "x^4-x^2", "1/(1+x^2)", "tanh(x)", "sqrt(1+x^2)",
)  # fmt: skip
FORMS = ("x+y", "x-y", "2*x+y", "x-3*y", "y", "x")
INNER = ("x^2+y^2", "x*y", "x^2-y^2", "(x+y)^2", "x^2+x*y+y^2")
OVER = ("1+y^2", "exp(y)", "2", "2+cos(y)", "1", "y^2", "-1-y^2")
REST = ("y", "exp(-y)", "y^2-1", "0", "atan(y)", "sin(y)", "1")
CONVEX = ("exp({l})", "({l})^2", "abs({l})", "log(1+exp({l}))", "{l}", "cosh({l})")
SIDES = ("", "x>=0", "y>=0;y<=2", "x>0;y>0", "x>=-1;x<3")

one = st.sampled_from(ONE)
form = st.sampled_from(FORMS)
size = st.sampled_from(("", "2*", "-", "1/2*", "-3*"))


def _named(text: str, name: str) -> str:
    return text.replace("exp", "E").replace("x", f"({name})").replace("E", "exp")


@st.composite
def sums(draw: st.DrawFn) -> str:
    inside = draw(st.sampled_from((("x", "y"), ("x+y", "x-y"), ("x", "x+2*y"))))
    return "+".join(f"{draw(size)}({_named(draw(one), each)})" for each in inside)


@st.composite
def products(draw: st.DrawFn) -> str:
    first, second = _named(draw(one), "x"), _named(draw(one), "y")
    return f"{draw(size)}({first}){draw(st.sampled_from('*/'))}({second})"


@st.composite
def compositions(draw: st.DrawFn) -> str:
    return f"{draw(size)}({_named(draw(one), draw(st.sampled_from(INNER)))})"


@st.composite
def quadratics(draw: st.DrawFn) -> str:
    b, c = draw(st.sampled_from(REST)), draw(st.sampled_from(REST))
    return f"({draw(st.sampled_from(OVER))})*x^2+({b})*x+({c})"


@st.composite
def convex_sums(draw: st.DrawFn) -> str:
    count = draw(st.integers(2, 4))
    terms = [draw(st.sampled_from(CONVEX)).format(l=draw(form)) for _ in range(count)]
    return "+".join(f"{draw(st.sampled_from(('', '2*', '1/3*')))}{term}" for term in terms)


@st.composite
def monomials(draw: st.DrawFn) -> str:
    powers = st.integers(-2, 2)
    terms = [
        f"{draw(st.integers(1, 4))}*x^({draw(powers)})*y^({draw(powers)})"
        for _ in range(draw(st.integers(2, 4)))
    ]
    return "+".join(terms)


@st.composite
def quotients(draw: st.DrawFn) -> str:
    c = st.integers(-3, 3)
    top = f"{draw(c)}*x^2+{draw(c)}*x*y+{draw(c)}*y^2"
    return f"({top})/({draw(st.integers(1, 3))}*x^2+{draw(st.integers(1, 3))}*y^2)"


problems = st.one_of(
    sums(), products(), compositions(), quadratics(), convex_sums(), monomials(), quotients()
)


@settings(max_examples=40, deadline=None)
@given(problems, st.sampled_from(SIDES), st.sampled_from((-1, 1)))
def test_nothing_lies_beyond_a_bound(f: str, sides: str, turn: Turn) -> None:
    task = asked(f, sides)
    found = Ladder()(task, turn)
    if found is not None:
        judge(task, turn, found)


def asked(f: str, sides: str) -> Task:
    stated = [read_back(each) for each in sides.split(";") if each]
    relations = tuple(each for each in stated if isinstance(each, Relation))
    return with_sides(Task(expression(read_back(f)), ("x", "y"), (), relations))


def judge(task: Task, turn: Turn, found: Bound) -> None:
    what = f"{plain(task.f)} {task.sides} {turn}: {plain(found.value.expr)} {found.attained}"
    infinite = found.value.expr in (INFINITY, Negative(INFINITY))
    low = found.value.low or Fraction(0)
    bound = None if infinite else mpmath.mpf(low.numerator) / low.denominator
    best = None
    for at in samples(task):
        here = known(task.f, at)
        if here is None:
            continue
        best = here if best is None else max(here * turn, best * turn) * turn
        if bound is not None:
            slack = 1e-9 * (1 + abs(bound))
            assert (here - bound) * turn <= slack, f"{what}; {at} has {here}"
    assert best is not None, what
    if infinite:
        assert (found.value.expr == INFINITY) == (turn > 0), what
    for spot in found.at:
        at = {name: middle(place.low, place.high) for name, place in spot}
        if found.attained and len(at) == len(task.names):
            here = known(task.f, at)
            assert here is not None, what
            assert bound is not None, what
            assert abs(here - bound) <= 1e-9 * (1 + abs(bound)), f"{what}; {at} has {here}"
    if found.toward is not None:
        approaches(task, turn, found, bound, what)


def approaches(task: Task, turn: Turn, found: Bound, bound: object, what: str) -> None:
    assert found.toward is not None
    heights = []
    for power in (4, 6, 8):
        t = number(2**power)
        with mpmath.workdps(400):
            here = known(substitute(task.f, _at(found.toward.points, t)), {})
        if here is not None:
            heights.append(here)
    if bound is None:
        assert heights == sorted(heights, key=lambda height: height * turn), what
    else:
        gaps = [abs(height - bound) for height in heights]
        assert gaps == sorted(gaps, reverse=True), f"{what}; {gaps}"


def _at(points: tuple[tuple[str, Tree], ...], t: Tree) -> dict[str, Tree]:
    return {name: substitute(tree, {"t": t}) for name, tree in points}


def middle(low: Fraction | None, high: Fraction | None) -> Fraction:
    assert low is not None
    assert high is not None
    return (low + high) / 2


def known(f: Tree, at: Mapping[str, Fraction]) -> mpmath.mpf | None:
    try:
        return value(f, at)
    except (NoValue, OverflowError):
        return None


def samples(task: Task) -> Iterator[dict[str, Fraction]]:
    """Simple points, random ones on several scales, and where a search from the best leads."""
    random = Random(7)  # noqa: S311
    simple = [Fraction(c) for c in (0, 1, -1, 2)]
    for x in simple:
        for y in simple:
            yield from inside(task, {"x": x, "y": y})
    for scale in (1, 5, 40):
        for _ in range(25):
            yield from inside(
                task, {name: Fraction(random.randint(-64, 64) * scale, 64) for name in task.names}
            )


def inside(task: Task, at: dict[str, Fraction]) -> Iterator[dict[str, Fraction]]:
    if all(is_inside(task.side(name), number(c)) for name, c in at.items()):
        yield at
