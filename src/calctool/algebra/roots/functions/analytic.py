"""A function without switches as a product of irreducible polynomials in names and kernels."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property, lru_cache

from msgspec import Struct

from calctool.algebra.field import Field, Kernel
from calctool.algebra.field.ring import Element, Polynomial
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.functions.curve import Curve, curve
from calctool.notation.tree import Derivative, Tree


class Analytic(Struct, frozen=True, dict=True):
    """A polynomial in the generators of a field, as a function of `name`."""

    field: Field
    polynomial: Polynomial
    name: str

    @cached_property
    def tree(self) -> Tree:
        """The function written out; Undecided where a part of it has no name."""
        found = self.field.to_tree(self.element)
        if found is None:
            raise Undecided
        return found

    @property
    def element(self) -> Element:
        """The function as an element of its field."""
        return Element(self.field.ring, self.polynomial, self.field.ring.one)

    @property
    def curve(self) -> Curve:
        """The function, as balls enclose it."""
        return curve(self.tree, self.name)

    def kernel(self, index: int) -> Kernel:
        """What a generator stands for."""
        return self.field.kernels[index]

    @cached_property
    def moving(self) -> tuple[int, ...]:
        """The generators in it that depend on the name."""
        return tuple(index for index in self.element.used() if self.moves(index))

    @cached_property
    def fixed(self) -> tuple[int, ...]:
        """The generators without the name."""
        return tuple(index for index in self.element.used() if not self.moves(index))

    @cached_property
    def _known(self) -> dict[int, bool]:
        return {}

    def moves(self, index: int) -> bool:
        """Whether a generator, or what stands in for one that is not in use yet, has the name."""
        if index >= len(self.field.kernels):
            return False
        if index not in self._known:
            kernel = self.field.kernels[index]
            self._known[index] = (kernel.kind == "name" and kernel.data == self.name) or any(
                self.moves(i) for argument in kernel.arguments for i in argument.used()
            )
        return self._known[index]

    def terms(self) -> Iterator[tuple[tuple[int, ...], int]]:
        """Powers of the generators, with coefficients."""
        return self.field.ring.terms(self.polynomial)


class Factors(Struct, frozen=True):
    """The irreducible factors that move, with their powers; `zero`: it vanishes identically."""

    parts: tuple[tuple[Analytic, int], ...] = ()
    zero: bool = False


@lru_cache(maxsize=256)
def factors(tree: Tree, name: str) -> Factors:
    """Where the tree is defined, it is zero exactly where one of the factors is."""
    own = Field()
    found = own.normal(tree)
    if found is None:
        raise Undecided
    numerator = own.ring.reduce(own.ring.lift(found.num))
    if numerator.is_zero():
        return Factors(zero=True)
    own.ring.work = 0
    parts = []
    for factor, power in own.ring.factors(numerator)[1]:
        part = Analytic(own, factor, name)
        if part.moving:
            parts.append((part, power))
        elif part.curve.at(Fraction(0)) == 0:
            return Factors(zero=True)
    return Factors(tuple(parts))


def radicand(p: Analytic) -> Tree | None:
    """What is zero where a root is that stands alone; None for other functions."""
    kernels = [p.kernel(index) for index in p.moving]
    if len(kernels) != 1 or kernels[0].kind not in ("root", "odd-root"):
        return None
    if len(list(p.terms())) != 1:
        return None
    return p.field.to_tree(kernels[0].arguments[0])


@lru_cache(maxsize=512)
def derivative(tree: Tree, name: str) -> Tree:
    """The derivative in normal form; Undecided where the field has none."""
    own = Field()
    found = own.normal(Derivative(tree, (name,)))
    made = None if found is None else own.to_tree(found)
    if made is None:
        raise Undecided
    return made


def coefficients(p: Analytic, index: int) -> list[Element]:
    """The coefficients in one generator, from the constant term up."""
    ring = p.field.ring
    split: dict[int, dict[tuple[int, ...], int]] = {}
    for powers, coefficient in p.terms():
        rest = (*powers[:index], 0, *powers[index + 1 :])
        split.setdefault(powers[index], {})[rest] = coefficient
    return [
        Element(ring, ring.polynomial(split[n]), ring.one) if n in split else ring.constant(0)
        for n in range(max(split) + 1)
    ]


def written(p: Analytic, element: Element) -> Tree:
    """An element of the field as a tree."""
    found = p.field.to_tree(element)
    if found is None:
        raise Undecided
    return found
