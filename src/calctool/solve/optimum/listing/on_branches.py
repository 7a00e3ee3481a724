"""Sets of candidates where constraints are products: on one branch of the feasible set, and the
points at which others meet it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, product

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import multiplied
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.notation.tree import ZERO, Name, Relation, Sign, Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import PointKind, Stretch, Test
from calctool.solve.exact.at_point import recorded
from calctool.solve.exact.order import order
from calctool.solve.optimum.kinds.branches import Option, Split, chosen, split
from calctool.solve.optimum.kinds.corner import PASSED
from calctool.solve.optimum.kinds.on_face import is_level
from calctool.solve.optimum.kinds.record import LEVEL, Judged
from calctool.solve.optimum.strata.fixed import all_fixed, equation
from calctool.solve.optimum.strata.on_set import Unknown, Where, all_reduced, cut, put, vanishes
from calctool.solve.stationary.manifold import Manifold, determinant
from calctool.words.extrema.multipliers import TESTS

OnOne = Callable[[Manifold, tuple[int, ...], Where], tuple[Stretch, ...]]
"""The kinds by the constraints that hold beside a set, with their sides; none where open."""
Case = tuple[Where, tuple[Option, ...]]
"""Where on the set, and the branches of one constraint that pass there."""
CONSTANT = (Stretch((), "local-minimum", LEVEL.test), Stretch((), "local-maximum", LEVEL.test))
"""All feasible points near by have the same value."""
_MOVES = Stretch((), PASSED.kind, PASSED.test)
_BESIDE: dict[int, Sign] = {1: ">", -1: "<"}


class Branches(Struct, frozen=True):
    """A set on which f has one `value` and the constraints of `manifold` are zero, each with its
    side (see `Corner`); its points keep `needs`, and single ones are asked to `judge`."""

    manifold: Manifold
    sides: tuple[int, ...]
    component: Component
    value: Tree | None
    needs: Where
    judge: Callable[[Place], Judged]

    def kinds(self, on_one: OnOne) -> tuple[Stretch, ...]:
        """None where something is open."""
        constraints, names = self.manifold.constraints, self.manifold.names
        splits = [split(g, names, lambda each: vanishes(each, self.component)) for g in constraints]
        met = dict.fromkeys(f for each in splits for f, _ in each.rest if self._may_vanish(f))
        pairs = zip(splits, self.sides, strict=True)
        cases = [self._cases(each, side) for each, side in pairs]
        found = [part for chosen_ in product(*cases) for part in self._of_case(chosen_, on_one)]
        points = [point for factor in met for point in self._met(factor, on_one)]
        kinds = {each.kind for each in (*found, *points)}
        if len(kinds) == 1 and len(found) == 1:
            return (replace(found[0], where=()),)
        return (*found, *points)

    def _put(self, tree: Tree) -> Tree:
        """As it is on the set."""
        return put(substitute(tree, all_fixed(self.component.equations)), self.component)

    def _may_vanish(self, factor: Tree) -> bool:
        apart = (Relation(self._put(factor), "!=", ZERO),)
        return bool(factor.names) and all_reduced(apart) != ()

    def _cases(self, of: Split, side: int) -> list[Case]:
        own = [(self._put(factor), power) for factor, power in of.rest]
        odd = [each for each, power in own if power % 2 and side]
        moving = (each for each, power in own if each.names and not (power % 2 and side))
        apart = tuple(Relation(each, "!=", ZERO) for each in moving)
        if not side:
            return [(apart, tuple(of.options(0, 1)))]
        deciding = multiplied(odd)
        if deciding.names:
            return [
                ((*apart, Relation(deciding, _BESIDE[sign], ZERO)), tuple(of.options(side, sign)))
                for sign in (1, -1)
            ]
        sign = order(deciding)
        if not sign:
            raise Unknown
        return [(apart, tuple(of.options(side, sign)))]

    def _of_case(self, cases: Sequence[Case], on_one: OnOne) -> Iterator[Stretch]:
        where = all_reduced(tuple(each for part, _ in cases for each in part))
        if where is None:
            return
        branches = chosen([options for _, options in cases])
        found = [self._on(branch, where, on_one) for branch in branches]
        if not found or not all(found):
            raise Unknown
        moved = [one for one in found if one[0].kind == "neither" and one[0].test == _MOVES.test]
        if len(found) == 1 or moved:
            found = moved or found
            parts = ((each, all_reduced((*where, *each.where))) for each in found[0])
            yield from (replace(each, where=both) for each, both in parts if both is not None)
            return
        if any(each.where for one in found for each in one):
            raise Unknown
        for kind in self._common([[each.kind for each in one] for one in found]):
            yield Stretch(where, kind, _test(branches))

    def _common(self, found: Sequence[Sequence[PointKind]]) -> Iterator[PointKind]:
        if any("neither" in one for one in found):
            yield "neither"
            return
        both = [kind for kind in found[0] if all(kind in one for one in found)]
        if not both or "undecided" in both:
            raise Unknown
        yield from both

    def _on(self, branch: Option, where: Where, on_one: OnOne) -> tuple[Stretch, ...]:
        own = Manifold(self.manifold.f, tuple(g for g, _ in branch), self.manifold.names)
        sides = tuple(side for _, side in branch)
        if is_level(own, sides, self.value):
            return CONSTANT
        if not any(sides) and self._is_smooth(own):
            if self.component.dimension == len(own.names) - len(own.constraints):
                return CONSTANT
            return tuple(self._moves(own.dependence, on_one))
        return on_one(own, sides, where)

    def _moves(self, dependence: Sequence[Tree], on_one: OnOne) -> Iterator[Stretch]:
        """Where f is not stationary on a branch it takes both greater and smaller values there."""
        if self._never(dependence):
            yield _MOVES
            return
        moving = [each for each in dependence if not vanishes(each, self.component)]
        if len(moving) == 1:
            (one,) = moving
            yield replace(_MOVES, where=(Relation(self._put(one), "!=", ZERO),))
            yield from self._met(one, on_one)

    def _is_smooth(self, branch: Manifold) -> bool:
        """Whether it is a smooth set near all points: of one dimension."""
        count = len(branch.constraints)
        return not count or self._never(
            determinant([tuple(row[i] for i in columns) for row in branch.jacobian])
            for columns in combinations(range(len(branch.names)), count)
        )

    def _never(self, trees: Iterable[Tree]) -> bool:
        """Whether these are nowhere on the set all zero."""
        return solutions((*self.component.equations, *trees), self.component.names).is_empty

    def _met(self, factor: Tree, on_one: OnOne) -> Iterator[Stretch]:
        """Where another branch meets it."""
        names = self.component.names
        met = solutions((*self.component.equations, factor), names)
        if met.state != "complete" or any(root.periods for root in met.roots):
            raise Unknown
        for component in met.components:
            needs = cut(self.needs, component)
            if needs is None:
                continue
            inner = replace(self, component=component, needs=needs).kinds(on_one)
            if not inner:
                raise Unknown
            at = tuple(map(equation, component.equations))
            plain = self._plain(factor) if len(met.components) == 1 else None
            yield from (replace(each, where=(*(plain or at), *each.where)) for each in inner)
        for root in met.roots:
            if all_hold_at(root.place, self.needs) is False:
                continue
            at = tuple(Relation(Name(n), "=", v.expr) for n, v in recorded(root.place, names))
            plain = self._plain(factor) if len(met.roots) == 1 else None
            verdict = self.judge(root.place)
            kinds = CONSTANT if verdict == LEVEL else (Stretch((), verdict.kind, verdict.test),)
            yield from (replace(each, where=plain or at) for each in kinds)

    def _plain(self, factor: Tree) -> Where | None:
        """x = 1 rather than all coordinates."""
        parts = all_reduced((Relation(self._put(factor), "=", ZERO),))
        return parts if parts and len(parts) == 1 else None


def _test(branches: Sequence[Option]) -> Test:
    from calctool.notation.quoted import all_quoted

    factors = dict.fromkeys(Relation(g, "=", ZERO) for branch in branches for g, _ in branch)
    return Test("each-branch", TESTS["each-branch"].filled(branches=all_quoted(factors)))
