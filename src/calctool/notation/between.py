"""What lies between: x > a and x < b as a < x < b."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from calctool.notation.tree import Relation, Sign

TURNED: dict[Sign, Sign] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
Run = tuple[Relation, ...]
"""One relation, or several that rise, each from where the one before it ends."""


def turned(relation: Relation) -> Relation:
    """The same relation, read from the right."""
    return Relation(relation.right, TURNED[relation.sign], relation.left)


def runs(relations: Sequence[Relation]) -> list[Run]:
    """What the relations say, those that order expressions one after the other together."""
    found: list[Run] = [(each,) for each in dict.fromkeys(relations)]
    while (pair := next(filter(_meet, permutations(found, 2)), None)) is not None:
        low, high = map(_rising, pair)
        found[min(map(found.index, pair))] = (*low, *high)
        found = [run for run in found if run not in pair]
    return [run for run in found if len(run) > 1 or not any(_says(each, *run) for each in found)]


def _meet(pair: tuple[Run, Run]) -> bool:
    low, high = map(_rising, pair)
    return bool(low and high and low[-1].right == high[0].left)


def _rising(run: Run) -> Run:
    """Nothing where no order is told."""
    if run[0].sign in ("<", "<="):
        return run
    return tuple(map(turned, run)) if run[0].sign in (">", ">=") else ()


def _says(run: Run, one: Relation) -> bool:
    """Whether a longer run holds a relation between two of its sides."""
    rising = _rising((one,))
    if len(run) == 1 or not rising:
        return False
    lefts, rights = [each.left for each in run], [each.right for each in run]
    if rising[0].left not in lefts or rising[0].right not in rights:
        return False
    steps = run[lefts.index(rising[0].left) : rights.index(rising[0].right) + 1]
    return bool(steps) and (rising[0].sign == "<=" or any(each.sign == "<" for each in steps))
