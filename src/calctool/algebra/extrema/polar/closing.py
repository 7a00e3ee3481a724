"""A region whose every side belongs to it: with one name more, or with the sides that it lacks."""

from __future__ import annotations

from msgspec.structs import replace

from calctool.algebra.extrema.polar.nearest import is_nonempty
from calctool.algebra.extrema.polar.region import Region, ring
from calctool.algebra.systems.ideals.factoring import distinct_factors
from calctool.algebra.systems.ideals.frame import Polynomial
from calctool.budget import EXPRESSION_NAMES

INVERSES = tuple(f"w_{n}" for n in range(EXPRESSION_NAMES + 1))


def closed(region: Region) -> Region:
    """The same values of f on a closed set: w*(what must not vanish) = 1.

    What vanishes nowhere on the region with its sides costs no name.
    """
    if any(p.is_zero() for p in region.nonzero):
        return replace(region, equations=(region.context.constant(1),), nonzero=(), strict=())
    sides = (*region.inequalities, *region.strict)
    bare = replace(region, nonzero=(), strict=(), inequalities=sides)
    poles = [
        p
        for p in region.nonzero
        if not has_sign(p, region) and is_nonempty(bare, (p,)) is not False
    ]
    edges = [p for each in region.strict for p in distinct_factors(each)]
    if not poles and not edges:
        return replace(region, nonzero=(), units=region.nonzero)
    product = region.context.constant(1)
    units = {str(p): p for p in (*poles, *edges)}.values()
    for p in units:
        product *= p
    name = next(w for w in INVERSES if w not in region.names)
    wider = ring(len(region.names) + 1)

    def moved(p: Polynomial) -> Polynomial:
        return wider.from_dict({(*m, 0): c for m, c in p.to_dict().items()})

    inverse = wider.gen(len(region.names)) * moved(product) - 1
    return Region(
        (*region.names, name),
        moved(region.above),
        moved(region.below),
        (*map(moved, region.equations), inverse),
        tuple(map(moved, region.inequalities)),
        tuple(map(moved, region.strict)),
        units=(*map(moved, (*region.nonzero, *edges)), wider.gen(len(region.names))),
    )


def has_sign(p: Polynomial, region: Region) -> bool:
    """Whether it is seen not to vanish: a sum of terms of one sign, one of which is not zero."""
    gens = region.context.gens()
    positive = {i for i, x in enumerate(gens) if x in region.strict}
    not_negative = positive | {i for i, x in enumerate(gens) if x in region.inequalities}
    if len({c > 0 for c in p.coeffs()}) > 1:
        return False
    monomials = [[(i, int(n)) for i, n in enumerate(m) if n] for m in p.monoms()]
    return all(n % 2 == 0 or i in not_negative for m in monomials for i, n in m) and any(
        all(i in positive for i, _ in m) for m in monomials
    )
