"""How large the value of a function can be, as log2, by the size of a constant argument."""

import math
from collections.abc import Callable

BOUNDED = {
    **dict.fromkeys(("sin", "cos", "tanh", "sech", "erf", "sign", "heaviside"), 0.0),
    **dict.fromkeys(("sigmoid", "softsign", "airyai"), 0.0),
    **dict.fromkeys(("asin", "acos", "atan", "acot", "asec", "acsc", "erfc", "Si"), 2.0),
}
"""Functions with bounded values, and log2 of a bound."""
MODERATE = 8.0
"""log2 of any other function of a constant, which is taken not to be near a pole by accident."""


def _logarithm(log2: float) -> float:
    return math.log2(max(abs(log2), 2.0))


def power_of_two(log2: float) -> float:
    return 2.0**log2 if log2 < 1000 else math.inf


def _linear(log2: float) -> float:
    return max(log2, 0.0) + 2


def _exponential(log2: float) -> float:
    return math.log2(math.e) * power_of_two(log2)


def _square_exponential(log2: float) -> float:
    return _exponential(2 * log2) + 2


def _factorial(log2: float) -> float:
    return power_of_two(log2) * _linear(log2)


ROOTS = frozenset({"sqrt", "cbrt", "root"})
WHOLE = frozenset({"gamma", "floor", "ceil"})
"""Functions whose value is a whole number that may have to be written out."""

GROWTH: dict[str, Callable[[float], float]] = {
    function: growth
    for functions, growth in (
        ("abs floor ceil min max softplus relu leaky_relu elu silu gelu loggamma li", _linear),
        ("log log2 log10 asinh acosh", _logarithm),
        ("exp sinh cosh besseli besselk Ei Shi Chi", _exponential),
        ("erfi airybi airybiprime", _square_exponential),
        ("gamma beta polygamma bessely besselj", _factorial),
    )
    for function in functions.split()
}
"""log2 of the greatest value, by log2 of the argument; any other is MODERATE."""
