"""Where on a component a polynomial is positive and where negative, said as simply as possible."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import mul

from msgspec import Struct

from calctool.algebra.extrema.polynomials import Polynomial, fractions, polynomial, tree_of
from calctool.algebra.factoring import factored
from calctool.algebra.solutions import Component
from calctool.algebra.systems import has_real_point
from calctool.algebra.systems.ideals.frame import Frame, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute


class Sides(Struct, frozen=True):
    """A polynomial has the sign of `sign` * `deciding`, but is zero where `touching` is.

    None stands for a constant that is positive.
    """

    sign: int
    deciding: Tree | None
    touching: Tree | None


def free_names(component: Component) -> tuple[str, ...]:
    """The names that run through all numbers and tell the points apart; none where there are no
    such names."""
    bare = {tree.id: name for name, tree in component.points or () if isinstance(tree, Name)}
    if component.where or set(component.parameters) - bare.keys():
        return ()
    return tuple(bare[parameter] for parameter in component.parameters)


def sides(p: Polynomial, component: Component) -> Sides:
    """Without even powers, and without the factors that have one sign all over the component."""
    names = component.names
    written = in_free_names(p, component)
    if written is not None:
        p, names = written, free_names(component)
    else:
        p = _reduced(p, component)
    content, factors = factored(p)
    sign = 1 if content > 0 else -1
    deciding: list[Polynomial] = []
    touching: list[Polynomial] = []
    for factor, power in factors:
        side = _only_sign(factor, names, component)
        if side:
            sign *= side if power % 2 else 1
        else:
            (deciding if power % 2 else touching).append(factor)
    return Sides(sign, _product(deciding, names), _product(touching, names))


def _product(factors: Sequence[Polynomial], names: tuple[str, ...]) -> Tree | None:
    return tree_of(reduce(mul, factors), names) if factors else None


def in_free_names(p: Polynomial, component: Component) -> Polynomial | None:
    """A polynomial on a component, in its free names; None where there are none."""
    free = free_names(component)
    if not free:
        return None
    back = {tree.id: Name(name) for name, tree in component.points or () if isinstance(tree, Name)}
    points = {name: substitute(tree, back) for name, tree in component.points or ()}
    return polynomial(substitute(tree_of(p, component.names), points), free)


def _only_sign(p: Polynomial, names: tuple[str, ...], component: Component) -> int:
    """1 or -1 for the sign on all of the component, 0 where both may occur."""
    equations = () if names != component.names else component.equations
    if has_real_point([*equations, tree_of(p, names)], names) is not False:
        return 0
    if not equations:
        constant = fractions(p)[(0,) * len(names)]
        return 1 if constant > 0 else -1
    found = {place.scalar(tree_of(p, names)).sign() for place in component.samples}
    known = found.pop() if component.sampled and len(found) == 1 else None
    return known or 0


def _reduced(p: Polynomial, component: Component) -> Polynomial:
    """A polynomial with the same signs on the component, without what its equations make zero."""
    names = component.names
    tree = tree_of(p, names)
    try:
        frame = Frame(names, (*component.equations, tree))
        ideal = Ideal(
            [*map(frame.polynomial, component.equations), *frame.relations], frame.context
        )
        shorter = frame.tree(ideal.remainder(frame.polynomial(tree)))
    except TooLarge:
        return p
    made = polynomial(shorter, names)
    if made is None or not made:
        return p
    # The remainder is one of a multiple of p: a point tells the sign of that number.
    for place in component.samples:
        before, after = place.scalar(tree).sign(), place.scalar(shorter).sign()
        if before and after:
            return made * (before * after)
    return p
