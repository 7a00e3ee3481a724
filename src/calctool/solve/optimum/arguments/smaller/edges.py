"""Open edges at which f has a limit: a continuous function on the closure, asked edge by edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from calctool.algebra.build import multiplied
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.local.crossing import may_jump
from calctool.notation.quoted import quoted
from calctool.notation.tree import ONE, ZERO, Call, Name, Power, Product, Relation, Tree, rational
from calctool.notation.walk import substitute, transform
from calctool.solve.candidates import ProofLine
from calctool.solve.optimum.arguments.existence.ground import ground
from calctool.solve.optimum.arguments.existence.levels import against_zero
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Task, Turn, claim
from calctool.solve.optimum.arguments.sides import with_sides
from calctool.solve.optimum.arguments.smaller.inner import letter_for
from calctool.solve.optimum.arguments.values import End, best
from calctool.solve.optimum.problem import sides
from calctool.solve.optimum.strata.fixed import Fixed, fixed_by
from calctool.solve.stationary.short import short
from calctool.words.extrema.ladder import smaller as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


class Edge(Struct, frozen=True):
    """u = 0 as a value of a name, and the `limit` of f there in the other names."""

    at: Fixed
    limit: Tree

    @property
    def relation(self) -> Relation:
        """x = 0"""
        return Relation(Name(self.at.name), "=", self.at.value)


def open_edges(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """u^a*log(u) tends to 0 with u, so that f is continuous on the closed bounded set; it is
    extreme at a candidate inside, or its extreme value there is one of an edge."""
    land = ground(task)
    if not task.listing.is_whole or land.jumps or not land.bounded:
        return None
    edges = _edges(task)
    if not edges:
        return None
    asked = [(edge, below(_on(task, edge), turn)) for edge in edges]
    found = [(edge, bound) for edge, bound in asked if bound is not None]
    inner = [value for value in task.values if value is not None]
    if len(found) < len(asked) or len(inner) < len(task.values):
        return None
    inside = best([End(value, True) for value in inner], turn) if inner else None
    ends = [End(bound.value, False) for _, bound in found]
    top = best([*([] if inside is None else [inside]), *ends], turn)
    if top is None or (inside is None and not found):
        return None
    lines = [*_lines(found), _closing(task, turn, top)]
    argument = "limits-at-edges"
    return Bound(top.value, top.attained, argument, ARGUMENTS[argument], tuple(lines))


def _lines(found: Sequence[tuple[Edge, Bound]]) -> Iterator[ProofLine]:
    for edge, bound in found:
        facts = {"edge": quoted(edge.relation), "limit": quoted(edge.limit)}
        yield ProofLine("limit-at-edge", (), words.LIMIT_AT_EDGE.filled(**facts))
        yield from bound.lines


def _closing(task: Task, turn: Turn, top: End) -> ProofLine:
    why = words.INSIDE_OR_EDGE if top.attained else words.AT_EDGE_ONLY
    return ProofLine("edges-compared", claim(task.f, turn, top.value, top.attained), why)


def _on(task: Task, edge: Edge) -> Task:
    """The closed edge as a question in the other names."""
    own = {edge.at.name: edge.at.value}
    names = tuple(name for name in task.names if name != edge.at.name)
    box = tuple(each for each in task.sides if each[0] != edge.at.name)
    moved = (
        Relation(short(substitute(r.left, own)), r.sign, short(substitute(r.right, own)))
        for r in ground(task).ends
        if r not in tuple(sides(box))
    )
    relations = tuple(each for each in moved if each.names)
    closed = tuple((name, stretch) for name, stretch in box)
    return with_sides(Task(edge.limit, names, closed, relations))


# --- the limits ---------------------------------------------------------------------------------


def _edges(task: Task) -> list[Edge]:
    """All edges that the set lacks; none where f needs none of them, or has no limit at one."""
    land = ground(task)
    own = [each for each in land.own if each.sign not in ("<=", ">=")]
    stated = (each for each in land.stated if each.sign in ("<", ">") and each not in own)
    needs = [*own, *(against_zero(each) for each in stated)]
    at = [fixed_by(each.left) if each.right == ZERO else None for each in needs]
    if not own or any(each is None for each in at):
        return []
    letter, rest = letter_for(task, "w"), task.f
    for need in needs:
        rest = _without_logs(rest, need.left, letter)
    left = [each for each in conditions(rest) if each.sign not in ("<=", ">=")]
    if may_jump(rest) or any(not implied(each, land.ends) for each in left):
        return []
    return [
        Edge(one, _limit(task.f, need.left, one, letter))
        for need, one in zip(needs, at, strict=True)
        if one is not None
    ]


def _limit(f: Tree, u: Tree, at: Fixed, letter: str) -> Tree:
    """With 0 for what tends to it, and all else of f as it is written."""
    rest = _without_logs(f, u, letter)
    return short(substitute(rest, {letter: ZERO, at.name: at.value}))


def _without_logs(f: Tree, u: Tree, letter: str) -> Tree:
    return transform(f, lambda part: _without_log(part, u, letter))


def _without_log(part: Tree, u: Tree, letter: str) -> Tree | None:
    """w*rest for u^a*log(c*u)^n*rest with a > 0."""
    if not isinstance(part, Product):
        return None
    logs = [each for each in part.factors if _is_log(each, u)]
    powers = [each for each in part.factors if _is_power(each, u)]
    if not logs or not powers:
        return None
    others = [each for each in part.factors if each not in (*logs, *powers)]
    return multiplied((*others, Name(letter)))


def _is_log(factor: Tree, u: Tree) -> bool:
    if isinstance(factor, Power) and (n := rational(factor.exponent)) and n > 0:
        return _is_log(factor.base, u)
    return isinstance(factor, Call) and factor.function == "log" and factor.arguments == (u,)


def _is_power(factor: Tree, u: Tree) -> bool:
    base, exponent = (factor.base, factor.exponent) if isinstance(factor, Power) else (factor, ONE)
    power = rational(exponent)
    return base == u and power is not None and power > 0
