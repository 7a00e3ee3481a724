"""A claimed value beside the true one, point by point: what refutes, and where it has no value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import islice

from msgspec import Struct

from calctool.algebra.ball import Ball, Lack, Program
from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.ball.program import Coordinate
from calctool.budget import CHECK_ATTEMPTS, CHECK_BITS, CHECK_OPERATIONS, CHECKED_POINTS
from calctool.notation.tree import Tree
from calctool.verify.points import points, points_beside

Place = Mapping[str, Coordinate]
Bounds = tuple[Fraction, Fraction]


class Witness(Struct, frozen=True):
    """A point at which two values certainly differ, with bounds of both."""

    at: Place
    given: Bounds
    right: Bounds


class Comparison(Struct, frozen=True):
    """What a row of points says of a claim.

    `agreed` are points where both values exist and no precision tells them apart, `lacking`
    those at which only the true one exists.
    """

    witness: Witness | None
    agreed: tuple[Place, ...]
    lacking: tuple[Place, ...]


_PLAIN = tuple(
    Fraction(each) for each in ("0", "1", "2", "-1", "-2", "3", "1/2", "-3", "-1/2", "4", "5", "10")
)
"""Values that anybody can put in."""


def plain_points(names: Iterable[str]) -> Iterator[Place]:
    """Small points: all zero, all one, then different values for different names."""
    listed = sorted(names)
    if len(listed) < 2:
        yield from (dict.fromkeys(listed, value) for value in _PLAIN)
        return
    for shift in range(len(_PLAIN)):
        yield {name: _PLAIN[(n + shift) % len(_PLAIN)] for n, name in enumerate(listed)}
    for value in _PLAIN:
        yield dict.fromkeys(listed, value)


def compared(
    right: Tree,
    claimed: Tree,
    first: Iterable[Place] = (),
    counts: Callable[[Place], bool] = lambda _: True,
    allowed: Callable[[Place], bool] = lambda _: True,
) -> Comparison:
    """The claim against the true value at plain points, at those given, and at points of all
    scales, until one refutes it or enough agree.

    Where the true value does not exist, or no ball tells whether it does, nothing is said. A point
    at which the two differ has to be one that `counts`; only those that are `allowed` are looked
    at.
    """
    names = right.names | claimed.names
    own = islice(points((right, claimed)), CHECK_ATTEMPTS)
    program = Program((right, claimed))
    agreed: list[Place] = []
    lacking: list[Place] = []
    work = 0

    def said_by(places: Iterable[Place], most: int) -> Witness | None:
        nonlocal work
        for place in filter(allowed, places):
            found = _at(program, place)
            if found is not True and found is not None and not counts(place):
                found = None
            if isinstance(found, Witness):
                return found
            if found is not None:
                (agreed if found else lacking).append(place)
            work += len(program)
            if len(agreed) >= most or work > CHECK_OPERATIONS:
                break
        return None

    for some, more in ((plain_points(names), 12), (first, CHECK_ATTEMPTS), (own, 16)):
        witness = said_by(some, len(agreed) + more if names else 1)
        if witness is not None or (agreed and not names):
            return Comparison(witness, tuple(agreed), tuple(lacking))
    if agreed and len(agreed) < CHECKED_POINTS:
        beside = (dict(each) for each in islice(_near(agreed[-1]), 6))
        witness = said_by(beside, CHECKED_POINTS)
    return Comparison(witness, tuple(agreed), tuple(lacking))


def _near(place: Place) -> Iterator[Place]:
    exact = {name: at for name, at in place.items() if not isinstance(at, tuple)}
    if len(exact) == len(place):
        yield from points_beside({name: Fraction(at) for name, at in exact.items()})


def compared_at(right: Tree, claimed: Tree, places: Iterable[Place]) -> Comparison:
    """The same at these places only."""
    program = Program((right, claimed))
    agreed: list[Place] = []
    lacking: list[Place] = []
    for place in places:
        found = _at(program, place)
        if isinstance(found, Witness):
            return Comparison(found, tuple(agreed), tuple(lacking))
        if found is not None:
            (agreed if found else lacking).append(place)
    return Comparison(None, tuple(agreed), tuple(lacking))


def _at(program: Program, place: Place) -> Witness | bool | None:
    """A witness; True where both have values that agree, False where only the claim has none."""
    for bits in CHECK_BITS:
        right, given = program.balls(place, bits=bits)
        if right is Lack.UNDEFINED:
            return None
        if isinstance(right, Lack):
            continue
        if given is Lack.UNDEFINED:
            return False
        if isinstance(given, Lack):
            continue
        if not right.overlaps(given):
            return _witness(place, given, right)
        if bits == CHECK_BITS[-1] or (bits > CHECK_BITS[0] and _is_exact(right, given)):
            return True
    return None


def _is_exact(right: Ball, given: Ball) -> bool:
    return bool(right.is_exact() and given.is_exact())


def _witness(place: Place, given: Ball, right: Ball) -> Witness | None:
    ours, theirs = bounds_of(right), bounds_of(given)
    return None if ours is None or theirs is None else Witness(place, theirs, ours)
