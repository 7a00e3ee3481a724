"""A concrete function for each undefined one, chosen by a seed: a sum of exponentials.

What holds for f whatever f is holds for the stand-in; what the stand-in refutes is refuted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import prod
from random import Random

from flint import arb_series, fmpq

from calctool.algebra.ball.numbers import Value, ball, finite

Term = tuple[fmpq, tuple[fmpq, ...]]
TERMS = 3
"""Six free numbers: no differential equation of low order holds for all such sums."""


@lru_cache(maxsize=256)
def terms_of(name: str, arity: int, seed: int) -> tuple[Term, ...]:
    """f(x, …) = Σ a·exp(b·x + …), the same for one name, arity and seed."""
    random = Random(f"{name} {arity} {seed}")  # noqa: S311 (sampling, not a secret)

    def draw(most: int) -> fmpq:
        return fmpq(random.choice((-1, 1)) * random.randint(1, most), 64)

    return tuple((draw(192), tuple(draw(64) for _ in range(arity))) for _ in range(TERMS))


def stand_in(name: str, orders: tuple[int, ...]) -> Callable[..., Value]:
    """The operation (seed, arguments) -> value of the stand-in's derivative of these orders."""

    def apply(seed: int, *arguments: Value) -> Value:
        total: Value = fmpq(0)
        for factor, rates in terms_of(name, len(orders), seed):
            inner: Value = fmpq(0)
            for rate, argument in zip(rates, arguments, strict=True):
                inner = inner + rate * argument
            raised = (inner if isinstance(inner, arb_series) else ball(inner)).exp()
            slope = prod((b**n for b, n in zip(rates, orders, strict=True)), start=factor)
            total = total + slope * raised
        return finite(total)

    return apply
