"""Zeros of the normal form at which the function as it is written has no value are dropped."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.real.ring import Undefined
from calctool.algebra.roots.found import Found, Hit
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.roots.functions.curve import curve
from calctool.notation.tree import Relation, Tree


def needed_in(tree: Tree, name: str) -> list[Relation]:
    """The conditions for a value in which the name occurs."""
    return [each for each in conditions(tree) if name in each.names]


def where_defined(tree: Tree, name: str, found: Found) -> Found:
    """Without the points at which the function as it is written has no value."""
    needed = needed_in(tree, name)
    if not needed:
        return found
    hits = tuple(hit for hit in found.hits if all(holds(each, name, hit) for each in needed))
    if len(hits) == len(found.hits):
        return found
    state = "window" if found.families and found.state == "complete" else found.state
    families = () if state != found.state else found.families
    return replace(found, hits=hits, state=state, families=families)


def holds(condition: Relation, name: str, hit: Hit) -> bool:
    """Whether a condition certainly holds at a point, or certainly not; else Undecided."""
    try:
        return fulfils(curve(difference(condition), name).sign(hit.at), condition)
    except Undefined:
        return False
