"""The light clean-up after a rule, and the search for the form people expect."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from calctool import budget
from calctool.algebra.clean import clean
from calctool.algebra.field import Field
from calctool.algebra.tidy import Move, readable_forms, search
from calctool.algebra.tidy.cost import Costs
from calctool.notation.printing.plain import plain
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Derivative, Limit, Name, Product, Sum, Tree, number
from calctool.verify.agreement import agreement
from calctool.verify.verdict import Verdict
from texts import tree
from trees import trees

CLEANED = """
4*x^(4 - 1) ~ 4*x^3
x^(1/2 - 1) ~ x^(-1/2)
1/2*x^(1/2 - 1) ~ 1/2*x^(-1/2)
1*u + 0 ~ u
u^1*v^0 ~ u
x*1 ~ x
x*(-(D(u, x)))*3 ~ -3*x*D(u, x)
-(-x) ~ x
(a*b)*(c*2) ~ 2*a*b*c
1/(x + 1)*(2*x) ~ 2*x/(x + 1)
-(x*1)/(1 + x)^2 ~ -x/(1 + x)^2
2*x/(4*y) ~ x/(2*y)
0.1*x*1 ~ 0.1*x
0.1*x*2 ~ 0.2*x
x/2 ~ x/2
x*0 ~ 0
x/0 ~ x/0
(x + y) + z ~ x + y + z
x*x^2 ~ x*x^2
(x + 1)*(x + 1) ~ (x + 1)*(x + 1)
y*x + x*y ~ y*x + x*y
D(1*x, x)*1 ~ D(1*x, x)
""".strip().splitlines()

READABLE = """
1/(1 + exp(-x)) ~ exp(-x)/(1 + exp(-x))^2 ~ sigmoid(x)*(1 - sigmoid(x))
1/(1 + exp(-x)) ~ -(-exp(-x))/(1 + exp(-x))^2 ~ sigmoid(x)*(1 - sigmoid(x))
(x^2 + 1)^5*(x - 3)^4 ~ 10*x*(x^2 + 1)^4*(x - 3)^4 + 4*(x^2 + 1)^5*(x - 3)^3 ~ 2*(x - 2)*(x - 3)^3*(x^2 + 1)^4*(7*x - 1)
3*x^4 - 4*x^3 - 12*x^2 + 32 ~ 12*x^3 - 12*x^2 - 24*x ~ 12*x^3 - 12*x^2 - 24*x
(2 - x)^2 ~ -2*(2 - x) ~ 2*(x - 2)
(x + 1)*(x - 2) ~ x - 2 + x + 1 ~ 2*x - 1
1/(1 + exp(x)) ~ -exp(x)/(1 + exp(x))^2 ~ -sigmoid(x)*(1 - sigmoid(x))
exp(x^2)*sin(x)/(1 + x^2) ~ ((2*exp(x^2)*x*sin(x) + exp(x^2)*cos(x))*(1 + x^2) - 2*exp(x^2)*sin(x)*x)/(1 + x^2)^2 ~ exp(x^2)*((1 + x^2)*cos(x) + 2*x^3*sin(x))/(1 + x^2)^2
tanh(x) ~ 1 - tanh(x)^2 ~ 1 - tanh(x)^2
log(1 + exp(x)) ~ exp(x)/(1 + exp(x)) ~ exp(x)/(1 + exp(x))
x/sqrt(1 - x^2) ~ (sqrt(1 - x^2) + x*x/sqrt(1 - x^2))/sqrt(1 - x^2)^2 ~ 1/(1 - x^2)^(3/2)
1/sqrt(x) ~ -1/(2*sqrt(x)*sqrt(x)^2) ~ -1/(2*x^(3/2))
log(abs(x)) ~ sign(x)/abs(x) ~ 1/x
sqrt(x^2) ~ x/sqrt(x^2) ~ sign(x)
x*abs(x) ~ abs(x) + x*sign(x) ~ 2*abs(x)
x/(1 + abs(x)) ~ (1 + abs(x) - x*sign(x))/(1 + abs(x))^2 ~ 1/(1 + abs(x))^2
acos(cos(x)) ~ sin(x)/sqrt(1 - cos(x)^2) ~ sign(sin(x))
x^x ~ x^x*(log(x) + x/x) ~ x^x*(log(x) + 1)
x^(n + 1) ~ (n + 1)*x^(n + 1 - 1) ~ (n + 1)*x^n
sin(x)*cos(x) ~ cos(x)*cos(x) - sin(x)*sin(x) ~ cos(x)^2 - sin(x)^2
sin(x)/cos(x) ~ (cos(x)*cos(x) + sin(x)*sin(x))/cos(x)^2 ~ 1/cos(x)^2
asin(x) ~ 1/sqrt(1 - x^2) ~ 1/sqrt(1 - x^2)
sin(x)^2 ~ 2*sin(x)*cos(x) ~ 2*sin(x)*cos(x)
x*log(x) ~ log(x) + x/x ~ log(x) + 1
sin(x)/x ~ (cos(x)*x - sin(x))/x^2 ~ (x*cos(x) - sin(x))/x^2
1/x ~ -1/x^2 ~ -1/x^2
sqrt(x) ~ 1/(2*sqrt(x)) ~ 1/(2*sqrt(x))
exp(sin(x)) ~ exp(sin(x))*cos(x) ~ cos(x)*exp(sin(x))
x^2*exp(-x) ~ 2*x*exp(-x) - x^2*exp(-x) ~ x*(2 - x)*exp(-x)
exp(2*x) + exp(-2*x) ~ 2*exp(2*x) - 2*exp(-2*x) ~ 2*exp(2*x) - 2*exp(-2*x)
x^(1/3)*(1 - x)^(2/3) ~ 1/3*x^(-2/3)*(1 - x)^(2/3) - 2/3*x^(1/3)*(1 - x)^(-1/3) ~ (1 - 3*x)/(3*x^(2/3)*(1 - x)^(1/3))
atan(x) + atan(1/x) ~ 1/(1 + x^2) - 1/(x^2*(1 + (1/x)^2)) ~ 0
1/(x^2 - 1) ~ -2*x/(x^2 - 1)^2 ~ -2*x/(x^2 - 1)^2
(x^2 + 1)^5000 ~ 10000*(x^2 + 1)^4999*x ~ 10000*x*(x^2 + 1)^4999
log((1 + x)/(1 - x)) ~ (1 - x + 1 + x)*(1 - x)/((1 - x)^2*(1 + x)) ~ 2/((1 + x)*(1 - x))
log(x + sqrt(x^2 + 1)) ~ (1 + x/sqrt(x^2 + 1))/(x + sqrt(x^2 + 1)) ~ 1/sqrt(x^2 + 1)
(a*x + b)/(c*x + d) ~ (a*(c*x + d) - (a*x + b)*c)/(c*x + d)^2 ~ (a*d - b*c)/(c*x + d)^2
f(x^2) ~ 2*f'(x^2)*x ~ 2*x*f'(x^2)
x + 1/x ~ 1 - 1/x^2 ~ 1 - 1/x^2
""".strip().splitlines()  # noqa: E501

LOSS = "-(t*log(1/(1 + exp(-(a*x + b)))) + (1 - t)*log(1 - 1/(1 + exp(-(a*x + b)))))"

NARROWER = """
x*abs(x) ~ 2*x^2/abs(x)
abs(x) ~ x/abs(x)*sign(x)^2
x^2 ~ 2*x
x + sin(x)^2 ~ 1 + 2*sin(x)*cos(x)
""".strip().splitlines()


def moves(raw: Tree, original: Tree, variable: str = "x") -> tuple[Move, ...]:
    return readable_forms(raw, original, variable)


@pytest.mark.parametrize("row", CLEANED)
def test_clean(row: str) -> None:
    before, after = row.split(" ~ ")
    assert plain(clean(tree(before))) == after
    assert clean(tree(before)) == tree(after)


def test_clean_leaves_limits_alone() -> None:
    limit = Limit(tree("1*h"), "h", tree("0"))
    assert clean(Product((number(1), limit))) is limit
    assert moves(Sum((limit, Name("x"))), Name("x")) == ()


@given(trees(names=("x", "y"), derivatives=False, applied=False, depth=2))
@settings(max_examples=80, deadline=None)
def test_clean_keeps_the_value_and_is_done_at_once(u: Tree) -> None:
    after = clean(u)
    assert clean(after) == after
    assert read_back(plain(after)) == after
    assert agreement(u, after).verdict is not Verdict.REFUTED


def test_clean_is_linear_in_distinct_parts() -> None:
    shared: Tree = Name("x")
    for _ in range(60):
        shared = Sum((Product((number(1), shared)), Derivative(shared, ("x",))))
        shared = Product((shared, shared))
    done: dict[Tree, Tree] = {}
    clean(shared, done)
    assert len(done) < 600


@pytest.mark.parametrize("row", READABLE)
def test_readable_form(row: str) -> None:
    original, raw, expected = map(tree, row.split(" ~ "))
    found = moves(raw, original)
    last = found[-1].after if found else raw
    assert plain(last) == row.split(" ~ ")[2]
    assert last == expected
    assert len(found) <= 3
    assert all(Field().prove_equal(raw, move.after) for move in found)


def test_the_loss_of_a_neuron() -> None:
    original = tree(LOSS)
    e = "exp(-(a*x + b))"
    raw = tree(
        f"-(t*({e}*x/(1 + {e})^2)/(1/(1 + {e})) + (1 - t)*(-({e}*x/(1 + {e})^2))/(1 - 1/(1 + {e})))"
    )
    found = moves(raw, original, "a")
    assert plain(found[-1].after) == "x*(sigmoid(a*x + b) - t)"
    assert found[-1].id == "write-with"
    assert found[-1].bindings == (("s", tree("sigmoid(a*x + b)")),)


def test_nothing_is_said_when_nothing_is_gained() -> None:
    assert moves(tree("cos(x)"), tree("sin(x)")) == ()


@pytest.mark.parametrize("row", NARROWER)
def test_no_form_loses_a_point(row: str) -> None:
    original, raw = map(tree, row.split(" ~ "))
    for move in moves(raw, original):
        assert agreement(raw, move.after).method != "narrower-domain"


def test_how_many_forms_are_tried_depends_on_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """And never on the clock: a busy machine gives the same answer."""
    raw, original = tree("exp(x)*x + exp(x)*(x + 2)*x"), tree("x^2*exp(x)")
    tried: list[Tree] = []

    class Watched(Costs):
        def of(self, tree: Tree) -> float:
            tried.append(tree)
            return super().of(tree)

    monkeypatch.setattr(search, "Costs", Watched)
    moves(raw, original)
    assert len(tried) > 3
    tried.clear()
    monkeypatch.setattr(budget, "FORM_NODES", 0)
    moves(raw, original)
    assert len(tried) == 2  # the raw form collected, and one more


@given(trees(names=("x", "y"), derivatives=False, applied=False, depth=2))
@settings(max_examples=60, deadline=None)
def test_every_move_keeps_the_value_and_the_domain(u: Tree) -> None:
    for move in moves(u, u):
        assert read_back(plain(move.after)) == move.after
        finding = agreement(u, move.after)
        assert finding.verdict is not Verdict.REFUTED
        assert finding.method != "narrower-domain"
