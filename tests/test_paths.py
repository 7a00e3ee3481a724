"""Systems whose solutions are counted: complete where as many are found as Bézout allows."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from flint import acb

from calctool.algebra.paths import NotCounted, path_solutions
from calctool.algebra.paths.enclosed import enclosed
from calctool.algebra.paths.values import Polynomials, solved
from calctool.algebra.solving import solutions
from calctool.algebra.systems import NotPolynomial, polynomial_solutions
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Tree, expression
from calctool.solve.stationary.manifold import gradient


def trees(*texts: str) -> list[Tree]:
    return [expression(read_back(text)) for text in texts]


def quartic(seed: int, names: str) -> Tree:
    """Coercive, with terms of all sorts below the fourth powers."""
    chosen = random.Random(seed)  # noqa: S311 (samples)
    terms = [f"{chosen.randint(1, 4)}*{name}^4" for name in names]
    for _ in range(8):
        powers = [chosen.choice(names) for _ in range(chosen.randint(1, 3))]
        terms.append(f"{chosen.choice([-3, -2, -1, 1, 2, 3])}*{'*'.join(powers)}")
    return expression(read_back("+".join(terms).replace("+-", "-")))


def descended(slopes: list[Tree], names: str, seed: int) -> set[tuple[int, ...]]:
    """Real solutions by Newton's method from random starts, to four places: another way."""
    from calctool.algebra.extrema.polynomials import fractions, polynomial

    rows = []
    for each in slopes:
        p = polynomial(each, tuple(names))
        assert p is not None
        rows.append({m: complex(c) for m, c in fractions(p).items()})
    system, seen = Polynomials(rows), set()
    chosen = random.Random(seed)  # noqa: S311 (samples)
    for _ in range(150):
        at = [complex(chosen.uniform(-3, 3)) for _ in names]
        for _ in range(60):
            values, bend = system.at(at)
            step = solved(bend, values)
            if step is None:
                break
            at = [x - s for x, s in zip(at, step, strict=True)]
            if max(map(abs, step)) < 1e-12:
                seen.add(tuple(round(1e4 * x.real) for x in at))
                break
    return seen


@pytest.mark.parametrize("seed", range(3))
def test_a_quartic_in_four_names_is_whole(seed: int) -> None:
    names = "xyzw"
    slopes = list(gradient(quartic(seed, names), tuple(names)))
    found = path_solutions(slopes, tuple(names))
    assert found.state == "complete"
    assert found.counts[0].complex == 81
    listed = {
        tuple(
            round(10**4 * sum(root.place.coordinate(n).bounds(64), Fraction()) / 2) for n in names
        )
        for root in found.roots
    }
    for point in descended(slopes, names, seed):
        near = [p for p in listed if all(abs(a - b) < 2 for a, b in zip(p, point, strict=True))]
        assert near, point


def test_most_quartics_are_counted() -> None:
    """Seeds at which solutions repeat or lie at infinity are rare."""
    counted = 0
    for seed in range(4):
        slopes = gradient(quartic(seed, "xyzw"), tuple("xyzw"))
        try:
            counted += bool(path_solutions(slopes, tuple("xyzw")).counts)
        except NotCounted:
            continue
    assert counted >= 2


def test_constants_are_enclosed() -> None:
    names = ("x", "y", "z", "w")
    f = "x^4+y^4+z^4+w^4+sqrt(2)*x*y*z-2*x*y*w+3*x*z*w+x^2*y-y*z+2*x*w-w+x"
    found = path_solutions(gradient(*trees(f), names), names)
    assert found.counts[0].complex == 81
    assert found.counts[0].real == len(found.roots) >= 1


@pytest.mark.parametrize(
    "f",
    [
        # A multiple solution at 0; a solution at infinity; a curve of solutions.
        "x^4+y^4+z^4+w^4-4*x*y*z*w",
        "x^4+y^4+z^4+w^3+x*y*z*w+w*x",
        "(x^2+y^2+z^2+w^2-1)^2",
    ],
)
def test_no_count_is_claimed_where_it_is_not_reached(f: str) -> None:
    names = ("x", "y", "z", "w")
    with pytest.raises(NotCounted):
        path_solutions(gradient(*trees(f), names), names)


def test_no_count_without_as_many_polynomials_as_unknowns() -> None:
    names = ("x", "y", "z", "w")
    with pytest.raises(NotCounted):
        path_solutions(trees("x^4+y*z*w", "y^4+x*z*w", "z^4+x*y*w"), names)
    with pytest.raises((NotCounted, NotPolynomial)):
        path_solutions(trees("x^4+sin(y*z*w)", "y^4+x*z*w", "z^4+x*y*w", "w^4-x"), names)


def test_small_systems_stay_exact() -> None:
    equations = trees("x^3-x*y+1", "y^3+x*y-2")
    assert solutions(equations, ("x", "y")).method == "polynomial-system"
    assert polynomial_solutions(equations, ("x", "y")).state == "complete"


def test_a_box_holds_one_solution_or_none_is_claimed() -> None:
    # z^2 + 1 and z^2 - 2; near 0 there is no solution, near -1 none of a double root.
    system = Polynomials([{(2,): acb(1), (0,): acb(1)}])
    at_i = enclosed(system, [1e-9 + 1.0000001j])
    assert at_i is not None
    assert not at_i.is_real
    assert at_i.inside[0].contains(acb(0, 1))
    real = enclosed(Polynomials([{(2,): acb(1), (0,): acb(-2)}]), [1.414 + 0j])
    assert real is not None
    assert real.is_real
    assert enclosed(system, [0.0j]) is None
    assert enclosed(Polynomials([{(2,): acb(1), (1,): acb(2), (0,): acb(1)}]), [-1 + 1e-9j]) is None
