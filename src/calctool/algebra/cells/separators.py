"""Places between which a curve has one zero all over a cell: they stay apart from its zeros.

For a = g(x) they are where g turns and the ends of its domain; for a polynomial the zeros of its
derivative, which no zero of it meets while the discriminant is not 0. A wave is a polynomial in
the tangent of half its angle, and stays apart from the start and the middle of its period too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from calctool.algebra.build import added, divided
from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.formulas import formulas
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.region import Region
from calctool.algebra.cells.separation import pieces, slope_of, values_at
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import Point, zeros
from calctool.algebra.roots.points.point import decimal_point
from calctool.notation.tree import Tree, number
from calctool.notation.walk import substitute


def separators(curve: Curve, cell: Region) -> Iterator[Tree]:
    """Formulas for such places, in no order; perhaps not all."""
    if curve.wave is not None:
        yield from (divided(curve.wave.period, number(2)), curve.wave.period)
    if curve.index is not None:
        slope = curve.polynomial.derivative(f"g{curve.index}")
        for factor, _ in curve.plane.field.ring.factors(slope)[1]:
            own = Curve(curve.plane, factor, frozenset(), curve.letters, curve.on)
            if own.is_fixed_in_x:
                continue
            found = tuple(formulas(own, cell) if own.moves or curve.wave else _places(own))
            yield from found
            if curve.wave is not None:
                yield from (added((each, curve.wave.period)) for each in found)
    if curve.separated is not None:
        yield from _turns(curve, curve.separated, cell)
    if isinstance(cell, Cell):
        yield from _meetings(curve, cell)
        yield from _numbers(curve, cell)


def _meetings(curve: Curve, cell: Cell) -> Iterator[Tree]:
    """Places at which two zeros meet at an end of the cell, and on which there is none inside."""
    name = curve.plane.name
    for end in (cell.on.start, cell.on.end):
        if end is None or end.tree is None:
            continue
        there = substitute(curve.tree, {cell.letter: end.tree})
        for zero in zeros(there, name, curve.on).zeros if name in there.names else ():
            if zero.multiplicity == 1 or zero.at.tree is None:
                continue
            along = substitute(curve.tree, {name: zero.at.tree})
            with suppress(Undecided, Cut):
                if cell.sign(along):
                    yield zero.at.tree


def _numbers(curve: Curve, cell: Cell) -> Iterator[Tree]:
    """Simple numbers on which no zero lies anywhere in the cell."""
    if curve.index is None or curve.wave is not None:
        return
    for value in (-1, 0, 1):
        along = substitute(curve.tree, {curve.plane.name: number(value)})
        with suppress(Undecided, Cut):
            if cell.sign(along):
                yield number(value)


def _places(curve: Curve) -> Iterator[Tree]:
    try:
        yield from (each.tree for each in curve.places if each.tree is not None)
    except NoMethod:
        return


def _turns(curve: Curve, g: Tree, cell: Region) -> Iterator[Tree]:
    name = curve.plane.name
    try:
        slope = slope_of(g, name)
        for piece in pieces(g, name, curve.on):
            ends = (piece.start, piece.end)
            turns = zeros(slope, name, (piece,)).zeros
            for point in (*ends, *(zero.at for zero in turns)):
                if point is not None and point.tree is not None:
                    yield point.tree
                elif point is not None and isinstance(cell, Cell):
                    yield from _near(point, name, g, cell)
    except NoMethod:
        return


def _near(turn: Point, name: str, g: Tree, cell: Cell) -> Iterator[Tree]:
    """A decimal beside an enclosed place, at which g has no value that lies in the cell."""
    for digits in _DIGITS:
        low, high = turn.refined(4 * digits + 64)
        at = decimal_point(round((low + high) / 2 * 10**digits), digits)
        with suppress(Undecided, NoMethod):
            if not any(cell.holds(value) for value in values_at(g, name, at)):
                assert at.tree is not None  # noqa: S101 (a decimal)
                yield at.tree
                return


_DIGITS = (3, 6, 9)
"""Decimal places that are tried."""
