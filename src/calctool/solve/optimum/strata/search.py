"""Where candidates are looked for when nothing can be proved on the whole space."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.solutions import Box, Component, Root, Solutions
from calctool.algebra.solving import solutions
from calctool.notation.problem import Problem
from calctool.notation.tree import Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.constraint import Constraint
from calctool.solve.question import Stretch
from calctool.solve.stationary.short import is_rational
from calctool.words.extrema.kinks import REGION_BY_REGION
from calctool.words.proofs.boxes import NEVER_ZERO

Ends = tuple[Fraction | None, Fraction | None]
_FREE: Ends = (None, None)


class Search(Struct, frozen=True):
    """No feasible point lies outside of `box`, None where no such box is known; where nothing is
    proved of the whole space, candidates are looked for in `fallback`."""

    box: Box | None
    fallback: Box
    needed: tuple[Relation, ...] = ()
    """What points that are asked for keep besides."""

    def without(self, fixed: Mapping[str, Tree]) -> Search:
        """The same in the other names."""
        left = {name: ends for name, ends in self.fallback.items() if name not in fixed}
        needed = tuple(
            Relation(substitute(r.left, dict(fixed)), r.sign, substitute(r.right, dict(fixed)))
            for r in self.needed
        )
        return Search(None if self.box is None else {n: self.box[n] for n in left}, left, needed)

    def solved(self, equations: tuple[Tree, ...], names: tuple[str, ...]) -> Solutions:
        """Of points outside the box nobody asks: what repeats is listed inside it."""
        if not equations:
            return everything(names)
        box = None if all(map(is_rational, equations)) else self.box
        needed = self.needed
        found = solutions(equations, names, box=box, fallback_box=self.fallback, needed=needed)
        if found.state == "complete" or box is self.box:
            return found
        return solutions(equations, names, box=self.box, fallback_box=self.fallback, needed=needed)


def everything(names: tuple[str, ...]) -> Solutions:
    """The solutions of no equation: one point, where there are no names."""
    if not names:
        return Solutions((Root(TracedPlace({})),), (), "complete", "no-unknown", NEVER_ZERO)
    points = tuple((name, Name(name)) for name in names)
    whole = Component((), names, len(names), points, names)
    return Solutions((), (whole,), "complete", "no-equation", REGION_BY_REGION)


def search(
    stated: Mapping[str, Stretch],
    others: Iterable[Constraint],
    names: tuple[str, ...],
    region: Box | None,
) -> Search:
    """Outwards to rational ends: what lies beyond is sorted out later. `others` are inequalities,
    of which those in one name bound it; the `region` is a box that holds all feasible points."""
    found: dict[str, Ends] = {name: _stated(stated.get(name)) for name in names}
    for name, ends in filter(None, map(_bound, others)):
        found[name] = _met(found[name], ends)
    windows = {name: _window(*ends) for name, ends in found.items()}
    is_bounded = not any(None in ends for ends in found.values())
    return Search(windows if is_bounded else region, windows)


def _stated(stretch: Stretch | None) -> Ends:
    if stretch is None:
        return _FREE
    return _end(stretch.start, 0), _end(stretch.end, 1)


def _end(tree: Tree, side: int) -> Fraction | None:
    if is_infinite(tree):
        return None
    found = enclose(tree, budget.ENCLOSED_DIGITS)
    if found is None:
        raise Problem("question.domain-value")
    return found[side]


def _bound(each: Constraint) -> tuple[str, Ends] | None:
    """What an inequality in one name says of it."""
    bound = each.as_strict()
    found = enclose(bound.right, budget.ENCLOSED_DIGITS) if isinstance(bound.left, Name) else None
    if not isinstance(bound.left, Name) or found is None:
        return None
    return bound.left.id, (None, found[1]) if bound.sign == "<" else (found[0], None)


def _met(one: Ends, other: Ends) -> Ends:
    low = max((end for end in (one[0], other[0]) if end is not None), default=None)
    high = min((end for end in (one[1], other[1]) if end is not None), default=None)
    return _FREE if low is not None and high is not None and low > high else (low, high)


def _window(low: Fraction | None, high: Fraction | None) -> tuple[Fraction, Fraction]:
    """The default window, moved to where the stated part of the line begins or ends."""
    start, end = budget.TABLE_WINDOW
    if low is None:
        low = start if high is None else min(start, high + start - end)
    if high is None:
        high = max(end, low + end - start)
    return low, high
