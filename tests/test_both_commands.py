"""One question asked of `critical` and of `lagrange`: the same points, kinds, sets and extremes."""

from __future__ import annotations

import random
from functools import lru_cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool.notation.printing.plain import plain
from calctool.solve.answer import State
from calctool.solve.candidates import Extreme
from calctool.solve.critical.answering import answer as of_critical
from calctool.solve.exact.record import Exact
from calctool.solve.lagrange.answering import answer as of_lagrange
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.typed import Typed
from calctool.solve.typed.critical import question as critical
from calctool.solve.typed.lagrange import question as lagrange

Box = tuple[tuple[str, str], tuple[str, str]]
PROBLEMS: tuple[tuple[str, Box], ...] = (
    ("x^2 + y^2 - x", (("0", "1"), ("0", "1"))),
    ("x*y", (("-1", "1"), ("0", "2"))),
    ("x^3 - x + y^2", (("-2", "2"), ("-1", "1"))),
    ("x^4 + y^4 - 4*x*y + 1", (("-2", "2"), ("-2", "2"))),
    ("x^3 + y^3 - 3*x*y", (("0", "2"), ("-1", "2"))),
    ("x*y*(1 - x - y)", (("0", "1"), ("0", "1"))),
    ("sin(x)*cos(y)", (("0", "2*pi"), ("0", "pi"))),
    ("abs(x) + y^2", (("-1", "2"), ("-1", "1"))),
    ("max(x, y) - x*y", (("0", "1"), ("0", "1"))),
    ("exp(x)*cos(y)", (("0", "1"), ("0", "pi"))),
    ("x^2*y", (("-1", "1"), ("-1", "1"))),
    ("x^3 - 3*x*y^2", (("-1", "1"), ("-1", "1"))),
    ("(x^2 - y)*(x^2 - 3*y)", (("-1", "1"), ("-1", "1"))),
    ("elu(x)^2 + y^2", (("-1", "1"), ("-1", "1"))),
    ("max(x, y) + x^2", (("-1", "1"), ("-1", "1"))),
    ("2*x*y + 2*abs(x)", (("-2", "1"), ("0", "3"))),
    ("2*x*y - relu(y)", (("-2", "1"), ("0", "3"))),
)


def number(value: Exact | None) -> float | None:
    if value is None or value.low is None or value.high is None:
        return None
    return round(float(value.low + value.high) / 2, 7) + 0.0


def extreme(one: Extreme | None) -> tuple[bool | None, float | None]:
    assert one is not None
    return one.attained, number(one.value)


def kinds(last: OptimumAnswer) -> dict[tuple[float | None, ...], str]:
    return {tuple(number(at) for _, at in point.at): point.kind for point in last.points}


@lru_cache
def both(text: str, box: Box) -> tuple[OptimumAnswer, OptimumAnswer]:
    ends = list(zip(("x", "y"), box, strict=True))
    domain = [f"{name}:[{low},{high}]" for name, (low, high) in ends]
    sides = [
        f"{name}{sign}{end}"
        for name, pair in ends
        for sign, end in zip((">=", "<="), pair, strict=True)
    ]
    *_, one = of_critical(critical(Typed(text, domain=domain, wrt=("x", "y"))))
    *_, other = of_lagrange(lagrange(Typed(text, subject_to=sides, wrt=("x", "y"))))
    return one, other


@pytest.mark.parametrize(("text", "box"), PROBLEMS)
def test_a_box_by_both(text: str, box: Box) -> None:
    one, other = both(text, box)
    assert one.completeness.state is other.completeness.state is State.COMPLETE
    assert kinds(one) == kinds(other)
    assert not {"undecided", "endpoint"} & set(kinds(one).values())
    for mine, its in ((one.minimum, other.minimum), (one.maximum, other.maximum)):
        assert extreme(mine) == extreme(its)


TERMS = (
    "x^2", "y^2", "x*y", "x", "y", "x^3", "y^3", "x^2*y", "x*y^2", "x^4", "y^4",
    "abs(x)", "relu(y)", "abs(x - y)", "max(x, y)", "exp(x)", "sin(y)", "cos(x*y)",
)  # fmt: skip
BOXES: tuple[Box, ...] = (
    (("-1", "1"), ("-1", "2")), (("0", "2"), ("0", "1")), (("-2", "1"), ("0", "3")),
)  # fmt: skip


POLYNOMIAL = tuple(each for each in TERMS if "(" not in each or each.startswith("abs"))


@st.composite
def functions(draw: st.DrawFn, terms: tuple[str, ...] = TERMS) -> str:
    chosen = draw(st.lists(st.sampled_from(terms), min_size=2, max_size=3, unique=True))
    factors = (draw(st.sampled_from(("", "-", "2*", "-3*"))) for _ in chosen)
    text = " + ".join(f"({factor}{term})" for factor, term in zip(factors, chosen, strict=True))
    assume("x" in text and "y" in text)
    return text


def told(kind: str) -> str:
    """What is open on a side is said in other words by `critical`."""
    return "undecided" if kind == "endpoint" else kind


def sets(last: OptimumAnswer) -> list[tuple[object, ...]]:
    """Those on which f may be extreme: `critical` lists all points without a gradient."""
    return sorted(
        (
            tuple(map(plain, one.equations)),
            tuple((*map(plain, each.where), told(each.kind)) for each in one.kinds),
            number(one.value),
        )
        for one in last.sets
        if any(each.kind != "neither" for each in one.kinds)
    )


@given(functions(), st.sampled_from(BOXES))
@settings(max_examples=8, deadline=None)
def test_random_functions_by_both(text: str, box: Box) -> None:
    one, other = both(text, box)
    mine, its = ({at: told(kind) for at, kind in kinds(each).items()} for each in (one, other))
    assert mine == its
    assert str(sets(one)) == str(sets(other))
    for a, b in ((one.minimum, other.minimum), (one.maximum, other.maximum)):
        assert extreme(a) == extreme(b)


# --- against values ---------------------------------------------------------------------------


@given(functions(POLYNOMIAL), st.integers(0, 10**6))
@settings(max_examples=5, deadline=None)
def test_kinds_in_a_box_are_those_of_values_near_by(text: str, seed: int) -> None:
    one, _ = both(text, (("-1", "1"), ("-1", "2")))
    f = eval(f"lambda x, y: {text.replace('^', '**')}")  # noqa: S307
    draw = random.Random(seed)  # noqa: S311
    for (x, y), kind in kinds(one).items():
        assert x is not None
        assert y is not None
        for radius in (1e-3, 1e-4):
            near = [
                f(
                    min(max(x + radius * draw.uniform(-1, 1), -1), 1),
                    min(max(y + radius * draw.uniform(-1, 1), -1), 2),
                )
                for _ in range(400)
            ]
            # The place is rounded to seven digits.
            if kind == "local-minimum":
                assert min(near) > f(x, y) - 1e-5 * radius - 1e-12
            if kind == "local-maximum":
                assert max(near) < f(x, y) + 1e-5 * radius + 1e-12
