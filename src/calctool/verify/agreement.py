"""Two expressions at sample points in ball arithmetic: what refutes, what counts as agreeing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from functools import partial
from itertools import islice

from calctool.algebra.ball import Ball, Growing, Lack, Program
from calctool.algebra.facts import is_switching
from calctool.budget import (
    CHECK_ATTEMPTS,
    CHECK_BITS,
    CHECK_OPERATIONS,
    CHECK_POINTS,
    CHECK_SHARED,
    CHECK_SWITCHING_POINTS,
    CHECK_UNTOLD,
)
from calctool.notation.tree import Applied, Call, Derivative, Piecewise, Tree
from calctool.notation.walk import walk
from calctool.verify.points import Point, points, points_beside
from calctool.verify.verdict import Finding, Verdict

Seen = list[int]
"""How often each outcome was met."""

_FEW = 2
"""Usable points that are enough to object to a proof."""

Values = tuple[Ball | Lack, Ball | Lack]


class Outcome(IntEnum):
    """What one point says; only balls around both values can agree or differ."""

    AGREE = 0
    DIFFER = 1
    OUTSIDE = 2
    NARROWER = 3
    UNTOLD = 4


def agreement(before: Tree, after: Tree) -> Finding:
    """Refuted by one point; sampled when enough points agree.

    Undecided as "narrower-domain" when `after` has no value where `before` has one, and as
    "nothing-usable" when too few points could be used.
    """
    return _agreement(before, after, [0] * len(Outcome), None)


def _agreement(before: Tree, after: Tree, seen: Seen, usable: Point | None) -> Finding:
    """With what was seen already, at points of which one was `usable`."""
    parts = {part for tree in (before, after) for part in walk(tree)}
    method = "taylor-balls" if any(isinstance(part, Derivative) for part in parts) else "balls"
    needed, wanted = _points_needed(parts)
    _look(before, after, wanted, seen, usable)
    if seen[Outcome.DIFFER] or seen[Outcome.NARROWER]:
        return _objection(seen, method)
    if seen[Outcome.AGREE] < needed:
        return Finding(Verdict.UNDECIDED, "nothing-usable", seen[Outcome.AGREE])
    return Finding(Verdict.SAMPLED, method, seen[Outcome.AGREE])


def objection(before: Tree, after: Tree) -> Finding | None:
    """What the first usable points have against a proof that two expressions are equal."""
    seen = [0] * len(Outcome)
    _look(before, after, _FEW, seen, None)
    return _objection(seen, "balls") if seen[Outcome.DIFFER] or seen[Outcome.NARROWER] else None


class SharedPoints:
    """The same points for all states of one derivation: what they share is worked out once."""

    def __init__(self, start: tuple[Tree, ...]) -> None:
        self._names = frozenset().union(*(tree.names for tree in start))
        self._start = start
        self._untried = enumerate(islice(points(start), CHECK_ATTEMPTS))
        self._points: list[tuple[int, Point]] = []
        self._values = Growing()

    def objection(self, before: Tree, after: Tree) -> Finding | None:
        """As `objection`; where too few of these points can be used, points of their own follow."""
        if not self._is_about(before, after):
            return objection(before, after)
        seen = [0] * len(Outcome)
        for number, point in self._usable():
            seen[_at(partial(self._at, before, after, number, point))] += 1
            if seen[Outcome.DIFFER] or seen[Outcome.AGREE] >= _FEW:
                break
            if seen[Outcome.UNTOLD] >= CHECK_UNTOLD:
                break
        if seen[Outcome.DIFFER] or seen[Outcome.NARROWER]:
            return _objection(seen, "balls")
        return None if seen[Outcome.AGREE] >= _FEW else objection(before, after)

    def agreement(self, before: Tree, after: Tree) -> Finding:
        """As `agreement`, beginning with what is known at the points of the start."""
        seen: Seen = [0] * len(Outcome)
        usable: Point | None = None
        if self._is_about(before, after):
            for number, point in self._points:
                outcome = _at(partial(self._at, before, after, number, point))
                seen[outcome] += 1
                if outcome is Outcome.AGREE:
                    usable = point
                if outcome is Outcome.DIFFER or seen[Outcome.AGREE] >= _FEW:
                    break
        return _agreement(before, after, seen, usable)

    def _is_about(self, before: Tree, after: Tree) -> bool:
        return before.names | after.names <= self._names

    def _usable(self) -> Iterator[tuple[int, Point]]:
        """The first points at which the start may have a value: elsewhere no state has one."""
        yield from self._points
        for number, point in self._untried:
            if len(self._points) == CHECK_SHARED:
                return
            ball = self._values.ball
            if Lack.UNDEFINED not in [ball(f, number, point, CHECK_BITS[0]) for f in self._start]:
                self._points.append((number, point))
                yield number, point

    def start_has_none(self) -> bool:
        """Whether the start has a value at none of the points that were tried."""
        return next(self._usable(), None) is None

    def _at(self, before: Tree, after: Tree, number: int, point: Point, bits: int) -> Values:
        ball = self._values.ball
        return ball(before, number, point, bits), ball(after, number, point, bits)


def _objection(seen: Seen, method: str) -> Finding:
    if seen[Outcome.DIFFER]:
        return Finding(Verdict.REFUTED, method, 1)
    return Finding(Verdict.UNDECIDED, "narrower-domain", seen[Outcome.AGREE])


def _points_needed(parts: set[Tree]) -> tuple[int, int]:
    """Least number of points that agree, and how many are looked for."""
    if not any(part.names or isinstance(part, Applied) for part in parts):
        return 1, 1
    switching = any(
        isinstance(part, Piecewise) or (isinstance(part, Call) and is_switching(part.function))
        for part in parts
    )
    return CHECK_POINTS, CHECK_SWITCHING_POINTS if switching else CHECK_POINTS


def _look(before: Tree, after: Tree, wanted: int, seen: Seen, usable: Point | None) -> None:
    """Compare both sides at points of their own until so many agree; the outcomes go to `seen`."""
    if seen[Outcome.DIFFER] or seen[Outcome.AGREE] >= wanted:
        return
    program = Program((before, after))
    work = 0

    def compare(some: Iterable[Point]) -> None:
        nonlocal usable, work
        for point in some:
            outcome = _at(partial(_balls, program, point, sum(seen)))
            seen[outcome] += 1
            usable = point if outcome is Outcome.AGREE else usable
            if seen[Outcome.DIFFER] or seen[Outcome.AGREE] >= wanted:
                return
            work += len(program)
            if seen[Outcome.UNTOLD] >= CHECK_UNTOLD or work > CHECK_OPERATIONS:
                return

    compare(islice(points((before, after)), CHECK_ATTEMPTS))
    if usable is not None and seen[Outcome.AGREE] < wanted:
        compare(islice(points_beside(usable), CHECK_POINTS))


def _balls(program: Program, point: Point, seed: int, bits: int) -> Values:
    before, after = program.balls(point, bits=bits, seed=seed)
    return before, after


def _at(values: Callable[[int], Values]) -> Outcome:
    """What is told by the values of both sides, which are had at any precision."""
    for bits in CHECK_BITS:
        before, after = values(bits)
        if before is Lack.UNDEFINED:
            return Outcome.OUTSIDE
        if isinstance(before, Lack):
            continue
        if after is Lack.UNDEFINED:
            return Outcome.NARROWER
        if isinstance(after, Lack):
            continue
        if not before.overlaps(after):
            return Outcome.DIFFER
        if _is_narrow(before, bits) and _is_narrow(after, bits):
            return Outcome.AGREE
    return Outcome.UNTOLD


def _is_narrow(ball: Ball, bits: int) -> bool:
    """Half the working precision is left; a value of zero must show itself at a higher one."""
    if bits == CHECK_BITS[0]:
        return bool(ball.rel_accuracy_bits() >= bits // 2)
    return bool(ball.rel_one_accuracy_bits() >= bits // 2)
