"""Points that are known to solve a system, to any number of digits, as places."""

from __future__ import annotations

from collections.abc import Callable

from flint import arb

from calctool.algebra.ball.numbers import working
from calctool.algebra.boxes.place import BoxPlace
from calctool.algebra.boxes.search import Single
from calctool.algebra.boxes.square_subsystem import Chooser
from calctool.algebra.boxes.system import Balls

_BITS = (96, 192, 384, 768)


def known_place(chooser: Chooser, balls: Callable[[int], Balls]) -> BoxPlace | None:
    """The point that all of the balls hold, once a square part of the equations has no other zero
    near it; None where the Jacobian is singular there."""
    count = len(chooser.names)
    for bits in _BITS:
        at = balls(bits)[:count]
        with working(bits, 2):
            system = chooser.system(at)
            around = tuple(
                ball + arb(0, (1 + abs(ball.mid())) * arb(2) ** (-bits // 3)) for ball in at
            )
            inside = system.krawczyk(around)
            if inside is None:
                continue
            pairs = zip(around, inside, strict=True)
            if all(a.contains_interior(b) for a, b in pairs):
                return BoxPlace(Single(system, around, inside))
    return None
