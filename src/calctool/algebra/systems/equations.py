"""Equations as they are shown on the way to a solution, and what one does to them by hand."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from calctool.algebra.algebraic import real_roots
from calctool.algebra.build import product, raised
from calctool.algebra.factoring import factored
from calctool.algebra.systems.ideals.frame import Frame, Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.algebra.systems.parametrised import coefficient, substituted
from calctool.algebra.systems.points.closed_form import closed_form
from calctool.notation.system import System
from calctool.notation.tree import ZERO, Name, Relation, Tree, number


class Equation(Struct, frozen=True):
    """An equation as it is shown; `solved` is the unknown that stands alone on its left side."""

    polynomial: Polynomial
    shown: Relation
    solved: int | None = None

    def has(self, i: int) -> bool:
        """Whether an unknown occurs."""
        return int(self.polynomial.degrees()[i]) > 0

    @property
    def unknowns(self) -> list[int]:
        """Numbers of what occurs in it."""
        return [i for i, n in enumerate(self.polynomial.degrees()) if int(n)]

    @property
    def is_value(self) -> bool:
        """Whether it says what number an unknown is."""
        return self.solved is not None and not self.shown.right.names


Equations = tuple[Equation, ...]


def line(system: Equations) -> System:
    """A system as one line of a solution."""
    return System(tuple(each.shown for each in system))


def equation(frame: Frame, p: Polynomial) -> Equation:
    """x = 2 where that is all it says; in factors where it has one unknown; else p = 0."""
    unknowns = [i for i, n in enumerate(p.degrees()) if int(n)]
    if len(unknowns) == 1 and unknowns[0] < len(frame.names):
        if p.total_degree() == 1:
            return solved(frame, p, unknowns[0])
        return Equation(p, Relation(_in_factors(frame, p), "=", ZERO))
    return Equation(p, Relation(frame.tree(upright(p)), "=", ZERO))


def distinct(equations: Iterable[Equation]) -> Equations:
    """Without those that are a multiple of another one by a number."""
    found: dict[str, Equation] = {}
    for each in equations:
        found.setdefault(str(upright(each.polynomial.primitive()[1])), each)
    return tuple(found.values())


def upright(p: Polynomial) -> Polynomial:
    """The sign that makes the first term positive."""
    return -p if p and p.leading_coefficient() < 0 else p


def _in_factors(frame: Frame, p: Polynomial) -> Tree:
    found = sorted(factored(p)[1], key=lambda each: (each[0].total_degree(), len(each[0])))
    return product(raised(frame.tree(upright(f)), number(n)) for f, n in found)


def solved(frame: Frame, p: Polynomial, i: int) -> Equation:
    """p = 0 solved for an unknown of which it has a multiple by a number."""
    value = frame.quotient(-coefficient(p, i, 0), coefficient(p, i, 1))
    return Equation(p, Relation(Name(frame.names[i]), "=", value), i)


def put_in(frame: Frame, p: Polynomial, i: int, into: Equation) -> Equation:
    """What `into` becomes when p = 0 is used for the unknown."""
    if into.solved is not None or not into.has(i):
        return into
    top, bottom = -coefficient(p, i, 0), coefficient(p, i, 1)
    return equation(frame, substituted(into.polynomial, i, top, bottom))


def roots(frame: Frame, each: Equation) -> list[Tree] | None:
    """The real solutions of an equation in one unknown; None of others."""
    unknowns = each.unknowns
    if len(unknowns) != 1 or each.solved is not None:
        return None
    p = frame.univariate(each.polynomial, unknowns[0])
    return [closed_form(root) for root, _ in real_roots(p)]


def ideal_of(frame: Frame, system: Equations) -> Ideal:
    """The ideal of a system, with the relations of the constants in it."""
    return Ideal([*(each.polynomial for each in system), *frame.relations], frame.context)


def same_ideal(frame: Frame, before: Equations, after: Equations) -> bool:
    """Whether each side follows from the other one."""
    try:
        first, second = ideal_of(frame, before), ideal_of(frame, after)
    except TooLarge:
        return False
    return all(first.contains(each.polynomial) for each in after) and all(
        second.contains(each.polynomial) for each in before
    )
