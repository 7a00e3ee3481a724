"""The zeros of a wave in one period as formulas: arcsines, arccosines and arctangents."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.formulas import solved
from calctool.algebra.cells.plain_form import plainest
from calctool.algebra.cells.region import Region
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.notation.tree import TWO, Call, Constant, Tree, number

PI = Constant("pi")


def wave_formulas(curve: Curve, cell: Region) -> Iterator[Tree]:
    """Perhaps not all, and some a period too far to the left or to the right.

    Raises Cut where an arctangent would jump inside the cell.
    """
    plane, wave = curve.plane, curve.wave
    assert wave is not None and plane.waves is not None  # noqa: S101, PT018 (it is one)
    speed = plane.tree(plane.waves[1].k)
    # In [0, 2*pi), or in (-2*pi, 0] where the angle falls.
    turns = (0, 1) if known_sign(cell.at_sample(speed)) == 1 else (0, -1, -2)
    for angle in _angles(curve, wave.factor, cell):
        for turn in turns:
            form = added((angle, multiplied((number(2 * turn), PI)))) if turn else angle
            yield plainest(divided(form, speed), cell)


def _angles(curve: Curve, p: Polynomial | None, cell: Region) -> Iterator[Tree]:
    plane = curve.plane
    if p is not None:
        p = _in_one_wave(curve, plane.field.ring.lift(p))
        moving = plane.moving(p)
        kinds = [plane.kernel(i).kind for i in moving]
        if kinds == ["cos"]:
            for value in solved(plane, p, moving[0], cell):
                angle = Call("acos", (value,))
                yield from (angle, negated(angle))
            return
        if kinds == ["sin"]:
            for value in solved(plane, p, moving[0], cell):
                angle = Call("asin", (value,))
                yield from (angle, added((PI, negated(angle))))
            return
        slope = _slope(curve, p, moving)
        if slope is not None and _is_kept(slope[1], cell):
            angle = Call("atan", (plainest(divided(*slope), cell),))
            yield from (angle, added((angle, PI)))
            return
    assert curve.index is not None  # noqa: S101 (asked of those that have one)
    for value in solved(plane, curve.polynomial, curve.index, cell):
        yield multiplied((TWO, Call("atan", (value,))))


def _in_one_wave(curve: Curve, p: Polynomial) -> Polynomial:
    """Without the sine, or the cosine, where it has even powers only: its square is 1 minus that
    of the other one."""
    plane, ring = curve.plane, curve.plane.field.ring
    moving = plane.moving(p)
    if len(moving) != 2:
        return p
    for index, other in (moving, moving[::-1]):
        if all(powers[index] % 2 == 0 for powers, _ in ring.terms(p)):
            square = ring.one - ring.gens[other] ** 2
            total = ring.context.constant(0)
            for powers, c in ring.terms(p):
                rest = (*powers[:index], 0, *powers[index + 1 :])
                total += ring.polynomial({rest: c}) * square ** (powers[index] // 2)
            return total
    return p


def _slope(curve: Curve, p: Polynomial, moving: list[int]) -> tuple[Tree, Tree] | None:
    """-q and p of p*sin + q*cos, for which the tangent is -q/p."""
    plane, ring = curve.plane, curve.plane.field.ring
    by_kind = {plane.kernel(i).kind: i for i in moving}
    if set(by_kind) != {"sin", "cos"}:
        return None
    found = {kind: ring.context.constant(0) for kind in by_kind}
    for powers, c in ring.terms(p):
        both = {kind: int(powers[i]) for kind, i in by_kind.items()}
        if sum(both.values()) != 1:
            return None
        kind = max(both, key=lambda each: both[each])
        rest = tuple(0 if i in moving else n for i, n in enumerate(powers))
        found[kind] += ring.polynomial({rest: c})
    return negated(plane.tree(found["cos"])), plane.tree(found["sin"])


def _is_kept(tree: Tree, cell: Region) -> bool:
    """Whether it is 0 nowhere in the cell."""
    return bool(cell.sign(tree) if tree.names else known_sign(tree))
