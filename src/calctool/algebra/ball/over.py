"""Rigorous bounds of a function on a short interval, in ball arithmetic."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import inf, isfinite

from flint import fmpq

from calctool.algebra.ball.constants import bounds_of
from calctool.algebra.ball.numbers import between, working
from calctool.algebra.ball.program import Program
from calctool.algebra.ball.slope import Place, coefficients
from calctool.budget import BALL_BITS
from calctool.notation.tree import Tree

_DRAWN_BITS = 64


def over(
    tree: Tree, name: str, low: Fraction, high: Fraction, bits: int = BALL_BITS
) -> tuple[Fraction, Fraction] | None:
    """Bounds of all values of `tree` while `name` lies in [low, high]; None where balls fail."""
    with working(bits, 1):
        (value,) = _program(tree).run(Place({name: between(low, high)}, {}, 0, 0))
        found = coefficients(value, 0)
    return bounds_of(found[0]) if isinstance(found, list) else None


@lru_cache(maxsize=64)
def _program(tree: Tree) -> Program:
    return Program((tree,))


class Rough:
    """A function of the `names` for a drawing; None where it has no value within a float."""

    def __init__(self, tree: Tree, names: tuple[str, ...]) -> None:
        self._program = Program((tree,))
        self._names = names

    def __call__(self, *places: float) -> float | None:
        with working(_DRAWN_BITS, 1):
            values = dict(zip(self._names, map(_exactly, places), strict=True))
            (found,) = self._program.run(Place(values, {}, 0, 0))
            value = coefficients(found, 0)
        number = float(value[0].mid()) if isinstance(value, list) else inf
        return number if isfinite(number) else None


def _exactly(place: float) -> fmpq:
    return fmpq(*place.as_integer_ratio())
