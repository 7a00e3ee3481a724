"""Where two trees differ: what both share need not be computed to prove them equal."""

from __future__ import annotations

from calctool.notation.tree import ONE, ZERO, Limit, Product, Sum, Tree

Pair = tuple[Tree, Tree]


def only_difference(left: Tree, right: Tree) -> Pair:
    """The innermost pair of parts such that their equality makes the whole trees equal."""
    while True:
        inner = _within(left, right)
        if inner is None:
            return left, right
        left, right = inner


def _within(left: Tree, right: Tree) -> Pair | None:
    if type(left) is not type(right) or not left.children or isinstance(left, Limit):
        return None  # equal on the common domain says nothing of limits from outside it
    if isinstance(left, Sum | Product):
        return _middle(left, left.children, right.children)
    if len(left.children) != len(right.children) or left.rebuilt(right.children) != right:
        return None
    pairs = [(a, b) for a, b in zip(left.children, right.children, strict=True) if a != b]
    return pairs[0] if len(pairs) == 1 else None


def _middle(whole: Sum | Product, left: tuple[Tree, ...], right: tuple[Tree, ...]) -> Pair | None:
    """What is left of two sums or products without their common beginning and end."""
    start, most = 0, min(len(left), len(right))
    while start < most and left[start] == right[start]:
        start += 1
    end = 0
    while end < most - start and left[-1 - end] == right[-1 - end]:
        end += 1
    if not start and not end:
        return None
    return tuple(_joined(whole, side[start : len(side) - end]) for side in (left, right))  # type: ignore[return-value]


def _joined(whole: Sum | Product, parts: tuple[Tree, ...]) -> Tree:
    if len(parts) > 1:
        return whole.rebuilt(parts)
    if parts:
        return parts[0]
    return ZERO if isinstance(whole, Sum) else ONE
