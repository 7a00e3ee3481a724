"""Points that repeat for ever: those of one period, each with every whole number of periods."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from calctool.algebra.clean import clean
from calctool.notation.tree import Name, Product, Sum, Tree
from calctool.solve.answer import Exact
from calctool.solve.line import exact_of
from calctool.solve.table.points import Scene
from calctool.solve.variation import Extreme, Family, Kind, TablePoint

_TELLING: tuple[Kind, ...] = ("local-minimum", "local-maximum", "jump", "inflection")
_LETTERS = ("k", "n", "m", "j")


def families(points: tuple[TablePoint, ...], scene: Scene) -> tuple[Family, ...]:
    period = scene.ground.period
    if period is not None:
        return tuple(_by_period(points, scene, period))
    return tuple(Family(family.at, family.name, kind, None) for family, kind in scene.families)


def _by_period(points: tuple[TablePoint, ...], scene: Scene, period: Tree) -> Iterator[Family]:
    letter = next(name for name in _LETTERS if name != scene.name)
    turns = Product((Name(letter), period))
    for point in _of_one_period(points, scene):
        at = clean(Sum((point.at.expr, turns)))
        yield Family(at, letter, _kind(point), _repeated(point, letter, scene))


def _of_one_period(points: tuple[TablePoint, ...], scene: Scene) -> list[TablePoint]:
    return [point for point in once(points, scene) if point.at.is_known]


def once(points: tuple[TablePoint, ...], scene: Scene) -> tuple[TablePoint, ...]:
    """Without the end of the period, which repeats its start."""
    end = scene.ground.end
    if scene.ground.period is None or end is None:
        return points
    return tuple(point for point in points if point.at != exact_of(end))


def with_families(found: Extreme, points: tuple[TablePoint, ...], scene: Scene) -> Extreme:
    """The places of an extreme once each, with the families that repeat them."""
    if scene.ground.period is None:
        return found
    places = {p.at: index for index, p in enumerate(_of_one_period(points, scene))}
    end = scene.ground.end and exact_of(scene.ground.end)
    once = tuple(at for at in found.at if at != end)
    return replace(found, at=once, families=tuple(places[at] for at in once if at in places))


def _repeated(point: TablePoint, letter: str, scene: Scene) -> Exact | None:
    """The value at the k-th repetition: it moves with the drift of f."""
    drift = scene.ground.drift
    if drift is None or point.value is None:
        return point.value
    moved = Sum((point.value.expr, Product((Name(letter), drift))))
    return Exact(clean(moved), None, None) if point.value.is_known else None


def _kind(point: TablePoint) -> Kind:
    """What matters most about a point."""
    return next((kind for kind in _TELLING if kind in point.kinds), point.kinds[0])
