"""Where equations split into factors: the cases a person would tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from calctool.algebra.systems.equations import Equation, Equations, equation, ideal_of
from calctool.algebra.systems.ideals.factoring import distinct_factors, divides
from calctool.algebra.systems.ideals.frame import Frame, TooLarge


def cases(frame: Frame, system: Equations) -> list[Equations] | None:
    """By a factor that all open equations share, or by the equation with the simplest factors."""
    open_ones = [each for each in system if each.solved is None]
    if not open_ones:
        return None
    return _by_common_factor(frame, system, open_ones) or _by_one_equation(frame, system)


def _by_common_factor(
    frame: Frame, system: Equations, open_ones: Sequence[Equation]
) -> list[Equations] | None:
    """All of f*g_i are zero where f is, or where all of the g_i are."""
    common = reduce(lambda p, q: p.gcd(q), (each.polynomial for each in open_ones))
    if common.is_constant() or len(open_ones) < 2:
        return None
    settled = tuple(each for each in system if each.solved is not None)
    shared = [(*settled, equation(frame, f)) for f in distinct_factors(common)]
    rest = [each.polynomial / common for each in open_ones]
    if any(p.is_constant() for p in rest):
        return shared
    return [*shared, (*settled, *(equation(frame, p) for p in rest))]


def _by_one_equation(frame: Frame, system: Equations) -> list[Equations] | None:
    found = []
    for place, each in enumerate(system):
        if each.solved is None:
            factors = distinct_factors(each.polynomial)
            degree = sum(f.total_degree() for f in factors)
            if len(factors) > 1 or degree < each.polynomial.total_degree():
                rank = (factors[-1].total_degree(), max(map(len, factors)), place)
                found.append((rank, factors))
    if not found:
        return None
    (_, _, place), factors = min(found, key=lambda each: each[0])
    others = (*system[:place], *system[place + 1 :])
    return [_not_implied(frame, equation(frame, f), others) for f in factors]


def _not_implied(frame: Frame, factor: Equation, others: Equations) -> Equations:
    """Without those that follow from the factor and the others that are kept."""
    kept = [each for each in others if not divides(factor.polynomial, each.polynomial)]
    for each in sorted(kept, key=lambda one: -len(one.polynomial)):
        rest = [other for other in kept if other is not each]
        if each.solved is None and _follows(frame, each, (factor, *rest)):
            kept = rest
    return (factor, *kept)


def _follows(frame: Frame, each: Equation, others: Equations) -> bool:
    try:
        return ideal_of(frame, others).contains(each.polynomial)
    except TooLarge:
        return False
