"""All zeros of a function on an open interval: which method is asked when, and on which pieces."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.ranges import decided
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.effort import Effort
from calctool.algebra.roots.found import (
    Found,
    Hit,
    cut,
    ordered,
    strictly_inside,
    together,
)
from calctool.algebra.roots.free.one_sign import by_one_sign
from calctool.algebra.roots.free.recurrence import by_recurrence
from calctool.algebra.roots.functions.analytic import Analytic, factors, radicand
from calctool.algebra.roots.functions.branches import (
    difference,
    formula_switches,
    resolved,
    smoothness_switches,
)
from calctool.algebra.roots.functions.curve import curve
from calctool.algebra.roots.methods.affine import by_affine, shifted_factors
from calctool.algebra.roots.methods.elimination import algebraic_zeros, is_algebraic_function
from calctool.algebra.roots.methods.far_out import by_envelope
from calctool.algebra.roots.methods.inversion import by_inversion
from calctool.algebra.roots.methods.multiple import is_simple
from calctool.algebra.roots.methods.polynomial import polynomial_zeros
from calctool.algebra.roots.methods.rolle import chain, is_without_end
from calctool.algebra.roots.methods.subdivision import by_boxes
from calctool.algebra.roots.methods.trigonometric import by_circle
from calctool.algebra.roots.methods.waves import by_waves, outweighed
from calctool.algebra.roots.points.point import Point, inside
from calctool.algebra.roots.records import Interval, State, range_on
from calctool.notation.tree import Call, Tree

Method = Callable[[Effort, Analytic, Interval], Found | None]


class Search(Effort, frozen=True):
    """The strategy: every method in turn, on every piece on which the function is smooth."""

    def zeros(self, tree: Tree, interval: Interval) -> Found:
        """The zeros strictly inside the interval."""
        self.count_search()
        try:
            if formula_switches(tree, self.name):
                return self._by_branches(tree, interval)
            return self._smooth(tree, interval)
        except (Undecided, UnknownError):
            is_cut = self.is_unbounded(interval) and not self.whole
            if self.depth < budget.ROLLE_DEPTH or not is_cut:
                raise Undecided from None
            return self.in_window(tree, interval)

    def in_window(self, tree: Tree, interval: Interval) -> Found:
        """What can be said on the part of an unbounded interval that lies in the window."""
        part = self.windowed(interval)
        if part is None:
            return Found(state="window", methods=("subdivision",))
        found = self.zeros(tree, part)
        ends = [
            end
            for end, outer in ((part.start, interval.start), (part.end, interval.end))
            if end is not None and end is not outer
        ]
        state: State = found.state if found.state == "partial" else "window"
        return replace(together([found, self._at(tree, ends)]), state=state)

    # --- pieces ---

    def _by_branches(self, tree: Tree, interval: Interval) -> Found:
        points = self._switching_points(tree, interval)
        parts = [self._branch(tree, piece) for piece in cut(interval, points)]
        return together([*parts, self._at(tree, points)])

    def _switching_points(self, tree: Tree, interval: Interval) -> list[Point]:
        from calctool.algebra.roots.methods.floor_jumps import levels

        found: list[Point] = []
        for switch in formula_switches(tree, self.name):
            u, v = switch.relation.left, switch.relation.right
            if v == Call("floor", (u,)):
                found += levels(self, u, interval)
                continue
            apart = difference(switch.relation)
            found += self._ends_and_zeros(apart, interval)
            found += self._breaks(apart, interval)  # at a pole the sign may change as well
        return ordered(found)

    def _ends_and_zeros(self, apart: Tree, interval: Interval) -> list[Point]:
        """Where a difference vanishes, or begins or ceases to vanish throughout."""
        found = self.zeros(apart, interval)
        ends = [end for flat in found.flat for end in (flat.start, flat.end) if end is not None]
        kept = strictly_inside(ends, interval)
        return [*replace(found, flat=()).all_points(), *kept]

    def _branch(self, tree: Tree, piece: Interval) -> Found:
        try:
            formula = resolved(tree, self.name, inside(piece.start, piece.end))
        except Undefined:
            return Found()
        return self.zeros(formula, piece)

    def _at(self, tree: Tree, points: list[Point]) -> Found:
        """Those of the points at which the function has a value, and that value is zero."""
        hits: list[Hit] = []
        for point in points:
            try:
                if curve(tree, self.name).sign(point) == 0:
                    hits.append(Hit(point, None))
            except Undefined:
                continue
        return Found(tuple(hits))

    # --- factors ---

    def _smooth(self, tree: Tree, interval: Interval) -> Found:
        if self.endless and (waves := by_waves(self, tree, interval)) is not None:
            return waves
        scaled = by_affine(self, tree, interval)
        if scaled is not None:
            return scaled
        shifted = shifted_factors(tree, self.name)
        if shifted is not None:
            inner = self.deeper()
            return together(inner.zeros(part, interval).raised(power) for part, power in shifted)
        found = factors(tree, self.name)
        if found.zero:
            return Found(flat=(interval,), methods=("identically-zero",))
        if not found.parts:
            return Found(methods=("no-zero",))
        return together(self._factor(p, interval).raised(power) for p, power in found.parts)

    def _factor(self, p: Analytic, interval: Interval) -> Found:
        if self.endless and (waves := by_waves(self, radicand(p) or p.tree, interval)) is not None:
            return waves
        if len(p.moving) == 1 and p.kernel(p.moving[0]).kind == "name":
            points = polynomial_zeros(p)
            if points is not None:
                kept = strictly_inside(points, interval)
                return Found(tuple(map(Hit, kept)), methods=("polynomial",))
        if any(p.kernel(i).kind == "sign" for i in p.moving):  # sqrt((x - 1)^2) is |x - 1|
            return self.deeper()._by_branches(p.tree, interval)
        breaks = self._breaks(p.tree, interval)
        parts = [self._piece(p, piece) for piece in cut(interval, breaks)]
        return together([*parts, self._at(p.tree, breaks)])

    def _breaks(self, tree: Tree, interval: Interval) -> list[Point]:
        """Where the factor may end to be defined, or to be smooth."""
        found: list[Point] = []
        known = {self.name: range_on(interval)}
        relations = [r for r in conditions(tree) if self.name in r.names and not decided(r, known)]
        relations += [s.relation for s in smoothness_switches(tree, self.name)]
        for apart in dict.fromkeys(difference(relation) for relation in relations):
            found += self.deeper().zeros(apart, interval).all_points()
        return ordered(found)

    def _piece(self, p: Analytic, piece: Interval) -> Found:
        try:
            p.curve.at(inside(piece.start, piece.end))
        except Undefined:
            return Found()
        except Undecided:
            pass
        for method in self._methods(p, piece):
            p.field.ring.work = 0
            try:
                found = method(self, p, piece)
            except (Undecided, UnknownError):
                continue
            if found is not None:
                return found
        raise Undecided

    def _methods(self, p: Analytic, piece: Interval) -> tuple[Method, ...]:
        """Derivatives of what has a recurrence become no simpler: where they are not the only way
        they come after the others."""
        if self.exact:
            return METHODS[:-1]
        if self.is_unbounded(piece) or not is_without_end(p):
            return METHODS
        return (*(each for each in METHODS if each is not chain), chain)


def _algebraic(_: Effort, p: Analytic, piece: Interval) -> Found | None:
    if not is_algebraic_function(p):
        return None
    kept = strictly_inside(algebraic_zeros(p), piece)
    hits = (Hit(point, 1 if is_simple(p.curve, point) else None) for point in kept)
    return Found(tuple(hits), methods=("algebraic",))


# The last one is not exact: it leaves boxes undecided.
METHODS: tuple[Method, ...] = (
    by_inversion, by_circle, _algebraic, by_recurrence, by_one_sign, by_envelope, chain,
    outweighed, by_boxes,
)  # fmt: skip
