"""Singular points of constraints: the cone that a set comes to look like, against other ways."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calctool.algebra.places.written_out import TracedPlace
from calctool.notation.tree import ZERO
from calctool.solve.optimum.kinds.record import Judged
from calctool.solve.optimum.kinds.tangent_cone import on_tangent_cone
from calctool.solve.stationary.along import signs_around
from calctool.solve.stationary.manifold import Manifold
from texts import tree


def judged(f: str, names: str, *constraints: tuple[str, int]) -> Judged:
    """At the origin; the side of a constraint g is 0 for g = 0 and 1 for g <= 0."""
    trees, sides = tuple(tree(g) for g, _ in constraints), [side for _, side in constraints]
    manifold = Manifold(tree(f), trees, tuple(names))
    return on_tangent_cone(manifold, sides, TracedPlace(dict.fromkeys(names, ZERO)))


DECIDED: list[tuple[str, str, tuple[tuple[str, int], ...], str]] = [
    ("z", "xyz", (("x^2+y^2-z^2", 0),), "neither"),
    ("2*x+z", "xyz", (("x^2+y^2-z^2", 0),), "neither"),
    ("z", "xyz", (("x^2+y^2-z^3", 0),), "local-minimum"),
    ("z", "xyz", (("x^2+y^2-z^2", 1), ("-z", 1)), "local-minimum"),
    ("x-2*z", "xyz", (("x^2+y^2-z^2+x^5", 1), ("-z", 1)), "local-maximum"),
    ("x^2+z^3", "xyz", (("x^2+y^2-z^2", 0),), "neither"),
    ("x", "xyz", (("x^2+y^2+z^4", 0),), "local-minimum"),
    ("x+y", "xyz", (("x*y*z", 0),), "neither"),
    ("x-y", "xy", (("y^2-x^3", 1),), "local-minimum"),
]


@pytest.mark.parametrize(("f", "names", "constraints", "kind"), DECIDED)
def test_what_a_cone_decides(
    f: str, names: str, constraints: tuple[tuple[str, int], ...], kind: str
) -> None:
    assert judged(f, names, *constraints).kind == kind


OPEN: list[tuple[str, str, tuple[tuple[str, int], ...]]] = [
    # F is 0 on a line of the cone, and what comes next is not looked at.
    ("x-z", "xyz", (("x^2+y^2-z^2", 1), ("-z", 1))),
    ("x^2", "xyz", (("x^2+y^2-z^2", 0),)),
    # The cone of x^2 + y^2 = z^3 by degrees is a line without an independent gradient.
    ("x", "xyz", (("(x^2+y^2)^2-z^5*x", 0),)),
    # No polynomial.
    ("sin(z)", "xyz", (("x^2+y^2-z^2", 0),)),
]


@pytest.mark.parametrize(("f", "names", "constraints"), OPEN)
def test_where_its_hypothesis_just_fails(
    f: str, names: str, constraints: tuple[tuple[str, int], ...]
) -> None:
    assert judged(f, names, *constraints).kind == "undecided"


POWERS = [(i, d - i) for d in range(2, 5) for i in range(d + 1)]
curves = st.lists(st.integers(-2, 2), min_size=len(POWERS), max_size=len(POWERS)).filter(any)


@settings(max_examples=60)
@given(curves, st.integers(-2, 2), st.integers(-2, 2), st.integers(-1, 1))
def test_on_plane_curves_it_agrees_with_a_small_circle(
    terms: list[int], a: int, b: int, c: int
) -> None:
    if not (a or b or c):
        return
    g = "+".join(f"({k})*x^{i}*y^{j}" for k, (i, j) in zip(terms, POWERS, strict=True))
    f = f"({a})*x+({b})*y+({c})*x*y"
    found = judged(f, "xy", (g, 0))
    if found.kind == "undecided":
        return
    manifold = Manifold(tree(f), (tree(g),), ("x", "y"))
    around = signs_around(manifold, TracedPlace({"x": ZERO, "y": ZERO}))
    if around is None:
        return
    above, below = around
    kind = "neither" if above and below else "local-maximum" if below else "local-minimum"
    assert found.kind == kind


quadrics = st.lists(st.integers(-2, 2), min_size=6, max_size=6).filter(any)
slopes = st.tuples(*(st.integers(-2, 2) for _ in "xyz")).filter(any)


@settings(max_examples=40, deadline=None)
@given(quadrics, slopes)
def test_in_space_it_agrees_with_directions(terms: list[int], slope: tuple[int, ...]) -> None:
    """Points of a cone g = 0 on the sphere, by bisection between many directions."""
    pairs = [(0, 0), (1, 1), (2, 2), (0, 1), (0, 2), (1, 2)]
    g = "+".join(f"({k})*{'xyz'[i]}*{'xyz'[j]}" for k, (i, j) in zip(terms, pairs, strict=True))
    found = judged("+".join(f"({k})*{n}" for k, n in zip(slope, "xyz", strict=True)), "xyz", (g, 0))
    if found.kind == "undecided":
        return

    def height(p: tuple[float, ...]) -> float:
        return sum(k * p[i] * p[j] for k, (i, j) in zip(terms, pairs, strict=True))

    values = [sum(k * x for k, x in zip(slope, p, strict=True)) for p in _zeros(height)]
    assert not (found.kind == "local-minimum" and any(v < -1e-9 for v in values))
    assert not (found.kind == "local-maximum" and any(v > 1e-9 for v in values))
    if found.kind == "neither" and values:
        assert max(values) > 0 > min(values) or min(map(abs, values)) < 1e-6


def _zeros(height) -> list[tuple[float, ...]]:  # type: ignore[no-untyped-def]
    """Of a function on the sphere: where it changes its sign between neighbours on circles."""
    zeros = []
    for turn in range(24):
        across = math.pi * turn / 24 + 0.01
        ring = [
            (math.sin(t) * math.cos(across), math.sin(t) * math.sin(across), math.cos(t))
            for t in (2 * math.pi * k / 120 + 0.003 for k in range(121))
        ]
        for p, q in pairwise(ring):
            if height(p) * height(q) < 0:
                zeros.append(_between(height, p, q))
    return zeros


def _between(height, p: tuple[float, ...], q: tuple[float, ...]) -> tuple[float, ...]:  # type: ignore[no-untyped-def]
    for _ in range(60):
        m = tuple((a + b) / 2 for a, b in zip(p, q, strict=True))
        p, q = (m, q) if height(p) * height(m) > 0 else (p, m)
    return p
