"""The answer for a letter that is 1 or -1 as that for all numbers of its sign."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.cells.systems.weights import Form
from calctool.notation.quoted import all_quoted, quoted
from calctool.notation.tree import ZERO, Call, Name, Negative, Relation, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.optimum.cases.asked import put
from calctool.solve.optimum.cases.methods.units.moved import Moved
from calctool.solve.optimum.cases.plainest import Plain
from calctool.words import Words
from calctool.words.extrema import cases as words


class Units(Struct, frozen=True):
    """Weights with 1 for a letter, and how f and the constraints change with them."""

    letter: str
    weights: Form
    power: Fraction
    logs: Fraction
    constant: Tree
    """What is added to f and free of variables."""
    of_constraints: tuple[Fraction, ...]


class Scaled(Moved, frozen=True):
    """The answer for the letter 1 or -1 as that for all numbers of its sign and the given size."""

    units: Units
    size: Tree
    plain: Plain
    numbers: Mapping[str, int]
    """The constraint of each multiplier, counted from 1."""

    def factor(self, power: Fraction) -> Tree:
        return raised(self.size, number(power)) if power else number(1)

    def unscaled(self, name: str, weight: Fraction) -> Tree:
        """What a name is in the sample."""
        if weight > 0:
            return divided(Name(name), self.factor(weight))
        return multiplied((Name(name), self.factor(-weight)))

    def put(self, tree: Tree, power: Fraction) -> Tree:
        """A number of the sample that has this weight, in the letters as they are."""
        if tree == ZERO or not (power or tree.names & set(self.units.weights)):
            return tree
        others = {
            name: self.unscaled(name, weight)
            for name, weight in self.units.weights.items()
            if name in tree.names and name != self.units.letter and weight
        }
        return self.plain(multiplied((substitute(tree, others), self.factor(power))))

    def of_name(self, name: str, tree: Tree) -> Tree:
        return self.put(tree, self.units.weights.get(name, Fraction(0)))

    def of_multiplier(self, letter: str, tree: Tree) -> Tree:
        constraint = self.units.of_constraints[self.numbers[letter] - 1]
        return self.put(tree, self.units.power - constraint)

    def of_f(self, tree: Tree) -> Tree:
        own = self.units
        if not own.logs and own.constant == ZERO:
            return self.put(tree, own.power)
        # The constant is in the sample with the letter put in.
        sign = number(-1) if isinstance(self.size, Negative) else number(1)
        there = substitute(own.constant, {own.letter: sign})
        moving = self.put(added((tree, negated(there))), own.power)
        terms = [moving, own.constant]
        if own.logs:
            terms.insert(1, multiplied((number(own.logs), Call("log", (self.size,)))))
        return self.plain(added(terms))

    def relation(self, relation: Relation) -> Relation:
        """In x, and in the letters that are left: B > 2 as b > 2*a^v."""
        weight = self.units.weights.get(getattr(relation.left, "id", ""), Fraction(0))
        if isinstance(relation.left, Name) and weight:
            if relation.right == ZERO:
                return relation
            return Relation(relation.left, relation.sign, self.put(relation.right, weight))
        put_in = {
            name: self.unscaled(name, weight)
            for name, weight in self.units.weights.items()
            if name in relation.names and weight
        }
        made = put(relation, put_in)
        if relation.sign == "=" and relation.right == ZERO:
            return Relation(self.plain.numerator(made.left), "=", ZERO)
        return Relation(self.plain(made.left), made.sign, self.plain(made.right))

    def reason(self) -> Words:
        own = self.units
        moved = {name: w for name, w in own.weights.items() if name != own.letter}
        if own.power and own.constant == ZERO and not own.logs:
            moved["f"] = own.power
        changes = [
            Relation(Name(name), "=", self.plain(multiplied((Name(unit(name)), self.factor(w)))))
            for name, w in moved.items()
        ]
        sign = -1 if isinstance(self.size, Negative) else 1
        there = Relation(Name(own.letter), "=", number(sign))
        return words.SCALED.filled(changes=all_quoted(changes), there=quoted(there))


def unit(name: str) -> str:
    """X for x."""
    return name.upper() if name.upper() != name else f"{name}0"
