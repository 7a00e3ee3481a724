"""Theorems of existence as arguments of the ladder: a question just inside and one just outside."""

from __future__ import annotations

import contextlib
import itertools
import random
from fractions import Fraction

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from calctool.algebra.ball.floats import NO_VALUE, floats
from calctool.algebra.domain.intervals import Range, logarithm, root
from calctool.solve.answer import Status
from calctool.solve.candidates import Extreme
from calctool.solve.critical.answering import answer as critical
from calctool.solve.exact.order import compared
from calctool.solve.exact.values import exact
from calctool.solve.lagrange.answering import answer as lagrange
from calctool.solve.optimum.arguments.existence.comparison import growth
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question as free
from calctool.solve.typed.lagrange import question as bound_to
from searches import best_found
from texts import tree


def ask(text: str, where: tuple[str, ...] = (), domain: tuple[str, ...] = ()) -> OptimumAnswer:
    if where:
        *_, last = lagrange(bound_to(Typed(text, subject_to=where, domain=domain)))
        return last
    *_, made = critical(free(Typed(text, domain=domain)))
    return made


def side(made: OptimumAnswer, turn: int) -> Extreme:
    found = made.minimum if turn < 0 else made.maximum
    assert found is not None
    return found


Row = tuple[str, str, tuple[str, ...], tuple[str, ...], int]

TANGENTS = ("x:(0,pi/2)", "y:(0,pi/2)", "z:(0,pi/2)")
INSIDE: list[tuple[Row, str]] = [
    # argument, f, constraints, sides, which end: the value
    (("bounded-level-set", "exp(x)+exp(-x)+y^2+sin(x*y)", (), (), -1), "2"),
    (("bounded-level-set", "log(1-x^2-y^2)+x", (), (), 1), "log(2*sqrt(2)-2)-1+sqrt(2)"),
    (("bounded-level-set", "1/(x^2*y^2)+x^2+y^2+sin(x*y)^2*0", (), (), -1), "3"),
    (("tends-to-bound", "exp(-x^2-y^2)", ("x+y>=1",), (), -1), "0"),
    (("compact-closure", "x^2+y^2-x*y-x", (), ("x:[0,1]", "y:[0,1)"), -1), "-1/3"),
    (("compact", "cos(x)*cos(y)*cos(z)", ("x+y+z=pi", "x>=0", "y>=0", "z>=0"), (), 1), "1/8"),
    (("product-of-parts", "x*y*exp(-(x+y))", (), ("x,y>0",), 1), "exp(-2)"),
    (("vanishes-at-infinity", "x*y*exp(-(x+y))", (), ("x,y>=0",), 1), "exp(-2)"),
    (("convex", "abs(x)+abs(y-1)+(x-y)^2", (), (), -1), "3/4"),
    (("coercive", "x^4+y^4-4*x*y+1", (), (), -1), "-1"),
    (("coercive-on-set", "x^2+y^2", ("x*y>=1",), (), -1), "2"),
    (("vanishes-at-infinity", "x*y*exp(-x^2-y^2)", (), (), 1), "1/(2*e)"),
    (("periodic", "sin(x)+sin(y)+sin(x+y)", (), (), 1), "3*sqrt(3)/2"),
    (("periodic", "cos(x)*cos(y)*cos(z)", ("x+y+z=pi",), (), 1), "1/8"),
    (("periodic", "x*sin(y)+cos(y)", ("x^2<=1",), (), 1), "sqrt(2)"),
    (("concave", "log(x)+log(y)+log(z)", ("x+y+z=1",), (), 1), "-3*log(3)"),
    (("finite-set", "x", ("x^2+y^2=1", "x=y^3+1"), (), 1), "1"),
    (("convex", "cosh(x)+cosh(y)-x*y", (), (), -1), "2"),
    (("convex", "tan(x)+tan(y)+tan(z)", ("x+y+z=pi",), TANGENTS, -1), "3*sqrt(3)"),
    (("bounded-level-set", "x^4+y^4+x^3*sin(y)", (), (), -1), "0"),
    (("bounded-level-set", "abs(x)+abs(y)+cos(x*y)", (), (), -1), "1"),
    (("bounded-level-set", "2-x^4-y^2-x*y^3*exp(-y^2)", (), (), 1), "2"),
    (("limits-at-edges", "x*log(x)+y^2-x*y", (), ("x:(0,2)", "y:[0,1]"), 1), "2*log(2)"),
    (("compact-closure", "x*y", ("x^2+y^2<1",), (), 1), "1/2"),
    (("bounded-level-set", "log(x)+log(y)", ("x+y<1",), (), 1), "-2*log(2)"),
]

OUTSIDE: list[Row] = [
    # Flat in one direction; bounded far out; no barrier at the edge; a jump.
    ("bounded-level-set", "exp(x)+exp(-x)+sin(x*y)^2", (), (), -1),
    ("bounded-level-set", "x^2/(1+x^2)+y^2/(1+y^2)+sin(x*y)^2/5", (), (), 1),
    ("bounded-level-set", "x*log(x)+y*log(y)+exp(x*y)", (), (), -1),
    ("bounded-level-set", "x^2+y^2+floor(x)", (), (), -1),
    # f has the bound; the set does not go far out; f tends elsewhere.
    ("tends-to-bound", "exp(-x^2-y^2)*x^2", ("x+y>=1",), (), -1),
    ("tends-to-bound", "exp(-x^2-y^2)", ("x+y>=1", "x<=1", "y<=1"), (), -1),
    ("tends-to-bound", "exp(-x^2-y^2)+1/(1+x^2)", ("x^2+y^2<=4",), (), -1),
    # Not continuous on the closure; open at a side where it matters; not bounded.
    ("compact-closure", "x*y+x+y+floor(y)", (), ("x:[0,1]", "y:[0,1)"), -1),
    ("compact-closure", "log(x)+y", (), ("x:(0,1]", "y:[0,1)"), -1),
    ("compact", "x^2+y^2-x*y-x", (), ("x:[0,1]", "y:[0,1)"), 1),
    ("compact", "cos(x)*cos(y)*cos(z)", ("x+y+z=pi", "x>=0", "y>=0"), (), 1),
    # Convexity lost by a hair; a direction in which the top form vanishes; a slower denominator.
    ("convex", "abs(x)+abs(y-1)+(x-y)^2-(x+y)^2/1000", (), (), -1),
    ("coercive", "x^4-2*x^2*y^2+y^4+x", (), (), -1),
    ("coercive-on-set", "x*y", ("x*y>=1",), (), -1),
    ("vanishes-at-infinity", "x*y*exp(-x^2)", (), (), 1),
    ("periodic", "sin(x)+sin(y)+sin(x+y)+atan(x)", (), (), 1),
    # Along the set z grows; no period in y that x*y keeps; two periods that have none in common.
    ("periodic", "cos(x)*cos(y)*z", ("x+y+z=pi",), (), 1),
    ("periodic", "x*sin(y)+cos(y)", ("x*y<=1",), (), 1),
    ("periodic", "sin(x)+sin(y)", ("x+sqrt(2)*y=1",), (), 1),
    ("concave", "log(x)+log(y)+z^2", ("x+y+z=1",), (), 1),
    ("finite-set", "x", ("x^2+y^2=1",), (), 1),
    # No limit at a corner; edges that no points of the set come near.
    # The pole lies outside of the sides.
    ("unbounded-along-curve", "(1+2*u+v)/(1+u+v)", (), ("u:[0,oo)", "v:[0,oo)"), 1),
    # A minor below 0; past an inflection; a mixed term as large as what grows, or larger.
    ("convex", "cosh(x)+cosh(y)-11*x*y/10", (), (), -1),
    ("concave", "sin(x)+sin(y)", ("x+y=3*pi", "x>=0", "y>=0"), (), 1),
    ("bounded-level-set", "x^4+y^4+x^4*sin(y)", (), (), -1),
    ("bounded-level-set", "x^2+y^2+x*y^2*cos(y)", (), (), -1),
    ("limits-at-edges", "x*log(y)-x*y", (), ("x:(0,1]", "y:(0,1]"), 1),
    ("compact-closure", "x", ("x*(y-1)=0",), ("x:(0,2)", "y:[0,2]"), -1),
    ("compact-closure", "x", ("(x^2+y^2)*((x-3)^2+y^2-1)<0",), (), -1),
    ("bounded-level-set", "x*log(x)+y*log(y)+x*y", (), ("x:(0,1)", "y:(0,1)"), 1),
]


@pytest.mark.parametrize(("row", "value"), INSIDE, ids=lambda row: str(row)[:60])
def test_just_inside(row: Row, value: str) -> None:
    argument, f, where, domain, turn = row
    found = side(ask(f, where, domain), turn)
    assert found.argument == argument
    assert found.value is not None
    assert compared(found.value, exact(tree(value))) == 0
    assert found.reason.en
    assert found.reason.zh


@pytest.mark.parametrize("row", OUTSIDE, ids=lambda row: f"{row[0]}|{row[1]}")
def test_just_outside(row: Row) -> None:
    argument, f, where, domain, turn = row
    assert side(ask(f, where, domain), turn).argument != argument


# --- against a search from many starts ------------------------------------------------------------

BOWL = ("x^2", "x^4", "abs(x)", "cosh(x)", "x^2*log(1+x^2)", "exp(x)+exp(-x)", "sqrt(1+x^2)*2")
RIPPLE = (
    "sin(x*y)",
    "cos(x-y)",
    "sin(x)",
    "exp(-x^2*y^2)",
    "atan(x+y)",
    "x*exp(-x^2)",
    "1/(1+y^2)",
)


@settings(max_examples=5, deadline=None, phases=(Phase.generate,))
@given(st.sampled_from(BOWL), st.sampled_from(BOWL), st.sampled_from(RIPPLE), st.integers(-2, 2))
def test_bowls_with_ripples(one: str, other: str, ripple: str, size: int) -> None:
    second = other.replace("exp", "E").replace("x", "y").replace("E", "exp")
    f = f"{one}+{second}+({size})*({ripple})"
    made = ask(f)
    found = side(made, -1)
    if found.attained is None or found.value is None or found.value.low is None:
        return
    low = float(found.value.low)
    assert best_found(f, -1, random.Random(f)) >= low - 1e-6 * (1 + abs(low))  # noqa: S311
    assert made.status is not Status.ERROR


@given(st.fractions(0, 60, max_denominator=99).filter(bool), st.booleans())
def test_ranges_of_log_and_sqrt_hold_the_values(u: Fraction, is_low: bool) -> None:
    import math

    part = Range(u, u + 3, False, False) if is_low else Range(u / 7, u, False, False)
    for made, function in ((logarithm(part), math.log), (root(part), math.sqrt)):
        assert float(made.low) <= function(float(part.low)) + 1e-12
        assert float(made.high) >= function(float(part.high)) - 1e-12
    below = root(Range(-u - 1, -u, False, False))
    assert below.low <= 0 <= below.high


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from((2, 4, 6)),
    st.sampled_from((2, 4, 6)),
    st.integers(-12, 12).filter(bool),
    st.sampled_from(("x*y", "x^3*y^2", "x^2*y", "x*abs(y)", "x^3*sin(y)", "x*y^3*exp(-y^2)")),
    st.integers(-3000, 50),
)
def test_f_is_beyond_the_level_outside_of_its_box(
    own: int, other: int, size: int, mixed: str, level: int
) -> None:
    f = tree(f"x^{own}+y^{other}+({size})*{mixed}-3")
    found = growth(f, ("x", "y"), Fraction(level))
    if found is None:
        return
    value = floats((f,), ("x", "y"))
    assert value is not None
    ends = [found.box[name] for name in ("x", "y")]
    steps = [part / 8 for part in range(-8, 9)]
    for power, a, b in itertools.product(range(40), steps, steps):
        at = a * 2 ** (power / own), b * 2 ** (power / other)
        if any(not low <= c <= high for c, (low, high) in zip(at, ends, strict=True)):
            with contextlib.suppress(*NO_VALUE):
                assert value(at)[0] > level, at
