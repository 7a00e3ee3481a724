"""What a candidate is: multipliers, the bordered Hessian, and what decides where these do not."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.extrema.forms.inertia import (
    Inertia,
    bordered,
    bordered_minors,
    on_tangent_space,
)
from calctool.algebra.places.place import Place, Scalar, sign_at
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.solve.candidates import PointKind, Test
from calctool.solve.exact.at_point import known
from calctool.solve.lagrange.candidates.constant_on_face import is_flat
from calctool.solve.lagrange.candidates.dependent_actives import with_fewer
from calctool.solve.lagrange.candidates.faces import Face
from calctool.solve.stationary.along import first_derivative, signs_around
from calctool.solve.stationary.manifold import Manifold, Row
from calctool.words import Words
from calctool.words.extrema.multipliers import NEGATIVE, POSITIVE, TESTS

Matrix = tuple[tuple[Scalar, ...], ...]
NO_TANGENT = Inertia(0, 0, 0)


class Judged(Struct, frozen=True):
    """The kind of a candidate, and by which test."""

    kind: PointKind
    test: Test
    strict: bool | None = None


OPEN = Judged("undecided", Test("undecided-candidate", TESTS["undecided-candidate"]))


def judged(face: Face, place: Place, columns: tuple[int, ...] | None) -> Judged:
    """`columns` are those of a regular point, None at a singular one."""
    try:
        return (
            _singular(face, place) if columns is None else _Regular(face, place, columns).judged()
        )
    except (Undecided, Undefined):
        return OPEN


class _Regular:
    """A point at which the gradients of the active constraints are independent."""

    def __init__(self, face: Face, place: Place, columns: tuple[int, ...]) -> None:
        self.face, self.place, self.columns = face, place, columns
        self.weights = face.manifold.multipliers(columns)
        self.inward = [
            -sign_at(place, weight) * each.side
            for each, weight in zip(face.active, self.weights, strict=True)
            if each.side
        ]
        """The signs with which f changes on leaving each active inequality inwards."""

    def judged(self) -> Judged:
        manifold = self.face.manifold
        matrix = _bordered(manifold, manifold.hessian(self.weights), self.place)
        count = len(self.face.active)
        own = on_tangent_space(matrix, count) if count < len(manifold.names) else NO_TANGENT
        if own is None:
            return OPEN
        test = _hessian_test(matrix, own, count)
        return self._by_signs(own, test) or self._further(own, test)

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
        flat = len(self.columns) == len(self.face.manifold.names)
        kind: PointKind = "local-minimum" if up else "local-maximum"
        return Judged(kind, _renamed(test, "multiplier-signs") if flat else test, strict=True)

    def _further(self, own: Inertia, test: Test) -> Judged:
        if 0 in self.inward:
            found = self._without_idle_weights() if not own.zero else OPEN
            return _by_fewer(self.face, self.place) if found is OPEN else found
        if is_flat(self.face.manifold, self.place):
            # All pulls have one sign, or `_by_signs` had told.
            kind: PointKind = "local-minimum" if 1 in self.inward else "local-maximum"
            return Judged(kind, _renamed(test, "flat-face")) if self.inward else OPEN
        if len(self.face.manifold.names) - len(self.columns) == 1:
            return self._along_the_curve(test)
        return OPEN

    def _without_idle_weights(self) -> Judged:
        """Constraints whose multiplier is zero count as not active: then definite is enough."""
        manifold = self.face.manifold
        kept = [
            index
            for index, each in enumerate(self.face.active)
            if not each.side or sign_at(self.place, self.weights[index])
        ]
        wider = Manifold(manifold.f, tuple(manifold.constraints[i] for i in kept), manifold.names)
        hessian = manifold.hessian(self.weights)
        matrix = _bordered(wider, hessian, self.place)
        found = on_tangent_space(matrix, len(kept))
        if found is None or found.zero or found.is_indefinite:
            return OPEN
        pulls = [pull for pull in self.inward if pull]
        if any(pull != found.sign for pull in pulls):
            return OPEN
        kind: PointKind = "local-minimum" if found.sign > 0 else "local-maximum"
        return Judged(kind, _hessian_test(matrix, found, len(kept)), strict=True)

    def _along_the_curve(self, test: Test) -> Judged:
        found = first_derivative(self.face.manifold, self.place)
        if found is None:
            return OPEN
        order, sign = found
        words = TESTS["along-the-curve"].filled(order=order)
        named = POSITIVE if sign > 0 else NEGATIVE
        reason = replace(words, en=words.en + named.en, zh=words.zh + named.zh)
        test = replace(test, id="along-the-curve", reason=reason)
        if order % 2 or any(pull != sign for pull in self.inward):
            return Judged("neither", test)
        return Judged("local-minimum" if sign > 0 else "local-maximum", test, strict=True)


# --- singular points ----------------------------------------------------------------------------


def _singular(face: Face, place: Place) -> Judged:
    """Fewer inequalities, or a plane curve; the values on the whole set may still decide."""
    if any(each.side for each in face.active):
        return _by_fewer(face, place)
    if len(face.active) != 1:
        return OPEN
    found = signs_around(face.manifold, place)
    if found is None:
        return OPEN
    above, below = found
    reason = TESTS["small-circle-on-curve"].filled(above=above, below=below)
    test = Test("small-circle-on-curve", reason)
    if above and below:
        return Judged("neither", test)
    if not above and not below:
        return Judged("local-minimum", Test("isolated-point", TESTS["isolated-point"]), strict=True)
    return Judged("local-minimum" if above else "local-maximum", test, strict=True)


def _by_fewer(face: Face, place: Place) -> Judged:
    found: dict[PointKind, Judged] = {}
    for larger, columns in with_fewer(face, place):
        made = _Regular(larger, place, columns).judged()
        if made.kind in ("local-minimum", "local-maximum"):
            found.setdefault(made.kind, _said_of_fewer(larger, made))
    if len(found) > 1 and all(made.strict for made in found.values()):
        return Judged("local-minimum", Test("isolated-point", TESTS["isolated-point"]), strict=True)
    return next(iter(found.values()), OPEN)


def _said_of_fewer(larger: Face, made: Judged) -> Judged:
    numbers = ", ".join(f"({number})" for number in larger.numbers)
    said, own = TESTS["fewer-constraints"].filled(numbers=numbers), made.test.reason
    reason = Words(en=f"{said.en}: {own.en}", zh=f"{said.zh}：{own.zh}")
    return replace(made, test=replace(made.test, id="fewer-constraints", reason=reason))


# --- matrices -----------------------------------------------------------------------------------


def _bordered(manifold: Manifold, hessian: Sequence[Row], place: Place) -> Matrix:
    bends = [[place.scalar(each) for each in row] for row in hessian]
    return bordered(bends, [[place.scalar(each) for each in row] for row in manifold.jacobian])


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
