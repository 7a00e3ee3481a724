"""The feasible set in pieces: which inequalities are equalities, on which side of each fold; each
piece is a set given by equations, and on it the points at which f may be extreme."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import implied, is_empty
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Root, Solutions
from calctool.notation.tree import ZERO, Relation, Sign, Tree
from calctool.notation.walk import substitute, walk
from calctool.solve.attempts import tried
from calctool.solve.exact.order import order
from calctool.solve.optimum.constraint import Constraint
from calctool.solve.optimum.kinds.corner import Corner
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.strata.beside import Active, Beside, beside
from calctool.solve.optimum.strata.fixed import all_fixed, equation, fixed_by
from calctool.solve.optimum.strata.folds import (
    Fold,
    Signs,
    constant_sign,
    formula,
    normal,
    two_by_two,
)
from calctool.solve.optimum.strata.on_constraints import Searched, candidates
from calctool.solve.optimum.strata.repeats import repeats
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.short import short
from calctool.words.proofs.boxes import UNSOLVED

if TYPE_CHECKING:
    from calctool.solve.optimum.kinds.crease import Crease

Case = tuple[tuple[Constraint, ...], Signs]
"""Active inequalities, and a side of every fold."""
_OPEN = Solutions((), (), "partial", "none", UNSOLVED, (UNSOLVED,))
_UNSOLVED = Searched(_OPEN, _OPEN)
_CLOSED: dict[Sign, Sign] = {"<": "<=", ">": ">="}
_STRICT: dict[int | None, Sign] = {0: "=", 1: ">", -1: "<", None: "!="}


class Stratum(Struct, frozen=True, dict=True):
    """The points of a problem at which exactly the constraints `active` are equalities, on these
    sides of the folds."""

    task: Problem
    active: tuple[Constraint, ...]
    idle: tuple[Constraint, ...]
    signs: Signs
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
    def on_folds(self) -> tuple[Fold, ...]:
        """The folds that it lies on."""
        return tuple(fold for fold, sign in self.signs.items() if sign == 0)

    @property
    def is_smooth(self) -> bool:
        """Whether f and the constraints have derivatives near its points."""
        return not self.on_folds

    @property
    def is_inner(self) -> bool:
        """Whether it is open in space, so that its candidates are zeros of the gradient."""
        return not self.active and not self.on_folds

    @property
    def is_edge(self) -> bool:
        """Whether f ends there."""
        natural = any(each.origin == "natural" for each in self.active)
        return natural or any(fold.is_edge for fold in self.on_folds)

    @property
    def is_inner_fold(self) -> bool:
        """Whether it lies on folds, and nothing bounds f there."""
        return bool(self.on_folds) and not self.active and not self.is_edge

    @property
    def is_side(self) -> bool:
        """Whether it lies on a side of the stated box."""
        return any(each.origin == "side" for each in self.active)

    @property
    def is_tangled(self) -> bool:
        """Whether all of it lies on some fold besides: then the sides are not those of `signs`."""
        return any(fold.at.names and constant_sign(fold, self.signs) == 0 for fold in self.signs)

    @property
    def f(self) -> Tree:
        """The formula that f itself has there."""
        return formula(two_by_two(self.task.f), self.signs)

    # --- what its points keep -------------------------------------------------------------------

    @cached_property
    def sides(self) -> tuple[Relation, ...]:
        """On which sides of the folds it lies, on none of them."""
        found = (
            Relation(short(formula(fold.at, self.signs)), _STRICT[sign], ZERO)
            for fold, sign in self.signs.items()
            if sign != 0 and constant_sign(fold, self.signs) is None
        )
        return tuple(each for each in found if each.sign != "!=" or not implied(each, self._idle))

    @cached_property
    def away(self) -> tuple[Tree, ...]:
        """What is not zero at its points."""
        return (*(each.g for each in self.idle), *(side.left for side in self.sides))

    def holds(self, place: Place) -> bool | None:
        """Whether the idle constraints hold there, none as an equality, and the sides are right;
        None where that is open."""
        return all_hold_at(place, self.needs)

    @cached_property
    def needs(self) -> tuple[Relation, ...]:
        """What its points keep besides the equations and what f needs to have a value."""
        return (*self._idle, *self.sides)

    @property
    def beyond(self) -> tuple[Relation, ...]:
        """The same with what f needs, and apart from changes that were not worked through."""
        apart = (Relation(each.left, "!=", each.right) for each in self.task.uncrossed)
        return (*self.needs, *self.task.strict, *apart)

    @cached_property
    def _idle(self) -> tuple[Relation, ...]:
        return tuple(each.as_strict() for each in self.idle)

    # --- its candidates -------------------------------------------------------------------------

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
        return [(root, tried(None, self._members_of, root)) for root in self.found.roots]

    def _members_of(self, root: Root) -> tuple[Root, ...] | None:
        if not root.periods:
            return (root,)
        from calctool.solve.optimum.strata.members import members

        found = members(root, self._bounds)
        known = found is not None and all(repeats(self._holes, each) for each in found)
        return found if known else None

    @property
    def _bounds(self) -> list[Tree]:
        """Not positive at the points of this case."""
        sides = [
            (added((each.left, negated(each.right))), _SIDE_OF[each.sign])
            for each in (*self.sides, *self.task.needs)
            if each.sign in _SIDE_OF
        ]
        idle = [(each.g, each.side) for each in self.idle]
        return [g if sign > 0 else negated(g) for g, sign in (*idle, *sides)]

    @property
    def _holes(self) -> tuple[Relation, ...]:
        return tuple(each for each in (*self.sides, *self.task.needs) if each.sign == "!=")

    # --- a point of it --------------------------------------------------------------------------

    def corner(self, place: Place) -> Corner:
        """The point seen from its active constraints; where f is smooth."""
        sides = tuple(each.side for each in self.active)
        return Corner(self.manifold, sides, place, tuple(each.number for each in self.active))

    def crease(self, place: Place) -> Crease:
        """The point seen from the sides of the folds that it lies on."""
        from calctool.solve.optimum.kinds.crease import Crease

        numbers = tuple(each.number for each in self.active)
        f, names, signs, on, active = self._bent
        return Crease(f, names, on, signs, place, active, numbers, is_tangled=self.is_tangled)

    @property
    def crease_sides(self) -> tuple[Beside, ...]:
        """All sides of the folds that it lies on, as far as active constraints let them through."""
        return beside(*self._bent)

    @property
    def _bent(self) -> tuple[Tree, tuple[str, ...], Signs, tuple[Fold, ...], tuple[Active, ...]]:
        active = tuple((two_by_two(each.g), each.side) for each in self.active)
        f = two_by_two(self.task.inner)
        return f, self.task.names, self.signs, self.on_folds, active


_SIDE_OF: dict[Sign, int] = {"<": 1, ">": -1, "<=": 1, ">=": -1}


def _alone(root: Root) -> Root:
    return replace(root, periods=())


# --- the cases ------------------------------------------------------------------------------------


def strata(
    task: Problem,
    gradient: Sequence[Tree] = (),
    wanted: Callable[[Case], bool] = lambda _: True,
) -> Iterator[Stratum]:
    """One for each case that is `wanted`, those with few active inequalities first; `gradient` is
    that of f as one formula, where it was worked out."""
    for chosen, signs in filter(wanted, cases(task)):
        active = (*task.equalities, *chosen)
        idle = (*(each for each in task.walls if each not in chosen), *task.never_equal)
        constraints = [formula(two_by_two(each.g), signs) for each in active]
        known = {normal(g)[0] for g in constraints}
        on = (fold.at for fold, sign in signs.items() if sign == 0 and fold.at not in known)
        on_folds = (short(formula(at, signs)) for at in on)
        equations = (*constraints, *(at for at in on_folds if at != ZERO))
        manifold = Manifold(formula(two_by_two(task.inner), signs), equations, task.names)
        is_plain = not equations and not any(signs.values())
        searched = tried(
            _UNSOLVED, candidates, manifold, task.search, tuple(gradient) if is_plain else ()
        )
        yield Stratum(task, active, idle, signs, manifold, searched)


def cases(task: Problem) -> Sequence[Case]:
    """As many as the budget allows."""
    return _first_cases(task)[: budget.ACTIVE_SETS]


@lru_cache(maxsize=4)  # Each case that is worked through is told with the count of all.
def _first_cases(task: Problem) -> Sequence[Case]:
    """Of very many no more than one too much."""
    return tuple(islice(_all_cases(task), budget.ACTIVE_SETS + 1))


def _all_cases(task: Problem) -> Iterator[Case]:
    walls = [each for each in task.walls if _may_meet(task, (each,))]
    apart = [{*pair} for pair in combinations(walls, 2) if not _may_meet(task, pair)]
    for size in range(len(walls) + 1):
        for chosen in combinations(walls, size):
            if any(pair <= {*chosen} for pair in apart):
                continue
            if not chosen or _may_meet(task, chosen, alone=True):
                for signs in _choices(task, chosen):
                    yield chosen, signs


def _may_meet(task: Problem, chosen: Sequence[Constraint], *, alone: bool = False) -> bool:
    """Whether these may all be active at some point, `alone` without any other: no two of them give
    one name two values, and coarse ranges leave room for the others."""
    known: dict[str, Tree] = {}
    for at in filter(None, (fixed_by(each.g) for each in chosen)):
        other = known.setdefault(at.name, at.value)
        if other != at.value and order(added((other, negated(at.value)))):
            return False
    active = (equation(each.g) for each in (*task.equalities, *chosen))
    idle = [each.as_strict() for each in (*task.walls, *task.never_equal) if each not in chosen]
    if not alone:
        idle = [replace(each, sign=_CLOSED[each.sign]) for each in idle]
    return not is_empty((*active, *idle, *task.needs))


def count_of_cases(task: Problem) -> int:
    """Of very many no more than a bound."""
    found = len(_first_cases(task))
    if found <= budget.ACTIVE_SETS:
        return found
    return sum(1 for _ in _choices(task, task.walls)) << len(task.walls)


def _choices(task: Problem, active: Sequence[Constraint]) -> Iterator[Signs]:
    """A side of every fold of f and of the active constraints, as far as these do not contradict
    each other or leave the domain: sqrt(u) has no u < 0. Open pieces come first."""
    trees = (task.inner, *(each.g for each in (*task.equalities, *active)))
    parts = {part for tree in trees for part in walk(two_by_two(tree))}
    met = [f for f in task.folds if f.is_edge or any(seam.part in parts for seam, _ in f.seams)]
    fixed = all_fixed(each.g for each in active)
    every = product(*(_sides(fold, fixed) for fold in met))
    for chosen in sorted(every, key=lambda sides: sides.count(0)):
        signs = dict(zip(met, chosen, strict=True))
        if not all(_is_possible(fold, signs) for fold in met):
            continue
        # One that is 0 on all of it has its first side, which is no condition.
        beside = (
            Relation(short(formula(fold.at, signs)), _STRICT[sign], ZERO)
            for fold, sign in signs.items()
            if not fold.changes or constant_sign(fold, signs) is None
        )
        if not is_empty((*task.needs, *beside)):
            yield signs


def _sides(fold: Fold, fixed: dict[str, Tree]) -> tuple[int | None, ...]:
    """Where some names are `fixed` there may be one side only."""
    if fold.only_side is not None:
        return (fold.only_side,)
    if fixed:
        at = short(substitute(fold.at, fixed))
        sign = None if at.names else order(at)
        if sign is not None:
            return (sign,) if fold.changes or fold.is_edge or not sign else (None,)
    return (1, -1, 0) if fold.changes or fold.is_edge else (None, 0)


def _is_possible(fold: Fold, signs: Signs) -> bool:
    """Where the sides of other folds leave a number of its function, there is one side only."""
    if not fold.changes:
        return True
    side = constant_sign(fold, signs)
    return side is None or signs[fold] == (side or 1)
