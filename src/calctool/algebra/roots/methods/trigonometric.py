"""Trigonometric polynomials in one angle: all zeros through cos, sin or the half tangent."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor

from msgspec import Struct

from calctool import budget
from calctool.algebra.algebraic import real_roots
from calctool.algebra.ball.constants import enclose
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.field.ring import Element
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found, Hit, sorted_hits
from calctool.algebra.roots.functions.analytic import Analytic, coefficients, written
from calctool.algebra.roots.methods.angles import (
    Angle,
    Value,
    of_cosine,
    of_half_tangent,
    of_sine,
    part_of_pi,
)
from calctool.algebra.roots.periods.families import Progression, members
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.algebra.roots.points.norms import univariate
from calctool.algebra.roots.points.radicals import algebraic_tree
from calctool.algebra.roots.records import LINE, Interval, State
from calctool.notation.tree import PI, TWO, Name, Tree, number

HALF_TANGENT = "half tangent"
"""No name that can be typed."""
_DIGITS = 6
"""Of a constant that is compared with the range of an angle."""


class Trigonometric(Struct, frozen=True):
    """A polynomial in the sine and the cosine of one angle, generators `sine` and `cosine`."""

    p: Analytic
    sine: int
    cosine: int
    angle: Element


def in_one_angle(p: Analytic) -> Trigonometric | None:
    kinds = {p.kernel(index).kind for index in p.moving}
    if not kinds or not kinds <= {"sin", "cos"}:
        return None
    kernels = [p.kernel(index) for index in p.moving]
    first = kernels[0]
    if any(k.arguments[0].key != first.arguments[0].key or k.data != first.data for k in kernels):
        return None
    field = p.field
    sine, cosine = (
        next(iter(field.kernel(kind, first.arguments, first.data).used()))
        for kind in ("sin", "cos")
    )
    return Trigonometric(p, sine, cosine, first.arguments[0] / first.step)


def angles(search: Effort, form: Trigonometric) -> list[Angle]:
    """All angles in (-pi, pi] at which the polynomial vanishes."""
    p = form.p
    if p.moving == (form.cosine,):
        return [angle for value in _values(search, p, p.moving[0]) for angle in of_cosine(value)]
    if p.moving == (form.sine,):
        return [angle for value in _values(search, p, p.moving[0]) for angle in of_sine(value)]
    top, degree = _in_half_tangent(form)
    found = [
        of_half_tangent(Value(value.tree, value.number, value.times and value.times * power))
        for part, power in _parts(top)
        for value in _values(search, part, part.moving[0])
    ]
    lost = 2 * degree - _degree(top)
    return [*found, part_of_pi(Fraction(1), lost)] if lost else found


def _parts(p: Analytic) -> Iterable[tuple[Analytic, int]]:
    for factor, power in p.field.ring.factors(p.polynomial)[1]:
        part = Analytic(p.field, factor, p.name)
        if part.moving:
            yield part, power


def _values(search: Effort, p: Analytic, index: int) -> list[Value]:
    plain = univariate(p.field.ring, p.polynomial, index)
    if plain is not None:
        return [Value(algebraic_tree(n), n, times) for n, times in real_roots(plain)]
    x = Name(HALF_TANGENT)
    tree = added(
        multiplied((written(p, c), *([x] * n))) for n, c in enumerate(coefficients(p, index))
    )
    found = search.renamed(HALF_TANGENT).deeper().zeros(tree, LINE)
    found.all_points()
    if any(hit.at.tree is None for hit in found.hits):
        raise Undecided
    return [Value(hit.at.tree, None, hit.times) for hit in found.hits if hit.at.tree is not None]


def _degree(p: Analytic) -> int:
    return int(p.field.ring.degrees(p.polynomial)[p.moving[0]]) if p.moving else 0


def _in_half_tangent(form: Trigonometric) -> tuple[Analytic, int]:
    """The numerator with sin = 2t/(1 + t^2), cos = (1 - t^2)/(1 + t^2), and the degree in both."""
    p = form.p
    t = p.field.kernel("name", (), HALF_TANGENT)
    square = t * t
    terms = list(p.terms())
    degree = max(powers[form.sine] + powers[form.cosine] for powers, _ in terms)
    total = p.field.ring.constant(0)
    for powers, c in terms:
        n, m = powers[form.sine], powers[form.cosine]
        rest = tuple(0 if i in (form.sine, form.cosine) else k for i, k in enumerate(powers))
        factor = Element(p.field.ring, p.field.ring.polynomial({rest: c}), p.field.ring.one)
        total = total + factor * (t * 2) ** n * (1 - square) ** m * (1 + square) ** (degree - n - m)
    return Analytic(p.field, total.parts()[0], HALF_TANGENT), degree


def by_circle(search: Effort, p: Analytic, piece: Interval) -> Found | None:
    """All zeros, where the angle is linear in the name; None for other functions."""
    form = in_one_angle(p)
    if form is None:
        return None
    x = p.field.kernel("name", (), p.name)
    rate = p.field.derivative(form.angle, p.name)
    shift = form.angle - rate * x
    if any(p.moves(index) for each in (rate, shift) for index in each.used()):
        return _through_angle(search, form, piece)
    found = angles(search, form)
    speed, offset = written(p, rate), written(p, shift)
    progressions = [
        Progression(divided(added((angle.tree, negated(offset))), speed), step, angle.times)
        for angle, step in _thinned(form, found, speed)
    ]
    return members(progressions, piece, search.window, p.name)


def _thinned(form: Trigonometric, found: list[Angle], speed: Tree) -> list[tuple[Angle, Tree]]:
    """One angle for all those that a part of the full turn repeats, with that step."""
    size = speed if constant_sign(speed) > 0 else negated(speed)
    parts = _symmetry(form, found)
    step = divided(multiplied((TWO, PI)), multiplied((number(parts), size)))
    kept = [angle for angle in found if _is_first(angle, parts)]
    return [(angle, step) for angle in kept]


def _symmetry(form: Trigonometric, found: list[Angle]) -> int:
    """How many equal parts of the full turn move the zeros onto themselves."""
    turns = {angle.turn: angle.times for angle in found}
    if None not in turns:
        for parts in range(len(found), 1, -1):
            shifted = {1 - (1 - turn - Fraction(2, parts)) % 2: n for turn, n in turns.items()}  # type: ignore[operator]
            if shifted == turns:
                return parts
        return 1
    parities = {(m[form.sine] + m[form.cosine]) % 2 for m, _ in form.p.terms()}
    return 2 if len(parities) == 1 else 1


def _is_first(angle: Angle, parts: int) -> bool:
    if parts == 1:
        return True
    if angle.turn is not None:
        return 0 <= angle.turn < Fraction(2, parts)
    return constant_sign(angle.tree) > 0


def _is_within(constant: Tree, low: Fraction, high: Fraction) -> bool:
    """False where the constant certainly lies outside these bounds."""
    around = None if constant.names else enclose(constant, _DIGITS)
    return around is None or (around[0] <= high and low <= around[1])


def _through_angle(search: Effort, form: Trigonometric, piece: Interval) -> Found | None:
    """u(x) = angle + 2*k*pi for all k that u reaches, on the part of the piece in the window."""
    if search.whole and search.is_unbounded(piece):
        raise Undecided
    part = search.windowed(piece)
    if part is None:
        return None
    tree = written(form.p, form.angle)
    low, high = search.range_of(tree, part)
    found = angles(search, form)
    if (high - low) * len(found) > budget.MEMBERS:
        raise Undecided
    hits: list[Hit] = []
    for turn in range(floor((low - 4) / 6) - 1, ceil((high + 4) / 6) + 2):
        for angle in found:
            goal = added((angle.tree, multiplied((number(2 * turn), PI))))
            if not _is_within(goal, low, high):
                continue
            equation = added((tree, negated(goal)))
            inner = search.deeper().zeros(equation, part)
            inner.all_points()
            hits += [Hit(h.at, None if h.times != 1 else angle.times) for h in inner.hits]
    ends = [end for end in (part.start, part.end) if end not in (piece.start, piece.end)]
    hits += [Hit(end, None) for end in ends if end and form.p.curve.sign(end) == 0]
    state: State = "window" if search.is_unbounded(piece) else "complete"
    return Found(sorted_hits(hits), state, methods=("half-angle",))
