"""What the least and the greatest value say of candidates whose kinds were open."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.extrema.kinds.judgement import joined
from calctool.algebra.field import is_zero
from calctool.notation.tree import Relation, Tree, number
from calctool.solve.candidates import Extreme, PointKind, Stretch, Test
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.extremes import Decided
from calctool.solve.optimum.kinds.record import extremum
from calctool.solve.optimum.listing.on_branches import CONSTANT
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.listing.sets import Sheet, with_kinds
from calctool.solve.optimum.listing.work import Work
from calctool.solve.stationary.manifold import gradient
from calctool.words.extrema.extremes import HAS_BOUND
from calctool.words.extrema.multipliers import TESTS


def has_open(work: Work) -> bool:
    return any(map(is_open, work.spots)) or any(map(is_open, work.sheets))


def is_open(each: Spot | Sheet) -> bool:
    if isinstance(each, Spot):
        return each.point.kind == "undecided"
    return any(stretch.kind == "undecided" for stretch in each.record.kinds)


def with_extremes(work: Work, found: tuple[Decided, Decided]) -> Work:
    """A point that was not decided and has the least value of all is a minimum."""
    spots, sheets = list(work.spots), list(work.sheets)
    for one, turn in zip(found, (-1, 1), strict=True):
        best = one.at if one.extreme.attained else ()
        for index in best:
            if index < len(spots):
                kind = (
                    _isolated() if one.extreme.argument == "finite-set" else _kind(work, one, turn)
                )
                spots[index] = _raised(spots[index], kind, work)
            else:
                at = index - len(spots)
                sheets[at] = _raised_sheet(sheets[at], _kind(work, one, turn))
    return replace(work, spots=tuple(spots), sheets=tuple(sheets))


def constant(work: Work, value: Exact | None) -> Work:
    """Each point is a minimum and a maximum, of a point the first is said."""
    sheets = (with_kinds(each, *CONSTANT) for each in work.sheets)
    valued = (replace(each, record=replace(each.record, value=value)) for each in sheets)
    first = CONSTANT[0]
    spots = (
        replace(spot, point=replace(spot.point, kind=first.kind, test=first.test))
        if is_open(spot)
        else spot
        for spot in work.spots
    )
    return replace(work, sheets=tuple(valued), spots=tuple(spots))


def _kind(work: Work, found: Decided, turn: int) -> tuple[PointKind, Test]:
    kind = extremum(turn < 0)
    if work.setup.is_critical:
        reason = joined(HAS_BOUND[-1 if turn < 0 else 1], found.extreme.reason)
        return kind, Test("extreme-value", reason)
    id = "least-value" if turn < 0 else "greatest-value"
    return kind, Test(id, TESTS[id])


def _isolated() -> tuple[PointKind, Test]:
    """Of finitely many feasible points each is a minimum and a maximum; the first is said."""
    return "local-minimum", Test("isolated-point", TESTS["isolated-point"])


def _raised(spot: Spot, found: tuple[PointKind, Test], work: Work) -> Spot:
    """Strict unless it lies on a set, or at its end: other points with that value near by would be
    candidates too."""
    kind, test = found
    if spot.point.strict and kind != spot.point.kind:
        # Near by f is only smaller, or only greater; and nowhere it is: no feasible point is near.
        kind, test = _isolated()
        return replace(spot, point=replace(spot.point, kind=kind, test=test))
    if not is_open(spot):
        return spot
    strict = (work.is_whole and not any(_may_lie_on(spot, each) for each in work.sheets)) or None
    return replace(spot, point=replace(spot.point, kind=kind, test=test, strict=strict))


def _may_lie_on(spot: Spot, sheet: Sheet) -> bool:
    equations = [each.left for each in sheet.record.equations if each.sign == "="]
    return all(spot.place.scalar(each).sign() in (0, None) for each in equations)


def split(work: Work, ends: tuple[Extreme, Extreme]) -> Work:
    """Sets on which f has no values but the least and the greatest one: by these."""
    values = [each.value.expr for each in ends if each.attained and each.value is not None]
    if len(values) < 2 or not all(each.value and each.value.is_known for each in ends):
        return work
    f, (least, greatest) = work.setup.f, values
    rest = multiplied((added((f, negated(least))), added((f, negated(greatest)))))
    kinds = (
        Stretch((Relation(f, "=", value),), *_kind(work, Decided(end), turn))
        for value, end, turn in zip(values, ends, (-1, 1), strict=True)
    )
    parts = tuple(kinds)
    sheets = (
        with_kinds(each, *parts) if is_open(each) and _vanishes_with(rest, each) else each
        for each in work.sheets
    )
    return replace(work, sheets=tuple(sheets))


def _vanishes_with(tree: Tree, sheet: Sheet) -> bool:
    """Whether a tree is a multiple of a power of the only equation of a set, by a constant: the
    derivative of the quotient is zero."""
    on = [each.left for each in sheet.record.equations if each.sign == "="]
    if sheet.record.value is not None or len(on) != 1:
        return False
    (equation,), names = on, sorted(tree.names)
    tops, bottoms = (gradient(each, names) for each in (tree, equation))
    return any(
        all(
            is_zero(
                added(
                    (
                        multiplied((top, equation)),
                        negated(multiplied((number(power), tree, bottom))),
                    )
                )
            )
            for top, bottom in zip(tops, bottoms, strict=True)
        )
        for power in (1, 2)
    )


def _raised_sheet(sheet: Sheet, found: tuple[PointKind, Test]) -> Sheet:
    """What is open on it; where nothing else is known all of it."""
    kind, test = found
    kinds = tuple(
        Stretch(each.where, kind, test) if each.kind == "undecided" else each
        for each in sheet.record.kinds
    )
    if kinds != sheet.record.kinds and {each.kind for each in kinds} == {kind}:
        kinds = (Stretch((), kind, test),)
    return with_kinds(sheet, *kinds)
