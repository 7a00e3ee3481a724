"""Folds at which a formula of f has an infinite slope: powers u^q, 0 < q < 1, where u = 0."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from calctool.notation.tree import ZERO, Call, Name, Power, Tree, rational
from calctool.notation.walk import substitute, transform
from calctool.solve.optimum.strata.folds import Fold
from calctool.solve.stationary.manifold import slope

_PART = "part "
"""No one can type a name with a blank."""


class Steep(Struct, frozen=True):
    """f depends on u^power in one place; `outer` is its slope in that, where u = 0.

    `behind` is the sign of the power where u < 0.
    """

    power: Fraction
    outer: Tree
    behind: int


def steep(f: Tree, fold: Fold) -> Steep | None:
    """None where more than that changes at the fold."""
    if len(fold.seams) > 1 or fold.changes:
        return None
    ((seam, _),) = fold.seams
    power = power_of(seam.part)
    value = dict(seam.pieces)[0]
    if power is None or value != ZERO:
        return None
    placed = transform(f, lambda at: Name(_PART) if at == seam.part else None)
    outer = substitute(slope(placed, _PART), {_PART: value})
    return Steep(power, outer, -1 if power.numerator % 2 else 1)


def power_of(part: Tree) -> Fraction | None:
    """The exponent q where a part is u^q, however it is written."""
    match part:
        case Call("sqrt"):
            return Fraction(1, 2)
        case Call("cbrt"):
            return Fraction(1, 3)
        case Call("root", (_, degree)):
            known = rational(degree)
            return 1 / known if known else None
        case Power(_, exponent):
            return rational(exponent)
    return None
