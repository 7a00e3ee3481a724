"""Equations on boxes: values, Jacobians and Krawczyk's operator in balls, without any rule."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import inf, nextafter
from typing import Any

from flint import arb, arb_mat, arb_series

from calctool.algebra.ball.numbers import Lack, head, holds
from calctool.algebra.ball.numbers import ball as as_ball
from calctool.algebra.ball.program import Program
from calctool.algebra.ball.slope import Place
from calctool.notation.tree import Negative, Relation, Sum, Tree

Corner = tuple[tuple[float, float], ...]
"""A box by its ends in each name, which floats hold exactly."""

Balls = tuple[arb, ...]
Matrix = Any
"""`flint.arb_mat`, which has no type information of its own."""


def balls(box: Corner) -> Balls:
    """The sides of a box as balls."""
    return tuple(_ball(low, high) for low, high in box)


def _ball(low: float, high: float) -> arb:
    around = arb(low).union(arb(high))
    # Rounded outwards it would reach below 0, where roots and logarithms have no value.
    return around.nonnegative_part() if low == 0 else around


def corner(enclosure: Balls) -> Corner:
    """The floats just outside."""
    return tuple(
        (nextafter(float(b.lower()), -inf), nextafter(float(b.upper()), inf)) for b in enclosure
    )


class System:
    """Equations u = 0 in some names, as many as there are names, and conditions they stand under.

    The `square` ones, the first for each name, carry Krawczyk's test; all of them exclude boxes.
    """

    def __init__(
        self, equations: Sequence[Tree], names: Sequence[str], conditions: Sequence[Relation] = ()
    ) -> None:
        self.equations, self.names = tuple(equations), tuple(names)
        self.conditions = tuple(conditions)
        self.square = self.equations[: len(self.names)]
        apart = tuple(Sum((each.left, Negative(each.right))) for each in self.conditions)
        self._all = Program(self.equations + apart)
        self._square = Program(self.square)

    @property
    def size(self) -> int:
        """Operations that the values of all equations take."""
        return len(self._all)

    def is_free_of_zeros(self, at: Balls) -> bool:
        """Whether no point of the box solves the system; the precision is set by the caller."""
        found = self._all.run(Place(dict(zip(self.names, at, strict=True)), {}, 0, 0))
        if Lack.UNDEFINED in found:
            return True
        count = len(self.equations)
        if any(not isinstance(v, Lack) and not as_ball(head(v)).contains(0) for v in found[:count]):
            return True
        return any(
            not isinstance(value, Lack) and _fails(value, condition)
            for value, condition in zip(found[count:], self.conditions, strict=True)
        )

    def values(self, at: Balls) -> list[arb] | None:
        """Of the first equations; None where one has no value that is known to exist."""
        found = self._square.run(Place(dict(zip(self.names, at, strict=True)), {}, 0, 0))
        return _finite([v if isinstance(v, Lack) else as_ball(head(v)) for v in found])

    def jacobian(self, at: Balls) -> Matrix | None:
        """All derivatives at all points of the box; None where one is not known to exist."""
        rows = self._rows(self._square, len(self.square), at)
        return None if rows is None else arb_mat(rows)

    def gradients(self, at: Balls) -> list[list[arb]] | None:
        """Those of all equations."""
        return self._rows(self._all, len(self.equations), at)

    def _rows(self, program: Program, count: int, at: Balls) -> list[list[arb]] | None:
        places = dict(zip(self.names, at, strict=True))
        columns = []
        for name in self.names:
            found = program.run(Place(places, {name: 1}, 1, 0))[:count]
            column = _finite([_first(value) for value in found])
            if column is None:
                return None
            columns.append(column)
        return [list(row) for row in zip(*columns, strict=True)]

    def krawczyk(self, at: Balls) -> Balls | None:
        """A box that holds all zeros in `at`; strictly inside, it holds exactly one."""
        slopes = self.jacobian(at)
        if slopes is None:
            return None
        middle = tuple(b.mid() for b in at)
        values = self.values(middle)
        if values is None:
            return None
        size = len(self.names)
        try:
            inverse = slopes.mid().inv().mid()
        except ZeroDivisionError:
            return None
        rest = arb_mat(size, size, [int(i == j) for i in range(size) for j in range(size)])
        rest = rest - inverse * slopes
        step = inverse * arb_mat(size, 1, values)
        spread = rest * arb_mat(size, 1, [a - m for a, m in zip(at, middle, strict=True)])
        found = tuple(m - step[i, 0] + spread[i, 0] for i, m in enumerate(middle))
        return found if all(b.is_finite() for b in found) else None


def _fails(value: Any, condition: Relation) -> bool:
    try:
        return not holds(value, condition.sign, as_ball(arb(0)))
    except ArithmeticError:
        return False


def _first(value: Any) -> arb | Lack:
    """The coefficient of the first power."""
    if isinstance(value, Lack):
        return value
    if not isinstance(value, arb_series):
        return arb(0)
    return value[1] if value.prec > 1 else Lack.UNKNOWN


def _finite(found: list[arb | Lack]) -> list[arb] | None:
    known = [each for each in found if not isinstance(each, Lack) and each.is_finite()]
    return known if len(known) == len(found) else None


def rational_bounds(b: arb) -> tuple[Fraction, Fraction]:
    """Exactly those of the ball, whatever the precision that is set."""
    middle, radius = _exactly(b.mid()), _exactly(b.rad())
    return middle - radius, middle + radius


def _exactly(number: arb) -> Fraction:
    mantissa, exponent = (int(part) for part in number.man_exp())
    return Fraction(mantissa) * Fraction(2) ** exponent
