"""Sums of squares: what is found holds exactly, and what is no sum of squares is not found."""

from __future__ import annotations

from itertools import product

import pytest
from flint import fmpq
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.extrema.polynomials import Polynomial, context, polynomial
from calctool.algebra.extrema.squares import Certificate, Set, certificate
from calctool.algebra.extrema.squares.monomials import classes, possible, up_to
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation, expression
from calctool.solve.exact.values import exact
from calctool.solve.optimum.arguments.inequalities.sum_of_squares import sum_of_squares
from calctool.solve.optimum.arguments.listed import Candidate, Listed
from calctool.solve.optimum.arguments.protocol import Bound, Task, Turn
from calctool.solve.optimum.arguments.sides import with_sides
from calctool.solve.optimum.extremes import Ladder
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict


def read(text: str, names: str) -> Polynomial:
    found = polynomial(expression(read_back(text)), tuple(names))
    assert found is not None
    return found


def searched(
    p: str, names: str, equations: tuple[str, ...] = (), inequalities: tuple[str, ...] = ()
) -> Certificate | None:
    on = Set(
        tuple(read(each, names) for each in equations),
        tuple(read(each, names) for each in inequalities),
    )
    return certificate(read(p, names), on)


def total(found: Certificate, p: Polynomial) -> Polynomial:
    """What the certificate says is zero, by the ring and not by the module that made it."""
    made = -found.denominator * p
    for each in found.terms:
        assert each.factor > 0
        factor = fmpq(each.factor.numerator, each.factor.denominator)
        made += factor * each.root**2 * each.weight
    for multiplier, equation in found.multipliers:
        made += multiplier * equation
    return made


FOUND: list[tuple[str, str, tuple[str, ...], tuple[str, ...]]] = [
    ("x^4+y^4-4*x*y+2", "xy", (), ()),
    ("(x^2+y-11)^2+(x+y^2-7)^2", "xy", (), ()),
    ("x^4+y^4+z^4+w^4-4*x*y*z*w", "xyzw", (), ()),
    ("x^4+y^4+z^4-x^2*y^2-y^2*z^2-z^2*x^2", "xyz", (), ()),
    # Not sums of squares of polynomials: Motzkin, Choi and Lam.
    ("x^4*y^2+x^2*y^4-3*x^2*y^2+1", "xy", (), ()),
    ("x^4*y^2+y^4*z^2+z^4*x^2-3*x^2*y^2*z^2", "xyz", (), ()),
    ("2-x-y", "xy", ("x^2+y^2-2",), ()),
    ("1-x*y", "xy", (), ("2-x^2-y^2",)),
    ("x+y-2", "xy", ("x*y-1",), ("x", "y")),
    (
        "a^2+b^2+2*c^2+d^2-5*a-5*b-21*c+7*d+44", "abcd", (),
        ("8-a^2-b^2-c^2-d^2-a+b-c+d", "10-a^2-2*b^2-c^2-2*d^2+a+d", "5-2*a^2-b^2-c^2-2*a+b+d"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("row", FOUND, ids=lambda row: row[0])
def test_what_is_found_is_an_identity(
    row: tuple[str, str, tuple[str, ...], tuple[str, ...]],
) -> None:
    p, names, equations, inequalities = row
    found = searched(p, names, equations, inequalities)
    assert found is not None
    assert total(found, read(p, names)).is_zero()
    weights = {str(read(each, names)) for each in inequalities} | {"1"}
    assert {str(each.weight) for each in found.terms} <= weights


@pytest.mark.parametrize(
    ("p", "names", "equations", "inequalities"),
    [
        # Each of them takes a negative value, by little.
        ("x^4+y^4-4*x*y+199/100", "xy", (), ()),
        ("x^4*y^2+x^2*y^4-301/100*x^2*y^2+1", "xy", (), ()),
        ("x^2+y^2-201/100*x*y", "xy", (), ()),
        ("x^3+x^2", "x", (), ()),
        ("199/100-x-y", "xy", ("x^2+y^2-2",), ()),
        ("99/100-x*y", "xy", (), ("2-x^2-y^2",)),
        # Without the sign of x and y the bound is wrong.
        ("x+y-2", "xy", ("x*y-1",), ()),
        ("x*y", "xy", (), ("x",)),
    ],
)
def test_nothing_is_found_where_a_hypothesis_fails(
    p: str, names: str, equations: tuple[str, ...], inequalities: tuple[str, ...]
) -> None:
    assert searched(p, names, equations, inequalities) is None


small = st.integers(-3, 3)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(small, min_size=6, max_size=6), min_size=1, max_size=4))
def test_sums_of_squares_are_found_again(rows: list[list[int]]) -> None:
    ring = context(2)
    basis = [ring.from_dict({powers: 1}) for powers in up_to(2, 2)]
    roots = [
        sum((c * b for c, b in zip(row, basis, strict=True)), ring.constant(0)) for row in rows
    ]
    p = sum((root * root for root in roots), ring.constant(0)) + 1
    found = certificate(p, Set())
    assert found is not None
    assert total(found, p).is_zero()


@settings(max_examples=40, deadline=None)
@given(st.lists(small, min_size=15, max_size=15))
def test_what_is_found_is_nowhere_negative(coefficients: list[int]) -> None:
    ring = context(2)
    powers = up_to(2, 4)
    p = ring.from_dict({m: c for m, c in zip(powers, coefficients, strict=True) if c})
    if not p or p.is_constant() or certificate(p, Set()) is None:
        return
    grid = [fmpq(n, 4) for n in range(-12, 13)]
    assert all(p(a, b) >= 0 for a, b in product(grid, grid))


def test_monomials_outside_of_half_the_polytope_go() -> None:
    # x^4*y^2 + x^2*y^4 + 1: 1, x*y, x^2*y, x*y^2.
    kept = possible(up_to(2, 3), [(4, 2), (2, 4), (2, 2), (0, 0)])
    assert set(kept) == {(0, 0), (1, 1), (2, 1), (1, 2)}
    assert sorted(map(len, classes(kept, [(4, 2), (2, 4), (2, 2), (0, 0)]))) == [1, 1, 1, 1]


def asked(f: str, names: str, turn: Turn, value: str, *conditions: str) -> Bound | None:
    stated = [read_back(each) for each in conditions]
    relations = tuple(each for each in stated if isinstance(each, Relation))
    listed = (Candidate(exact(expression(read_back(value)))),)
    listing = Listed(listed)
    task = with_sides(Task(expression(read_back(f)), tuple(names), (), relations, listing))
    return sum_of_squares(task, turn, Ladder())


PROVED: list[tuple[str, str, Turn, str, tuple[str, ...]]] = [
    ("x^4+y^4-4*x*y", "xy", -1, "-2", ()),
    ("3-x^4-y^4+x*y", "xy", 1, "25/8", ()),
    ("3*x^2*y^2-x^4*y^2-x^2*y^4", "xy", 1, "1", ()),
    ("x+y", "xy", 1, "2", ("x^2+y^2=2",)),
    ("x*y", "xy", 1, "1", ("x^2+y^2<=2",)),
    ("x+y", "xy", -1, "2", ("x*y=1", "x>=0", "y>=0")),
    # What is no polynomial over Q is left out of the constraints.
    ("x*y", "xy", 1, "1", ("x^2+y^2<=2", "sin(x)>=0", "x>=-sqrt(2)")),
]


@pytest.mark.parametrize("row", PROVED, ids=lambda row: row[0])
def test_the_bound_and_its_identity(row: tuple[str, str, Turn, str, tuple[str, ...]]) -> None:
    f, names, turn, value, conditions = row
    found = asked(f, names, turn, value, *conditions)
    assert found is not None
    assert found.attained
    assert found.value.expr == exact(expression(read_back(value))).expr
    (identity,) = found.lines[0].says
    assert check_equality(identity.left, identity.right).verdict is Verdict.PROVED


@pytest.mark.parametrize(
    ("f", "turn", "value", "conditions"),
    [
        ("x^4+y^4-4*x*y", -1, "-1", ()),  # not the least value
        ("x^2-sqrt(2)*x*y+y^2", -1, "0", ()),  # coefficients outside of Q
        ("sin(x)+y^2", -1, "-1", ()),
        ("x^2+y^2", -1, "sqrt(2)", ("x*y=1/sqrt(2)",)),
    ],
)
def test_no_bound_is_claimed(f: str, turn: Turn, value: str, conditions: tuple[str, ...]) -> None:
    assert asked(f, "xy", turn, value, *conditions) is None
