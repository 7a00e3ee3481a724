"""Solutions found by Newton's method from many starts, each proved to be one; others may exist."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice, product
from math import isfinite
from random import Random

from flint import arb, arb_mat

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.boxes.place import BoxPlace, PartPlace
from calctool.algebra.boxes.search import Single, is_same
from calctool.algebra.boxes.system import Balls, System
from calctool.algebra.places.place import Place
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.points.point import simplest_between
from calctool.algebra.solutions import Root
from calctool.notation.tree import Tree, number

_SCALES = (1.0, 2.0, 5.0)
_SLOW = 1e-3
_NEAR = Fraction(1, 64)
_CUTS = 5
_CORRECTIONS = 4
_IMAGES = 32
_SOLVED = 1e-18
"""Of the squares by which equations are missed together."""


class Starts:
    """A square system: `lines` that hold at a candidate with the right values of `letters`, and
    `constraints` in the names alone. `equations` are those of all candidates without letters."""

    def __init__(
        self,
        lines: Sequence[Tree],
        constraints: Sequence[Tree],
        names: Sequence[str],
        letters: Sequence[str],
        equations: Sequence[Tree],
    ) -> None:
        self.names, self.letters = tuple(names), tuple(letters)
        self.equations = tuple(equations)
        self.system = System((*lines, *constraints), (*names, *letters))
        self._random = Random(f"{self.names}")  # noqa: S311 (starts of a search)

    def roots(self) -> Iterator[Root]:
        """Each once."""
        singles: list[Single] = []
        exact: list[TracedPlace] = []
        start, images = 0, list[list[float]]()
        while images or start < budget.NEWTON_STARTS:
            with working(budget.SYSTEM_BOX_BITS, 2):
                if images:
                    at: list[float] | None = images.pop()
                else:
                    scale, cut = _SCALES[start % len(_SCALES)], start % 2 == 0
                    at, start = self._followed(self._random_start(scale), cut=cut), start + 1
                single = None if at is None else self._single(at)
            if at is None:
                continue
            if single is None:
                place = self._exact(at)
                if place is not None and all(place.values != other.values for other in exact):
                    exact.append(place)
                    yield Root(place, None)
            elif not any(is_same(single, other) is not False for other in singles):
                singles.append(single)
                images += self._images(at)
                yield Root(self._place(single))

    def place_near(self, at: Sequence[float]) -> Place | None:
        """The solution to which steps from there lead, if it is proved to be one."""
        with working(budget.SYSTEM_BOX_BITS, 2):
            found = self._followed(at, cut=False)
            single = None if found is None else self._single(found)
        return None if single is None else self._place(single)

    def _images(self, at: Sequence[float]) -> Iterator[list[float]]:
        """By changes of sign, those at which all equations hold, too."""
        point = at[: len(self.names)]
        with working(budget.SYSTEM_BOX_BITS, 2):
            for signs in islice(product((1, -1), repeat=len(point)), 1, _IMAGES):
                image = self._with_multipliers([s * x for s, x in zip(signs, point, strict=True)])
                missed = self._missed(image)
                if missed is not None and missed < _SOLVED:
                    yield image

    def _random_start(self, scale: float) -> list[float]:
        return [scale * self._random.uniform(-1, 1) for _ in self.names]

    def _followed(self, start: Sequence[float], *, cut: bool) -> list[float] | None:
        """From a point near the constraints; steps may be cut where the equations get worse: that
        leads to more solutions from some starts and to fewer from others."""
        at = self._with_multipliers(self._projected(list(start)))
        missed = self._missed(at)
        size = 1.0
        for _ in range(budget.NEWTON_STEPS):
            step = None if missed is None else self._step(at)
            if step is None or missed is None:
                return None
            size = max(map(abs, step))
            longest = 1 + max(map(abs, at))
            part = min(1.0, longest / size) if size else 1.0
            for _ in range(_CUTS if cut else 1):
                tried = [x - part * s for x, s in zip(at, step, strict=True)]
                there = self._missed(tried)
                if there is not None and there < missed:
                    break
                part /= 2
            at, missed = tried, there
            if size < 1e-13 * longest:
                return at
        # Near a point where the matrix is singular the steps only halve.
        return at if size < _SLOW else None

    def _projected(self, at: list[float]) -> list[float]:
        """Nearer to the constraints by a few corrections of least length."""
        for _ in range(_CORRECTIONS if self.letters else 0):
            found = self._at_constraints(at)
            if found is None:
                return at
            rows, values = found
            try:
                weights = (rows * rows.transpose()).solve(values)
            except ZeroDivisionError:
                return at
            step = rows.transpose() * weights
            moved = [x - float(step[i, 0].mid()) for i, x in enumerate(at)]
            if not all(map(isfinite, moved)):
                return at
            at = moved
        return at

    def _with_multipliers(self, at: list[float]) -> list[float]:
        """Those that leave the least of the gradient."""
        count = len(self.letters)
        letters = [0.0] * count
        found = self._at_constraints(at) if count else None
        if found is not None:
            rows, _ = found
            point = tuple(map(arb, (*at, *letters)))
            values = self.system.values(point)
            if values is not None:
                slopes = arb_mat(len(at), 1, [v.mid() for v in values[: len(at)]])
                try:
                    weights = (rows * rows.transpose()).solve(rows * slopes)
                    letters = [float(weights[i, 0].mid()) for i in range(count)]
                except ZeroDivisionError:
                    pass
        return [*at, *letters] if all(map(isfinite, letters)) else [*at, *([0.0] * count)]

    def _at_constraints(self, at: Sequence[float]) -> tuple[arb_mat, arb_mat] | None:
        """Their gradients and values."""
        count = len(at)
        point = tuple(map(arb, (*at, *([0.0] * len(self.letters)))))
        values, slopes = self.system.values(point), self.system.jacobian(point)
        if values is None or slopes is None:
            return None
        rows = [[slopes[i, k].mid() for k in range(count)] for i in range(count, len(values))]
        return arb_mat(rows), arb_mat(len(rows), 1, [v.mid() for v in values[count:]])

    def _missed(self, at: Sequence[float]) -> float | None:
        """By how much all equations are missed together."""
        values = self.system.values(tuple(map(arb, at)))
        if values is None:
            return None
        total = sum(float(v.mid()) ** 2 for v in values)
        return total if isfinite(total) else None

    def _step(self, at: Sequence[float]) -> list[float] | None:
        point = tuple(map(arb, at))
        values, slopes = self.system.values(point), self.system.jacobian(point)
        if values is None or slopes is None:
            return None
        try:
            found = slopes.mid().solve(arb_mat(len(at), 1, [v.mid() for v in values]))
        except ZeroDivisionError:
            return None
        step = [float(found[i, 0].mid()) for i in range(len(at))]
        return step if all(map(isfinite, step)) else None

    def _single(self, at: Sequence[float]) -> Single | None:
        for width in (1e-11, 1e-8):
            around: Balls = tuple(arb(x, width * (1 + abs(x))) for x in at)
            inside = self.system.krawczyk(around)
            if inside is None:
                continue
            pairs = zip(around, inside, strict=True)
            if all(a.contains_interior(b) for a, b in pairs):
                return Single(self.system, around, inside)
        return None

    def _place(self, single: Single) -> Place:
        return PartPlace(BoxPlace(single), self.names)

    def _exact(self, at: Sequence[float]) -> TracedPlace | None:
        """Short fractions near by at which all equations hold."""
        known: dict[str, Tree] = {}
        for name, x in zip(self.names, at, strict=False):
            value = simplest_between(Fraction(x) - _NEAR, Fraction(x) + _NEAR)
            if value.denominator > budget.RECOGNISED_DENOMINATOR:
                return None
            known[name] = number(value)
        place = TracedPlace(known)
        try:
            holds = all(place.scalar(each).sign() == 0 for each in self.equations)
        except (Undecided, Undefined):
            return None
        return place if holds else None
