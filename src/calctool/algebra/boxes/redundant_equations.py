"""Equations that hold at a point because others do, by ideals in all functions that occur.

Where p*h is a combination of the equations and p is not zero, h is zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calctool.algebra.common_field import Forms, forms
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.places.place import Place
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.systems.ideals.frame import Frame, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal, saturated
from calctool.algebra.systems.points.constants import NotPolynomial
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute


def is_implied(equations: Sequence[Tree], further: Tree, place: Place) -> bool:
    """Whether the further tree is zero at a point where the equations are known to hold."""
    try:
        return any(place.scalar(each).sign() for each in _multipliers(equations, further))
    except (NotPolynomial, TooLarge, Undecided, Undefined, UnknownError):
        return False


def _multipliers(equations: Sequence[Tree], further: Tree) -> Iterator[Tree]:
    """Functions that times a power of the tree are combinations of the equations."""
    own = forms([*equations, further])
    unknowns = {index: Name(f"g{index}") for p in own.numerators for index in own.used(p)}
    related = _relations(own, unknowns)
    names = [each.id for each in unknowns.values()]
    *given, wanted = (own.tree(p, unknowns) for p in own.numerators)
    frame = Frame(names, [*given, wanted, *related])
    ideal = Ideal(map(frame.polynomial, [*given, *related]), frame.context)
    back = {unknown.id: own.meaning(index) for index, unknown in unknowns.items()}
    for p in saturated(ideal, frame.polynomial(wanted)).basis:
        yield substitute(frame.tree(p), back)


def _relations(own: Forms, unknowns: dict[int, Name]) -> list[Tree]:
    """Such as sin^2 + cos^2 = 1; those with further functions are left out."""
    known = own.field.ring.relations
    polynomials = (own.field.ring.lift(known[i][1]) for i in unknowns if i in known)
    return [own.tree(p, unknowns) for p in polynomials if set(own.used(p)) <= unknowns.keys()]
