"""Constants of which only bounds are known: as decimals that say so, in records and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from calctool.notation.printing.decimals import around, beside, between, shortest
from calctool.notation.quoted import quoted
from calctool.notation.system import System
from calctool.notation.tree import Name, Relation, Tree, number, rational
from calctool.solve.exact.record import Exact

_DIGITS = 15
_DIGITS_IN_WORDS = 6
_UNREADABLE = 10**6
"""A fraction of such numbers says less than its decimal."""
_DIGITS_OF_BOUNDS = 30
"""They keep apart neighbours that fifteen digits do not."""


def enclosed(low: Fraction, high: Fraction) -> Exact:
    """A constant by its bounds; its decimal lies between them, or is the middle, rounded."""
    if low == high:
        return Exact(number(low), low, high)
    return Exact(shortest(low, high, _DIGITS), low, high, is_known=False)


def enclosure(constant: Exact) -> tuple[str, str] | None:
    """Two decimals around a constant that is not known exactly; None where it is."""
    return None if constant.is_known else bounds(constant)


def bounds(constant: Exact) -> tuple[str, str] | None:
    """Two decimals around a constant; None for an infinite one."""
    if constant.low is None or constant.high is None:
        return None
    return around(constant.low, constant.high, _DIGITS_OF_BOUNDS)


def bound(constant: Exact, side: int) -> Tree:
    """A number not above a constant (side -1) or not below it (1): itself if it is known."""
    end = constant.low if side < 0 else constant.high
    if constant.is_known or end is None:
        return constant.expr
    return beside(end, _DIGITS, side)


def located(name: str, at: Exact) -> System:
    """name = exact form, or the name between two decimals."""
    if at.is_known or at.low is None or at.high is None:
        return System((Relation(Name(name), "=", at.expr),))
    return System(tuple(between(name, at.low, at.high)))


def equality(name: str, at: Exact) -> str:
    """name = exact form, or name ≈ decimal, for a sentence."""
    if at.is_known:
        return quoted(Relation(Name(name), "=", at.expr))
    return f"{quoted(Name(name))} {rounded(at)}"


def rounded(at: Exact) -> str:
    """≈ decimal, for a sentence; the exact form where there is one that can be read."""
    value = rational(at.expr)
    if value is not None and max(abs(value.numerator), value.denominator) >= _UNREADABLE:
        return f"≈ {float(value):.{_DIGITS_IN_WORDS}g}".replace("-", "−", value < 0)
    if at.is_known or at.low is None or at.high is None:
        return quoted(at.expr)
    return f"≈ {quoted(shortest(at.low, at.high, _DIGITS_IN_WORDS))}"


def near(value: Fraction) -> str:
    """A number between which and another something is open: itself where six digits hold it."""
    made = shortest(value, value, _DIGITS_IN_WORDS)
    return quoted(made) if rational(made) == value else f"≈ {quoted(made)}"


def shown(place: Sequence[tuple[str, Exact]]) -> str:
    """`(x, y) = (1, 2)`"""
    if len(place) == 1:
        return equality(*place[0])
    names = ", ".join(quoted(Name(name)) for name, _ in place)
    values = ", ".join(rounded(at) for _, at in place)
    return f"({names}) = ({values})"
