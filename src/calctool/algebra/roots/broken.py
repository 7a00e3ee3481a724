"""Breaks of a domain without end, as the poles of x*tan(x): rows of them, and the rest of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball.over import over
from calctool.algebra.build import divided, multiplied
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.facts import filled
from calctool.algebra.field import is_zero
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.everywhere import WINDOW, zeros
from calctool.algebra.roots.found import cut, ordered
from calctool.algebra.roots.functions.branches import difference, formula_switches
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.limits.reflection import reflected
from calctool.algebra.roots.methods.floor_jumps import without_step
from calctool.algebra.roots.pieces import Breaks, vanishing
from calctool.algebra.roots.points.point import Point, inside
from calctool.algebra.roots.records import LINE, Domain, Roots
from calctool.algebra.roots.search import Search
from calctool.algebra.roots.waves.branches import on_zeros, side_at
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.circles import in_phase
from calctool.algebra.roots.waves.pictures import Picture
from calctool.algebra.roots.waves.reading import in_lowest_terms
from calctool.algebra.roots.waves.tails import sign_beyond
from calctool.notation.tree import PI, Call, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.words.proofs import roots as words

Kind = Literal["pole", "hole"]


class Gaps(Struct, frozen=True):
    """A row of places without a value: |f| tends to infinity at all of them, or f to a number,
    which is the value there of f in lowest terms, `reduced`."""

    row: Cells
    kind: Kind
    reduced: Tree


class Broken(Struct, frozen=True):
    """Where an expression has a value: on all of `domain` but at the members of the rows."""

    domain: Domain
    gaps: tuple[Gaps, ...]


@lru_cache(maxsize=64)
def broken(tree: Tree, name: str) -> Broken | None:
    """The domain of an expression with breaks without end; None where there are none, or where
    that is not proved."""
    needed = [without_step(each, name) for each in conditions(tree) if name in each.names]
    try:
        return None if formula_switches(tree, name) else _broken(tree, name, needed)
    except (Undecided, Undefined, UnknownError):
        return None


def _broken(tree: Tree, name: str, needed: list[Relation]) -> Broken | None:
    points: list[Point] = []
    rows: dict[Cells, bool] = {}
    steps = [each for each in needed if _in_steps(each) is not None]
    parts = in_lowest_terms(tree, name)
    phase = parts[2][0] if parts is not None and len(parts[2]) == 1 else None
    for relation in needed:
        for found in _changes(relation, name, phase):
            if found.state != "complete" or found.families or found.flat:
                return None
            points += [zero.at for zero in found.zeros]
            rows |= dict.fromkeys(found.cells, relation.sign == "!=" or relation in steps)
    judged = {row: _judged(tree, name, row) for row, is_gap in rows.items() if is_gap}
    gaps = [each for found in judged.values() for each in found]
    points += [at for each in gaps for at in each.before]
    begun = {each: _behind(each.row, points) for each in gaps}
    points += [at for each in gaps for at in _members(each.row, before=begun[each])]
    inner = tuple(each for each in needed if each.sign != "!=" and each not in steps)
    breaks = Breaks(needed, name, WINDOW, _never, ordered(points), (), (), "complete", inside=inner)
    domain = breaks.listed(LINE, "complete", words.DOMAIN["conditions"], None)
    reached = [row for row in rows if _is_reached(domain, row.picture)]
    if not reached or not all(judged.get(row) for row in reached):
        return None  # the domain comes and goes without end, or what f does is not known
    told = [each for row in reached for each in judged[row]]
    gone = tuple(Gaps(_from(one.row, begun[one]), one.kind, one.reduced) for one in told)
    return Broken(domain, gone)


def _changes(relation: Relation, name: str, phase: Tree | None) -> Iterator[Roots]:
    """What is zero where a condition begins or ceases to hold, if it can be by waves of a phase."""
    inner = _in_steps(relation)
    if inner is None:
        for each in vanishing((relation,), name):
            yield zeros(in_phase(each, name, phase), name, (LINE,), endless=True)
        return
    at_zero = zeros(inner, name, (LINE,))
    yield at_zero
    below = [
        part for part in cut(LINE, [zero.at for zero in at_zero.zeros])
        if curve(inner, name).at(inside(part.start, part.end)) < 0
    ]  # fmt: skip
    yield zeros(Call("sin", (multiplied((PI, inner)),)), name, tuple(below), endless=True)


def _in_steps(condition: Relation) -> Tree | None:
    """u, where the condition is that it is positive or no whole number."""
    match difference(condition):
        case Call("max", (inner, _)) as most if most == filled(_NO_POLE, (inner,)):
            return inner
    return None


_NO_POLE = "max(u, u - floor(u))"
"""As the records have it of functions with poles at 0, -1, -2, …"""


def _never(*_: object) -> Roots:
    raise Undecided


def _is_reached(domain: Domain, picture: Picture) -> bool:
    """Whether a row leads to an end of an interval of the domain."""
    return any(
        picture.leads_to(each.start if picture.side > 0 else each.end) for each in domain.intervals
    )


# --- what f does at a row -----------------------------------------------------------------------


class _Judged(Struct, frozen=True):
    """A row, or every other member of one, from where on all are of this kind, f in lowest terms,
    and the members before."""

    row: Cells
    kind: Kind
    reduced: Tree
    before: tuple[Point, ...]


def _judged(tree: Tree, name: str, row: Cells) -> tuple[_Judged, ...]:
    """By f as a fraction in lowest terms; nothing where that does not tell."""
    try:
        whole = in_lowest_terms(reflected(tree, name, row.picture.end, row.picture.side), name)
        if whole is None:
            return ()
        num, den = (substitute(p, {name: row.picture.of(Name(name))}) for p in whole[:2])
        sides = list(zip(*(on_zeros(p, name, row.wave) for p in (num, den)), strict=True))
        far = (row.reach[0] or 0) + _FAR
        _require_values(name, row, far, [each for pair in sides for each in pair])
        own = {k % 2: side_at(row, k) for k in (far, far + 1)}
        kinds = {n: _kind(sides[own[n]]) for n in own}
        alike = kinds[0] == kinds[1]
        rows = [row] if alike else [row.thinned(n, 2) for n in (0, 1)]
        others = [{own[0], own[1]}] if alike else [{own[0]}, {own[1]}]
        return tuple(
            _from_there(
                each, kinds[n], den if kinds[n] == "hole" else num, others[n], divided(*whole[:2])
            )
            for n, each in enumerate(rows)
        )
    except (Undecided, Undefined, UnknownError):
        return ()


def _require_values(name: str, row: Cells, k: int, parts: Iterable[Tree]) -> None:
    """Undecided where a part has none at the points, as atan(tan(x)): then it may jump there."""
    at = row.far(k).high
    if any(over(each, name, at, at) is None for each in parts):
        raise Undecided


_FAR = 4
"""A member that is looked at to see which side of the wave it is on."""


def _kind(sides: tuple[Tree, Tree]) -> Kind:
    """By the numerator and the denominator, as functions without waves."""
    return "pole" if is_zero(sides[1]) is True else "hole"


def _from_there(row: Cells, kind: Kind, other: Tree, own: set[int], reduced: Tree) -> _Judged:
    """From the first member on from which what would make it another kind is nowhere zero.

    `own` are the sides of the wave on which the members lie.
    """
    search = Search(row.name, WINDOW)
    place = row.beyond
    for n, side in enumerate(on_zeros(other, row.name, row.wave)):
        if n in own:
            place, sign = sign_beyond(search, normalised(side), place)
            if not sign:
                raise Undecided  # numerator and denominator vanish together
    first = k = row.reach[0] or 0
    while True:
        point = row.far(k)
        zero = curve(other, row.name).sign(point) == 0
        if zero and point.low > place:
            raise Undecided
        first = k + 1 if zero else first
        if point.low > place and k > first:
            break
        k += 1
    return _Judged(_from(row, first), kind, reduced, tuple(_members(row, before=first)))


def _from(row: Cells, first: int) -> Cells:
    return replace(row, reach=(first, None))


def _members(row: Cells, before: int) -> list[Point]:
    return [row.member(k) for k in range(row.reach[0] or 0, before)]


def _behind(row: Cells, points: Iterable[Point]) -> int:
    """The first member that lies behind all other places at that end."""
    k = row.reach[0] or 0
    last = k + budget.MEMBERS
    for point in points:
        while _is_seen(row.picture, point) and row.picture.is_beyond(point, row.member(k)):
            k += 1
            if k > last:
                raise Undecided
    return k


def _is_seen(picture: Picture, point: Point) -> bool:
    """Whether a point may have a picture, at t > 0."""
    if picture.at is None:
        return picture.value_back(point.low if picture.side > 0 else point.high) > 0
    apart = point.high - picture.centre if picture.side > 0 else picture.centre - point.low
    return apart > 0
