"""Branch and bound: boxes without zero, with exactly one, or undecided; none is ever dropped."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from msgspec import Struct, field

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.boxes.square_subsystem import Chooser
from calctool.algebra.boxes.system import Balls, Corner, System, balls, corner

SPLIT = 0.5077
"""Off the middle: solutions like to sit on round numbers."""
MARGIN = 0.125
"""Krawczyk's test is made on a box that is wider by this share of its width on each side."""
SHRUNK = 0.7


class Single(Struct, frozen=True):
    """`around` holds exactly one solution of the square system, and that lies in `inside`."""

    system: System
    around: Balls
    inside: Balls


class Search(Struct):
    """The work list of one search."""

    chooser: Chooser
    narrow: float
    singles: list[Single] = field(default_factory=list)
    open: list[Corner] = field(default_factory=list)
    opened: int = 0

    def run(self, start: Corner) -> None:
        """Wide boxes first: what piles up at a singular point is what stays open."""
        waiting = deque([start])
        most = budget.SYSTEM_BOXES
        if len(start) > budget.SYSTEM_BOX_NAMES:
            most = min(most, budget.SYSTEM_BOX_WORK // self.chooser.work)
        with working(budget.SYSTEM_BOX_BITS, 2):
            while waiting and self.opened < most:
                self.opened += 1
                box = waiting.popleft()
                rest = self._rest(box)
                if rest is None:
                    continue
                if width(rest) < self.narrow:
                    self.open.append(rest)
                elif width(rest) < SHRUNK * width(box):
                    waiting.append(rest)
                else:
                    waiting += halves(rest)
        self.open += waiting

    def _rest(self, box: Corner) -> Corner | None:
        """The part of the box that may still hold solutions, None when it is settled."""
        at = balls(box)
        system = self.chooser.system(at)
        if system.is_free_of_zeros(at):
            return None
        wide = balls(_wider(box, self.narrow))
        found = system.krawczyk(wide)
        if found is None:
            wide, found = at, system.krawczyk(at)
        if found is None:
            return box
        if any(not f.overlaps(a) for f, a in zip(found, at, strict=True)):
            return None
        if all(w.contains_interior(f) for w, f in zip(wide, found, strict=True)):
            self._keep(Single(system, wide, found), box)
            return None
        return meet(box, corner(found))

    def _keep(self, one: Single, box: Corner) -> None:
        rivals = (other for other in self.singles if other.system is one.system)
        known = {is_same(one, other) for other in rivals}
        if None in known:
            self.open.append(box)
        elif True not in known:
            self.singles.append(one)


def is_same(one: Single, other: Single) -> bool | None:
    """Whether two boxes with one solution each hold the same one; a few refinements tell."""
    a, b = one.inside, other.inside
    for _ in range(budget.SYSTEM_BOX_STEPS):
        if any(not p.overlaps(q) for p, q in zip(a, b, strict=True)):
            return False
        if _within(a, other.around) or _within(b, one.around):
            return True
        a, b = one.system.krawczyk(a) or a, other.system.krawczyk(b) or b
    return None


def _within(inner: Balls, outer: Balls) -> bool:
    return all(o.contains(i) for i, o in zip(inner, outer, strict=True))


def _wider(box: Corner, least: float) -> Corner:
    margins = [MARGIN * (b - a) + least for a, b in box]
    return tuple((a - m, b + m) for (a, b), m in zip(box, margins, strict=True))


def clusters(boxes: list[Corner], gap: float) -> list[Corner]:
    """Boxes that touch, or nearly do, as one box around them."""
    found: list[Corner] = []
    for box in sorted(boxes):
        joined, apart = box, []
        for other in found:
            if _touch(joined, other, gap):
                joined = _around(joined, other)
            else:
                apart.append(other)
        found = [*apart, joined]
    return found if len(found) == len(boxes) else clusters(found, gap)


def _touch(a: Corner, b: Corner, gap: float) -> bool:
    return all(p <= s + gap and r <= q + gap for (p, q), (r, s) in zip(a, b, strict=True))


def _around(a: Corner, b: Corner) -> Corner:
    return tuple((min(p, r), max(q, s)) for (p, q), (r, s) in zip(a, b, strict=True))


# --- boxes by their ends -------------------------------------------------------------------------


def width(box: Corner) -> float:
    """Of its longest side."""
    return max(b - a for a, b in box)


def meet(box: Corner, other: Corner) -> Corner | None:
    """What both hold."""
    ends = tuple((max(a, c), min(b, d)) for (a, b), (c, d) in zip(box, other, strict=True))
    return None if any(a > b for a, b in ends) else ends


def is_within(box: Corner, other: Corner) -> bool:
    """Whether the other one holds all of the box."""
    return all(c <= a and b <= d for (a, b), (c, d) in zip(box, other, strict=True))


def without(box: Corner, other: Corner) -> list[Corner]:
    """The box without the inside of the other one, in pieces side by side."""
    parts: list[Corner] = []
    rest = list(box)
    for i, ((a, b), (c, d)) in enumerate(zip(box, other, strict=True)):
        if d <= a or b <= c:
            return [box]
        if a < c:
            parts.append((*rest[:i], (a, c), *rest[i + 1 :]))
        if d < b:
            parts.append((*rest[:i], (d, b), *rest[i + 1 :]))
        rest[i] = (max(a, c), min(b, d))
    return parts


def halves(box: Corner, weights: Sequence[float] = ()) -> list[Corner]:
    """Cut across the longest side, in units of the weights; the box itself where it is a point."""
    scale = weights or (1.0,) * len(box)
    index = max(range(len(box)), key=lambda i: (box[i][1] - box[i][0]) * scale[i])
    low, high = box[index]
    cut = low + (high - low) * SPLIT
    return [
        (*box[:index], (low, cut), *box[index + 1 :]),
        (*box[:index], (cut, high), *box[index + 1 :]),
    ]
