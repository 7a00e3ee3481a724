"""A component over one free name: the points of one kind as intervals of that name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from math import lcm

from flint import fmpz_poly
from msgspec import Struct

from calctool.algebra.algebraic import Algebraic, ascending, real_roots
from calctool.algebra.extrema.kinds.judgement import Judgement
from calctool.algebra.extrema.polynomials import Polynomial, fractions
from calctool.algebra.extrema.samples import between
from calctool.algebra.roots.points.radicals import algebraic_tree
from calctool.notation.tree import Name, Relation, Sign

Part = tuple[tuple[Relation, ...], Judgement]


class Piece(Struct, frozen=True):
    """An open interval between two cuts, None being infinity, or one cut (`low` == `high`)."""

    low: Algebraic | None
    high: Algebraic | None
    is_cut: bool
    signs: tuple[int, ...]


def pieces(deciding: Sequence[Polynomial]) -> Iterator[Piece]:
    """The line cut at all zeros of polynomials in one name, with their signs on each piece."""
    whole = [_whole(p) for p in deciding]
    cuts = ascending({root for p in whole if p for root, _ in real_roots(p)})
    ends: list[Algebraic | None] = [None, *cuts, None]
    for index, sample in enumerate(between(cuts)):
        if index:
            cut = cuts[index - 1]
            yield Piece(cut, cut, True, tuple(cut.sign_of(p) if p else 0 for p in whole))
        at = Algebraic((-sample.numerator, sample.denominator), 0)
        signs = tuple(at.sign_of(p) if p else 0 for p in whole)
        yield Piece(ends[index], ends[index + 1], False, signs)


def _whole(p: Polynomial) -> fmpz_poly:
    terms = fractions(p)
    bottom = lcm(*(c.denominator for c in terms.values()))
    listed = [Fraction(0)] * (max((n for (n,) in terms), default=0) + 1)
    for (n,), c in terms.items():
        listed[n] = c * bottom
    return fmpz_poly([int(c) for c in listed])


def joined(listed: Sequence[tuple[Piece, Judgement]], name: str) -> Iterator[Part]:
    """Neighbours of one kind as one interval."""
    for _, group in groupby(listed, key=lambda each: (each[1].kind, each[1].strict)):
        members = list(group)
        first, last = members[0][0], members[-1][0]
        open_piece = next((judged for piece, judged in members if not piece.is_cut), members[0][1])
        yield tuple(_relations(first, last, name)), open_piece


def _relations(first: Piece, last: Piece, name: str) -> Iterator[Relation]:
    if first is last and first.is_cut and first.low is not None:
        yield Relation(Name(name), "=", algebraic_tree(first.low))
        return
    below: Sign = ">=" if first.is_cut else ">"
    above: Sign = "<=" if last.is_cut else "<"
    if first.low is not None:
        yield Relation(Name(name), below, algebraic_tree(first.low))
    if last.high is not None:
        yield Relation(Name(name), above, algebraic_tree(last.high))
