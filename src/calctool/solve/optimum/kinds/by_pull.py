"""Of a set on which f has one value: what its points are, by how f changes on leaving it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from calctool.algebra.build import multiplied, raised
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.conditions import conditions, implied, is_empty
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.extrema.kinds.sides import free_names
from calctool.algebra.extrema.polynomials import polynomial, tree_of
from calctool.algebra.factoring import factored
from calctool.algebra.places.fulfilled import all_hold_at
from calctool.algebra.places.place import Place
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import (
    Interval,
    Point,
    Zero,
    compare,
    exact_point,
    sign_between,
    zeros,
)
from calctool.algebra.solutions import Component
from calctool.algebra.solving import solutions
from calctool.notation.tree import ZERO, Name, Negative, Relation, Sign, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.attempts import tried
from calctool.solve.candidates import PointKind, Stretch, Test
from calctool.solve.exact.order import order
from calctool.solve.exact.values import exact_value
from calctool.solve.optimum.kinds.record import OPEN, Judged
from calctool.solve.optimum.strata.fixed import fixed_by
from calctool.solve.optimum.strata.on_set import all_reduced, put
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.short import plainest
from calctool.words.extrema.multipliers import TESTS

_SIGNS: dict[int, Sign] = {1: ">", -1: "<", 0: "="}
_STRICT: dict[Sign, Sign] = {">=": ">", "<=": "<"}
_FLAT = Test("flat-face", TESTS["flat-face"])
_KINDS: tuple[tuple[int, PointKind], ...] = (
    (1, "local-minimum"), (-1, "local-maximum"), (0, "neither"),
)  # fmt: skip


def by_pull(
    manifold: Manifold,
    pull: Tree,
    idle: Iterable[Relation],
    component: Component,
    judge: Callable[[Place], Judged],
) -> tuple[Stretch, ...]:
    """`pull` has the sign with which f changes on leaving the set, to first order; its points keep
    `idle`. Where the pull changes its sign f does both; where it only touches zero single points
    are asked to `judge`. None where something is open, or the pull lacks a value somewhere."""
    within = all_reduced(
        tuple(
            Relation(put(each.left, component), _STRICT.get(each.sign, each.sign), each.right)
            for each in idle
        )
    )
    if within is None:
        return ()
    free, placed = free_names(component), plainest(put(pull, component))
    if not all(implied(needed, within) for needed in conditions(placed)):
        # As where f is infinitely steep on the set, or ends there.
        return ()
    if free and placed.names <= set(free):
        manifold = Manifold(placed, (), free)
        placed = _deciding(placed, within)
        if len(free) == 1:
            line = _Line(placed, free[0], component, judge)
            if found := tried(None, line.stretches, within):
                return found
    return tuple(_by_sign(manifold, placed, within))


class _Line(Struct, frozen=True):
    """A set whose points one name tells apart, with the pull as a function of that."""

    pull: Tree
    name: str
    component: Component
    judge: Callable[[Place], Judged]

    def stretches(self, needs: Sequence[Relation]) -> tuple[Stretch, ...] | None:
        """Between the zeros of the pull, and at them; None where these are not all known."""
        on = _interval(self.name, needs)
        found = None if on is None else zeros(self.pull, self.name, (on,))
        if on is None or found is None or found.state != "complete":
            return None
        if found.families or found.flat or found.cells:
            return None
        ends = [on.start, *(zero.at for zero in found.zeros), on.end]
        signs = {sign_between(self.pull, self.name, p, q) for p, q in pairwise(ends)}
        changes = {zero.changes_sign for zero in found.zeros}
        kinds = [(sign, kind) for sign, kind in _KINDS if sign in signs]
        if not signs <= {1, -1} or None in changes:
            return None
        if len(changes) > 1:
            return tuple(self._mixed(found.zeros))
        if changes == {False}:
            return tuple(self._touched(kinds[0][1], [zero.at for zero in found.zeros]))
        if not changes:
            return tuple(Stretch((), kind, _FLAT) for _, kind in kinds)
        every = (*kinds, _KINDS[2])
        return tuple(Stretch((about(self.pull, sign),), kind, _FLAT) for sign, kind in every)

    def _touched(self, kind: PointKind, at: Sequence[Point]) -> Iterator[Stretch]:
        """One sign, but for single points at which it is zero."""
        trees = [point.tree for point in at if point.tree is not None]
        if len(trees) < len(at):
            raise Undecided
        found = [(tree, self._judged(tree)) for tree in trees]
        if all(judged.kind == kind for _, judged in found):
            yield Stretch((), kind, _FLAT)
            return
        apart = tuple(Relation(Name(self.name), "!=", tree) for tree, _ in found)
        yield Stretch(apart, kind, _FLAT)
        for tree, judged in found:
            yield Stretch((Relation(Name(self.name), "=", tree),), judged.kind, judged.test)

    def _mixed(self, found: Sequence[Zero]) -> Iterator[Stretch]:
        """Both signs, and single points at which it is zero and keeps its sign."""
        own, odd = Name(self.name), _odd(self.pull)
        kinds, there, apart = dict(_KINDS), dict[Tree, Judged](), list[Relation]()
        for zero in found:
            at = zero.at.tree
            if at is None:
                raise Undecided
            verdict = Judged("neither", _FLAT) if zero.changes_sign else self._judged(at)
            side = order(substitute(odd, {self.name: at}))
            if verdict.kind != kinds[side or 0] or not side:
                there[at] = verdict
                apart += [] if zero.changes_sign else [Relation(own, "!=", at)]
        for sign in (1, -1):
            yield Stretch((about(odd, sign), *apart), kinds[sign], _FLAT)
        for at, verdict in there.items():
            yield Stretch((Relation(own, "=", at),), verdict.kind, verdict.test)

    def _judged(self, at: Tree) -> Judged:
        points = dict(self.component.points or ())
        own = dict.fromkeys(points[self.name].names, at)
        here = {name: exact_value(substitute(tree, own)) for name, tree in points.items()}
        return tried(OPEN, self.judge, TracedPlace(here))


def _interval(name: str, needs: Sequence[Relation]) -> Interval | None:
    """The open interval in which the name lies; None where more than its ends are asked."""
    start: Point | None = None
    end: Point | None = None
    for each in needs:
        if each.left != Name(name) or each.right.names or each.sign not in ("<", ">"):
            return None
        at = exact_point(each.right)
        if each.sign == ">" and (start is None or compare(at, start) == 1):
            start = at
        if each.sign == "<" and (end is None or compare(at, end) == -1):
            end = at
    return Interval(start, end)


def _by_sign(manifold: Manifold, pull: Tree, needs: tuple[Relation, ...]) -> Iterator[Stretch]:
    pull = _deciding(pull, needs)
    known = range_of(pull, bounds(needs))
    kinds: tuple[tuple[PointKind, bool], ...] = (
        ("local-minimum", known.positive), ("local-maximum", known.negative),
    )  # fmt: skip
    certain = next((kind for kind, holds in kinds if holds), None)
    if certain is not None:
        yield Stretch((), certain, _FLAT)
        return
    # Where it is zero and not stationary on the face it changes its sign.
    along = Manifold(pull, manifold.constraints, manifold.names)
    flat = solutions((*along.equations, pull), manifold.names)
    if flat.state != "complete" or flat.components:
        return
    # Of zeros that repeat one that is not listed may lie there.
    if any(root.periods or all_hold_at(root.place, needs) is not False for root in flat.roots):
        return
    for sign, kind in _KINDS:
        where = about(pull, sign)
        if not is_empty((where, *needs)):
            yield Stretch((where,), kind, _FLAT)


def _deciding(tree: Tree, needs: Sequence[Relation]) -> Tree:
    """x - 2 for x^2*(x - 2) where x > 0: without factors that have one sign; as a product, for the
    range of that is seen from those of its factors."""
    names, known = sorted(tree.names), bounds(needs)
    p = polynomial(tree, names)
    if not p:
        return tree
    content, factors = factored(p)
    sign, kept = (1 if content > 0 else -1), []
    for part, power in factors:
        factor = tree_of(part, names)
        reach = range_of(factor, known)
        if reach.negative:
            sign *= (-1) ** power
        elif not reach.positive:
            kept.append(raised(factor, number(power)))
    return multiplied((number(sign), *kept))


def _odd(tree: Tree) -> Tree:
    """x - 2 for x^4*(x - 2): the same sign where that is not zero."""
    names = sorted(tree.names)
    p = polynomial(tree, names)
    if not p:
        return tree
    content, found = factored(p)
    odd = (tree_of(factor, names) for factor, power in found if power % 2)
    return multiplied((number(1 if content > 0 else -1), *odd))


def about(tree: Tree, sign: int) -> Relation:
    """u < 0 in place of -u > 0, and x < 4 in place of x - 4 < 0."""
    if isinstance(tree, Negative):
        tree, sign = tree.operand, -sign
    fixed = fixed_by(tree)
    if fixed is None:
        return Relation(tree, _SIGNS[sign], ZERO)
    return Relation(Name(fixed.name), _SIGNS[sign if fixed.rate > 0 else -sign], fixed.value)
