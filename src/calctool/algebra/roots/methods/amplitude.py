"""Where waves are bounded: f = g + a*w with |w| <= 1 has no zero where |g| > |a|.

So zeros found in a window by subdivision are all, once g + |a| or g - |a| has none outside.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.field.ring import Element, UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import Found
from calctool.algebra.roots.free.monotone_ends import is_free_by_terms
from calctool.algebra.roots.free.small_waves import small_waves
from calctool.algebra.roots.functions.analytic import Analytic, written
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.points.point import Point, inside, rational_point
from calctool.algebra.roots.records import Box, Interval
from calctool.notation.tree import Tree

WAVES = frozenset({"sin", "cos"})
_Split = Callable[[Analytic], tuple[Tree, list[Tree]]]


def by_amplitude(search: Effort, p: Analytic, piece: Interval) -> Found | None:
    """Subdivision on the part of the piece in the window, and amplitudes for what is left."""
    for scale in budget.WINDOW_SCALES if search.is_unbounded(piece) else (1,):
        wider = replace(search, window=(search.window[0] * scale, search.window[1] * scale))
        part = wider.windowed(piece)
        if part is None or part.start is None or part.end is None:
            continue
        box = part.start.low, part.end.high
        if all(is_free(search, p, each) for each in _outside(piece, box)):
            found = _inside(search, p, piece, box)
            return replace(found, methods=("amplitude",)) if search.is_unbounded(piece) else found
    if search.whole and search.is_unbounded(piece):
        raise Undecided
    part = search.windowed(piece)
    if part is None or part.start is None or part.end is None:
        return Found(state="window", methods=("subdivision",))
    found = _inside(search, p, piece, (part.start.low, part.end.high))
    return found if found.undecided else replace(found, state="window")


def _outside(piece: Interval, box: Box) -> list[Interval]:
    """The unbounded parts of a piece beyond the box."""
    left = Interval(None, rational_point(box[0])) if piece.start is None else None
    right = Interval(rational_point(box[1]), None) if piece.end is None else None
    return [each for each in (left, right) if each is not None]


def _inside(search: Effort, p: Analytic, piece: Interval, box: Box) -> Found:
    """Subdivision, without the open boxes at ends of the piece that certainly hold no zero."""
    from calctool.algebra.roots.methods.subdivision import by_subdivision

    found = by_subdivision(search, p, piece, *box)
    left = [each for each in found.undecided if not _is_end(search, p, piece, each)]
    return replace(found, undecided=tuple(left), state="partial" if left else "complete")


def _is_end(search: Effort, p: Analytic, piece: Interval, box: Box) -> bool:
    """Whether an undecided box lies at an end of the piece and holds no zero inside it."""
    low, high = box
    for end, side in ((piece.start, 1), (piece.end, -1)):
        if end is not None and low <= end.high and end.low <= high:
            outer: Point = rational_point(high if side > 0 else low)
            rest = Interval(end, outer) if side > 0 else Interval(outer, end)
            return is_free(search, p, rest) or is_free_by_terms(search, p, rest)
    return False


def is_free(search: Effort, p: Analytic, interval: Interval) -> bool:
    """Whether the part without waves certainly outweighs all waves on the open interval."""
    return any(_outweighs(search, p, interval, split) for split in (_split, small_waves))


def _outweighs(search: Effort, p: Analytic, interval: Interval, split: _Split) -> bool:
    try:
        base, waves = split(p)
        bound = [_size(search, p, amplitude, interval) for amplitude in waves]
        level = curve(base, p.name).at(inside(interval.start, interval.end))
        rest = added((base, *(negated(b) if level > 0 else b for b in bound)))
        found = search.exactly().zeros(rest, interval).all_points()
        return not found and curve(rest, p.name).at(inside(interval.start, interval.end)) == level
    except (Undecided, Undefined, UnknownError):
        return False


def _split(p: Analytic) -> tuple[Tree, list[Tree]]:
    """The terms without waves, and the amplitude of each product of waves."""
    ring = p.field.ring
    still: dict[tuple[int, ...], int] = {}
    groups: dict[tuple[int, ...], dict[tuple[int, ...], int]] = {(): still}
    for powers, c in p.terms():
        wave = tuple(n if _is_wave(p, i) else 0 for i, n in enumerate(powers))
        rest = tuple(n - m for n, m in zip(powers, wave, strict=True))
        groups.setdefault(wave if any(wave) else (), {})[rest] = c
    if not still or len(groups) == 1 or _hidden_wave(p):
        raise Undecided
    base, *waves = (
        written(p, Element(ring, ring.polynomial(terms), ring.one)) for terms in groups.values()
    )
    return base, waves


def _is_wave(p: Analytic, index: int) -> bool:
    return p.moves(index) and p.kernel(index).kind in WAVES


def _hidden_wave(p: Analytic) -> bool:
    """A wave inside another kernel, as in exp(sin(x)), is not seen as one."""
    return any(
        _is_wave(p, i)
        for index in p.moving
        if not _is_wave(p, index)
        for argument in p.kernel(index).arguments
        for i in argument.used()
    )


def _size(search: Effort, p: Analytic, amplitude: Tree, interval: Interval) -> Tree:
    """|amplitude|, whose sign must be the same all over the interval."""
    if p.name not in amplitude.names:
        sign = curve(amplitude, p.name).at(Fraction(0))
    else:
        if search.exactly().zeros(amplitude, interval).all_points():
            raise Undecided
        sign = curve(amplitude, p.name).at(inside(interval.start, interval.end))
    return amplitude if sign >= 0 else negated(amplitude)
