"""algebra.systems: every real solution is found, is exact, and there is a proof that it is all."""

from __future__ import annotations

import itertools
import random
from fractions import Fraction

import pytest
import sympy
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.ball import enclose
from calctool.algebra.real.ring import Undefined
from calctool.algebra.solutions import Solutions
from calctool.algebra.systems import (
    AlgebraicPlace,
    NotPolynomial,
    contains,
    has_real_point,
    is_inconsistent,
    polynomial_solutions,
)
from calctool.notation.printing.plain import plain
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.words.proofs.systems import MOVES
from texts import tree


def solved(equations: list[str], names: str, positive: tuple[str, ...] = ()) -> Solutions:
    return polynomial_solutions(
        [tree(text) for text in equations], tuple(names), positive=[tree(p) for p in positive]
    )


def points(found: Solutions) -> list[str]:
    """The isolated solutions as text, from left to right."""
    return [", ".join(plain(t) for t in places(root.place).trees.values()) for root in found.roots]


def places(place: object) -> AlgebraicPlace:
    assert isinstance(place, AlgebraicPlace)
    return place


x, y, z, a = sympy.symbols("x y z a")


def names_of(f: sympy.Expr) -> str:
    return "".join(sorted(map(str, f.free_symbols)))


def texts(expressions: list[sympy.Expr]) -> list[str]:
    return [str(sympy.expand(p)).replace("**", "^") for p in expressions]


def gradient(f: sympy.Expr) -> list[str]:
    return texts([sympy.diff(f, name) for name in names_of(f)])


def candidates(f: sympy.Expr, constraints: list[sympy.Expr], names: str) -> list[str]:
    """The constraints, and the minors that are zero where the gradients depend on each other."""
    rows = sympy.Matrix([f, *constraints]).jacobian(sympy.symbols(list(names)))
    minors = [
        sympy.expand(rows[:, list(columns)].det())
        for columns in itertools.combinations(range(len(names)), rows.rows)
    ]
    return texts([*constraints, *(p for p in minors if p != 0)])


GRADIENTS = [
    # f, isolated critical points, curves and surfaces of them
    (x**2 + y**2, 1, 0),
    (x**4 + y**4 - 4 * x * y + 1, 3, 0),
    (x**3 - 3 * x * y**2, 1, 0),
    ((x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2, 9, 0),
    (2 * x**2 + 3 * x * y + 4 * y**2 - 5 * x + 2 * y, 1, 0),
    ((x**2 + y**2 - 1) ** 2, 1, 1),
    (x**2 * y**2, 0, 2),
    (x**5 + y**5 - 5 * x * y + x, 2, 0),
    (x**4 + y**4 + z**4 - 4 * x * y * z, 5, 0),
    (x**2 * y + y**2 * z + z**2 * x - x, 4, 0),
    (x**3 + y**3 + z**3 - 3 * x * y * z + x, 0, 0),
    (x**4 + 2 * y**4 - 3 * x**2 * y + x - y, 3, 0),
    ((1 - x) ** 2 + 100 * (y - x**2) ** 2, 1, 0),
    (4 * x**3 + 6 * x * y**6, 1, 0),
    (3 * x**4 + 5 * x**2 * y**6 - 6 * y**3, 1, 0),
    (x**4 - 6 * x**2 * y**2 + y**4 + x * y - x**5, 6, 0),
    ((x**2 + y**2) ** 2 + (x**2 + z**2) ** 2 - 2 * (2 * x**2 + y**2 + z**2), 5, 2),
    (x**4 + y**4 + z**4 + a**4 - 4 * x * y * z * a + x + a, 1, 0),
    ((1 - y) ** 2 * (x - 2) + (x**2 - y**3) ** 2, 4, 0),
    (x**2 - 2 * x * y**2 + y**4 - y**5, 1, 0),
    (x**2 + y**4, 1, 0),
    (-((x**2 - 1) ** 2) - (x**2 * y - x - 1) ** 2, 2, 0),
    (x**6 + y**6 - x**3 * y + 2 * x * y - y**2, 3, 0),
    (x**4 - x**2 * y**2 + y**6, 5, 0),
    ((y - x**2) * (y - 3 * x**2), 1, 0),
    ((x - y) ** 2, 0, 1),
    (x**2 * y, 0, 1),
]


@pytest.mark.parametrize(("f", "isolated", "sets"), GRADIENTS)
def test_critical_points(f: sympy.Expr, isolated: int, sets: int) -> None:
    names = names_of(f)
    found = solved(gradient(f), names)
    assert (len(found.roots), len(found.components), found.state) == (isolated, sets, "complete")
    check(found, gradient(f))


CONSTRAINED = [
    # f, constraints, names, candidates, sets of them
    (x + y, [x**2 + y**2 - 1], "xy", 2, 0),
    (x * y, [x**2 / 8 + y**2 / 2 - 1], "xy", 4, 0),
    (x, [y**2 - x**3], "xy", 1, 0),
    (x**2 + y**2 + z**2, [x * y * z - 1], "xyz", 4, 0),
    (x * y * z, [x + y + z - 1, x**2 + y**2 + z**2 - 1], "xyz", 6, 0),
    (x + 2 * y + 3 * z, [x - y + z - 1, x**2 + y**2 - 1], "xyz", 2, 0),
    (x**2 + 2 * y**2 + 3 * z**2, [x**2 + y**2 + z**2 - 1], "xyz", 6, 0),
    (x**2 + y**2, [x**6 + y**6 - 1], "xy", 8, 0),
    (x**3 + y**3 + z**3, [x**2 + y**2 + z**2 - 1], "xyz", 14, 0),
    (y, [x**2 + y**2 - 1, (x - 2) ** 2 + y**2 - 1], "xy", 1, 0),
    (x**4 + y**4, [x**3 + y**3 - x * y - 1], "xy", 3, 0),
    (x * y, [x**3 + y**3 - 16], "xy", 1, 0),
    (x * y**2 * z**3, [x + y + z - 6], "xyz", 1, 2),
    (x**2 + y**2, [(x - 1) ** 3 - y**2], "xy", 1, 0),
    (x + y + z + a, [x**4 + y**4 + z**4 + a**4 - 1], "axyz", 2, 0),
    (x * y + y * z + z * x, [x**2 + y**2 + z**2 - 1], "xyz", 2, 1),
    (x**5 + y - z, [x**2 + y**2 + z**2 - 1, 10 * x * y * z - 1], "xyz", 10, 0),
    (x**2 + y**2, [x**2 * y - 2], "xy", 2, 0),
    (x**2 * y, [x**2 + y**2 - 3], "xy", 6, 0),
    (y, [x**2 + y**3 - x * y], "xy", 2, 0),
]


@pytest.mark.parametrize(("f", "constraints", "names", "isolated", "sets"), CONSTRAINED)
def test_constrained_candidates(
    f: sympy.Expr, constraints: list[sympy.Expr], names: str, isolated: int, sets: int
) -> None:
    equations = candidates(f, constraints, names)
    found = solved(equations, names)
    assert (len(found.roots), len(found.components), found.state) == (isolated, sets, "complete")
    check(found, equations)


EXACT = [
    (["x + y - 3", "x - y - 1"], "xy", ["2, 1"]),
    (["x + 2*y + 3*z - 6", "x - y - 1", "2*x + z - 3"], "xyz", ["1/3, -2/3, 7/3"]),
    (["x^2 + y^2 - 1", "x - y"], "xy", ["-sqrt(2)/2, -sqrt(2)/2", "sqrt(2)/2, sqrt(2)/2"]),
    (["x^4 - 10*x^2 + 1", "y - x", "x*z - 1"], "xyz", 4),
    (["2*x*(w + 1)", "2*y*(w - 1)", "2*z*(w - 1)", "x^2 + y^2 + z^2 - 1"], "xyzw", 2),
    (["l*y^2 + 16*m*x + 16*x", "2*y*(l*x + m + 1)", "x*y^2", "8*x^2 + y^2 - 24"], "xylm", 2),
    (["6*x*(4*x^2 + y^6)", "18*y^2*(x^2*y^3 - 1)"], "xy", ["0, 0"]),
    (["x^4 - 4*x^3 + 2*x^2 + 4*x - 2"], "x", 4),
    (["x + y - 3", "x + y - 1"], "xy", []),
    (["x^2 + y^2 + 1"], "xy", []),
    (["x^2 + y^2"], "xy", ["0, 0"]),
    (["x^4 + y^4"], "xy", ["0, 0"]),
    (["x^2 + y^2 + z^2"], "xyz", ["0, 0, 0"]),
    (["x^4 + 3*y^4 + z^6"], "xyz", ["0, 0, 0"]),
    (["(x^2 - 2)^2 + y^2"], "xy", ["-sqrt(2), 0", "sqrt(2), 0"]),
    (["x^2*(x - 1) - y^2*(1 + x^2)", "(x - 5)*(10^30*x + 1)*(10^30*x + 3)"], "xy", 2),
    (["1"], "xy", []),
    (["x^2 - 2*sqrt(2)*x + 2"], "x", ["sqrt(2)"]),
    (
        ["x^2 - sqrt(2)", "y - x*sqrt(3)"],
        "xy",
        ["-2^(1/4), -2^(1/4)*sqrt(3)", "2^(1/4), 2^(1/4)*sqrt(3)"],
    ),
    (["x^3 - cbrt(2)*x", "y - 1/(1 + sqrt(2))"], "xy", 3),
    (["x - CRootOf(x^3 - 3*x + 1, 1)"], "x", ["CRootOf(x^3 - 3*x + 1, 1)"]),
    (["x/(1 + sqrt(2)) - 1"], "x", ["1 + sqrt(2)"]),
    (["x - sin(pi/6)", "y - cos(0)*x"], "xy", ["1/2, 1/2"]),
]


@pytest.mark.parametrize(("equations", "names", "expected"), EXACT)
def test_exact_points(equations: list[str], names: str, expected: list[str] | int) -> None:
    found = solved(equations, names)
    assert found.state == "complete"
    if isinstance(expected, int):
        assert len(found.roots) == expected
    else:
        assert points(found) == expected
    check(found, equations)


MULTIPLICITIES = [
    (x**4 + y**4 + z**4 - 4 * x * y * z, [1, 1, 11, 1, 1]),
    (x**3 - 3 * x * y**2, [4]),
    (x**2 + y**4, [3]),
    (x**2 + y**2, [1]),
]


@pytest.mark.parametrize(("f", "expected"), MULTIPLICITIES)
def test_multiplicities(f: sympy.Expr, expected: list[int]) -> None:
    names = names_of(f)
    assert [root.multiplicity for root in solved(gradient(f), names).roots] == expected


SETS = [
    # equations, names, dimension and coordinates of each set
    (["x*(x^2 + y^2 - 1)"], "xy", [(1, "0, t"), (1, "cos(t), sin(t)")]),
    (["x*y"], "xy", [(1, "0, t"), (1, "t, 0")]),
    (["x*y - 1"], "xy", [(1, "t, 1/t")]),
    (["x^2 - 2"], "xy", [(1, "-sqrt(2), t"), (1, "sqrt(2), t")]),
    (["x + y + z - 6", "y*z"], "xyz", [(1, "6 - t, 0, t"), (1, "6 - t, t, 0")]),
    (["z - x^2 - y^2"], "xyz", [(2, "t, s, t^2 + s^2")]),
    (["x*y*z - 1"], "xyz", [(2, "t, s, 1/(t*s)")]),
    (["4*x^2 + 9*y^2 - 36"], "xy", [(1, "3*cos(t), 2*sin(t)")]),
    (["x^2 + x*y + y^2 - 3"], "xy", [(1, "sqrt(3)*cos(t) - sin(t), 2*sin(t)")]),
    (["x^2 + 2*y^2 - 4*x"], "xy", [(1, "2 + 2*cos(t), sqrt(2)*sin(t)")]),
    (["x*z", "y*z"], "xyz", [(2, "t, s, 0"), (1, "0, 0, t")]),
    (["x^2 + y^2"], "xyz", [(1, "0, 0, t")]),
    (["0*x"], "xy", [(2, "t, s")]),
    (["x*z - y^2", "x^3 - y*z"], "xyz", [(1, "0, 0, t"), (1, None)]),
    (["x^2 - y^2 - 1"], "xy", [(1, None)]),
    (["x^2 + y^2*z^2"], "xyz", [(1, "0, 0, t"), (1, "0, t, 0")]),
    (["(2*x + 3*z)*(y^2 + 5*x^2)"], "xyz", [(2, "-3*s/2, t, s"), (1, "0, 0, t")]),
    (["x^2 + 2*y^2 - 2*x*y"], "xyz", [(1, "0, 0, t")]),
    (["2*x*y - 1 + 5*z^2", "2*x*y + z - 1"], "xyz", [(1, "t, 1/(2*t), 0"), (1, "t, 2/(5*t), 1/5")]),
]


@pytest.mark.parametrize(("equations", "names", "expected"), SETS)
def test_sets(equations: list[str], names: str, expected: list[tuple[int, str | None]]) -> None:
    found = solved(equations, names)
    assert found.state == "complete"
    seen = [
        (c.dimension, ", ".join(plain(t) for _, t in c.points) if c.points else None)
        for c in found.components
    ]
    assert sorted(seen, key=repr) == sorted(expected, key=repr)
    check(found, equations)


def test_a_point_on_a_set_is_not_isolated() -> None:
    found = solved(["x*(x^2 + y^2 - 1)", "x*(x - 1)*y", "x*(x - 3)"], "xy")
    assert points(found) == []
    assert [c.dimension for c in found.components] == [1]


def test_a_point_beside_a_set() -> None:
    found = solved(["x*(x - 1)", "x*(y - 2)"], "xy")
    assert points(found) == ["1, 2"]
    assert len(found.components) == 1


def test_positive_conditions_are_exact() -> None:
    found = solved(["s^2 - x", "x^2 - 3*x + 2"], "xs", ("s",))
    assert points(found) == ["1, 1", "2, sqrt(2)"]
    assert points(solved(["x^2 - 2"], "x", ("x^2 - 2", "x"))) == ["sqrt(2)"]


@pytest.mark.parametrize("text", ["sin(x)", "x^y", "1/x", "sqrt(x)", "pi*x - 1", "abs(x)", "e^x"])
def test_not_polynomial(text: str) -> None:
    with pytest.raises(NotPolynomial):
        solved([text], "xy")


def test_too_large_is_said() -> None:
    assert solved(["(x + y)^200 - 1", "x - y"], "xy").state == "partial"
    found = solved(["x^13 + y^5 - 1", "y^13 + x^6 + 3"], "xy")
    assert found.state == "partial"
    assert found.missing


# --- values at points ---------------------------------------------------------------------------


def only_place(equations: list[str], names: str, which: int = 0) -> AlgebraicPlace:
    return places(solved(equations, names).roots[which].place)


VALUES = [
    ("x^2 + y^2", "3", 1),
    ("x*y - sqrt(2)", "0", 0),
    ("(x + y)/(x - y)", "3 + 2*sqrt(2)", 1),
    ("abs(x - 2)", "2 - sqrt(2)", 1),
    ("max(x, y) - x", "0", 0),
    ("exp(x^2 - 2*y)", "1", 1),
    ("sqrt(x^2)", "sqrt(2)", 1),
    ("log(y) - 1", "-1", -1),
    ("sin(pi*x^2/4)", "1", 1),
    ("x^(-2)", "1/2", 1),
]


@pytest.mark.parametrize(("text", "value", "sign"), VALUES)
def test_values(text: str, value: str, sign: int) -> None:
    place = only_place(["x^2 - 2", "y - 1"], "xy", 1)
    scalar = place.scalar(tree(text))
    exact = scalar.tree()
    assert scalar.sign() == sign
    assert exact is not None
    assert plain(exact) == value
    low, high = scalar.bounds(60)
    assert low <= high < low + Fraction(1, 2**40)


@pytest.mark.parametrize("text", ["1/(x^2 - 2)", "log(y - 1)", "sqrt(x - 2)", "(x^2 - 2)^(-1)"])
def test_no_value(text: str) -> None:
    with pytest.raises(Undefined):
        only_place(["x^2 - 2", "y - 1"], "xy", 1).scalar(tree(text))


def test_values_of_different_points() -> None:
    a, b = only_place(["x^2 - 2"], "x"), only_place(["x^2 - 3"], "x", 1)
    product = a.coordinate("x") * b.coordinate("x")
    assert product.sign() == -1
    assert (product * product - only_place(["x - 6"], "x").coordinate("x")).sign() == 0
    assert (a.coordinate("x") + (-a.coordinate("x"))).sign() == 0


def test_places_are_equal_whatever_they_are_known_by() -> None:
    a = only_place(["x^2 - 2", "y - x"], "xy")
    b = only_place(["(x^2 - 2)*(x^2 - 3)", "x - y", "(x + 1)*(x^2 - 2)"], "xy", 0)
    assert a == b
    assert hash(a) == hash(b)
    assert a != only_place(["x^2 - 2", "y - x"], "xy", 1)


def test_questions_about_ideals() -> None:
    circle = [tree("x^2 + y^2 - 1")]
    assert contains(circle, tree("x^3 + x*y^2 - x"), "xy")
    assert not contains(circle, tree("x"), "xy")
    assert is_inconsistent([*circle, tree("x^2 + y^2 - 2")], "xy")
    assert not is_inconsistent([tree("x^2 + 1")], "xy")
    assert has_real_point(circle, "xy") is True
    assert has_real_point([tree("x^2 + y^2 + z^2 + 1")], "xyz") is False
    assert has_real_point([tree("x^4 + y^4 + 1"), tree("z - x")], "xyz") is False


# --- the way to the solutions -------------------------------------------------------------------

WAYS = [
    (["x + y - 3", "x - y - 1"], "xy", ["substitute", "back-substitute"]),
    (["x^2 + y^2 - 1", "x - y"], "xy", ["substitute", "solve-one", "back-substitute"]),
    (["x*(x^2 + y^2 - 1)", "y*(x^2 + y^2 - 1)"], "xy", ["factor"]),
    (
        ["1 - 2*l*x", "1 - 2*l*y", "x^2 + y^2 - 1"],
        "xyl",
        ["eliminate", "solve-one", "back-substitute"],
    ),
    (["x + y - 3", "x + y - 1"], "xy", ["substitute", "contradiction"]),
    (["x^2 + 1", "y"], "xy", ["no-real-root"]),
    (["x^2 + y^2 + 1"], "xy", ["no-real-root"]),
]


@pytest.mark.parametrize(("equations", "names", "ids"), WAYS)
def test_ways(equations: list[str], names: str, ids: list[str]) -> None:
    moves = solved(equations, names).moves
    assert [move.id for move in moves] == ids
    assert [plain(r) for r in systems(moves[0].before)[0].relations] == [
        f"{text} = 0" for text in equations
    ] or ids == ["no-real-root"]


def systems(line: object) -> tuple[System, ...]:
    if isinstance(line, Alternatives):
        return line.systems
    if isinstance(line, System):
        return (line,)
    assert isinstance(line, Relation)
    return (System((line,)),)


def check(found: Solutions, equations: list[str]) -> None:
    """Residuals, samples, parametrised points and each step of the way, all by substitution."""
    trees = [tree(text) for text in equations]
    for root in found.roots:
        assert all(root.place.scalar(each).sign() == 0 for each in trees)
    for component in found.components:
        for sample in component.samples:
            assert all(sample.scalar(each).sign() == 0 for each in (*trees, *component.equations))
        for root in found.roots:
            assert any(root.place.scalar(each).sign() for each in component.equations)
        if component.points is not None:
            check_form(trees, dict(component.points), component.parameters)
    for move in found.moves:
        assert move.id in MOVES
        check_move(found, move.before, move.after)


def check_form(trees: list[Tree], form: dict[str, Tree], parameters: tuple[str, ...]) -> None:
    values = {name: number(Fraction(n + 3, 7)) for n, name in enumerate(parameters)}
    at = {name: substitute(t, values) for name, t in form.items()}
    for each in trees:
        bounds = enclose(substitute(each, at), 20)
        assert bounds is not None
        assert bounds[0] <= 0 <= bounds[1]


def check_move(found: Solutions, before: object, after: object) -> None:
    """Every solution known to satisfy one side satisfies the other."""
    relevant = [place for c in found.components for place in c.samples]
    for place in [*(root.place for root in found.roots), *relevant]:
        known = isinstance(before, Relation)
        if holds(place, before):
            assert known or holds(place, after) or place in relevant
        if not known and holds(place, after):
            assert holds(place, before)


def holds(place: object, line: object) -> bool:
    return any(
        all(
            (places(place).scalar(r.left) - places(place).scalar(r.right)).sign() == 0
            for r in system.relations
        )
        for system in systems(line)
    )


# --- contracts on random systems ----------------------------------------------------------------

Terms = dict[tuple[int, int], int]
MONOMIALS = [(i, j) for i in range(4) for j in range(4 - i)]
POLYNOMIALS = st.dictionaries(
    st.sampled_from(MONOMIALS), st.integers(-4, 4).filter(bool), min_size=2, max_size=5
)


def written(terms: Terms, names: str = "xy") -> str:
    x, y = names
    return " + ".join(f"({c})*{x}^{i}*{y}^{j}" for (i, j), c in terms.items())


def value(terms: Terms, x: float, y: float) -> float:
    return sum(c * x**i * y**j for (i, j), c in terms.items())


def slope(terms: Terms, k: int) -> Terms:
    return {(i - (k == 0), j - (k == 1)): c * (i, j)[k] for (i, j), c in terms.items() if (i, j)[k]}


def newton(f: Terms, g: Terms, x: float, y: float) -> tuple[float, float] | None:
    """Where Newton's method leads, if it converges to a regular solution."""
    fx, fy, gx, gy = slope(f, 0), slope(f, 1), slope(g, 0), slope(g, 1)
    for _ in range(60):
        a, b, c, d = (value(p, x, y) for p in (fx, fy, gx, gy))
        u, v, det = value(f, x, y), value(g, x, y), a * d - b * c
        if abs(det) < 1e-9 or max(abs(x), abs(y)) > 1e4:
            return None
        dx, dy = (d * u - b * v) / det, (a * v - c * u) / det
        x, y = x - dx, y - dy
        if abs(dx) + abs(dy) < 1e-13 * (1 + abs(x) + abs(y)):
            return (x, y) if abs(det) > 1e-4 else None
    return None


def approximate(found: Solutions) -> list[tuple[float, float]]:
    return [
        tuple(float(sum(root.place.coordinate(n).bounds(60)) / 2) for n in root.place.names)  # type: ignore[misc]
        for root in found.roots
    ]


@settings(max_examples=40)
@given(POLYNOMIALS, POLYNOMIALS, st.randoms(use_true_random=False))
def test_random_systems_lose_nothing(f: Terms, g: Terms, chance: random.Random) -> None:
    equations = [written(f), written(g)]
    found = solved(equations, "xy")
    assert found.state == "complete"
    check(found, equations)
    if found.components:
        return
    known = approximate(found)
    assert not found.counts or sum(c.real for c in found.counts) >= len(known)
    for _ in range(60):
        reached = newton(f, g, chance.uniform(-4, 4), chance.uniform(-4, 4))
        if reached is not None:
            assert any(
                abs(reached[0] - x) + abs(reached[1] - y) < 1e-6 * (1 + abs(x) + abs(y))
                for x, y in known
            )


@settings(max_examples=30)
@given(POLYNOMIALS, POLYNOMIALS)
def test_names_and_order_do_not_matter(f: Terms, g: Terms) -> None:
    one = solved([written(f), written(g)], "xy")
    other = solved([written(g, "qp"), written(f, "qp")], "pq")
    again = sorted((b, a) for a, b in approximate(other))
    assert len(one.roots) == len(other.roots)
    assert len(one.components) == len(other.components)
    for p, q in zip(sorted(approximate(one)), again, strict=True):
        assert p == pytest.approx(q, abs=1e-9)


LINEAR = st.lists(st.integers(-5, 5), min_size=4, max_size=4)


@settings(max_examples=40)
@given(st.lists(LINEAR, min_size=3, max_size=3))
def test_linear_systems(rows: list[list[int]]) -> None:
    equations = [f"({a})*x + ({b})*y + ({c})*z + ({d})" for a, b, c, d in rows]
    found = solved(equations, "xyz")
    matrix = sympy.Matrix(rows)
    rank, wider = matrix[:, :3].rank(), matrix.rank()
    assert found.state == "complete"
    if wider > rank:
        assert (found.roots, found.components) == ((), ())
    elif rank == 3:
        assert len(found.roots) == 1
    else:
        assert [c.dimension for c in found.components] == [3 - rank]
        assert found.components[0].points is not None
    check(found, equations)
