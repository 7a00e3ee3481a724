"""What a point is, seen from a set with smooth sides: multipliers, the bordered Hessian, and what
decides where these do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations, islice

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.extrema.forms.inertia import (
    Inertia,
    bordered,
    bordered_minors,
    on_tangent_space,
)
from calctool.algebra.places.place import Place, Scalar, sign_at
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import ZERO, Tree
from calctool.solve.candidates import PointKind, Test
from calctool.solve.exact.at_point import known
from calctool.solve.optimum.kinds.record import LEVEL, OPEN, Judged, extremum, first_decided
from calctool.solve.stationary.manifold import Manifold, Row
from calctool.words import Words
from calctool.words.extrema.multipliers import TESTS

Matrix = tuple[tuple[Scalar, ...], ...]
PASSED = Judged("neither", Test("moves-along", TESTS["moves-along"]))
NO_TANGENT = Inertia(0, 0, 0)


class Corner(Struct, frozen=True, dict=True):
    """A point at which all functions g of `manifold` are zero, and the set around it: g = 0 where
    the side is 0, g <= 0 where it is 1, g >= 0 where it is -1.

    `numbers` are those of the constraints, as the reader counts them.
    """

    manifold: Manifold
    sides: tuple[int, ...]
    place: Place
    numbers: tuple[int, ...] = ()

    @cached_property
    def columns(self) -> tuple[int, ...] | None:
        """Those in which the gradients are independent, None at a singular point; raises Undecided
        where that is open."""
        return self.manifold.columns(self.place)

    @property
    def is_regular(self) -> bool:
        """Whether the gradients are known to be independent."""
        try:
            return self.columns is not None
        except (Undecided, Undefined):
            return False

    @cached_property
    def weights(self) -> Row:
        """The multipliers; of a regular point."""
        return self.manifold.multipliers(self.columns or ())

    @cached_property
    def inward(self) -> list[int]:
        """The signs with which f changes on leaving each inequality inwards."""
        pairs = zip(self.sides, self.weights, strict=True)
        return [-sign_at(self.place, weight) * side for side, weight in pairs if side]

    @property
    def is_stationary(self) -> bool:
        """Whether the gradient of f depends on those of the constraints."""
        return all(self.place.scalar(each).sign() == 0 for each in self.manifold.dependence)

    def judged(self) -> Judged:
        """What the point is; of points that are stationary on the set where all g are 0."""
        return first_decided((self._by_gradients, self._as_level, self._on_set, self._by_parts))

    def _by_gradients(self) -> Judged:
        return _singular(self) if self.columns is None else self.pulled(self.inward)

    def _as_level(self) -> Judged:
        from calctool.solve.optimum.kinds.on_face import is_level

        value = self.place.scalar(self.manifold.f).tree()
        return LEVEL if is_level(self.manifold, self.sides, value) else OPEN

    def _on_set(self) -> Judged:
        from calctool.solve.optimum.kinds.edges import along_edges
        from calctool.solve.optimum.kinds.on_face import by_squares
        from calctool.solve.optimum.kinds.tangent_cone import on_tangent_cone

        found, seen = OPEN, (self.manifold, self.sides, self.place)
        if any(self.sides) and self.columns is not None:
            found = by_squares(*seen)
            if found is OPEN:
                found = along_edges(*seen)
        return on_tangent_cone(*seen) if found is OPEN else found

    def _by_parts(self) -> Judged:
        """By the factors of f - f(p), else by what f does along rays into the set."""
        from calctool.solve.optimum.kinds.by_factors import by_factors
        from calctool.solve.optimum.kinds.rays import by_rays_into

        found = by_factors(self.manifold, self.place, self._sign_beside)
        if found is OPEN and any(self.sides):
            within = tuple(zip(self.manifold.constraints, self.sides, strict=True))
            return by_rays_into(self.manifold.f, self.place, self.manifold.names, within)
        return found

    def _sign_beside(self, factor: Tree) -> int:
        """Of a function that is zero at the point, with the same constraints or fewer; 0 where it
        is not known to keep one."""
        stated = dict(zip(self.manifold.constraints, self.sides, strict=True))
        if factor in stated:
            return -stated[factor]
        manifold = Manifold(factor, self.manifold.constraints, self.manifold.names)
        own = Corner(manifold, self.sides, self.place)
        larger = (own, own.with_only(()))
        whole = (each for each in larger if each.columns is not None and each.is_stationary)
        found = (each.pulled(each.inward).kind for each in (*whole, *with_fewer(own)))
        signs: dict[PointKind, int] = {"local-minimum": 1, "local-maximum": -1}
        return next((signs[kind] for kind in found if kind in signs), 0)

    def pulled(self, inward: Sequence[int]) -> Judged:
        """The same of a regular point off whose inequalities f changes with these signs; raises
        Undecided and Undefined."""
        return _Regular(self, inward).judged()

    def with_only(self, kept: Sequence[int]) -> Corner:
        """The same point of a larger set."""
        constraints = tuple(self.manifold.constraints[i] for i in kept)
        return Corner(
            Manifold(self.manifold.f, constraints, self.manifold.names),
            tuple(self.sides[i] for i in kept),
            self.place,
            tuple(self.numbers[i] for i in kept) if self.numbers else (),
        )


class _Regular:
    """A point at which the gradients of the constraints are independent."""

    def __init__(self, corner: Corner, inward: Sequence[int]) -> None:
        self.corner, self.manifold, self.inward = corner, corner.manifold, inward

    def judged(self) -> Judged:
        hessian = self.manifold.hessian(self.corner.weights)
        matrix = _bordered(self.manifold, hessian, self.corner.place)
        count = len(self.manifold.constraints)
        own = on_tangent_space(matrix, count) if count < len(self.manifold.names) else NO_TANGENT
        if own is None:
            return OPEN
        test = _hessian_test(matrix, own, count)
        return self._by_signs(own, test) or self._further(hessian, test)

    def _by_signs(self, own: Inertia, test: Test) -> Judged | None:
        """None where something is zero that would have to be weighed."""
        up, down = own.positive > 0 or 1 in self.inward, own.negative > 0 or -1 in self.inward
        if own.is_indefinite:
            return Judged("saddle", test)
        if up and down:
            mixed = {1, -1} <= set(self.inward)
            id = "mixed-multipliers" if mixed else "multiplier-against-hessian"
            return Judged("neither", _renamed(test, id))
        if own.zero or 0 in self.inward:
            return None
        if not up and not down:
            return Judged("local-minimum", _renamed(test, "isolated-point"), strict=True)
        flat = len(self.manifold.constraints) == len(self.manifold.names)
        kind = extremum(up)
        return Judged(kind, _renamed(test, "multiplier-signs") if flat else test, strict=True)

    def _further(self, hessian: Sequence[Row], test: Test) -> Judged:
        from calctool.solve.optimum.kinds.on_face import on_face

        if 0 in self.inward:
            found = self._without_idle_weights(hessian)
            return by_fewer(self.corner) if found is OPEN else found
        found = on_face(self.manifold, self.corner.place, hessian, test)
        # All pulls have one sign, or `_by_signs` had told: f moves so near by on leaving the face.
        if not self.inward or found.kind in ("neither", "saddle") or found == OPEN:
            return OPEN if found.is_constant else found
        kind = extremum(1 in self.inward)
        if found.kind == kind or found.is_constant:
            return replace(found, kind=kind)
        return replace(found, kind="neither") if found.strict else OPEN

    def _without_idle_weights(self, hessian: Sequence[Row]) -> Judged:
        """Constraints whose multiplier is zero count as not active: then definite is enough."""
        kept = [
            index
            for index, side in enumerate(self.corner.sides)
            if not side or sign_at(self.corner.place, self.corner.weights[index])
        ]
        wider = self.corner.with_only(kept)
        matrix = _bordered(wider.manifold, hessian, self.corner.place)
        found = on_tangent_space(matrix, len(kept))
        if found is None:
            return OPEN
        test = _hessian_test(matrix, found, len(kept))
        if found.is_indefinite:
            # Of a direction and its opposite one leads into the only inequality that is left out.
            alone = len(self.corner.sides) - len(kept) == 1
            return Judged("neither", test) if alone else OPEN
        if found.zero:
            return OPEN
        if any(pull not in (0, found.sign) for pull in self.inward):
            return Judged("neither", _renamed(test, "multiplier-against-hessian"))
        return Judged(extremum(found.sign > 0), test, strict=True)


# --- singular points ----------------------------------------------------------------------------


def _singular(corner: Corner) -> Judged:
    """Branches, fewer inequalities, or a plane curve; the values on the whole set may also do."""
    from calctool.solve.optimum.kinds.branches import by_branches
    from calctool.solve.optimum.kinds.edges import along_edges
    from calctool.solve.stationary.along import signs_around

    def on_branch(branch: Sequence[tuple[Tree, int]]) -> tuple[Judged, bool]:
        constraints, sides = tuple(g for g, _ in branch), tuple(side for _, side in branch)
        own = Manifold(corner.manifold.f, constraints, corner.manifold.names)
        found = Corner(own, sides, corner.place)
        if not branch:
            return OPEN, True
        # All of its constraints may stay equalities, and along that set f moves.
        is_passed = found.columns is not None and not found.is_stationary
        return (PASSED if is_passed else found.judged()), found.columns is not None

    found = by_branches(corner.manifold, corner.sides, corner.place, on_branch)
    if found is not OPEN:
        return found
    if any(corner.sides):
        fewer = by_fewer(corner)
        if fewer is not OPEN:
            return fewer
        return along_edges(corner.manifold, corner.sides, corner.place)
    if len(corner.sides) != 1:
        return OPEN
    around = signs_around(corner.manifold, corner.place)
    if around is None:
        return OPEN
    above, below = around
    reason = TESTS["small-circle-on-curve"].filled(above=above, below=below)
    test = Test("small-circle-on-curve", reason)
    if above and below:
        return Judged("neither", test)
    if not above and not below:
        return Judged("local-minimum", Test("isolated-point", TESTS["isolated-point"]), strict=True)
    return Judged(extremum(bool(above)), test, strict=True)


def with_fewer(corner: Corner) -> Iterator[Corner]:
    """Too many inequalities to be independent, as at the top of a pyramid: the point as a regular
    candidate on larger sets. An extremum on a larger set is one on the set itself."""
    bounds = [index for index, side in enumerate(corner.sides) if side]
    smaller = (
        chosen for size in range(len(bounds) - 1, -1, -1) for chosen in combinations(bounds, size)
    )
    for chosen in islice(smaller, budget.ACTIVE_SETS):
        kept = [i for i, side in enumerate(corner.sides) if not side or i in chosen]
        larger = corner.with_only(kept)
        if larger.columns is not None and larger.is_stationary:
            yield larger


def by_fewer(corner: Corner) -> Judged:
    """An extremum on a larger set, which some of the inequalities leave."""
    found: dict[PointKind, Judged] = {}
    for larger in with_fewer(corner):
        made = larger.pulled(larger.inward)
        if made.kind in ("local-minimum", "local-maximum"):
            found.setdefault(made.kind, _said_of_fewer(larger, made))
    if len(found) > 1 and all(made.strict for made in found.values()):
        return Judged("local-minimum", Test("isolated-point", TESTS["isolated-point"]), strict=True)
    return next(iter(found.values()), OPEN)


def _said_of_fewer(larger: Corner, made: Judged) -> Judged:
    numbers = ", ".join(f"({number})" for number in larger.numbers if number)
    if not numbers:
        return made
    said, own = TESTS["fewer-constraints"].filled(numbers=numbers), made.test.reason
    reason = Words(en=f"{said.en}: {own.en}", zh=f"{said.zh}：{own.zh}")
    return replace(made, test=replace(made.test, id="fewer-constraints", reason=reason))


# --- matrices -----------------------------------------------------------------------------------


def _bordered(manifold: Manifold, hessian: Sequence[Row], place: Place) -> Matrix:
    bends = [[place.scalar(each) for each in row] for row in hessian]
    rows = [[place.scalar(each) for each in row] for row in manifold.jacobian]
    return bordered(bends, rows, place.scalar(ZERO))


def _hessian_test(matrix: Matrix, own: Inertia, count: int) -> Test:
    reason = TESTS["bordered-hessian"].filled(positive=own.positive, negative=own.negative)
    return Test(
        "bordered-hessian",
        reason,
        tuple(tuple(known(entry) for entry in row) for row in matrix),
        tuple(known(minor) for minor in bordered_minors(matrix, count)),
        (own.positive, own.negative, own.zero),
    )


def _renamed(test: Test, id: str) -> Test:
    return replace(test, id=id, reason=TESTS[id])
