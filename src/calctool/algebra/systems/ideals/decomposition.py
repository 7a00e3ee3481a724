"""The solutions of an ideal as a union: finite sets of points, and parts of one dimension each."""

from __future__ import annotations

from collections.abc import Sequence

from flint import fmpz_mpoly_ctx, fmpz_mpoly_vec
from msgspec import Struct, field

from calctool import budget
from calctool.algebra.systems.ideals.factoring import distinct_factors, falls_apart
from calctool.algebra.systems.ideals.frame import Context, Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal, saturated


class Parts(Struct):
    """What was found; `open` counts cases that were too large."""

    context: Context
    ideals: list[Ideal] = field(default_factory=list)
    open: int = 0
    cases: int = 0

    @property
    def finite(self) -> list[Ideal]:
        """The parts that are finite sets of points."""
        return [ideal for ideal in self.ideals if ideal.dimension == 0]

    @property
    def infinite(self) -> list[Ideal]:
        """Without those that lie in another one."""
        kept: list[Ideal] = []
        larger = sorted(self.ideals, key=lambda ideal: -ideal.dimension)
        for ideal in larger:
            if ideal.dimension and not any(is_inside(ideal, other) for other in kept):
                kept.append(ideal)
        return kept


def is_inside(part: Ideal, whole: Ideal) -> bool:
    """Whether every complex solution of `part` is seen to be one of `whole`."""
    try:
        return all(part.vanishing(p) for p in whole.basis)
    except TooLarge:
        return False


def decomposed(polynomials: Sequence[Polynomial], context: Context) -> Parts:
    """Cases by the factors of the equations, of their consequences, and by dimension."""
    parts = Parts(context)
    _take(parts, polynomials)
    return parts


def _take(parts: Parts, polynomials: Sequence[Polynomial]) -> None:
    parts.cases += 1
    if parts.cases > budget.SYSTEM_BRANCHES:
        parts.open += 1
        return
    factored = [distinct_factors(p) for p in polynomials if p]
    if not all(factored):
        return
    several = [factors for factors in factored if len(factors) > 1]
    if not several:
        _take_irreducible(parts, [factors[0] for factors in factored])
        return
    chosen = min(several, key=lambda factors: factors[-1].total_degree())
    others = [_product(factors) for factors in factored if factors is not chosen]
    for factor in chosen:
        divisor = fmpz_mpoly_vec([factor], parts.context)
        rest = [q.reduction_primitive_part(divisor) for q in others]
        _take(parts, [factor, *rest])


def _product(factors: Sequence[Polynomial]) -> Polynomial:
    made = factors[0]
    for factor in factors[1:]:
        made = made * factor
    return made


def _take_irreducible(parts: Parts, polynomials: list[Polynomial]) -> None:
    try:
        ideal = Ideal(polynomials, parts.context)
        dimension = ideal.dimension
        if dimension > 0 and any(falls_apart(p) for p in ideal.basis):
            _take(parts, ideal.basis)
        elif dimension == 0 or len(ideal.generating) <= 1:
            parts.ideals.append(ideal)
        elif dimension > 0:
            _by_dimension(parts, ideal)
    except TooLarge:
        parts.open += 1


def _by_dimension(parts: Parts, ideal: Ideal) -> None:
    """V(I) = V(I : h^oo) with V(I, h), the first of them of one dimension (Gianni et al.)."""
    order = [i for i in range(ideal.variables) if i not in ideal.independent]
    bound = len(order)
    order += ideal.independent
    # As many equations as they take away dimensions: all parts have this one (Macaulay).
    is_pure = ideal.dimension + len(ideal.generating) == ideal.variables
    lex = fmpz_mpoly_ctx.get([f"v{i}" for i in order], "lex")
    back = [order.index(i) for i in range(ideal.variables)]
    try:
        moved = [reordered(p, order, lex) for p in ideal.basis]
        basis = Ideal(moved, lex, budget.SYSTEM_LEX).basis
    except TooLarge:
        if not is_pure:
            raise
        parts.ideals.append(ideal)
        return
    apart = next((p for p in basis if falls_apart(p)), None)
    if apart is not None:
        _take(parts, [*ideal.basis, reordered(apart, back, ideal.context)])
    elif is_pure:
        parts.ideals.append(ideal)
    else:
        h = reordered(_leading_coefficients(basis, bound, lex), back, ideal.context)
        _take_pure_part(parts, ideal, h)


def _take_pure_part(parts: Parts, ideal: Ideal, h: Polynomial) -> None:
    """What is not in h = 0, and then what is there, if that is anything more."""
    pure = ideal if h.is_constant() else saturated(ideal, h)
    if all(ideal.contains(p) for p in pure.basis):
        parts.ideals.append(ideal)
        return
    if any(falls_apart(p) for p in pure.basis):
        _take(parts, pure.basis)
    else:
        parts.ideals.append(pure)
    _take(parts, [*ideal.basis, h])


def _leading_coefficients(basis: Sequence[Polynomial], bound: int, lex: Context) -> Polynomial:
    """What has to be inverted so that the independent variables become constants."""
    found: dict[str, Polynomial] = {}
    for p in basis:
        head = tuple(p.monomial(0))[:bound]
        terms = {m: c for m, c in p.to_dict().items() if m[:bound] == head}
        leading = lex.from_dict({(0,) * bound + m[bound:]: c for m, c in terms.items()})
        found |= {str(factor): factor for factor in distinct_factors(leading)}
    made = lex.constant(1)
    for factor in found.values():
        made = made * factor
    return made


def reordered(p: Polynomial, order: Sequence[int], context: Context) -> Polynomial:
    """Variable number k of the new ring is number order[k] of the old one."""
    return context.from_dict({tuple(m[i] for i in order): c for m, c in p.to_dict().items()})
