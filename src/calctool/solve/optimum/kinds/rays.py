"""What f does along rays from a point: enough to refute an extremum or a gradient."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import chain, islice, product
from math import gcd
from operator import mul

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.germ.expansion import Expansion, constant_value
from calctool.algebra.germ.limit import Limit, limit_of
from calctool.algebra.germ.series import Germ, Series, add, constant, multiply, sign
from calctool.algebra.places.place import Place, sign_at
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.sign import is_nothing
from calctool.notation.tree import ONE, TWO, Name, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.candidates import Test
from calctool.solve.optimum.kinds.record import OPEN, Judged
from calctool.solve.stationary.manifold import Row
from calctool.words.extrema.kinks import TESTS

Direction = tuple[int, ...]
_TIME = " t"
_WAYS = (ONE, negated(ONE), TWO, negated(TWO))


class Ray(Struct, frozen=True):
    """`rise` is the sign of f - f(p) near p (None where it is open), `slope` the one-sided
    derivative at p."""

    direction: Direction
    rise: int | None
    slope: Limit | None


def rays(f: Tree, place: Place, names: Sequence[str]) -> Iterator[Ray]:
    """In several directions, a direction and its opposite one after the other."""
    centre = _centre(place, names)
    for direction in islice(_directions(len(names)), budget.RAYS_TRIED) if centre else ():
        moved = _moved(centre, direction)
        yield _ray(substitute(f, moved), f, centre, direction)


def rays_into(
    f: Tree,
    place: Place,
    names: Sequence[str],
    within: Sequence[tuple[Tree, int]],
    defined: Sequence[Tree] = (),
) -> Iterator[Ray]:
    """Along those rays whose first piece lies where the functions `within` keep their sides (see
    `Corner`) and those `defined` have a value; also along rays that are bent by a square of the
    time, into a set as y^2 <= x."""
    centre = _centre(place, names)
    directions = [*islice(_directions(len(names)), budget.RAYS_TRIED)] if centre else []
    straight = ((way, (0,) * len(names)) for way in directions)
    bent = (
        (way, bend)
        for way in directions
        for bend in directions
        if sum(map(mul, way, bend)) == 0 and max(map(abs, (*way, *bend))) == 1
    )
    given = [(g, None) for g in defined]
    for way, bend in chain(straight, islice(bent, budget.RAYS_TRIED)):
        moved = _moved(centre, way, bend)
        if all(_is_kept(substitute(g, moved), side) for g, side in (*within, *given)):
            yield _ray(substitute(f, moved), f, centre, way)


def by_rays_into(
    f: Tree,
    place: Place,
    names: Sequence[str],
    within: Sequence[tuple[Tree, int]],
    defined: Sequence[Tree] = (),
) -> Judged:
    """No extremum where f grows along one of them and falls along another; see `rays_into`."""
    if not takes_both_signs(rays_into(f, place, names, within, defined)):
        return OPEN
    return Judged("neither", Test("both-signs-along-curves", TESTS["both-signs-along-curves"]))


def _centre(place: Place, names: Sequence[str]) -> dict[str, Tree]:
    """None of the coordinates where one has no formula."""
    found = {name: place.coordinate(name).tree() for name in names}
    known = {name: tree for name, tree in found.items() if tree is not None}
    return known if len(known) == len(found) else {}


def _moved(
    centre: Mapping[str, Tree], way: Sequence[int], bend: Sequence[int] = ()
) -> dict[str, Tree]:
    time = Name(_TIME)
    bends = bend or (0,) * len(way)
    return {
        name: added((at, multiplied((number(a), time)), multiplied((number(b), raised(time, TWO)))))
        for (name, at), a, b in zip(centre.items(), way, bends, strict=True)
    }


def _is_kept(along: Tree, side: int | None) -> bool:
    """Whether a function that is zero at the point has the sign of its side just beside it, or for
    None a value."""
    for keep in budget.EXPANSION_TERMS:
        try:
            germ = Expansion(_TIME, Real.of(0), 1, keep).of(along)
            return side is None or _is_on(sign(germ), side)
        except Undefined:
            return False
        except Undecided:
            continue
    return False


def _is_on(sign: int, side: int) -> bool:
    return sign * side <= 0 if side else sign == 0


def _ray(along: Tree, f: Tree, centre: dict[str, Tree], direction: Direction) -> Ray:
    try:
        value = constant_value(substitute(f, centre))
    except (Undecided, Undefined):
        return Ray(direction, None, None)
    rise, slope = None, None
    for keep in budget.EXPANSION_TERMS:
        try:
            germ = Expansion(_TIME, Real.of(0), 1, keep).of(along)
            risen = add(germ, constant(-value), keep)
            slope = slope or _slope(risen, keep)
            rise = sign(risen)
        except Undefined:
            break
        except Undecided:
            continue
        break
    return Ray(direction, rise, slope)


def _slope(risen: Germ, keep: int) -> Limit | None:
    over_t = Series((((Fraction(-1), 0), Real.of(1)),))
    found = limit_of(multiply(risen, over_t, keep))
    return found if found.known else None


def takes_both_signs(found: Iterable[Ray]) -> bool:
    """Whether f rises along one ray and falls along another: then there is no extremum."""
    seen: set[int | None] = set()
    for ray in found:
        seen.add(ray.rise)
        if {1, -1} <= seen:
            return True
    return False


def has_no_gradient(found: Sequence[Ray]) -> bool:
    """Whether f does not change linearly to first order: along some line it is infinitely steep or
    bends, or the slope in a direction is not that put together of the slopes along the axes."""
    slopes = {ray.direction: ray.slope for ray in found if ray.slope is not None}
    if any(slope.kind in ("infinite", "none") for slope in slopes.values()):
        return True
    known = {way: slope.number for way, slope in slopes.items() if slope.number is not None}
    sums = ((value, known.get(_opposite(way))) for way, value in known.items())
    if any(back is not None and _differ(there, -back) for there, back in sums):
        return True
    mixed = ((value, _by_axes(way, known)) for way, value in known.items())
    return any(there is not None and _differ(value, there) for value, there in mixed)


def _by_axes(way: Direction, known: Mapping[Direction, Real]) -> Real | None:
    """The slope that a gradient would give."""
    whole = Real.of(0)
    for place, step in enumerate(way):
        axis = tuple(int(i == place) for i in range(len(way)))
        back = known.get(_opposite(axis))
        slope = known.get(axis, None if back is None else -back)
        if step and slope is None:
            return None
        whole += Real.of(0) if slope is None else slope.times(Fraction(step))
    return whole


def _differ(one: Real, other: Real) -> bool:
    try:
        return not is_nothing(one - other)
    except (Undecided, Undefined):
        return False


def _opposite(direction: Direction) -> Direction:
    return tuple(-step for step in direction)


def has_line(walls: Sequence[tuple[Row, int]], place: Place) -> bool:
    """Whether one of a few directions leads strictly into the side of functions that are zero
    there, with these gradients (see `Corner` for their sides); raises Undecided and Undefined."""
    ways = product(_WAYS, repeat=len(place.names))
    return any(
        all(_along(row, way, place) == -side for row, side in walls)
        for way in islice(ways, budget.SIDE_DIRECTIONS)
    )


def _along(row: Row, way: Sequence[Tree], place: Place) -> int:
    return sign_at(place, added(map(multiplied, zip(way, row, strict=True))))


def _directions(count: int) -> Iterator[Direction]:
    for each in product(budget.RAYS, repeat=count):
        first = next((step for step in each if step), 0)
        if first > 0 and gcd(*each) == 1:
            yield each
            yield _opposite(each)
