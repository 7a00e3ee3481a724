"""Zeros on a bounded interval by ball arithmetic: boxes without zero, with one, or undecided."""

from __future__ import annotations

from collections import deque
from fractions import Fraction

from flint import arb
from msgspec import Struct, field
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found, Hit, is_inside
from calctool.algebra.roots.free.monotone_ends import is_free_by_terms
from calctool.algebra.roots.free.small_waves import is_free_of_small_waves
from calctool.algebra.roots.functions.analytic import Analytic
from calctool.algebra.roots.functions.curve import Curve
from calctool.algebra.roots.methods.multiple import order_on
from calctool.algebra.roots.points.closed_forms import recognised
from calctool.algebra.roots.points.nearby import exact_candidates
from calctool.algebra.roots.points.point import Point, around, compare, rational_point
from calctool.algebra.roots.records import Box, Interval
from calctool.algebra.roots.seen import note

SPLIT = Fraction(5081, 10007)
"""Off the middle: zeros like to sit on round numbers."""


class Boxes(Struct):
    """The work list of one search."""

    search: Effort
    curve: Curve
    narrow: Fraction
    single: list[tuple[Fraction, Fraction, int]] = field(default_factory=list)
    exact: list[Fraction] = field(default_factory=list)
    multiple: list[Hit] = field(default_factory=list)
    open: list[Box] = field(default_factory=list)

    def run(self, low: Fraction, high: Fraction) -> None:
        """Wide boxes first: what piles up at a singular point is what stays open."""
        waiting = deque([(low, high)])
        while waiting and len(self.single) <= budget.BOX_ZEROS and self.search.may_open_box():
            a, b = waiting.popleft()
            jet = self.curve.on(a, b, 1, budget.BOX_BITS)
            if jet is not None and (self._settled(a, b, jet) or self._multiple(a, b)):
                continue
            if b - a < self.narrow:
                self.open.append((a, b))
                continue
            middle = _short(a + (b - a) * SPLIT, b - a)
            waiting += [(a, middle), (middle, b)]
        self.open += waiting

    def _settled(self, a: Fraction, b: Fraction, jet: list[arb]) -> bool:
        """Whether the box holds no zero, or exactly one simple one."""
        if not jet[0].contains(0):
            return True
        if jet[1].contains(0):
            return self._mean_value(a, b, jet)
        try:
            left, right = self.curve.at(a), self.curve.at(b)
        except (Undecided, Undefined):
            return False
        self.exact += [end for end, sign in ((a, left), (b, right)) if sign == 0]
        if left * right < 0:
            self.single.append((a, b, right))
            note(a, b)
        return True

    def _multiple(self, a: Fraction, b: Fraction) -> bool:
        """Whether an exact point is the only zero in and around the box, if there is one."""
        if _exponent(b - a) not in budget.BOX_CANDIDATE_WIDTHS:
            return False
        margin = (b - a) / 4
        low, high = a - margin, b + margin
        for point in exact_candidates(self.curve.tree, self.curve.name, low, high):
            times = order_on(self.curve, point, low, high)
            if times is not None:
                self.multiple.append(Hit(point, times))
                return True
        return False

    def _mean_value(self, a: Fraction, b: Fraction, jet: list[arb]) -> bool:
        middle = _short((a + b) / 2, b - a)
        at = self.curve.on(middle, middle, 0, budget.BOX_BITS)
        if at is None:
            return False
        with working(budget.BOX_BITS, 1):
            value = at[0] + jet[1] * (around(a, b) - around(middle, middle))
            return bool(value.is_finite() and not value.contains(0))


def _short(value: Fraction, width: Fraction) -> Fraction:
    """Rounded to a binary fraction far shorter than the box."""
    scale = 2 ** max(0, 12 - _exponent(width))
    return Fraction(round(value * scale), scale)


def _exponent(width: Fraction) -> int:
    return width.numerator.bit_length() - width.denominator.bit_length()


def by_boxes(search: Effort, p: Analytic, piece: Interval) -> Found:
    """Subdivision of the part of the piece that lies in the window."""
    if search.whole and search.is_unbounded(piece):
        raise Undecided
    part = search.windowed(piece)
    if part is None or part.start is None or part.end is None:
        return Found(state="window", methods=("subdivision",))
    found = _inside(search, p, piece, (part.start.low, part.end.high))
    is_cut = search.is_unbounded(piece) and not found.undecided
    return replace(found, state="window") if is_cut else found


def _inside(search: Effort, p: Analytic, piece: Interval, box: Box) -> Found:
    """Without the open boxes at ends of the piece that certainly hold no zero."""
    found = by_subdivision(search, p, piece, *box)
    left = [each for each in found.undecided if not _is_end(search, p, piece, each)]
    return replace(found, undecided=tuple(left), state="partial" if left else "complete")


def _is_end(search: Effort, p: Analytic, piece: Interval, box: Box) -> bool:
    """Whether an undecided box lies at an end of the piece and holds no zero inside it."""
    low, high = box
    for end, side in ((piece.start, 1), (piece.end, -1)):
        if end is not None and low <= end.high and end.low <= high:
            outer: Point = rational_point(high if side > 0 else low)
            rest = Interval(end, outer) if side > 0 else Interval(outer, end)
            return is_free_of_small_waves(search, p, rest) or is_free_by_terms(search, p, rest)
    return False


def by_subdivision(
    search: Effort, p: Analytic, piece: Interval, low: Fraction, high: Fraction
) -> Found:
    """The zeros on the closed box [low, high] that lie strictly inside the piece."""
    boxes = Boxes(search, p.curve, max(high - low, Fraction(1)) / 2**budget.BOX_HALVINGS)
    boxes.run(low, high)
    hits = [Hit(recognised(p, a, b, side)) for a, b, side in boxes.single]
    hits += [Hit(rational_point(value)) for value in dict.fromkeys(boxes.exact)]
    hits += _apart(boxes.multiple)
    left = _merged(boxes.open)
    kept = tuple(hit for hit in _sorted(hits) if is_inside(hit.at, piece))
    return Found(
        kept, "partial" if left else "complete", undecided=tuple(left), methods=("subdivision",)
    )


def _sorted(hits: list[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: hit.at.low)


def _merged(boxes: list[Box]) -> list[Box]:
    found: list[Box] = []
    for a, b in sorted(boxes):
        if found and a <= found[-1][1]:
            found[-1] = (found[-1][0], max(b, found[-1][1]))
        else:
            found.append((a, b))
    return found


def _apart(hits: list[Hit]) -> list[Hit]:
    """Each multiple zero once: two neighbouring boxes may both have met it."""
    found: list[Hit] = []
    for hit in hits:
        if all(compare(hit.at, other.at) for other in found):
            found.append(hit)
    return found
