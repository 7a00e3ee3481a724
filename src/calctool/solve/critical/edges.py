"""Candidates that no gradient shows: where f switches its formula, and edges of the domain."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.reduction import truth
from calctool.algebra.local.switches import switches
from calctool.notation.plain import plain
from calctool.notation.tree import Name, Relation, Sign
from calctool.solve.optimum import CandidatePoint, PointSet
from calctool.solve.question import CriticalQuestion, Stretch
from calctool.words import Words
from calctool.words import candidates as said

_INSIDE: dict[Sign, Sign] = {">=": ">", "<=": "<"}


@dataclass(frozen=True, slots=True)
class Edges:
    """Points and sets of points, and in `missing` what was not examined."""

    points: tuple[CandidatePoint, ...] = ()
    sets: tuple[PointSet, ...] = ()
    missing: tuple[Words, ...] = ()


def edges(question: CriticalQuestion) -> Edges:
    """What is known of the places where the gradient does not decide."""
    return Edges(missing=tuple(dict.fromkeys(_missing(question))))


def _missing(question: CriticalQuestion) -> Iterator[Words]:
    domain = conditions(question.statement)
    for switch in switches(question.statement):
        apart = Relation(switch.relation.left, "!=", switch.relation.right)
        if truth(apart) is not True and not implied(apart, domain):
            yield said.SWITCH_OPEN.filled(condition=plain(switch.relation))
    for condition in domain:
        if condition.sign in _INSIDE:
            inner = Relation(condition.left, _INSIDE[condition.sign], condition.right)
            if truth(inner) is not True:
                edge = Relation(condition.left, "=", condition.right)
                yield said.BOUNDARY_OPEN.filled(condition=plain(edge))
    for name, stretch in question.domain:
        for end in _closed_ends(stretch, name):
            yield said.FACES_OPEN.filled(condition=plain(end))


def _closed_ends(stretch: Stretch, name: str) -> Iterator[Relation]:
    for end, closed in zip((stretch.start, stretch.end), stretch.closed, strict=True):
        if closed:
            yield Relation(Name(name), "=", end)
