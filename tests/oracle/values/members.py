"""Single points of a row without end, to any number of digits: from its formula or its cell."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from mpmath import mp

from calctool.notation.tree import Tree
from oracle.values.chosen import inside
from oracle.values.evaluate import Real, Unknown, value
from oracle.values.reading import Exact, tree, with_integers
from values import NoValue

_KEPT: dict[tuple[str, str, int], Real] = {}


@dataclass(frozen=True)
class InCell(Exact):
    """The zero of an equation in a cell; `math` says which one, for messages."""

    equation: Tree
    name: str
    low: Exact
    high: Exact

    def at(self, digits: int) -> Real:
        key = (str(self.equation), str(self), digits)
        if key not in _KEPT:
            if len(_KEPT) > 4096:
                _KEPT.clear()
            _KEPT[key] = self._found(digits)
        return _KEPT[key]

    def __str__(self) -> str:
        return f"the zero between {self.low} and {self.high}"

    def changes(self) -> list[tuple[Real, Real, int]]:
        """Where the equation changes its sign in the cell, each time with the sign before."""
        places = inside(self.low.at(60), self.high.at(60), 120)
        signs = [(x, s) for x in places if (s := self._sign(x, 60)) is not None]
        return [(a, b, s) for (a, s), (b, t) in pairwise(signs) if s != t]

    def _sign(self, x: Real, digits: int) -> int | None:
        try:
            return int(mp.sign(value(self.equation, {self.name: x}, digits)))
        except NoValue:
            return None

    def _found(self, digits: int) -> Real:
        changes = self.changes()
        if len(changes) != 1:
            raise Unknown
        low, high, before = changes[0]
        with mp.workdps(digits + 10):
            for _ in range(60):
                middle = (low + high) / 2
                low, high = (middle, high) if self._sign(middle, 60) == before else (low, middle)
            return self._improved(low, high, digits)

    def _improved(self, low: Real, high: Real, digits: int) -> Real:
        """The secant rule doubles the digits or so each time; its start has a dozen."""
        f = [value(self.equation, {self.name: x}, digits + 10) for x in (low, high)]
        for _ in range(20):
            if f[0] == f[1]:
                return high
            step = f[1] * (high - low) / (f[1] - f[0])
            low, f[0], high = high, f[1], high - step
            if abs(step) < mp.mpf(10) ** -digits * (1 + abs(high)):
                return high
            f[1] = value(self.equation, {self.name: high}, digits + 10)
        raise Unknown


def is_row(family: dict[str, Any]) -> bool:
    """Whether a family is one whose points are not equally spaced."""
    return bool(family.get("kinds")) or bool(family.get("cell"))


def member(family: dict[str, Any], name: str, turn: int) -> Exact:
    """Its point with this number."""
    chosen = dict.fromkeys(family["integers"], turn)
    if family["at"] is not None:
        return with_integers(family["at"][name], chosen)
    low, high = _bounds(family, name, turn, chosen)
    return InCell({"expr": str(turn)}, tree(family["equation"]), name, low, high)


def _bounds(
    family: dict[str, Any], name: str, turn: int, chosen: dict[str, int]
) -> tuple[Exact, Exact]:
    """Of the cell; where it is one of values of the phase, only the members told have some."""
    if name in family["cell"]:
        low, high = (with_integers(math, chosen) for math in family["cell"][name])
        return low, high
    for told in family.get("members") or []:
        if told["k"] == turn and "enclosure" in told["x"]:
            low, high = (Exact({"expr": end}) for end in told["x"]["enclosure"])
            return low, high
    raise Unknown


def meant(parts: list[dict[str, Any]], turn: int) -> dict[str, Any] | None:
    """What is said of a number, by its remainder."""
    for part in parts:
        remainder, modulus = part["k"]
        if turn % modulus == remainder:
            return part
    return None
