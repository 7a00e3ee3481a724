"""Boxes with one solution made as short as is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from itertools import pairwise

from flint import arb

from calctool.algebra.ball.numbers import working
from calctool.algebra.boxes.system import Balls, System
from calctool.algebra.real.ring import Undecided

STEADY = 200
"""Refinements while a wide box only shrinks steadily, before each doubles the number of bits."""
SLICES = 8


def refined(system: System, start: Balls, bits: int) -> Balls:
    """The only zero in `start`, where Krawczyk's test has passed, with about so many bits."""
    at = start
    with working(2 * bits + 32, 2):
        goal = arb(2) ** -bits
        for _ in range(STEADY + bits):
            if all(ball.rad() < goal * (1 + abs(ball.mid())) for ball in at):
                return at
            at = _shorter(system, at)
    raise Undecided


def _shorter(system: System, at: Balls) -> Balls:
    found = system.krawczyk(at)
    if found is not None:
        closer = tuple(_common(a, b) for a, b in zip(at, found, strict=True))
        if any(b.rad() * 1.01 < a.rad() for a, b in zip(at, closer, strict=True)):
            return closer
    return _shaved(system, at)


def _common(a: arb, b: arb) -> arb:
    return b if a.contains(b) else a.intersection(b)


def _shaved(system: System, at: Balls) -> Balls:
    """Without the slices, across one side after the other, that do not hold the zero."""
    shaved = at
    for index, ball in enumerate(at):
        kept = [
            piece
            for piece in _slices(ball)
            if not _is_free(system, (*shaved[:index], piece, *shaved[index + 1 :]))
        ]
        if not kept:
            raise Undecided
        shaved = (*shaved[:index], reduce(arb.union, kept), *shaved[index + 1 :])
    if not any(b.rad() < 0.9 * a.rad() for a, b in zip(at, shaved, strict=True)):
        raise Undecided
    return shaved


def _slices(ball: arb) -> Iterator[arb]:
    low, step = ball.lower(), 2 * ball.rad() / SLICES
    cuts = [low + k * step for k in range(SLICES)]
    for left, right in pairwise((*cuts, ball.upper())):
        yield left.union(right)


def _is_free(system: System, at: Balls) -> bool:
    if system.is_free_of_zeros(at):
        return True
    found = system.krawczyk(at)
    return found is not None and any(not f.overlaps(a) for f, a in zip(found, at, strict=True))
