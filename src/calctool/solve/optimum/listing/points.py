"""The candidates of all cases as records: coordinates, multipliers, value, kind."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.places.balls_first import quick
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Root
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Tree
from calctool.notation.walk import walk
from calctool.solve.attempts import tried
from calctool.solve.candidates import CandidatePoint, PointKind, Test, Why
from calctool.solve.exact.at_point import known, recorded
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import shown
from calctool.solve.exact.values import exact, value_of
from calctool.solve.optimum.kinds.corner import Corner
from calctool.solve.optimum.kinds.crease import Crease
from calctool.solve.optimum.kinds.record import OPEN, Judged
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.strata.folds import formula, two_by_two
from calctool.solve.optimum.strata.stratum import Stratum
from calctool.solve.stationary.manifold import Manifold
from calctool.words import Words
from calctool.words.extrema.candidates import OUTSIDE_OPEN, UNSHOWN
from calctool.words.extrema.multipliers import OF_INNER, TESTS

_TURNED: dict[PointKind, PointKind] = {
    "local-minimum": "local-maximum",
    "local-maximum": "local-minimum",
}


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
        return corner_at(self.face, self.place)


def doubts(setup: Problem, face: Stratum) -> Iterator[Words]:
    """Solutions of one case of which it is open whether f has a value there."""
    for root in face.roots:
        belongs = all_hold_at(root.place, setup.needs)
        at = tried(None, recorded, root.place, setup.names) if belongs is not False else ()
        if at is None:
            yield UNSHOWN
        elif belongs is None:
            yield OUTSIDE_OPEN.filled(place=shown(at))


def spots(setup: Problem, face: Stratum) -> Iterator[Spot]:
    """The candidates of one case that certainly lie in the domain."""
    for exact_root in face.roots:
        belongs = all_hold_at(exact_root.place, setup.needs)
        if not belongs or tried(None, recorded, exact_root.place, setup.names) is None:
            continue
        root = replace(exact_root, place=quick(exact_root.place))
        rough = face.is_edge or _may_change(setup, root.place)
        made = _rough if rough else _judged if face.is_smooth else _bent
        point = made(setup, face, root)
        if point is None:
            continue
        point = replace(point, value=tried(None, _value, setup.f, root.place))
        yield Spot(point, root.place, _height(face, root.place), root, face)


def corner_at(face: Stratum, place: Place) -> Corner:
    """The point seen from its active constraints."""
    sides = tuple(each.side for each in face.active)
    return Corner(face.manifold, sides, place, tuple(each.number for each in face.active))


def _bent(setup: Problem, face: Stratum, root: Root) -> CandidatePoint | None:
    """On folds; None where all formulas have one gradient there, which says that it is none."""
    crease = Crease(
        two_by_two(setup.inner),
        setup.names,
        face.on_folds,
        face.signs,
        root.place,
        tuple((two_by_two(each.g), each.side) for each in face.active),
        tuple(each.number for each in face.active),
    )
    slope = crease.slope()
    if slope.is_other:
        return None
    point, verdict = _rough(setup, face, root), _of_inner(setup, crease.judged())
    return replace(point, kind=verdict.kind, test=verdict.test, strict=verdict.strict)


def _value(f: Tree, place: Place) -> Exact:
    """With cos(pi) worked out; longer values are in their shortest form already."""
    found = known(place.scalar(f))
    made = value_of(found.expr) if found.is_known and found.expr.size <= _SHORT else None
    return found if made is None else exact(made)


def _may_change(setup: Problem, place: Place) -> bool:
    """Whether a formula may change there that was not taken apart, as that of floor."""
    try:
        differences = (added([at.left, negated(at.right)]) for at in setup.uncrossed)
        return any(place.scalar(each).sign() in (0, None) for each in differences)
    except (Undecided, Undefined):
        return True


def _rough(setup: Problem, face: Stratum, root: Root) -> CandidatePoint:
    """Where f has no derivative, or ends: no multiplier rule applies."""
    id = "end-of-domain" if face.is_edge else "undecided-candidate"
    return CandidatePoint(
        recorded(root.place, setup.names),
        None,
        "endpoint" if face.is_edge else "undecided",
        "endpoint" if face.is_edge else "gradient-missing",
        Test(id, TESTS[id]),
        regular=tried(False, _is_regular, setup, face, root.place),
        active=tuple(sorted(face.numbers)),
    )


def _is_regular(setup: Problem, face: Stratum, place: Place) -> bool:
    """Whether the active constraints, without edges of the domain, have independent gradients."""
    active = tuple(each.g for each in setup.constraints if each.number in face.numbers)
    bent = {seam.part for fold in face.on_folds for seam, _ in fold.seams}
    if any(part in bent for g in active for part in walk(g)):
        return False
    return Manifold(setup.f, active, setup.names).columns(place) is not None


def _judged(setup: Problem, face: Stratum, root: Root) -> CandidatePoint:
    place, corner = root.place, corner_at(face, root.place)
    try:
        columns = corner.columns
        verdict = corner.judged()
    except (Undecided, Undefined):
        columns, verdict = None, OPEN
    verdict = _of_inner(setup, verdict)
    weights = None if columns is None else _multipliers(setup, face, place, columns)
    why: Why = "gradient-zero" if weights is not None else "gradient-missing"
    return CandidatePoint(
        recorded(place, setup.names),
        None,
        verdict.kind,
        "singular" if columns is None else why,
        verdict.test,
        verdict.strict,
        weights,
        columns is not None,
        tuple(sorted(face.numbers)),
    )


def _height(face: Stratum, place: Place) -> Scalar | None:
    try:
        return place.scalar(face.manifold.f)
    except (Undecided, Undefined):
        return None


def _of_inner(setup: Problem, verdict: Judged) -> Judged:
    """What was found for the inner function, said of f."""
    if not setup.is_peeled or verdict is OPEN:
        return verdict
    kind = verdict.kind if setup.sign > 0 else _TURNED.get(verdict.kind, verdict.kind)
    inner, reason = quoted(setup.inner), verdict.test.reason
    said = Words(
        en=OF_INNER.marked("en", reason=reason.en, inner=inner),
        zh=OF_INNER.marked("zh", reason=reason.zh, inner=inner),
    )
    return replace(verdict, kind=kind, test=replace(verdict.test, reason=said))


def _multipliers(
    setup: Problem, face: Stratum, place: Place, columns: tuple[int, ...]
) -> tuple[tuple[str, Exact], ...] | None:
    """Those of f itself; 0 for constraints that are not active."""
    own = Manifold(formula(two_by_two(setup.f), face.signs), face.manifold.constraints, setup.names)
    pairs = zip(face.active, own.multipliers(columns), strict=True)
    weights: dict[int, Tree] = {each.number: weight for each, weight in pairs}
    try:
        return tuple(
            (letter, known(place.scalar(weights.get(each.number, ZERO))))
            for letter, each in zip(setup.letters, setup.constraints, strict=True)
        )
    except (Undecided, Undefined):
        return None
