"""What theorems may suppose of a set and of f on it: closed, bounded, continuous, growing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct

from calctool.algebra.boxes.region import tightened, whole_box
from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.intervals import closed
from calctool.algebra.domain.ranges import decided
from calctool.algebra.extrema.existence.bounded_set import Constraint as Upper
from calctool.algebra.extrema.existence.bounded_set import compact
from calctool.algebra.extrema.existence.separate import bounded_separately
from calctool.algebra.extrema.polar.region import region
from calctool.algebra.generators.monotone import Inner, inner
from calctool.algebra.local.crossing import may_jump
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import ONE, ZERO, Relation, Sign, Tree
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.arguments.protocol import Task
from calctool.solve.optimum.problem import sides
from calctool.solve.optimum.strata.folds import folds, formula
from calctool.words import Words
from calctool.words.extrema.extremes import BOUNDED
from calctool.words.extrema.multipliers import ARGUMENTS, DEFINED_THERE

if TYPE_CHECKING:
    from calctool.algebra.extrema.existence.growth import Coercive

_CLOSED: dict[Sign, Sign] = {">": ">=", "<": "<="}
_OPPOSITE: dict[Sign, Sign] = {">": "<=", "<": ">=", "!=": "=", "=": "!="}


class Growing(Struct, frozen=True):
    """A function that f is, or is a monotonic function of, and how that grows far out."""

    inside: Inner
    shown: Coercive

    @property
    def sign(self) -> int:
        """1 where f itself is greatest far out, -1 where it is least there."""
        return self.shown.sign * (1 if self.inside.increasing else -1)


class Ground(Struct, frozen=True, dict=True):
    """The set of a task together with the edges that it lacks."""

    task: Task

    @cached_property
    def stated(self) -> tuple[Relation, ...]:
        """What was asked for: sides and relations."""
        return (*sides(self.task.sides), *self.task.relations)

    @cached_property
    def ends(self) -> tuple[Relation, ...]:
        """The same with all edges."""
        return tuple(Relation(r.left, _CLOSED.get(r.sign, r.sign), r.right) for r in self.stated)

    @property
    def has_all_edges(self) -> bool:
        """Whether no stated condition is strict."""
        return self.stated == self.ends

    @cached_property
    def own(self) -> tuple[Relation, ...]:
        """What f and the relations need to have a value, beyond what is stated."""
        trees = (self.task.f, *self._constraints)
        needs = dict.fromkeys(need for tree in trees for need in conditions(tree))
        return tuple(each for each in needs if not implied(each, self.ends))

    @property
    def _constraints(self) -> Iterator[Tree]:
        return (side for each in self.task.relations for side in (each.left, each.right))

    @cached_property
    def is_natural(self) -> bool:
        """Whether nothing but f says where it is, and it does not jump there."""
        return self.task.is_free and not may_jump(self.task.f)

    @property
    def is_everywhere(self) -> bool:
        """Whether f is continuous on all of R^n, and that is the set."""
        return self.is_natural and not self.own

    @cached_property
    def jumps(self) -> bool:
        """Whether f or a function in a relation may be discontinuous where it has values."""
        return any(map(may_jump, (self.task.f, *self._constraints)))

    @cached_property
    def is_closed(self) -> bool:
        """Whether the set with its edges is closed, and f continuous on it."""
        return not self.jumps and all(each.sign in (">=", "<=") for each in self.own)

    # --- bounded and closed ---

    @cached_property
    def bounded(self) -> Words | None:
        """Why the set with its edges is bounded and closed; None where that is not seen."""
        names = self.task.names
        found = compact(list(map(_upper, self.ends)), names) if self.ends else None
        if found is not None and found.holds:
            return found.reason
        if self._has_two_sides and all(map(_is_continuous, self._constraints)):
            return BOUNDED["compact-bounded-variables"].filled(names=", ".join(names))
        return self._by_own() or self._in_box() or self._separately()

    @property
    def _has_two_sides(self) -> bool:
        known = dict(self.task.sides)
        return all(
            name in known
            and not is_infinite(known[name].start)
            and not is_infinite(known[name].end)
            for name in self.task.names
        )

    def _by_own(self) -> Words | None:
        if not self.own or not self.is_closed:
            return None
        found = compact(list(map(_upper, (*self.ends, *self.own))), self.task.names)
        return found.reason if found.holds else None

    def _in_box(self) -> Words | None:
        """By coarse ranges: outside of a box one of the conditions does not hold."""
        if not self.ends or not all(map(_is_continuous, self._constraints)):
            return None
        zeros = [Relation(_difference(each), each.sign, ZERO) for each in self.ends]
        box = whole_box(zeros, self.task.names, self.ends)
        if box is None:
            return None
        size = max(high for _, high in box.values())
        return ARGUMENTS["compact-box"].filled(size=size)

    def _separately(self) -> Words | None:
        """By the growth of each variable's own part, on the closed set where all is defined."""
        trees = (self.task.f, *self._constraints)
        if not self.ends or not all(map(_is_continuous, trees)):
            return None
        domain = [need for tree in trees for need in conditions(tree)]
        found = bounded_separately(list(map(_upper, self.ends)), self.task.names, domain)
        return ARGUMENTS["compact-separate"] if found else None

    # --- continuous ---

    @cached_property
    def continuous(self) -> tuple[Words, ...] | None:
        """What must be said to see that f is continuous on the closed set; None where it is not
        seen."""
        if may_jump(self.task.f):
            return None
        needed = [need for need in conditions(self.task.f) if need.sign not in ("<=", ">=")]
        needed = [need for need in needed if not implied(need, self.ends)]
        if needed and not self._hold_throughout(needed):
            return None
        return (DEFINED_THERE.filled(conditions=all_quoted(needed)),) if needed else ()

    def _hold_throughout(self, needed: Sequence[Relation]) -> bool:
        """By the ranges in a small box around the set, which asks nothing of the domain; or
        because the set has no point where the opposite holds."""
        zeros = [Relation(_difference(each), each.sign, ZERO) for each in self.ends]
        box = whole_box(zeros, self.task.names, ())
        small = {} if box is None else tightened(zeros, box)
        known = {name: closed(*ends) for name, ends in small.items()}
        return all(decided(need, known) is True or self._never_fails(need) for need in needed)

    def _never_fails(self, need: Relation) -> bool:
        """By the polar system of the set, with the opposite condition: it is empty."""
        from calctool.algebra.extrema.polar.nearest import is_nonempty

        against = Relation(need.left, _OPPOSITE[need.sign], need.right)
        made = region(ONE, self.task.names, (*self.ends, against))
        return made is not None and is_nonempty(made) is False

    # --- growth ---

    @cached_property
    def coercive(self) -> Growing | None:
        """How f, or what is inside its monotone functions, grows far out; f continuous."""
        from calctool.algebra.extrema.existence.growth import coercive

        f = self.task.f
        for inside in (Inner(f), inner(f)) if self.is_closed else ():
            found = coercive(inside.tree, self.task.names)
            if found is not None:
                return Growing(inside, found)
        return None

    @cached_property
    def growth(self) -> int:
        """1 where each formula of f goes to oo far out, -1 where each goes to -oo, else 0."""
        if not self.is_closed:
            return 0
        found = {_growth(each, self.task.names) for each in _formulas(self.task.f)}
        return found.pop() if len(found) == 1 else 0


@lru_cache(maxsize=32)
def ground(task: Task) -> Ground:
    """What is known of the set of a task, once for all arguments."""
    return Ground(task)


def _growth(f: Tree, names: tuple[str, ...]) -> int:
    from calctool.algebra.extrema.existence.growth import coercive

    inside = inner(f)
    known = coercive(inside.tree, names)
    return 0 if known is None else known.sign * (1 if inside.increasing else -1)


def _formulas(f: Tree) -> Iterator[Tree]:
    bends = [fold for fold in folds(f)[0] if fold.changes]
    for signs in product((1, -1), repeat=len(bends)):
        yield formula(f, dict(zip(bends, signs, strict=True)))


def _is_continuous(tree: Tree) -> bool:
    """On its domain, which is closed."""
    return not may_jump(tree) and all(need.sign in ("<=", ">=") for need in conditions(tree))


def _difference(each: Relation) -> Tree:
    return each.left if each.right == ZERO else added((each.left, negated(each.right)))


def _upper(each: Relation) -> Upper:
    """As g = 0 or g <= 0."""
    g = _difference(each)
    return (negated(g) if each.sign == ">=" else g, "=" if each.sign == "=" else "<=")
