"""Least values proved in balls: on small boxes f is above the value, around its places convex."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import inf, nextafter

from calctool import budget
from calctool.algebra.ball.numbers import Ball
from calctool.algebra.boxes.region import whole_box
from calctool.algebra.boxes.system import Corner as Ends
from calctool.algebra.build import negated
from calctool.algebra.extrema.enclosed.record import Constraint, Sloped
from calctool.algebra.extrema.enclosed.search import Asked, Spared, count_of_boxes
from calctool.algebra.extrema.symmetry import keeps, keeps_all, orbits
from calctool.algebra.generators.monotone import Inner, inner
from calctool.algebra.local.switches import switches
from calctool.notation.quoted import quoted, quoted_box
from calctool.notation.tree import Name, Relation, Sign, Tree, number
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed, rounded
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.existence.best_places import (
    Best,
    Target,
    candidate_at,
    height_of,
    place_of,
)
from calctool.solve.optimum.arguments.existence.ground import ground
from calctool.solve.optimum.arguments.existence.levels import against_zero, grown_box, level_of
from calctool.solve.optimum.arguments.listed import shortest
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Lacks, Task, Turn, claim
from calctool.solve.stationary.manifold import Manifold, gradient
from calctool.words.extrema.ladder import existence as words
from calctool.words.extrema.ladder import lacking
from calctool.words.extrema.ladder.arguments import ARGUMENTS
from calctool.words.extrema.ladder.inequalities import BEST

_CLOSED: dict[Sign, Sign] = {"<": "<=", ">": ">=", "=": "=", "<=": "<=", ">=": ">="}
_SIDES: dict[Sign, int] = {"=": 0, "<=": 1, ">=": -1, "<": 1, ">": -1}
_BETWEEN: tuple[Sign, Sign] = (">=", "<=")
_BITS = 64

Box = Mapping[str, tuple[Fraction, Fraction]]


def enclosed_values(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:  # noqa: ARG001
    """Whatever functions f is made of: outside of small boxes around the points with the best
    value f is beyond it, in balls (branch and bound); in these a Lagrangian is convex."""
    land, level = ground(task), level_of(task, turn)
    if level is None or land.jumps or any(each.sign == "!=" for each in land.stated):
        return None
    question = _Question(task, turn)
    box = question.box(level) if question.is_begun else None
    count = None if box is None else question.boxes_beyond(box)
    value = None if box is None else question.value
    if box is None or value is None:
        return None
    if count is None:
        facts = {"value": rounded(value), "box": quoted_box(_scope(box, task.names))}
        return Lacks("enclosed-values", lacking.BEST_FOUND[turn].filled(**facts), weight=3)
    best = question.best
    is_alike = question.is_alike
    numbers = tuple(each.number for each in best if each.number is not None)
    listed = is_alike and len(numbers) == len(best)
    places = () if listed or not is_alike else tuple(place_of(each, task.names) for each in best)
    id = "enclosed-values"
    lines = (
        *_lines(task, turn, level, box, [each.spared for each in best], count),
        ProofLine("best-candidate", claim(task.f, turn, value, True), BEST[turn]),
    )
    return Bound(
        value,
        True,
        id,
        ARGUMENTS[id],
        lines,
        at=tuple(each for each in places if each is not None),
        chosen=numbers if listed else (),
    )


class _Question:
    """The least value of g, and the places that have it as far as they are found."""

    def __init__(self, task: Task, turn: Turn) -> None:
        listing = task.listing
        inside = inner(task.f) if listing.is_inner else Inner(task.f)
        sign = -1 if turn * (listing.sign if listing.is_inner else 1) > 0 else 1
        self.task, self.turn, self.land = task, turn, ground(task)
        self.target = Target(inside.tree if sign > 0 else negated(inside.tree), sign, task.names)
        self._conditions = [
            Relation(against_zero(each).left, each.sign, each.right)
            for each in (*self.land.ends, *self.land.own)
            if each.sign in _CLOSED
        ]
        self.places = list(self._listed())

    def _listed(self) -> Iterator[Best]:
        """The best of those that are known, and all that cannot be told from it, if each has a
        box."""
        listed = enumerate(self.task.listing.candidates)
        heights = {i: (c, h) for i, c in listed if c.is_certain and (h := height_of(c)) is not None}
        signed = {i: height * self.target.sign for i, (_, height) in heights.items()}
        most = min((height.upper() for height in signed.values()), default=None)
        self.is_begun = bool(signed)
        for i, height in signed.items():
            if most is None or height > most:
                continue
            candidate = heights[i][0]
            corner = candidate.corner
            spared = None if corner is None else self.target.spared(corner)
            if spared is None:
                self.is_begun = False
                return
            yield Best(i, candidate, height, spared)

    @property
    def most(self) -> Ball:
        """A number that g has at most where it is least."""
        return min(each.height.upper() for each in self.places)

    @property
    def best(self) -> list[Best]:
        """Those that cannot be told from the best of all."""
        most = self.most
        return [each for each in self.places if not each.height > most]

    @property
    def value(self) -> Exact | None:
        """The best value, or bounds of it."""
        best = self.best
        values = [each.candidate.value for each in best]
        if self.is_alike:
            return shortest(values)
        ends = [(v.low, v.high) for v in values if v and v.low is not None and v.high is not None]
        if len(ends) < len(values):
            return None
        outer = min if self.turn < 0 else max
        return enclosed(outer(low for low, _ in ends), outer(high for _, high in ends))

    @property
    def is_alike(self) -> bool:
        """Whether all of the best have one value: known exactly, or as motions that leave the
        question as it is carry each to the others: f is least at one of them, and at no other
        point."""
        best = self.best
        if len(best) == 1:
            return True
        chosen = self.task.listing.best(self.turn)
        if chosen and {*chosen} == {each.number for each in best}:
            return True
        places = [each.candidate.corner.place for each in best if each.candidate.corner]
        names = self.task.names
        boxes = [[place.coordinate(name).bounds(_BITS) for name in names] for place in places]
        sides = [(each.left, _SIDES[each.sign]) for each in self._conditions]
        g = self.target.g
        found = orbits(names, boxes, lambda m: keeps(g, m) and keeps_all(sides, m))
        return len({*found}) == 1

    # --- the rest of the set ---

    def box(self, level: Relation) -> Box | None:
        """Outside of it are no points of the set at which f is as good as the level."""
        ends = (*self.land.ends, *self.land.own)
        found = whole_box((*map(against_zero, ends), level), self.task.names, ends)
        found = found or grown_box(self.task, self.turn, level)
        return None if found is None else {name: self._kept(name, found) for name in found}

    def _kept(self, name: str, box: Box) -> tuple[Fraction, Fraction]:
        low, high = box[name]
        side = dict(self.task.sides).get(name)
        if side is None:
            return low, high
        start, end = _end(side.start, 0), _end(side.end, 1)
        return (
            low if start is None else max(low, start),
            high if end is None else min(high, end),
        )

    def boxes_beyond(self, box: Box) -> int | None:
        """How many boxes show that g is above its best value elsewhere."""
        names = self.task.names
        asked = Asked(
            names,
            Sloped(self.target.g, self.target.slopes),
            tuple(
                Constraint(Sloped(each.left, gradient(each.left, names)), _CLOSED[each.sign])
                for each in self._conditions
            ),
            self.most,
            tuple(_floats(box[name]) for name in names),
            tuple(each.spared for each in self.places),
            self._flat(),
        )
        return count_of_boxes(asked, budget.VALUE_BOX_WORK, self._further)

    def _further(self, box: Ends) -> tuple[Ball, Spared] | None:
        """A place that is not listed, in a small box that cannot be settled."""
        sides = [(each.left, _SIDES[each.sign]) for each in self._conditions]
        corner = self.target.found_near([(low + high) / 2 for low, high in box], sides)
        candidate = None if corner is None else candidate_at(corner, self.task.f)
        if corner is None or candidate is None or (any(corner.sides) and not self._has_all_edges):
            return None
        height, spared = height_of(candidate), self.target.spared(corner)
        if height is None or spared is None or not _meets(spared.box, box):
            return None
        self.places.append(Best(None, candidate, height * self.target.sign, spared))
        return self.most, spared

    @property
    def _has_all_edges(self) -> bool:
        return self.land.has_all_edges and self.land.is_closed

    def _flat(self) -> tuple[Tree, ...]:
        """Zero at each point of the set at which g is least and no inequality holds with =."""
        if not self._has_all_edges or self.land.jumps or switches(self.target.g):
            return ()
        equations = [each.left for each in self._conditions if each.sign == "="]
        if not equations:
            return self.target.slopes
        corners = (each.candidate.corner for each in self.places)
        manifolds = (corner.manifold for corner in corners if corner is not None)
        alike = next((one for one in manifolds if {*one.constraints} == {*equations}), None)
        if alike is None and len(equations) > 1:
            return ()
        made = alike or Manifold(self.target.g, tuple(equations), self.task.names)
        return made.dependence


def _meets(box: Ends, other: Ends) -> bool:
    pairs = zip(box, other, strict=True)
    return all(low <= end and start <= high for (low, high), (start, end) in pairs)


def _end(tree: Tree, side: int) -> Fraction | None:
    """Outside of an end of a side, as far as it is not exact; None where it is infinite."""
    if is_infinite(tree):
        return None
    value = exact(exact_value(tree))
    return value.low if side == 0 else value.high


def _floats(ends: tuple[Fraction, Fraction]) -> tuple[float, float]:
    """The floats at or just outside."""
    low, high = map(float, ends)
    return (
        low if Fraction(low) <= ends[0] else nextafter(low, -inf),
        high if Fraction(high) >= ends[1] else nextafter(high, inf),
    )


# --- what is said -------------------------------------------------------------------------------


def _lines(
    task: Task, turn: Turn, level: Relation, box: Box, around: Sequence[Spared], count: int
) -> Iterator[ProofLine]:
    whole = quoted_box(_scope(box, task.names))
    inside = tuple(
        Relation(Name(name), sign, number(end))
        for name, ends in box.items()
        for sign, end in zip(_BETWEEN, ends, strict=True)
    )
    why = words.ONLY_INSIDE.filled(box=whole, level=quoted(level))
    yield ProofLine("bounded-level-set", (), why, sort="place", also=inside)
    for each in around:
        id = "lowest-terms-nearby" if each.is_flat else "convex-nearby"
        why = (words.FLAT_NEARBY if each.is_flat else words.NEARBY)[turn]
        yield ProofLine(id, (), why.filled(box=_short(task, each.box)))
    yield ProofLine("boxes-beyond", (), words.BOXES[turn].filled(count=count))


def _scope(box: Box, names: Sequence[str]) -> list[tuple[str, Fraction, Fraction]]:
    return [(name, *box[name]) for name in names]


def _short(task: Task, box: Ends) -> str:
    """With few digits."""
    sides = zip(task.names, box, strict=True)
    return quoted_box((name, _rounded(low), _rounded(high)) for name, (low, high) in sides)


def _rounded(end: float) -> Fraction:
    return Fraction(round(end * 10**4), 10**4)
