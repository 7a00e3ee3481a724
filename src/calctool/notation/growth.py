"""How large the value of a function can be, as log2, by the size of a constant argument."""

import math
from collections.abc import Callable

from calctool.atlas.interval import interval, size
from calctool.atlas.record import Function, Growth

MODERATE = 8.0
"""log2 of any other function of a constant, which is taken not to be near a pole by accident."""


def power_of_two(log2: float) -> float:
    return 2.0**log2 if log2 < 1000 else math.inf


def _logarithm(log2: float) -> float:
    if log2 == -math.inf:
        return MODERATE  # Of 0 there is none, and no value is too large.
    return math.log2(max(abs(log2), 2.0))


def _linear(log2: float) -> float:
    return max(log2, 0.0) + 2


def _exponential(log2: float) -> float:
    return math.log2(math.e) * power_of_two(log2)


def _square_exponential(log2: float) -> float:
    return _exponential(2 * log2) + 2


def _factorial(log2: float) -> float:
    return power_of_two(log2) * _linear(log2)


_GROWN: dict[Growth, Callable[[float], float]] = {
    "linear": _linear,
    "logarithm": _logarithm,
    "exponential": _exponential,
    "square-exponential": _square_exponential,
    "factorial": _factorial,
}


def grown(known: Function, largest: float) -> float:
    """log2 of the greatest value, where that of the largest argument is given."""
    if known.range:
        within = interval(known.range)
        bound = max(abs(size(within.low)), abs(size(within.high)))
        if bound < math.inf:
            return math.log2(bound)
    grow = _GROWN.get(known.growth)
    return MODERATE if grow is None else grow(largest)
