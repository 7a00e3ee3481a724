"""Limits far out: settled ones, and random functions against values at very far points."""

from __future__ import annotations

from fractions import Fraction

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.germ.limit import Limit
from calctool.algebra.roots import limit_at
from calctool.algebra.roots.limits.confirmation import is_confirmed
from calctool.notation.printing.plain import plain
from calctool.notation.tree import Tree
from texts import tree
from values import NoValue, value

LIMITS = """
exp(x)/sqrt(exp(2*x) + 1) | 1
sqrt(exp(2*x) + 1)*exp(-x) | 1
sqrt(exp(2*x) + 1) - exp(x) | 0
sqrt(exp(2*x) + exp(x)) - exp(x) | 1/2
sinh(x)/sqrt(cosh(x)^2 + 1) | 1
sqrt(cosh(x))*exp(-x/2) | sqrt(2)/2
sqrt(exp(-x) + exp(-2*x))*exp(x/2) | 1
sqrt(exp(-x) + exp(-2*x))*exp(x/3) | 0
sqrt(exp(x^2) + 1) - exp(x^2/2) | 0
x*sqrt(exp(x^2) + x)/exp(x^2/2) | oo
sqrt(exp(exp(x)) + exp(x))/exp(exp(x)/2) | 1
cbrt(1 - exp(3*x))/exp(x) | -1
sqrt(1 + sqrt(exp(x) + x))/exp(x/4) | 1
(exp(x) + 1)^1000/exp(1000*x) | 1
log(sqrt(exp(2*x) + 1) + exp(x)) - x | log(2)
exp(x)*(log(exp(x) + 1) - x) | 1
x*exp(x)*(log(exp(x) + 1) - x) | oo
log(log(x))/log(x) | 0
x/log(log(x)) | oo
sin(x)/log(x) | 0
x^1000 - exp(x) | -oo
x - erfi(x) | -oo
x^5/gamma(x) | 0
erfi(x) - exp(x) |
erfi(x) - exp(x^2)/(x*sqrt(pi)) |
gamma(x)/exp(x) - 1 | oo
besseli(0, x) - exp(x) |
log(exp(exp(x)) + 1)*exp(-2*x) |
"""


@pytest.mark.parametrize("line", LIMITS.strip().splitlines())
def test_limit(line: str) -> None:
    """As x -> oo; nothing is said of functions whose growth is not known."""
    text, expected = (part.strip() for part in line.split("|"))
    value = limit_at(tree(text), "x", None, -1).value
    assert ("" if value is None else plain(value)) == expected


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("exp(x)/sqrt(exp(2*x) + 1)", "0"),
        ("1/x + 1/100", "0"),
        ("1/log(x) + 1/100", "0"),
        ("exp(-x) + 1/10^30", "0"),
        ("x/(x + 1)", "oo"),
        ("-x", "oo"),
        ("log(x)", "100"),
    ],
)
def test_a_wrong_limit_is_noticed(text: str, claim: str) -> None:
    wrong = limit_at(tree("x" if claim == "oo" else claim), "x", None, -1)
    assert not is_confirmed(tree(text), "x", wrong)


# --- at random ----------------------------------------------------------------------------------

numbers = st.sampled_from(["1", "2", "3", "1/2", "-1", "-2"])
kernels = st.sampled_from(
    ["x", "x^2", "log(x)", "exp(x)", "exp(2*x)", "exp(-x)", "exp(x/2)", "cosh(x)", "x*exp(x)"]
)
terms = st.builds("({})*{}".format, numbers, kernels) | numbers
sums = st.lists(terms, min_size=1, max_size=3).map(lambda parts: "(" + " + ".join(parts) + ")")
rooted = st.builds(
    "{}({}^2 + {})".format,
    st.sampled_from(["sqrt", "cbrt", "log"]),
    sums,
    st.sampled_from(["1", "exp(x)", "x^2"]),
)
deep = st.builds("sqrt(1 + {})".format, rooted.map(lambda root: f"({root})^2")) | rooted
functions = st.one_of(
    st.builds("{}/{}".format, sums, deep),
    st.builds("{} - {}".format, deep, sums),
    st.builds("{}*{}".format, deep, kernels),
    st.builds("{}/{}".format, deep, deep.map(lambda part: f"(2 + {part})")),
)


@settings(max_examples=40)
@given(functions, st.sampled_from([1, -1]))
def test_random_limits_agree_with_far_values(text: str, side: int) -> None:
    f = tree(text if side > 0 else text.replace("log(x)", "log(-x)"))
    compare(f, limit_at(f, "x", None, -side), side)


def compare(f: Tree, found: Limit, side: int) -> None:
    if found.kind not in ("finite", "infinite") or found.value is None:
        return
    with mpmath.workdps(3500):
        try:
            near, last = (value(f, {"x": Fraction(side * x)}) for x in (300, 1000))
        except NoValue:
            return
        if found.kind == "infinite":
            assert last * found.sign > 0
            assert abs(last) > abs(near) or abs(last) > 10**6
        else:
            goal = value(found.value, {})
            assert abs(last - goal) <= max(abs(near - goal) * 0.99, mpmath.mpf(10) ** -90)
