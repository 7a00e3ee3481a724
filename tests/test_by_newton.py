"""Points found where no complete method reaches: each is a solution, and others are not denied."""

from __future__ import annotations

from fractions import Fraction

import pytest

from calctool.algebra.boxes.place import PartPlace
from calctool.algebra.places.fixed import FixedPlace
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.solutions import Root, Solutions
from calctool.solve.optimum.strata.by_newton import with_found
from calctool.solve.optimum.strata.on_constraints import candidates
from calctool.solve.optimum.strata.search import Search
from calctool.solve.stationary.manifold import Manifold
from calctool.words.proofs.boxes import UNSOLVED
from texts import tree

NOTHING = Solutions((), (), "partial", "none", UNSOLVED, (UNSOLVED,))


def manifold(f: str, names: str, *constraints: str) -> Manifold:
    return Manifold(tree(f), tuple(map(tree, constraints)), tuple(names.split()))


CASES = [
    ("x*y", "x y", ("x^2+y^2-2",)),
    ("x^2*y+sin(z)", "x y z", ("x^2+y^2+z^2-3",)),
    ("(a-1)^2+(a-b)^2+(c-1)^2+(d-1)^4+(h-1)^6", "a b c d h",
     ("a^2*d+sin(d-h)-2*sqrt(2)", "b+c^4*d^2-8-sqrt(2)")),
    ("x^4+y^4-3*x*y+sin(x-y)", "x y", ()),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_each_is_a_solution_and_none_comes_twice(case: tuple[str, str, tuple[str, ...]]) -> None:
    own = manifold(*case[:2], *case[2])
    found = with_found(own, NOTHING)
    assert found.state == "partial"
    assert len(found.missing) == 2
    assert found.roots
    seen = set()
    for root in found.roots:
        assert root.place.names == own.names
        for each in own.equations:
            low, high = root.place.scalar(each).bounds(64)
            assert low <= 0 <= high
            assert high - low < Fraction(1, 10**9)
        bounds = [root.place.coordinate(name).bounds(64) for name in own.names]
        seen.add(tuple(round(1000 * sum(ends)) for ends in bounds))
    assert len(seen) == len(found.roots)


def test_all_of_a_small_system_are_found() -> None:
    found = with_found(manifold("x*y", "x y", "x^2+y^2-2"), NOTHING)
    values = sorted(
        round(float(sum(r.place.scalar(tree("x*y")).bounds(64)) / 2)) for r in found.roots
    )
    assert values == [-1, -1, 1, 1]


def test_a_degenerate_point_is_found_where_its_coordinates_are_short() -> None:
    own = manifold("(x-1)^4+(y-1/2)^6", "x y")
    (root,) = with_found(own, NOTHING).roots
    assert isinstance(root.place, TracedPlace)
    assert root.place.values == {"x": tree("1"), "y": tree("1/2")}


def test_what_is_known_is_not_listed_again() -> None:
    own = manifold("x^2+y^2", "x y")
    known = Solutions(
        (Root(TracedPlace({"x": tree("0"), "y": tree("0")})),), (), "partial", "none", UNSOLVED
    )
    assert with_found(own, known) is known


def test_a_system_out_of_reach_keeps_its_points_and_says_what_is_missing() -> None:
    own = manifold(*CASES[2][:2], *CASES[2][2])
    size = Fraction(10)
    found = candidates(own, Search(None, dict.fromkeys(own.names, (-size, size)))).found
    assert found.state == "partial"
    assert any("Newton" in words.en for words in found.missing)
    heights = [sum(r.place.scalar(own.f).bounds(64)) / 2 for r in found.roots]
    # The second equation gives b: what is searched has a name less.
    places = [root.place for root in found.roots]
    assert all(isinstance(p, FixedPlace) and isinstance(p.inner, PartPlace) for p in places)
    # The least value that is known of this test problem.
    assert any(abs(height - Fraction("0.24150513")) < Fraction(1, 10**7) for height in heights)
