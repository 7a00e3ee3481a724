"""Signs of functions of a letter and of places that have no formula, all over a cell.

What vanishes at a place vanishes together with the curve of the place: resultants of polynomials
say for which values of the letter, or the zeros of t(x, g(x)) where the curve is a = g(x).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from calctool.algebra.cells.cell import Cell, Cut
from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.region import Region
from calctool.algebra.cells.separation import values_at
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, Polynomial, is_constant
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots import zeros
from calctool.algebra.roots.points.constant_sign import constant_sign
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute


class Place(NamedTuple):
    """A zero of a curve; at the sample of the cell it is `at`."""

    curve: Curve
    at: Tree


class AtPlaces:
    """What is known in a cell, of trees with names of places in them too; see `letters_known`."""

    def __init__(self, cell: Region, places: Mapping[str, Place]) -> None:
        self.cell, self.places = cell, places

    def sign(self, tree: Tree) -> int:
        """Raises Cut where it changes; Undecided where no method tells."""
        plain = self.cell.read(tree)
        names = sorted(plain.names & self.places.keys())
        if not names:
            return self.cell.sign(tree)
        try:
            if not self._is_never_zero(plain, names):
                return 0
        except NoMethod:
            raise Undecided from None
        values = {name: self.places[name].at for name in names}
        try:
            return constant_sign(self.cell.at_sample(substitute(plain, values)))
        except Undefined:
            raise Undecided from None

    def _is_never_zero(self, tree: Tree, names: list[str]) -> bool:
        """False where it is 0 everywhere."""
        own = Field()
        trees = [tree, *(self._equation(name) for name in names)]
        elements = [own.normal(each) for each in (*trees, *trees)][len(trees) :]
        if any(each is None for each in elements):
            raise Undecided
        top, *equations = (each.parts()[0] for each in elements if each is not None)
        if not top:
            return False
        kinds = {own.kernels[i].kind for p in (top, *equations) for i in _used(own, p)}
        if kinds == {"name"}:
            self._by_resultants(own, own.ring.lift(top), equations, names)
        elif len(names) == 1 and isinstance(self.cell, Cell):
            self._by_separation(self.cell, tree, names[0])
        else:
            raise Undecided
        return True

    def _equation(self, name: str) -> Tree:
        curve = self.places[name].curve
        return substitute(curve.tree, {curve.plane.name: Name(name)})

    def _by_resultants(
        self, own: Field, p: Polynomial, equations: list[Polynomial], names: list[str]
    ) -> None:
        index = {own.kernels[i].data: i for i in range(own.ring.count)}
        if len(names) > 2:
            raise Undecided
        if len(names) == 2 and self.places[names[0]].curve is self.places[names[1]].curve:
            # Two zeros of one curve are never the same one.
            apart = own.ring.gens[index[names[0]]] - own.ring.gens[index[names[1]]]
            first, second = map(own.ring.lift, equations)
            equations = [first, divmod(first - second, apart)[0]]
            quotient, rest = divmod(p, apart)
            p = quotient if not rest else p
            names, equations = names[::-1], equations[::-1]
        for name, equation in zip(names, equations, strict=True):
            p = p.resultant(own.ring.lift(equation), f"g{index[name]}")
        if not p:
            raise Undecided
        for factor, _ in own.ring.factors(p)[1]:
            if is_constant(factor):
                continue
            found = own.to_tree(Element(own.ring, factor, own.ring.one))
            if found is None:
                raise Undecided
            self.cell.sign(found)

    def _by_separation(self, cell: Cell, tree: Tree, name: str) -> None:
        curve = self.places[name].curve
        g, x = curve.separated, curve.plane.name
        if g is None or any(at.tree is None for at in curve.verticals):
            raise Undecided
        along = substitute(substitute(tree, {name: Name(x)}), {cell.letter: g})
        own = Field()
        element = own.normal(along)
        top = (
            None
            if element is None
            else own.to_tree(Element(own.ring, element.parts()[0], own.ring.one))
        )
        if top is None or x not in top.names:
            raise Undecided
        found = zeros(top, x, curve.on)
        if found.state != "complete" or found.families or found.flat:
            raise Undecided
        points = tuple(
            value for zero in found.zeros for value in values_at(g, x, zero.at) if cell.holds(value)
        )
        if points:
            raise Cut(tree, points)


def _used(own: Field, p: Polynomial) -> list[int]:
    return [i for i, power in enumerate(own.ring.degrees(own.ring.lift(p))) if power]
