"""A point on folds of f: whether f has a gradient there, and whether the point is an extremum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property

from msgspec import Struct

from calctool.algebra.extrema import classify_without_hessian
from calctool.algebra.places.place import Place, Scalar, sign_at, sign_of
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.notation.walk import walk
from calctool.solve.candidates import PointKind, Test, Why
from calctool.solve.optimum.kinds.corner import Corner
from calctool.solve.optimum.kinds.edges import DIFFER, slopes_along
from calctool.solve.optimum.kinds.rays import Ray, has_line, has_no_gradient, rays, takes_both_signs
from calctool.solve.optimum.kinds.record import OPEN, Judged, as_test, on_union
from calctool.solve.optimum.strata.beside import Active, Beside, beside
from calctool.solve.optimum.strata.folds import Fold, Signs, formula, normal
from calctool.solve.optimum.strata.steep import steep
from calctool.solve.stationary.manifold import Manifold, gradient
from calctool.solve.stationary.short import short
from calctool.words.extrema.kinks import NEGATIVE, POSITIVE, TESTS

_JUMPED = {
    1: Judged("local-minimum", Test("each-side", TESTS["each-side"]), strict=True),
    -1: Judged("local-maximum", Test("each-side", TESTS["each-side"]), strict=True),
}
"""A side on which all values near by are greater, or smaller."""
_EXTREMA: tuple[PointKind, ...] = ("local-minimum", "local-maximum")


class Slope(Struct, frozen=True):
    """Whether the gradient is missing or zero (None where that is open), or something else."""

    found: Why | None
    is_other: bool = False


class Crease(Struct, frozen=True, dict=True):
    """A point on the folds `on`; `signs` are those of the others, `active` the constraints that
    are equalities there, numbered by `numbers`.

    With `is_tangled` all of the piece it lies on is on some fold besides.
    """

    f: Tree
    names: tuple[str, ...]
    on: tuple[Fold, ...]
    signs: Signs
    place: Place
    active: tuple[Active, ...] = ()
    numbers: tuple[int, ...] = ()
    is_tangled: bool = False

    @property
    def is_steep(self) -> bool:
        """Whether a formula has an infinite slope at a fold that meets here."""
        return any(fold.is_steep for fold in self.on)

    @cached_property
    def sides(self) -> tuple[Corner, ...]:
        """The regions around the point, each with its own formula and bounded by the folds."""
        if self.is_steep or self.is_tangled:
            return ()
        found = beside(self.f, self.names, self.signs, self.on, self.active)
        return tuple(self._corner(each) for each in found)

    def _corner(self, side: Beside) -> Corner:
        more = (0,) * (len(side.sides) - len(self.numbers))
        return Corner(side.manifold, side.sides, self.place, (*self.numbers, *more))

    @cached_property
    def slopes(self) -> tuple[tuple[Scalar, ...], ...]:
        """The gradients of f, and of the active constraints, beside the point."""
        count = len(self.active)
        return tuple(
            tuple(
                self.place.scalar(each)
                for row in (side.manifold.slopes, *side.manifold.jacobian[:count])
                for each in row
            )
            for side in self.sides
        )

    @property
    def as_smooth(self) -> Corner | None:
        """The point among the active constraints, where all formulas beside it have one gradient:
        it is on no fold."""
        if not self.active or not self.sides or any(self.jumps) or not _all_equal(self.slopes):
            return None
        return self.sides[0].with_only(range(len(self.active)))

    @cached_property
    def rays(self) -> tuple[Ray, ...]:
        """What f does along lines from the point, as far as they lead into the set."""
        return tuple(rays(self.f, self.place, self.names)) if not self.active else ()

    @cached_property
    def is_plain(self) -> bool:
        """Whether the folds cross each other like coordinate planes, so that each side is there."""
        return bool(self.sides) and all(side.columns is not None for side in self.sides)

    @cached_property
    def jumps(self) -> tuple[int, ...]:
        """For each side whether f jumps up or down on leaving for it, 0 where it does not."""
        if not any(fold.jumps for fold in self.on):
            return (0,) * len(self.sides)
        here = {**self.signs, **dict.fromkeys(self.on, 0)}
        value = self.place.scalar(short(formula(self.f, here)))
        return tuple(sign_of(self.place.scalar(side.manifold.f) - value) for side in self.sides)

    def _on_fold(self) -> Corner:
        """The point among those of the fold."""
        here = {**self.signs, **dict.fromkeys(self.on, 0)}
        bounds = [(short(formula(g, here)), side) for g, side in self.active]
        known = {normal(g)[0] for g, _ in bounds}
        bounds += [(fold.at, 0) for fold in self.on if fold.at not in known]
        manifold = Manifold(short(formula(self.f, here)), tuple(g for g, _ in bounds), self.names)
        return Corner(manifold, tuple(side for _, side in bounds), self.place)

    # --- the gradient ---

    def slope(self) -> Slope:
        """Whether f has a gradient here, and which; unknown where a test gives up."""
        try:
            return self._slope()
        except (Undecided, Undefined):
            return Slope(None)

    def _slope(self) -> Slope:
        if not self.sides:
            if has_no_gradient(self.rays) or self._is_alone_rough():
                return Slope("gradient-missing")
            return self._flat_part()
        if any(self.jumps):
            return Slope("gradient-missing")
        if _all_equal(self.slopes):
            return self._of_gradient()
        if self.is_plain or has_no_gradient(self.rays) or self._has_two_gradients():
            return Slope("gradient-missing")
        return Slope(None)

    def _is_alone_rough(self) -> bool:
        """Whether f has no gradient, and the active constraints do not change there."""
        bent = {seam.part for fold in self.on for seam, _ in fold.seams}
        if not self.active or any(part in bent for g, _ in self.active for part in walk(g)):
            return False
        return has_no_gradient(tuple(rays(self.f, self.place, self.names)))

    def _has_two_gradients(self) -> bool:
        """Whether there are two sides, each with a line from the point into it, whose gradients
        differ."""
        count = len(self.active)
        walls = [
            [*zip(side.manifold.jacobian[count:], side.sides[count:], strict=True)]
            for side in self.sides
        ]
        there = [s for s, own in zip(self.slopes, walls, strict=True) if has_line(own, self.place)]
        return bool(there) and not _all_equal(there)

    def _of_gradient(self) -> Slope:
        """Of a function that is smooth here all the same."""
        count = len(self.active)
        if not count:
            return _of_gradient(self.slopes[0])
        own = self.sides[0].with_only(range(count))
        if own.columns is None:
            return Slope(None)
        signs = [self.place.scalar(each).sign() for each in own.manifold.dependence]
        if None in signs:
            return Slope(None)
        return Slope("gradient-zero") if not any(signs) else Slope(None, is_other=True)

    def _flat_part(self) -> Slope:
        """f = F(x, u^q), F smooth, where u = 0, ∇u = 0: u = O(r²), and F(x, s) - F(x, 0) is
        F_s(x, 0)·s + O(s²). So f has the gradient of F(x, 0) if q > 1/2, and with F_s = 0 at the
        point, F_s(x, 0) = O(r), if q > 1/4 (Taylor's formula): cos(√(x² + y²)) at the origin."""
        (fold, *others) = self.on
        found = None if others or self.active else steep(self.f, fold)
        if found is None or found.power <= Fraction(1, 4) or self._slopes_of(fold):
            return Slope(None)
        if found.power <= Fraction(1, 2) and sign_at(self.place, found.outer):
            return Slope(None)
        rest = gradient(short(formula(self.f, self.signs)), self.names)
        return _of_gradient([self.place.scalar(each) for each in rest])

    def _slopes_of(self, fold: Fold) -> bool:
        """Whether the gradient of its function is not zero there."""
        return any(sign_at(self.place, each) for each in gradient(fold.at, self.names))

    # --- the kind ---

    def judged(self) -> Judged:
        """What the point is, by the first test that decides."""
        tests = (
            self._by_sides,
            self._by_steep_sides,
            self._by_slopes,
            self._by_writing,
            self._by_rays,
            self._by_edges,
        )
        for test in tests[:1] if any(fold.jumps for fold in self.on) else tests:
            try:
                found = test()
            except (Undecided, Undefined):
                continue
            if found is not None:
                return found
        return OPEN

    def _by_sides(self) -> Judged | None:
        """On each side a problem with inequalities of its own; together they are f."""
        if not self.sides or not (self.is_plain or self.active):
            return None
        found = [
            _JUMPED[jump] if jump else side.judged()
            for side, jump in zip(self.sides, self.jumps, strict=True)
        ]
        if any(self.jumps):
            if len(self.on) > 1:
                return None
            found.append(self._on_fold().judged())
        reason = TESTS["each-side"].filled(condition=condition(self.on))
        test = Test("each-side", reason)
        sure = [_is_there(each, side) for each, side in zip(found, self.sides, strict=False)]
        made = on_union([*zip(found, [*sure, False], strict=False)], test)
        return None if made is OPEN else made

    def _by_steep_sides(self) -> Judged | None:
        """Beside an infinite slope nothing else matters away from the fold."""
        (fold, *others) = self.on
        if others or self.active or not fold.is_steep:
            return None
        found = steep(self.f, fold)
        if found is None or not self._slopes_of(fold):
            return None
        outward = sign_at(self.place, found.outer)
        if not outward or found.power >= 1:
            return None
        f, at = (short(formula(each, self.signs)) for each in (self.f, fold.at))
        corner = Corner(Manifold(f, (at,), self.names), (1,), self.place)
        kinds = {corner.pulled([outward * e]).kind for e in (1, found.behind)}
        test = Test("steep-sides", TESTS["steep-sides"].filled(condition=condition([fold])))
        if "undecided" in kinds:
            return None
        if len(kinds) > 1 or kinds & {"neither", "saddle"}:
            return Judged("neither", test)
        return Judged(kinds.pop(), test, True)

    def _by_writing(self) -> Judged | None:
        found = classify_without_hessian(self.f, self.place, self.names)
        if found.kind not in _EXTREMA and (self.active or found.kind == "undecided"):
            return None
        return Judged(found.kind, as_test(found), found.strict)

    def _by_slopes(self) -> Judged | None:
        """In the plane the one-sided derivative is linear between the lines along the folds, so
        those lines tell its sign everywhere."""
        if len(self.names) != 2 or not self.sides or self.active:
            return None
        found = {sign_of(each) for each in _slopes_on_lines(self)}
        if found not in ({1}, {-1}):
            return None
        words, (sign,) = TESTS["one-sided-slopes"], found
        word = POSITIVE if sign > 0 else NEGATIVE
        reason = type(words)(en=words.say("en", sign=word.en), zh=words.say("zh", sign=word.zh))
        return Judged(_EXTREMA[sign < 0], Test("one-sided-slopes", reason), True)

    def _by_rays(self) -> Judged | None:
        if not takes_both_signs(self.rays):
            return None
        id = "both-signs-along-rays"
        return Judged("neither", Test(id, TESTS[id]))

    def _by_edges(self) -> Judged | None:
        """Edges of all sides together: each side is there as far as its edges are."""
        found = [slopes_along(each.manifold, each.sides, each.place) for each in self.sides]
        signs = {sign for each in found for _, sign in each or ()}
        return DIFFER if {1, -1} <= signs else None


def _is_there(found: Judged, side: Corner) -> bool:
    """Whether the side certainly has points near by."""
    return side.is_regular or found.test.id.startswith("slopes-along-edges")


def condition(folds: Sequence[Fold]) -> str:
    """`x = 0, y = 0`"""
    return all_quoted(Relation(fold.at, "=", ZERO) for fold in folds)


def _slopes_on_lines(kink: Crease) -> Iterator[Scalar]:
    """f'(p; d) for each direction d along a fold, by a region at which it ends."""
    normals = [[kink.place.scalar(each) for each in row] for row in kink.sides[0].manifold.jacobian]
    for index, (a, b) in enumerate(normals):
        for u, v in ((-b, a), (b, -a)):
            wanted = [sign_of(p * u + q * v) for p, q in normals]
            wanted[index] = 1
            if 0 in wanted:
                raise Undecided
            for side, (s, t) in zip(kink.sides, kink.slopes, strict=True):
                if [-each for each in side.sides] == wanted:
                    yield s * u + t * v


def _all_equal(slopes: Sequence[Sequence[Scalar]]) -> bool:
    first = slopes[0]
    return all(
        sign_of(mine - its) == 0 for row in slopes[1:] for mine, its in zip(row, first, strict=True)
    )


def _of_gradient(slopes: Sequence[Scalar]) -> Slope:
    is_zero = not any(sign_of(each) for each in slopes)
    return Slope("gradient-zero") if is_zero else Slope(None, is_other=True)
