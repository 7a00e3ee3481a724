"""A second opinion on limits far out: whether values in balls come as near as they should."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from flint import arb

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.germ.limit import Limit
from calctool.algebra.roots.functions.curve import Curve, curve
from calctool.algebra.roots.points.point import around
from calctool.notation.tree import Tree


def is_confirmed(tree: Tree, name: str, found: Limit) -> bool:
    """Whether f is seen to tend to the limit as x -> oo; of other kinds of limit nothing is asked.

    Nothing is proved here. Distances to the limit, 1/|f| for an infinite one, are taken at points
    whose logarithms double: powers of x and of log(x) at least halve them each time or shrink
    them by a steady factor, while the distance to a wrong limit stays.
    """
    if found.kind not in ("finite", "infinite") or tree.names - {name}:
        return True
    goal = _Goal(curve(tree, name), found)
    if found.kind == "finite" and goal.number(budget.BALL_BITS) is None:
        return found.value is None or bool(found.value.names)
    seen: list[tuple[arb, arb]] = []
    for power in reversed(budget.LIMIT_FAR_POWERS):
        bounds = goal.distances(power)
        if bounds is None:
            continue
        seen.insert(0, bounds)
        if _is_tiny(seen) or len(seen) == budget.LIMIT_FAR_POINTS:
            break
    return _is_tiny(seen) or _falls(seen)


class _Goal:
    """A function and what it should tend to."""

    def __init__(self, f: Curve, limit: Limit) -> None:
        self.f, self.limit = f, limit

    def number(self, bits: int) -> arb | None:
        tree = self.limit.value
        return (
            None if tree is None else curve(tree, "").value(around(Fraction(0), Fraction(0)), bits)
        )

    def distances(self, power: int) -> tuple[arb, arb] | None:
        """Bounds of the largest distance at some points near 2^power; None where none is known.

        Several points, because waves come close to their limit now and then.
        """
        for bits in _precisions(power):
            found = [self._distance(2**power + shift, bits) for shift in budget.LIMIT_FAR_SHIFTS]
            known = [each for each in found if each is not None]
            if known:
                with working(bits, 1):
                    return _largest([low for low, _ in known]), _largest([up for _, up in known])
        return None

    def _distance(self, x: Fraction | int, bits: int) -> tuple[arb, arb] | None:
        """Lower and upper bound, apart by little or both very small."""
        with working(bits, 1):
            at = self.f.value(around(Fraction(x), Fraction(x)), bits)
            if at is None or not at.is_finite():
                return None
            if self.limit.kind == "infinite":
                at = at * self.limit.sign
                if not at > 0:
                    return (arb(1), arb(1)) if at < 0 else None
                apart = 1 / at
            else:
                goal = self.number(bits)
                if goal is None:
                    return None
                apart = abs(at - goal)
            low, high = apart.abs_lower(), apart.abs_upper()
            sharp = high < low * budget.LIMIT_FAR_BLUR or high < _tiny()
            return (low, high) if sharp else None


def _precisions(power: int) -> Iterator[int]:
    """What differences of powers need, then what those of exponentials of x and x^2 may need."""
    yield budget.LIMIT_FAR_BITS + 4 * power
    if 4 << power <= budget.LIMIT_FAR_MOST_BITS:
        yield budget.LIMIT_FAR_BITS + (4 << power)
        yield budget.LIMIT_FAR_MOST_BITS


def _largest(values: list[arb]) -> arb:
    found = values[0]
    for value in values[1:]:
        found = found.max(value)
    return found


def _tiny() -> arb:
    return arb(2) ** -budget.LIMIT_FAR_TINY_BITS


def _is_tiny(seen: list[tuple[arb, arb]]) -> bool:
    return bool(seen and seen[-1][1] < _tiny())


def _falls(seen: list[tuple[arb, arb]]) -> bool:
    """Whether each distance is a part of the one before, and that part does not come close to 1."""
    parts = [float((after[1] / before[0]).mid()) for before, after in pairwise(seen)]
    if len(parts) > 1 and parts[-1] < budget.LIMIT_FAR_SUDDEN:
        return True
    if len(seen) < budget.LIMIT_FAR_POINTS:
        return False
    first, *_, before, last = parts
    if last <= budget.LIMIT_FAR_HALF:
        return last <= budget.LIMIT_FAR_STEADY * before
    return max(parts) < budget.LIMIT_FAR_SLOWEST and 1 - last >= budget.LIMIT_FAR_KEPT * (1 - first)
