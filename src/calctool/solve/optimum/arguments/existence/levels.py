"""Bounded level sets: f is beyond one of its values outside of a box, so it is extreme inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from msgspec.structs import replace

from calctool.algebra.boxes.region import whole_box
from calctool.algebra.build import added, negated
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import implied
from calctool.algebra.domain.intervals import Range, closed
from calctool.algebra.domain.ranges import decided
from calctool.notation.quoted import all_quoted, quoted, quoted_box
from calctool.notation.tree import ZERO, Name, Negative, Relation, Sign, Tree, number, rational
from calctool.notation.walk import transform
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.arguments.existence.at_best import (
    attained_in_scope,
    attained_on_closure,
    with_edge_said,
)
from calctool.solve.optimum.arguments.existence.comparison import Growth, growth
from calctool.solve.optimum.arguments.existence.ground import Ground, ground
from calctool.solve.optimum.arguments.existence.lacking import exists_but
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Lacks, Task, Turn, claim
from calctool.solve.optimum.arguments.smaller.inner import letter_for
from calctool.words import Words
from calctool.words.extrema.ladder import existence, inequalities
from calctool.words.extrema.ladder.arguments import ARGUMENTS

_NEAR = tuple(Fraction(1, 2**power) for power in (2, 6, 12, 24, 48))
"""How near an open edge f is looked at."""

_BETWEEN: tuple[Sign, Sign] = (">=", "<=")

Box = Mapping[str, tuple[Fraction, Fraction]]


def bounded_level_set(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:  # noqa: ARG001
    """{f <= M} is closed and bounded, and M a value: f is least in it (Weierstrass).

    Closed, as f is continuous on a closed set, or goes to oo at the edges that the set lacks.
    """
    land = ground(task)
    level = None if land.jumps else level_of(task, turn)
    if level is None:
        return None
    edges = tuple(_edges(land))
    needs = (*map(against_zero, (*land.ends, *land.own)), level)
    box = whole_box(needs, task.names, (*land.ends, *land.own))
    if box is None:
        return None
    open_ones = [edge for edge in edges if not _is_beyond(task, level, edge, box)]
    needed = [each for each in land.own if each.sign not in ("<=", ">=")]
    if open_ones and not all(_is_beyond(task, level, each, box) for each in needed):
        return None
    facts = {"level": quoted(level), "box": quoted_box(_scope(box))}
    why = existence.LEVEL_SET[turn].filled(**facts)
    if edges:
        why = existence.LEVEL_SET_EDGES[turn].filled(**facts, edges=all_quoted(edges))
    if not open_ones:
        best = _best(task, turn, level, box, why)
        return best or exists_but(task, turn, "bounded-level-set", ARGUMENTS["bounded-level-set"])
    why = existence.LEVEL_SET_CLOSURE[turn].filled(**facts, edges=all_quoted(open_ones))
    known = _is_listed(task, level, box)
    found = attained_on_closure(task, turn, "bounded-level-set", why) if known else None
    return None if found is None else with_edge_said(found)


def level_set_by_growth(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:  # noqa: ARG001
    """The same, bounded as f outgrows M in each variable by itself."""
    level = level_of(task, turn)
    grown = None if level is None else _growth(task, turn, level)
    if level is None or grown is None:
        return None
    facts = {"level": quoted(level), "box": quoted_box(_scope(grown.box))}
    why = existence.LEVEL_SET[turn].filled(**facts)
    best = _best(task, turn, level, grown.box, why)
    if best is None:
        return exists_but(task, turn, "bounded-level-set", ARGUMENTS["bounded-level-set"])
    return _derived(task, turn, best, grown, why)


def _best(task: Task, turn: Turn, level: Relation, box: Box, why: Words) -> Bound | None:
    """Of the candidates in the box, which are searched again where not all are known."""
    if _is_listed(task, level, box):
        return attained_in_scope(task, turn, "bounded-level-set", why)
    within = task.listing.within
    found = None if within is None else within(level, box)
    if not found:
        return None
    only = replace(task.listing, candidates=tuple(each.candidate for each in found), orbits=())
    best = attained_in_scope(replace(task, listing=only), turn, "bounded-level-set", why)
    if best is None:
        return None
    chosen = [found[i] for i in best.chosen]
    numbers = tuple(each.number for each in chosen if each.number is not None)
    if len(numbers) == len(chosen):
        return replace(best, chosen=numbers)
    return replace(best, chosen=(), at=tuple(each.at for each in chosen))


def grown_box(task: Task, turn: Turn, level: Relation) -> Box | None:
    """Outside of it f outgrows the level in some variable by itself."""
    found = _growth(task, turn, level)
    return None if found is None else found.box


def _growth(task: Task, turn: Turn, level: Relation) -> Growth | None:
    end = rational(level.right) if ground(task).is_everywhere else None
    f = task.f if turn < 0 else negated(task.f)
    return None if end is None else growth(f, task.names, end if turn < 0 else -end)


def _derived(task: Task, turn: Turn, found: Bound, grown: Growth, why: Words) -> Bound:
    bound = grown.bound if turn < 0 else negated(grown.bound)
    sign: Sign = ">=" if turn < 0 else "<="
    inside = tuple(
        Relation(Name(name), side, number(end))
        for name, ends in grown.box.items()
        for side, end in zip(_BETWEEN, ends, strict=True)
    )
    lines = (
        ProofLine("growth-compared", (Relation(task.f, sign, bound),), existence.GROWTH_COMPARED),
        ProofLine("bounded-level-set", (), why, sort="place", also=inside),
        ProofLine(
            "best-candidate", claim(task.f, turn, found.value, True), inequalities.BEST[turn]
        ),
    )
    return replace(found, lines=lines)


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
