"""What lies between: x > a and x < b as a < x < b."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.notation.tree import Relation, Sign

TURNED: dict[Sign, Sign] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
Run = tuple[Relation, ...]
"""One relation, or several that rise, each from where the one before it ends."""


def turned(relation: Relation) -> Relation:
    """The same relation, read from the right."""
    return Relation(relation.right, TURNED[relation.sign], relation.left)


def runs(relations: Sequence[Relation]) -> list[Run]:
    """All of the relations once, those that bound one expression from both sides together."""
    found: list[Run] = []
    for each in relations:
        rising = _rising(each)
        for place, run in enumerate(found):
            longer = rising and _longer(run, rising)
            if longer:
                found[place] = longer
                break
        else:
            found.append((each,))
    return found


def _rising(each: Relation) -> Relation | None:
    if each.sign in ("<", "<="):
        return each
    return turned(each) if each.sign in (">", ">=") else None


def _longer(run: Run, one: Relation) -> Run | None:
    rising = tuple(map(_rising, run))
    if None in rising:
        return None
    known = tuple(each for each in rising if each is not None)
    if known[-1].right == one.left and one.left.names:
        return (*known, one)
    if one.right == known[0].left and one.right.names:
        return (one, *known)
    return None
