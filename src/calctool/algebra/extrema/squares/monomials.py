"""Which monomials may occur in squares that add up to a polynomial, and which never meet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations_with_replacement

Powers = tuple[int, ...]


def up_to(count: int, degree: int) -> list[Powers]:
    """All monomials in so many names of no more than that degree, low degrees first."""
    return [powers for d in range(degree + 1) for powers in of_degree(count, d)]


def of_degree(count: int, degree: int) -> Iterator[Powers]:
    """All monomials of one degree."""
    for chosen in combinations_with_replacement(range(count), degree):
        yield tuple(chosen.count(i) for i in range(count))


def times(a: Powers, b: Powers) -> Powers:
    """The product."""
    return tuple(i + j for i, j in zip(a, b, strict=True))


def possible(basis: Sequence[Powers], others: Iterable[Powers]) -> list[Powers]:
    """Without monomials whose square nothing can cancel: it does not occur among the `others`,
    which are the terms of all else, and is no other product of the basis.

    What is left lies in half the Newton polytope (Reznick 1978), as its corners go one by one.
    """
    kept, fixed = list(basis), set(others)
    while True:
        mixed = {times(a, b) for i, a in enumerate(kept) for b in kept[:i]}
        left = [a for a in kept if (square := times(a, a)) in fixed or square in mixed]
        if len(left) == len(kept):
            return kept
        kept = left


def classes(basis: Sequence[Powers], supports: Iterable[Powers]) -> list[list[Powers]]:
    """By parity: products across two classes are not needed, since changes of sign of names that
    leave all of the supports alone turn one of the factors round (Gatermann & Parrilo 2004)."""
    span: list[int] = []
    for powers in supports:
        _reduced(_bits(powers), span, keep=True)
    found: dict[int, list[Powers]] = defaultdict(list)
    for powers in basis:
        found[_reduced(_bits(powers), span)].append(powers)
    return list(found.values())


def _bits(powers: Powers) -> int:
    return sum((n & 1) << i for i, n in enumerate(powers))


def _reduced(bits: int, span: list[int], *, keep: bool = False) -> int:
    """Modulo the span over the field of two elements."""
    for each in span:
        bits = min(bits, bits ^ each)
    if keep and bits:
        span.append(bits)
        span.sort(reverse=True)
    return bits
