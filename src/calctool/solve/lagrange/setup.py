"""The question of `lagrange` made ready: constraints as functions g with a sign, L, its letters."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from calctool.algebra.build import added, negated
from calctool.algebra.clean import clean
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.generators.monotone import Inner, inner
from calctool.notation.tree import ZERO, Name, Negative, Product, Relation, Sign, Tree
from calctool.solve.lagrange.seams import Seam, seams
from calctool.solve.lagrange.short import is_rational, short
from calctool.solve.question import LagrangeQuestion

Side = Literal[-1, 0, 1]
"""0 for g = 0, 1 for g <= 0, -1 for g >= 0."""

_SIDES: dict[Sign, Side] = {"=": 0, "<=": 1, ">=": -1}
_TURNED: dict[Sign, Sign] = {"=": "=", "<=": ">=", ">=": "<="}
_LETTERS = ("lambda", "mu", "nu", "kappa", "rho", "tau")


@dataclass(frozen=True, slots=True)
class Constraint:
    """Constraint number `number`, counted from 1: g = 0, g <= 0 or g >= 0."""

    number: int
    relation: Relation
    g: Tree
    side: Side


@dataclass(frozen=True)
class Setup:
    """f of the variables `names` under constraints, each with its multiplier's letter.

    `inner` is what is left of f without monotonic outer functions; f increases with it, or
    decreases (`sign` -1).
    """

    f: Tree
    constraints: tuple[Constraint, ...]
    names: tuple[str, ...]
    letters: tuple[str, ...]
    inner: Tree
    sign: int

    @cached_property
    def equalities(self) -> tuple[Constraint, ...]:
        return tuple(each for each in self.constraints if each.side == 0)

    @cached_property
    def inequalities(self) -> tuple[Constraint, ...]:
        return tuple(each for each in self.constraints if each.side)

    @cached_property
    def _seams(self) -> tuple[tuple[Seam, ...], tuple[Relation, ...]]:
        return seams((self.inner, *(each.g for each in self.constraints)))

    @property
    def seams(self) -> tuple[Seam, ...]:
        """Where a formula changes, as far as that is worked through."""
        return self._seams[0]

    @property
    def uncrossed(self) -> tuple[Relation, ...]:
        """Where a formula changes, and that was not worked through."""
        return self._seams[1]

    @cached_property
    def all_inequalities(self) -> tuple[Constraint, ...]:
        """Those of the question, and with number 0 those that f itself asks for."""
        known = {short(seam.at) for seam in self.seams}
        needs = dict.fromkeys(need for tree in self.trees for need in conditions(tree))
        hidden = (_hidden(need) for need in needs if need.sign in ("<=", ">="))
        kept = (each for each in hidden if not {short(each.g), short(negated(each.g))} & known)
        return (*self.inequalities, *kept)

    @property
    def trees(self) -> tuple[Tree, ...]:
        return (self.f, *(each.g for each in self.constraints))

    @property
    def is_peeled(self) -> bool:
        return self.inner != self.f

    @cached_property
    def lagrangian(self) -> Tree:
        """L = f - λ1*g1 - λ2*g2 - …"""
        pairs = zip(self.letters, self.constraints, strict=True)
        terms = [Negative(Product((Name(letter), each.g))) for letter, each in pairs]
        return added([self.f, *terms])

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names that are no variables."""
        used = self.f.names.union(*(each.g.names for each in self.constraints))
        return tuple(sorted(used.difference(self.names)))

    def slackness(self) -> tuple[Relation, ...]:
        """λ*g = 0 for every inequality."""
        return tuple(
            Relation(Product((Name(letter), each.g)), "=", ZERO)
            for letter, each in zip(self.letters, self.constraints, strict=True)
            if each.side
        )


def setup(question: LagrangeQuestion) -> Setup:
    constraints = tuple(
        _constraint(number, relation, question.wrt)
        for number, relation in enumerate(question.constraints, 1)
    )
    used = question.statement.names.union(
        question.wrt, *(relation.names for relation in question.constraints)
    )
    letters = _letters(len(constraints), used)
    f = question.statement
    # Polynomials are taken as they are: -2*(x + y) is no harder than x + y.
    found = Inner(f) if is_rational(f) else inner(f)
    sign = 1 if found.increasing else -1
    return Setup(f, constraints, question.wrt, letters, found.tree, sign)


def _hidden(need: Relation) -> Constraint:
    return Constraint(0, need, added([need.left, negated(need.right)]), _SIDES[need.sign])


def _constraint(number: int, typed: Relation, names: tuple[str, ...]) -> Constraint:
    """The constant side is taken from the other, so that g reads as it was typed."""
    left, sign, right = typed.left, typed.sign, typed.right
    if left.names.isdisjoint(names):
        left, sign, right = right, _TURNED[sign], left
    g = added([left, negated(right)]) if clean(right) != ZERO else left
    return Constraint(number, typed, g, _SIDES[sign])


def _letters(count: int, used: Collection[str]) -> tuple[str, ...]:
    """lambda for one constraint, lambda1, lambda2, … for several; others where these are taken."""
    for letter in (*_LETTERS, *(f"{letter}_m" for letter in _LETTERS)):
        made = (letter,) if count == 1 else tuple(f"{letter}{n + 1}" for n in range(count))
        if not set(made) & set(used):
            return made
    raise AssertionError  # more names than an expression can hold
