"""Candidates case by case: which inequalities are equalities, which formula holds; in each case a
set given by equations, and on it the points at which f may be extreme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations, islice, product

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import negated
from calctool.algebra.domain.conditions import is_empty
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Root, Solutions
from calctool.notation.tree import ZERO, Relation, Sign, Tree
from calctool.notation.walk import walk
from calctool.solve.attempts import tried
from calctool.solve.lagrange.candidates.on_constraints import Searched, candidates
from calctool.solve.lagrange.candidates.periods import members
from calctool.solve.optimum.constraint import Constraint
from calctool.solve.optimum.problem import Problem
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.seams import Side, crossed
from calctool.words.proofs.boxes import UNSOLVED

Case = tuple[tuple[Constraint, ...], tuple[Side, ...]]
"""Active inequalities, and a side of every seam."""
_OPEN = Solutions((), (), "partial", "none", UNSOLVED, (UNSOLVED,))
_UNSOLVED = Searched(_OPEN, _OPEN)


class Face(Struct, frozen=True, dict=True):
    """The points at which exactly the constraints `active` are equalities, on these `sides`."""

    active: tuple[Constraint, ...]
    idle: tuple[Constraint, ...]
    sides: tuple[Side, ...]
    manifold: Manifold
    searched: Searched

    @property
    def found(self) -> Solutions:
        """All solutions of its system."""
        return self.searched.found

    @property
    def is_thinned(self) -> bool:
        """Whether not all points at which gradients of constraints are dependent are candidates."""
        return bool(self.searched.again)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its active constraints, as the reader counts them."""
        return tuple(each.number for each in self.active if each.number)

    @property
    def is_smooth(self) -> bool:
        """Whether f and the constraints have derivatives near its points."""
        return all(side.sign for side in self.sides)

    @property
    def is_edge(self) -> bool:
        """Whether f ends there."""
        hidden = any(each.origin == "natural" for each in self.active)
        return hidden or any(side.seam.is_edge and not side.sign for side in self.sides)

    @cached_property
    def roots(self) -> tuple[Root, ...]:
        """The candidates that certainly belong to this case."""
        return tuple(root for root, holds in self._judged if holds)

    @property
    def is_decided(self) -> bool:
        """Whether of every solution it is known if it belongs to this case."""
        return all(holds is not None for _, holds in self._judged)

    @cached_property
    def _judged(self) -> list[tuple[Root, bool | None]]:
        listed = (each for root, known in self._members for each in known or (_alone(root),))
        return [(root, self.holds(root.place)) for root in listed]

    @property
    def is_listed(self) -> bool:
        """Whether of those that repeat the feasible ones are known."""
        return all(known is not None for _, known in self._members)

    @cached_property
    def _members(self) -> list[tuple[Root, tuple[Root, ...] | None]]:
        return [(root, tried(None, members, root, self._bounds)) for root in self.found.roots]

    @property
    def _bounds(self) -> list[Tree]:
        """Not positive at the points of this case."""
        sides = [(side.seam.at, -side.sign) for side in self.sides if side.sign]
        idle = [(each.g, each.side) for each in self.idle]
        return [g if sign > 0 else negated(g) for g, sign in (*idle, *sides)]

    def holds(self, place: Place) -> bool | None:
        """Whether the idle constraints hold there, none as an equality, and the sides are right;
        None where that is open."""
        return all_hold_at(place, self._needs)

    @cached_property
    def _needs(self) -> tuple[Relation, ...]:
        signs: dict[int, Sign] = {1: "<", -1: ">"}
        idle = (Relation(each.g, signs[each.side], ZERO) for each in self.idle)
        return (*idle, *(side.relation for side in self.sides if side.sign))


def _alone(root: Root) -> Root:
    return replace(root, periods=())


def faces(setup: Problem, f: Tree) -> Iterator[Face]:
    """One for each case, those with few active inequalities first."""
    for chosen, sides in cases(setup):
        active = (*setup.equalities, *chosen)
        idle = (*(each for each in setup.walls if each not in chosen), *setup.never_equal)
        on_seams = dict.fromkeys(side.seam.at for side in sides if not side.sign)
        equations = tuple(crossed(tree, sides) for tree in (*(c.g for c in active), *on_seams))
        manifold = Manifold(crossed(f, sides), equations, setup.names)
        yield Face(
            active, idle, sides, manifold, tried(_UNSOLVED, candidates, manifold, setup.region)
        )


def cases(setup: Problem) -> Iterator[Case]:
    """As many as the budget allows."""
    yield from islice(_all_cases(setup), budget.ACTIVE_SETS)


def _all_cases(setup: Problem) -> Iterator[Case]:
    for size in range(len(setup.walls) + 1):
        for chosen in combinations(setup.walls, size):
            for sides in _choices(setup, chosen):
                yield chosen, sides


def count_of_cases(setup: Problem) -> int:
    """Of very many no more than a bound."""
    every = setup.walls
    if len(every) <= budget.ACTIVE_SETS.bit_length():
        return sum(1 for _ in _all_cases(setup))
    return sum(1 for _ in _choices(setup, every)) << len(every)


def _choices(setup: Problem, active: Sequence[Constraint]) -> Iterator[tuple[Side, ...]]:
    """A side of every seam of f and of the active constraints, as far as these do not contradict
    each other or leave the domain: sqrt(u) has no u < 0."""
    trees = (setup.inner, *(each.g for each in (*setup.equalities, *active)))
    parts = {part for tree in trees for part in walk(tree)}
    met = [seam for seam in setup.seams if seam.is_edge or seam.part in parts]
    for sides in product(*([Side(seam, sign) for sign, _ in seam.pieces] for seam in met)):
        if not is_empty((*setup.needs, *(side.relation for side in sides))):
            yield sides
