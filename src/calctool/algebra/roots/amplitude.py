"""Where waves are bounded: f = g + a*w with |w| <= 1 has no zero where |g| > |a|.

So zeros found in a window by subdivision are all, once g + |a| or g - |a| has none outside.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from calctool import budget
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.ring import Element, UnknownError
from calctool.algebra.roots.analytic import Analytic, written
from calctool.algebra.roots.curve import curve
from calctool.algebra.roots.found import Found
from calctool.algebra.roots.point import Point, inside, rational_point
from calctool.algebra.roots.records import Box, Interval
from calctool.algebra.roots.subdivision import by_subdivision
from calctool.notation.tree import Tree

if TYPE_CHECKING:
    from calctool.algebra.roots.search import Search

WAVES = frozenset({"sin", "cos"})


def by_amplitude(search: Search, p: Analytic, piece: Interval) -> Found | None:
    """Subdivision on the part of the piece in the window, and amplitudes for what is left."""
    part = search.windowed(piece)
    if part is None or part.start is None or part.end is None:
        return Found(state="window", methods=("subdivision",))
    low, high = part.start.low, part.end.high
    found = by_subdivision(p, piece, low, high)
    outside = [
        Interval(piece.start, rational_point(low)) if piece.start is None else None,
        Interval(rational_point(high), piece.end) if piece.end is None else None,
    ]
    left = [box for box in found.undecided if not _is_end(search, p, piece, box)]
    found = replace(found, undecided=tuple(left), state="partial" if left else "complete")
    if all(each is None or is_free(search, p, each) for each in outside):
        unbounded = any(each is not None for each in outside)
        return replace(found, methods=("amplitude",)) if unbounded else found
    return replace(found, state="partial" if left else "window")


def _is_end(search: Search, p: Analytic, piece: Interval, box: Box) -> bool:
    """Whether an undecided box lies at an end of the piece and holds no zero inside it."""
    low, high = box
    for end, side in ((piece.start, 1), (piece.end, -1)):
        if end is not None and low <= end.high and end.low <= high:
            outer: Point = rational_point(high if side > 0 else low)
            rest = Interval(end, outer) if side > 0 else Interval(outer, end)
            if is_free(search, p, rest):
                return True
    return False


def is_free(search: Search, p: Analytic, interval: Interval) -> bool:
    """Whether the part without waves certainly outweighs all waves on the open interval."""
    try:
        base, waves = _split(p)
        bound = [_size(search, p, amplitude, interval) for amplitude in waves]
        level = curve(base, p.name).at(inside(interval.start, interval.end))
        rest = added((base, *(negated(b) if level > 0 else b for b in bound)))
        found = search.deeper().zeros(rest, interval).all_points()
        return not found and curve(rest, p.name).at(inside(interval.start, interval.end)) == level
    except (Undecided, Undefined, UnknownError):
        return False


def _split(p: Analytic) -> tuple[Tree, list[Tree]]:
    """The terms without waves, and the amplitude of each product of waves."""
    ring = p.field.ring
    groups: dict[tuple[int, ...], dict[tuple[int, ...], int]] = {}
    for powers, c in p.terms():
        wave = tuple(
            n if p.moves(i) and p.kernel(i).kind in WAVES else 0 for i, n in _within(p, powers)
        )
        rest = tuple(n - m for n, m in zip(powers, wave + (0,) * len(powers), strict=False))
        groups.setdefault(wave, {})[rest] = c
    trees = {
        any(wave): [] for wave in groups
    }  # the base may be missing: then nothing outweighs the waves
    for wave, terms in groups.items():
        trees[any(wave)].append(written(p, Element(ring, ring.polynomial(terms), ring.one)))
    if len(trees) < 2 or _hidden_wave(p):
        raise Undecided
    return trees[False][0], trees.get(True, [])


def _within(p: Analytic, powers: tuple[int, ...]) -> list[tuple[int, int]]:
    return list(enumerate(powers))[: len(p.field.kernels)]


def _hidden_wave(p: Analytic) -> bool:
    """A wave inside another kernel, as in exp(sin(x)), is not seen as one."""
    return any(
        p.kernel(i).kind in WAVES and p.moves(i)
        for index in p.moving
        if p.kernel(index).kind not in WAVES
        for argument in p.kernel(index).arguments
        for i in argument.used()
    )


def _size(search: Search, p: Analytic, amplitude: Tree, interval: Interval) -> Tree:
    """|amplitude|, whose sign must be the same all over the interval."""
    if p.name not in amplitude.names:
        sign = curve(amplitude, p.name).at(Fraction(0))
    else:
        if search.deeper().zeros(amplitude, interval).all_points():
            raise Undecided
        sign = curve(amplitude, p.name).at(inside(interval.start, interval.end))
    return amplitude if sign >= 0 else negated(amplitude)


assert budget and multiplied  # noqa: S101
