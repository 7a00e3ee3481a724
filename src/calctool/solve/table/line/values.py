"""Values and one-sided limits of f, exact where that is possible, else enclosed."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import pi
from typing import Literal

from msgspec import Struct

from calctool import budget
from calctool.algebra.ball.over import over
from calctool.algebra.build import multiplied
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import Point, limit_at
from calctool.algebra.roots.functions.curve import curve, sign_at
from calctool.algebra.roots.points.point import simplest_between
from calctool.notation.tree import (
    PI,
    TWO,
    AlgebraicRoot,
    Call,
    Negative,
    Product,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import occurrences, substitute, transform, walk
from calctool.solve.exact.line import constant
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed
from calctool.solve.exact.values import exact, exact_value
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Verdict

Ending = Literal["finite", "infinite", "none", "undecided"]


class Edge(Struct, frozen=True):
    """Where f tends from one side: a constant, an infinity, nowhere (proved), or unknown."""

    kind: Ending
    value: Exact | None = None


UNKNOWN = Edge("undecided")


def value_at(tree: Tree, name: str, point: Point) -> Exact | None:
    """The value at a point where the tree has one; None where it could not be worked out."""
    if point.tree is not None and _is_readable(tree, name, point.tree):
        found = exact(exact_value(substitute(tree, {name: point.tree})))
        return recognised(found) if found.low is not None else None
    known = tree if point.tree is not None else _with_known_phases(tree, name, point)
    if name not in known.names:
        return recognised(exact(exact_value(known)))
    bounds = over(known, name, *point.refined(budget.TABLE_BITS), bits=budget.TABLE_BITS)
    if bounds is None:
        return None
    guess = simplest_between(*bounds)
    if guess.denominator <= budget.TABLE_DENOMINATOR and _is_worth(tree, name, point, guess):
        return Exact(number(guess), guess, guess)
    return enclosed(*bounds)


def _with_known_phases(tree: Tree, name: str, point: Point) -> Tree:
    """sin(u) and cos(u) by their values, at a point that is known as a zero of one of them."""

    def known(part: Tree) -> Tree | None:
        match part:
            case Call("sin" | "cos" as kind, (u,)) if name in u.names:
                phase = _phase(u, name, point)
                return None if phase is None else exact_value(Call(kind, (phase,)))
        return None

    return tree if point.source.function is None else transform(tree, known)


def _phase(u: Tree, name: str, point: Point) -> Tree | None:
    """u there, where it is proved to be a multiple of a quarter turn."""
    bounds = over(u, name, *point.refined(budget.TABLE_BITS), bits=budget.TABLE_BITS)
    if bounds is None:
        return None
    quarters = [round(float(end) * 2 / pi) for end in bounds]
    near = Call("cos" if quarters[0] % 2 else "sin", (u,))
    either = Call("sin", (multiplied((TWO, u)),))
    is_there = any(sign_at(wave, name, point) == 0 for wave in (near, either))
    if quarters[0] != quarters[1] or not is_there:
        return None
    return multiplied((number(Fraction(quarters[0], 2)), PI))


def _is_readable(tree: Tree, name: str, at: Tree) -> bool:
    """Whether anyone would read the exact value, in which a root is written out at every name."""
    if at.size > budget.TABLE_EXACT_NODES:
        return False
    digits = _digits(at)
    return digits == 0 or digits * occurrences(tree, name) <= budget.TABLE_EXACT_DIGITS


def _digits(at: Tree) -> int:
    """About those in the polynomials whose roots are named."""
    roots = [part for part in walk(at) if isinstance(part, AlgebraicRoot)]
    return sum(c.bit_length() * 3 // 10 + 1 for root in roots for c in root.coefficients)


def _is_worth(tree: Tree, name: str, point: Point, value: Fraction) -> bool:
    """Whether f is proved to have this value where the equation of the point holds."""
    apart = Sum((tree, Negative(number(value))))
    return sign_at(apart, name, point) == 0


def has_value(tree: Tree, name: str, at: Point) -> bool:
    """Whether the tree certainly has a value at the point."""
    if over(tree, name, *at.refined(budget.TABLE_BITS), bits=budget.TABLE_BITS) is not None:
        return True
    try:
        curve(tree, name).sign(at)
    except (Undecided, Undefined):
        return False
    return True


def recognised(value: Exact) -> Exact:
    """The same constant as a fraction, where it is proved to be a short one."""
    if value.low is None or value.high is None or rational(value.expr) is not None:
        return value
    middle = (value.low + value.high) / 2
    guess = middle.limit_denominator(budget.TABLE_DENOMINATOR)
    if not value.low <= guess <= value.high:
        return value
    is_same = check_equality(value.expr, number(guess)).verdict is Verdict.PROVED
    return Exact(number(guess), guess, guess) if is_same else value


def scaled(value: Exact, by: Tree) -> Exact:
    """The value times a positive constant."""
    if value.is_known:
        return exact(exact_value(Product((by, value.expr))))
    factor = exact(by)
    if value.low is None or value.high is None or factor.low is None or factor.high is None:
        return Exact(Product((by, value.expr)), None, None, is_known=False)
    ends = [end * times for end in (value.low, value.high) for times in (factor.low, factor.high)]
    return enclosed(min(ends), max(ends))


def moved(value: Exact, by: Tree) -> Exact:
    """The value with a constant added."""
    if value.is_known:
        return exact(exact_value(Sum((value.expr, by))))
    shift = exact(by)
    known = None not in (value.low, value.high, shift.low, shift.high)
    if not known:
        return Exact(Sum((value.expr, by)), None, None, is_known=False)
    return enclosed(value.low + shift.low, value.high + shift.high)  # type: ignore[operator]


@lru_cache(maxsize=256)
def edge(tree: Tree, name: str, at: Point | None, side: int) -> Edge:
    """Where `tree` tends as `name` comes to `at` from the side -1 or 1; None is the infinity
    that lies on the other side."""
    found = limit_at(tree, name, at, side)
    if found.value is not None:
        return Edge(found.kind, constant(found.value))
    if found.kind == "finite" and at is not None:
        value = value_at(tree, name, at)
        return UNKNOWN if value is None else Edge("finite", value)
    return UNKNOWN if found.kind == "finite" else Edge(found.kind)
