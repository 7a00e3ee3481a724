"""Points near which every rule of differentiation holds, so that a formula may be trusted there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from calctool.algebra.domain.conditions import conditions
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.switches import switches
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.sign import sign
from calctool.notation.tree import Relation, Sign, Tree
from calctool.notation.walk import substitute

SIGNS: dict[Sign, frozenset[int]] = {
    ">": frozenset({1}), ">=": frozenset({0, 1}), "<": frozenset({-1}), "<=": frozenset({-1, 0}),
    "=": frozenset({0}), "!=": frozenset({-1, 1}),
}  # fmt: skip
"""The signs that left minus right may have."""


def is_regular(tree: Tree, values: Mapping[str, Tree]) -> bool:
    """Whether the function is certainly smooth near the point, in the variables given a value.

    True when no switching equation holds there and every condition of the domain holds with room
    to spare: then the function is put together from smooth ones. What is said of parameters only
    does not count: they stay what they are, somewhere in the domain. False proves nothing.
    """
    near = [each for each in conditions(tree) if not each.names.isdisjoint(values)]
    equations = (switch.relation for switch in switches(tree))
    try:
        off_switches = all(_difference(e, values) for e in equations if e.names & values.keys())
    except (Undecided, Undefined):
        return False
    return off_switches and all_have_room(near, values)


def is_outside(tree: Tree, values: Mapping[str, Tree]) -> bool:
    """Whether the point certainly breaks a condition of the domain of the tree as written."""
    return any(_fails(condition, values) for condition in conditions(tree))


def _fails(condition: Relation, values: Mapping[str, Tree]) -> bool:
    try:
        difference = _difference(condition, values)
    except (Undecided, Undefined):
        return False
    return difference not in SIGNS[condition.sign]


def all_have_room(listed: Iterable[Relation], values: Mapping[str, Tree]) -> bool:
    """Whether all these conditions certainly hold at the point and everywhere near it."""
    try:
        return all(_has_room(condition, values) for condition in listed)
    except (Undecided, Undefined):
        return False


def _has_room(condition: Relation, values: Mapping[str, Tree]) -> bool:
    return condition.sign != "=" and _difference(condition, values) in SIGNS[condition.sign] - {0}


def holds_as_written(equation: Relation, values: Mapping[str, Tree]) -> bool:
    """Whether an equation holds at the point; it does not where a side has no value.

    Raises Undecided where that is open.
    """
    try:
        return _difference(equation, values) == 0
    except Undefined:
        return False


def _difference(relation: Relation, values: Mapping[str, Tree]) -> int:
    """The sign of left minus right at the point."""
    left, right = (constant_value(substitute(t, values)) for t in (relation.left, relation.right))
    return sign(left - right)
