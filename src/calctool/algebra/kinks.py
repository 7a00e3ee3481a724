"""The points where a function of one variable has no derivative although its rules give one."""

from __future__ import annotations

from dataclasses import dataclass

from calctool.algebra.equations import ordered, solutions
from calctool.algebra.local import Local, at_real
from calctool.algebra.real.ring import Real
from calctool.algebra.switches import switches
from calctool.notation.tree import Relation, Tree


@dataclass(frozen=True, slots=True)
class Kinks:
    """`points`, ascending: where f has no derivative, or where that stays undecided.

    `undecided` are the switching equations whose solutions were not looked at one by one.
    """

    points: tuple[Local, ...] = ()
    undecided: tuple[Relation, ...] = ()


def kinks(tree: Tree, name: str) -> Kinks:
    """Every point at which a switch of `tree` in `name` leaves no derivative."""
    found, undecided = places(tree, name)
    judged = (at_real(tree, name, place) for place in ordered(list(found)) or found)
    points = (at for at in judged if at.kind not in ("smooth", "outside-domain"))
    return Kinks(tuple(points), undecided)


def places(tree: Tree, name: str) -> tuple[tuple[Real, ...], tuple[Relation, ...]]:
    """Where a switch of `tree` in `name` changes, and the switching equations left open."""
    found: list[Real] = []
    undecided: dict[Relation, None] = {}
    for switch in switches(tree):
        if name not in switch.relation.names:
            continue
        known = solutions(switch.relation, name) if switch.relation.names == {name} else None
        if known is None:
            undecided[switch.relation] = None
        else:
            found += known
    return tuple(found), tuple(undecided)
