"""The graph as polylines for a drawing, cut where f is not continuous, with its points marked."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from calctool import budget
from calctool.algebra.ball.over import Rough
from calctool.notation.tree import Tree
from calctool.notation.tree import number as rational_tree
from calctool.notation.walk import substitute
from calctool.solve.exact.values import exact
from calctool.solve.sketch.graph import joined, sampled
from calctool.solve.sketch.record import Curve, Mark, MarkKind, Polyline, Sketch
from calctool.solve.sketch.window import Span, height, holds, near, number
from calctool.solve.table.line.pieces import Piece
from calctool.solve.table.line.points import Scene
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import TablePoint

_BESIDE, _TAILS = 0.5, 1.5
"""How far beyond the outermost points the graph goes, as a part of their distance; and
where it has tails to show."""


def sketch(made: TableAnswer, scene: Scene) -> Sketch:
    """The picture of a table: polylines, marks, and where it is torn."""
    across = _across(made)
    lines = tuple(
        line for strip in scene.strips for line in _lines(strip.piece, scene.name, across)
    )
    marks = tuple(_marks(made, across))
    poles = [number(point.at) for point in made.points if point.is_a("pole")]
    straight = tuple(_asymptotes(made, scene.name, across))
    level = [y for curve in straight for (_, y), (_, z) in curve.lines if y == z]
    up = height(lines, [*(mark.y for mark in marks), *level], calm=not poles)
    uprights = tuple(x for x in poles if x is not None and holds(across, x))
    return Sketch((Curve("graph", lines), *straight), marks, uprights, across, up)


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
    low, high = (known[0], known[-1]) if known else (0.0, 0.0)
    beside = _TAILS if any(one.kind != "vertical" for one in made.asymptotes) else _BESIDE
    room = max((high - low) * beside, 1.0 if high > low else 3.0)
    left = start if start is not None else _beside(low - room, ends, -1)
    right = end if end is not None else _beside(high + room, ends, 1)
    return left, right if right > left else left + 1


def _beside(wanted: float, ends: list[float | None], side: int) -> float:
    """No further than the domain reaches."""
    finite = [end for end in ends if end is not None]
    if not finite or None in (ends[0] if side < 0 else ends[-1],):
        return wanted
    return max(wanted, min(finite)) if side < 0 else min(wanted, max(finite))


# --- curves and marks ---------------------------------------------------------------------------


def _lines(piece: Piece, name: str, across: Span) -> tuple[Polyline, ...]:
    """The graph over a piece: one polyline, or several where single values are missing."""
    low = across[0] if piece.start is None else max(across[0], float(piece.start.high))
    high = across[1] if piece.end is None else min(across[1], float(piece.end.low))
    if not low < high:
        return ()
    count = max(3, round(budget.SKETCH_SAMPLES * (high - low) / (across[1] - across[0])))
    edge = (high - low) * 1e-9
    return joined(sampled(Rough(piece.f, (name,)), (low + edge, high - edge), count))


def _marks(made: TableAnswer, across: Span) -> Iterator[Mark]:
    for point in made.points:
        x = number(point.at)
        if x is None or not holds(across, x):
            continue
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
