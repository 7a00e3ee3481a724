"""Candidates that repeat for ever, points and sets: one for each choice of whole numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from calctool.algebra.build import multiplied
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.systems.parametrised import LETTERS
from calctool.notation.tree import Name, Relation, Tree, number, rational
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointFamily, PointSet
from calctool.solve.exact.record import EVERY
from calctool.solve.exact.values import exact_value
from calctool.solve.optimum.listing.ranges import ranged
from calctool.solve.optimum.listing.work import Work
from calctool.solve.optimum.strata.angles import fixed_angle
from calctool.solve.optimum.strata.repeats import integers, moved
from calctool.solve.stationary.manifold import slope
from calctool.solve.stationary.repeating import Turns
from calctool.solve.stationary.short import short


def family(work: Work, number: int) -> PointFamily:
    """All that a point stands for: at + k*period in each coordinate that repeats; others may
    follow from these."""
    spot = work.spots[number]
    follows = dict(spot.root.follows)
    at: dict[str, Tree] = {name: place.expr for name, place in spot.point.at}
    whole = integers(len(spot.root.periods), frozenset(work.setup.names))
    for (name, step), integer in zip(spot.root.periods, whole, strict=True):
        at[name] = moved(at[name], step, Name(integer))
    own = {name: at[name] for name in at.keys() - follows}
    point, turns = spot.point, Turns(spot.root.periods, whole)
    for name, given in follows.items():
        steps = [_moves_by(given, *each) for each in spot.root.periods]
        if None in steps:
            known = tried(None, turns.value, given, point.at, dict(point.at)[name])
            at[name] = exact_value(substitute(given, own)) if known is None else known.expr
            continue
        for by, integer in zip(steps, whole, strict=True):
            at[name] = moved(at[name], by, Name(integer)) if by else at[name]
    value = tried(None, turns.value, substitute(work.setup.f, follows), point.at, point.value)
    rounded = tuple((name, place) for name, place in point.at if not place.is_known)
    return PointFamily(
        tuple(at.items()), whole, point.kind, value, point.test, point.strict, rounded=rounded
    )


def _moves_by(value: Tree, name: str, period: Tree) -> Tree | Literal[0] | None:
    """What one period of a name adds to a coordinate that follows from it; None where that is
    different from place to place."""
    rate = rational(short(slope(value, name)))
    if not rate:
        return None if rate is None else 0
    return exact_value(multiplied((number(rate), period)))


def families(work: Work) -> tuple[PointFamily, ...]:
    """Of all points that stand for others, in their order."""
    return tuple(family(work, i) for i, spot in enumerate(work.spots) if spot.root.periods)


def as_told(record: PointSet, names: Sequence[str]) -> PointSet:
    """A set of an answer, with the ranges of its parameters; equations of one of the names that
    hold in one family of places are solved for it."""
    found = _with_letters(ranged(record), names)
    groups: dict[str, list[Relation]] = {}
    for each in found.equations:
        if each.sign == "=" and len(each.names) == 1:
            (name,) = each.names
            groups.setdefault(name, []).append(each)
    solved = {n: fixed_angle([difference(each) for each in g], n) for n, g in groups.items()}
    known = {name: family for name, family in solved.items() if family is not None}
    if not known or found.repeats:
        return found
    taken = frozenset((*names, *found.parameters))
    letters = dict(zip(known, integers(len(known), taken), strict=True))
    told = {
        name: Relation(Name(name), "=", moved(start, step, Name(letters[name])))
        for name, (start, step) in known.items()
    }
    solved_by = {id(each): told[name] for name in known for each in groups[name]}
    equations = [solved_by.get(id(each), each) for each in found.equations]
    repeats = tuple((letter, EVERY) for letter in letters.values())
    return replace(found, solved=tuple(dict.fromkeys(equations)), repeats=repeats)


def _with_letters(record: PointSet, names: Sequence[str]) -> PointSet:
    """x = t, y = pi - t for x = x, y = pi - x: parameters that are no coordinates."""
    own = [each for each in record.parameters if each in names]
    taken = {*names, *record.parameters}
    free = [letter for letter in LETTERS if letter not in taken]
    if record.points is None or not own or len(free) < len(own) or len(own) == len(names):
        return record
    told = dict(zip(own, free, strict=False))
    put: dict[str, Tree] = {name: Name(letter) for name, letter in told.items()}

    def moved_in(each: Relation) -> Relation:
        return Relation(substitute(each.left, put), each.sign, substitute(each.right, put))

    return replace(
        record,
        points=tuple((name, substitute(at, put)) for name, at in record.points),
        parameters=tuple(told.get(each, each) for each in record.parameters),
        ranges=tuple(tuple(map(moved_in, part)) for part in record.ranges),
        value_tree=None if record.value_tree is None else substitute(record.value_tree, put),
    )
