"""What a polynomial does across a component of its critical points, as far as signs tell it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import reduce
from itertools import combinations
from operator import add, mul

from msgspec import Struct

from calctool.algebra.build import multiplied, raised
from calctool.algebra.extrema.forms.inertia import counted
from calctool.algebra.extrema.kinds.classify import on_critical_set
from calctool.algebra.extrema.kinds.judgement import Judgement, extremum
from calctool.algebra.extrema.polynomials import (
    Polynomial,
    context,
    fractions,
    polynomial,
    ratio,
    tree_of,
)
from calctool.algebra.extrema.scalars import fraction
from calctool.algebra.factoring import factored
from calctool.algebra.solutions import Component
from calctool.algebra.systems import contains
from calctool.notation.quoted import quoted
from calctool.notation.tree import number
from calctool.notation.walk import substitute
from calctool.words.extrema import tests as words

Rows = tuple[int, ...]
Entries = Sequence[Sequence[Polynomial]]


class Across(Struct, frozen=True):
    """Polynomials whose signs tell the kind by `judged`, where `off` is not zero.

    None from `judged`: no point has these signs.
    """

    deciding: tuple[Polynomial, ...]
    judged: Callable[[tuple[int, ...]], Judgement | None]
    off: Polynomial


def by_factors(p: Polynomial, component: Component) -> Across | None:
    """f - f(p) = u²ᵏ*v with u = 0 on the component: off the zeros of v its sign is that of v.

    Where the gradient of u is zero as well, it is open whether other points of u = 0 are near.
    """
    rest = _above_value(p, component)
    if rest is None:
        return None
    names = component.names
    content, factors = factored(rest)
    there, others = [], [context(len(names)).constant(content)]
    for factor, power in factors:
        if contains(component.equations, tree_of(factor, names), names):
            there.append((factor, int(power)))
        else:
            others.append(factor**power)
    odd = [factor for factor, power in there if power % 2]
    if odd:
        return _changing_sign(odd[0], component)
    if not there:
        return None
    shown = multiplied(raised(tree_of(factor, names), number(power)) for factor, power in there)
    reason = words.EVEN_POWERS.filled(factors=quoted(shown))

    def judged(signs: tuple[int, ...]) -> Judgement:
        return Judgement(extremum(signs[0]), False, "even-powers", reason)

    rest = reduce(mul, others)
    off = reduce(mul, (_steepness(factor) for factor, _ in there), rest)
    if contains(component.equations, tree_of(off, names), names):
        return None
    return Across((rest,), judged, off)


def _steepness(factor: Polynomial) -> Polynomial:
    """The square of the length of the gradient."""
    slopes = [factor.derivative(index) for index in range(len(factor.context().gens()))]
    return reduce(add, (slope * slope for slope in slopes))


def _changing_sign(factor: Polynomial, component: Component) -> Across | None:
    """Where its gradient is not zero, an odd power of it changes sign on a smooth hypersurface,
    of which the zeros of the other factors are but a thin part."""
    names = component.names
    reason = words.FACTOR_CHANGES_SIGN.filled(factors=quoted(tree_of(factor, names)))
    steep = _steepness(factor)
    if contains(component.equations, tree_of(steep, names), names):
        return None

    def judged(_: tuple[int, ...]) -> Judgement:
        return Judgement("neither", None, "factor-changes-sign", reason)

    return Across((), judged, steep)


def _above_value(p: Polynomial, component: Component) -> Polynomial | None:
    """f less its value on the component, where that is one rational number."""
    names = component.names
    value: Fraction | None = None
    if component.samples:
        value = fraction(component.samples[0].scalar(tree_of(p, names)))
    elif component.points is not None:
        along = substitute(tree_of(p, names), dict(component.points))
        constant = polynomial(along, component.parameters)
        if constant is not None and constant.is_constant():
            value = fractions(constant).get((0,) * len(component.parameters), Fraction(0))
    if value is None:
        return None
    rest = p - ratio(value)
    return rest if rest and contains(component.equations, tree_of(rest, names), names) else None


def by_hessian(p: Polynomial, component: Component) -> Across | None:
    """The sums of principal minors are the symmetric functions of the eigenvalues.

    Where the last of them is not zero the Hessian has as many zero eigenvalues as the component
    has dimensions, and `on_critical_set` applies.
    """
    names = component.names
    if component.dimension == len(names) or not _has_one_dimension(component):
        return None
    size = range(len(names))
    entries = [[p.derivative(i).derivative(j) for j in size] for i in size]
    rank = len(names) - component.dimension
    sums = tuple(_sum_of_minors(entries, k) for k in range(1, rank + 1))
    if contains(component.equations, tree_of(sums[-1], names), names):
        return None

    def judged(signs: tuple[int, ...]) -> Judgement | None:
        found = counted((*signs, *(0 for _ in range(component.dimension))), len(names))
        return None if found is None else on_critical_set(found)

    return Across(sums, judged, sums[-1])


def _has_one_dimension(component: Component) -> bool:
    """Whether the component has its dimension at each of its points: with no more equations than
    dimensions are missing none of its parts can be smaller (Krull)."""
    missing = len(component.names) - component.dimension
    return component.points is not None or len(component.equations) <= missing


def _sum_of_minors(entries: Entries, size: int) -> Polynomial:
    kept = combinations(range(len(entries)), size)
    return reduce(add, (_minor(entries, rows, rows) for rows in kept))


def _minor(entries: Entries, rows: Rows, columns: Rows) -> Polynomial:
    if len(rows) == 1:
        return entries[rows[0]][columns[0]]
    total = 0 * entries[0][0]
    for position, column in enumerate(columns):
        rest = columns[:position] + columns[position + 1 :]
        term = entries[rows[0]][column] * _minor(entries, rows[1:], rest)
        total = total - term if position % 2 else total + term
    return total
