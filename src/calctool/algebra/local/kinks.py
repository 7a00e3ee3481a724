"""The points where a function of one variable has no derivative although its rules give one."""

from __future__ import annotations

from msgspec import Struct

from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.equations import ordered, solutions
from calctool.algebra.local.point import Local, at_real
from calctool.algebra.local.switches import switches
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.notation.tree import Negative, Relation, Sum, Tree


class Kinks(Struct, frozen=True):
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
        known = solved(switch.relation, name) if switch.relation.names == {name} else None
        if known is None:
            undecided[switch.relation] = None
        else:
            found += known
    return tuple(found), tuple(undecided)


def solved(equation: Relation, name: str) -> tuple[Real, ...] | None:
    """All solutions exactly, by formula or by the search for zeros; None where that is open, or
    where the equation holds on whole intervals."""
    found = boundary(equation, name)
    return None if found is None or found[1] else found[0]


def boundary(equation: Relation, name: str) -> tuple[tuple[Real, ...], bool] | None:
    """The single solutions and the ends of intervals of them, and whether there are any of those;
    None where that is open."""
    known = solutions(equation, name)
    if known is not None:
        return known, False
    # Most derivatives need no search, which takes longer to import than they to find.
    from calctool.algebra.roots import LINE, zeros

    apart = Sum((equation.left, Negative(equation.right)))
    found = zeros(apart, name, (LINE,), whole=True, endless=True)
    if found.state != "complete" or found.families or found.cells:
        return None
    ends = (end for flat in found.flat for end in (flat.start, flat.end) if end is not None)
    trees = [at.tree for at in (*(zero.at for zero in found.zeros), *ends)]
    try:
        places = tuple(constant_value(tree) for tree in trees if tree)
        return (places, bool(found.flat)) if all(trees) else None
    except (Undecided, Undefined):
        return None
