"""The limit of an expansion as t -> 0+: finite and exact, infinite, proved to be none, unknown."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from calctool.algebra.germ.series import (
    CONSTANT,
    Germ,
    Huge,
    Series,
    coefficient,
    leading,
    sign,
    without_leading_zeros,
)
from calctool.algebra.real.ring import Real, Undecided
from calctool.algebra.real.writing import written
from calctool.notation.tree import INFINITY, Negative, Tree


class Limit(Struct, frozen=True):
    """`finite` with its value, `infinite` with a sign, `none` (proved), or `undecided`."""

    kind: Literal["finite", "infinite", "none", "undecided"]
    number: Real | None = None
    sign: int = 0

    @property
    def known(self) -> bool:
        """Whether the limit is decided, be it infinite or none."""
        return self.kind != "undecided"

    @property
    def value(self) -> Tree | None:
        """As a tree, oo and -oo included; None where there is no limit or none is known."""
        if self.number is not None:
            return written(self.number)
        if self.kind == "infinite":
            return INFINITY if self.sign > 0 else Negative(INFINITY)
        return None


NONE = Limit("none")
UNKNOWN = Limit("undecided")


def limit_of(germ: Germ) -> Limit:
    """Raises Undecided where more terms might help."""
    if isinstance(germ, Huge):
        return Limit("infinite", sign=germ.sign)
    germ = without_leading_zeros(germ)
    if germ.lowest is None:
        return Limit("finite", Real({}))
    if germ.terms and germ.terms[0][0] < CONSTANT and (germ.bound or CONSTANT) > germ.terms[0][0]:
        leading(germ)
        return Limit("infinite", sign=sign(germ))
    if germ.bound is None or germ.bound > CONSTANT:
        return Limit("finite", coefficient(germ, CONSTANT))
    if germ.wave is not None and germ.wave == germ.bound and _is_shaken(germ):
        return NONE
    raise Undecided


def _is_shaken(germ: Series) -> bool:
    """Whether the wave alone forbids a limit, finite or infinite.

    At t^0 it has two different limit points whatever constant is added; a larger one takes both
    signs unless a term of the same size holds it up.
    """
    wave, rest = germ.wave, germ.remainder
    if wave is None or (rest is not None and rest <= wave):
        return False
    return wave == CONSTANT or all(key > wave for key, _ in germ.terms)
