"""What f does along rays from a point: enough to refute an extremum or a gradient."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, product
from math import gcd

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, multiplied
from calctool.algebra.germ.expansion import Expansion, constant_value
from calctool.algebra.germ.limit import Limit, limit_of
from calctool.algebra.germ.series import Germ, Series, add, constant, multiply, sign
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.sign import is_nothing
from calctool.notation.tree import Name, Tree, number
from calctool.notation.walk import substitute

Direction = tuple[int, ...]
_TIME = " t"


class Ray(Struct, frozen=True):
    """`rise` is the sign of f - f(p) near p (None where it is open), `slope` the one-sided
    derivative at p."""

    direction: Direction
    rise: int | None
    slope: Limit | None


def rays(f: Tree, place: Place, names: Sequence[str]) -> Iterator[Ray]:
    """In several directions, a direction and its opposite one after the other."""
    found = [place.coordinate(name).tree() for name in names]
    centre = [tree for tree in found if tree is not None]
    if len(centre) < len(found):
        return
    for direction in islice(_directions(len(names)), budget.RAYS_TRIED):
        moved = {
            name: added((at, multiplied((number(step), Name(_TIME)))))
            for name, at, step in zip(names, centre, direction, strict=True)
        }
        yield _ray(substitute(f, moved), f, dict(zip(names, centre, strict=True)), direction)


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


def takes_both_signs(found: Sequence[Ray]) -> bool:
    """Whether f rises along one ray and falls along another: then there is no extremum."""
    return {1, -1} <= {ray.rise for ray in found}


def has_no_gradient(found: Sequence[Ray]) -> bool:
    """Whether some line through the point has no derivative there: infinite or of two values."""
    slopes = {ray.direction: ray.slope for ray in found if ray.slope is not None}
    if any(slope.kind in ("infinite", "none") for slope in slopes.values()):
        return True
    pairs = ((slope, slopes.get(_opposite(each))) for each, slope in slopes.items())
    return any(back is not None and _bend(there, back) for there, back in pairs)


def _bend(there: Limit, back: Limit) -> bool:
    if there.number is None or back.number is None:
        return False
    try:
        return not is_nothing(there.number + back.number)
    except (Undecided, Undefined):
        return False


def _opposite(direction: Direction) -> Direction:
    return tuple(-step for step in direction)


def _directions(count: int) -> Iterator[Direction]:
    for each in product(budget.RAYS, repeat=count):
        first = next((step for step in each if step), 0)
        if first > 0 and gcd(*each) == 1:
            yield each
            yield _opposite(each)
