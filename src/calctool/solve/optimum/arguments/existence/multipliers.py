"""Convex problems: a point with multipliers of the right signs is extreme on the whole set."""

from __future__ import annotations

from calctool import budget
from calctool.algebra.generators.monotone import Inner, inner
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.solve.optimum.arguments.existence.at_best import attained
from calctool.solve.optimum.arguments.existence.convexity import is_convex_problem
from calctool.solve.optimum.arguments.existence.growth import said_of_inner
from calctool.solve.optimum.arguments.listed import Candidate
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Task, Turn
from calctool.solve.optimum.kinds.corner import Corner, with_fewer


def convex_problem(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """Convex f on a convex set, compact or not (the conditions of Karush, Kuhn and Tucker are
    sufficient: Boyd and Vandenberghe 2004, 5.5.3)."""
    return _by_multipliers(task, turn, None)


def convex_by_minors(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """The same, where the signs of second derivatives are questions themselves."""
    if len(task.names) > budget.MINOR_NAMES:
        return None
    return _by_multipliers(task, turn, below)


def _by_multipliers(task: Task, turn: Turn, below: Ask | None) -> Bound | None:
    listing = task.listing
    inner_turn: Turn = 1 if turn * listing.sign > 0 else -1
    right = [i for i, c in enumerate(listing.candidates) if _has_right_signs(c, inner_turn)]
    if not right:
        return None
    inside = inner(task.f) if listing.is_inner else Inner(task.f)
    if not is_convex_problem(task, inside.tree, inner_turn, below):
        return None
    id = "convex" if turn < 0 else "concave"
    shown = "convex" if inner_turn < 0 else "concave"
    reason = said_of_inner(inside, shown, id)
    value = listing.candidates[right[0]].value
    best = listing.best(turn) if listing.is_whole else ()
    if value is None or best:
        return attained(task, turn, id, reason)
    return Bound(value, True, id, reason, (), chosen=tuple(right))


def _has_right_signs(each: Candidate, turn: Turn) -> bool:
    """Whether it has multipliers by which leaving an active inequality inwards improves nothing."""
    corner = each.corner
    if corner is None:
        return False
    try:
        choices = [corner] if corner.columns is not None else with_fewer(corner)
        return any(_holds_back(one, turn) for one in choices)
    except (Undecided, Undefined):
        return False


def _holds_back(corner: Corner, turn: Turn) -> bool:
    weights = zip(corner.sides, corner.weights, strict=True)
    signs = [(side, corner.place.scalar(weight).sign()) for side, weight in weights if side]
    return all(sign is not None and sign * side * turn >= 0 for side, sign in signs)
