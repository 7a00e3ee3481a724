"""Claimed intervals with their ends as constants."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from calctool.notation.quoted import quoted
from calctool.notation.tree import INFINITY, Negative, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, value_of
from calctool.solve.given import Claim

_SIGNS = {"increasing": 1, "decreasing": -1, "constant": 0}
TREND_OF = {sign: trend for trend, sign in _SIGNS.items()}
TOP, BOTTOM = Exact(INFINITY, None, None), Exact(Negative(INFINITY), None, None)


class Stretch(Struct, frozen=True):
    """A claimed interval; `sign` is that of f' there."""

    claim: Claim
    start: Exact
    end: Exact
    sign: int

    @property
    def spoken(self) -> str:
        """As it was claimed."""
        return spoken(self.start.expr, self.end.expr, self.claim.closed)


def stretches_of(claim: Claim) -> Iterator[Stretch]:
    """The interval that is claimed, or some of those that repeat."""
    assert claim.start is not None and claim.end is not None  # noqa: S101, PT018
    sign = _SIGNS[claim.kind or ""]
    if claim.parameter is None:
        yield Stretch(claim, end_of(claim.start), end_of(claim.end), sign)
        return
    for k in range(-3, 4):
        start, end = (
            substitute(each, {claim.parameter: number(k)}) for each in (claim.start, claim.end)
        )
        yield Stretch(claim, end_of(start), end_of(end), sign)


def end_of(tree: Tree) -> Exact:
    """An end of an interval, perhaps an infinite one."""
    infinite = {INFINITY: TOP, Negative(INFINITY): BOTTOM}.get(tree)
    return infinite or exact(value_of(tree) or tree)


def below(one: Exact, other: Exact) -> bool:
    """Whether one place certainly lies before another."""
    return compared(one, other) == -1


def spoken(start: Tree, end: Tree, closed: tuple[bool, bool] = (False, False)) -> str:
    """An interval in a sentence."""
    before, after = ("[" if closed[0] else "("), ("]" if closed[1] else ")")
    return f"{before}{quoted(start)}, {quoted(end)}{after}"
