"""Roots of positive fractions as letters: s for sqrt(2), where s^2 = 2 and s >= 0."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from calctool.algebra.build import multiplied, raised
from calctool.budget import EXPRESSION_NAMES
from calctool.notation.tree import ZERO, Call, Name, Power, Relation, Tree, number, rational
from calctool.notation.walk import transform

LETTERS = tuple(f"s_{n}" for n in range(EXPRESSION_NAMES + 1))


class Roots:
    """The letters of one question, in the order in which their roots were met."""

    def __init__(self, names: Sequence[str]) -> None:
        self._free = [letter for letter in LETTERS if letter not in names]
        self._known: dict[tuple[Fraction, int], Name] = {}
        self._meant: dict[Name, Tree] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The letters that were used."""
        return tuple(each.id for each in self._known.values())

    @property
    def relations(self) -> tuple[Relation, ...]:
        """What says which number each letter is."""
        powers = (
            Relation(raised(letter, number(degree)), "=", number(base))
            for (base, degree), letter in self._known.items()
        )
        return (*powers, *(Relation(each, ">=", ZERO) for each in self._known.values()))

    @property
    def meanings(self) -> dict[str, Tree]:
        """The roots that the letters stand for."""
        return {letter.id: tree for letter, tree in self._meant.items()}

    def without(self, tree: Tree) -> Tree:
        """The tree with letters in place of its roots of fractions."""
        return transform(tree, self._changed)

    def related(self, relation: Relation) -> Relation:
        """The same of both sides."""
        left, right = self.without(relation.left), self.without(relation.right)
        return Relation(left, relation.sign, right)

    def _changed(self, part: Tree) -> Tree | None:
        found = _as_root(part)
        if found is None:
            return None
        base, power = found
        degree = power.denominator
        letter = self._known.get((base, degree))
        if letter is None:
            letter = self._known[base, degree] = Name(self._free[len(self._known)])
            self._meant[letter] = _root(base, degree)
        whole, rest = divmod(power.numerator, degree)
        return multiplied((number(base**whole), raised(letter, number(rest))))


def _as_root(part: Tree) -> tuple[Fraction, Fraction] | None:
    """b and p of b^p with a positive fraction b and a fraction p that is no whole number."""
    if isinstance(part, Call) and part.function == "sqrt":
        base, power = rational(part.arguments[0]), Fraction(1, 2)
    elif isinstance(part, Power):
        base, exponent = rational(part.base), rational(part.exponent)
        if exponent is None:
            return None
        power = exponent
    else:
        return None
    if base is None or base <= 0 or power.denominator == 1:
        return None
    return None if rational(part) is not None else (base, power)


def _root(base: Fraction, degree: int) -> Tree:
    if degree == 2:
        return Call("sqrt", (number(base),))
    return Power(number(base), number(Fraction(1, degree)))
