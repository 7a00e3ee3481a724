"""What a critical point is: the tests by their ids, components, and a comparison with sampling."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calctool.algebra.extrema import (
    Inertia,
    Judgement,
    bordered,
    bordered_minors,
    classify,
    classify_on_component,
    inertia,
    leading_minors,
    on_tangent_space,
)
from calctool.algebra.extrema.scalars import Constant, compare
from calctool.algebra.field import Field
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Real
from calctool.algebra.systems import polynomial_solutions
from calctool.notation.printing.plain import plain
from calctool.notation.tree import Tree
from calctool.notation.walk import substitute
from calctool.words.extrema import extremes
from calctool.words.extrema import tests as words
from texts import tree


class At:
    """A place whose coordinates are written out."""

    def __init__(self, **values: str) -> None:
        self.values = {name: tree(text) for name, text in values.items()}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self.values)

    def coordinate(self, name: str) -> Constant:
        return Constant(constant_value(self.values[name]))

    def scalar(self, at: Tree) -> Constant:
        return Constant(constant_value(substitute(at, self.values)))


def slopes(f: Tree, names: Sequence[str]) -> tuple[list[Tree], list[list[Tree]]]:
    """Gradient and Hessian."""
    field = Field()
    first = [field.derivative(field.element(f), name) for name in names]
    second = [[field.derivative(one, name) for name in names] for one in first]
    written = [[field.to_tree(each) for each in row] for row in [first, *second]]
    known = [[each for each in row if each is not None] for row in written]
    return known[0], known[1:]


def judged(text: str, **values: str) -> Judgement:
    place = At(**values)
    return classify(tree(text), place, place.names, slopes(tree(text), place.names)[1])


MINIMUM, MAXIMUM = "local-minimum", "local-maximum"

POINTS = [
    # One variable.
    ("x^2", "0", MINIMUM, True, "hessian-definite"),
    ("x^4", "0", MINIMUM, True, "higher-order-term"),
    ("x^3", "0", "neither", None, "higher-order-term"),
    ("x^5-x^4", "0", MAXIMUM, True, "higher-order-term"),
    ("x-sin(x)", "0", "neither", None, "higher-order-term"),
    ("exp(x)+exp(-x)-x^2", "0", MINIMUM, True, "higher-order-term"),
    ("(x^2-2)^4", "sqrt(2)", MINIMUM, True, "higher-order-term"),
    ("cos(x)", "pi", MINIMUM, True, "hessian-definite"),
    # Definite and indefinite Hessians.
    ("x^2+x*y+y^2", "0 0", MINIMUM, True, "hessian-definite"),
    ("-x^2-3*y^2", "0 0", MAXIMUM, True, "hessian-definite"),
    ("x^2-y^2+y^5", "0 0", "saddle", None, "hessian-indefinite"),
    ("sin(x)+sin(y)+sin(x+y)", "pi pi", "neither", None, "lowest-form"),
    ("sin(x)*sin(y)", "pi/2 pi/2", MAXIMUM, True, "hessian-definite"),
    # the splitting lemma
    ("x^2+y^4", "0 0", MINIMUM, True, "higher-order-term"),
    ("x^2-y^4", "0 0", "neither", None, "higher-order-term"),
    ("x^2-2*x*y^2+y^4-y^5", "0 0", "neither", None, "higher-order-term"),
    ("x^2-2*x*y^2+y^4+y^6", "0 0", MINIMUM, True, "higher-order-term"),
    ("1-cos(x)+y^4", "0 0", MINIMUM, True, "higher-order-term"),
    ("(x-1)^2+2*(x-1)*(y-2)^2+(y-2)^4-(y-2)^7", "1 2", "neither", None, "higher-order-term"),
    ("x^2+2*x*y^2+y^4-y^6", "0 0", "neither", None, "factor-changes-sign"),
    ("(x+y)^2+x^4", "0 0", MINIMUM, True, "higher-order-term"),
    ("(x^2-2)^2+(y^2-3)^4", "sqrt(2) sqrt(3)", MINIMUM, True, "higher-order-term"),
    # the lowest form
    ("x^4+y^4", "0 0", MINIMUM, True, "lowest-form"),
    ("x^3-3*x*y^2", "0 0", "neither", None, "lowest-form"),
    ("x^4-x^2*y^2+y^6", "0 0", "neither", None, "lowest-form"),
    ("cos(x)+cos(y)+(x^2+y^2)/2", "0 0", MINIMUM, True, "lowest-form"),
    ("x^4-x^3*y+x^2*y^2-x*y^3+y^4", "0 0", MINIMUM, True, "lowest-form"),
    ("4*x^3+6*x*y^6", "0 0", "neither", None, "lowest-form"),
    # the Newton polygon and even terms
    ("x^4+x^2*y^3+y^6", "0 0", MINIMUM, True, "newton-polygon"),
    ("x^4-3*x^2*y^3+y^6", "0 0", "neither", None, "newton-polygon"),
    ("x^6+x^2*y^2+y^6+x^3*y^3", "0 0", MINIMUM, True, "newton-polygon"),
    ("x^6+y^6-x^2*y^2", "0 0", "neither", None, "newton-polygon"),
    ("x^4+y^6", "0 0", MINIMUM, True, "even-terms"),
    # factors
    ("x^2*y", "0 1", MINIMUM, False, "even-powers"),
    ("x^2*y", "0 -1", MAXIMUM, False, "even-powers"),
    ("x^2*y", "0 0", "neither", None, "lowest-form"),
    ("(x-y)^2", "3 3", MINIMUM, False, "even-powers"),
    ("(x^2+y^2-1)^2", "3/5 4/5", MINIMUM, False, "even-powers"),
    ("(x^2+y^2-2)^2", "1/2 sqrt(7)/2", MINIMUM, False, "even-powers"),
    ("(x^2+y^2-2)^3", "1/2 sqrt(7)/2", "neither", None, "lowest-form"),
    ("x^4*y", "0 0", "neither", None, "factor-changes-sign"),
    ("x^2*y^2", "0 0", MINIMUM, False, "even-powers"),
    ("x^2*y*exp(-x^2-y^2)", "0 1", MINIMUM, False, "even-powers"),
    # squares
    ("(y^2-x^3)^2", "0 0", MINIMUM, False, "small-square"),
    ("(y^2+x^4)^2*(1+x)", "0 0", MINIMUM, True, "newton-polygon"),
    ("(y-x^2)^2*(y-2*x^2)^2+y^11", "0 0", MINIMUM, True, "small-square"),
    ("(y-x^2)^2*(y-2*x^2)^2-y^11", "0 0", "neither", None, "small-square"),
    # monotone functions of something simpler
    ("exp(-(x^2+y^4))", "0 0", MAXIMUM, True, "higher-order-term"),
    ("sqrt(1+x^4+y^4)", "0 0", MINIMUM, True, "lowest-form"),
    ("1/(1+x^2*y^2)", "0 0", MAXIMUM, False, "even-powers"),
    # nothing is known
    ("sqrt(x^2+y^2)", "0 0", MINIMUM, True, "lowest-form"),
    ("tan(x)^2*y", "0 2", MINIMUM, None, "bounded-by-value"),
    ("exp(-1/x^2)", "0", None, None, None),
]


@pytest.mark.parametrize(("text", "at", "kind", "strict", "test"), POINTS)
def test_points(
    text: str, at: str, kind: str | None, strict: bool | None, test: str | None
) -> None:
    found = judged(text, **dict(zip("xy", at.split(), strict=False)))
    if kind is None:
        assert found.kind == "undecided"
        assert found.test_id in words.TESTS
        return
    assert (found.kind, found.strict, found.test_id) == (kind, strict, test)
    assert found.test_id in words.TESTS
    assert "{" not in found.reason.en + found.reason.zh


IN_SPACE = [
    ("x^4+y^4+z^4-4*x*y*z", "neither", "lowest-form"),
    ("x^2+y^3+z^3", "neither", "lowest-form"),
    ("x^2+y^4+z^4-y^2*z^2", MINIMUM, "lowest-form"),
    ("x^4+y^4+z^6", MINIMUM, "even-terms"),
    ("x^2+y^2*z^2", MINIMUM, "bounded-by-value"),
    ("x^2*y^2*z^2", MINIMUM, "even-powers"),
    ("x^2-y^2+z^4", "saddle", "hessian-indefinite"),
    ("x^2+y^2+z^3", "neither", "higher-order-term"),
    ("(x+y)^2+(y+z)^2+x^4", MINIMUM, "higher-order-term"),
    ("x^2+2*x*y^2+y^4+y^2*z^2+z^6", "undecided", "degenerate-undecided"),
]


@pytest.mark.parametrize(("text", "kind", "test"), IN_SPACE)
def test_points_in_space(text: str, kind: str, test: str) -> None:
    found = judged(text, x="0", y="0", z="0")
    assert (found.kind, found.test_id) == (kind, test)


COMPONENTS = [
    ("x^2*y", "xy", {(MAXIMUM, "y < 0"), ("neither", "y = 0"), (MINIMUM, "y > 0")}),
    ("-x^2*y", "xy", {(MINIMUM, "y < 0"), ("neither", "y = 0"), (MAXIMUM, "y > 0")}),
    ("(x-y)^2", "xy", {(MINIMUM, "")}),
    ("(x^2+y^2-1)^2", "xy", {(MINIMUM, "")}),
    ("(x^2+y^2-1)^3", "xy", {("neither", "")}),
    ("x^2*y^2", "xy", {(MINIMUM, "")}),
    ("(x^2+y^2-1)^2*x", "xy", {
        (MINIMUM, "x > 0"), (MAXIMUM, "x < 0"), ("neither", "x = 0, y = 1"),
        ("neither", "x = 0, y = -1"),
    }),
    ("x^2*(y^2-2)", "xy", {
        (MINIMUM, "y < -sqrt(2)"), ("neither", "y = -sqrt(2)"), ("neither", "y = sqrt(2)"),
        (MAXIMUM, "y > -sqrt(2), y < sqrt(2)"), (MINIMUM, "y > sqrt(2)"),
    }),
    ("(y^2-x^2*(x-1))^2", "xy", {(MINIMUM, "x^2 + y^2 != 0"), (MINIMUM, "x = 0, y = 0")}),
    ("x^2*z+y^2", "xyz", {("saddle", "z < 0"), ("neither", "z = 0"), (MINIMUM, "z > 0")}),
    ("(x-y)^2+(y-z)^2", "xyz", {(MINIMUM, "")}),
    ("x*y*(z^2+1)", "xyz", {("saddle", "")}),
    ("(x^2+y^2+z^2-1)^2", "xyz", {(MINIMUM, "")}),
    ("(x-y)^3", "xy", {("neither", "")}),
    ("(x^2-2)^2*y^2+y^6", "xy", {(MINIMUM, "")}),
    ("(x^2+y^2-2*x)^2*x", "xy", {(MINIMUM, "x > 0"), ("neither", "x = 0, y = 0")}),
    ("x^2*y^2*z^2", "xyz", {(MINIMUM, "")}),
    ("(x-y)^2*(x+y+z)", "xyz", {
        (MINIMUM, "2*y + z > 0"), (MAXIMUM, "2*y + z < 0"),
        ("neither", "2*x + z = 0, 2*y + z = 0"),
    }),
    ("(x^2+y^2-1)^2+(x^2+z^2-1)^2-2", "xyz", {
        (MINIMUM, "z != 0"), ("undecided", "x = 1, y = 0, z = 0"),
        ("undecided", "x = -1, y = 0, z = 0"),
    }),
]  # fmt: skip


def kinds_on_sets(f: Tree, names: Sequence[str], like: Tree) -> set[tuple[str, str]]:
    """Kind and relations for each part of the sets where the gradient of `like` is zero."""
    found = polynomial_solutions(slopes(like, names)[0], names)
    assert found.state == "complete"
    return {
        (judgement.kind, ", ".join(plain(each) for each in where))
        for component in found.components
        for where, judgement in classify_on_component(f, component)
    }


@pytest.mark.parametrize(("text", "letters", "expected"), COMPONENTS)
def test_components(text: str, letters: str, expected: set[tuple[str, str]]) -> None:
    assert kinds_on_sets(tree(text), letters, tree(text)) == expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("exp(x^2*y)", (MAXIMUM, MINIMUM)),
        ("x^2*y*exp(x*y)", (MAXIMUM, MINIMUM)),
        ("-3*x^2*y*exp(x*y)", (MINIMUM, MAXIMUM)),
        ("exp(-x^2*y)", (MINIMUM, MAXIMUM)),
        ("sin(x)^2*y", ("undecided", "undecided")),
    ],
)
def test_components_of_other_functions(text: str, kinds: tuple[str, str]) -> None:
    found = kinds_on_sets(tree(text), "xy", tree("x^2*y"))
    below, above = kinds
    if below == above:
        assert found == {(below, "")}
    else:
        assert found == {(below, "y < 0"), ("neither", "y = 0"), (above, "y > 0")}


def test_an_isolated_point_of_a_curve_is_a_strict_minimum() -> None:
    """The curve y² = x²(x - 1) has the real point (0, 0) on its own."""
    f = tree("(y^2-x^2*(x-1))^2")
    (component,) = polynomial_solutions(slopes(f, "xy")[0], "xy").components
    strict = {where: found.strict for where, found in classify_on_component(f, component)}
    assert sorted(strict.values()) == [False, True]


@pytest.mark.parametrize(
    "id", [*words.TESTS, *extremes.ARGUMENTS, *extremes.BOUNDED], ids=lambda id: id
)
def test_ids_are_permanent(id: str) -> None:
    released = (Path(__file__).parents[1] / "docs" / "ids.txt").read_text("utf-8").split()
    assert id in released


# --- matrices -----------------------------------------------------------------------------------

entries = st.integers(-4, 4)


@given(st.integers(1, 4).flatmap(lambda n: st.lists(entries, min_size=n * n, max_size=n * n)))
def test_inertia_by_sylvester(listed: list[int]) -> None:
    """Against elimination by congruence, in fractions."""
    size = math.isqrt(len(listed))
    rows = [
        [Fraction(listed[size * min(i, j) + max(i, j)]) for j in range(size)] for i in range(size)
    ]
    found = inertia([[Constant.of(c) for c in row] for row in rows])
    assert found == _by_congruence(rows)


def _by_congruence(rows: list[list[Fraction]]) -> Inertia:
    rows, signs = [row[:] for row in rows], []
    while rows:
        pivot = next((i for i in range(len(rows)) if rows[i][i]), None)
        if pivot is None:
            pair = next(((i, j) for i in range(len(rows)) for j in range(i) if rows[i][j]), None)
            if pair is None:
                signs += [0] * len(rows)
                break
            i, pivot = pair
            rows[pivot] = [a + b for a, b in zip(rows[pivot], rows[i], strict=True)]
            for row in rows:
                row[pivot] += row[i]
        head = rows.pop(pivot)
        lead = head.pop(pivot)
        signs.append(1 if lead > 0 else -1)
        for row in rows:
            weight = row.pop(pivot) / lead
            row[:] = [a - weight * b for a, b in zip(row, head, strict=True)]
    return Inertia(signs.count(1), signs.count(-1), signs.count(0))


class Dim(Constant):
    """A number whose sign nobody knows."""

    def sign(self) -> int | None:
        return None


def test_an_unknown_sign_that_does_not_matter() -> None:
    dim = Dim(Real.of(3))
    assert inertia([[dim]]) is None
    one, minus = Constant.of(1), Constant.of(-1)
    assert inertia([[one, minus], [minus, minus]]) == Inertia(1, 1, 0)


def test_bordered_matrix_of_a_circle() -> None:
    """x + y on x² + y² = 1 at (1, 1)/sqrt(2), where the multiplier is 1/sqrt(2)."""
    place = At(x="sqrt(2)/2", y="sqrt(2)/2")
    hessian = [
        [place.scalar(tree(c)) for c in row] for row in (("-sqrt(2)", "0"), ("0", "-sqrt(2)"))
    ]
    made = bordered(
        hessian, [[place.scalar(tree("2*x")), place.scalar(tree("2*y"))]], place.scalar(tree("0"))
    )
    assert on_tangent_space(made, 1) == Inertia(0, 1, 0)
    (last,) = bordered_minors(made, 1)
    assert compare(last, Constant(constant_value(tree("4*sqrt(2)")))) == 0
    assert [minor.sign() for minor in leading_minors(hessian)] == [-1, 1]


# --- against sampling ---------------------------------------------------------------------------

coefficients = st.lists(st.integers(-2, 2), min_size=12, max_size=12)
MONOMIALS = [(i, d - i) for d in (2, 3, 4) for i in range(d + 1)]


@given(coefficients, st.integers(0, 2))
def test_kinds_agree_with_values_on_a_small_circle(listed: list[int], lowest: int) -> None:
    """No value near by may contradict a kind; both signs must be seen where it is no extremum."""
    terms = [(c, m) for c, m in zip(listed, MONOMIALS, strict=True) if sum(m) >= 2 + lowest]
    text = "+".join(f"({c})*x^{i}*y^{j}" for c, (i, j) in terms) or "0"
    assume(any(c for c, _ in terms))
    found = judged(text, x="0", y="0")
    values = [
        sum(c * x**i * y**j for c, (i, j) in terms)
        for k in range(720)
        for r in (1e-2, 1e-4)
        for x, y in [(r * math.cos(k * math.pi / 360), r * math.sin(k * math.pi / 360))]
    ]
    assert found.kind != "undecided"
    if found.kind == MINIMUM:
        assert min(values) > -1e-18
    elif found.kind == MAXIMUM:
        assert max(values) < 1e-18
    elif found.test_id in ("hessian-indefinite", "lowest-form"):
        assert min(values) < 0 < max(values)


@settings(max_examples=40)
@given(st.lists(st.integers(-2, 2), min_size=6, max_size=6), st.integers(1, 3))
def test_even_powers_of_anything_are_minima(listed: list[int], power: int) -> None:
    a, b, c, d, e, g = listed
    text = f"(({a})*x+({b})*y+({c})*x*y)^{2 * power}+(({d})*x^2+({e})*y+({g})*y^2)^2"
    assume(any(listed))
    assert judged(text, x="0", y="0").kind == MINIMUM
    assert judged(f"-({text})", x="0", y="0").kind == MAXIMUM
