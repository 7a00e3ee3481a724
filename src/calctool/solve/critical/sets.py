"""Curves and surfaces of critical points: their equations, f on them, and what they are."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from calctool.algebra.domain.reduction import truth
from calctool.algebra.extrema.scalars import are_equal
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.solutions import Component
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import ONE, TWO, ZERO, Relation, Sign, Tree
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointSet, Stretch
from calctool.solve.critical.inside import Inside
from calctool.solve.critical.points import OPEN
from calctool.solve.critical.strata.regions import Smooth
from calctool.solve.exact.at_point import known
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, value_of
from calctool.solve.optimum.kinds.on_set import without_constraints
from calctool.solve.optimum.strata.on_set import cut, is_there
from calctool.solve.optimum.strata.reach import shortest
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict
from calctool.words import Words
from calctool.words.extrema.candidates import WHOLE_SET_OPEN


def point_sets(smooth: Smooth, inside: Inside) -> tuple[list[PointSet], list[Words]]:
    """The components as the answer has them, without those that lie outside the domain; and of
    which it is open whether they have points in it."""
    made: list[PointSet] = []
    doubts: list[Words] = []
    for component, f in zip(smooth.solved.components, smooth.formulas, strict=True):
        one = tried(_bare(component), _point_set, component, f, inside)
        there = None if one is None else _is_there(component, inside)
        if one is None or there is False:
            continue
        if there is None:
            doubts.append(WHOLE_SET_OPEN.filled(equations=all_quoted(one.equations)))
            one = replace(one, value=None)
        made.append(one)
    return made, doubts


def _bare(component: Component) -> PointSet:
    """No more than where it is."""
    equations = tuple(Relation(each, "=", ZERO) for each in component.equations)
    return PointSet(equations, None, (), (Stretch((), "undecided", OPEN),), None)


def _is_there(component: Component, inside: Inside) -> bool | None:
    """Whether it has a point inside the domain."""
    own = (need for need in _conditions(component) if need.left.names <= {*component.names})
    needs = cut((*own, *inside.natural, *inside.stated), component)
    if needs is None:
        return False
    return tried(None, is_there, component, needs)


def _point_set(component: Component, f: Tree, inside: Inside) -> PointSet | None:
    """Conditions of the domain, and on the parameters, stand beside the equations."""
    needs = dict.fromkeys((*_conditions(component), *inside.natural, *inside.stated))
    along = dict(component.points or ())
    known = {need: truth(_along(need, along)) for need in needs}
    if False in known.values():
        return None
    cuts = shortest(need for need, holds in known.items() if holds is None)
    equations = (Relation(each, "=", ZERO) for each in component.equations)
    return PointSet(
        (*equations, *cuts),
        component.points,
        component.parameters,
        tuple(without_constraints(f, component)),
        _value(f, component, is_cut=bool(cuts)),
    )


def _conditions(component: Component) -> Iterator[Relation]:
    """Conditions on parameters matter only where there are coordinates in them."""
    names = set(component.names)
    names |= set(component.parameters if component.points is not None else ())
    for tree, sign in component.where:
        if tree.names <= names:
            yield Relation(tree, _sign(sign), ZERO)


def _along(need: Relation, points: dict[str, Tree]) -> Relation:
    return Relation(substitute(need.left, points), need.sign, substitute(need.right, points))


def _sign(text: str) -> Sign:
    signs: tuple[Sign, ...] = ("=", "<", "<=", ">", ">=", "!=")
    return signs[signs.index(text)]


def _value(f: Tree, component: Component, *, is_cut: bool) -> Exact | None:
    """The only value of f there. Its gradient is zero, so f is constant on each connected part:
    one value if all samples have it, or if the component is one parametrised piece."""
    if component.sampled and component.samples and not is_cut:
        return _common([_scalar(f, place) for place in component.samples])
    if component.points is None:
        return None
    along = substitute(f, dict(component.points))
    for at in (ZERO, ONE, TWO):
        value = value_of(substitute(along, dict.fromkeys(component.parameters, at)))
        if value is not None:
            same = check_equality(along, value).verdict is Verdict.PROVED
            return exact(value) if same else None
    return None


def _scalar(f: Tree, place: Place) -> Scalar | None:
    try:
        return place.scalar(f)
    except (Undecided, Undefined):
        return None


def _common(values: list[Scalar | None]) -> Exact | None:
    first = values[0]
    if first is None:
        return None
    same = all(value is not None and are_equal(value, first) for value in values)
    return known(first) if same else None
