"""Ends of the line, and of pieces of the domain, at which f has no limit but runs to and fro."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.roots import Point
from calctool.solve.exact.line import BOTTOM, TOP, end_of
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Between, Exact
from calctool.solve.table.line.points import Scene
from calctool.solve.table.line.values import edge
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Swing


def swings(made: TableAnswer, scene: Scene) -> Iterator[Swing]:
    """Those to which no row of critical points leads; a row has the values along it."""
    known = {(one.place, one.side) for one in made.beyond}
    for place, side, at in _ends(scene):
        found = None if (place, side) in known else _between(made, scene, at, side)
        if found is not None and compared(*found) == -1:
            yield Swing(place, side, *found)


def _ends(scene: Scene) -> Iterator[tuple[Exact, int, Point | None]]:
    asked = scene.ground.asked
    if asked.start is None:
        yield BOTTOM, 1, None
    for strip in scene.strips:
        for at, side in ((strip.piece.start, 1), (strip.piece.end, -1)):
            if at is not None and not scene.ground.is_at_edge(at):
                yield end_of(at, TOP), side, at
    if asked.end is None:
        yield TOP, -1, None


def _between(made: TableAnswer, scene: Scene, at: Point | None, side: int) -> Between | None:
    from calctool.solve.exact.oscillation import between

    if at is not None and at.tree is None:
        return None
    if at is None and made.period is not None:
        low, high = (
            None if one is None or one.attained is None else one.value
            for one in (made.minimum, made.maximum)
        )
        return None if low is None or high is None else (low, high)
    ends = ((s.piece.f, s.piece.start if side > 0 else s.piece.end) for s in scene.strips)
    f = next((f for f, end in ends if end == at), scene.f)
    if edge(f, scene.name, at, side).value is not None:
        return None
    return between(f, scene.name, None if at is None else at.tree, side)
