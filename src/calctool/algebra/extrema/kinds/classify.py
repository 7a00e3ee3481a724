"""Minimum, maximum, saddle or neither: a critical point judged by exact signs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calctool.algebra.domain.ranges import range_of
from calctool.algebra.extrema.forms.inertia import Inertia, inertia, leading_minors
from calctool.algebra.extrema.forms.zero_form import zero_form
from calctool.algebra.extrema.kinds.judgement import Judgement, extremum, joined, shown, with_sign
from calctool.algebra.extrema.polynomials import polynomial
from calctool.algebra.extrema.scalars import Constant, compare
from calctool.algebra.generators.monotone import inner
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.quoted import quoted
from calctool.notation.tree import Tree, number
from calctool.words import Words
from calctool.words.extrema import tests as words

if TYPE_CHECKING:
    from calctool.algebra.extrema.kinds.degenerate import Point

Matrix = tuple[tuple[Scalar, ...], ...]


def classify(
    f: Tree,
    place: Place,
    names: Sequence[str],
    hessian: Sequence[Sequence[Tree]],
    critical_dimension: int = 0,
) -> Judgement:
    """What f is at a point where its gradient is zero.

    `critical_dimension` is the dimension of a component of critical points through the place.
    """
    from calctool.algebra.extrema.kinds.degenerate import Point

    try:
        matrix = tuple(tuple(place.scalar(entry) for entry in row) for row in hessian)
        found, minors = inertia(matrix), leading_minors(matrix)
    except (Undecided, Undefined):
        matrix, minors, found = (), (), None
    judged = _judged(Point(f, place, tuple(names)), found, minors, critical_dimension)
    return replace(judged, matrix=matrix, minors=minors, inertia=found)


def classify_without_hessian(f: Tree, place: Place, names: Sequence[str]) -> Judgement:
    """The same where f need not have second derivatives, or a gradient."""
    from calctool.algebra.extrema.kinds.degenerate import Point

    return _judged(Point(f, place, tuple(names)), None, (), 0)


def _judged(
    point: Point, found: Inertia | None, minors: Sequence[Scalar], dimension: int
) -> Judgement:
    if found is not None:
        plainly = by_inertia(found, minors)
        if plainly is not None:
            return plainly
        if dimension and found.zero == dimension < len(point.names):
            return on_critical_set(found)
    candidates = _in_place_of(point)
    for test in (_by_higher_terms, _bounded_by_value):
        for candidate, sign in candidates:
            judged = test(candidate)
            if judged is not None:
                return _turned(judged, sign, candidate.f if candidate.f != point.f else None)
    if found is None:
        return Judgement("undecided", None, "degenerate-undecided", words.SIGNS_OPEN)
    reason = words.DEGENERATE_OPEN.filled(zero=found.zero)
    return Judgement("undecided", None, "degenerate-undecided", reason)


def by_inertia(found: Inertia, minors: Sequence[Scalar]) -> Judgement | None:
    """The second derivative test; None where it decides nothing."""
    if found.is_indefinite:
        facts = {"positive": found.positive, "negative": found.negative}
        reason = words.INDEFINITE.filled(**facts)
        return Judgement("saddle", None, "hessian-indefinite", reason)
    if found.zero:
        return None
    return Judgement(extremum(found.sign), True, "hessian-definite", _definite(found, minors))


def _definite(found: Inertia, minors: Sequence[Scalar]) -> Words:
    if len(minors) == 1:
        sign = ">" if found.sign > 0 else "<"
        return words.SECOND_DERIVATIVE.filled(value=shown(minors[0]), sign=sign)
    reason = words.POSITIVE_DEFINITE if found.sign > 0 else words.NEGATIVE_DEFINITE
    return reason.filled(minors=", ".join(map(with_sign, minors)))


def on_critical_set(found: Inertia) -> Judgement:
    """Where the zero eigenvalues are as many as the dimension of the critical set (Morse-Bott).

    Near the point that set is the smooth manifold on which f is constant; in the splitting lemma
    the rest g has only critical points and is constant, so f - f(p) is the quadratic form.
    """
    facts = {"positive": found.positive, "negative": found.negative}
    reason = words.CRITICAL_SET.filled(**facts)
    if found.is_indefinite:
        return Judgement("saddle", None, "critical-set", reason)
    return Judgement(extremum(found.sign), False, "critical-set", reason)


def _in_place_of(point: Point) -> list[tuple[Point, int]]:
    """Functions with the same extrema at the point, the simplest first, with their turn."""
    from calctool.algebra.extrema.kinds.degenerate import Point

    if polynomial(point.f, point.names) is not None:
        return [(point, 1)]
    inside = inner(point.f)
    made = [(inside.tree, 1 if inside.increasing else -1)] if inside.functions else []
    made.append((point.f, 1))
    listed = []
    for f, turn in made:
        try:
            alike = zero_form(f, point.place)
        except (Undecided, Undefined):
            alike = None
        listed += [(alike[0], turn * alike[1])] if alike else []
        listed.append((f, turn))
    return [(Point(f, point.place, point.names), turn) for f, turn in listed]


def _turned(judged: Judgement, sign: int, inner: Tree | None) -> Judgement:
    if inner is None:
        return judged
    turned = judged if sign > 0 else judged.turned()
    return replace(turned, reason=joined(words.SAME_AS, judged.reason, inner))


def _by_higher_terms(point: Point) -> Judgement | None:
    from calctool.algebra.extrema.kinds.degenerate import judgements

    try:
        return next(judgements(point), None)
    except (Undecided, Undefined):
        return None


def _bounded_by_value(point: Point) -> Judgement | None:
    """An extremum that is seen without any derivative: f is a sum of squares, say."""
    try:
        value = point.place.scalar(point.f)
    except (Undecided, Undefined):
        return None
    known = range_of(point.f, {})
    for end, sign in ((known.low, 1), (known.high, -1)):
        if not isinstance(end, float) and compare(value, Constant.of(end)) == 0:
            facts = {"sign": ">=" if sign > 0 else "<=", "value": quoted(number(end))}
            reason = words.BOUNDED_BY_VALUE.filled(**facts)
            return Judgement(extremum(sign), None, "bounded-by-value", reason)
    return None
