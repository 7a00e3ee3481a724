"""Functions that repeat at another height: f(x + T) = f(x) + c, proved from the tree."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from calctool.algebra import facts
from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.field import prove_equal
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.power import quotient
from calctool.algebra.real.ring import NOTHING, UNITY, Real, Undecided, Undefined
from calctool.algebra.real.sign import is_nothing, sign
from calctool.algebra.real.writing import written
from calctool.algebra.roots.periods.period import (
    common_multiple,
    common_period,
    is_kept,
    moved_by,
    period,
    rate_of,
)
from calctool.notation.tree import Call, Name, Sum, Tree, number
from calctool.notation.walk import substitute, walk

_PLACES = tuple(Fraction(n, 7) for n in (*range(1, 14), *range(-13, 0)))
"""At the first of them at which f has a value f(x + T) - f(x) is looked at."""
_PARTS = (1, 2, 3, 4, 6)
"""Of the period of the waves, which may be one of f but for a constant."""


@lru_cache(maxsize=256)
def drifting(tree: Tree, name: str) -> tuple[Tree, Tree] | None:
    """(T, c) with f(x + T) = f(x) + c, and a domain that is kept, for sums of waves, floors and
    their like and what is linear; None where no such T is found, or c is 0."""
    try:
        step, unit = _turn(tree, name)
        steps = (step.times(Fraction(1, parts)) for parts in reversed(_PARTS))
        for each in steps:
            ratio = None if unit is None else quotient(each, unit).rational
            if unit is None or (ratio is not None and ratio.denominator == 1):
                by = _added(tree, name, each)
                if by is not None:
                    return None if is_nothing(by) else (written(each), written(by))
    except (Undecided, Undefined, UnknownError):
        return None
    return None


def repeating(tree: Tree, name: str) -> Tree | None:
    """T, where f(x + T) - f(x) is a constant, so that the domain has this period."""
    found = period(tree, name)
    if found is None and (moved := drifting(tree, name)) is not None:
        found = moved[0]
    return found


def _turn(tree: Tree, name: str) -> tuple[Real, Real | None]:
    """A period of all waves that moves all floors by whole numbers, and the least step that moves
    these so; Undecided for none."""
    turn, unit = NOTHING, NOTHING
    for part in walk(tree):
        if not isinstance(part, Call) or name not in part.names:
            continue
        if facts.of(part).steps:
            rate = rate_of(part.arguments[0], name)
            if rate is None or not rate.parts:
                raise Undecided
            unit = _both(unit, quotient(UNITY, rate if sign(rate) > 0 else -rate))
        elif facts.of(part).period:
            own = common_period((part,), name)
            if own is None:
                raise Undecided
            turn = _both(turn, constant_value(own))
    found = _both(turn, unit)
    if not found.parts:
        raise Undecided
    return found, unit if unit.parts else None


def _both(one: Real, other: Real) -> Real:
    found = common_multiple(one, other)
    if found is None:
        raise Undecided
    return found


def _added(tree: Tree, name: str, step: Real) -> Real | None:
    """c, where f(x + T) is proved to be f(x) + c."""
    later = moved_by(tree, name, step)
    shift = {name: Sum((Name(name), written(step)))}
    needed = (each for each in conditions(tree) if name in each.names)
    if not all(is_kept(each, shift) for each in needed):
        return None
    by = _difference(added((later, negated(tree))), name)
    return by if by is not None and prove_equal(later, Sum((tree, written(by)))) is True else None


def _difference(apart: Tree, name: str) -> Real | None:
    for place in _PLACES:
        try:
            return constant_value(substitute(apart, {name: number(place)}))
        except Undefined:
            continue
    return None
