"""Rational points of which at least one lies in each connected part of {p != 0 for all p}.

Open cylindrical decomposition: what p does above a point of fewer coordinates changes only where a
leading coefficient, a discriminant or a resultant vanishes (Strzebonski, Solving systems of strict
polynomial inequalities, J. Symb. Comp. 29, 2000).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from math import lcm

from flint import fmpz_mpoly_ctx, fmpz_poly

from calctool import budget
from calctool.algebra.algebraic import Algebraic, ascending, real_roots
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.factoring import factored
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.roots.points.point import bounds_of, simplest_between

Sample = tuple[Fraction, ...]
_BITS = (32, 64, 128, 256, 512, 1024)


def ring(count: int) -> fmpz_mpoly_ctx:
    """The ring of so many letters."""
    return fmpz_mpoly_ctx.get([f"v{i}" for i in range(count)], "lex")


def terms(p: Polynomial) -> Iterator[tuple[tuple[int, ...], int]]:
    """(powers of the letters, coefficient) of each term."""
    return ((tuple(map(int, powers)), int(c)) for powers, c in p.to_dict().items())


def degrees(p: Polynomial) -> tuple[int, ...]:
    """In each letter."""
    return tuple(map(int, p.degrees()))


def open_cells(polynomials: Iterable[Polynomial], count: int) -> tuple[Sample, ...]:
    """NoMethod where that is too much work."""
    levels = [_factors(polynomials)]
    order = _order(levels[0], count)
    for variable in order[:-1]:
        levels.append(_projected(levels[-1], variable))
    points: list[dict[int, Fraction]] = [{}]
    for variable, level in zip(reversed(order), reversed(levels), strict=True):
        points = [
            {**point, variable: value}
            for point in points
            for value in _over(level, point, variable)
        ]
        if len(points) > budget.OPEN_CELLS:
            raise NoMethod
    return tuple(tuple(point[i] for i in range(count)) for point in points)


def _factors(polynomials: Iterable[Polynomial]) -> list[Polynomial]:
    """Irreducible ones, each once."""
    found: dict[str, Polynomial] = {}
    for p in polynomials:
        if not p:
            raise NoMethod
        if p.total_degree() > 3 * budget.OPEN_CELL_DEGREE:
            raise NoMethod
        for factor, _ in () if p.is_constant() else factored(p)[1]:
            if factor.total_degree() > budget.OPEN_CELL_DEGREE:
                raise NoMethod
            found.setdefault(str(factor), factor)
    return list(found.values())


def _order(polynomials: list[Polynomial], count: int) -> list[int]:
    """The coordinates of low degree are projected away first."""
    listed = list(map(degrees, polynomials))
    most = [sum(d[i] ** 2 for d in listed) for i in range(count)]
    return sorted(range(count), key=lambda i: (most[i], -i))


def _projected(level: Sequence[Polynomial], variable: int) -> list[Polynomial]:
    name = f"v{variable}"
    above = [p for p in level if degrees(p)[variable]]
    found = [p for p in level if not degrees(p)[variable]]
    for p in above:
        found.append(_leading(p, variable))
        if degrees(p)[variable] > 1:
            found.append(p.discriminant(name))
    found += [p.resultant(q, name) for p, q in combinations(above, 2)]
    return _factors(found)


def _leading(p: Polynomial, variable: int) -> Polynomial:
    degree, found = degrees(p)[variable], {}
    for powers, c in terms(p):
        if powers[variable] == degree:
            found[tuple(0 if i == variable else n for i, n in enumerate(powers))] = c
    return p.context().from_dict(found)


def _over(
    level: Sequence[Polynomial], point: dict[int, Fraction], variable: int
) -> Iterator[Fraction]:
    """A value in each gap between the zeros above a point of the coordinates that come before."""
    zeros: set[Algebraic] = set()
    for p in level:
        restricted = along(p, {i: (v, Fraction(0)) for i, v in point.items()}, variable)
        if restricted:
            zeros |= {root for root, _ in real_roots(restricted)}
    listed = ascending(zeros)
    if not listed:
        yield Fraction(1)
        return
    bounds = [_bounds(z, _BITS[0]) for z in listed]
    yield Fraction(-(-bounds[0][0].numerator // bounds[0][0].denominator) - 1)
    for left, right in pairwise(listed):
        yield _between(left, right)
    yield Fraction(bounds[-1][1].numerator // bounds[-1][1].denominator + 1)


def along(
    p: Polynomial, lines: dict[int, tuple[Fraction, Fraction]], variable: int | None = None
) -> fmpz_poly:
    """A multiple of p with v = low + slope*t for each coordinate v of `lines`, as a polynomial in
    t, which is the coordinate `variable` where one is left."""
    total: list[Fraction] = []
    for powers, c in terms(p):
        term = [Fraction(int(c))]
        for i, n in enumerate(powers):
            line = (Fraction(0), Fraction(1)) if i == variable else lines.get(i)
            for _ in range(n if line is not None else 0):
                term = _times(term, line)  # type: ignore[arg-type]
        total += [Fraction(0)] * (len(term) - len(total))
        for k, value in enumerate(term):
            total[k] += value
    below = lcm(*(value.denominator for value in total)) if total else 1
    return fmpz_poly([int(value * below) for value in total])


def _times(term: list[Fraction], line: tuple[Fraction, Fraction]) -> list[Fraction]:
    low, slope = line
    if not slope:
        return [low * value for value in term]
    found = [Fraction(0)] * (len(term) + 1)
    for k, value in enumerate(term):
        found[k] += low * value
        found[k + 1] += slope * value
    return found


def _bounds(root: Algebraic, bits: int) -> tuple[Fraction, Fraction]:
    value = root.rational
    return (value, value) if value is not None else bounds_of(root.ball(bits))


def _between(left: Algebraic, right: Algebraic) -> Fraction:
    """A short rational number strictly between two."""
    for bits in _BITS:
        low, high = _bounds(left, bits)[1], _bounds(right, bits)[0]
        if low < high:
            apart = (high - low) / 4
            return simplest_between(low + apart, high - apart)
    raise NoMethod


def value(p: Polynomial, sample: Sample) -> Fraction:
    """That of a polynomial at a point."""
    total = Fraction(0)
    for powers, c in terms(p):
        term = Fraction(int(c))
        for base, n in zip(sample, powers, strict=True):
            term *= base**n
        total += term
    return total


def is_joined(p: Sequence[Polynomial], one: Sample, other: Sample) -> bool:
    """Whether no polynomial vanishes on the segment between two points."""
    lines = {i: (a, b - a) for i, (a, b) in enumerate(zip(one, other, strict=True))}
    return not any(_vanishes(along(each, lines)) for each in p)


def _vanishes(p: fmpz_poly) -> bool:
    """Whether it has a zero between 0 and 1."""
    if p.degree() < 1:
        return not p
    for root, _ in real_roots(p):
        for bits in _BITS:
            low, high = _bounds(root, bits)
            if high < 0 or low > 1:
                break
            if low >= 0 and high <= 1:
                return True
        else:
            return True
    return False
