"""Where ∇f = 0 inside the regions in which f has one formula each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.solutions import Component, Root, Solutions
from calctool.notation.tree import Negative, Relation, Sum, Tree, rational
from calctool.solve.critical.record import CriticalQuestion
from calctool.solve.critical.strata.facets import Facet, Facets
from calctool.solve.exact.at_point import recorded
from calctool.solve.exact.rounding import shown
from calctool.solve.optimum.strata.boxes import solved_in
from calctool.solve.optimum.strata.on_set import cut
from calctool.solve.optimum.strata.reach import has_points
from calctool.solve.optimum.strata.repeats import repeats
from calctool.words import Words
from calctool.words.extrema import candidates as said
from calctool.words.extrema.kinks import REGION_BY_REGION

_WORST = ("complete", "box", "partial")


class Smooth(Struct, frozen=True):
    """All solutions of ∇f = 0, and for each component the formula that f has there."""

    solved: Solutions
    formulas: tuple[Tree, ...]


def smooth_solutions(question: CriticalQuestion, gradient: Sequence[Tree]) -> Smooth:
    """The zeros of the gradient; region by region where f has several formulas."""
    facets = Facets(question)
    if not facets.changes or facets.are_too_many:
        solved = solved_in(question, gradient)
        return Smooth(solved, (question.statement,) * len(solved.components))
    found = list(facets.regions())
    parts = [(part, each.manifold.f) for each in found for part in _components(each)]
    worst = max((each.found for each in found), key=lambda each: _WORST.index(each.state))
    reason = REGION_BY_REGION if worst.state == "complete" else worst.reason
    solved = Solutions(
        tuple(root for each in found for root in _roots(each)),
        tuple(part for part, _ in parts),
        worst.state,
        "regions",
        reason,
        tuple(dict.fromkeys(words for each in found for words in each.found.missing + _open(each))),
        worst.scope,
        tuple(box for each in found for box in each.found.undecided),
        tuple(move for each in found for move in each.found.moves),
    )
    return Smooth(solved, tuple(f for _, f in parts))


def _roots(facet: Facet) -> Iterator[Root]:
    """Those on the sides of the facet, or of which that is open."""
    for root in facet.found.roots:
        if root.periods and not repeats(facet.needs, root):
            continue
        if all_hold_at(root.place, facet.needs) is not False:
            yield root


def _open(facet: Facet) -> tuple[Words, ...]:
    return tuple(_doubts(facet))


def _doubts(facet: Facet) -> Iterator[Words]:
    for root in facet.found.roots:
        if root.periods and not repeats(facet.needs, root):
            yield said.REPEATED_OPEN
        elif all_hold_at(root.place, facet.needs) is None:
            place = shown(recorded(root.place, facet.question.wrt))
            yield said.OUTSIDE_OPEN.filled(place=place)


def _components(facet: Facet) -> Iterator[Component]:
    """Those with points on these sides, as far as that is decided."""
    where = tuple((_apart(need), str(need.sign)) for need in facet.needs)
    for each in facet.found.components:
        kept = cut(facet.needs, each)
        if kept is None or has_points(each.equations, kept, each.names) is False:
            continue
        samples = tuple(place for place in each.samples if all_hold_at(place, facet.needs))
        yield replace(each, where=(*each.where, *where), samples=samples, sampled=False)


def _apart(need: Relation) -> Tree:
    if rational(need.right) == 0:
        return need.left
    return Sum((need.left, Negative(need.right)))
