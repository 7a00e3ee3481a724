"""Points that repeat for ever: those of one period, each with every whole number of periods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from calctool.algebra.clean import clean
from calctool.algebra.roots import LINE, reach
from calctool.algebra.roots import Family as Zeros
from calctool.notation.tree import Call, Name, Product, Sum, Tree
from calctool.solve.exact.line import exact_of
from calctool.solve.exact.record import Exact
from calctool.solve.table.line.points import Scene
from calctool.solve.variation import Extreme, Family, Kind, TablePoint

_TELLING: tuple[Kind, ...] = ("local-minimum", "local-maximum", "jump", "inflection")
_LETTERS = ("k", "n", "m", "j")


def families(points: tuple[TablePoint, ...], scene: Scene) -> tuple[Family, ...]:
    """The points that repeat: those of one period, or those that the search found."""
    period = scene.ground.period
    if period is not None:
        return tuple(_by_period(points, scene, period))
    return scene.families


def _by_period(points: tuple[TablePoint, ...], scene: Scene, period: Tree) -> Iterator[Family]:
    letter = next(name for name in _LETTERS if name != scene.name)
    turns = Product((Name(letter), period))
    for point in _of_one_period(points, scene):
        at = clean(Sum((point.at.expr, turns)))
        value = _repeated(point, letter, scene)
        yield Family(at, letter, _kind(point), value, scene.ground.turns, point.at)


def _of_one_period(points: tuple[TablePoint, ...], scene: Scene) -> list[TablePoint]:
    """Those that repeat: an end that was asked for is one point, and the end of a period of the
    whole line is its start."""
    asked, end = scene.ground.asked, scene.ground.end
    once = asked.start or asked.end or end
    left_out = None if once is None else exact_of(once)
    return [point for point in points if point.at != left_out]


def clipped(family: Zeros, kind: Kind) -> Family | None:
    """The members that lie on the piece on which they were found; None where there are none.

    Undecided where an end and a member cannot be told apart.
    """
    members = reach(family)
    return None if members is None else Family(family.at, family.name, kind, None, members)


def joined(listed: Iterable[Family]) -> tuple[Family, ...]:
    """Those that go on where others end, on the other side of a switch, as one."""
    made: list[Family] = []
    for family in dict.fromkeys(listed):
        before = next((each for each in made if _goes_on(each, family)), None)
        if before is None:
            made.append(family)
        else:
            made[made.index(before)] = replace(family, reach=(before.reach[0], family.reach[1]))
    return tuple(made)


def _goes_on(before: Family, after: Family) -> bool:
    alike = replace(before, reach=after.reach) == after
    last, first = before.reach[1], after.reach[0]
    return alike and last is not None and first == last + 1


def with_families(found: Extreme, points: tuple[TablePoint, ...], scene: Scene) -> Extreme:
    """The places of an extreme once each, with the families that repeat them."""
    ground = scene.ground
    differs = ground.drift is not None or (ground.factor is not None and not _is_zero(found))
    if ground.period is None or differs:
        return found
    places = {p.at: index for index, p in enumerate(_of_one_period(points, scene))}
    end = None if scene.ground.end is None else exact_of(scene.ground.end)
    is_cut = scene.ground.asked == LINE
    once = tuple(at for at in found.at if not is_cut or at != end)
    return replace(found, at=once, families=tuple(places[at] for at in once if at in places))


def _is_zero(found: Extreme) -> bool:
    return found.value is not None and found.value.low == found.value.high == 0


def _repeated(point: TablePoint, letter: str, scene: Scene) -> Exact | None:
    """The value at the k-th repetition: it moves with the drift of f, or grows."""
    drift, factor = scene.ground.drift, scene.ground.factor
    if factor is not None and point.value is not None:
        turns = tuple(Product((Name(letter), exponent)) for exponent in factor.children)
        grown = Product((Call("exp", turns), point.value.expr))
        is_zero = point.value.low == point.value.high == 0
        if is_zero or not point.value.is_known:
            return point.value if is_zero else None
        return Exact(clean(grown), None, None)
    if drift is None or point.value is None:
        return point.value
    moved = Sum((point.value.expr, Product((Name(letter), drift))))
    return Exact(clean(moved), None, None) if point.value.is_known else None


def _kind(point: TablePoint) -> Kind:
    """What matters most about a point."""
    return next((kind for kind in _TELLING if kind in point.kinds), point.kinds[0])
