"""Two polynomial equations in two variables and a letter: where their solutions can change.

Eliminating one variable leaves a curve in the plane of the other one and the letter. Off the
boundaries of the curves of both variables their zeros are as many and stay apart, and so do the
solutions: an isolated solution has solutions close to it for close values of the letter, as many
as its multiplicity, and these have the same coordinates (conservation of number; Cox, Little,
O'Shea, Using Algebraic Geometry, 4.3). A simple solution stays simple.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from calctool import budget
from calctool.algebra.cells.curves import Curve, curves
from calctool.algebra.cells.plane import NoMethod, Plane
from calctool.algebra.cells.projection import Boundary, boundaries, joined, project
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element, Polynomial
from calctool.algebra.roots import LINE
from calctool.notation.tree import Tree


class Planar(Struct, frozen=True):
    """The curves of each variable, and the values of the letter at which they change."""

    curves: Mapping[str, tuple[Curve, ...]]
    boundaries: tuple[Boundary, ...]


def planar(
    equations: Sequence[Tree],
    names: Sequence[str],
    letter: str,
    more: Sequence[Sequence[Curve]] = (),
    most: int = budget.PLANAR_DEGREE,
) -> Planar:
    """NoMethod where the equations are no polynomials, have common zeros for every value of the
    letter, or are of too high a degree. `more` are groups of curves that must not change either."""
    found = {}
    listed = [each for group in more for each in boundaries_of(group, letter)]
    for name, other in (names, tuple(reversed(names))):
        tree = _eliminated(equations, name, other, letter, most)
        plane = Plane(name, (tree,), ())
        own = curves(plane, (("slope", tree),), frozenset({letter}), (LINE,))
        found[name] = own
        listed += boundaries_of(own, letter)
    both = joined([(each.at, cause) for each in listed for cause in each.causes])
    return Planar(found, both)


def boundaries_of(given: Sequence[Curve], letter: str) -> tuple[Boundary, ...]:
    """The values of the letter at which curves of one plane change."""
    plane = given[0].plane if given else None
    if plane is None:
        return ()
    return boundaries(project(plane, tuple(given), frozenset({letter})), letter)


def _eliminated(equations: Sequence[Tree], name: str, other: str, letter: str, most: int) -> Tree:
    """A polynomial in a variable and the letter that vanishes at every solution."""
    field = Field()
    for tree in equations:
        field.normal(tree)
    p, q = (_polynomial(field, tree, {name, other, letter}, letter) for tree in equations)
    index = next(
        (i for i, k in enumerate(field.kernels) if k.kind == "name" and k.data == other), None
    )
    degrees = [0 if index is None else int(field.ring.degrees(each)[index]) for each in (p, q)]
    if max(p.total_degree() * q.total_degree(), 0) > most:
        raise NoMethod
    if not all(degrees):
        free = [each for each, d in zip((p, q), degrees, strict=True) if not d]
        result = free[0]
    else:
        result = p.resultant(q, f"g{index}")
    found = field.to_tree(Element(field.ring, result, field.ring.one)) if result else None
    if found is None:
        raise NoMethod
    return found


def _polynomial(field: Field, tree: Tree, names: set[str], letter: str) -> Polynomial:
    """The numerator, over a denominator that is free of variables."""
    element = field.normal(tree)
    if element is None:
        raise NoMethod
    num, den = element.parts()
    kernels = [field.kernels[i] for i in element.used()]
    if any(k.kind != "name" or k.data not in names for k in kernels):
        raise NoMethod
    below = field.to_tree(Element(field.ring, den, field.ring.one))
    if below is None or not below.names <= {letter}:
        raise NoMethod
    if not num:
        raise NoMethod
    return field.ring.lift(num)
