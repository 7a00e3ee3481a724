"""How many zeros a function has on a segment: by its signs and those of its slope in balls.

On a part on which the function has one sign there is none; where its slope has one, there is one
just if the signs at the ends differ. No method of the search for zeros is asked.
"""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.ball.over import over
from calctool.notation.tree import Tree

DEPTH = 24
BITS = 160


def count(g: Tree, slope: Tree, name: str, low: Fraction, high: Fraction) -> int | None:
    """Of the zeros of g in (low, high); None where balls do not tell."""
    total = 0
    parts = [(low, high, DEPTH)]
    while parts:
        a, b, depth = parts.pop()
        if _sign(g, name, a, b):
            continue
        if _sign(slope, name, a, b):
            ends = _sign(g, name, a, a), _sign(g, name, b, b)
            if 0 in ends:
                return None
            total += ends[0] != ends[1]
            continue
        if not depth:
            return None
        middle = (a + b) / 2 + (b - a) / 1009
        parts += [(a, middle, depth - 1), (middle, b, depth - 1)]
    return total


def _sign(tree: Tree, name: str, low: Fraction, high: Fraction) -> int:
    """1 or -1 where the function has that sign all over the part; 0 is not known."""
    found = over(tree, name, low, high, bits=BITS)
    return 0 if found is None else (found[0] > 0) - (found[1] < 0)
