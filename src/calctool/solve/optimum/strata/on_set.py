"""Conditions on the points of a set, in its free coordinates where it has some."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.domain.reduction import reduced, truth
from calctool.algebra.extrema.polynomials import polynomial
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.solutions import Component
from calctool.algebra.systems import NotPolynomial, contains
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import ONE, TWO, ZERO, Name, Power, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.optimum.strata.reach import has_points, trials
from calctool.solve.stationary.short import short
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict

Where = tuple[Relation, ...]


class Unknown(Unsettled):
    """It is open where on the folds a gradient is missing."""


def is_there(component: Component, needs: Where) -> bool:
    """Whether it has points that keep the conditions; raises Unknown."""
    from calctool.algebra.extrema.kinds.sides import free_names

    if not needs:
        return True
    if any(all_hold_at(place, needs) for place in trials(component)):
        return True
    free = free_names(component)
    kept = {name for need in needs for name in need.names} <= set(free)
    found = (
        has_points((), needs, free)
        if kept
        else (has_points(component.equations, needs, component.names))
    )
    if found is None:
        from calctool.solve.optimum.strata.angles import has_points_at_angles

        found = has_points_at_angles(component, needs)
    if found is None and not any(_never_holds(need, component) for need in needs):
        raise Unknown
    return bool(found)


def _never_holds(need: Relation, component: Component) -> bool:
    """Whether both sides are equal all over the component, as in u < v or u != v."""
    if need.sign not in ("<", ">", "!="):
        return False
    return vanishes(added((need.left, negated(need.right))), component)


def cut(needs: Iterable[Relation], component: Component) -> Where | None:
    """The conditions that do not hold all over the component; None where one never holds."""
    kept: dict[Relation, None] = {}
    for need in needs:
        placed = Relation(put(need.left, component), need.sign, put(need.right, component))
        parts = all_reduced((placed,))
        if parts is None:
            return None
        kept.update(dict.fromkeys(parts))
    return tuple(kept)


def all_reduced(needs: Where) -> Where | None:
    """Conditions in their simplest form; None where one of them never holds."""
    parts = dict.fromkeys(part for need in needs for part in reduced(need))
    return None if any(truth(part) is False for part in parts) else tuple(parts)


def put(tree: Tree, component: Component) -> Tree:
    """In the free coordinates where those are coordinates of space, else as it is."""
    from calctool.algebra.extrema.kinds.sides import free_names

    points = dict(component.points or ())
    if not free_names(component):
        return short(tree)
    back = {at.id: Name(name) for name, at in points.items() if isinstance(at, Name)}
    return short(substitute(tree, {name: substitute(at, back) for name, at in points.items()}))


def as_signed(tree: Tree, component: Component) -> Tree:
    """What has the same sign all over the component, as simple as possible."""
    from calctool.algebra.extrema.kinds.sides import sides as signs_on

    p = polynomial(tree, component.names)
    if p is None or not p:
        return put(tree, component)
    found = signs_on(p, component)
    parts = [number(found.sign), found.deciding or ONE]
    if found.touching is not None:
        parts.append(Power(found.touching, TWO))
    return put(multiplied(parts), component)


def vanishes(tree: Tree, component: Component) -> bool:
    """Whether it is zero all over the component; raises Unknown."""
    if put(tree, component) == ZERO:
        return True
    plain = [each for each in component.equations if polynomial(each, component.names) is not None]
    for equations in dict.fromkeys((component.equations, tuple(plain))):
        with suppress(NotPolynomial):
            if contains(equations, tree, component.names):
                return True
    if component.points is None or component.where:
        return False
    along_it = substitute(tree, dict(component.points))
    verdict = check_equality(along_it, ZERO).verdict
    if verdict not in (Verdict.PROVED, Verdict.REFUTED):
        raise Unknown
    return verdict is Verdict.PROVED
