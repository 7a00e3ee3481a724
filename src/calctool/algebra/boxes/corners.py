"""Boxes by their ends: how wide they are, what two have in common, and in pieces."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.boxes.system import Corner

SPLIT = 0.5077
"""Off the middle: solutions like to sit on round numbers."""


def width(box: Corner) -> float:
    """Of its longest side."""
    return max(b - a for a, b in box)


def meet(box: Corner, other: Corner) -> Corner | None:
    """What both hold."""
    ends = tuple((max(a, c), min(b, d)) for (a, b), (c, d) in zip(box, other, strict=True))
    return None if any(a > b for a, b in ends) else ends


def is_within(box: Corner, other: Corner) -> bool:
    """Whether the other one holds all of the box."""
    return all(c <= a and b <= d for (a, b), (c, d) in zip(box, other, strict=True))


def without(box: Corner, other: Corner) -> list[Corner]:
    """The box without the inside of the other one, in pieces side by side."""
    parts: list[Corner] = []
    rest = list(box)
    for i, ((a, b), (c, d)) in enumerate(zip(box, other, strict=True)):
        if d <= a or b <= c:
            return [box]
        if a < c:
            parts.append((*rest[:i], (a, c), *rest[i + 1 :]))
        if d < b:
            parts.append((*rest[:i], (d, b), *rest[i + 1 :]))
        rest[i] = (max(a, c), min(b, d))
    return parts


def halves(box: Corner, weights: Sequence[float] = ()) -> list[Corner]:
    """Cut across the longest side, in units of the weights; the box itself where it is a point."""
    scale = weights or (1.0,) * len(box)
    index = max(range(len(box)), key=lambda i: (box[i][1] - box[i][0]) * scale[i])
    low, high = box[index]
    cut = low + (high - low) * SPLIT
    return [
        (*box[:index], (low, cut), *box[index + 1 :]),
        (*box[:index], (cut, high), *box[index + 1 :]),
    ]
