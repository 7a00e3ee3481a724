"""Candidates that are still open, seen again as critical points of f without constraints: the
constraints solved for some of the variables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.reduction import truth
from calctool.algebra.extrema.kinds.classify import classify
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.notation.tree import ZERO, Name, Negative, Relation, Sum, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import PointSet, Stretch
from calctool.solve.exact.at_point import known
from calctool.solve.optimum.kinds.record import as_test
from calctool.solve.optimum.listing.on_branches import CONSTANT
from calctool.solve.optimum.listing.points import Spot
from calctool.solve.optimum.listing.sets import Sheet
from calctool.solve.optimum.listing.work import Work
from calctool.solve.optimum.reduced.branches import Branch
from calctool.solve.stationary.constant import along
from calctool.solve.stationary.manifold import Row, gradient
from calctool.solve.stationary.short import short


def reconsidered(work: Work, branches: Sequence[Branch]) -> Work:
    """Only where one substitution that is defined everywhere reaches the whole set."""
    if len(branches) != 1 or branches[0].kept or conditions(branches[0].function):
        return work
    if work.setup.folds or work.setup.uncrossed:
        return work
    (branch,) = branches
    if {*branch.names, *dict(branch.values)} != {*work.setup.names}:
        return work  # a name that f does not have may be bounded
    if not all(truth(_put_in(need, branch)) for need in work.setup.domain):
        return work
    hessian = tuple(gradient(slope, branch.names) for slope in gradient(branch.f, branch.names))
    spots = tuple(_spot(spot, branch, hessian) for spot in work.spots)
    sheets = tuple(_sheets(branch)) if work.sheets and not work.setup.is_peeled else work.sheets
    return replace(work, spots=spots, sheets=sheets)


def _put_in(need: Relation, branch: Branch) -> Relation:
    own = dict(branch.values)
    return Relation(substitute(need.left, own), need.sign, substitute(need.right, own))


def _spot(spot: Spot, branch: Branch, hessian: tuple[Row, ...]) -> Spot:
    if spot.point.kind != "undecided":
        return spot
    judged = classify(branch.f, spot.place, branch.names, hessian)
    point = replace(spot.point, kind=judged.kind, test=as_test(judged), strict=judged.strict)
    return replace(spot, point=point)


def _sheets(branch: Branch) -> Iterator[Sheet]:
    """The sets of critical points, lifted to all variables."""
    for component in solutions(gradient(branch.f, branch.names), branch.names).components:
        height = along(branch.f, component, ())
        record = PointSet(
            tuple(_equations(branch, component)),
            _points(branch, component),
            component.parameters,
            tuple(_kinds(branch, component)),
            None if height is None else known(height),
        )
        yield Sheet(record, height, is_feasible=True)


def _kinds(branch: Branch, component: Component) -> Iterator[Stretch]:
    from calctool.algebra.extrema.kinds.component import classify_on_component

    if component.dimension == len(branch.names):
        yield from CONSTANT
        return
    for where, judged in classify_on_component(branch.f, component):
        yield Stretch(where, judged.kind, as_test(judged))


def _equations(branch: Branch, component: Component) -> Iterator[Relation]:
    yield from (Relation(each, "=", ZERO) for each in component.equations)
    for name, value in branch.values:
        yield Relation(short(Sum((Name(name), Negative(value)))), "=", ZERO)


def _points(branch: Branch, component: Component) -> tuple[tuple[str, Tree], ...] | None:
    if component.points is None:
        return None
    at = dict(component.points)
    lifted = {name: short(substitute(value, at)) for name, value in branch.values}
    return tuple(sorted((at | lifted).items()))
