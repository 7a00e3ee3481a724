"""Where an equation in a variable and in letters holds: symbolic points, for all letters at once.

The equation is solved for one of its names; what the others may be is divided by signs of
polynomials in them as far as the expansions ask for them, so that every point of the set is looked
at. Where such a polynomial is 0, it is solved for a name in turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, divided, negated
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.factor_signs import FactorSigns
from calctool.algebra.domain.intervals import LINE, Range
from calctool.algebra.domain.ranges import decided, range_of
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.field import Field, is_zero
from calctool.algebra.field.factors import is_positive
from calctool.algebra.field.ring import Element, Polynomial, is_constant
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import ZERO, Name, Relation, Sign, Tree
from calctool.notation.walk import substitute

_MOST_PARTS = 81
"""Combinations of signs: those of three names, and more where they depend on each other."""


class NeedSign(Exception):  # noqa: N818 (it is no fault: what is looked at is divided by the sign)
    """A sign hangs on a polynomial of which too little is known."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree


class Ranges(FactorSigns):
    """Signs of trees by what is known of their names, and of `facts`: trees that have a sign; see
    `letters_known`."""

    def __init__(self, known: Mapping[str, Range], facts: Iterable[tuple[Tree, int]] = ()) -> None:
        self.known, self.facts = known, tuple(facts)

    def sign(self, tree: Tree) -> int:
        """Raises NeedSign for a factor whose sign may settle it, else Undecided."""
        return self.of_tree(tree)

    def of_other(self, part: Tree) -> int:
        for fact, sign in self.facts:
            if fact.names == part.names:
                for turned, turn in ((negated(fact), 1), (fact, -1)):
                    if is_zero(added((part, turned))) is True:
                        return sign * turn
        raise NeedSign(part)


class Part(Struct, frozen=True):
    """Some of the points: what is known of the names, `put` for others, and what has to be 0.

    `signs` say how the part was told apart from others.
    """

    name: str
    known: Mapping[str, Range]
    equations: tuple[Tree, ...]
    put: Mapping[str, Tree] = {}
    facts: tuple[tuple[Tree, int], ...] = ()
    signs: tuple[Relation, ...] = ()

    @property
    def ranges(self) -> Ranges:
        return Ranges(self.known, self.facts)

    def put_in(self, tree: Tree) -> Tree:
        return substitute(tree, dict(self.put))

    @property
    def is_empty(self) -> bool:
        """Whether what is put in certainly contradicts what is known."""
        for name, tree in self.put.items():
            if range_of(tree, self.known).meet(self.known.get(name, LINE)).is_empty:
                return True
        known = Ranges(self.known)
        for tree, sign in self.facts:
            try:
                if known.sign(tree) != sign:
                    return True
            except (NeedSign, Undecided):
                continue
        return False

    def excludes(self, conditions: Iterable[Relation]) -> bool:
        """Whether one of the conditions certainly fails."""
        return any(self._truth(each) is False for each in conditions)

    def implies(self, conditions: Iterable[Relation]) -> bool:
        """Whether all of the conditions certainly hold."""
        return all(each in self.signs or self._truth(each) is True for each in conditions)

    def _truth(self, relation: Relation) -> bool | None:
        left, right = self.put_in(relation.left), self.put_in(relation.right)
        known = decided(Relation(left, relation.sign, right), self.known)
        if known is not None:
            return known
        try:
            return fulfils(self.ranges.sign(added((left, negated(right)))), relation)
        except (NeedSign, Undecided):
            return None

    def solved(self) -> Iterator[Part]:
        """The same with the first of its equations solved. NeedSign where a sign has to be known
        for that, Undecided where no name is found to solve it for."""
        first, *rest = self.equations
        own = Field()
        element = own.normal(self.put_in(first))
        if element is None:
            raise Undecided
        p, _ = element.parts()
        if not p:
            yield replace(self, equations=tuple(rest))
            return
        for factor, _ in own.ring.factors(p)[1]:
            if is_constant(factor) or is_positive(own, factor):
                continue
            values = self._solved(own, factor)
            put = {name: substitute(tree, dict(values)) for name, tree in self.put.items()}
            facts = tuple((substitute(tree, dict(values)), sign) for tree, sign in self.facts)
            made = replace(self, equations=tuple(rest), put={**put, **values}, facts=facts)
            if not made.is_empty:
                yield made

    def _solved(self, own: Field, p: Polynomial) -> Mapping[str, Tree]:
        """Values of names that make p vanish, and no others do."""
        degrees = own.ring.degrees(p)
        named = {
            own.kernels[i].data: i
            for i, d in enumerate(degrees)
            if d and own.kernels[i].kind == "name"
        }
        used = [i for i, d in enumerate(degrees) if d]
        needed: Tree | None = None
        for each in sorted(named, key=lambda letter: (letter == self.name, letter)):
            index = named[each]
            if degrees[index] != 1 or _depend(own, used, index, each):
                continue
            slope, rest = p.derivative(f"g{index}"), p.subs({f"g{index}": 0})
            top, below = (own.to_tree(Element(own.ring, q, own.ring.one)) for q in (rest, slope))
            if top is None or below is None:
                continue
            try:
                if not self.ranges.sign(below):
                    continue
            except NeedSign as need:
                needed = needed or need.tree
                continue
            except Undecided:
                continue
            return {each: negated(divided(top, below))}
        found = _all_zero(own, p, used)
        if found is not None:
            return found
        if needed is not None:
            raise NeedSign(needed)
        raise Undecided

    def divided(self, by: Tree) -> tuple[Part, ...]:
        """By the sign of a polynomial in the names."""
        told: dict[int, Relation] = {
            sign: Relation(by, name, ZERO) for sign, name in _NAMES.items()
        }
        found = []
        for sign in (-1, 1):
            made = replace(self, signs=(*self.signs, told[sign]))
            if isinstance(by, Name):
                around = self.known.get(by.id, LINE).meet(bounds([told[sign]])[by.id])
                if not around.is_empty:
                    found.append(replace(made, known={**self.known, by.id: around}))
            else:
                found.append(replace(made, facts=(*self.facts, (by, sign))))
        if isinstance(by, Name):
            at_zero = bounds([told[0]])[by.id]
            if self.known.get(by.id, LINE).meet(at_zero).is_empty:
                return tuple(found)
        return (
            *found,
            replace(self, signs=(*self.signs, told[0]), equations=(by, *self.equations)),
        )


_NAMES: Mapping[int, Sign] = {-1: "<", 0: "=", 1: ">"}


def factors_of(equation: Relation) -> tuple[Tree, ...] | None:
    """Trees of which one is 0 where an equation holds; None where there is no normal form."""
    own = Field()
    sides = [own.normal(side) for side in (equation.left, equation.right, equation.left)]
    if sides[1] is None or sides[2] is None:
        return None
    found = []
    factors = own.ring.factors((sides[2] - sides[1]).parts()[0])[1]
    if len(factors) == 1 and factors[0][1] == 1 and equation.right == ZERO:
        return (equation.left,)
    for factor, _ in factors:
        if is_constant(factor) or is_positive(own, factor):
            continue
        tree = own.to_tree(Element(own.ring, factor, own.ring.one))
        if tree is None:
            return None
        found.append(tree)
    return tuple(found)


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


def too_many(parts: int) -> bool:
    return parts > _MOST_PARTS
