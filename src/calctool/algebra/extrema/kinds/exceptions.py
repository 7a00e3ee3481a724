"""The points of a critical component at which the signs that decide elsewhere are zero."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cmp_to_key

from calctool.algebra.build import added, negated, raised
from calctool.algebra.extrema.kinds.classify import classify
from calctool.algebra.extrema.kinds.judgement import Judgement
from calctool.algebra.extrema.kinds.stretches import Part
from calctool.algebra.extrema.polynomials import Polynomial, tree_of
from calctool.algebra.extrema.scalars import compare
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Component, Solutions
from calctool.algebra.systems import contains
from calctool.notation.tree import TWO, ZERO, Name, Relation, Tree

Where = tuple[Relation, ...]


class Exceptions:
    """Isolated points, which are judged one by one, and smaller components."""

    def __init__(self, p: Polynomial, component: Component, found: Solutions) -> None:
        self.f, self.component, self.found = tree_of(p, component.names), component, found
        size = range(len(component.names))
        slopes = [[p.derivative(i).derivative(j) for j in size] for i in size]
        self.hessian = [[tree_of(entry, component.names) for entry in row] for row in slopes]

    @property
    def are_points(self) -> bool:
        """Whether they are finitely many points, all of them found."""
        return self.found.state == "complete" and not self.found.components

    def judged(self, place: Place) -> Judgement:
        """What one of them is."""
        return classify(self.f, place, self.component.names, self.hessian)

    def ordered(self, name: str) -> Iterator[Place]:
        """By one coordinate, in which no two agree."""

        def order(a: Place, b: Place) -> int:
            return compare(a.coordinate(name), b.coordinate(name)) or 0

        places = [root.place for root in self.found.roots]
        yield from sorted(places, key=cmp_to_key(order))

    def points(self) -> Iterator[Part]:
        """Each of them as a part of the component, with what it is."""
        for root in self.found.roots:
            yield tuple(self._at(root.place)), self.judged(root.place)

    def _at(self, place: Place) -> Iterator[Relation]:
        for name in self.component.names:
            tree = place.coordinate(name).tree()
            if tree is not None:
                yield Relation(Name(name), "=", tree)

    def equations(self, part: Component) -> Where:
        """Those of a smaller component that are new."""
        own, names = self.component.equations, self.component.names
        new = (each for each in part.equations if not contains(own, each, names))
        return tuple(Relation(each, "=", ZERO) for each in new)

    def left_out(self, where: Where) -> Where:
        """The same, and not at the exceptions that these relations let in."""
        sums = [self._at(root.place) for root in self.found.roots if _holds(where, root.place)]
        sums += [
            iter(self.equations(part))
            for part in self.found.components
            if not any(contains(part.equations, r.left, part.names) for r in where)
        ]
        return (*where, *(Relation(_away(each), "!=", ZERO) for each in sums))


def _away(equations: Iterator[Relation]) -> Tree:
    """What is zero just where all equations hold."""
    sides = [added((each.left, negated(each.right))) for each in equations]
    return sides[0] if len(sides) == 1 else added(raised(side, TWO) for side in sides)


def _holds(where: Where, place: Place) -> bool:
    wanted = {">": (1,), "<": (-1,), "!=": (1, -1)}
    return all(place.scalar(each.left).sign() in wanted[each.sign] for each in where)
