"""The coefficients of a quadratic function and of equations, as trees in letters."""

from __future__ import annotations

from functools import cached_property

from msgspec import Struct

from calctool.algebra.clean import clean
from calctool.algebra.local.switches import switches
from calctool.notation.tree import ZERO, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.optimum.problem import Problem
from calctool.solve.stationary.manifold import gradient


class System(Struct, frozen=True, dict=True):
    """The coefficients of f and of the constraints, as trees in letters."""

    task: Problem

    @property
    def names(self) -> tuple[str, ...]:
        return self.task.names

    @cached_property
    def is_quadratic(self) -> bool:
        """Whether one quadratic formula is f everywhere, and nothing but equations is asked."""
        task = self.task
        if task.box or task.inequalities or any(each.side for each in task.asked):
            return False
        entries = [entry for row in self.hessian for entry in row]
        needs = [*task.domain, *(s.relation for tree in task.trees for s in switches(tree))]
        return self._are_free(*entries, *needs)

    @property
    def has_free_coefficients(self) -> bool:
        """Whether f is quadratic and all that is asked linear, on all of the space."""
        entries = [entry for row in (*self.hessian, *self.rows) for entry in row]
        return self._are_free(*entries) and not any(switches(tree) for tree in self.task.trees)

    @cached_property
    def is_linear(self) -> bool:
        """The same, where all equations are linear."""
        return self.is_quadratic and self._are_free(*(e for row in self.rows for e in row))

    def _are_free(self, *given: Tree | Relation) -> bool:
        return all(each.names.isdisjoint(self.names) for each in given)

    @cached_property
    def slopes(self) -> tuple[Tree, ...]:
        return gradient(self.task.f, self.names)

    @cached_property
    def hessian(self) -> tuple[tuple[Tree, ...], ...]:
        return tuple(gradient(each, self.names) for each in self.slopes)

    @cached_property
    def rows(self) -> tuple[tuple[Tree, ...], ...]:
        return tuple(gradient(each.g, self.names) for each in self.task.constraints)

    @cached_property
    def trees(self) -> tuple[Tree, ...]:
        """f(0), its slopes there, its second derivatives, then the constraints at 0 and theirs."""
        values = [self._at_zero(each.g) for each in self.task.constraints]
        second = [entry for row in self.hessian for entry in row]
        border = [entry for row in self.rows for entry in row]
        return (*self.at_zero, *second, *values, *border)

    @cached_property
    def at_zero(self) -> tuple[Tree, ...]:
        """f(0) and its slopes there."""
        return tuple(self._at_zero(each) for each in (self.task.f, *self.slopes))

    def _at_zero(self, tree: Tree) -> Tree:
        return clean(substitute(tree, dict.fromkeys(self.names, ZERO)))
