"""Constraints that say nothing new: multiples of another one, equations that follow from others."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.build import divided
from calctool.algebra.field import Field, is_zero
from calctool.algebra.systems import NotPolynomial, contains
from calctool.notation.tree import Tree
from calctool.solve.exact.order import order
from calctool.solve.optimum.constraint import Constraint
from calctool.words import Note
from calctool.words.notes import reading_note


def without_redundant(given: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """The same set of points by fewer constraints, later ones left out first."""
    kept = list(given)
    for each in reversed(given):
        others = [other for other in kept if other is not each]
        if others and _follows(each, others):
            kept = others
    return tuple(kept)


def notes(given: Sequence[Constraint], kept: Sequence[Constraint]) -> tuple[Note, ...]:
    """A note for each constraint that was left out."""
    left_out = (each for each in given if each not in kept)
    return tuple(
        reading_note("note.constraint-implied", number=str(each.number)) for each in left_out
    )


def _follows(each: Constraint, others: Sequence[Constraint]) -> bool:
    return any(_is_multiple(each, other) for other in others) or (
        not each.side and _is_combination(each, [other for other in others if not other.side])
    )


def _is_multiple(each: Constraint, other: Constraint) -> bool:
    """Whether `other` says it already: g = c*h, with the sign of c where there are inequalities."""
    if is_zero(other.g) or (other.side and not each.side):
        return False
    sign = _sign_of_ratio(each.g, other.g) or 0
    return sign != 0 and (not other.side or sign * other.side == each.side)


def _sign_of_ratio(g: Tree, h: Tree) -> int | None:
    """The sign of the constant g/h; None where this is none."""
    field = Field()
    element = field.normal(divided(g, h)) if g.names == h.names else None
    ratio = None if element is None else field.to_tree(element)
    return None if ratio is None or ratio.names else order(ratio)


def _is_combination(each: Constraint, equations: Sequence[Constraint]) -> bool:
    names = sorted(each.g.names.union(*(other.g.names for other in equations)))
    try:
        return contains([other.g for other in equations], each.g, names)
    except NotPolynomial:
        return False
