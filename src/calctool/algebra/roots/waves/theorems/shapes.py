"""Waves that come to have one shape: T(u), a trigonometric polynomial, and what dies out.

The function, over one of its coefficients, is T(u) + h. Let u' > 0 and let d be such that at each
u one of |T| and |T'| is more than d; let |h| < d and |h'| < d*u' on [X, oo). Zeros of the function
then lie where |T| < d; each interval on which that holds has T' != 0, so T runs through it from
-d to d or back, and the function has exactly one zero there, a simple one, as its slope is not 0.
So the zeros correspond to those of T: an arc with one zero of T at whose ends |T| > d is a cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import gcd, lcm

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball.over import over
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.analytic import derivative
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.points.point import simplest_between
from calctool.algebra.roots.waves.theorems.known import Known, Pattern, Turns, require
from calctool.algebra.roots.waves.wave import Wave
from calctool.notation.tree import PI, ZERO, Call, Name, Tree, number, rational

_TURN = "half turns"
"""No name that can be typed."""


def shaped(known: Known, turns: Turns, place: Fraction) -> Pattern:
    """The zeros beyond a place; Undecided where there is no shape without double zeros."""
    shape, left = _split(known)
    ends, margin = _arcs(shape)
    place = _settled(known, left, margin, place)
    values = [turns.angle(end, shape.period) for end in ends]
    return Pattern(known.wave, tuple(pairwise(values)), place, shape.period)


class _Shape(Struct, frozen=True):
    """T as a function of u/pi = `_TURN`, with a period after which T is T, or -T (`flip` -1)."""

    tree: Tree
    period: Fraction
    flip: int

    @property
    def slope(self) -> Tree:
        """T'"""
        return divided(derivative(self.tree, _TURN), PI)


class _Left(Struct, frozen=True):
    """What dies out: a coefficient, and how fast its wave turns."""

    size: Tree
    speed: Tree


def _split(known: Known) -> tuple[_Shape, list[_Left]]:
    """The shape and what is left, over a coefficient that no other one outgrows."""
    wave = known.wave
    ratios: dict[Wave, Fraction | None] = {}
    for each in (wave, *wave.others):
        ratios[each] = rational(normalised(divided(each.phase, wave.phase)))
    coefficients = [wave.base, *(c for each in ratios for c in (each.sine, each.cosine))]
    unit, limits = _over_greatest(known, coefficients)
    turned = {each: ratio for each, ratio in ratios.items() if ratio is not None}
    terms, left = [limits[wave.base]], [_Left(_less(wave.base, unit, limits[wave.base]), ZERO)]
    kept: list[Fraction] = []
    for each, ratio in ratios.items():
        speed = known.slope(each.phase)
        for kind, c in (("sin", each.sine), ("cos", each.cosine)):
            left.append(_Left(_less(c, unit, limits[c]), speed))
            if rational(limits[c]) == 0:
                continue
            if ratio is None:
                raise Undecided
            angle = multiplied((number(ratio), PI, Name(_TURN)))
            terms.append(multiplied((limits[c], Call(kind, (angle,)))))
            kept.append(turned[each])
    require(bool(kept))
    return _repeated(added(terms), kept, has_base=rational(terms[0]) != 0), left


def _repeated(tree: Tree, ratios: list[Fraction], *, has_base: bool) -> _Shape:
    """By the multiples of the phase in it."""
    unit = Fraction(
        gcd(*(ratio.numerator for ratio in ratios)), lcm(*(ratio.denominator for ratio in ratios))
    )
    parities = {int(ratio / unit) % 2 for ratio in ratios} | ({0} if has_base else set())
    if len(parities) > 1:
        return _Shape(tree, 2 / unit, 1)
    return _Shape(tree, 1 / unit, -1 if 1 in parities else 1)


def _less(c: Tree, unit: Tree, limit: Tree) -> Tree:
    return normalised(added((divided(c, unit), negated(limit))))


def _over_greatest(known: Known, coefficients: list[Tree]) -> tuple[Tree, dict[Tree, Tree]]:
    """One of them, and the limits of all over it, the constants that are not 0 throughout."""
    for unit in coefficients:
        if rational(unit) == 0:
            continue
        limits = {each: _limit(known, each, unit) for each in coefficients}
        kept = {each: limit for each, limit in limits.items() if limit is not None}
        if len(kept) == len(limits):
            return unit, kept
    raise Undecided


def _limit(known: Known, c: Tree, unit: Tree) -> Tree | None:
    if rational(c) == 0:
        return ZERO
    ratio = normalised(divided(c, unit))
    if known.search.name not in ratio.names:
        return ratio
    try:
        found = limit_at(ratio, known.search.name, None, -1)
    except (Undecided, Undefined):
        return None
    return found.value if found.kind == "finite" else None


def _settled(known: Known, left: list[_Left], margin: Fraction, place: Fraction) -> Fraction:
    """From where on what is left is smaller than the margin, and its slope than margin*u'."""
    sizes, slopes = [], []
    for each in left:
        place, size = known.absolute(each.size, place)
        if size == ZERO:
            continue
        place, growth = known.absolute(known.slope(size), place)
        place, speed = known.absolute(each.speed, place)
        sizes.append(size)
        slopes += [growth, multiplied((size, speed))]
    steep = multiplied((number(margin), known.slope(known.wave.phase)))
    for bound, parts in ((number(margin), sizes), (steep, slopes)):
        place, sign = known.beyond(normalised(added((bound, negated(added(parts))))), place)
        require(sign > 0)
    return place


# --- the zeros of the shape ---------------------------------------------------------------------


class _Box(Struct, frozen=True):
    """A part of the circle: T is more than the margin there, with this sign, or T' is (0)."""

    low: Fraction
    high: Fraction
    sign: int


def _arcs(shape: _Shape) -> tuple[tuple[Fraction, ...], Fraction]:
    """The ends of arcs with one zero each, in half turns, and d; no ends where T has no zero."""
    for n in range(budget.SHAPE_MARGINS):
        margin = Fraction(1, 2**n)
        boxes = list(_boxes(shape, Fraction(0), shape.period, margin, budget.SHAPE_DEPTH))
        if None not in boxes:
            return _ends([box for box in boxes if box], shape), margin
    raise Undecided


def _boxes(
    shape: _Shape, low: Fraction, high: Fraction, margin: Fraction, depth: int
) -> Iterator[_Box | None]:
    """None where neither is known to be more than the margin."""
    sign = _sign(shape.tree, low, high, margin)
    if sign or _sign(shape.slope, low, high, margin):
        yield _Box(low, high, sign)
        return
    if depth == 0:
        yield None
        return
    middle = (low + high) / 2
    for start, stop in ((low, middle), (middle, high)):
        for box in _boxes(shape, start, stop, margin, depth - 1):
            yield box
            if box is None:
                return


def _sign(tree: Tree, low: Fraction, high: Fraction, margin: Fraction) -> int:
    found = over(tree, _TURN, low, high)
    if found is None:
        return 0
    return 1 if found[0] > margin else -1 if found[1] < -margin else 0


def _ends(boxes: list[_Box], shape: _Shape) -> tuple[Fraction, ...]:
    """A simple number between any two neighbours of the zeros."""
    clear = [box for box in boxes if box.sign]
    require(bool(clear))
    groups = [[clear[0]]]
    for box in clear[1:]:
        if box.sign == groups[-1][-1].sign:
            groups[-1].append(box)
        else:
            groups.append([box])
    if len(groups) > 1 and groups[-1][-1].sign * shape.flip == clear[0].sign:
        last = groups.pop()
        groups[0] = [*(replace(b, low=b.low - shape.period, high=b.high - shape.period)
                       for b in last), *groups[0]]  # fmt: skip
    elif len(groups) == 1 and shape.flip == 1:
        return ()
    ends = [_simplest(group) for group in groups]
    return (*ends, ends[0] + shape.period)


def _simplest(group: list[_Box]) -> Fraction:
    joined: list[tuple[Fraction, Fraction]] = []
    for box in group:
        if joined and joined[-1][1] == box.low:
            joined[-1] = (joined[-1][0], box.high)
        else:
            joined.append((box.low, box.high))
    return min((simplest_between(*each) for each in joined), key=lambda end: end.denominator)
