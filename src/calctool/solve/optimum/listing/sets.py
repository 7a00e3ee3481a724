"""Curves and surfaces of candidates: their equations, f on them, and what their points are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cmp_to_key
from itertools import pairwise, product

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.domain.reduction import truth
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import LINE, Point, compare, inside, zeros
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.notation.tree import ZERO, Relation, number
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointSet, Stretch, Test
from calctool.solve.exact.at_point import known
from calctool.solve.optimum.kinds.on_set import on_flat_face, without_constraints
from calctool.solve.optimum.kinds.record import OPEN
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.strata.folds import formula, two_by_two
from calctool.solve.optimum.strata.on_constraints import vanishes
from calctool.solve.optimum.strata.on_set import cut, is_there
from calctool.solve.optimum.strata.stratum import Stratum
from calctool.solve.stationary.constant import along
from calctool.words.extrema.multipliers import TESTS

_OPEN = Stretch((), OPEN.kind, OPEN.test)
_SAME = Test("constant-on-set", TESTS["constant-on-set"])
CONSTANT = (Stretch((), "local-minimum", _SAME), Stretch((), "local-maximum", _SAME))
"""All feasible points near by have the same value."""


class Sheet(Struct, frozen=True):
    """A set of candidates; `height` is the inner function there, None where it is not one value.

    `is_feasible` is None where it is not known whether a part of it keeps the inequalities.
    """

    record: PointSet
    height: Scalar | None
    is_feasible: bool | None


def sheets(setup: Problem, face: Stratum) -> Iterator[Sheet]:
    """The sets of one case, as far as they have feasible points."""
    for component in face.found.components:
        is_feasible = tried(None, _is_feasible, setup, face, component)
        if is_feasible is not False:
            bare = _bare(component, is_feasible)
            yield tried(bare, _sheet, setup, face, component, is_feasible)


def _bare(component: Component, is_feasible: bool | None) -> Sheet:
    """No more than where it is."""
    equations = tuple(Relation(each, "=", ZERO) for each in component.equations)
    return Sheet(PointSet(equations, None, (), (_OPEN,), None), None, is_feasible)


def _sheet(setup: Problem, face: Stratum, component: Component, is_feasible: bool | None) -> Sheet:
    height = along(formula(two_by_two(setup.f), face.signs), component, face.manifold.constraints)
    inner = along(face.manifold.f, component, face.manifold.constraints)
    equations = tuple(Relation(each, "=", ZERO) for each in component.equations)
    record = PointSet(
        (*equations, *_restricting(setup, face, component)),
        component.points,
        component.parameters,
        _kinds(setup, face, component, is_level=inner is not None) or (_OPEN,),
        None if height is None else known(height),
    )
    return Sheet(record, inner, is_feasible)


def _kinds(
    setup: Problem, face: Stratum, component: Component, *, is_level: bool
) -> tuple[Stretch, ...]:
    """None where they are open."""
    if not face.is_smooth or face.is_edge or setup.uncrossed:
        return ()
    if not face.active:
        f = formula(two_by_two(setup.f), face.signs)
        found = tuple(without_constraints(f, component))
        return () if all(each.kind == "undecided" for each in found) else found
    if setup.is_peeled or not is_level:
        return ()
    sides = tuple(each.side for each in face.active)
    return on_flat_face(face.manifold, sides, (each.relation for each in face.idle), component)


def _is_feasible(setup: Problem, face: Stratum, component: Component) -> bool | None:
    """Whether the other constraints hold somewhere on it in the domain, none as an equality:
    points where one is an equality belong to another case."""
    needs = tuple(_open_needs(setup))
    if not needs and not face.away:
        return True
    if any(vanishes(each, component) for each in face.away):
        return False
    if any(_belongs(face, needs, place) for place in _trials(component)):
        return True
    if len(component.parameters) == 1 and component.points is not None:
        return _on_line(face, needs, component)
    left = cut((*needs, *face.needs), component)
    return False if left is None else is_there(component, left)


def _open_needs(setup: Problem) -> Iterator[Relation]:
    """Conditions of the domain whose edge does not belong to it: no case of their own."""
    return iter(setup.strict)


def _belongs(face: Stratum, needs: Sequence[Relation], place: Place) -> bool:
    return face.holds(place) is True and all_hold_at(place, needs) is True


def _trials(component: Component) -> Iterator[Place]:
    yield from component.samples
    if component.points is not None and not component.where:
        for at in product(budget.TRIALS, repeat=len(component.parameters)):
            known = dict(zip(component.parameters, map(number, at), strict=True))
            yield TracedPlace({n: substitute(tree, known) for n, tree in component.points})


def _on_line(face: Stratum, needs: Sequence[Relation], component: Component) -> bool | None:
    """A point between each two neighbouring zeros of the other constraints is tried."""
    (parameter,), at = component.parameters, dict(component.points or ())
    others = [*face.away]
    others += [added((need.left, negated(need.right))) for need in needs]
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
    known = ({parameter: number(middle)} for middle in middles)
    places = (TracedPlace({n: substitute(t, own) for n, t in at.items()}) for own in known)
    return any(_belongs(face, needs, place) for place in places)


def _order(p: Point, q: Point) -> int:
    found = compare(p, q)
    if found is None:
        raise Undecided
    return found


def _restricting(setup: Problem, face: Stratum, component: Component) -> Iterator[Relation]:
    """The inequalities that do not hold on the whole set without becoming an equality, the sides
    on which f has the formula, and what the domain needs."""
    for each in face.idle:
        met = solutions((*component.equations, each.g), component.names)
        if not met.is_empty:
            yield each.relation
    along = dict(component.points or ())
    for need in dict.fromkeys((*face.sides, *_open_needs(setup))):
        there = (substitute(side, along) for side in (need.left, need.right))
        if truth(Relation(next(there), need.sign, next(there))) is not True:
            yield need


def with_kinds(sheet: Sheet, *stretches: Stretch) -> Sheet:
    """The sheet with what its points are."""
    return replace(sheet, record=replace(sheet.record, kinds=stretches))
