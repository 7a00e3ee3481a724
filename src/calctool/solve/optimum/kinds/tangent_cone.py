"""A point at which gradients depend on each other: f on the cone that the set comes to look like.

Weights w move x to (r^w1 x1, …, r^wn xn). The lowest parts G of the constraints and F of f - f(p)
by these weights decide: the set near p, divided by r, has its limits where G = 0 on the sphere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product
from math import gcd

from calctool import budget
from calctool.algebra.build import added, negated, raised
from calctool.algebra.extrema.forms.jets import rational_centre
from calctool.algebra.extrema.polar.nonempty import has_point
from calctool.algebra.extrema.polar.region import region
from calctool.algebra.extrema.polynomials import (
    Polynomial,
    Powers,
    fractions,
    monomial_tree,
    moved,
    polynomial,
)
from calctool.algebra.places.place import Place, sign_at
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import ONE, TWO, ZERO, Name, Quotient, Relation, Sign, Tree
from calctool.solve.candidates import Test
from calctool.solve.optimum.kinds.record import OPEN, Judged, extremum
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.short import short
from calctool.words.extrema.multipliers import TESTS

Weights = tuple[int, ...]
_ISOLATED = Judged("local-minimum", Test("isolated-point", TESTS["isolated-point"]), strict=True)
_CLOSED: dict[int, Sign] = {0: "=", 1: "<=", -1: ">="}
_OPEN: dict[int, Sign] = {0: "=", 1: "<", -1: ">"}


def on_tangent_cone(manifold: Manifold, sides: Sequence[int], place: Place) -> Judged:
    """The kind of the point on the set (for `sides` see Corner), for polynomials and a point with
    rational coordinates, and for quotients of them; the first weights that decide are used.

    F > 0 on the whole cone: a strict minimum, for a sequence against it, divided by r, would have
    a limit on the cone with F <= 0. F > 0 at a point of the cone where the equations have
    independent gradients and the inequalities hold strictly: by the implicit function theorem the
    set has points in this direction as near to p as one likes.
    """
    parts = _about(manifold, place)
    if parts is None or not all(parts):
        return OPEN
    for weights in _weights(parts):
        found = _Cone(parts, sides, manifold.names, weights).judged()
        if found is not OPEN:
            return found
    return OPEN


def _about(manifold: Manifold, place: Place) -> list[Polynomial] | None:
    """f - f(p) and the constraints, in the distances from the point."""
    centre = rational_centre(place, manifold.names)
    value = place.scalar(manifold.f).tree()
    if centre is None or value is None:
        return None
    trees = (short(added((manifold.f, negated(value)))), *manifold.constraints)
    read = [_like(each, manifold.names, place) for each in trees]
    known = [moved(each, centre) for each in read if each is not None]
    return known if len(known) == len(read) else None


def _like(tree: Tree, names: Sequence[str], place: Place) -> Polynomial | None:
    """A polynomial with the same sign near the point: of u/v that is u, or -u where v < 0."""
    found = polynomial(tree, names)
    if found is not None or not isinstance(tree, Quotient):
        return found
    top, side = polynomial(tree.numerator, names), sign_at(place, tree.denominator)
    return top * side if top is not None and side else None


def _weights(parts: Sequence[Polynomial]) -> Iterator[Weights]:
    """All 1 first; then those by which each constraint has more than one lowest term, at last those
    by which one has."""
    count = len(parts[0].context().gens())
    yield (1,) * count
    listed = product(range(1, budget.CONE_WEIGHT + 1), repeat=count)
    fit = [w for w in sorted(listed, key=sum) if max(w) > 1 and gcd(*w) == 1]
    many = [[len(_lowest(p, w)) > 1 for p in parts[1:]] for w in fit]
    ranked = sorted(zip(many, fit, strict=True), key=lambda pair: not all(pair[0]))
    kept = (w for several, w in ranked if any(several))
    for tried, weights in enumerate(kept):
        if tried == budget.CONES_TRIED:
            return
        yield weights


def _lowest(p: Polynomial, weights: Weights) -> dict[Powers, Fraction]:
    terms = fractions(p)
    sizes = {m: sum(n * w for n, w in zip(m, weights, strict=True)) for m in terms}
    least = min(sizes.values())
    return {m: c for m, c in terms.items() if sizes[m] == least}


class _Cone:
    """The cone of one choice of weights, and what can be asked of it."""

    def __init__(
        self, parts: Sequence[Polynomial], sides: Sequence[int], names: tuple[str, ...],
        weights: Weights,
    ) -> None:  # fmt: skip
        self.names = names
        self.f, *self.g = (_tree(_lowest(p, weights), names) for p in parts)
        self.sides = tuple(sides)
        squares = [raised(Name(name), TWO) for name in names]
        self.sphere = Relation(added(squares), "=", ONE)

    def judged(self) -> Judged:
        above, below = self._is_taken(">="), self._is_taken("<=")
        if above is False and below is False:
            return _ISOLATED
        if above is False or below is False:
            return Judged(extremum(below is False), self._test("tangent-cone"), strict=True)
        if self._is_taken(">") and self._is_taken("<"):
            return Judged("neither", self._test("tangent-cone-both"))
        return OPEN

    def _is_taken(self, sign: Sign) -> bool | None:
        """Whether F has this sign at a point of the cone, for a strict one where the set goes."""
        is_strict = sign in ("<", ">")
        own = _OPEN if is_strict else _CLOSED
        cone = [Relation(g, own[side], ZERO) for g, side in zip(self.g, self.sides, strict=True)]
        equations = tuple(g for g, side in zip(self.g, self.sides, strict=True) if not side)
        regular = self._regular(equations) if is_strict and equations else ()
        found = region(
            ONE, self.names, (self.sphere, *cone, Relation(self.f, sign, ZERO), *regular)
        )
        return None if found is None else has_point(found)

    def _regular(self, equations: tuple[Tree, ...]) -> tuple[Relation, ...]:
        """Some columns of the gradients are independent."""
        own = Manifold(self.f, equations, self.names)
        columns = combinations(range(len(self.names)), len(equations))
        return (Relation(added(raised(own.minor(each), TWO) for each in columns), ">", ZERO),)

    def _test(self, id: str) -> Test:
        cone = all_quoted(
            Relation(g, _CLOSED[side], ZERO) for g, side in zip(self.g, self.sides, strict=True)
        )
        return Test(id, TESTS[id].filled(form=quoted(self.f), cone=cone))


def _tree(form: dict[Powers, Fraction], names: tuple[str, ...]) -> Tree:
    terms = sorted(form.items(), key=lambda term: term[1] < 0)
    return added(monomial_tree(c, powers, names) for powers, c in terms)
