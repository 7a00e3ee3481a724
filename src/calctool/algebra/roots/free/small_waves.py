"""Waves of a small phase: |sin(u)| <= |u| and 0 <= 1 - cos(u) <= u^2/2."""

from __future__ import annotations

from fractions import Fraction
from math import comb

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.field.ring import Element, UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.functions.analytic import Analytic, written
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.points.point import inside
from calctool.algebra.roots.records import Interval
from calctool.notation.tree import TWO, Tree, number

_Terms = dict[tuple[int, ...], int]
_Powers = tuple[tuple[int, int], ...]
"""How often a generator stands in a term: sin(u), or 1 - cos(u)."""


def is_free_of_small_waves(search: Effort, p: Analytic, interval: Interval) -> bool:
    """Whether what is left for small phases certainly outweighs the rest on the open interval."""
    try:
        base, waves = _small_waves(p)
        bound = [_size(search, p, amplitude, interval) for amplitude in waves]
        level = curve(base, p.name).at(inside(interval.start, interval.end))
        rest = added((base, *(negated(b) if level > 0 else b for b in bound)))
        found = search.exactly().zeros(rest, interval).all_points()
        return not found and curve(rest, p.name).at(inside(interval.start, interval.end)) == level
    except (Undecided, Undefined, UnknownError):
        return False


def _size(search: Effort, p: Analytic, amplitude: Tree, interval: Interval) -> Tree:
    """|amplitude|, whose sign must be the same all over the interval."""
    if p.name not in amplitude.names:
        sign = curve(amplitude, p.name).at(Fraction(0))
    else:
        if search.exactly().zeros(amplitude, interval).all_points():
            raise Undecided
        sign = curve(amplitude, p.name).at(inside(interval.start, interval.end))
    return amplitude if sign >= 0 else negated(amplitude)


def _small_waves(p: Analytic) -> tuple[Tree, list[Tree]]:
    """What the function is with 0 for sines and 1 for cosines, and bounds of what is left, up to
    signs; Undecided where there are no waves."""
    ring = p.field.ring
    parts: dict[_Powers, _Terms] = {}
    for powers, c in p.terms():
        moving = {i: n for i, n in enumerate(powers) if n and p.moves(i)}
        sines = {i: n for i, n in moving.items() if p.kernel(i).kind == "sin"}
        cosines = {i: n for i, n in moving.items() if p.kernel(i).kind == "cos"}
        rest = tuple(0 if i in sines or i in cosines else n for i, n in enumerate(powers))
        for left, coefficient in _expanded(cosines).items():
            terms = parts.setdefault((*sorted(sines.items()), *left), {})
            terms[rest] = terms.get(rest, 0) + c * coefficient
    base = parts.pop((), None)
    if base is None or not parts:
        raise Undecided

    def tree(terms: _Terms) -> Tree:
        return written(p, Element(ring, ring.polynomial(terms), ring.one))

    return tree(base), [
        multiplied((tree(terms), *(_bound(p, index, n) for index, n in left)))
        for left, terms in parts.items()
    ]


def _expanded(cosines: dict[int, int]) -> dict[_Powers, int]:
    """The product of (1 - (1 - cos(u)))^n by powers of 1 - cos(u)."""
    found: dict[_Powers, int] = {(): 1}
    for index, power in cosines.items():
        found = {
            (*left, (index, n)) if n else left: c * comb(power, n) * (-1) ** n
            for left, c in found.items()
            for n in range(power + 1)
        }
    return found


def _bound(p: Analytic, index: int, power: int) -> Tree:
    kernel = p.kernel(index)
    u = written(p, kernel.arguments[0] / kernel.step)
    if kernel.kind == "sin":
        return raised(u, number(power))
    return raised(divided(raised(u, TWO), TWO), number(power))
