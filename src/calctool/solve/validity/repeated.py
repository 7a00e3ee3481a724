"""Points without a derivative that repeat for ever: judged once for each place of a period."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import floor, lcm

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.build import added, divided, multiplied
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.equations import ordered
from calctool.algebra.local.point import Local
from calctool.algebra.real.power import quotient
from calctool.algebra.real.ring import UNITY, Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots import LINE, Family, Roots, period, zeros
from calctool.algebra.tidy.collect import collected
from calctool.notation.tree import Name, Negative, Product, Quotient, Relation, Sum, Tree, number
from calctool.notation.walk import substitute

_LETTERS = ("k", "n")

Judge = Callable[[Tree], Local]
"""What a function does at a point."""


class Repeated(Struct, frozen=True):
    """What holds at `at` for every whole number `integer`: what `local` says of one of them."""

    at: Tree
    integer: str
    local: Local


class Found(Struct, frozen=True):
    """The families, the points that belong to none, and the equations that stay open."""

    families: tuple[Repeated, ...]
    points: tuple[Tree, ...]
    open: tuple[Relation, ...]


class _Solved(Struct, frozen=True):
    equation: Relation
    families: tuple[tuple[Real, Real], ...]
    points: tuple[Real, ...]


def repeated(f: Tree, name: str, equations: Iterable[Relation], judge: Judge) -> Found:
    """The solutions of the equations, judged once for each place of a period of f.

    f(x + T) = f(x) + c is proved first: then f has the same one-sided derivatives at x and x + T.
    """
    solved: list[_Solved] = []
    left_open: list[Relation] = []
    for equation in equations:
        found = _solved(equation, name) if equation.names == {name} else None
        if found is None:
            left_open.append(equation)
        else:
            solved.append(found)
    points = [written(point) for each in solved for point in each.points]
    families = [family for each in solved for family in each.families]
    try:
        length = _common_period(f, name, families)
        places = None if length is None else _places(families, length)
    except (Undecided, Undefined):
        length = places = None
    if length is None or places is None:
        left_open += [each.equation for each in solved if each.families]
        return Found((), tuple(points), tuple(left_open))
    letter = next(each for each in _LETTERS if each != name)
    judged = [(place, judge(written(place))) for place in places]
    return Found(tuple(_grouped(judged, length, letter)), tuple(points), tuple(left_open))


# --- the equations ------------------------------------------------------------------------------


def _solved(equation: Relation, name: str) -> _Solved | None:
    """All solutions, as families and single points; None where that stays open."""
    roots = zeros(Sum((equation.left, Negative(equation.right))), name, (LINE,))
    if roots.state != "complete" or roots.flat:
        return None
    try:
        families = tuple(map(_steps, roots.families))
        return _Solved(equation, families, _single(roots, families))
    except (Undecided, Undefined):
        return None


def _steps(family: Family) -> tuple[Real, Real]:
    if family.on != LINE or family.start.tree is None:
        raise Undecided
    return constant_value(family.start.tree), constant_value(family.step)


def _single(roots: Roots, families: tuple[tuple[Real, Real], ...]) -> tuple[Real, ...]:
    """The zeros that belong to no family."""
    found = []
    for zero in roots.zeros:
        if zero.at.tree is None:
            raise Undecided
        at = constant_value(zero.at.tree)
        ratios = (quotient(at - start, step).rational for start, step in families)
        if not any(ratio is not None and ratio.denominator == 1 for ratio in ratios):
            found.append(at)
    return tuple(found)


# --- the period ---------------------------------------------------------------------------------


def _common_period(f: Tree, name: str, families: list[tuple[Real, Real]]) -> Real | None:
    """T with f(x + T) = f(x) + c, a whole multiple of every step; None where none is proved."""
    if not families:
        return None
    length = _own_period(f, name, *families[0])
    if length is None:
        return None
    for _, step in families:
        ratio = quotient(length, step).rational
        if ratio is None or abs(ratio.numerator) > budget.FAMILY_PLACES:
            return None
        length = step.times(abs(Fraction(ratio.numerator)))
    return length


def _own_period(f: Tree, name: str, start: Real, step: Real) -> Real | None:
    """The period of f, or that of f - c*x where f grows by the same from step to step."""
    own = period(f, name)
    if own is None and (slope := _drift(f, name, start, step)) is not None:
        rest = collected(Sum((f, Negative(Product((slope, Name(name)))))))
        # What fell out of the sum may have bounded the domain.
        own = period(rest, name) if set(conditions(rest)) == set(conditions(f)) else None
    return None if own is None else constant_value(own)


def _drift(f: Tree, name: str, start: Real, step: Real) -> Tree | None:
    """The slope of the line that f would follow, by two values one step apart."""
    ends = (substitute(f, {name: written(at)}) for at in (start + step, start))
    after, before = ends
    rise = Quotient(Sum((after, Negative(before))), written(step))
    try:
        return written(constant_value(rise))
    except (Undecided, Undefined):
        return None


def _places(families: list[tuple[Real, Real]], length: Real) -> tuple[Real, ...] | None:
    """The members of all families in one period from 0, in order."""
    found: list[Real] = []
    for start, step in families:
        turns = quotient(length, step).rational
        assert turns is not None  # noqa: S101 (the period is a multiple of each step)
        found += [_reduced(start + step.times(Fraction(k)), length) for k in range(int(turns))]
    return ordered(found) if len(found) <= budget.FAMILY_PLACES else None


def _reduced(at: Real, length: Real) -> Real:
    """The same place in the period that begins at 0."""
    ratio = quotient(at, length)
    if ratio.rational is not None:
        return at - length.times(Fraction(floor(ratio.rational)))
    bounds = enclose(written(ratio), budget.ENCLOSED_DIGITS)
    if bounds is None or floor(bounds[0]) != floor(bounds[1]):
        raise Undecided
    return at - length.times(Fraction(floor(bounds[0])))


# --- one family for each judgement --------------------------------------------------------------


def _grouped(judged: list[tuple[Real, Local]], length: Real, letter: str) -> Iterable[Repeated]:
    """Places of one judgement at equal distances are one family."""
    alike: dict[tuple[object, ...], list[tuple[Real, Local]]] = {}
    for place, local in judged:
        alike.setdefault(
            (local.kind, local.lower, local.left, local.right, local.derivative), []
        ).append((place, local))
    for members in alike.values():
        parts = next(n for n in range(len(members), 0, -1) if _is_spread(members, length, n))
        step = length.times(Fraction(1, parts))
        moving = _times(Name(letter), step)
        for place, local in members[: len(members) // parts]:
            at = added((written(place), moving)) if place.parts else moving
            yield Repeated(at, letter, local)


def _times(letter: Name, step: Real) -> Tree:
    """k*pi/2, with one fraction bar."""
    whole = step.times(Fraction(den := _denominator(step)))
    factors = (letter,) if whole == UNITY else (letter, written(whole))
    return divided(multiplied(factors), number(den))


def _denominator(step: Real) -> int:
    return lcm(*(c.denominator for c in step.parts.values()))


def _is_spread(members: list[tuple[Real, Local]], length: Real, parts: int) -> bool:
    """Whether the places stay the same when all are moved by one part of the period."""
    if len(members) % parts:
        return False
    each = len(members) // parts
    step = length.times(Fraction(1, parts))
    places = [place for place, _ in members]
    return all(b - a == step for a, b in zip(places, places[each:], strict=False))
