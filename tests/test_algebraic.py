"""Exact real algebraic numbers: signs, order, radicals, and how they are written and read."""

from __future__ import annotations

from itertools import pairwise

import mpmath
import pytest
from flint import fmpz_poly
from hypothesis import assume, given
from hypothesis import strategies as st

from calctool.algebra.algebraic import Algebraic, ascending, compare, from_tree, real_roots
from calctool.algebra.ball import enclose
from calctool.algebra.field import is_zero
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.algebra.roots.points.norms import vanishes
from calctool.algebra.roots.points.radicals import algebraic_tree
from calctool.notation.printing.latex import latex
from calctool.notation.printing.plain import plain
from calctool.notation.printing.sympy_text import sympy_text
from calctool.notation.printing.unicode import pretty
from calctool.notation.reading.parser import read_back
from calctool.notation.reading.typed import read
from calctool.notation.tree import AlgebraicRoot, Power, Sum, number
from texts import tree

coefficients = st.lists(st.integers(-20, 20), min_size=2, max_size=7).filter(lambda cs: cs[-1])


@given(coefficients)
def test_roots_agree_with_floating_point(listed: list[int]) -> None:
    found = real_roots(fmpz_poly(listed))
    assume(all(times == 1 for _, times in found))
    with mpmath.workdps(40):
        known = mpmath.polyroots(listed[::-1], maxsteps=500, extraprec=400) if listed[1:] else []
        real = sorted(mpmath.re(z) for z in known if abs(mpmath.im(z)) < mpmath.mpf(10) ** -20)
        assert len(real) == len(found)
        for (root, _), near in zip(found, real, strict=True):
            assert abs(mpmath.mpf(str(root.ball(200).mid().str(45, radius=False))) - near) < 1e-18


@given(coefficients, coefficients)
def test_order_and_equality_are_exact(first: list[int], second: list[int]) -> None:
    numbers = [root for p in (first, second) for root, _ in real_roots(fmpz_poly(p))]
    listed = ascending(numbers)
    for left, right in pairwise(listed):
        assert compare(left, right) in (-1, 0)
        assert (compare(left, right) == 0) == (left == right)


@given(coefficients, coefficients)
def test_signs_of_polynomials_at_roots(first: list[int], second: list[int]) -> None:
    p, q = fmpz_poly(first), fmpz_poly(second)
    for root, _ in real_roots(p):
        assert root.sign_of(p) == 0
        assert root.sign_of(p * q + 1) == 1
        assert root.sign_of(p * q - fmpz_poly([1])) == -1
        assert (root.sign_of(q) == 0) == any(root == other for other, _ in real_roots(q))


@given(coefficients)
def test_radicals_have_the_value_of_their_root(listed: list[int]) -> None:
    for root, _ in real_roots(fmpz_poly(listed)):
        written = algebraic_tree(root)
        bounds = enclose(written, 40)
        assert bounds is not None
        ball = root.ball(200)
        assert ball.overlaps(ball.__class__(0)) or known_sign(written) == (1 if ball > 0 else -1)
        middle = (bounds[0] + bounds[1]) / 2
        assert abs(float(middle) - float(ball.mid())) <= 1e-12 * max(1.0, abs(float(middle)))


@pytest.mark.parametrize(
    ("listed", "texts"),
    [
        ([-2, 0, 1], ["-sqrt(2)", "sqrt(2)"]),
        ([-2, -2, 3], ["(1 - sqrt(7))/3", "(1 + sqrt(7))/3"]),
        ([-5, 0, 0, 1], ["cbrt(5)"]),
        ([5, 0, 0, 1], ["-cbrt(5)"]),
        ([-3, 0, 0, 0, 0, 0, 1], ["-3^(1/6)", "3^(1/6)"]),
        ([1, 0, -10, 0, 1], None),
        ([1, -3, 0, 1], [f"CRootOf(x^3 - 3*x + 1, {k})" for k in range(3)]),
    ],
)
def test_short_radicals(listed: list[int], texts: list[str] | None) -> None:
    found = [plain(algebraic_tree(root)) for root, _ in real_roots(fmpz_poly(listed))]
    if texts is None:
        assert all("CRootOf" not in text for text in found)
    else:
        assert found == texts


@given(coefficients, st.integers(0, 6))
def test_a_root_is_read_back_as_it_was_printed(listed: list[int], index: int) -> None:
    assume(index < len(listed) - 1)
    root = AlgebraicRoot(tuple(listed), index)
    for whole in (root, Power(root, number(2)), Sum((number(1), root))):
        assert read_back(plain(whole)) == whole


def test_other_notations() -> None:
    root = tree("CRootOf(2*x^5 - x - 3, 0)")
    assert pretty(root) == "Root₁(2x⁵ − x − 3)"
    assert latex(root) == r"\operatorname{Root}_{1}\left(2 x^{5} - x - 3\right)"
    assert sympy_text(root) == "CRootOf(2*x**5 - x - 3, 0)"


def test_typed_roots_leave_no_name_behind() -> None:
    assert read("CRootOf(t^5 - t - 1, 0)*y").statement.names == {"y"}


def test_typed_roots_of_reducible_polynomials() -> None:
    double = AlgebraicRoot((1, -2, 1), 1)
    assert from_tree(double) == Algebraic((-1, 1), 0)
    assert from_tree(AlgebraicRoot((1, 0, 1), 0)) is None
    assert enclose(AlgebraicRoot((1, 0, 1), 0), 10) is None


@pytest.mark.parametrize(
    ("text", "zero"),
    [
        ("2*CRootOf(2*x^5 - x - 3, 0)^5 - CRootOf(2*x^5 - x - 3, 0) - 3", True),
        ("sqrt(5 + 2*sqrt(6)) - sqrt(2) - sqrt(3)", True),
        ("cbrt(2 + sqrt(5)) + cbrt(2 - sqrt(5)) - 1", True),
        ("CRootOf(x^4 - 10*x^2 + 1, 3) - sqrt(2) - sqrt(3)", True),
        ("CRootOf(x^4 - 10*x^2 + 1, 2) - sqrt(2) - sqrt(3)", False),
        ("sqrt(2) + sqrt(3) - 3146264369941972342329135065715570445635/10^39", False),
    ],
)
def test_zero_test_of_constants(text: str, zero: bool) -> None:
    assert vanishes(tree(text)) is zero
    if not zero:
        assert not is_zero(tree(text))


def test_refinement() -> None:
    ((root, _),) = real_roots(fmpz_poly([-1, -1, 0, 0, 0, 1]))
    assert root.ball(1000).rel_accuracy_bits() > 900
    assert 1.1673 < root.ball(64) < 1.1674
