"""The intervals between the points of a table, joined where nothing happens between them."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.ball.over import over
from calctool.algebra.roots import rational_point
from calctool.notation.tree import Tree, number
from calctool.notation.walk import substitute
from calctool.solve.exact.line import (
    BOTTOM,
    TOP,
    constant,
    end_of,
    same,
)
from calctool.solve.exact.record import Exact
from calctool.solve.table.endless.tail import Tail
from calctool.solve.table.line.points import Scene
from calctool.solve.table.line.runs import Run, Strip
from calctool.solve.table.line.values import edge, recognised
from calctool.solve.variation import Sample, TableInterval, TablePoint


def table_intervals(scene: Scene, points: tuple[TablePoint, ...]) -> tuple[TableInterval, ...]:
    """The runs, joined where nothing happens between them."""
    known = {point.at for point in points}
    made: list[TableInterval] = []
    for strip in scene.strips:
        for run in strip.runs:
            tail = scene.tail_at(run.start, 1) or scene.tail_at(run.end, -1)
            if tail is not None and tail.turns:
                continue
            one = _interval(run, strip, scene)
            one = one if tail is None else _without_turns(one, tail, scene)
            last = made[-1] if made else None
            joins = last is not None and last.end == one.start and one.start not in known
            if joins and last is not None and (last.sign, last.concavity) == (
                one.sign, one.concavity,
            ):  # fmt: skip
                made[-1] = replace(last, end=one.end, right=one.right)
            else:
                made.append(one)
    return tuple(made)


def _without_turns(one: TableInterval, tail: Tail, scene: Scene) -> TableInterval:
    """To the very end: beyond the last point f' has one sign, and only f'' changes its sign."""
    picture = tail.end.picture
    at = None if picture.at is None else rational_point(picture.centre)
    limit = edge(tail.end.piece.f, scene.name, at, picture.side).value
    place = constant(picture.place)
    if picture.side > 0:
        return replace(one, start=place, left=limit, concavity=None)
    return replace(one, end=place, right=limit, concavity=None)


def _interval(run: Run, strip: Strip, scene: Scene) -> TableInterval:
    return TableInterval(
        end_of(run.start, BOTTOM),
        end_of(run.end, TOP),
        run.sign,
        run.bend,
        _sample(run.piece.slope, run, scene.name),
        _limit(run, strip, scene, 1),
        _limit(run, strip, scene, -1),
        _sample(run.piece.bend, run, scene.name),
    )


def _limit(run: Run, strip: Strip, scene: Scene, side: int) -> Exact | None:
    at = run.start if side > 0 else run.end
    own = strip.piece.start if side > 0 else strip.piece.end
    if at is None or same(at, own):
        return edge(strip.piece.f, scene.name, at, side).value
    return scene.value_at(strip.piece.f, at)


def _sample(formula: Tree, run: Run, name: str) -> Sample | None:
    """The value of f' or f'' at a number inside."""
    if run.sample is None:
        return None
    bounds = over(formula, name, run.sample, run.sample)
    if bounds is None:
        return None
    here = substitute(formula, {name: number(run.sample)})
    found = recognised(Exact(here, *bounds))
    return Sample(run.sample, found.low or bounds[0], found.high or bounds[1])
