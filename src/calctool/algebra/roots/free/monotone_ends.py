"""No zero next to a singular end: each term is monotonous there, so that its range is known."""

from __future__ import annotations

from fractions import Fraction

from flint import arb

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.field.ring import Element, UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.analytic import Analytic, derivative, written
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.points.point import Point, around
from calctool.algebra.roots.records import Interval
from calctool.notation.tree import Tree

WAVES = frozenset({"sin", "cos"})


def is_free_by_terms(search: Effort, p: Analytic, interval: Interval) -> bool:
    """Whether the ranges of the terms on the bounded open interval add up to no zero."""
    if interval.start is None or interval.end is None:
        return False
    ring, bits = p.field.ring, budget.BALL_BITS
    try:
        with working(bits, 1):
            low, high = arb(0), arb(0)
            for powers, c in p.terms():
                wave = {i for i, n in enumerate(powers) if n and _is_wave(p, i)}
                rest = tuple(0 if i in wave else n for i, n in enumerate(powers))
                term = written(p, Element(ring, ring.polynomial({rest: c}), ring.one))
                ends = [_end(search, term, interval, side) for side in (1, -1)]
                if wave:
                    kept = {i: n for i, n in enumerate(powers) if i in wave}
                    ends = [end * most for end in ends for most in _sizes(p, kept, interval)]
                low, high = low + _least(ends), high - _least([-end for end in ends])
            return bool(low > 0 or high < 0)
    except (Undecided, Undefined, UnknownError):
        return False


def _sizes(p: Analytic, waves: dict[int, int], interval: Interval) -> list[arb]:
    """Bounds of a product of waves: those on the interval where it has values there, else 1."""
    assert interval.start is not None  # noqa: S101 (the interval is bounded)
    assert interval.end is not None  # noqa: S101
    ring = p.field.ring
    powers = tuple(waves.get(i, 0) for i in range(ring.capacity))
    tree = written(p, Element(ring, ring.polynomial({powers: 1}), ring.one))
    box = curve(tree, p.name).on(interval.start.low, interval.end.high, 0, budget.BALL_BITS)
    if box is None or not box[0].is_finite():
        return [arb(1), arb(-1)]
    return [box[0].lower(), box[0].upper()]


def _is_wave(p: Analytic, index: int) -> bool:
    return p.moves(index) and p.kernel(index).kind in WAVES


def _least(values: list[arb]) -> arb:
    found = values[0]
    for value in values[1:]:
        found = found.min(value)
    return found


def _end(search: Effort, term: Tree, interval: Interval, side: int) -> arb:
    """The value or the limit of a term that is monotonous on the interval."""
    if search.name in term.names:
        slope = derivative(term, search.name)
        if search.exactly().zeros(slope, interval).all_points():
            raise Undecided
    end = interval.start if side > 0 else interval.end
    assert end is not None  # noqa: S101 (the interval is bounded)
    return _value(term, search.name, end, side)


def _value(term: Tree, name: str, end: Point, side: int) -> arb:
    at = curve(term, name).value(end.ball(budget.BALL_BITS), budget.BALL_BITS)
    if at is not None and at.is_finite():
        return at
    limit = limit_at(term, name, end, side)
    if limit.kind == "infinite":
        return arb.pos_inf() if limit.sign > 0 else arb.neg_inf()
    if limit.value is None:
        raise Undecided
    zero = around(Fraction(0), Fraction(0))
    found = curve(limit.value, name).value(zero, budget.BALL_BITS)
    if found is None:
        raise Undecided
    return found
