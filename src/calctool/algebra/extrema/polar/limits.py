"""The numbers to which f may tend along points that run to infinity.

Let a be a fixed point and x the point of a closed set with f = c that is nearest to it by the
distance max |x_j - a_j|. For those j where this is reached, J, the x_j = a_j + s_j*r are given by
one unknown r and signs s_j; among the points of the set of this form r is least at x. So the
derivatives in the other names of f - c, of the equations and of the active inequalities are
dependent there: a system for r and c, of which R(r, c) = 0 is a consequence. Where r tends to
infinity as c tends to a limit, the coefficient of the highest power of r in R vanishes at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from flint import fmpz_mpoly_ctx, fmpz_poly
from msgspec import Struct

from calctool.algebra.algebraic import Algebraic, ascending, real_roots
from calctool.algebra.extrema.polar.eliminants import Eliminants
from calctool.algebra.extrema.polar.nearest import Centre
from calctool.algebra.extrema.polar.region import Region
from calctool.algebra.systems.gradients import minors
from calctool.algebra.systems.ideals.factoring import distinct_factors
from calctool.algebra.systems.ideals.frame import Context, Polynomial
from calctool.algebra.systems.parametrised import coefficient


class Corner(Struct, frozen=True):
    """x_j = a_j + side*(x_i - a_i) for each (j, side) of `tied`: as far from a as x_i is."""

    i: int
    tied: tuple[tuple[int, int], ...]

    @property
    def fixed(self) -> frozenset[int]:
        """All that are as far."""
        return frozenset((self.i, *(j for j, _ in self.tied)))


def limits(region: Region, centre: Centre) -> list[Algebraic]:
    """Numbers among which are all limits of f along nearest points that run to infinity; TooLarge
    where they were not found."""
    count = len(region.names)
    wide = fmpz_mpoly_ctx.get([*(f"v{i}" for i in range(count)), "c"], "lex")
    level = _wider(region.above, wide) - wide.gen(count) * _wider(region.below, wide)
    never_zero = [_wider(p, wide) for p in region.units]
    found: set[Algebraic] = set()
    # With more equations, points are finite in number, or on a larger face.
    for face in region.faces(most=count - 1):
        rows = [level, *(_wider(p, wide) for p in face)]
        for corner in _corners(count, count - len(face)):
            system = [_put(p, corner, centre) for p in _nearest(rows, corner, count)]
            units = [_put(p, corner, centre) for p in never_zero]
            for relation in Eliminants(system, units).relations(corner.i):
                found |= _roots(relation, corner.i)
    return ascending(found)


def _wider(p: Polynomial, context: Context) -> Polynomial:
    return context.from_dict({(*m, 0): c for m, c in p.to_dict().items()})


def _corners(count: int, most: int) -> Iterator[Corner]:
    """With at most so many names tied: more are a part of these."""
    for size in range(1, max(most, 1) + 1):
        for i, *others in combinations(range(count), size):
            for sides in product((1, -1), repeat=size - 1):
                yield Corner(i, tuple(zip(others, sides, strict=True)))


def _nearest(rows: Sequence[Polynomial], corner: Corner, count: int) -> Iterator[Polynomial]:
    yield from rows
    free = [k for k in range(count) if k not in corner.fixed]
    if free and len(free) >= len(rows):
        yield from minors([[p.derivative(k) for k in free] for p in rows], len(rows))


def _put(p: Polynomial, corner: Corner, centre: Centre) -> Polynomial:
    if not corner.tied:
        return p
    gens = list(p.context().gens())
    step = gens[corner.i] - _at(centre, corner.i)
    for j, side in corner.tied:
        gens[j] = _at(centre, j) + side * step
    return p.compose(*gens)


def _at(centre: Centre, i: int) -> int:
    return centre[i % len(centre)] + i // len(centre)


def _roots(relation: Polynomial, i: int) -> set[Algebraic]:
    """The values of c at which the highest power of unknown number i vanishes."""
    found: set[Algebraic] = set()
    for factor in distinct_factors(relation):
        leading = coefficient(factor, i, int(factor.degrees()[i]))
        if int(factor.degrees()[i]) and not leading.is_constant():
            coefficients = [0] * (int(leading.degrees()[-1]) + 1)
            for m, c in leading.to_dict().items():
                coefficients[int(m[-1])] += int(c)
            found |= {root for root, _ in real_roots(fmpz_poly(coefficients))}
    return found
