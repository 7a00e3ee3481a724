"""Irreducible factors of polynomials in several variables, whatever their coefficients."""

from __future__ import annotations

from math import gcd, lcm
from typing import Any

from flint import fmpq, fmpq_mpoly_ctx

Polynomial = Any
"""`flint.fmpz_mpoly` or `fmpq_mpoly`, which have no type information of their own."""
Content = Any
"""`int` of an integer polynomial, `flint.fmpq` of a rational one: it may be 1/2."""


def factored(p: Polynomial) -> tuple[Content, list[tuple[Polynomial, int]]]:
    """The content with the sign, and the irreducible factors with their powers.

    python-flint sorts factors of one shape by coefficients, which must fit into a machine word; it
    does not mind those of rational polynomials.
    """
    try:
        content, found = p.factor()
    except OverflowError:
        content, found = _over_the_rationals(p)
    whole = content if isinstance(content, fmpq) else int(content)
    return whole, [(factor, int(power)) for factor, power in found]


def _over_the_rationals(p: Polynomial) -> tuple[int, list[tuple[Polynomial, int]]]:
    own = p.context()
    rational = fmpq_mpoly_ctx.get(own.names(), own.ordering())
    found: list[tuple[Polynomial, int]] = []
    rest = own.constant(1)
    for factor, power in rational.from_dict(p.to_dict()).factor()[1]:
        whole = own.from_dict(_whole(factor.to_dict()))
        found.append((whole, int(power)))
        rest *= whole ** int(power)
    return int((p / rest).leading_coefficient()), found


def _whole(terms: dict[tuple[int, ...], Any]) -> dict[tuple[int, ...], int]:
    """The primitive multiple with whole coefficients of a polynomial with rational ones."""
    bottom = lcm(*(int(c.q) for c in terms.values()))
    listed = {m: int(c.p) * (bottom // int(c.q)) for m, c in terms.items()}
    content = gcd(*listed.values())
    return {m: value // content for m, value in listed.items()}
