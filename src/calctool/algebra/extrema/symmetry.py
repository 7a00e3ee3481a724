"""Points that a reflection or an exchange of variables carries to one another: f is equal there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.field import is_zero
from calctool.notation.tree import Name, Negative, Sum, Tree
from calctool.notation.walk import substitute

Motion = dict[str, Tree]
"""Each variable's place is taken by a variable, its negative, or its image about a middle."""
Box = Sequence[tuple[Fraction, Fraction]]


def orbits(
    names: Sequence[str],
    boxes: Sequence[Box],
    is_kept: Callable[[Motion], bool],
    sums: Mapping[str, Tree] | None = None,
) -> list[int]:
    """For each candidate, in its box, the first one that a motion carries to it, or itself.

    `is_kept` tells the motions that leave the whole problem as it is: they carry candidates to
    candidates. All of these must be listed; then the image of one is the only one whose box meets
    the image of its box. An empty box is a place that is not known: nothing is said of it.
    A variable is reflected about 0, or about half of its constant in `sums`.
    """
    first = list(range(len(boxes)))
    if len(names) > budget.SIGNED_NAMES or not all(boxes):
        return first
    listed = _motions(names, sums or {})
    motions = [m for m in listed if _carries(m, names, boxes) and is_kept(m)]
    for index in first[:] if motions else ():
        waiting = [index] if first[index] == index else []
        while waiting:
            at = waiting.pop()
            for motion in motions:
                image = _moved(boxes[at], motion, names)
                met = [i for i, other in enumerate(boxes) if _overlap(image, other)]
                if len(met) == 1 and first[met[0]] > index:
                    first[met[0]] = index
                    waiting.append(met[0])
    return first


def _carries(motion: Motion, names: Sequence[str], boxes: Sequence[Box]) -> bool:
    """Whether it may carry a candidate to another one."""
    return any(
        i != k and _overlap(image, other)
        for i, box in enumerate(boxes)
        for image in (_moved(box, motion, names),)
        for k, other in enumerate(boxes)
    )


def keeps(tree: Tree, motion: Motion) -> bool:
    """Whether the value of the tree is proved to be the same at each point and its image."""
    return bool(is_zero(Sum((tree, Negative(substitute(tree, motion))))))


def keeps_all(sides: Sequence[tuple[Tree, int]], motion: Motion) -> bool:
    """Whether conditions g = 0 (side 0), g <= 0 (1) and g >= 0 (-1) are proved to be exchanged."""
    return all(_is_among(substitute(g, motion), side, sides) for g, side in sides)


def _is_among(image: Tree, side: int, sides: Sequence[tuple[Tree, int]]) -> bool:
    return any(
        (other == side and is_zero(Sum((image, Negative(g)))))
        or (other == -side and is_zero(Sum((image, g))))
        for g, other in sides
    )


def _motions(names: Sequence[str], sums: Mapping[str, Tree]) -> Iterator[Motion]:
    """All of them in few variables; else changes of sign and exchanges of two."""
    for order in permutations(names) if len(names) <= budget.SYMMETRIC_NAMES else _swaps(names):
        for signs in product((1, -1), repeat=len(order)):
            yield {
                name: Name(other) if sign > 0 else _reflected(other, sums)
                for name, other, sign in zip(names, order, signs, strict=True)
            }


def _reflected(name: str, sums: Mapping[str, Tree]) -> Tree:
    image = Negative(Name(name))
    return Sum((sums[name], image)) if name in sums else image


def _swaps(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    yield tuple(names)
    for one, other in combinations(names, 2):
        put = {one: other, other: one}
        yield tuple(put.get(name, name) for name in names)


def _moved(box: Box, motion: Motion, names: Sequence[str]) -> Box:
    """The point whose coordinates are those that the motion puts in their place."""
    at = dict(zip(names, box, strict=False))
    moved = []
    for name in names:
        tree = motion[name]
        low, high = at[next(iter(tree.names))]
        if isinstance(tree, Sum):
            about = enclose(tree.terms[0], budget.DIGITS)
            low, high = (about[0] - high, about[1] - low) if about else (low, high)
        moved.append((-high, -low) if isinstance(tree, Negative) else (low, high))
    return moved


def _overlap(one: Box, other: Box) -> bool:
    pairs = zip(one, other, strict=True)
    return all(low <= end and start <= high for (low, high), (start, end) in pairs)
