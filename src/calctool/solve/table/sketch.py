"""The graph as polylines for a drawing, cut where f is not continuous, with its points marked."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor, inf

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.ball.over import Rough
from calctool.algebra.roots import rational_point
from calctool.notation.tree import INFINITY, Negative, Tree
from calctool.notation.tree import number as rational_tree
from calctool.notation.walk import substitute
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.values import exact
from calctool.solve.sketch.beside import Beside
from calctool.solve.sketch.graph import joined, polylines, sampled
from calctool.solve.sketch.record import Curve, Mark, MarkKind, Polyline, Sketch
from calctool.solve.sketch.window import Span, height, holds, near, number
from calctool.solve.table.endless.drawn import Crowd, envelopes
from calctool.solve.table.endless.tail import Tail
from calctool.solve.table.line.pieces import Piece
from calctool.solve.table.line.points import Scene
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import TablePoint

_BESIDE, _TAILS = 0.5, 1.5
"""How far beyond the outermost points the graph goes, as a part of their distance; and
where it has tails to show."""
_FEW, _SPREAD = 3, 10
"""Points that always count, and how much further out others may lie than these."""
_MORE = 3
"""So many more turns are drawn of a function that grows or falls by the same each time."""
_MOST_PERIODS = 60
"""More than can be told apart in a window."""


def sketch(made: TableAnswer, scene: Scene) -> Sketch:
    """The picture of a table: polylines, marks, and where it is torn."""
    view = made.question.view
    across = view.across or _across(made)
    near, far = _graph(made, scene, across)
    lines = (*near, *far)
    seen = list(_seen(made, across))
    marks = [mark for point, x in seen for mark in _at(point, x)]
    poles = tuple(x for point, x in seen if point.is_a("pole"))
    straight = tuple(_asymptotes(made, scene.name, across))
    level = [y for curve in straight for (_, y), (_, z) in curve.lines if y == z]
    others = Beside(view.beside, scene.name, across)
    calm = not (poles or any(_grows(tail) for tail in scene.tails))
    up = height(lines if calm else near, [*(mark.y for mark in marks), *level], calm=calm)
    up = view.up or others.room(up)
    curves = (Curve("graph", lines), *straight, *envelopes(scene, across, up), *others.curves(up))
    visible = tuple(mark for mark in marks if holds(up, mark.y))
    return Sketch(curves, visible, poles, across, up)


def _asymptotes(made: TableAnswer, name: str, across: Span) -> Iterator[Curve]:
    """The lines that the graph comes near far out, where they are within a picture's reach."""
    for place, one in enumerate(made.asymptotes):
        if one.kind == "vertical":
            continue
        ends = [(x, _height(one.line.right, name, x)) for x in across]
        line = tuple((x, y) for x, y in ends if y is not None)
        if len(line) == len(ends):
            yield Curve("asymptote", (line,), number=place)


def _height(tree: Tree, name: str, x: float) -> float | None:
    """The height of a straight line."""
    return number(exact(substitute(tree, {name: rational_tree(Fraction(x))})))


# --- the rectangle ------------------------------------------------------------------------------


def _across(made: TableAnswer) -> Span:
    """The part of the axis that is drawn: all of a bounded table, else around its points."""
    assert made.shown is not None  # noqa: S101 (a table has its range)
    start, end = (number(bound) for bound in made.shown)
    ends = [number(end) for one in made.domain or () for end in (one.start, one.end)]
    known = near((*(number(point.at) for point in made.points), *ends))
    known = _first_ones(known, made)
    low, high = (known[0], known[-1]) if known else (0.0, 0.0)
    beside = _TAILS if any(one.kind != "vertical" for one in made.asymptotes) else _BESIDE
    room = max((high - low) * beside, 1.0 if high > low else 3.0)
    left = start if start is not None else _beside(low - room, ends, -1)
    right = end if end is not None else _beside(high + room, ends, 1)
    if _goes_on(made) and start is not None and end is not None:
        more = (end - start) * _MORE
        left, right = (left - more, right) if _is_seen_to_the_left(made) else (left, right + more)
    return left, right if right > left else left + 1


def _first_ones(known: list[float], made: TableAnswer) -> list[float]:
    """Without members of rows so far out that nothing would be seen of the first ones."""
    places = {each.place.expr for each in made.beyond if each.turns}
    kept = list(known)
    if INFINITY in places:
        while len(kept) > _FEW and kept[-1] - kept[0] > _SPREAD * (kept[-_FEW] - kept[0]):
            kept.pop()
    if Negative(INFINITY) in places:
        while len(kept) > _FEW and kept[-1] - kept[0] > _SPREAD * (kept[-1] - kept[_FEW - 1]):
            del kept[0]
    return kept


def _is_seen_to_the_left(made: TableAnswer) -> bool:
    """Whether waves go on to the left: where they end on the right, or grow there."""
    asked = made.question.domain
    if asked is not None and (asked.start != Negative(INFINITY) or asked.end != INFINITY):
        return asked.start == Negative(INFINITY)
    rate = None if made.growth is None else number(exact(made.growth[1]))
    return rate is not None and rate > 1


def _beside(wanted: float, ends: list[float | None], side: int) -> float:
    """No further than the domain reaches."""
    finite = [end for end in ends if end is not None]
    if not finite or None in (ends[0] if side < 0 else ends[-1],):
        return wanted
    return max(wanted, min(finite)) if side < 0 else min(wanted, max(finite))


# --- curves and marks ---------------------------------------------------------------------------


def _grows(tail: Tail) -> bool:
    return any(one.limit is not None and is_infinite(one.limit.expr) for one in tail.envelopes)


Lines = tuple[Polyline, ...]


def _graph(made: TableAnswer, scene: Scene, across: Span) -> tuple[Lines, Lines]:
    """The pieces of the table, or all that f has in a window that was asked for; and waves that
    go on without end."""
    crowds = [Crowd(tail, scene.name, across) for tail in scene.tails]
    if crowds or (made.question.view.across is None and not _goes_on(made)):
        pieces = [_before(each.piece, crowds) for each in scene.strips]
        near = [one for each in pieces for one in _lines(each, scene.name, across)]
        return tuple(near), tuple(one for crowd in crowds for one in crowd.lines())
    low, high = _asked(made)
    span = max(across[0], low), min(across[1], high)
    if not span[0] < span[1]:
        return (), ()
    f = Rough(made.question.statement, (scene.name,))
    values = sampled(f, span)
    return polylines(f, values, height(joined(values), [], calm=False)), ()


def _goes_on(made: TableAnswer) -> bool:
    """Whether f goes on in the same way, higher or lower: then more than the table is drawn."""
    return made.growth is not None or made.drift is not None


def _before(piece: Piece, crowds: list[Crowd]) -> Piece:
    """A piece as far as its waves can be drawn as any curve."""
    for crowd in crowds:
        meets = rational_point(Fraction(crowd.meets))
        if crowd.end.cut == piece.end and crowd.end.picture.side < 0:
            piece = replace(piece, end=meets)
        if crowd.end.cut == piece.start and crowd.end.picture.side > 0:
            piece = replace(piece, start=meets)
    return piece


def _asked(made: TableAnswer) -> Span:
    """The part of the line that the question is about."""
    asked = made.question.domain
    ends = (None, None) if asked is None else (number(exact(asked.start)), number(exact(asked.end)))
    return -inf if ends[0] is None else ends[0], inf if ends[1] is None else ends[1]


def _shifts(made: TableAnswer, across: Span) -> list[float]:
    """By how much a period is moved to be seen in the window."""
    length = None if made.period is None else number(exact(made.period))
    if made.question.view.across is None or not length or made.shown is None:
        return [0.0]
    start, end = (number(bound) for bound in made.shown)
    if start is None or end is None:
        return [0.0]
    first, last = ceil((across[0] - end) / length), floor((across[1] - start) / length)
    return [k * length for k in range(first, min(last, first + _MOST_PERIODS) + 1)]


def _seen(made: TableAnswer, across: Span) -> Iterator[tuple[TablePoint, float]]:
    """The points of the table in the window, with those a few periods away, and their places."""
    low, high = _asked(made)
    span = max(low, across[0]), min(high, across[1])
    shifts = _shifts(made, across)
    for point in made.points:
        x = number(point.at)
        # The end of a period is the start of the next one.
        if x is not None and (len(shifts) == 1 or point.at != made.period_ends[1]):
            yield from ((point, x + shift) for shift in shifts if holds(span, x + shift))


def _lines(piece: Piece, name: str, across: Span) -> tuple[Polyline, ...]:
    """The graph over a piece: one polyline, or several where single values are missing."""
    low = across[0] if piece.start is None else max(across[0], float(piece.start.high))
    high = across[1] if piece.end is None else min(across[1], float(piece.end.low))
    if not low < high:
        return ()
    count = max(3, round(budget.SKETCH_SAMPLES * (high - low) / (across[1] - across[0])))
    edge = (high - low) * 1e-9
    return joined(sampled(Rough(piece.f, (name,)), (low + edge, high - edge), count))


def _at(point: TablePoint, x: float) -> Iterator[Mark]:
    """What is marked over a place."""
    y = number(point.value)
    if y is not None:
        yield Mark(x, y, _kind(point), point.value)
    for limit in (point.left, point.right):
        open_end = number(limit)
        if limit is not None and limit != point.value and open_end is not None:
            yield Mark(x, open_end, "open")


def _kind(point: TablePoint) -> MarkKind:
    if point.is_a("local-maximum"):
        return "maximum"
    if point.is_a("local-minimum"):
        return "minimum"
    return "inflection" if point.is_a("inflection") else "value"
