"""Systems that a change of variables or a substitution solves; what is stripped before."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import newton
from calctool.algebra.ball import Lack, Program, enclose
from calctool.algebra.field import prove_equal
from calctool.algebra.generators.logarithms import without_logarithms
from calctool.algebra.generators.monotone import inner
from calctool.algebra.generators.without_nonzero import strip
from calctool.algebra.solutions import Box, Root, Solutions
from calctool.algebra.solving import solutions
from calctool.notation.printing.plain import plain
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import Product
from calctool.words.proofs import boxes as words
from texts import tree


def solve(texts: Sequence[str], names: str = "xy", box: Box | None = None) -> Solutions:
    return solutions([tree(text) for text in texts], list(names), box=box)


def square(size: str, names: str = "xy") -> Box:
    return dict.fromkeys(names, (-Fraction(size), Fraction(size)))


def written(root: Root) -> str:
    """The point in exact form, ~ where a coordinate has none."""
    trees = (root.place.coordinate(name).tree() for name in root.place.names)
    return ", ".join("~" if each is None else plain(each) for each in trees)


# --- what is stripped ---

STRIPPED = [
    ("x*exp(-x^2-y^2)*(1-2*y^2)", "x*(2*y^2 - 1)", ["exp(-x^2 - y^2)"]),
    ("x^2*exp(x-y) + 2*x*exp(x-y)", "x*(x + 2)", ["exp(x - y)"]),
    ("(log(x) + 1)*x", "log(x) + 1", ["x"]),
    ("-x/(x^2+1)^2", "x", ["1/(x^2 + 1)^2"]),
    ("y/sqrt(x^2+y^2)", "y", ["1/sqrt(x^2 + y^2)"]),
    ("sin(x)/(2+cos(x))", "sin(x)", ["1/(cos(x) + 2)"]),
    ("2*x*(x-y)^2", "2*x*(x - y)^2", []),
    ("log(x) - log(y)", "log(x) - log(y)", []),
    ("(x - y)^3*exp(x)", "(x - y)^3", ["exp(x)"]),
    ("gamma(x)*sin(y)", "sin(y)", ["gamma(x)"]),
]


@pytest.mark.parametrize(("text", "kept", "removed"), STRIPPED)
def test_factors_without_zeros_are_taken_out(text: str, kept: str, removed: list[str]) -> None:
    found = strip(tree(text))
    assert (plain(found.tree), [plain(each) for each in found.removed]) == (kept, removed)


@pytest.mark.parametrize("text", ["x*y*exp(x)", "(x^2+y^2)*exp(y)", "(x+y)/(x*y)", "abs(x)*exp(y)"])
def test_what_may_vanish_is_kept(text: str) -> None:
    found = strip(tree(text))
    (value, zero) = Program((found.tree, tree(text))).balls({"x": 0, "y": 0})
    assert isinstance(zero, Lack) or zero == 0
    assert not isinstance(value, Lack)
    assert value == 0


FACTORS = ("x", "y - 1", "exp(x*y)", "x^2 + 1", "sqrt(y^2 + 2)", "sin(x)", "1/(x^2 + 3)", "cosh(y)")


@given(st.lists(st.sampled_from(FACTORS), min_size=1, max_size=5))
def test_what_is_left_is_the_original_over_what_was_removed(texts: list[str]) -> None:
    whole = tree("*".join(f"({text})" for text in texts))
    found = strip(whole)
    ratios = []
    for at in ({"x": Fraction(1, 3), "y": Fraction(5, 2)}, {"x": Fraction(-7, 4), "y": 3}):
        a, b = Program((whole, Product((found.tree, *found.removed)))).balls(at)
        assert not isinstance(a, Lack)
        assert not isinstance(b, Lack)
        assume(b != 0)
        ratios.append(a / b)
    assert ratios[0].overlaps(ratios[1])  # a constant


INNER = [
    ("exp(x*y)", "x*y", True),
    ("sqrt((x+1)^2 + (y-1)^2)", "(x + 1)^2 + (y - 1)^2", True),
    ("-exp(-x^2-y^2)", "-x^2 - y^2", False),
    ("1/(1+x^2+y^2)", "1 + x^2 + y^2", False),
    ("3 - 2*log(x*y)", "x*y", False),
    ("(x+y)^3", "x + y", True),
    ("(1/2)^x", "x", False),
    ("atan(2*tanh(x*y)+1)/3", "x*y", True),
    ("(x*y)^2", "(x*y)^2", True),
    ("1/x", "1/x", True),
    ("(x*y)^(2/3)", "(x*y)^(2/3)", True),
    ("x^(-2)", "x^(-2)", True),
    ("acos(x)", "x", False),
]


@pytest.mark.parametrize(("text", "kept", "increasing"), INNER)
def test_monotone_functions_are_peeled_off(text: str, kept: str, increasing: bool) -> None:
    found = inner(tree(text))
    assert (plain(found.tree), found.increasing) == (kept, increasing)
    assert bool(found.functions) == (found.tree != tree(text))


OUTER = ("exp({})", "-({})", "2*({}) - 1", "1/(exp({}) + 1)", "({})^3", "tanh({})", "cbrt({})")


@given(st.lists(st.sampled_from(OUTER), max_size=3), st.lists(st.integers(-8, 8), min_size=4))
def test_the_objective_grows_as_its_inner_part_does(outer: list[str], at: list[int]) -> None:
    text = "x*y - x"
    for each in outer:
        text = each.format(text)
    found = inner(tree(text))
    program = Program((tree(text), found.tree))
    first, second = ({"x": Fraction(a, 4), "y": Fraction(b, 4)} for a, b in (at[:2], at[2:4]))
    (f, g), (p, q) = program.balls(first, bits=400), program.balls(second, bits=400)
    assume(not {type(each) for each in (f, g, p, q)} & {Lack} and (g > q or g < q))
    assert ((f > p) == (g > q)) == found.increasing or f.overlaps(p)


UNDONE = [
    ("log(x) - log(y)", "x - y"),
    ("log(x) - log(x + y) + y", "x - (x + y)*exp(-y)"),
    ("log(x^2) - y", "x^2 - exp(y)"),
    ("exp(x^2 + y) - exp(x)", "-x + y + x^2"),
    ("exp(x) + exp(y)", "1"),
    ("x*log(x) - 1", None),
    ("x + y", None),
]


@pytest.mark.parametrize(("text", "after"), UNDONE)
def test_logarithms_and_exponentials_are_undone(text: str, after: str | None) -> None:
    found = without_logarithms(tree(text))
    if after is None:
        assert found is None
    else:
        assert found is not None
        assert prove_equal(found, tree(after))


# --- whole systems ---

TURNS = (("x", "2*pi"), ("y", "2*pi"))
H = "sqrt(2)/2"
EXACT = [
    # critical points of products with positive factors
    (
        ("y*exp(-x^2-y^2)*(1-2*x^2)", "x*exp(-x^2-y^2)*(1-2*y^2)"), "xy",
        [f"-{H}, -{H}", f"-{H}, {H}", "0, 0", f"{H}, -{H}", f"{H}, {H}"],
    ),
    (("2*x*(1-x^2-2*y^2)*exp(-x^2-y^2)", "2*y*(2-x^2-2*y^2)*exp(-x^2-y^2)"), "xy",
     ["-1, 0", "0, -1", "0, 0", "0, 1", "1, 0"]),
    (("exp(x-y)*(x^2-2*y^2)+2*x*exp(x-y)", "-exp(x-y)*(x^2-2*y^2)-4*y*exp(x-y)"), "xy",
     ["-4, -2", "0, 0"]),
    (("x/sqrt(x^2+y^2)", "y/sqrt(x^2+y^2)"), "xy", []),
    (("x*y/x", "x^2 - x"), "xy", ["1, 0"]),
    # exponentials and logarithms
    (("3*exp(y) - 3*x^2", "3*x*exp(y) - 3*exp(3*y)"), "xy", ["1, 0"]),
    (("exp(x)*cos(y)", "-exp(x)*sin(y)"), "xy", []),
    (("x*exp(y) - 1", "x + exp(y) - 3"), "xy",
     ["(3 - sqrt(5))/2, log((3 + sqrt(5))/2)", "(3 + sqrt(5))/2, log((3 - sqrt(5))/2)"]),
    (("exp(2*x) - 3*exp(x/2)*y + 2", "y - 1"), "xy", ["0, 1", "*"]),
    (("exp(x) + y", "exp(2*x) - y^2"), "xy", None),
    (("log(x) + 1", "log(y) + 1"), "xy", ["exp(-1), exp(-1)"]),
    (("log(x) - log(y)", "log(y) - log(z)", "x + y + z - 1"), "xyz", ["1/3, 1/3, 1/3"]),
    (("3*y^3*exp(x*y) - 3*x^3*exp(x*y)", "x^3 + y^3 - 16"), "xy", ["2, 2"]),
    # roots and signs
    (("sqrt(x+y) - x", "x - y"), "xy", ["0, 0", "2, 2"]),
    (("cbrt(x) - y", "x - 4*y"), "xy", ["-8, -2", "0, 0", "8, 2"]),
    (("abs(x) + y - 1", "abs(y) - x"), "xy", ["1/2, 1/2"]),
    (("abs(x) - 1", "abs(y) + x"), "xy", ["-1, -1", "-1, 1"]),
    # one equation in one name
    (("2*x - y", "exp(y) - x"), "xy", []),
    (("exp(x)*y - 1", "x + y"), "xy", []),
    (("x + y - 2", "exp(x) - y - exp(1) + 1"), "xy", ["1, 1"]),
    (("2*x + exp(x)", "4*y^3 - 1 + exp(y)"), "xy", ["-LambertW(1/2), 0"]),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "names", "expected"), EXACT)
def test_solved_completely(texts: Sequence[str], names: str, expected: list[str] | None) -> None:
    found = solve(texts, names)
    assert (found.state, found.undecided, found.scope) == ("complete", (), ())
    listed = [written(root) for root in found.roots]
    if expected is None:
        assert found.components or not listed
    elif "*" in expected:
        assert len(listed) == len(expected)
        assert set(expected) - {"*"} <= set(listed)
    else:
        assert listed == expected
    for root in found.roots:
        assert all(root.place.scalar(tree(text)).sign() == 0 for text in texts)


TRIGONOMETRIC = [
    (("cos(x)*sin(y)", "sin(x)*cos(y)"), 8),
    (("cos(x) + cos(x+y)", "cos(y) + cos(x+y)"), 3),
    (("-sin(x) - sin(x+y)", "-sin(y) - sin(x+y)"), 6),
    (("cos(x)*cos(y) - 2*sin(2*x)/3", "-sin(x)*sin(y) - cos(y)/2"), 12),
]


@pytest.mark.parametrize(("texts", "count"), TRIGONOMETRIC)
def test_one_turn_of_a_trigonometric_system(texts: Sequence[str], count: int) -> None:
    found = solve(texts)
    assert (found.state, len(found.roots)) == ("complete", count)
    for root in found.roots:
        assert tuple((name, plain(step)) for name, step in root.periods) == TURNS
        assert all(root.place.scalar(tree(text)).sign() == 0 for text in texts)
    expected = newton.found([tree(text) for text in texts], "xy", 3, 40)
    assert all(any(is_turned(at, root) for root in found.roots) for at in expected)


def is_turned(at: dict[str, float], root: Root) -> bool:
    """Whether whole periods lead from the solution to this point."""
    place, steps = newton.numbers(root), dict(root.periods)
    for name, value in at.items():
        apart = value - place[name]
        if name in steps:
            bounds = enclose(steps[name], 20)
            assert bounds is not None
            apart -= float(bounds[0]) * round(apart / float(bounds[0]))
        if abs(apart) > 1e-6:
            return False
    return True


def test_angles_are_recognised() -> None:
    found = solve(("cos(x) + cos(x+y)", "cos(y) + cos(x+y)"))
    assert [written(root) for root in found.roots] == ["-pi/3, -pi/3", "pi/3, pi/3", "pi, pi"]
    assert [root.multiplicity for root in found.roots] == [1, 1, 4]
    half = solve(("sin(x/2) - 1/2", "y - 1"))
    assert [(written(r), plain(r.periods[0][1])) for r in half.roots] == [
        ("pi/3, 1", "4*pi"),
        ("5*pi/3, 1", "4*pi"),
    ]
    turns = solve(("sin(pi*x)", "2*cos(pi*y) - 1"))
    assert {written(root) for root in turns.roots} == {"0, -1/3", "0, 1/3", "1, -1/3", "1, 1/3"}


def test_a_box_lists_the_members_of_families_inside() -> None:
    found = solve(("sin(x)", "y - 1"), box=square("7"))
    assert [written(root) for root in found.roots] == [
        f"{each}, 1" for each in ("-2*pi", "-pi", "0", "pi", "2*pi")
    ]
    assert (found.state, {root.periods for root in found.roots}) == ("complete", {()})
    assert [written(root) for root in solve(("x^2 - 2", "y"), box=square("1.5")).roots] == [
        "-sqrt(2), 0",
        "sqrt(2), 0",
    ]
    assert solve(("x^2 - 2", "y"), box=square("1.4142")).roots == ()
    assert len(solve(("x^2 - 1", "y"), box=square("1")).roots) == 2


def test_points_without_a_value_are_left_out_of_a_family() -> None:
    found = solve(("sin(x)/x", "y"), box=square("4"))
    assert [written(root) for root in found.roots] == ["-pi, 0", "pi, 0"]
    turned = solve(("tan(x) - 1", "y")).roots
    assert [written(root) for root in turned] == ["-3*pi/4, 0", "pi/4, 0"]


def test_solutions_that_repeat_together_are_complete_in_the_window_only() -> None:
    found = solve(("cos(x) - cos(y)", "x + y - pi"))
    assert (found.state, len(found.roots)) == ("box", 5)
    assert found.missing == (words.REPEATED,)
    assert {name: (low, high) for name, low, high in found.scope} == square("10")
    assert "pi/2, pi/2" in {written(root) for root in found.roots}


@pytest.mark.parametrize(
    ("texts", "sets", "points"),
    [
        (("y*cos(x*y)", "x*cos(x*y)"), ["cos(x*y)"], ["0, 0"]),
        (("sin(x*y) - y",), ["sin(x*y) - y"], []),
        (("(x - exp(x*y))*y", "(x - exp(x*y))*(x - 1)"), ["exp(x*y) - x"], []),
    ],
)
def test_a_common_factor_is_a_set_of_solutions(
    texts: Sequence[str], sets: list[str], points: list[str]
) -> None:
    found = solve(texts)
    assert found.state == "complete"
    assert [plain(each.equations[0]) for each in found.components] == sets
    assert [written(root) for root in found.roots] == points
    for component in found.components:
        assert component.dimension == 1
        for place in component.samples:
            assert place.scalar(component.equations[0]).sign() == 0


def test_lines_of_a_trigonometric_system_are_sets() -> None:
    found = solve(("cos(x + y)", "2*cos(x + y)"))
    assert (found.state, found.roots) == ("complete", ())
    assert found.components
    for component in found.components:
        assert component.dimension == 1
        for place in component.samples:
            assert place.scalar(tree("cos(x + y)")).sign() == 0


BOXED = [
    (("2*y*sin(y) - 2*x^2*cos(y)", "x^2 + y^2 - 4"), "complete", 4),
    (("2*x + y*cos(x) - x*y*sin(x)", "2*y + x*cos(x)"), "box", 5),
    (("log(x) - log(x+y) + y", "log(y) - log(x+y) + x"), "box", 1),
    (("exp(x*y) - 2 - x", "exp(x*y) - 2 - y"), "box", 2),
    (("x*(exp(x*y) - 2 - x)", "y*(exp(x*y) - 2 - y)"), "box", 5),
]


@pytest.mark.parametrize(("texts", "state", "count"), BOXED)
def test_boxes_where_nothing_else_reaches(texts: Sequence[str], state: str, count: int) -> None:
    found = solve(texts)
    assert (found.state, len(found.roots), found.undecided) == (state, count, ())
    assert bool(found.scope) == (state == "box")


def test_equal_or_opposite_coordinates_are_recognised() -> None:
    found = solve(("log(x) - log(x+y) + y", "log(y) - log(x+y) + x"))
    assert [written(root) for root in found.roots] == ["log(2), log(2)"]
    turned = solve(("exp(x*y + x^2) - 3*exp(x) + 2", "exp(x*y + y^2) - 3*exp(-y) + 2"))
    assert "0, 0" in {written(root) for root in turned.roots}


@pytest.mark.parametrize(
    ("texts", "method"),
    [
        (("log(x) + log(-x - 1)", "y"), "nowhere-defined"),
        (("exp(x + y)", "x"), "no-zero"),
        (("a*exp(x*y) - x", "y*x - sin(x)"), "none"),
    ],
)
def test_answers_without_a_search(texts: Sequence[str], method: str) -> None:
    found = solve(texts)
    assert (found.method, found.roots) == (method, ())
    assert found.state == ("partial" if method == "none" else "complete")


def test_the_moves_lead_from_the_equations_to_the_points() -> None:
    found = solve(("3*exp(y) - 3*x^2", "3*x*exp(y) - 3*exp(3*y)"))
    ids = [move.id for move in found.moves]
    assert ids[:2] == ["divide-positive", "exponential-substitution"]
    assert ids[-1] == "resubstitute"
    first, last = found.moves[0], found.moves[-1]
    assert isinstance(first.before, System)
    assert next(plain(each.left) for each in first.before.relations) == "3*exp(y) - 3*x^2"
    assert last.after.names == {"x", "y"}
    boxed = solve(("exp(x*y) - 2 - x", "exp(x*y) - 2 - y"))
    assert [move.id for move in boxed.moves] == ["certified-boxes"]
    assert all(move.id in words.MOVES for move in boxed.moves)


# --- contracts ---

WAVES = ("sin(x)", "cos(y)", "sin(x + y)", "cos(x - y)", "sin(2*y)", "cos(x)*sin(y)")
GROWTH = ("exp(x)", "exp(-x)", "exp(2*x)", "y", "y^2", "y*exp(x)", "exp(x/2)")


@st.composite
def systems(draw: st.DrawFn, terms: Sequence[str]) -> list[str]:
    def equation() -> str:
        chosen = draw(st.lists(st.sampled_from(terms), min_size=2, max_size=3, unique=True))
        numbers = [draw(st.integers(-3, 3).filter(bool)) for _ in chosen]
        listed = [f"({n})*{term}" for n, term in zip(numbers, chosen, strict=True)]
        return " + ".join([*listed, f"({draw(st.integers(-2, 2))})/2"])

    return [equation(), equation()]


@pytest.mark.parametrize("terms", [WAVES, GROWTH])
@given(data=st.data())
@settings(max_examples=15)
def test_newton_finds_nothing_that_is_missing(data: st.DataObject, terms: Sequence[str]) -> None:
    texts = data.draw(systems(terms))
    found = solve(texts)
    for root in found.roots:
        assert all(root.place.scalar(tree(text)).sign() == 0 for text in texts)
    if found.state != "complete" or found.components:
        return
    for at in newton.found([tree(text) for text in texts], "xy", 3, 12):
        assert any(is_turned(at, root) for root in found.roots)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("log(x)", ["1, 0"]),
        ("log(-x)", ["-1, 0"]),
        ("log(abs(x))", ["1, 0", "-1, 0"]),
        ("log(x)^2 - 1", ["e, 0", "exp(-1), 0"]),
    ],
)
def test_solutions_of_logarithms_lie_where_these_are_real(text: str, found: list[str]) -> None:
    solved = solve([text, "y"])
    assert sorted(map(written, solved.roots)) == sorted(found)
    (back,) = (move for move in solved.moves if move.id == "resubstitute")
    assert isinstance(back.after, Alternatives)
    assert len(back.after.systems) == len(found)
