"""u = n*(x + c): the change of variable that all angles of a function have in common."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import gcd

from msgspec import Struct

from calctool.algebra import facts
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Monomial, Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.roots.functions.analytic import derivative
from calctool.notation.tree import PI, ZERO, Call, Name, Tree, number
from calctool.notation.walk import substitute

TWELFTHS = 12
"""Sines of the twelfths of pi are roots: such angles are as good as none."""


class Affine(Struct, frozen=True):
    """u = times*(x + shift)."""

    times: int
    shift: Tree

    def of(self, tree: Tree) -> Tree:
        """The new variable, from the old."""
        moved = tree if self.shift == ZERO else added((tree, self.shift))
        return moved if self.times == 1 else multiplied((number(self.times), moved))

    def back(self, tree: Tree) -> Tree:
        """The old variable, from the new."""
        smaller = tree if self.times == 1 else divided(tree, number(self.times))
        return smaller if self.shift == ZERO else added((smaller, negated(self.shift)))

    @property
    def is_trivial(self) -> bool:
        """Whether it changes nothing."""
        return self.times == 1 and self.shift == ZERO


def alone(tree: Tree, name: str) -> Affine | None:
    """The change for a function of which the name is seen in angles only."""
    try:
        return change_of(list(angles_of(tree, name, alone=True)), name)
    except (Undecided, Undefined):
        return None


def common_shift(tree: Tree, name: str) -> Tree | None:
    """That of all angles, 0 where they need none; None where they have none in common."""
    try:
        angles = list(angles_of(tree, name, alone=True))
        found = shift_of(angles, name)
        is_needed = any(not _is_turn(_line(angle, name).offset) for angle in angles)
    except (Undecided, Undefined):
        return ZERO
    return None if found == ZERO and is_needed else found


def change_of(angles: list[Tree], name: str) -> Affine:
    return Affine(_common_multiple(angles, name), shift_of(angles, name))


def shift_of(angles: list[Tree], name: str) -> Tree:
    """c, where every angle is k*(x + c) + n*pi/12; 0 where there is none or no need.

    Where all the angles of a function have such a form, the sines and cosines of c go.
    """
    lines = [_line(angle, name) for angle in angles]
    strange = [line for line in lines if not _is_turn(line.offset)]
    if not strange:
        return ZERO
    rate, offset = strange[0].rate, strange[0].offset
    (unit,) = rate.parts
    for other in lines:
        if set(other.rate.parts) != {unit}:
            return ZERO
        ratio = other.rate.parts[unit] / rate.parts[unit]
        if not _is_turn(other.offset - offset.times(ratio)):
            return ZERO
    quotient = constant_value(divided(written(offset), written(rate)))
    return written(quotient)


class _Line(Struct, frozen=True):
    """rate*x + offset; the rate is a rational multiple of one product of constants."""

    rate: Real
    offset: Real


def _line(angle: Tree, name: str) -> _Line:
    rate = constant_value(derivative(angle, name))
    if len(rate.parts) != 1:
        raise Undecided
    return _Line(rate, constant_value(substitute(angle, {name: ZERO})))


def _is_turn(value: Real) -> bool:
    """Whether it is a whole number of twelfths of pi."""
    (pi,) = constant_value(PI).parts
    turn = value.parts.get(pi, Fraction(0))
    return set(value.parts) <= {pi} and TWELFTHS % turn.denominator == 0


def _common_multiple(angles: list[Tree], name: str) -> int:
    """The largest n such that all angles are k*n*x + ..., k whole or a fraction."""
    rates = [_line(angle, name).rate for angle in angles]
    units: set[Monomial] = {unit for rate in rates for unit in rate.parts}
    if len(units) != 1:
        return 1
    return gcd(*(c.numerator for rate in rates for c in rate.parts.values()))


def angles_of(tree: Tree, name: str, *, alone: bool = False) -> Iterator[Tree]:
    """The arguments of all waves, linear in the name.

    Undecided where the name stands anywhere else and is to be `alone` in them.
    """
    if name not in tree.names:
        return
    match tree:
        case Name() if alone:
            raise Undecided
        case Call(_, (angle,)) if facts.of(tree).period:
            if name in derivative(angle, name).names:
                raise Undecided
            yield angle
        case _:
            for child in tree.children:
                yield from angles_of(child, name, alone=alone)
