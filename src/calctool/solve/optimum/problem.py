"""One question of extremes: f where equations, inequalities and strict conditions hold.

An unconstrained question has no constraints; a side of a box is an inequality, an open side and an
open condition of the natural domain are strict.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.boxes.region import whole_box
from calctool.algebra.build import added
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.reduction import opposite
from calctool.algebra.generators.monotone import Inner
from calctool.algebra.local.crossing import may_jump
from calctool.algebra.solving import solutions
from calctool.notation.tree import ZERO, Name, Negative, Product, Relation, Sign, Tree
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.constraint import Constraint, constraint, hidden, with_edge
from calctool.solve.optimum.record import OptimumQuestion
from calctool.solve.optimum.redundant import notes, without_redundant
from calctool.solve.optimum.strata.folds import Fold, folds, normal, two_by_two
from calctool.solve.optimum.strata.search import Search, search
from calctool.solve.question import Stretch
from calctool.solve.stationary.short import is_rational, short
from calctool.words import Note

_LETTERS = ("lambda", "mu", "nu", "kappa", "rho", "tau")
_SIGNS: dict[int, Sign] = {0: "=", 1: "<=", -1: ">="}
_STRICT = ("<", ">")


class Problem(Struct, frozen=True, dict=True):
    """f of the variables `names`, where the typed `constraints` hold and each variable lies in its
    part of the line in `box`; `notes` say which constraints were left out.

    With `is_critical` every point without a gradient is a candidate, be f extreme there or not.
    """

    f: Tree
    names: tuple[str, ...]
    constraints: tuple[Constraint, ...] = ()
    box: tuple[tuple[str, Stretch], ...] = ()
    notes: tuple[Note, ...] = ()
    is_critical: bool = False
    strict_ones: tuple[Relation, ...] = ()
    """What was typed with < or >, as g < 0 or g > 0."""
    edges: tuple[Constraint, ...] = ()
    """Inequalities that were strict in the question of which this is the closure."""

    # --- the set ---

    @cached_property
    def equalities(self) -> tuple[Constraint, ...]:
        """The constraints that are equations."""
        return tuple(each for each in self.constraints if each.side == 0)

    @cached_property
    def inequalities(self) -> tuple[Constraint, ...]:
        """Every g <= 0 and g >= 0: those typed, the sides of the box but `open_sides`, and the
        closed conditions of the natural domain, in this order; see `Constraint.origin`."""
        typed = (each for each in self.constraints if each.side)
        left_out = (*self.open_sides, *self.domain)
        kept = (each for each in self._sides if not implied(each, left_out))
        sides = (hidden(each, "side") for each in kept if not self._is_beyond(each))
        closed = (each for each in self.domain if each.sign in (">=", "<="))
        return (*typed, *self.edges, *sides, *(hidden(each, "natural") for each in closed))

    def _is_beyond(self, side: Relation) -> bool:
        """Whether no point of the natural domain lies outside of this side, as of x <= 1 on the
        unit disc."""
        bounds = tuple(each for each in self.domain if each.names <= {*self.names})
        if not any(each.names > side.left.names and _is_closed(each) for each in bounds):
            return False
        from calctool.solve.optimum.strata.reach import has_points

        return tried(None, has_points, (), (*bounds, opposite(side)), self.names) is False

    @cached_property
    def strict(self) -> tuple[Relation, ...]:
        """Conditions whose boundary does not belong to the set: open sides, then those of the
        natural domain."""
        return (*self.open_sides, *(need for need in self.domain if need.sign in (">", "<", "!=")))

    @cached_property
    def asked(self) -> tuple[Constraint, ...]:
        """What was asked for and has a closed form: constraints and closed sides of the box."""
        return (*self.equalities, *(each for each in self.inequalities if each.origin != "natural"))

    @cached_property
    def open_sides(self) -> tuple[Relation, ...]:
        """The sides of the box that do not belong to it, without those that the natural domain
        has anyway, or that no limit of points is on: of x*y = 1 none is on x = 0; then what was
        typed as a strict constraint."""
        open_ = (each for each in self._sides if each.sign in (">", "<"))
        asked = (each for each in open_ if not implied(each, self.domain))
        met = tuple(each for each in asked if not self._is_never_met(each))
        return (*met, *self.strict_ones)

    def _is_never_met(self, side: Relation) -> bool:
        """Whether the equations, continuous wherever they are asked, have no solution there."""
        equations = [each.g for each in self.equalities]
        if not equations or any(conditions(each) or may_jump(each) for each in equations):
            return False
        at = dict.fromkeys(side.left.names, side.right)
        met = [short(substitute(each, at)) for each in equations]
        names = tuple(name for name in self.names if name not in at)
        left = tuple(each for each in met if each != ZERO)
        found = tried(None, solutions, left, names) if left else None
        return found is not None and found.is_empty

    @cached_property
    def _sides(self) -> tuple[Relation, ...]:
        return tuple(sides(self.box))

    @cached_property
    def domain(self) -> tuple[Relation, ...]:
        """Where f and the constraints have a value: the natural domain, without the box."""
        return tuple(dict.fromkeys(need for tree in self.trees for need in conditions(tree)))

    @property
    def needs(self) -> tuple[Relation, ...]:
        """What a point keeps beside constraints and closed sides: the natural domain, open
        sides."""
        return (*self.domain, *self.open_sides)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """All that was asked for and is closed, as g = 0, g <= 0 and g >= 0."""
        return tuple(Relation(each.g, _SIGNS[each.side], ZERO) for each in self.asked)

    @property
    def is_free(self) -> bool:
        """Whether nothing was asked for but f itself."""
        return not self.constraints and not self._sides and not self.strict_ones

    @cached_property
    def search(self) -> Search:
        """Where candidates are looked for: in a box that no feasible point lies outside of, as far
        as sides and coarse ranges show one."""
        bare = tuple(each.relation for each in self.asked if each.side)
        asked = (*self.relations, *self.open_sides)
        region = whole_box(asked, self.names, (*bare, *self.needs))
        return search(dict(self.box), self.inequalities, self.names, region)

    @cached_property
    def closure(self) -> Problem:
        """The same with the sides of the box that do not belong to it, and with the edges of
        strict constraints."""
        closed = ((name, replace(part, closed=(True, True))) for name, part in self.box)
        edges = tuple(map(with_edge, self.strict_ones))
        return replace(self, box=tuple(closed), strict_ones=(), edges=edges)

    # --- f ---

    @property
    def trees(self) -> tuple[Tree, ...]:
        """The objective and all constraints, as functions."""
        strict = (*(each.left for each in self.strict_ones), *(each.g for each in self.edges))
        return (self.f, *(each.g for each in self.constraints), *strict)

    @cached_property
    def _peeled(self) -> Inner:
        # Polynomials are taken as they are: -2*(x + y) is no harder than x + y.
        from calctool.algebra.generators.monotone import inner

        return Inner(self.f) if self.is_critical or is_rational(self.f) else inner(self.f)

    @property
    def inner(self) -> Tree:
        """What is left of f without monotonic outer functions."""
        return self._peeled.tree

    @property
    def sign(self) -> int:
        """1 where f increases with `inner`, -1 where it decreases."""
        return 1 if self._peeled.increasing else -1

    @property
    def is_peeled(self) -> bool:
        """Whether a monotone outer function of the objective was taken off."""
        return self.inner != self.f

    @cached_property
    def periods(self) -> tuple[tuple[str, Tree], ...]:
        """The names in which f and all conditions repeat, each with a period."""
        from calctool.algebra.roots.periods.period import period

        bound = frozenset[str]().union(
            *(each.g.names for each in self.constraints),
            *(each.names for each in (*self._sides, *self.strict_ones)),
        )
        found = ((name, period(self.f, name)) for name in self.names if name not in bound)
        return tuple((name, step) for name, step in found if step is not None)

    # --- changes of a formula ---

    @cached_property
    def _folds(self) -> tuple[tuple[Fold, ...], tuple[Relation, ...]]:
        trees = (self.inner, *(each.g for each in (*self.constraints, *self.edges)))
        return folds(*map(two_by_two, trees), jumps=True)

    @property
    def folds(self) -> tuple[Fold, ...]:
        """Where a formula changes, as far as that is worked through."""
        return self._folds[0]

    @property
    def uncrossed(self) -> tuple[Relation, ...]:
        """Where a formula changes, and that was not worked through."""
        return self._folds[1]

    @cached_property
    def walls(self) -> tuple[Constraint, ...]:
        """The inequalities that are cases by themselves: those at which no formula ends."""
        known = {fold.at for fold in self.folds}
        return tuple(
            each
            for each in self.inequalities
            if each not in self.never_equal
            if each.origin != "natural" or normal(each.g)[0] not in known
        )

    @cached_property
    def never_equal(self) -> tuple[Constraint, ...]:
        """Of the sides of the box those that no point is on."""
        return tuple(each for each in self.inequalities if each.relation.sign in ("<", ">"))

    # --- multipliers ---

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the multipliers."""
        return tuple(each.letter for each in self.constraints)

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
        """λ*g = 0 for every inequality that has a multiplier."""
        return tuple(
            Relation(Product((Name(each.letter), each.g)), "=", ZERO)
            for each in self.constraints
            if each.side
        )


def _is_closed(need: Relation) -> bool:
    return need.sign in ("<=", ">=") and is_rational(need.left) and is_rational(need.right)


def sides(box: Sequence[tuple[str, Stretch]]) -> Iterator[Relation]:
    """x >= 0, or x > 0 where the end is open, for each finite end."""
    for name, stretch in box:
        first, last = stretch.closed
        if not is_infinite(stretch.start):
            yield Relation(Name(name), ">=" if first else ">", stretch.start)
        if not is_infinite(stretch.end):
            yield Relation(Name(name), "<=" if last else "<", stretch.end)


def problem(question: OptimumQuestion, *, is_critical: bool = False) -> Problem:
    """The question made ready; constraints that say nothing new are left out."""
    every = [
        constraint(number, relation, question.wrt)
        for number, relation in enumerate(question.constraints, 1)
    ]
    typed = [each for each in every if each.relation.sign not in _STRICT]
    kept = without_redundant(typed)
    used = question.statement.names.union(
        question.wrt, *(relation.names for relation in question.constraints)
    )
    letters = _letters([each.number for each in kept], used)
    constraints = tuple(
        replace(each, letter=letter) for each, letter in zip(kept, letters, strict=False)
    )
    return Problem(
        question.statement,
        question.wrt,
        constraints,
        question.domain,
        notes(typed, kept),
        is_critical,
        tuple(each.strict for each in every if each.relation.sign in _STRICT),
    )


def _letters(numbers: Sequence[int], used: Collection[str]) -> tuple[str, ...]:
    """lambda for one constraint, lambda1, lambda2, … for several; others where these are taken."""
    for letter in (*_LETTERS, *(f"{letter}_m" for letter in _LETTERS)):
        many = len(numbers) > 1
        made = tuple(f"{letter}{number}" for number in numbers) if many else (letter,)
        if not set(made) & set(used):
            return made
    raise AssertionError  # more names than an expression can hold
