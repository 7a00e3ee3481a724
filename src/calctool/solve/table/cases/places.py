"""The places of the table at one sample, as formulas in the parameter that hold in the cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import count

from msgspec import Struct

from calctool.algebra.build import added, negated
from calctool.algebra.cells.at_places import Place
from calctool.algebra.cells.cell import Cut
from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.formulas import formulas
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.region import Region
from calctool.algebra.cells.separators import separators
from calctool.algebra.cells.waves.formulas import wave_formulas
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.field import is_zero
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots import Interval, Point, Zero, exact_point, zeros
from calctool.algebra.roots.functions.branches import difference
from calctool.algebra.tidy import readable_forms
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute
from calctool.solve.exact.line import BOTTOM, TOP, end_of, exact_of, is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact, OnlyZero
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.table.record import TableAnswer

_TABLE = frozenset({"slope", "bend", "break"})
_ZEROS = frozenset({"zero", "break"})


class Places(Struct, frozen=True, dict=True):
    """How the points of the sample's table move with the parameter, by the curves they lie on."""

    cell: Region
    curves: tuple[Curve, ...]
    points: tuple[Exact, ...] = ()
    """The places of the table at the sample."""

    def of_table(self, at: Exact) -> Exact | None:
        """A point of the table; None where no formula is known."""
        return self._among(at, self._moving, _TABLE)

    def of_zero(self, at: Exact) -> Exact | None:
        """A zero of f."""
        return self._among(at, self._moving, _ZEROS)

    def zeros_as_written(self) -> Iterator[tuple[Tree, Exact]]:
        """Formulas that may be zeros of f, with their values at the sample, in all periods."""
        for form, value, curve in self._moving:
            if "zero" in curve.roles:
                yield form, value

    def _among(
        self, at: Exact, known: Iterable[tuple[Tree, Exact, Curve]], roles: frozenset[str]
    ) -> Exact | None:
        if is_infinite(at.expr):
            return at
        end = self._end_of_period(at)
        if end is not None:
            return end
        for form, value, curve in known:
            if curve.roles & roles and self._is_at(value, at, curve, roles):
                return Exact(form, None, None)
        if any(not c.moves and c.roles & roles and self._is_on(c, at) for c in self.curves):
            return at
        if any(c.roles & roles and _is_always_on(c, at) for c in self.curves):
            return at
        return self._named(at, roles)

    def _end_of_period(self, at: Exact) -> Exact | None:
        """The start of the period of waves, or its end as a formula."""
        wave = next((c.wave for c in self.curves if c.wave is not None), None)
        if wave is None:
            return None
        if at.low == at.high == 0:
            return at
        for form in (wave.period, negated(wave.period)):
            value = exact(exact_value(self.cell.at_sample(form)))
            if is_same(value, at):
                return Exact(form, None, None) if form.names else at
        return None

    def _is_at(self, value: Exact, at: Exact, curve: Curve, roles: frozenset[str]) -> bool:
        """A zero of a wave is one of the points of the table; so it is this one if it is none of
        the others. Else the point is a zero of one of the curves: the only one that may be."""
        if is_same(value, at):
            return True
        if compared(value, at) is not None or not _overlap(value, at):
            return False
        if curve.wave is None:
            near = [
                (other, zero)
                for other in self.curves
                if other.roles & roles and not other.is_fixed_in_x
                for zero in self._at_sample(other)
                if compared(zero, at) in (0, None)
            ]
            if len(near) != 1 or near[0][0] is not curve:
                return False
            others = [each for each in self._at_sample(curve) if each != near[0][1]]
            return all(compared(value, each) for each in others)
        others = [each for each in self.points if each != at]
        return all(compared(value, each) for each in others)

    def _at_sample(self, curve: Curve) -> list[Exact]:
        """The zeros of a curve there."""
        if id(curve) not in self._zeros_at_sample:
            equation = self.cell.at_sample(curve.tree)
            found = _zeros(equation, curve.plane.name, curve.on)
            self._zeros_at_sample[id(curve)] = [exact_of(zero.at) for zero in found]
        return self._zeros_at_sample[id(curve)]

    @cached_property
    def _zeros_at_sample(self) -> dict[int, list[Exact]]:
        return {}

    # --- without a formula ---

    def _named(self, at: Exact, roles: frozenset[str]) -> Exact | None:
        """The only zero of a curve between two places that stay apart from its zeros."""
        for curve in self.curves:
            if curve.is_fixed_in_x or not curve.roles & roles:
                continue
            if curve.moves or not at.is_known:
                root = self._only_zero(curve, at)
                if root is not None:
                    name = self._names.setdefault(root, self._new_name(curve))
                    if at.is_known:
                        self.named[name] = Place(curve, at.expr)
                    return Exact(Name(name), None, None, root=root)
        return None

    def _new_name(self, curve: Curve) -> str:
        taken = {*self._names.values(), *curve.letters}
        return next(n for k in count(1) if (n := f"{curve.plane.name}{k}") not in taken)

    @cached_property
    def named(self) -> dict[str, Place]:
        """What the names of places stand for, where it is known at the sample."""
        return {}

    @cached_property
    def _names(self) -> dict[OnlyZero, str]:
        return {}

    def _only_zero(self, curve: Curve, at: Exact) -> OnlyZero | None:
        name = curve.plane.name
        equation = self.cell.at_sample(curve.tree)
        if not any(is_same(exact_of(z.at), at) for z in _zeros(equation, name, curve.on)):
            return None
        (whole,) = curve.on
        low, high = end_of(whole.start, BOTTOM), end_of(whole.end, TOP)
        start, end = (low, low), (high, high)
        for form, value in self._apart(curve):
            side = compared(value, at)
            if side == -1 and compared(value, start[1]) == 1:
                start = (form, value)
            elif side == 1 and compared(value, end[1]) == -1:
                end = (form, value)
        between = Interval(_point(start[1]), _point(end[1]))
        if len(_zeros(equation, name, (between,))) != 1:
            return None
        moves = readable_forms(curve.tree, curve.tree, name)
        return OnlyZero(moves[-1].after if moves else curve.tree, name, start[0], end[0])

    def _apart(self, curve: Curve) -> Iterator[tuple[Exact, Exact]]:
        for form in separators(curve, self.cell):
            if form.names and not self._has_value(form):
                continue
            value = exact(exact_value(self.cell.at_sample(form)))
            if value.low is not None:
                yield (Exact(form, None, None) if form.names else value), value

    def _has_value(self, form: Tree) -> bool:
        """Whether a formula has one all over the cell."""
        try:
            return all(
                fulfils(self.cell.sign(difference(c)), c) for c in conditions(form) if c.names
            )
        except (Undecided, Cut):
            return False

    @cached_property
    def _moving(self) -> tuple[tuple[Tree, Exact, Curve], ...]:
        return tuple(self._formulas())

    def _formulas(self) -> Iterator[tuple[Tree, Exact, Curve]]:
        for curve in self.curves:
            if curve.moves and not curve.is_fixed_in_x:
                for form in self._of_curve(curve):
                    value = exact(exact_value(self.cell.at_sample(form)))
                    if value.low is not None:
                        yield form, value, curve

    def _of_curve(self, curve: Curve) -> Iterable[Tree]:
        if curve.wave is None:
            return formulas(curve, self.cell)
        return () if curve.index is None else wave_formulas(curve, self.cell)

    def _is_on(self, curve: Curve, at: Exact) -> bool:
        if curve.is_fixed_in_x:
            return False
        try:
            places = curve.places
        except NoMethod:
            return False
        shown = (at, *_turned(at, curve))
        return any(
            place.low == one.low == place.high
            or (place.tree is not None and is_same(exact(place.tree), one))
            for place in places
            for one in shown
        )


def _turned(at: Exact, curve: Curve) -> Iterator[Exact]:
    """The same place of a wave one period earlier and later."""
    if curve.wave is not None and not curve.wave.period.names and at.is_known:
        for turn in (curve.wave.period, negated(curve.wave.period)):
            yield exact(exact_value(added((at.expr, turn))))


def _is_always_on(curve: Curve, at: Exact) -> bool:
    """Whether a place is a zero of the curve whatever the parameters are, as 0 of a*x + sin(x)."""
    return at.is_known and is_zero(substitute(curve.tree, {curve.plane.name: at.expr})) is True


def _zeros(equation: Tree, name: str, on: tuple[Interval, ...]) -> tuple[Zero, ...]:
    """All zeros at the sample; none where they are not all known."""
    found = zeros(equation, name, on)
    known = found.state == "complete" and not found.families and not found.flat
    return found.zeros if known else ()


def _point(at: Exact) -> Point | None:
    return None if is_infinite(at.expr) else exact_point(at.expr)


def is_same(one: Exact, other: Exact) -> bool:
    """Whether two constants are certainly equal, or one is enclosed where the other lies."""
    found = compared(one, other)
    if found is not None:
        return found == 0
    known, box = (one, other) if one.is_known else (other, one)
    if box.is_known or None in (known.low, known.high, box.low, box.high):
        return False
    return box.low <= known.low and known.high <= box.high  # type: ignore[operator]


def _overlap(one: Exact, other: Exact) -> bool:
    if None in (one.low, one.high, other.low, other.high):
        return False
    return one.low <= other.high and other.low <= one.high  # type: ignore[operator]


def places_of(sample: TableAnswer) -> tuple[Exact, ...]:
    """All places of a table, zeros of f too."""
    points = tuple(point.at for point in sample.points)
    return (*points, *(root.at for root in sample.roots or ()))
