"""f - f(p) as a product near p: an extremum where each factor keeps its sign on the set."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.extrema.forms.zero_form import factors_of
from calctool.algebra.extrema.polynomials import polynomial, tree_of
from calctool.algebra.factoring import factored
from calctool.algebra.places.place import Place, sign_at
from calctool.notation.quoted import quoted
from calctool.notation.tree import ZERO, Tree, number
from calctool.solve.candidates import Test
from calctool.solve.optimum.kinds.record import OPEN, Judged, extremum
from calctool.solve.stationary.manifold import Manifold
from calctool.solve.stationary.short import short
from calctool.words.extrema.multipliers import TESTS


def by_factors(manifold: Manifold, place: Place, sign_beside: Callable[[Tree], int]) -> Judged:
    """`sign_beside` is that of the values near the point of a factor that is zero at it, 0 where
    it is not known; raises Undecided and Undefined."""
    sign, met = 1, []
    for factor, power in _factors(manifold, place):
        side = sign_at(place, factor)
        if side:
            sign *= side if power % 2 else 1
            continue
        met.append((factor, power))
        if power < 0:
            return OPEN
        if power % 2:
            sign *= sign_beside(factor)
    if not sign or not met or (len(met) == 1 and met[0][1] == 1):
        return OPEN
    written = multiplied(raised(factor, number(power)) for factor, power in met)
    reason = TESTS["factors-keep-sign"].filled(factors=quoted(written))
    return Judged(extremum(sign > 0), Test("factors-keep-sign", reason))


def _factors(manifold: Manifold, place: Place) -> Iterator[tuple[Tree, int]]:
    """Those of f - f(p), with their powers."""
    value = place.scalar(manifold.f).tree()
    if value is None:
        return
    rest = manifold.f if value == ZERO else short(added((manifold.f, negated(value))))
    p = polynomial(rest, manifold.names)
    if p:
        content, found = factored(p)
        yield number(1 if content > 0 else -1), 1
        yield from ((tree_of(factor, manifold.names), int(power)) for factor, power in found)
    elif p is None:
        yield from factors_of(rest)
