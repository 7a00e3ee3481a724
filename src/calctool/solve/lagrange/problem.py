"""The question of `lagrange` made ready: constraints as functions g with a sign, L, its letters."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.boxes.region import whole_box
from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.generators.monotone import Inner, inner
from calctool.algebra.solutions import Box
from calctool.notation.tree import ZERO, Name, Negative, Product, Relation, Sign, Tree
from calctool.solve.lagrange.constraint import Constraint, constraint, hidden
from calctool.solve.lagrange.record import LagrangeQuestion
from calctool.solve.lagrange.redundant import notes, without_redundant
from calctool.solve.stationary.seams import Seam, seams
from calctool.solve.stationary.short import is_rational, short
from calctool.words import Note

_LETTERS = ("lambda", "mu", "nu", "kappa", "rho", "tau")


class Setup(Struct, frozen=True, dict=True):
    """f of the variables `names` under constraints; `notes` say which others were left out.

    `inner` is what is left of f without monotonic outer functions; f increases with it, or
    decreases (`sign` -1).
    """

    f: Tree
    constraints: tuple[Constraint, ...]
    names: tuple[str, ...]
    inner: Tree
    sign: int
    notes: tuple[Note, ...] = ()

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the multipliers."""
        return tuple(each.letter for each in self.constraints)

    @cached_property
    def equalities(self) -> tuple[Constraint, ...]:
        """The constraints that are equations."""
        return tuple(each for each in self.constraints if each.side == 0)

    @cached_property
    def inequalities(self) -> tuple[Constraint, ...]:
        """The constraints that are inequalities."""
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
        asked = (hidden(need) for need in self.domain if need.sign in ("<=", ">="))
        kept = (each for each in asked if not {short(each.g), short(negated(each.g))} & known)
        return (*self.inequalities, *kept)

    @cached_property
    def domain(self) -> tuple[Relation, ...]:
        """Where f and the constraints have a value."""
        return tuple(dict.fromkeys(need for tree in self.trees for need in conditions(tree)))

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The constraints, as g = 0, g <= 0 and g >= 0."""
        signs: dict[int, Sign] = {0: "=", 1: "<=", -1: ">="}
        return tuple(Relation(each.g, signs[each.side], ZERO) for each in self.constraints)

    @cached_property
    def region(self) -> Box | None:
        """A box that no feasible point lies outside of, as far as coarse ranges show one."""
        bare = tuple(each.relation for each in self.inequalities)
        return whole_box(self.relations, self.names, (*bare, *self.domain))

    @property
    def trees(self) -> tuple[Tree, ...]:
        """The objective and all constraints, as functions."""
        return (self.f, *(each.g for each in self.constraints))

    @property
    def is_peeled(self) -> bool:
        """Whether a monotone outer function of the objective was taken off."""
        return self.inner != self.f

    @cached_property
    def lagrangian(self) -> Tree:
        """L = f - λ1*g1 - λ2*g2 - …"""
        terms = [Negative(Product((Name(each.letter), each.g))) for each in self.constraints]
        return added([self.f, *terms])

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names that are no variables."""
        used = self.f.names.union(*(each.g.names for each in self.constraints))
        return tuple(sorted(used.difference(self.names)))

    def slackness(self) -> tuple[Relation, ...]:
        """λ*g = 0 for every inequality."""
        return tuple(
            Relation(Product((Name(each.letter), each.g)), "=", ZERO)
            for each in self.constraints
            if each.side
        )


def setup(question: LagrangeQuestion) -> Setup:
    """The question made ready; constraints that say nothing new are left out."""
    typed = tuple(
        constraint(number, relation, question.wrt)
        for number, relation in enumerate(question.constraints, 1)
    )
    kept = without_redundant(typed)
    used = question.statement.names.union(
        question.wrt, *(relation.names for relation in question.constraints)
    )
    letters = _letters([each.number for each in kept], used)
    constraints = tuple(
        replace(each, letter=letter) for each, letter in zip(kept, letters, strict=True)
    )
    f = question.statement
    # Polynomials are taken as they are: -2*(x + y) is no harder than x + y.
    found = Inner(f) if is_rational(f) else inner(f)
    sign = 1 if found.increasing else -1
    return Setup(f, constraints, question.wrt, found.tree, sign, notes(typed, kept))


def _letters(numbers: Sequence[int], used: Collection[str]) -> tuple[str, ...]:
    """lambda for one constraint, lambda1, lambda2, … for several; others where these are taken."""
    for letter in (*_LETTERS, *(f"{letter}_m" for letter in _LETTERS)):
        many = len(numbers) > 1
        made = tuple(f"{letter}{number}" for number in numbers) if many else (letter,)
        if not set(made) & set(used):
            return made
    raise AssertionError  # more names than an expression can hold
