"""Sums of even powers: they are zero at a real point only where each of the terms is."""

from __future__ import annotations

from collections.abc import Iterable

from calctool.algebra.systems.ideals.frame import Polynomial


def terms_of_even_sums(polynomials: Iterable[Polynomial]) -> list[Polynomial]:
    """The terms, each without its exponents, of those polynomials that are such sums."""
    found: list[Polynomial] = []
    for p in polynomials:
        if len(p) > 1 and _is_even_sum(p):
            found += [
                p.context().from_dict({tuple(min(int(n), 1) for n in m): 1}) for m in p.monoms()
            ]
    return found


def _is_even_sum(p: Polynomial) -> bool:
    signs = {c > 0 for c in p.coeffs()}
    return len(signs) == 1 and all(int(n) % 2 == 0 for m in p.monoms() for n in m)
