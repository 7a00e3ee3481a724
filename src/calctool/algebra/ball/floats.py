"""Trees as functions of floats: they lead a search, and balls judge where it has led."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence

from calctool.notation.tree import (
    Call,
    Constant,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
)
from calctool.notation.walk import new_parts, walk


def _largest(*values: float) -> float:
    return max(values)


def _smallest(*values: float) -> float:
    return min(values)


_CONSTANTS = {"pi": math.pi, "e": math.e}
_FUNCTIONS: dict[str, Callable[..., float]] = {
    "abs": abs, "acos": math.acos, "asin": math.asin, "atan": math.atan, "cbrt": math.cbrt,
    "cos": math.cos, "cosh": math.cosh, "exp": math.exp, "log": math.log, "max": _largest,
    "min": _smallest,
    "sin": math.sin, "sinh": math.sinh, "sqrt": math.sqrt, "tan": math.tan, "tanh": math.tanh,
}  # fmt: skip
_STEP = 2.0**-17
"""Next to 1 and |x|, at which a central difference is right to 10 digits."""
NO_VALUE = (ArithmeticError, ValueError)
"""What is raised where a float has no value."""


class Floats:
    """Some trees in some names, each distinct part worked out once."""

    def __init__(self, trees: Sequence[Tree], names: Sequence[str]) -> None:
        """Raises KeyError for what stands in a tree and is not known here."""
        self._start: list[float] = [0.0] * len(names)
        self._code: list[tuple[Callable[..., float], tuple[int, ...]]] = []
        slots: dict[Tree, int] = {Name(name): i for i, name in enumerate(names)}
        for part in (part for tree in trees for part in walk(tree)):
            if part not in slots and (value := _constant(part)) is not None:
                slots[part] = len(self._start)
                self._start.append(value)
        for tree in trees:
            for part in new_parts(tree, slots):
                slots[part] = len(self._start) + len(self._code)
                self._code.append((_operation(part), tuple(map(slots.__getitem__, part.children))))
        self._outputs = [slots[tree] for tree in trees]

    def __call__(self, at: Sequence[float]) -> list[float]:
        """The values; raises one of NO_VALUE where one has none."""
        values = [*at, *self._start[len(at) :]]
        for operation, where in self._code:
            if len(where) == 2:
                values.append(operation(values[where[0]], values[where[1]]))
            else:
                values.append(operation(*[values[i] for i in where]))
        return [values[i] for i in self._outputs]

    def gradients(self, at: Sequence[float]) -> list[list[float]]:
        """Of each tree, by central differences; raises one of NO_VALUE."""
        columns, near = [], list(at)
        for i, x in enumerate(at):
            step = _STEP * (1 + abs(x))
            near[i] = x + step
            above = self(near)
            near[i] = x - step
            columns.append([(a - b) / (2 * step) for a, b in zip(above, self(near), strict=True)])
            near[i] = x
        return [list(row) for row in zip(*columns, strict=True)]


def _constant(part: Tree) -> float | None:
    match part:
        case Number(value):
            return float(value)
        case Constant(id):
            return _CONSTANTS[id]
    return None


def _operation(part: Tree) -> Callable[..., float]:
    match part:
        case Negative():
            return operator.neg
        case Sum(terms):
            return operator.add if len(terms) == 2 else _sum
        case Product(factors):
            return operator.mul if len(factors) == 2 else _product
        case Quotient():
            return operator.truediv
        case Power():
            return math.pow
        case Call(function):
            return _FUNCTIONS[function]
    raise KeyError(type(part))


def _sum(*terms: float) -> float:
    return sum(terms)


def _product(*factors: float) -> float:
    return math.prod(factors)


def floats(trees: Sequence[Tree], names: Sequence[str]) -> Floats | None:
    """None where something in them is not known to floats."""
    try:
        return Floats(trees, names)
    except (KeyError, OverflowError):
        return None
