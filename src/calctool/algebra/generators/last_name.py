"""Equations in one name, and the points that their common zeros are for all names together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.build import added, multiplied
from calctool.algebra.field import prove_equal
from calctool.algebra.generators.unknowns import NoChange
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.roots import (
    LINE,
    Family,
    Interval,
    Point,
    Roots,
    compare,
    exact_point,
    rational_point,
)
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.solutions import Box, Move, Root, Solutions
from calctool.notation.system import Alternatives, System
from calctool.notation.tree import ZERO, Name, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.words.proofs import boxes as words

BITS = 128


def last_name_solutions(
    equations: Sequence[Tree], values: Mapping[str, Tree], box: Box | None, window: Box
) -> Solutions:
    """The solutions when all `values` are in the one name that the equations are in.

    Where they repeat in several names at once they are listed in the window only.
    """
    from calctool.algebra.roots import zeros

    (name,) = frozenset().union(*(each.names for each in equations))
    first, *others = sorted(equations, key=lambda tree: tree.size)
    if first.size > budget.LAST_NAME_NODES:
        raise NoChange
    line = _Line(name, first, tuple(others), dict(values))
    boxes = budget.LAST_NAME_BOXES
    found = zeros(first, name, (LINE if box is None else _closed(box, name),), boxes=boxes)
    coupled = any(not line.repeats(family.step) for family in found.families)
    if coupled:
        found = zeros(first, name, (_closed(window, name),), boxes=boxes)
    if found.flat or found.state != "complete" or found.undecided:
        raise NoChange
    roots = tuple(line.roots(found))
    scope = tuple((each, *window[each]) for each in values) if coupled else ()
    return Solutions(
        roots,
        (),
        "box" if coupled else "complete",
        "one-name",
        words.REPEATING if coupled else words.one_name(found.reason),
        (words.REPEATED,) if coupled else (),
        scope,
        moves=tuple(_moves(first, name, roots)),
    )


def _closed(box: Box, name: str) -> Interval:
    low, high = box[name]
    return Interval(rational_point(low), rational_point(high), (True, True))


class _Line(Struct, frozen=True):
    """The points over the line of one name; `others` are equations that must hold there too."""

    name: str
    equation: Tree
    others: tuple[Tree, ...]
    values: Mapping[str, Tree]

    def repeats(self, step: Tree) -> bool:
        """Whether all else is the same one step further."""
        further = {self.name: added((Name(self.name), step))}
        moving = (t for n, t in self.values.items() if n != self.name and self.name in t.names)
        return all(prove_equal(t, substitute(t, further)) for t in (*moving, *self.others))

    def roots(self, found: Roots) -> Iterator[Root]:
        times = {zero.at: zero.multiplicity for zero in found.zeros}
        for family in found.families:
            known = next((n for at, n in times.items() if compare(at, family.start) == 0), None)
            for start, step in self._repeating(family):
                yield from self._root(start, known, ((self.name, step),))
        for zero in found.zeros:
            if not any(_is_member(zero.at, family) for family in found.families):
                yield from self._root(zero.at, zero.multiplicity, ())

    def _repeating(self, family: Family) -> Iterator[tuple[Point, Tree]]:
        """The family with a step after which the equation, not only its zeros, is the same."""
        if family.start.tree is None:
            raise NoChange
        for count in (1, 2):
            step = family.step if count == 1 else multiplied((number(2), family.step))
            further = {self.name: added((Name(self.name), step))}
            if prove_equal(self.equation, substitute(self.equation, further)):
                yield family.start, step
                if count == 2:
                    yield exact_point(added((family.start.tree, family.step))), step
                return
        raise NoChange

    def _root(
        self, point: Point, times: int | None, periods: tuple[tuple[str, Tree], ...]
    ) -> Iterator[Root]:
        if all(curve(each, self.name).sign(point) == 0 for each in self.others):
            yield Root(self._place(point), None if self.others else times, periods)

    def _place(self, point: Point) -> TracedPlace:
        if point.tree is None:
            return TracedPlace(self.values, self.name, point)
        put = {self.name: point.tree}
        return TracedPlace({n: substitute(tree, put) for n, tree in self.values.items()})


def _is_member(point: Point, family: Family) -> bool:
    with working(BITS, 1):
        times = (point.ball(BITS) - family.start.ball(BITS)) / exact_point(family.step).ball(BITS)
        count = times.unique_fmpz()
    if count is None or family.start.tree is None:
        return False
    member = added((family.start.tree, multiplied((number(int(count)), family.step))))
    return compare(point, exact_point(member)) == 0


def _moves(equation: Tree, name: str, roots: Sequence[Root]) -> Iterator[Move]:
    """What is shown where all points have an exact form."""
    points = [_point(root) for root in roots]
    if not points or any(len(each) < len(roots[0].place.names) for each in points):
        return
    ones = Alternatives(tuple(System((each[name],)) for each in points))
    yield Move("solve-one", Relation(equation, "=", ZERO), ones, "real-roots")
    if len(points[0]) > 1:
        after = Alternatives(tuple(System(tuple(each.values())) for each in points))
        yield Move("back-substitute", ones, after, "real-roots")


def _point(root: Root) -> dict[str, Relation]:
    trees = {name: root.place.coordinate(name).tree() for name in root.place.names}
    return {n: Relation(Name(n), "=", tree) for n, tree in trees.items() if tree is not None}
