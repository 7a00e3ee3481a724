"""The boundary of the domain: whether a part of it belongs to it, and where f is constant on it."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.solutions import Component
from calctool.notation.tree import ZERO, Name, Relation
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointSet, Stretch
from calctool.solve.critical.strata.facets import Facet
from calctool.solve.exact.at_point import known
from calctool.solve.optimum.kinds.at_edge import END, set_on_side
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.strata.on_set import Where, cut, is_there
from calctool.solve.optimum.strata.reach import shortest
from calctool.solve.stationary.constant import along


def missing_ends(facet: Facet) -> Iterator[Relation]:
    """The stated ends on which the facet lies, and that do not belong to the domain."""
    stated = dict(facet.question.domain)
    for name, end in facet.fixed:
        stretch = stated[name]
        for at, closed in zip((stretch.start, stretch.end), stretch.closed, strict=True):
            if at == end and not closed:
                yield Relation(Name(name), "=", at)


def rim_sets(facet: Facet) -> Iterator[PointSet]:
    """Curves and surfaces of candidates on the boundary; raises Unknown."""
    ends = facet.equations[: len(facet.fixed)]
    for component in facet.found.components:
        needs = cut(facet.needs, component)
        if needs is None or not is_there(component, needs):
            continue
        own = (Relation(each, "=", ZERO) for each in component.equations)
        height = along(facet.manifold.f, component, facet.manifold.constraints)
        points = dict((*(component.points or ()), *facet.fixed))
        yield PointSet(
            (*ends, *own, *shortest(needs)),
            tuple((name, points[name]) for name in facet.question.wrt)
            if component.points
            else None,
            component.parameters,
            _kinds(facet, component, needs, is_level=height is not None),
            None if height is None else known(height),
        )


def _kinds(
    facet: Facet, component: Component, needs: Where, *, is_level: bool
) -> tuple[Stretch, ...]:
    """No more than that the domain ends there where that is open."""
    task = problem(facet.question)
    bare = (Stretch((), END.kind, END.test),)
    if not is_level or facet.edges or facet.on_folds or not facet.fixed:
        return bare
    return tried((), set_on_side, task, facet.fixed, needs, component) or bare
