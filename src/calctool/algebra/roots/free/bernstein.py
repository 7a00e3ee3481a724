"""A polynomial in names that go from 0 to 1 lies between the least and the greatest of its
coefficients in Bernstein's form: those of binomial(n, i)*t^i*(1 - t)^(n - i), which add up to 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb, lcm

from calctool import budget
from calctool.algebra.build import divided
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ZERO, Tree

Terms = dict[tuple[int, ...], int]
"""Coefficients by the powers of generators."""


def bernstein(tree: Tree, names: Sequence[str]) -> list[Tree]:
    """The coefficients, one name after the other, each times a positive number.

    Undecided where it is no polynomial in the names, or one of too high a degree.
    """
    field = Field()
    element = field.normal(tree)
    if element is None:
        raise Undecided
    ring = field.ring
    num, den = element.parts()
    found: list[Terms] = [dict(ring.terms(ring.lift(num)))]
    for name in names:
        index = next((i for i in element.used() if field.kernels[i].data == name), None)
        found = [part for each in found for part in _in_one(each, index)]
        if len(found) > budget.BERNSTEIN:
            raise Undecided
    below = _written(field, Element(ring, ring.lift(den), ring.one), names)
    return [
        divided(_written(field, Element(ring, ring.polynomial(each), ring.one), names), below)
        if each else ZERO
        for each in found
    ]  # fmt: skip


def _written(field: Field, element: Element, names: Sequence[str]) -> Tree:
    tree = field.to_tree(element)
    if tree is None or not tree.names.isdisjoint(names):
        raise Undecided
    return tree


def _in_one(terms: Terms, index: int | None) -> list[Terms]:
    if index is None:
        return [terms]
    degree = max((powers[index] for powers in terms), default=0)
    if degree > budget.BERNSTEIN_DEGREE:
        raise Undecided
    scale = lcm(*(comb(degree, j) for j in range(degree + 1)))
    made: list[Terms] = []
    for i in range(degree + 1):
        own: Terms = {}
        for powers, coefficient in terms.items():
            j = powers[index]
            rest = (*powers[:index], 0, *powers[index + 1 :])
            weight = scale * comb(i, j) // comb(degree, j)
            own[rest] = own.get(rest, 0) + coefficient * weight
        made.append({powers: c for powers, c in own.items() if c})
    return made
