"""Curves and surfaces of candidates: their equations, f on them, and what their points are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cmp_to_key, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, negated
from calctool.algebra.extrema.kinds.sides import free_names
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import LINE, Point, compare, inside
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.notation.tree import ZERO, Relation, Sign, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointSet, Stretch
from calctool.solve.exact.at_point import known
from calctool.solve.optimum.kinds.record import OPEN, Judged
from calctool.solve.optimum.strata.fixed import equation
from calctool.solve.optimum.strata.on_constraints import vanishes
from calctool.solve.optimum.strata.on_set import Unknown
from calctool.solve.optimum.strata.stratum import Stratum
from calctool.solve.stationary.manifold import Manifold, gradient
from calctool.solve.stationary.short import is_rational

if TYPE_CHECKING:
    from calctool.solve.optimum.strata.on_set import Where

_OPEN = Stretch((), OPEN.kind, OPEN.test)
_SIGNS: dict[str, Sign] = {"=": "=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "!=": "!="}


class Sheet(Struct, frozen=True):
    """A set of candidates; `height` is the inner function there, None where it is not one value.

    `is_feasible` is None where it is not known whether a part of it keeps the inequalities.
    """

    record: PointSet
    height: Scalar | None
    is_feasible: bool | None
    face: Stratum | None = None
    ends: tuple[Relation, ...] = ()
    """Of its conditions those whose boundary is feasible too: it belongs to other cases."""

    @property
    def is_passed(self) -> bool:
        """Whether no point of it can have an extreme value."""
        return all(stretch.kind == "neither" for stretch in self.record.kinds)


def sheets(face: Stratum) -> Iterator[Sheet]:
    """The sets of one case, as far as they have feasible points; raises Unknown."""
    from calctool.solve.optimum.strata.on_set import cut

    if face.on_folds and not face.active and not face.is_edge:
        from calctool.solve.optimum.listing.on_folds import fold_sets

        try:
            for record, height in fold_sets(face):
                yield Sheet(record, height, True, face)
        except Unknown:
            if face.task.is_critical:
                raise
        else:
            return
    for component in face.found.components:
        needs = cut(_all_needs(face, component), component)
        is_feasible = None if needs is None else tried(None, _is_feasible, face, component, needs)
        if needs is not None and is_feasible is not False:
            bare = _bare(component, face, is_feasible)
            yield tried(bare, _sheet, face, component, needs, is_feasible)


def _all_needs(face: Stratum, component: Component) -> Iterator[Relation]:
    """Conditions on coordinates; those on parameters say no more than the equations."""
    for tree, sign in component.where:
        if tree.names <= {*component.names}:
            yield Relation(tree, _SIGNS[sign], ZERO)
    yield from face.beyond


def _bare(component: Component, face: Stratum, is_feasible: bool | None) -> Sheet:
    """No more than where it is."""
    equations = tuple(map(equation, component.equations))
    return Sheet(PointSet(equations, None, (), (_OPEN,), None), None, is_feasible, face)


def _sheet(face: Stratum, component: Component, needs: Where, is_feasible: bool | None) -> Sheet:
    from calctool.solve.optimum.strata.reach import shortest
    from calctool.solve.stationary.constant import along

    kept, constraints = _restricting(component, needs), face.manifold.constraints
    is_inside = not kept and not face.task.uncrossed
    height = inner = along(face.f, component, constraints, is_inside=is_inside)
    if face.task.is_peeled:
        inner = along(face.manifold.f, component, constraints, is_inside=is_inside)
    kinds = tried((), _kinds, face, component, kept, inner)
    there = tuple(each for each in kinds if not _is_nowhere(each, component, kept))
    record = PointSet(
        (*map(equation, component.equations), *kept),
        component.points and tuple((n, dict(component.points)[n]) for n in face.task.names),
        component.parameters,
        tuple(replace(each, where=shortest(each.where, kept)) for each in there) or (_OPEN,),
        None if height is None or is_feasible is None else known(height),
    )
    return Sheet(record, inner, is_feasible, face, tuple(_ends(face, component, kept)))


def _is_nowhere(stretch: Stretch, component: Component, kept: Where) -> bool:
    """Whether no point of the set is meant: where y < 0 of a set on which y > 0."""
    from calctool.solve.optimum.strata.reach import has_points

    if not stretch.where:
        return False
    asked = (*stretch.where, *kept)
    if {name for each in asked for name in each.names} <= {*free_names(component)}:
        return tried(None, has_points, (), asked, free_names(component)) is False
    found = tried(None, has_points, component.equations, asked, component.names)
    return found is False


def _ends(face: Stratum, component: Component, kept: Where) -> Iterator[Relation]:
    from calctool.solve.optimum.strata.on_set import cut

    lacking = face.task.never_equal
    for each in face.idle:
        parts = () if each in lacking else cut((each.as_strict(),), component)
        yield from (part for part in parts or () if part in kept)


def _kinds(
    face: Stratum, component: Component, needs: Where, level: Scalar | None
) -> tuple[Stretch, ...]:
    """None where they are open; `level` is the only value on it."""
    from calctool.solve.optimum.kinds.on_set import of_larger_set, on_flat_face, without_constraints
    from calctool.solve.optimum.listing.on_branches import Branches

    if face.task.uncrossed:
        return ()
    if face.is_edge:
        return () if level is None else _off_edge(face, component)
    if face.is_inner:
        return tuple(without_constraints(face.f, component))
    seen = _one_sided(face)
    if face.task.is_peeled or level is None or seen is None:
        return ()
    manifold, sides = seen
    judge = partial(_judged, face)

    def on_one(branch: Manifold, sides: tuple[int, ...], where: Where = ()) -> tuple[Stretch, ...]:
        slopes = gradient(branch.f, face.task.names)
        if all(each == ZERO or vanishes(each, component) for each in slopes):
            return tuple(of_larger_set(branch.f, component, (*needs, *where), judge))
        return on_flat_face(branch, sides, (*face.beyond, *where), component, judge)

    beyond = (*needs, *face.beyond)
    branches = Branches(manifold, sides, component, level.tree(), beyond, judge)
    return tried((), branches.kinds, on_one) or on_one(manifold, sides)


def _off_edge(face: Stratum, component: Component) -> tuple[Stretch, ...]:
    from calctool.solve.optimum.kinds.by_pull import by_pull
    from calctool.solve.optimum.kinds.end import End
    from calctool.solve.optimum.kinds.off_edge import pull_off_edge
    from calctool.solve.optimum.strata.reach import trials
    from calctool.solve.stationary.constant import along

    place = next(trials(component), None)
    if place is None or face.task.is_peeled:
        return ()
    value = along(face.f, component, face.manifold.constraints, is_inside=True)
    pull = pull_off_edge(face.crease(place), component, value)
    return (
        ()
        if pull is None
        else by_pull(
            face.manifold, pull, face.beyond, component, lambda at: End(face.crease(at)).judged()
        )
    )


def _one_sided(face: Stratum) -> tuple[Manifold, tuple[int, ...]] | None:
    """f and the constraints as they are beside the set, where that is on one side of all folds: an
    active constraint shuts the others off."""
    if face.is_smooth:
        return face.manifold, tuple(each.side for each in face.active)
    found = face.crease_sides
    return (found[0].manifold, found[0].sides) if len(found) == 1 else None


def _judged(face: Stratum, place: Place) -> Judged:
    return face.corner(place).judged() if face.is_smooth else face.crease(place).judged()


def _restricting(component: Component, needs: Where) -> Where:
    """The conditions that do not hold on all of the set of the equations, as far as that is known
    of those that never become an equality there."""
    from calctool.solve.optimum.strata.reach import shortest

    on = tuple(filter(is_rational, component.equations))
    names = component.names
    return tuple(
        each
        for each in shortest(needs)
        if not on or _meets(each, on, names) or _is_broken(each, on, names)
    )


def _is_broken(need: Relation, on: Sequence[Tree], names: tuple[str, ...]) -> bool:
    """Whether the other side of a condition has points of a set that may be in several parts."""
    from calctool.solve.optimum.strata.reach import has_points

    if need.sign == "!=":
        return False
    other: Sign = "<" if need.sign in (">", ">=") else ">"
    found = tried(None, has_points, on, (Relation(need.left, other, need.right),), names)
    return found is not False


def _meets(need: Relation, on: Sequence[Tree], names: tuple[str, ...]) -> bool:
    """Whether a set may have points on the boundary of a condition."""
    edge = added((need.left, negated(need.right)))
    met = tried(None, solutions, (*on, edge), names) if is_rational(edge) else None
    return met is None or not met.is_empty


# --- feasible points ----------------------------------------------------------------------------


def _is_feasible(face: Stratum, component: Component, needs: Where) -> bool | None:
    """Whether the other constraints hold somewhere on it in the domain, none as an equality:
    points where one is an equality belong to another case."""
    from calctool.solve.optimum.strata.on_set import is_there
    from calctool.solve.optimum.strata.reach import trials

    if not needs:
        return True
    if any(vanishes(each, component) for each in face.away):
        return False
    if any(_belongs(face, place) for place in trials(component)):
        return True
    found = None
    if len(component.parameters) == 1 and component.points is not None and not component.where:
        found = _on_line(face, component)
    return is_there(component, needs) if found is None else found


def _belongs(face: Stratum, place: Place) -> bool:
    return face.holds(place) is True and all_hold_at(place, face.task.strict) is True


def _on_line(face: Stratum, component: Component) -> bool | None:
    """A point between each two neighbouring zeros of the other constraints is tried."""
    from calctool.algebra.roots import zeros

    (parameter,), at = component.parameters, dict(component.points or ())
    others = [*face.away]
    others += [added((need.left, negated(need.right))) for need in face.task.strict]
    cuts: list[Point] = []
    for other in others:
        tree = substitute(other, at)
        if parameter in tree.names:
            found = zeros(tree, parameter, (LINE,))
            if found.state != "complete" or found.families:
                return None
            cuts += [zero.at for zero in found.zeros]
    ordered: list[Point | None] = [None, *sorted(cuts, key=cmp_to_key(_order)), None]
    middles = (inside(p, q) for p, q in pairwise(ordered) if p is None or p != q)
    known_ = ({parameter: number(middle)} for middle in middles)
    places = (TracedPlace({n: substitute(t, own) for n, t in at.items()}) for own in known_)
    return any(_belongs(face, place) for place in places)


def _order(p: Point, q: Point) -> int:
    found = compare(p, q)
    if found is None:
        raise Undecided
    return found


def with_kinds(sheet: Sheet, *stretches: Stretch) -> Sheet:
    """The sheet with what its points are."""
    return replace(sheet, record=replace(sheet.record, kinds=stretches))
