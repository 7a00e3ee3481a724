"""Ideals with so many solutions that they are put together modulo primes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from flint import fmpq, fmpq_poly

from calctool.algebra.places.balls_first import QuickPlace, QuickScalar
from calctool.algebra.solving import solutions
from calctool.algebra.systems import polynomial_solutions
from calctool.algebra.systems.ideals.frame import Frame, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.algebra.systems.ideals.modular import (
    Height,
    _fraction,
    _image,
    _is_proved,
    _primes,
    as_fractions,
)
from calctool.algebra.systems.ideals.quotient import Quotient
from calctool.algebra.systems.zero_dimensional import all_points, real_points
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Tree, expression
from calctool.solve.stationary.manifold import Manifold


def trees(*texts: str) -> list[Tree]:
    return [expression(read_back(text)) for text in texts]


def ideal(names: str, *texts: str) -> tuple[Frame, Ideal]:
    frame = Frame(tuple(names), trees(*texts))
    return frame, Ideal(map(frame.polynomial, trees(*texts)), frame.context)


@pytest.mark.parametrize(
    ("equations", "complex_", "is_simple"),
    [
        (("x^2+y^2-5", "x*y-2"), 4, True),
        (("x^3-x*y+1", "y^3+x*y-2"), 9, True),
        (("x^2-2*x+1", "x*y+y^2-2"), 2, False),  # both of them double
        (("(x^2-2)^2", "y-x^3"), 2, False),
    ],
)
def test_fractions_solve_the_equations(
    equations: tuple[str, ...], complex_: int, is_simple: bool
) -> None:
    _, own = ideal("xy", *equations)
    found = as_fractions(Quotient(own))
    assert found.w.degree() == complex_
    assert found.is_simple is is_simple
    # At a root t of w, by another way: enclosures.
    for root, _ in found.w.complex_roots():
        at = [_at(p, root) / _at(found.below, root) for p in found.numerators]
        for text in equations:
            p = Frame(("x", "y"), trees(text)).polynomial(*trees(text))
            value = sum(int(c) * at[0] ** int(a) * at[1] ** int(b) for (a, b), c in p.terms())
            assert value.overlaps(0 * value)
            assert abs(value) < 1e-6


SYSTEMS = [
    ("x^2+y^2-5", "x*y-2"),
    ("7*x^3-x*y+1", "3*y^3+x*y-2"),
    ("x^2-2*x+1", "x*y+y^2-2"),
    ("(x^2-2)^2", "y-x^3"),
    ("5*x^2-y+1/3", "2*y^3-7*x*y+x"),
]


def _rows(quotient: Quotient, form: tuple[int, ...]) -> list[list[fmpq]]:
    """det(T - M - s*M_i) and its derivative by s at 0, from its values at s = -n, ..., n."""
    size = quotient.dimension
    whole = quotient.multiplication(form).charpoly()
    rows = [[whole[k] for k in range(size + 1)]]
    for i in range(quotient.variables):
        points = range(-size, size + 1)
        values = {
            s: (quotient.multiplication(form) + quotient.matrices[i] * fmpq(s)).charpoly()
            for s in points
        }
        slope = fmpq_poly([0])
        for s in points:
            basis, scale = fmpq_poly([1]), fmpq(1)
            for other in points:
                if other != s:
                    basis, scale = basis * fmpq_poly([-other, 1]), scale * (s - other)
            slope += values[s] * (basis[1] / scale)
        rows.append([-slope[k] for k in range(size)])
    return rows


@pytest.mark.parametrize("equations", SYSTEMS)
def test_heights_bound_the_coefficients_that_are_put_together(equations: tuple[str, ...]) -> None:
    quotient = Quotient(ideal("xy", *equations)[1])
    for form in ((0, 1), (1, 0), (1, -2)):
        height = Height(quotient, form)
        rows = _rows(quotient, form)
        for c in (c for row in rows for c in row):
            assert (c * height.below).q == 1
            assert abs((c * height.below).p) <= height.above
        prime = next(_primes())
        image = _image(quotient, quotient.multiplication(form), prime)
        if image is not None:
            reduced = [[int(c.p) * pow(int(c.q), -1, prime) % prime for c in row] for row in rows]
            assert image == reduced


def test_rows_that_differ_by_a_prime_are_refused() -> None:
    quotient = Quotient(ideal("xy", *SYSTEMS[1])[1])
    form, primes = (0, 1), _primes()
    rows, first = _rows(quotient, form), next(primes)
    needed = Height(quotient, form).needed(rows)
    matrix = quotient.multiplication(form)
    assert _is_proved(rows, quotient, matrix, first, needed)
    rows[1][0] += first
    needed = Height(quotient, form).needed(rows)
    assert not _is_proved(rows, quotient, matrix, first, needed)


def _at(p, t):  # type: ignore[no-untyped-def]
    made = 0 * t
    for c in reversed(p.coeffs()):
        made = made * t + fmpq(c)
    return made


def test_a_form_that_does_not_span_is_no_way() -> None:
    # x^2 = x*y = y^2 = 0: no linear form generates the algebra.
    _, own = ideal("xy", "x^2", "x*y", "y^2")
    with pytest.raises(TooLarge):
        as_fractions(Quotient(own))


@pytest.mark.parametrize(("p", "q"), [(3, 7), (-22, 7), (0, 1), (-1, 1), (10**8, 3)])
def test_fractions_are_found_from_residues(p: int, q: int) -> None:
    modulus = ((1 << 61) - 1) * ((1 << 31) - 1)
    found = _fraction(p * pow(q, -1, modulus) % modulus, modulus)
    assert found is not None
    assert Fraction(*found) == Fraction(p, q)


LARGE = ("x^7-x*y+1", "y^7+x*y-2")
"""49 solutions, of an irreducible polynomial."""


def test_points_of_large_fields_are_places_with_a_box() -> None:
    frame, own = ideal("xy", *LARGE)
    found = all_points(frame, own)
    assert (found.count.dimension, found.count.complex) == (49, 49)
    assert len(found.far) == found.count.real >= 1
    with pytest.raises(TooLarge):
        real_points(frame, own)
    whole = solutions(trees(*LARGE), ("x", "y"))
    assert whole.state == "complete"
    assert len(whole.roots) == found.count.real
    for root in whole.roots:
        for each in trees(*LARGE):
            low, high = root.place.scalar(each).bounds(64)
            assert low <= 0 <= high
            assert high - low < Fraction(1, 10**9)
    # Whoever has no use for boxes is told that points are missing.
    assert polynomial_solutions(trees(*LARGE), ("x", "y")).missing


def test_conjugates_of_constants_are_left_out() -> None:
    equations = trees("x^5-sqrt(2)*x*y+1", "y^5+x*y-2")
    whole = solutions(equations, ("x", "y"))
    assert whole.state == "complete"
    for root in whole.roots:
        for each in equations:
            low, high = root.place.scalar(each).bounds(64)
            assert low <= 0 <= high


def test_what_vanishes_at_a_far_point_is_exact() -> None:
    frame, own = ideal("xy", *LARGE)
    point = all_points(frame, own).far[0]
    first, second = map(frame.polynomial, trees(*LARGE))
    assert point.vanishes(first * second + first)
    assert not point.vanishes(first + 1)
    assert not point.vanishes(frame.polynomial(*trees("x-y")))


def test_a_product_under_three_constraints_in_five_names() -> None:
    names = ("a", "b", "c", "d", "h")
    on = trees("a^2+b^2+c^2+d^2+h^2-10", "b*c-5*d*h", "a^3+b^3+1")
    found = solutions(Manifold(trees("a*b*c*d*h")[0], tuple(on), names).equations, names)
    assert found.state == "complete"
    heights = sorted(
        sum(root.place.scalar(trees("a*b*c*d*h")[0]).bounds(64), Fraction()) / 2
        for root in found.roots
    )
    # The least value is known from collections of test problems.
    assert abs(heights[0] + Fraction("2.91970041")) < Fraction(1, 10**7)


def test_combined_values_are_no_trees() -> None:
    whole = solutions(trees(*LARGE), ("x", "y"))
    place = QuickPlace(whole.roots[0].place)
    x, y = (place.scalar(*trees(name)) for name in "xy")
    made = (x + y) * (x - y) - x * x + y * y
    assert isinstance(made, QuickScalar)
    assert made.sign() in (0, None)
    assert (x * x + y * y).sign() == 1
    low, high = (x * y - y).bounds(64)
    (a, b), (c, d) = x.bounds(80), y.bounds(80)
    assert low <= (a + b) / 2 * (c + d) / 2 - (c + d) / 2 <= high
