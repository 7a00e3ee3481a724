"""Functions known by their derivative, put over an expansion: F(c + z) = F(c) + integral of F'."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from math import inf
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.domain.requirements import requirements
from calctool.algebra.facts import formula, is_bounded, is_continuous
from calctool.algebra.germ import elliptic
from calctool.algebra.germ.functions import is_infinite, outgrows_logarithms, split, tends
from calctool.algebra.germ.powers import power, substitute
from calctool.algebra.germ.series import (
    CONSTANT,
    FLAT,
    ZERO,
    Germ,
    Huge,
    Series,
    Side,
    add,
    bounded,
    coefficient,
    constant,
    multiply,
    negate,
    sign,
)
from calctool.algebra.real.ring import NOTHING, Real, Undecided
from calctool.algebra.real.sign import is_nothing
from calctool.algebra.real.values import value
from calctool.algebra.real.writing import written
from calctool.atlas import facts
from calctool.notation.tree import Call, Name, Tree
from calctool.notation.walk import substitute as put


class Expander(Protocol):
    def of(self, tree: Tree) -> Germ: ...


Expand = Callable[[str, Real, Side, int], Expander]
"""An expansion at name = point + side*t with so many terms."""

LEAST_TERMS = 2
"""With fewer, u = c + t itself would lose its t, and floor(u) could not be told."""


class Composer(Struct, frozen=True):
    """Puts one function over one expansion, to `keep` terms."""

    expand: Expand
    keep: int

    def compose(self, function: str, germs: list[Germ]) -> Germ:
        """A function of germs, by its Taylor series where it is smooth."""
        *fixed, inner = germs
        if isinstance(inner, Huge) or is_infinite(inner) or not tends(inner):
            return _far_out(function, len(germs), inner)
        orders = [constant_of(germ) for germ in fixed]
        _, at, small = split(inner)
        here = constant(value(function, (*orders, at)))
        if small.lowest is None:
            return here
        return add(here, self._change(function, orders, at, small), self.keep)

    def _change(self, function: str, orders: list[Real], at: Real, small: Series) -> Germ:
        """F(at + small) - F(at)."""
        if self.keep <= LEAST_TERMS:
            if self._is_inside(function, orders, at):
                return Series(remainder=small.lowest, continuous=small.continuous)
            raise Undecided
        if function in elliptic.HAS_SERIES and is_nothing(at):
            known = elliptic.coefficients(function, value(function, (at,)), self.keep)
            return substitute([NOTHING, *known[1:]], small, self.keep)
        slope = _slope(function, orders)
        try:
            side: Side = 1 if sign(small) > 0 else -1
        except Undecided:
            if not self._is_inside(function, orders, at):
                raise
            return _over(_integral(self.expand, slope, at, 1, self.keep), small, self.keep)
        grown = _integral(self.expand, slope, at, side, self.keep)
        return _over(grown, small if side > 0 else negate(small), self.keep)

    def _is_inside(self, function: str, orders: list[Real], at: Real) -> bool:
        """Whether the function is smooth around the point: no condition of its domain is sharp."""
        call = Call(function, (*map(written, orders), Name("u")))
        here = self.expand("u", at, 0, 1)
        return all(
            sign(add(here.of(needed.left), negate(here.of(needed.right)), 1)) != 0
            for needed in requirements(call, lambda tree: constant_of(here.of(tree)))
        )


@lru_cache(maxsize=1024)
def _integral(expand: Expand, slope: Tree, at: Real, side: Side, keep: int) -> Series:
    """The integral from `at` of the slope, as a series in the distance on this side.

    Kept, because two functions that stand in each other's slopes would double at each term.
    """
    germ = expand("u", at, side, keep - 1).of(slope)
    if isinstance(germ, Huge) or (germ.lowest is not None and germ.lowest[0] <= -1):
        raise Undecided
    if any(m for (_, m), _ in germ.terms) or (germ.bound is not None and germ.bound[1]):
        raise Undecided
    terms = tuple(
        ((e + 1, 0), c.times(Fraction(side) / Fraction(e + 1))) for (e, _), c in germ.terms
    )
    bound = None if germ.bound is None else (germ.bound[0] + 1, 0)
    return Series(terms, bound)


def _over(grown: Series, distance: Germ, keep: int) -> Germ:
    """Put `distance` for t; the exponents differ by whole numbers."""
    if not isinstance(distance, Series) or distance.lowest is None:
        raise Undecided
    low = distance.lowest
    total: Germ = ZERO
    if grown.terms:
        first = Fraction(grown.terms[0][0][0])
        steps = {Fraction(e) - first: c for (e, _), c in grown.terms}
        if any(step.denominator != 1 for step in steps):
            raise Undecided
        listed = [steps.get(Fraction(n), NOTHING) for n in range(int(max(steps)) + 1)]
        inner = substitute([*listed, NOTHING], distance, keep)
        total = multiply(power(distance, first, keep), inner, keep)
    if grown.remainder is not None:
        e = grown.remainder[0]
        log_power = low[1] * e
        if low[0] == inf or e == inf:
            return add(total, Series(remainder=FLAT), keep)
        if log_power != int(log_power):
            raise Undecided
        total = add(total, Series(remainder=(low[0] * e, int(log_power))), keep)
    return total if distance.continuous else replace(total, continuous=False)


def constant_of(germ: Germ) -> Real:
    """The value of a germ that is a constant; Undecided for any other."""
    if isinstance(germ, Huge) or germ.bound is not None:
        raise Undecided
    if any(key != CONSTANT for key, _ in germ.terms):
        raise Undecided
    return coefficient(germ, CONSTANT)


def _far_out(function: str, count: int, inner: Germ) -> Germ:
    """All that is known where the argument is infinite or only bounded."""
    known = facts(function, count)
    if known.outgrows and outgrows_logarithms(inner):
        side = sign(inner)
        if side > 0 or known.outgrows == "both":
            return Huge(side, inner.continuous)
    infinite = isinstance(inner, Huge) or inner.bound is None or inner.bound < CONSTANT
    goes_far = infinite or is_infinite(inner)
    if is_continuous(function, count) and (is_bounded(function, count) or not goes_far):
        return bounded(inner.continuous)
    raise Undecided


def _slope(function: str, orders: list[Real]) -> Tree:
    """In the last argument, which is u in it."""
    if any(order.names for order in orders):
        raise Undecided  # a name in the order could be taken for the u of the formula
    text = (facts(function, len(orders) + 1).derivatives or ("",))[-1]
    if not text:
        raise Undecided
    return put(formula(text), dict(zip("uv", (*map(written, orders), Name("u")), strict=False)))
