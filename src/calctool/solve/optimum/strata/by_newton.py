"""Candidates found by Newton's method from many starts, each proved to be one: for systems that no
complete method reaches. That there are no others is never said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import isfinite
from random import Random

from flint import arb, arb_mat
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball.numbers import working
from calctool.algebra.boxes.place import BoxPlace, PartPlace, is_same_point
from calctool.algebra.boxes.search import Single, is_same
from calctool.algebra.boxes.system import Balls, System
from calctool.algebra.boxes.written import as_system, enclosures
from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.places.place import Place
from calctool.algebra.places.written_out import TracedPlace
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.points.point import simplest_between
from calctool.algebra.solutions import Move, Root, Solutions
from calctool.notation.tree import Name, Tree, number
from calctool.solve.stationary.manifold import Manifold
from calctool.words.proofs import boxes as words

_SCALES = (1.0, 2.0, 5.0)
_SLOW = 1e-3
_CUTS = 5
_CORRECTIONS = 4
_NEAR = Fraction(1, 64)
_UNUSED = tuple(f"l_{n}" for n in range(budget.EXPRESSION_NAMES + 1))


def with_found(manifold: Manifold, known: Solutions) -> Solutions:
    """The same with the candidates that Newton's method finds; nothing becomes complete by them."""
    search = _Search(manifold)
    others = [root for root in search.roots() if not _is_among(root.place, known)]
    if not others:
        return known
    said = words.BY_NEWTON.filled(count=len(others))
    move = Move("certified-boxes", as_system(manifold.equations), enclosures(others), None)
    return replace(
        known,
        roots=(*known.roots, *others),
        missing=tuple(dict.fromkeys((*known.missing, said))),
        moves=(*known.moves, move),
    )


def _is_among(place: Place, known: Solutions) -> bool:
    """Whether it may be one that is listed already."""
    return any(is_same_point(place, root.place) is not False for root in known.roots)


class _Search:
    """The equations of Lagrange with a letter for each multiplier: as many as unknowns."""

    def __init__(self, manifold: Manifold) -> None:
        self.manifold = manifold
        count = len(manifold.constraints)
        letters = [name for name in _UNUSED if name not in manifold.names][:count]
        lines = [
            added((slope, *(
                negated(multiplied((Name(letter), row[i])))
                for letter, row in zip(letters, manifold.jacobian, strict=True)
            )))
            for i, slope in enumerate(manifold.slopes)
        ]  # fmt: skip
        self.system = System((*lines, *manifold.constraints), (*manifold.names, *letters))
        self._random = Random(f"{manifold.names}")  # noqa: S311 (starts of a search)

    def roots(self) -> Iterator[Root]:
        """Each once."""
        singles: list[Single] = []
        exact: list[TracedPlace] = []
        for start in range(budget.NEWTON_STARTS):
            with working(budget.SYSTEM_BOX_BITS, 2):
                at = self._followed(_SCALES[start % len(_SCALES)], cut=start % 2 == 0)
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
                yield Root(self._place(single))

    def _followed(self, scale: float, *, cut: bool) -> list[float] | None:
        """From a start near the constraints; steps may be cut where the equations get worse: that
        leads to more solutions from some starts and to fewer from others."""
        count = len(self.manifold.names)
        at = [scale * self._random.uniform(-1, 1) for _ in range(count)]
        at = self._with_multipliers(self._projected(at))
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
        for _ in range(_CORRECTIONS if self.manifold.constraints else 0):
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
        count = len(self.manifold.constraints)
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
        point = tuple(map(arb, (*at, *([0.0] * len(self.manifold.constraints)))))
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
        return PartPlace(BoxPlace(single), self.manifold.names)

    def _exact(self, at: Sequence[float]) -> TracedPlace | None:
        """Short fractions near by at which all equations hold."""
        known: dict[str, Tree] = {}
        for name, x in zip(self.manifold.names, at, strict=False):
            value = simplest_between(Fraction(x) - _NEAR, Fraction(x) + _NEAR)
            if value.denominator > budget.RECOGNISED_DENOMINATOR:
                return None
            known[name] = number(value)
        place = TracedPlace(known)
        try:
            holds = all(place.scalar(each).sign() == 0 for each in self.manifold.equations)
        except (Undecided, Undefined):
            return None
        return place if holds else None
