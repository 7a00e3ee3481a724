"""Whether f is continuous on the whole feasible set: its domain is closed, or holds all of it."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.boxes.region import tightened, whole_box
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.intervals import closed
from calctool.algebra.domain.ranges import decided
from calctool.algebra.extrema.polar.nearest import is_nonempty
from calctool.algebra.extrema.polar.region import region
from calctool.algebra.local.crossing import may_jump
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import ONE, Relation, Sign, Tree
from calctool.solve.optimum.problem import Problem
from calctool.words import Words
from calctool.words.extrema.multipliers import DEFINED_THERE

_OPPOSITE: dict[Sign, Sign] = {">": "<=", "<": ">=", "!=": "=", "=": "!="}


def is_continuous(f: Tree) -> bool:
    """On its domain, which is closed."""
    return not _open_conditions(f) and not may_jump(f)


def why_continuous(setup: Problem) -> tuple[Words, ...] | None:
    """What must be said to see that f is continuous on the closed feasible set; None where it is
    not seen."""
    if may_jump(setup.f):
        return None
    needed = _open_conditions(setup.f)
    if needed and not _hold_throughout(setup, needed):
        return None
    return (DEFINED_THERE.filled(conditions=all_quoted(needed)),) if needed else ()


def _open_conditions(f: Tree) -> list[Relation]:
    return [need for need in conditions(f) if need.sign not in ("<=", ">=")]


def _hold_throughout(setup: Problem, needed: Sequence[Relation]) -> bool:
    """By the ranges in a small box around the set, which asks nothing of the domain; or because
    the set has no point where the opposite holds."""
    box = whole_box(setup.relations, setup.names, ())
    small = {} if box is None else tightened(setup.relations, box)
    known = {name: closed(*sides) for name, sides in small.items()}
    return all(decided(need, known) is True or _never_fails(setup, need) for need in needed)


def _never_fails(setup: Problem, need: Relation) -> bool:
    """By the polar system of the set, with the opposite condition: it is empty."""
    against = Relation(need.left, _OPPOSITE[need.sign], need.right)
    made = region(ONE, setup.names, (*setup.relations, against))
    return made is not None and is_nonempty(made) is False
