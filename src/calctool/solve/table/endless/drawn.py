"""Waves that never end, as a picture shows them: as far as they can be told apart, then a band."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import isfinite, pi

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball.over import Rough
from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.clean import clean
from calctool.algebra.field import is_zero
from calctool.algebra.roots.limits.far_forms import normalised
from calctool.algebra.roots.waves.circles import COSINE, SINE, on_circle
from calctool.algebra.tidy import readable_forms
from calctool.notation.tree import ONE, TWO, ZERO, Call, Name, Tree, rational
from calctool.notation.walk import substitute
from calctool.solve.sketch.graph import joined, sampled
from calctool.solve.sketch.record import Curve, Polyline
from calctool.solve.sketch.window import Span, holds
from calctool.solve.table.endless.tail import Tail
from calctool.solve.table.line.pieces import Piece
from calctool.solve.table.line.points import Scene

_TURN = pi / 32
"""Of the phase from one point of the graph to the next."""
_PARTS = 12
"""Values over a wave, of which the least and the greatest bound a band."""
_WIDE, _NARROW = 60, 2
"""Parts of the picture that a wave is wide, where single points of it are drawn; and where it is
too narrow to be seen."""
_FARTHEST = 1e12
_BACK = 400


class Crowd:
    """The waves at one end, in a picture."""

    def __init__(self, tail: Tail, name: str, across: Span) -> None:
        self.end, self.across = tail.end, across
        self.phase = Rough(tail.end.rows[0].wave.phase, (name,))
        self.f = Rough(tail.end.piece.f, (name,))
        self.pixel = (across[1] - across[0]) / budget.SKETCH_PIXELS
        self.start = self._start()

    @property
    def meets(self) -> float:
        """Where the graph of the pieces ends, and the waves begin."""
        return self.x(self.start)

    def x(self, t: float) -> float:
        return float(self.end.picture.value(Fraction(t)))

    def width(self, t: float) -> float | None:
        """Of a wave, in parts of the picture."""
        speed = self._speed(t)
        return None if speed is None else abs(self.x(t + 2 * pi / speed) - self.x(t)) / self.pixel

    def _speed(self, t: float) -> float | None:
        h = abs(t) * 1e-4
        before, after = self.phase(t - h), self.phase(t + h)
        if before is None or after is None or not isfinite(after - before) or after <= before:
            return None
        return (after - before) / (2 * h)

    def _start(self) -> float:
        """The cut, or before it where waves are narrow there already."""
        t, other = float(self.end.picture.value_back(self.end.cut.low)), self._other_end()
        for _ in range(_BACK):
            width = self.width(t)
            if width is None or width >= _WIDE or t * 0.98 <= other:
                break
            t *= 0.98
        return t

    def _other_end(self) -> float:
        """The other end of the piece in the picture, with a margin; t stays beyond it."""
        piece, picture = self.end.piece, self.end.picture
        other = piece.end if picture.side > 0 else piece.start
        if other is None:
            return 0.0 if picture.at is not None else 1e-3
        return max(float(picture.value_back(other.low)), 0.0) * 1.05

    def lines(self) -> Iterator[Polyline]:
        """The graph from where the pieces end: single points, then a band."""
        t, line = self.start, list[tuple[float, float | None]]()
        for _ in range(budget.SKETCH_WAVES):
            x, speed, width = self.x(t), self._speed(t), self.width(t)
            line.append((x, self.f(x)))
            if speed is None or width is None or (len(line) > 1 and not holds(self.across, x)):
                break
            if width < _NARROW:
                yield from joined(self._torn(line))
                yield from self._band(t)
                return
            t += min(_TURN / speed, self._most(t))
        yield from joined(self._torn(line))

    def _torn(self, line: list[tuple[float, float | None]]) -> list[tuple[float, float | None]]:
        """With a tear where the sign changes and the value between is not between the values."""
        torn = line[:1]
        for (x, y), (right, v) in pairwise(line):
            if y is not None and v is not None and y * v < 0:
                middle = self.f((x + right) / 2)
                if middle is None or not min(y, v) <= middle <= max(y, v):
                    torn.append((x, None))
            torn.append((right, v))
        return torn

    def _most(self, t: float) -> float:
        """A step in t over which the curve moves not far."""
        moved = abs(self.x(t * 1.001) - self.x(t)) or self.pixel
        return t * 0.001 * 4 * self.pixel / moved

    def _band(self, t: float) -> Iterator[Polyline]:
        """Strokes from the least to the greatest value over a wave, half a part apart."""
        line: list[tuple[float, float | None]] = []
        for _ in range(2 * budget.SKETCH_PIXELS):
            x, speed = self.x(t), self._speed(t)
            if speed is None or not holds(self.across, x) or t > _FARTHEST:
                break
            places = (self.x(t + k * 2 * pi / speed / _PARTS) for k in range(_PARTS))
            values = [y for y in map(self.f, places) if y is not None]
            if values:
                ends = (min(values), max(values))
                line += [(x, y) for y in (ends if len(line) % 4 else ends[::-1])]
            moved = abs(self.x(t * 1.001) - x)
            if moved == 0:
                break
            t *= 1 + min(0.001 * self.pixel / 2 / moved, 1.0)
        yield from joined(line)


# --- the envelope -------------------------------------------------------------------------------


def envelopes(scene: Scene, across: Span, up: Span) -> Iterator[Curve]:
    """Between which curves the waves run, each formula once; mirrored ones are one curve."""
    name = scene.name
    found: dict[tuple[Tree, bool], list[Polyline]] = {}
    for piece, around in _waving(scene):
        for on, mirrored in around:
            lines = _lines(on, piece, name, across, up)
            lines += _lines(negated(on), piece, name, across, up) if mirrored else []
            found.setdefault((on, mirrored), []).extend(lines)
    for (on, mirrored), lines in found.items():
        if lines:
            yield Curve("envelope", tuple(dict.fromkeys(lines)), formula=on, mirrored=mirrored)


Around = list[tuple[Tree, bool]]
"""Heights of an envelope, and whether its other half lies at the negative of it."""


def _waving(scene: Scene) -> Iterator[tuple[Piece, Around]]:
    """The pieces at whose ends there are waves, and what bounds those."""
    for tail in scene.tails:
        if tail.end.slopes:
            values = dict.fromkeys(each.on for each in tail.envelopes)
            found = _between(tail.end.piece.f, scene.name)
            yield tail.end.piece, found or [(each, False) for each in values]
    if scene.ground.factor is not None and len(scene.strips) == 1:
        piece = replace(scene.strips[0].piece, start=None, end=None)
        yield piece, _between(piece.f, scene.name)


def _between(f: Tree, name: str) -> Around:
    """The part without waves plus and minus the amplitude."""
    read = on_circle(f, name)
    parts = None if read is None else _of_degree_one(read[1], name)
    if parts is None:
        return []
    base, amplitude = parts
    if rational(base) == 0:
        return [(amplitude, True)]
    ends = (added((base, amplitude)), added((base, negated(amplitude))))
    return [(normalised(end), False) for end in ends]


def _of_degree_one(f: Tree, name: str) -> tuple[Tree, Tree] | None:
    """R and sqrt(P^2 + Q^2) of P*sin(u) + Q*cos(u) + R."""
    origin = {SINE: ZERO, COSINE: ZERO}
    base = clean(substitute(f, origin))
    p, q = (
        clean(added((clean(substitute(f, {**origin, one: ONE})), negated(base))))
        for one in (SINE, COSINE)
    )
    line = (
        base,
        *(multiplied((each, Name(one))) for each, one in ((p, SINE), (q, COSINE))),
    )
    if is_zero(added((f, *map(negated, line)))) is not True:
        return None
    if rational(p) == 0 or rational(q) == 0:
        return base, q if rational(p) == 0 else p
    size = Call("sqrt", (added((raised(p, TWO), raised(q, TWO))),))
    moves = readable_forms(size, size, name)
    return base, moves[-1].after if moves else size


def _lines(on: Tree, piece: Piece, name: str, across: Span, up: Span) -> list[Polyline]:
    low = across[0] if piece.start is None else max(across[0], float(piece.start.high))
    high = across[1] if piece.end is None else min(across[1], float(piece.end.low))
    if not low < high:
        return []
    edge = (high - low) * 1e-6
    values = sampled(Rough(on, (name,)), (low + edge, high - edge))
    return list(joined([(x, y if y is not None and holds(up, y) else None) for x, y in values]))
