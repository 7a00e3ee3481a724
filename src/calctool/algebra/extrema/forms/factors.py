"""Signs of f - f(p) near p from its factors: even powers and factors that change sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from calctool.algebra.extrema.polynomials import Polynomial, tree_of
from calctool.algebra.factoring import factored
from calctool.algebra.places.place import Place
from calctool.notation.tree import Tree


class FactorSigns(Struct, frozen=True):
    """`sign` near the point where not zero, 0 for both signs; `strict` None where it is open."""

    sign: int
    strict: bool | None
    factors: tuple[tuple[Polynomial, int], ...]


def factor_signs(
    p: Polynomial,
    place: Place,
    names: Sequence[str],
    sign_of_factor: Callable[[Tree], int],
) -> FactorSigns | None:
    """Of a polynomial that is zero at the place and not identically; None where this is no help.

    A factor whose gradient is not zero at the place is zero on a smooth hypersurface there, and on
    a part of it that is no more than thin the other factors vanish too: an odd power changes sign.
    `sign_of_factor` is asked for the sign of any other factor near the place, 0 for not known.
    """
    content, factors = factored(p)
    sign = 1 if content > 0 else -1
    meeting: list[tuple[Polynomial, int, bool]] = []
    for factor, power in factors:
        side = place.scalar(tree_of(factor, names)).sign()
        if side is None:
            return None
        if side == 0:
            meeting.append((factor, int(power), _is_regular(factor, place, names)))
        elif power % 2:
            sign *= side
    listed = tuple((factor, power) for factor, power, _ in meeting)
    if any(power % 2 and regular for _, power, regular in meeting):
        return FactorSigns(0, None, listed)
    for factor, power, _ in meeting:
        sign *= sign_of_factor(tree_of(factor, names)) if power % 2 else 1
    if not sign:
        return None
    thick = len(names) > 1 and any(regular for _, _, regular in meeting)
    return FactorSigns(sign, False if thick else None, listed)


def _is_regular(p: Polynomial, place: Place, names: Sequence[str]) -> bool:
    slopes = (p.derivative(index) for index in range(len(names)))
    return any(place.scalar(tree_of(slope, names)).sign() for slope in slopes if slope)
