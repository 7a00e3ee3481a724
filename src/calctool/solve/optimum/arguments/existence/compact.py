"""Closed bounded sets, and sets on which f is constant or that have finitely many points."""

from __future__ import annotations

from functools import reduce

from calctool.algebra.domain.conditions import conditions
from calctool.algebra.extrema.polynomials import fractions, polynomial
from calctool.notation.tree import number
from calctool.solve.exact.values import exact
from calctool.solve.optimum.arguments.existence.at_best import (
    attained,
    attained_on_closure,
    with_edge_said,
    with_next,
)
from calctool.solve.optimum.arguments.existence.ground import ground
from calctool.solve.optimum.arguments.existence.lacking import exists_but, is_asked
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Lacks, Task, Turn
from calctool.words import Words
from calctool.words.extrema import kinks
from calctool.words.extrema.extremes import ARGUMENTS as SHORT
from calctool.words.extrema.extremes import COMPACT, CONSTANT
from calctool.words.extrema.multipliers import ARGUMENTS


def constant(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """A polynomial without its names."""
    p = polynomial(task.f, task.names) if task.is_free else None
    if p is None or not p.is_constant() or conditions(task.f):
        return None
    value = exact(number(fractions(p).get((0,) * len(task.names), 0)))
    known = tuple(i for i, each in enumerate(task.listing.candidates) if each.value is not None)
    return Bound(value, True, "constant", CONSTANT, (), chosen=known)


def all_points(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """Every point of the set is a candidate: finitely many, or parts on which f is constant."""
    listing = task.listing
    if not listing.is_all:
        return None
    id = "constant" if listing.has_sets else "finite-set"
    return attained(task, turn, id, ARGUMENTS[id])


def compact(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:  # noqa: ARG001
    """A continuous function on a closed bounded set (Weierstrass)."""
    if not is_asked(task):
        return None
    land = ground(task)
    bounded = land.bounded if land.has_all_edges else None
    continuous = None if bounded is None else land.continuous
    if bounded is None or continuous is None:
        return None
    reason = reduce(with_next, (bounded, *continuous, COMPACT))
    found = attained(task, turn, "compact", reason)
    return found or exists_but(task, turn, "compact", SHORT["compact"])


def compact_closure(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """The same with the edges that the set lacks: there f only comes near its value."""
    land = ground(task)
    if land.has_all_edges or task.listing.outside is None or not land.is_closed or not land.bounded:
        return None
    return on_missing_edges(task, turn, "compact-closure")


def on_missing_edges(task: Task, turn: Turn, argument: str, **facts: str) -> Bound | None:
    """An extreme value on the closure, of which f may have only the limit."""
    which = kinks.LEAST if turn < 0 else kinks.GREATEST
    said = kinks.ARGUMENTS[argument]
    reason = Words(
        en=said.say("en", which=which.en, **facts), zh=said.say("zh", which=which.zh, **facts)
    )
    found = attained_on_closure(task, turn, argument, reason)
    if found is None or ground(task).has_all_edges:
        return found
    return with_edge_said(found)
