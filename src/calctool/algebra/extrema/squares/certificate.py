"""The search for sums of squares: numbers propose Gram matrices, only exact identities count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce

from msgspec import Struct

from calctool import budget
from calctool.algebra.extrema.gram import semidefinite
from calctool.algebra.extrema.polynomials import Polynomial, fractions, ratio
from calctool.algebra.extrema.squares.centre import Centred, centred
from calctool.algebra.extrema.squares.kernel import without_kernel
from calctool.algebra.extrema.squares.monomials import Powers, classes, possible, times, up_to
from calctool.algebra.extrema.squares.program import Block, Program, program

_DENOMINATORS = (1, 2, 3, 4, 6, 8, 12, 24, 60, 2**8, 2**12, 2**16, 2**24, 2**32)
"""Free numbers are rounded to such fractions, the shortest that give squares."""


class Set(Struct, frozen=True):
    """Where all equations are 0 and all inequalities >= 0; polynomials over Q in one ring."""

    equations: tuple[Polynomial, ...] = ()
    inequalities: tuple[Polynomial, ...] = ()


class Term(Struct, frozen=True):
    """`factor` * `root`^2 * `weight` with a positive factor, the weight 1 or an inequality."""

    factor: Fraction
    root: Polynomial
    weight: Polynomial


class Certificate(Struct, frozen=True):
    """`denominator` * p = sum of `terms` + sum of multiplier * equation, as polynomials; the
    denominator is a sum of even powers that is zero at one point at most."""

    denominator: Polynomial
    terms: tuple[Term, ...]
    multipliers: tuple[tuple[Polynomial, Polynomial], ...] = ()


def certificate(p: Polynomial, on: Set) -> Certificate | None:
    """That p >= 0 on the set, after Putinar 1993; without constraints also for a multiple of p.

    None where none was found: it does not say that there is none.
    """
    for denominator, degree in _attempts(p, on):
        found = _search(denominator * p, on, degree)
        if found is not None:
            made = Certificate(denominator, *found)
            if _holds(made, p):
                return made
    return None


def _attempts(p: Polynomial, on: Set) -> Iterator[tuple[Polynomial, int]]:
    """Denominators with the degree of the identity, the cheap ones first."""
    one = p.context().constant(1)
    highest = max(int(q.total_degree()) for q in (p, *on.equations, *on.inequalities))
    degree = highest + highest % 2
    yield one, degree
    if on.equations or on.inequalities:
        yield one, degree + 2
        return
    squares = reduce(lambda a, b: a + b, (x * x for x in p.context().gens()))
    yield squares, degree + 2
    yield squares + 1, degree + 2


Found = tuple[tuple[Term, ...], tuple[tuple[Polynomial, Polynomial], ...]]


def _search(p: Polynomial, on: Set, degree: int) -> Found | None:
    blocks = _blocks(p, on, degree)
    free = list(_free(on, degree, p))
    for _ in range(budget.SQUARES_ROUNDS):
        if sum(len(each.basis) for each in blocks) > budget.SQUARES_SIZE:
            return None
        task = program(p, blocks, [m * q for m, q in free])
        if task is None or len(task.ways) > budget.SQUARES_UNKNOWNS:
            return None
        seen = centred(task)
        if seen is None:
            return None
        if seen.margin > 0 or not task.ways:
            return _rounded(task, seen, blocks, free)
        smaller = without_kernel(blocks, seen)
        if smaller is None:
            return None
        blocks = smaller
    return None


def _blocks(p: Polynomial, on: Set, degree: int) -> list[Block]:
    """Squares of monomials that may occur, and the same for each inequality."""
    context = p.context()
    count = context.nvars()
    supports = [list(fractions(q)) for q in (p, *on.equations, *on.inequalities)]
    bases = [up_to(count, (degree - int(q.total_degree())) // 2) for q in on.inequalities]
    extra = {
        times(times(a, b), m)
        for basis, support in zip(bases, supports[len(supports) - len(bases) :], strict=True)
        for i, a in enumerate(basis)
        for b in basis[: i + 1]
        for m in support
    }
    for q in on.equations:
        lower = up_to(count, degree - int(q.total_degree()))
        extra |= {times(a, m) for a in lower for m in fractions(q)}
    leading = [tuple(map(int, q.monomial(0))) for q in on.equations]
    squares = possible(_normal(up_to(count, degree // 2), leading), (*supports[0], *extra))
    bases = [_normal(basis, leading) for basis in bases]
    every = [powers for support in supports for powers in support]
    made = []
    weights = (context.constant(1), *on.inequalities)
    for weight, basis in zip(weights, (squares, *bases), strict=True):
        for part in classes(basis, every):
            gens = tuple(context.from_dict({powers: 1}) for powers in part)
            made.append(Block(weight, gens))
    return made


def _normal(basis: Sequence[Powers], leading: Sequence[Powers]) -> list[Powers]:
    """Without multiples of leading monomials of equations: on the set these are combinations of
    others, of no higher degree."""
    return [
        powers
        for powers in basis
        if not any(all(a <= b for a, b in zip(m, powers, strict=True)) for m in leading)
    ]


def _free(on: Set, degree: int, p: Polynomial) -> Iterator[tuple[Polynomial, Polynomial]]:
    """Monomials by which an equation may be multiplied, with the equation."""
    context = p.context()
    for q in on.equations:
        for powers in up_to(context.nvars(), degree - int(q.total_degree())):
            yield context.from_dict({powers: 1}), q


def _rounded(
    task: Program,
    seen: Centred,
    blocks: Sequence[Block],
    free: Sequence[tuple[Polynomial, Polynomial]],
) -> Found | None:
    tried = None
    for bottom in _DENOMINATORS:
        steps = [Fraction(round(step * bottom), bottom) for step in seen.steps]
        if steps == tried:
            continue
        tried = steps
        unknowns = task.at(steps)
        squares = [semidefinite(matrix) for matrix in task.matrices(unknowns)]
        if all(each is not None for each in squares):
            terms = [
                Term(factor, _combined(row, block), block.weight)
                for block, found in zip(blocks, squares, strict=True)
                for factor, row in found or ()
            ]
            return tuple(terms), _multipliers(unknowns, len(task.entries), free)
    return None


def _combined(row: Sequence[Fraction], block: Block) -> Polynomial:
    zero = block.weight.context().constant(0)
    return sum((ratio(c) * b for c, b in zip(row, block.basis, strict=True) if c), zero)


def _multipliers(
    unknowns: dict[int, Fraction], first: int, free: Sequence[tuple[Polynomial, Polynomial]]
) -> tuple[tuple[Polynomial, Polynomial], ...]:
    found: list[tuple[Polynomial, Polynomial]] = []
    for number, (monomial, equation) in enumerate(free, first):
        if c := unknowns.get(number):
            term = ratio(c) * monomial
            if found and found[-1][1] is equation:
                found[-1] = found[-1][0] + term, equation
            else:
                found.append((term, equation))
    return tuple(found)


def _holds(made: Certificate, p: Polynomial) -> bool:
    """The identity, multiplied out from what will be shown."""
    total = p.context().constant(0)
    for each in made.terms:
        if each.factor <= 0:
            return False
        total += ratio(each.factor) * each.root * each.root * each.weight
    for multiplier, equation in made.multipliers:
        total += multiplier * equation
    return bool(total == made.denominator * p)
