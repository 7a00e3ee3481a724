"""Whole sets on which angles are fixed: x = x0 + k*T with every whole number k."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calctool.algebra.build import added, negated
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.roots import LINE, zeros
from calctool.algebra.roots.periods.period import period
from calctool.algebra.solutions import Component, Root
from calctool.algebra.solving import solutions
from calctool.notation.tree import Relation, Tree, number
from calctool.solve.attempts import tried
from calctool.solve.optimum.strata.members import members
from calctool.solve.optimum.strata.reach import has_points
from calctool.solve.optimum.strata.repeats import moved

_TRIED = tuple(side * 2**n for n in range(20) for side in (1, -1))
"""Members of those without end, the far ones for what holds on a half line."""


def fixed_angle(equations: Sequence[Tree], name: str) -> tuple[Tree, Tree] | None:
    """The first place and the step, where the equations hold there and nowhere else."""
    if any(period(each, name) is None for each in equations):
        return None
    found = tried(None, solutions, equations, (name,))
    if found is not None and found.state == "complete" and len(found.roots) == 1:
        (root,) = found.roots
        start = root.place.coordinate(name).tree()
        if start is not None and len(root.periods) == 1:
            return start, root.periods[0][1]
    places = tried(None, zeros, equations[0], name, (LINE,)) if len(equations) == 1 else None
    if places is None or places.state != "complete" or len(places.families) != 1:
        return None
    (family,) = places.families
    return None if family.start.tree is None else (family.start.tree, family.step)


def has_points_at_angles(component: Component, needs: Sequence[Relation]) -> bool | None:
    """Whether a set that fixes angles, and nothing else, has points that keep the conditions: each
    bounds angles or other names."""
    groups: dict[str, list[Tree]] = {}
    for equation in component.equations:
        if len(equation.names) != 1:
            return None
        (name,) = equation.names
        groups.setdefault(name, []).append(equation)
    left = [need for need in needs if need.names.isdisjoint(groups)]
    answers = [has_points((), left, [n for n in component.names if n not in groups])]
    for name, equations in groups.items():
        own = [need for need in needs if name in need.names]
        if any(need.names != {name} for need in own):
            return None
        answers.append(_has_member(equations, name, own))
    return False if False in answers else None if None in answers else True


def _has_member(equations: Sequence[Tree], name: str, needs: Sequence[Relation]) -> bool | None:
    if not needs:
        return True
    known = fixed_angle(equations, name)
    if known is None:
        return None
    start, step = known
    root = Root(TracedPlace({name: start}), periods=((name, step),))
    found = members(root, list(_bounds(needs)))
    if found is None:
        places = (TracedPlace({name: moved(start, step, number(k))}) for k in _TRIED)
        return True if any(all_hold_at(place, needs) for place in places) else None
    held = [all_hold_at(each.place, needs) for each in found if not each.periods]
    if len(held) < len(found):
        return None
    return True if True in held else None if None in held else False


def _bounds(needs: Sequence[Relation]) -> Iterator[Tree]:
    """What is not positive where they hold."""
    for need in needs:
        if need.sign not in ("=", "!="):
            ends = need.left, need.right
            low, high = ends if need.sign in ("<", "<=") else ends[::-1]
            yield added((low, negated(high)))
