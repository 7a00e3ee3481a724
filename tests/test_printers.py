"""Printers: plain text is read back equal, SymPy reads the same value, people read one meaning."""

import re
from fractions import Fraction
from itertools import product
from operator import eq, ge, gt, le, lt, ne

import mpmath
import pytest
import sympy
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool.algebra.domain.conditions import conditions
from calctool.atlas import FUNCTIONS
from calctool.notation.between import runs
from calctool.notation.printing.latex import latex
from calctool.notation.printing.plain import plain
from calctool.notation.printing.sympy_text import sympy_name, sympy_text
from calctool.notation.printing.unicode import pretty
from calctool.notation.reading.parser import read_back
from calctool.notation.system import System
from calctool.notation.tree import Call, Name, Piecewise, Tree, number, rational
from calctool.notation.walk import walk
from trees import call, relations, trees, whole
from values import POINTS, NoValue, value

FIRST_ORDERS = ("polygamma", "besselj", "bessely", "besseli", "besselk")


@settings(max_examples=400, deadline=None)
@given(trees(names=("x", "w1", "alpha")))
def test_plain_is_read_back_to_an_equal_tree(tree):
    assert read_back(plain(tree)) == tree


@settings(max_examples=100, deadline=None)
@given(relations(trees()))
def test_plain_relations_are_read_back(relation):
    assert read_back(plain(relation)) == relation


@settings(max_examples=200, deadline=None)
@given(trees())
def test_every_printer_takes_every_tree(tree):
    assert plain(tree).isascii()
    assert sympy_text(tree).isascii()
    assert _is_balanced(pretty(tree))
    assert _is_balanced(re.sub(r"\\left\|(.*?)", "", latex(tree)))
    assert latex(tree).count(r"\left") == latex(tree).count(r"\right")


def _is_balanced(text):
    depths = dict.fromkeys("([{", 0)
    for character in text:
        if character in depths:
            depths[character] += 1
        elif character in ")]}":
            depths["([{"[")]}".index(character)]] -= 1
        if min(depths.values()) < 0:
            return False
    return not any(depths.values())


# --- SymPy ---


def in_sympy(statement):
    names = map(sympy_name, statement.names)
    symbols = {name: sympy.Symbol(name, real=True) for name in names}
    return sympy.sympify(sympy_text(statement), locals=symbols)  # noqa: TID251 (what is tested)


def assert_same_value(tree: Tree, point) -> bool:
    """Whether there was a value to compare."""
    try:
        ours = value(tree, point)
    except NoValue:
        return False
    symbols = {
        sympy.Symbol(sympy_name(n), real=True): sympy.Rational(*v.as_integer_ratio())
        for n, v in point.items()
    }
    theirs = complex(in_sympy(tree).subs(symbols).evalf(20))
    assert theirs == pytest.approx(complex(ours), rel=1e-8, abs=1e-8)
    return True


@pytest.mark.parametrize("id", FUNCTIONS)
def test_each_function_has_its_value_in_sympy(id):
    x = Name("x")
    orders = (number(2),) if id in FIRST_ORDERS else ()
    more = (number(3),) * (FUNCTIONS[id].least - 1 - len(orders))
    tree = Call(id, (*orders, x, *more))
    assert sum(assert_same_value(tree, {"x": point}) for point in POINTS)


EXACT_IN_SYMPY = ("sin", "atan", "exp", "log", "sqrt", "cbrt", "abs", "max", "sigmoid", "acot")


@settings(max_examples=60, deadline=None)
@given(trees(depth=2, functions=EXACT_IN_SYMPY, applied=False, derivatives=False))
def test_random_trees_have_their_value_in_sympy(tree):
    assume(tree.size < 40 and not _has_branching_condition(tree))
    point = {"x": POINTS[1], "y": POINTS[2]}
    with mpmath.workdps(30):
        assert_same_value(tree, {name: point[name] for name in tree.names})


def _has_branching_condition(tree):
    """SymPy cannot read conditions on piecewise functions, whatever text they have."""
    return any(
        isinstance(part, Piecewise)
        for found in walk(tree)
        if isinstance(found, Piecewise)
        for _, condition in found.branches
        if condition is not None
        for side in (condition.left, condition.right)
        for part in walk(side)
    )


@pytest.mark.parametrize("typed", ["x^(2/3)", "x^(-1/3)", "x^0.2", "root(x, 3)", "acot(x)", "-x^2"])
def test_sympy_reads_real_values_where_its_own_are_complex(typed):
    assert assert_same_value(read_back(typed), {"x": POINTS[1]})


SYMPY_TEXTS = [
    ("x^(2/3)", "real_root(x, 3)**2"),
    ("x^(-1/3)", "real_root(x, 3)**(-1)"),
    ("x^0.2", "real_root(x, 5)"),
    ("x^(1/2)", "x**(1/2)"),
    ("x^y", "x**y"),
    ("2*sigmoid(x)", "2*(1/(1 + exp(-x)))"),
    ("sigmoid(x + y)", "1/(1 + exp(-(x + y)))"),
    ("acot(x)", "pi/2 - atan(x)"),
    ("log2(x)", "log(x, 2)"),
    ("log(x, y)", "log(x, y)"),
    ("0.1*x", "(1/10)*x"),
    ("1/3", "1/3"),
    ("e*x", "E*x"),
    ("lambda + S*N", "lamda + S*N"),
    ("gamma(x)*gamma", "factorial(x - 1)*gamma"),
    ("f(x)", "f(x)"),
    ("f''(x)", "Derivative(f(x), x, x)"),
    ("f'(x^2)", "Subs(Derivative(f(_1), _1), (_1,), (x**2,))"),
    ("f^(1,0)(x, x)", "Subs(Derivative(f(_1, _2), _1), (_1, _2,), (x, x,))"),
    ("D(x^2, x)", "Derivative(x**2, x)"),
    ("D(y, x) = 1/2", "Eq(Derivative(y, x), 1/2)"),
    ("Piecewise((x, x != 1), (y, True))", "Piecewise((x, Ne(x, 1)), (y, True))"),
    ("x < 1", "x < 1"),
]


@pytest.mark.parametrize(("typed", "shown"), SYMPY_TEXTS)
def test_sympy_text(typed, shown):
    statement = read_back(typed)
    assert sympy_text(statement) == shown
    in_sympy(statement)


def test_derivatives_of_undefined_functions_are_the_same_in_sympy():
    x = sympy.Symbol("x", real=True)
    f = sympy.Function("f")
    assert (in_sympy(read_back("2*x*f'(x^2)")) - f(x**2).diff(x)).doit() == 0


# --- for people ---

PRETTY = [
    ("3*x^4 - 4*x^3 - 12*x^2 + 32", "3x⁴ − 4x³ − 12x² + 32"),
    ("1/(1 + exp(-x))", "1/(1+e⁻ˣ)"),
    ("sigmoid(x)*(1 - sigmoid(x))", "σ(x)·(1 − σ(x))"),
    ("12*x*(x - 2)*(x + 1)", "12x(x − 2)(x + 1)"),
    ("-D(1 + exp(-x), x)/(1 + exp(-x))^2", "−d/dx(1+e⁻ˣ) / (1+e⁻ˣ)²"),
    ("(x*cos(x) - sin(x))/x^2", "(x·cos(x) − sin(x)) / x²"),
    ("sin(x)^2", "sin²(x)"),
    ("asin(x)^2", "arcsin(x)²"),
    ("n*x^(n - 1)", "n·xⁿ⁻¹"),
    ("x^(a*y)", "x^(a·y)"),
    ("x^(1/3)", "x^(1/3)"),
    ("exp(x)^2", "(eˣ)²"),
    ("sqrt(x)*y", "√(x)·y"),
    ("1/(2*sqrt(x))", "1/(2√x)"),
    ("sqrt(x + 1)", "√(x+1)"),
    ("2*root(x, 4)", "2·⁴√x"),
    ("abs(abs(x) + 1)", "abs(|x|+1)"),
    ("floor(x)", "⌊x⌋"),
    ("log(x)", "ln(x)"),
    ("log(x, 2)", "log₂(x)"),
    ("log(x, y)", "log(x, y)"),
    ("besselj(0, x)", "J₀(x)"),
    ("w1*x_1 + alpha2", "w₁·x₁ + α₂"),
    ("w1 + w_1", "w₁ + w_1"),
    ("2*loss", "2·loss"),
    ("2*pi*r", "2π·r"),
    ("x*(x + 1)", "x(x + 1)"),
    ("f*(x + 1)", "f·(x + 1)"),
    ("sigma*(x + 1)", "σ·(x + 1)"),
    ("2*3", "2·3"),
    ("2e3*x", "2e3·x"),
    ("(-x)*y", "(−x)·y"),
    ("x - (y - 1)", "x − (y−1)"),
    ("x/y/2", "(x/y)/2"),
    ("1/2*x", "(1/2)·x"),
    ("x/(y/2)", "x/(y/2)"),
    ("f'(x)", "f′(x)"),
    ("f^(4)(x)", "f⁽⁴⁾(x)"),
    ("f^(2,1)(x, y)", "∂₁²∂₂f(x, y)"),
    ("D(sin(x), x, y, y)", "∂³/∂y²∂x(sin(x))"),
    ("D(y, x)*x", "(dy/dx)·x"),
    ("2*y*D(y, x)", "2y·dy/dx"),
    ("D(u/v) = (D(u)*v - u*D(v))/v^2", "(u/v)′ = (u′·v − u·v′)/v²"),
    ("Piecewise((x^2, x <= 1), (2*x, True))", "{x² if x ≤ 1; 2x otherwise}"),
]


@pytest.mark.parametrize(("typed", "shown"), PRETTY)
def test_pretty(typed, shown):
    assert pretty(read_back(typed)) == shown


def test_partial_derivatives_are_marked_when_asked():
    assert pretty(read_back("D(x*y, x)"), partial=True) == "∂/∂x(x·y)"
    assert latex(read_back("D(f, x)"), partial=True) == r"\frac{\partial f}{\partial x}"


LATEX = [
    ("1/(1 + exp(-x))", r"\frac{1}{1 + e^{-x}}"),
    ("12*x*(x - 2)", r"12 x (x - 2)"),
    ("(1/x)^2", r"\left(\frac{1}{x}\right)^{2}"),
    ("sin(x)^2", r"\sin^{2}(x)"),
    ("root(x, 3)*sqrt(2)", r"\sqrt[3]{x} \cdot \sqrt{2}"),
    ("exp(x)^2", r"\left(e^{x}\right)^{2}"),
    ("w1*beta", r"w_{1} \cdot \beta"),
    ("loss_a", r"\mathit{loss}_{a}"),
    ("floor(x) + abs(x)", r"\left\lfloor x\right\rfloor + \left|x\right|"),
    ("D(x^2, x)", r"\frac{d}{d x}\left(x^{2}\right)"),
    ("f^(1,0)(x, y)", r"f^{(1, 0)}(x, y)"),
    ("x <= pi", r"x \le \pi"),
    (
        "Piecewise((x, x < 1), (2, True))",
        r"\begin{cases} x & \text{if } x < 1 \\ 2 & \text{otherwise} \end{cases}",
    ),
]


@pytest.mark.parametrize(("typed", "shown"), LATEX)
def test_latex(typed, shown):
    assert latex(read_back(typed)) == shown


def test_numbers_of_any_length_are_printed():
    assert plain(number(10**5000)) == "1" + "0" * 5000


def test_depth_is_no_limit():
    deep = Name("x")
    for _ in range(3000):
        deep = Call("sin", (deep,))
    assert plain(deep).count("sin(") == pretty(deep).count("sin(") == 3000
    assert latex(deep).count(r"\sin(") == sympy_text(deep).count("sin(") == 3000


@settings(max_examples=100, deadline=None)
@given(call("besselj", whole(0, 9)))
def test_orders_are_lowered(tree):
    order, argument = tree.arguments
    assert pretty(tree) == f"J{'₀₁₂₃₄₅₆₇₈₉'[int(rational(order))]}({plain(argument)})"


@pytest.mark.parametrize(
    ("write", "expected"),
    [
        (pretty, "2x+1 ≠ 0, −1, −2, …"),
        (latex, r"2 x + 1 \ne 0, -1, -2, \dots"),
        (plain, "max(2*x + 1, (2*x + 1) - floor(2*x + 1)) > 0"),
    ],
)
def test_where_the_gamma_function_has_values(write, expected):
    (needed,) = conditions(read_back("gamma(2*x + 1)"))
    assert write(needed).replace("2x + 1", "2x+1") == expected


def test_no_poles_are_told_of_another_maximum():
    assert "max" in pretty(read_back("max(x, x - floor(y)) > 0"))
    assert "max" in pretty(read_back("max(x, x - floor(x)) >= 0"))


def test_polygamma_has_its_letter():
    assert pretty(read_back("polygamma(1, x)")) == "ψ₁(x)"


BOUNDED = [
    ("x > 0; x < 1", "0 < x < 1"),
    ("x <= 1; y = 0; x >= 0", "{0 ≤ x ≤ 1, y = 0}"),
    ("0 < a; a < b; b <= 1", "0 < a < b ≤ 1"),
    ("x < 1; x < 2", "{x < 1, x < 2}"),
    ("x != 0; x < 1", "{x ≠ 0, x < 1}"),
    ("x < 0; y > 0", "x < 0 < y"),
    ("x > 0; y > 0", "{x > 0, y > 0}"),
    ("x + y > 0; x + y < 2", "0 < x + y < 2"),
    ("a < 0; b < 0; b > a", "a < b < 0"),
    ("a < b; c < 1; b <= c; a < c", "a < b ≤ c < 1"),
    ("a <= b; b <= 1; a < 1", "{a ≤ b ≤ 1, a < 1}"),
]


@pytest.mark.parametrize(("typed", "shown"), BOUNDED)
def test_what_bounds_one_thing_from_both_sides_is_one_line_for_people_only(typed, shown):
    relations_ = tuple(map(read_back, typed.split(";")))
    assert pretty(System(relations_)) == shown
    assert plain(System(relations_)) == "{" + ", ".join(map(plain, relations_)) + "}"


SIGNS = {"<": lt, "<=": le, ">": gt, ">=": ge, "=": eq, "!=": ne}
SIDES = [Name("x"), Name("y"), Name("z"), number(0), number(1)]


@settings(max_examples=200, deadline=None)
@given(st.lists(relations(st.sampled_from(SIDES)), max_size=5))
def test_lines_between_say_just_what_the_relations_say(listed):
    """Of all numbers in place of the names."""
    told = [each for run in runs(listed) for each in run]
    for x, y, z in product((-1, 0, Fraction(1, 2), 1, 2), repeat=3):
        at = {"x": x, "y": y, "z": z}
        assert all(_holds(each, at) for each in told) == all(_holds(each, at) for each in listed)


def _holds(each, at):
    sides = each.left, each.right
    left, right = (at[side.id] if isinstance(side, Name) else side.value for side in sides)
    return SIGNS[each.sign](left, right)
