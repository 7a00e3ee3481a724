"""Gamma, psi and the like by their values where they have no poles.

f(u) is a rational expression in u and f(u + n) (`shift` in the record of f). With n so large that
u + n > 0 on an interval the poles there are those of a rational function, which the field cancels:
x*gamma(x) is gamma(x + 1). Where u falls without end a reflection takes it to 1 - u.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from math import floor

from calctool import budget
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.facts import filled, of
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.limits.far_forms import normalised, of_constants
from calctool.algebra.roots.limits.reflection import by_others
from calctool.algebra.roots.points.point import rational_point
from calctool.algebra.roots.records import Interval
from calctool.notation.tree import Call, Name, Tree, number, rational
from calctool.notation.walk import substitute, transform, walk

Line = tuple[Fraction, Fraction]
"""u = a*x + b as (a, b)"""


def off_poles(tree: Tree, name: str, interval: Interval) -> Iterator[tuple[Tree, Interval]]:
    """The function written anew, on the interval or on parts of it: at the rational numbers
    between them it is not 0. Nothing where there is nothing to do, or no way."""
    calls = _recurring(tree, name)
    if not calls:
        return
    alike = _alike(tree, calls)
    if alike != tree:
        yield from list(off_poles(alike, name, interval)) or [(alike, interval)]
        return
    if all(_is_near(line, interval) for line in calls.values()):
        if any((_least(line, interval) or 0) <= 0 for line in calls.values()):
            yield _shifted(tree, calls, interval), interval
        return
    if len({a > 0 for a, _ in calls.values()}) > 1:
        return
    turned = by_others(tree, calls)
    if turned is None:
        return
    falls = next(a for a, _ in calls.values()) > 0  # where x does
    for edge in budget.POLE_CUTS:
        ends = [(edge - b) / a for a, b in calls.values()]
        at = min(ends) if falls else max(ends)
        far, near = _cut(interval, at) if falls else reversed(_cut(interval, at))
        if near is None or far is None:
            yield from [(turned, interval)] if near is None else []
            return
        if all(_is_near(line, near) for line in calls.values()) and _is_not_zero(tree, name, at):
            yield turned, far
            yield _shifted(tree, calls, near), near
            return


def alike(tree: Tree, name: str) -> Tree:
    """With one argument for functions whose arguments differ by whole numbers."""
    return _alike(tree, _recurring(tree, name))


def _alike(tree: Tree, calls: dict[Call, Line]) -> Tree:
    known: dict[Tree, Tree] = {}
    for call, (a, b) in calls.items():
        others = [d - b for c, d in calls.values() if c == a and (d - b).denominator == 1]
        if 0 < max(others) <= budget.SHIFTED_POLES:
            known[call] = _later(call, int(max(others)))
    return transform(tree, lambda part: known.get(part) if isinstance(part, Call) else None)


def _is_near(line: Line, interval: Interval) -> bool:
    """Whether few poles lie below the least value of u."""
    low = _least(line, interval)
    return low is not None and -low < budget.SHIFTED_POLES


def _cut(interval: Interval, at: Fraction) -> tuple[Interval | None, Interval | None]:
    """The parts below and above, None where there is nothing of one."""
    point = rational_point(at)
    is_above = interval.start is not None and at <= interval.start.high
    is_below = interval.end is not None and at >= interval.end.low
    if is_above or is_below:
        return (None, interval) if is_above else (interval, None)
    return Interval(interval.start, point), Interval(point, interval.end)


def _is_not_zero(tree: Tree, name: str, at: Fraction) -> bool:
    try:
        return curve(tree, name).at(at) != 0
    except (Undecided, Undefined):
        return False


def _recurring(tree: Tree, name: str) -> dict[Call, Line]:
    """With the arguments that are linear; nothing where there are others."""
    found: dict[Call, Line] = {}
    for part in walk(tree):
        if not isinstance(part, Call) or name not in part.names or not of(part).shift:
            continue
        line = _line(part.arguments[-1], name)
        if line is None or any(name in each.names for each in part.arguments[:-1]):
            return {}
        if "max(" in "".join(of(part).domain):
            found[part] = line
    return found


def _line(u: Tree, name: str) -> Line | None:
    try:
        start = rational(normalised(substitute(u, {name: number(0)})))
        rate = rational(normalised(added((substitute(u, {name: number(1)}),
                                          negated(substitute(u, {name: number(0)}))))))  # fmt: skip
        if start is None or not rate:
            return None
        line = added((multiplied((number(rate), Name(name))), number(start), negated(u)))
        return (rate, start) if rational(normalised(line)) == 0 else None
    except UnknownError:
        return None


def _least(line: Line, interval: Interval) -> Fraction | None:
    """The least value of u on the closed interval; None where it falls without end."""
    end = interval.start if line[0] > 0 else interval.end
    if end is None:
        return None
    return line[0] * (end.low if line[0] > 0 else end.high) + line[1]


def _shifted(tree: Tree, calls: dict[Call, Line], interval: Interval) -> Tree:
    known: dict[Tree, Tree] = {}
    for call, line in calls.items():
        low = _least(line, interval)
        assert low is not None  # noqa: S101
        known[call] = _later(call, max(0, floor(-low) + 1))
    return transform(tree, lambda part: known.get(part) if isinstance(part, Call) else None)


@lru_cache(maxsize=128)
def _later(call: Call, n: int) -> Tree:
    """By the value n further on."""
    found: Tree = call
    for _ in range(n):
        next_one = of_constants(filled(of(call).shift, call.arguments))
        found = _with(found, call, next_one)
        call = next(
            p for p in walk(next_one) if isinstance(p, Call) and p.function == call.function
        )
    return found


def _with(tree: Tree, call: Call, value: Tree) -> Tree:
    return transform(tree, lambda part: value if part == call else None)
