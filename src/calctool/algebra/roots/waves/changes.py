"""Changes of the variable for the rest of the line: where waves die out, or a root has no slope."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.build import divided, multiplied, raised
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found, Hit
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.points.point import Point, exact_point, rational_point
from calctool.algebra.roots.records import Interval
from calctool.algebra.roots.waves.cells import Mapped
from calctool.notation.tree import TWO, Call, Name, Tree, number
from calctool.notation.walk import substitute


class Inverted(Struct, frozen=True):
    """t = 1/x or -1/x."""

    side: int

    def of(self, t: Tree) -> Tree:
        """x, from t."""
        return divided(number(self.side), t)

    def back(self, x: Tree) -> Tree:
        """t, from x."""
        return divided(number(self.side), x)

    def bounds(self, low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
        """Bounds of x where t lies between these."""
        ends = sorted((self.side / low, self.side / high))
        return ends[0], ends[1]


class Squared(Struct, frozen=True):
    """x = t^2."""

    def of(self, t: Tree) -> Tree:
        """x, from t."""
        return raised(t, TWO)

    def back(self, x: Tree) -> Tree:
        """t, from x."""
        return Call("sqrt", (x,))

    def bounds(self, low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
        """Bounds of x where t > 0 lies between these."""
        return max(low, Fraction(0)) ** 2, high**2


class Exponential(Struct, frozen=True):
    """t = exp(x) or exp(-x)."""

    side: int

    def of(self, t: Tree) -> Tree:
        """x, from t."""
        return multiplied((number(self.side), Call("log", (t,))))

    def back(self, x: Tree) -> Tree:
        """t, from x."""
        return Call("exp", (multiplied((number(self.side), x)),))

    def bounds(self, low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
        """Bounds of x where t lies between these."""
        return _enclosed(self.of(number(low)), self.of(number(high)))


class Logarithmic(Struct, frozen=True):
    """t = log(x)."""

    def of(self, t: Tree) -> Tree:
        """x, from t."""
        return Call("exp", (t,))

    def back(self, x: Tree) -> Tree:
        """t, from x."""
        return Call("log", (x,))

    def bounds(self, low: Fraction, high: Fraction) -> tuple[Fraction, Fraction]:
        """Bounds of x where t lies between these."""
        return _enclosed(self.of(number(low)), self.of(number(high)))


def _enclosed(*ends: Tree) -> tuple[Fraction, Fraction]:
    found = [enclose(each, budget.ENCLOSED_DIGITS * 2) for each in ends]
    if None in found:
        raise Undecided
    listed = [end for each in found if each is not None for end in each]
    return min(listed), max(listed)


Change = Inverted | Squared | Exponential | Logarithmic


def turned(search: Effort, tree: Tree, rest: Interval, picture: Change) -> Found:
    """On a half line at whose end the waves die out, as the part next to 0 in a picture; on an
    interval with ends far apart by their logarithms."""
    seen = normalised(substitute(tree, {search.name: picture.of(Name(search.name))}))
    near = rest.end or rest.start
    if near is None or near.tree is None:
        raise Undecided
    if isinstance(picture, Inverted) and (near.low <= 0 if picture.side > 0 else near.high >= 0):
        raise Undecided
    stop = exact_point(picture.back(near.tree))
    start = rational_point(0)
    if isinstance(picture, Logarithmic) and rest.start is not None and rest.start.tree is not None:
        start = exact_point(picture.back(rest.start.tree))
    found = search.zeros(seen, Interval(start, stop))
    if found.state != "complete" or found.families or found.flat:
        raise Undecided
    hits = [Hit(_mapped(hit.at, picture), hit.times) for hit in found.hits]
    return replace(found, hits=tuple(sorted(hits, key=lambda hit: hit.at.low)))


def _mapped(far: Point, picture: Change) -> Point:
    if far.tree is not None:
        return exact_point(picture.of(far.tree))
    return Point(None, *picture.bounds(far.low, far.high), Mapped(far, picture))
