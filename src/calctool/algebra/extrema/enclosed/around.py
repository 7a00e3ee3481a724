"""A neighbourhood in which a point is least: there a Lagrangian is convex that f is not below.

Let g = 0, or u = -side*g >= 0, hold on the set, m the multipliers at p and L = f - sum m*g +
r*sum g^2. With m of the right sign f >= L where each u is at most |m|/r, and L has gradient 0 and
the value of f at p: where its second derivatives are positive definite on a box around p, f >= f(p)
at all points of the set in it. (Augmented Lagrangian: Nocedal and Wright 2006, 17.3.)
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nextafter

from flint import arb
from msgspec import Struct

from calctool.algebra.ball.numbers import Lack, working
from calctool.algebra.boxes.system import Corner, balls
from calctool.algebra.extrema.enclosed.record import Values, may_vanish
from calctool.notation.tree import Tree

BITS = 96
HALVINGS = 10
"""Of the neighbourhoods that are tried."""
START = 1.0
WEIGHTS = (0, 1, 10, 100, 1000)
"""Of the squares of constraints, in units of the second derivatives."""

Row = tuple[Tree, ...]


class Active(Struct, frozen=True):
    """A constraint that holds with = at the point: its slopes and second derivatives; `side` is 0
    for g = 0, 1 for g <= 0 and -1 for g >= 0; `weight` the multiplier of g."""

    g: Tree
    slopes: Row
    bends: tuple[Row, ...]
    side: int
    weight: arb


class Point(Struct, frozen=True):
    """Where f with these second derivatives is stationary under the active constraints;
    `switching` are functions at whose zeros a formula changes."""

    names: tuple[str, ...]
    at: tuple[arb, ...]
    bends: tuple[Row, ...]
    active: tuple[Active, ...]
    switching: tuple[Tree, ...] = ()


def neighbourhood(point: Point) -> Corner | None:
    """A box around the point in which no point of the set has a smaller value."""
    with working(BITS, 1):
        around = _Around(point)
        if not around.has_right_signs:
            return None
        size = START
        for _ in range(HALVINGS):
            box = box_around(point.at, size)
            if any(around.is_convex(box, weight) for weight in WEIGHTS):
                return box
            size /= 2
    return None


def box_around(at: Sequence[arb], size: float) -> Corner:
    """All that is no further than `size` from the point in any name."""
    return tuple(
        (nextafter(float(b.lower()), -inf) - size, nextafter(float(b.upper()), inf) + size)
        for b in at
    )


class _Around:
    def __init__(self, point: Point) -> None:
        self.names, self.active = point.names, point.active
        size = len(point.names)
        self.pairs = [(i, j) for i in range(size) for j in range(i + 1)]
        trees = [point.bends[i][j] for i, j in self.pairs]
        for each in point.active:
            trees += [each.g, *each.slopes, *(each.bends[i][j] for i, j in self.pairs)]
        self._values = Values(trees, point.names)
        self._switching = Values(point.switching, point.names)

    @property
    def has_right_signs(self) -> bool:
        """Whether leaving an inequality inwards makes f greater, certainly."""
        return all(not each.side or each.weight * -each.side > 0 for each in self.active)

    def is_convex(self, box: Corner, weight: int) -> bool:
        """Whether L has positive definite second derivatives there, and f is not below it."""
        found = self._values.at(balls(box))
        known = [each for each in found if not isinstance(each, Lack)]
        # Where a formula changes, f may have a kink that no second derivative tells of.
        switching = self._switching.at(balls(box))
        if len(known) < len(found) or any(map(may_vanish, switching)):
            return False
        count = len(self.pairs)
        matrix = dict(zip(self.pairs, known[:count], strict=True))
        scale = 1 + max(float(abs(each).upper()) for each in known[:count])
        at = count
        for each in self.active:
            g, slopes = known[at], known[at + 1 : at + 1 + len(self.names)]
            bends = known[at + 1 + len(self.names) :][:count]
            at += 1 + len(self.names) + count
            r = arb(weight * scale / (1 + max(float(abs(s).upper()) for s in slopes) ** 2))
            if each.side and not abs(each.weight) >= r * abs(g).upper():
                r = (abs(each.weight) / (abs(g).upper() + arb(2) ** -40)).lower()
            for (i, j), bend in zip(self.pairs, bends, strict=True):
                matrix[i, j] += 2 * r * slopes[i] * slopes[j] + (2 * r * g - each.weight) * bend
        return _is_positive(matrix, len(self.names))


def _is_positive(matrix: dict[tuple[int, int], arb], size: int) -> bool:
    """All pivots of a symmetric matrix, given below its diagonal."""
    rest = dict(matrix)
    for k in range(size):
        pivot = rest[k, k]
        if not pivot > 0:
            return False
        for i in range(k + 1, size):
            for j in range(k + 1, i + 1):
                rest[i, j] -= rest[i, k] * rest[j, k] / pivot
    return True
