"""Where an equation in a variable and in letters holds: symbolic points, for all letters at once.

The equation is solved for one of its names; what the others may be is divided by their signs as far
as the expansions ask for them, so that every point of the set is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from calctool.algebra.build import divided, negated
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.intervals import LINE, Range
from calctool.algebra.domain.ranges import decided, range_of
from calctool.algebra.field import Field
from calctool.algebra.field.factors import is_positive
from calctool.algebra.field.ring import Element, Polynomial, is_constant
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ZERO, Name, Relation, Sign, Tree, number
from calctool.notation.walk import substitute

_MOST_PARTS = 27
"""Combinations of signs: those of three names."""


class Place(Struct, frozen=True):
    """Points of the set: `values` for names put in, the variable among them. Where other names are
    divided by their signs, `signs` says how."""

    equation: Relation
    values: Mapping[str, Tree]
    signs: tuple[Relation, ...]


class NeedSign(Exception):  # noqa: N818 (it is no fault: the name is divided by its sign)
    """A sign hangs on a name of which too little is known."""

    def __init__(self, name: str) -> None:
        self.name = name


class Ranges:
    """Signs of trees by what is known of their names; see `letters_known`."""

    def __init__(self, known: Mapping[str, Range]) -> None:
        self.known = known

    def sign(self, tree: Tree) -> int:
        """Raises NeedSign for a name whose sign may settle it, else Undecided."""
        own = Field()
        element = own.normal(tree)
        if element is None:
            raise Undecided
        total = 1
        for p in element.parts():
            if not p:
                return 0
            content, factors = own.ring.factors(p)
            total *= 1 if content > 0 else -1
            for factor, power in factors:
                total *= self._factor(own, factor) ** power
        return total

    def _factor(self, own: Field, factor: Polynomial) -> int:
        if is_constant(factor) or is_positive(own, factor):
            return 1
        part = own.to_tree(Element(own.ring, factor, own.ring.one))
        if part is None:
            raise Undecided
        found = range_of(part, self.known)
        if found.positive or found.negative:
            return 1 if found.positive else -1
        if found.low == found.high == 0:
            return 0
        for name in sorted(part.names):
            around = self.known.get(name, LINE)
            if not (around.positive or around.negative):
                raise NeedSign(name)
        raise Undecided


def ways(equation: Relation, name: str) -> Iterator[tuple[Relation, Mapping[str, Tree]]] | None:
    """The factors of an equation, each with a name that it is solved for; None where one is not.

    The variable `name` stays free where a letter is solved for.
    """
    own = Field()
    element = own.normal(equation.left)
    other = own.normal(equation.right)
    if element is None or other is None:
        return None
    element = own.normal(equation.left)
    if element is None:
        return None
    found: list[tuple[Relation, Mapping[str, Tree]]] = []
    for factor, _ in own.ring.factors((element - other).parts()[0])[1]:
        if is_constant(factor) or is_positive(own, factor):
            continue
        values = _solved(own, factor, name)
        tree = own.to_tree(Element(own.ring, factor, own.ring.one))
        if values is None or tree is None:
            return None
        found.append((Relation(tree, "=", ZERO), values))
    return iter(found)


def _solved(own: Field, p: Polynomial, name: str) -> Mapping[str, Tree] | None:
    """Values of names that make p vanish, and no others do."""
    degrees = own.ring.degrees(p)
    named = {
        own.kernels[i].data: i for i, d in enumerate(degrees) if d and own.kernels[i].kind == "name"
    }
    used = [i for i, d in enumerate(degrees) if d]
    for each in sorted(named, key=lambda letter: (letter == name, letter)):
        index = named[each]
        if degrees[index] == 1 and not _depend(own, used, index, each):
            slope, rest = p.derivative(f"g{index}"), p.subs({f"g{index}": 0})
            if is_constant(slope) or is_positive(own, slope) or is_positive(own, -slope):
                top, below = (
                    own.to_tree(Element(own.ring, q, own.ring.one)) for q in (rest, slope)
                )
                if top is not None and below is not None:
                    return {each: negated(divided(top, below))}
    return _all_zero(own, p, used)


def _depend(own: Field, used: list[int], index: int, name: str) -> bool:
    """Whether another generator than its own depends on the name."""
    for other in used:
        if other != index and own.kernels[other].kind != "name":
            for argument in own.kernels[other].arguments:
                tree = own.to_tree(argument)
                if tree is None or name in tree.names:
                    return True
    return False


def _all_zero(own: Field, p: Polynomial, used: list[int]) -> Mapping[str, Tree] | None:
    """0 for every name of a sum of even powers with one sign, as x^2 + y^2."""
    pure: set[int] = set()
    signs: set[bool] = set()
    for powers, c in own.ring.terms(p):
        if any(power % 2 for power in powers) or not any(powers):
            return None
        signs.add(c > 0)
        alone = [i for i, power in enumerate(powers) if power]
        pure |= set(alone) if len(alone) == 1 else set()
    if len(signs) != 1 or pure != set(used):
        return None
    if any(own.kernels[i].kind != "name" for i in used):
        return None
    return {own.kernels[i].data: ZERO for i in used}


# --- by signs -----------------------------------------------------------------------------------


class Part(Struct, frozen=True):
    """What is known of the names in one part of the set."""

    known: Mapping[str, Range]
    signs: tuple[Relation, ...] = ()
    zero: tuple[str, ...] = ()

    def divided(self, name: str) -> tuple[Part, ...]:
        """By the sign of one more name."""
        around = self.known.get(name, LINE)
        ranges: tuple[tuple[Sign, Range], ...] = (
            ("<", bounds([Relation(Name(name), "<", ZERO)])[name]),
            (">", bounds([Relation(Name(name), ">", ZERO)])[name]),
        )
        found = [
            Part(
                {**self.known, name: around.meet(side)},
                (*self.signs, Relation(Name(name), sign, ZERO)),
                self.zero,
            )
            for sign, side in ranges
            if not around.meet(side).is_empty
        ]
        at_zero = bounds([Relation(Name(name), "=", ZERO)])[name]
        if not around.meet(at_zero).is_empty:
            relation = Relation(Name(name), "=", ZERO)
            found.append(Part(self.known, (*self.signs, relation), (*self.zero, name)))
        return tuple(found)

    def put_in(self, tree: Tree) -> Tree:
        return substitute(tree, {name: number(0) for name in self.zero})

    def excludes(self, conditions: Iterable[Relation]) -> bool:
        """Whether one of the conditions certainly fails."""
        return any(
            decided(
                Relation(self.put_in(each.left), each.sign, self.put_in(each.right)), self.known
            )
            is False
            for each in conditions
        )


def too_many(parts: int) -> bool:
    return parts > _MOST_PARTS
