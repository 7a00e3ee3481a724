"""A function near a zero of it, without the factors that keep their sign there."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.algebra.build import multiplied, negated
from calctool.algebra.domain.ranges import Known, range_of
from calctool.algebra.places.place import Place
from calctool.notation.tree import ONE, Negative, Product, Quotient, Tree


def zero_form(f: Tree, place: Place) -> tuple[Tree, int] | None:
    """(g, s) with f = s*v*g near a zero of f, where v > 0; None where nothing comes off."""
    kept, sign = [], 1
    listed = list(factors_of(f))
    for factor, power in listed:
        side = place.scalar(factor).sign()
        if side is None or (side == 0 and power < 0):
            return None
        if side == 0:
            kept.append(factor)
        elif side < 0:
            sign = -sign
    if len(kept) == len(listed) or not kept:
        return None
    return multiplied(kept), sign


def without_definite(f: Tree, where: Known | None = None) -> tuple[Tree, int] | None:
    """(g, s) with f = s*v*g wherever f is defined and the names are in these ranges, v > 0; None
    where no factor comes off."""
    kept, sign = [], 1
    listed = list(factors_of(f))
    for factor, power in listed:
        known = range_of(factor, where or {})
        if known.positive or known.negative:
            sign *= -1 if known.negative and power % 2 else 1
        elif power < 0:
            return None
        else:
            kept.append(factor)
    return (multiplied(kept), sign) if kept and len(kept) < len(listed) else None


def factors_of(f: Tree) -> Iterator[tuple[Tree, int]]:
    """The factors of a product or a quotient as they are written, with their powers."""
    yield from _factors(f, 1)


def _factors(f: Tree, power: int) -> Iterator[tuple[Tree, int]]:
    match f:
        case Product(factors):
            for factor in factors:
                yield from _factors(factor, power)
        case Quotient(top, bottom):
            yield from _factors(top, power)
            yield from _factors(bottom, -power)
        case Negative(operand):
            yield negated(ONE), 1
            yield from _factors(operand, power)
        case _:
            yield f, power
