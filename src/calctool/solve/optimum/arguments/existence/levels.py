"""Bounded level sets: f is beyond one of its values outside of a box, so it is extreme inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from calctool.algebra.boxes.region import whole_box
from calctool.algebra.build import added, negated
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import implied
from calctool.algebra.domain.intervals import Range, closed
from calctool.algebra.domain.ranges import decided
from calctool.notation.quoted import all_quoted, quoted, quoted_box
from calctool.notation.tree import ZERO, Name, Negative, Relation, Tree, number
from calctool.notation.walk import transform
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.arguments.existence.at_best import (
    attained_in_scope,
    attained_on_closure,
    with_edge_said,
)
from calctool.solve.optimum.arguments.existence.ground import Ground, ground
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Task, Turn
from calctool.solve.optimum.arguments.smaller.inner import letter_for
from calctool.words.extrema import ladder as words

_NEAR = tuple(Fraction(1, 2**power) for power in (2, 6, 12, 24, 48))
"""How near an open edge f is looked at."""

Box = Mapping[str, tuple[Fraction, Fraction]]


def bounded_level_set(task: Task, turn: Turn, below: Ask) -> Bound | None:  # noqa: ARG001
    """{f <= M} is closed and bounded, and M a value: f is least in it (Weierstrass).

    Closed, as f is continuous on a closed set, or goes to oo at the edges that the set lacks.
    """
    listing, land = task.listing, ground(task)
    if not (listing.is_whole or listing.scope) or land.jumps:
        return None
    level = level_of(task, turn)
    if level is None:
        return None
    edges = tuple(_edges(land))
    needs = (*map(against_zero, (*land.ends, *land.own)), level)
    box = whole_box(needs, task.names, (*land.ends, *land.own))
    if box is None or not _is_listed(task, level, box):
        return None
    open_ones = [edge for edge in edges if not _is_beyond(task, level, edge, box)]
    if any(edge in land.own for edge in open_ones):
        return None
    facts = {"level": quoted(level), "box": quoted_box(_scope(box))}
    why = words.LEVEL_SET[turn].filled(**facts)
    if edges:
        why = words.LEVEL_SET_EDGES[turn].filled(**facts, edges=all_quoted(edges))
    if open_ones:
        why = words.LEVEL_SET_CLOSURE[turn].filled(**facts, edges=all_quoted(open_ones))
        found = attained_on_closure(task, turn, "bounded-level-set", why)
        return None if found is None else with_edge_said(found)
    return attained_in_scope(task, turn, "bounded-level-set", why)


def _taken(task: Task, turn: Turn) -> Exact | None:
    """The best value that is certainly one of f, or that f comes near."""
    values = task.values if any(task.values) else task.listing.values_beyond
    known = [each for each in values if each is not None and each.low is not None]
    return min(known, key=lambda each: -turn * (each.low or Fraction(0)), default=None)


def level_of(task: Task, turn: Turn) -> Relation | None:
    """f <= M with a rational M that is at least a value; f >= M for the greatest value."""
    value = _taken(task, turn)
    end = None if value is None else value.high if turn < 0 else value.low
    if end is None:
        return None
    # A little beyond, and short.
    whole = Fraction(int(end * 64) + (2 if turn < 0 else -2), 64)
    return Relation(task.f, "<=" if turn < 0 else ">=", number(whole))


def against_zero(each: Relation) -> Relation:
    """All on the left."""
    return Relation(added((each.left, negated(each.right))), each.sign, ZERO)


def _edges(land: Ground) -> Iterator[Relation]:
    """The strict conditions, of f or stated: on their edges f has no value, or is not asked.

    Where x > 0 was stated, x != 0 has no edge of its own.
    """
    listed = (*land.stated, *(each for each in land.own if not implied(each, land.stated)))
    yield from (each for each in listed if each.sign in ("<", ">", "!="))


def _is_listed(task: Task, level: Relation, box: Box) -> bool:
    """Whether all candidates in the box are known, as far as f may be extreme there."""
    if task.listing.is_whole:
        return True
    scope = {name: (low, high) for name, low, high in task.listing.scope}
    inside = all(n in scope and scope[n][0] < a and b < scope[n][1] for n, (a, b) in box.items())
    return inside and all(
        decided(level, {n: closed(low, high) for n, low, high in each}) is False
        or any(n in box and (high < box[n][0] or low > box[n][1]) for n, low, high in each)
        for each in task.listing.doubtful
    )


def _is_beyond(task: Task, level: Relation, edge: Relation, box: Box) -> bool:
    """Whether f is beyond the level close to an edge u = 0: u is taken as a name of its own."""
    u = against_zero(edge).left
    w = letter_for(task, "w")
    sides = (1, -1) if edge.sign == "!=" else (1,) if edge.sign == ">" else (-1,)
    return all(_near(task, level, u, w, box, sign) for sign in sides)


def _near(task: Task, level: Relation, u: Tree, w: str, box: Box, sign: int) -> bool:
    f = transform(level.left, lambda part: Name(w) if part == u else None)
    f = transform(f, lambda part: Negative(Name(w)) if part == negated(u) else None)
    if f == level.left:
        return False
    known = {**bounds(ground(task).ends), **{n: closed(*ends) for n, ends in box.items()}}
    tried = (Range(Fraction(0), near) if sign > 0 else Range(-near, Fraction(0)) for near in _NEAR)
    moved = Relation(f, level.sign, level.right)
    return any(decided(moved, {**known, w: part}) is False for part in tried)


def _scope(box: Box) -> tuple[tuple[str, Fraction, Fraction], ...]:
    return tuple((name, low, high) for name, (low, high) in box.items())
