"""The candidates of all cases as records: coordinates, multipliers, value, kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.places.balls_first import degree, quick
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Root
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Tree
from calctool.notation.walk import walk
from calctool.solve.attempts import tried
from calctool.solve.candidates import CandidatePoint, Why
from calctool.solve.exact.at_point import known, recorded
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import shown
from calctool.solve.exact.values import exact, value_of
from calctool.solve.optimum.kinds.corner import Corner
from calctool.solve.optimum.kinds.rays import has_no_gradient, rays
from calctool.solve.optimum.kinds.record import OPEN, TURNED, Judged, as_test
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.strata.folds import formula, two_by_two
from calctool.solve.optimum.strata.stratum import Stratum
from calctool.solve.stationary.manifold import Manifold, Row, gradient
from calctool.words import Words
from calctool.words.extrema.candidates import OUTSIDE_OPEN, UNSHOWN
from calctool.words.extrema.multipliers import OF_INNER

_SHORT = 8
"""Nodes of a value that is looked at once more."""


class Spot(Struct, frozen=True):
    """A candidate with what it was found from; `height` is the inner function there, by which
    candidates are compared, None where it is not known."""

    point: CandidatePoint
    place: Place
    height: Scalar | None
    root: Root
    face: Stratum

    @property
    def corner(self) -> Corner:
        """The point seen from its active constraints."""
        return self.face.corner(self.place)

    @property
    def is_rough(self) -> bool:
        """Whether f may have no formula beside it that says what it is."""
        return self.face.is_edge or _may_change(self.face.task, self.place)


def doubts(face: Stratum) -> Iterator[Words]:
    """Solutions of one case of which it is open whether f has a value there."""
    setup = face.task
    for root in face.roots:
        belongs = all_hold_at(root.place, setup.needs)
        at = tried(None, recorded, root.place, setup.names) if belongs is not False else ()
        if at is None:
            yield UNSHOWN
        elif belongs is None:
            yield OUTSIDE_OPEN.filled(place=shown(at))


def spots(face: Stratum) -> Iterator[Spot]:
    """The candidates of one case that certainly lie in the domain, not classified yet."""
    setup = face.task
    for exact_root in face.roots:
        belongs = all_hold_at(exact_root.place, setup.needs)
        at = tried(None, recorded, exact_root.place, setup.names) if belongs else None
        if at is None:
            continue
        root = replace(exact_root, place=quick(exact_root.place))
        slope = face.crease(root.place).slope() if face.on_folds and not face.is_edge else None
        if slope is not None and slope.is_other:
            continue  # All formulas have one gradient there: it is no fold.
        why: Why = "gradient-zero" if face.is_smooth else (slope and slope.found) or "gradient-open"
        point = CandidatePoint(
            at,
            tried(None, _value, setup.f, root.place),
            OPEN.kind,
            "endpoint" if face.is_edge or face.is_side else why,
            OPEN.test,
            active=tuple(sorted(face.numbers)),
        )
        yield Spot(point, root.place, _height(face, root.place), root, face)


def _value(f: Tree, place: Place) -> Exact:
    """With cos(pi) worked out; longer values are in their shortest form already."""
    found = known(place.scalar(f))
    made = value_of(found.expr) if found.is_known and found.expr.size <= _SHORT else None
    return found if made is None else exact(made)


def _height(face: Stratum, place: Place) -> Scalar | None:
    try:
        return place.scalar(face.manifold.f)
    except (Undecided, Undefined):
        return None


def _may_change(setup: Problem, place: Place) -> bool:
    """Whether a formula may change there that was not taken apart, as that of floor."""
    try:
        differences = (added([at.left, negated(at.right)]) for at in setup.uncrossed)
        return any(place.scalar(each).sign() in (0, None) for each in differences)
    except (Undecided, Undefined):
        return True


# --- what they are ------------------------------------------------------------------------------


def judged(spot: Spot, hessian: Sequence[Row] = ()) -> Spot:
    """The same with its kind, multipliers and regularity; `hessian` is that of f, where it was
    worked out."""
    face, place = spot.face, spot.place
    if spot.is_rough or not face.is_smooth:
        verdict = OPEN if _may_change(face.task, place) else tried(OPEN, _at_fold, face, place)
        why: Why = tried("gradient-open", _why_rough, spot) if spot.is_rough else spot.point.why
        why = "endpoint" if face.is_edge else why
        return _with(spot, verdict, why=why, **tried(_SINGULAR, _at_bend, spot))
    if face.is_inner:
        return _with(
            spot, tried(OPEN, _at_zero, face, place, hessian), multipliers=_weights(spot, ())
        )
    corner = spot.corner
    try:
        columns, verdict = corner.columns, corner.judged()
    except (Undecided, Undefined):
        columns, verdict = None, OPEN
    return _with_multipliers(spot, verdict, columns)


def _at_fold(face: Stratum, place: Place) -> Judged:
    """Where a formula changes or ends."""
    from calctool.solve.optimum.kinds.end import End

    crease = face.crease(place)
    found = OPEN if face.is_edge else crease.judged()
    return End(crease).judged() if found is OPEN and crease.is_steep else found


def _at_zero(face: Stratum, place: Place, hessian: Sequence[Row]) -> Judged:
    """A zero of the gradient where nothing bounds f."""
    from calctool.algebra.extrema.kinds.classify import classify

    f, names = face.manifold.f, face.task.names
    if not hessian or face.signs:
        hessian = [gradient(slope, names) for slope in face.manifold.slopes]
    found = classify(f, place, names, hessian)
    test = as_test(found, long=degree(place) > budget.SHOWN_DEGREE)
    return Judged(found.kind, test, found.strict) if found.kind != "undecided" else OPEN


def _with_multipliers(spot: Spot, verdict: Judged, columns: tuple[int, ...] | None) -> Spot:
    weights = None if columns is None else _weights(spot, columns)
    why: Why = "gradient-zero" if weights is not None else "gradient-missing"
    if columns is None:
        why = "singular"
    if spot.face.is_side:
        why = "endpoint"
    return _with(spot, verdict, why=why, multipliers=weights, regular=columns is not None)


def _with(spot: Spot, found: Judged, **more: object) -> Spot:
    verdict = _of_inner(spot.face.task, found)
    point = replace(spot.point, kind=verdict.kind, test=verdict.test, strict=verdict.strict, **more)
    return replace(spot, point=point)


def _why_rough(spot: Spot) -> Why:
    found = tuple(rays(spot.face.task.inner, spot.place, spot.face.task.names))
    return "gradient-missing" if has_no_gradient(found) else "gradient-open"


_SINGULAR: dict[str, object] = {"regular": False}


def _at_bend(spot: Spot) -> dict[str, object]:
    """Multipliers where all formulas beside the point have one gradient, and regularity."""
    smooth = None if spot.is_rough else spot.face.crease(spot.place).as_smooth
    if smooth is None or smooth.columns is None:
        return {"regular": _is_regular(spot.face, spot.place)}
    return {"regular": True, "multipliers": _weights_of(spot, smooth.manifold, smooth.columns)}


def _is_regular(face: Stratum, place: Place) -> bool:
    """Whether the active constraints, without edges of the domain, have independent gradients."""
    setup = face.task
    active = tuple(each.g for each in setup.constraints if each.number in face.numbers)
    bent = {seam.part for fold in face.on_folds for seam, _ in fold.seams}
    if any(part in bent for g in active for part in walk(g)):
        return False
    return Manifold(setup.f, active, setup.names).columns(place) is not None


def _of_inner(setup: Problem, verdict: Judged) -> Judged:
    """What was found for the inner function, said of f."""
    if not setup.is_peeled or verdict == OPEN:
        return verdict
    kind = verdict.kind if setup.sign > 0 else TURNED.get(verdict.kind, verdict.kind)
    inner, reason = quoted(setup.inner), verdict.test.reason
    said = Words(
        en=OF_INNER.marked("en", reason=reason.en, inner=inner),
        zh=OF_INNER.marked("zh", reason=reason.zh, inner=inner),
    )
    return replace(verdict, kind=kind, test=replace(verdict.test, reason=said))


def _weights(spot: Spot, columns: tuple[int, ...]) -> tuple[tuple[str, Exact], ...] | None:
    """The multipliers of f itself; 0 for constraints that are not active."""
    face, setup = spot.face, spot.face.task
    f = formula(two_by_two(setup.f), face.signs)
    own = Manifold(f, face.manifold.constraints, setup.names)
    return _weights_of(spot, own, columns)


def _weights_of(
    spot: Spot, own: Manifold, columns: tuple[int, ...]
) -> tuple[tuple[str, Exact], ...] | None:
    face, setup = spot.face, spot.face.task
    pairs = zip(face.active, own.multipliers(columns), strict=True)
    weights: dict[int, Tree] = {each.number: weight for each, weight in pairs}
    try:
        return tuple(
            (letter, _value(weights.get(each.number, ZERO), spot.place))
            for letter, each in zip(setup.letters, setup.constraints, strict=True)
        )
    except (Undecided, Undefined):
        return None
