"""What the zeros of P*sin(u) + Q*cos(u) come near: there u is k*pi - atan(Q/P)."""

from __future__ import annotations

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.germ.limit import Limit
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.limits.far_forms import normalised, simplified
from calctool.algebra.roots.limits.one_sided import limit_at
from calctool.algebra.roots.waves.cells import Cells
from calctool.algebra.roots.waves.theorems.known import Known
from calctool.algebra.roots.waves.undone import by_turns, inverse, without_turns
from calctool.notation.tree import ONE, PI, TWO, ZERO, Call, Name, Product, Tree, number, rational


class Target(Struct, frozen=True):
    """Places in x, one for each k, to which the distance of the zeros tends to 0; the zeros lie on
    this side of them, 1 being where x is greater."""

    at: Tree
    side: int


def target(search: Effort, row: Cells) -> Target | None:
    """None where the zeros are known exactly, or nothing simple is near them."""
    wave, name = row.wave, search.name
    if row.low == row.high or wave.others or rational(wave.base) != 0:
        return None
    ratio = normalised(divided(wave.cosine, wave.sine))
    limit = limit_at(ratio, name, None, -1)
    apart = _apart(ratio, limit)
    if apart is None:
        return None
    known = Known(search, wave)
    _, side = known.beyond(apart, row.beyond)
    distance = limit_at(divided(apart, known.slope(wave.phase)), name, None, -1)
    step, start = row.numbers
    angle = simplified(added((multiplied((number(start), PI)), negated(_angle(limit)))))
    whole = (Name(row.integer), PI) if step == 1 else (number(step), PI, Name(row.integer))
    turns = added((Product(whole), *([] if rational(angle) == 0 else [angle])))
    at = inverse(wave.phase, name, turns)
    if distance.kind != "finite" or rational(distance.value or TWO) != 0 or at is None:
        return None
    place = by_turns(row.picture.of(without_turns(at)), row.integer)
    return Target(place, side if row.picture.falls else -side)


def _apart(ratio: Tree, limit: Limit) -> Tree | None:
    """What tends to 0 with the sign of the angle atan(Q/P), less its limit."""
    if limit.kind == "infinite":
        return normalised(negated(divided(ONE, ratio)))
    if limit.value is None:
        return None
    return normalised(added((ratio, negated(limit.value))))


def _angle(limit: Limit) -> Tree:
    """The limit of atan(Q/P)."""
    if limit.kind == "infinite":
        half = divided(PI, TWO)
        return half if limit.sign > 0 else negated(half)
    value = limit.value or ZERO
    return ZERO if rational(value) == 0 else Call("atan", (value,))
