"""What is known of a function on boxes: its value and its slopes, as trees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from flint import arb
from msgspec import Struct

from calctool.algebra.ball.numbers import Lack, head
from calctool.algebra.ball.numbers import ball as as_ball
from calctool.algebra.ball.program import Program
from calctool.algebra.ball.slope import Place
from calctool.algebra.boxes.system import Balls
from calctool.notation.tree import ZERO, Call, Power, Sign, Tree, rational
from calctool.notation.walk import transform


class Sloped(Struct, frozen=True):
    """A function with its partial derivatives, in the order of the names."""

    value: Tree
    slopes: tuple[Tree, ...]


class Constraint(Struct, frozen=True):
    """g = 0, g <= 0 or g >= 0."""

    g: Sloped
    sign: Sign


class Values:
    """Some functions of the names on boxes, at the points where they are defined: each part that
    they share is worked out once."""

    def __init__(self, trees: Sequence[Tree], names: Sequence[str]) -> None:
        self._program, self._names = Program(tuple(map(_where_defined, trees))), tuple(names)

    def __len__(self) -> int:
        return len(self._program)

    def at(self, box: Balls) -> list[arb | Lack]:
        """A ball around all values of each on the box, in the precision that is set."""
        found = self._program.run(Place(dict(zip(self._names, box, strict=True)), {}, 0, 0))
        return [_finite(each) for each in found]


def _where_defined(tree: Tree) -> Tree:
    """With max(u, 0) under even roots: balls of u that reach below 0 do not matter then.

    So a power of u with a continuous slope goes on with one, as the mean value theorem asks for.
    """
    return transform(tree, _from_zero)


def _from_zero(part: Tree) -> Tree | None:
    match part:
        case Call("sqrt", (u,)) if u.names:
            return Call("sqrt", (_no_less(u),))
        case Power(u, exponent) if u.names and (q := rational(exponent)) and q.denominator % 2 == 0:
            return Power(_no_less(u), exponent)
    return None


def _no_less(u: Tree) -> Tree:
    # The bars take away what rounding leaves below 0.
    return Call("abs", (Call("max", (_where_defined(u), ZERO)),))


def _finite(value: Any) -> arb | Lack:
    if isinstance(value, Lack):
        return value
    made = as_ball(head(value))
    return made if made.is_finite() else Lack.UNKNOWN


def may_vanish(value: arb | Lack) -> bool:
    """Whether 0 is among the values, or may be."""
    return isinstance(value, Lack) or bool(value.contains(0))
