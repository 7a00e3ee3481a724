"""The mistakes that are made, beside the rules that are missed: the most usual ones first."""

from calctool.rules.mistakes.algebra import ALGEBRA
from calctool.rules.mistakes.asked import ASKED
from calctool.rules.mistakes.chain import CHAIN
from calctool.rules.mistakes.functions import ABSOLUTE, TABLES
from calctool.rules.mistakes.places import CRITICAL, EXTREMES, LAGRANGE, TABLE
from calctool.rules.mistakes.powers import EXPONENTIAL, POWER
from calctool.rules.mistakes.products import PRODUCT, QUOTIENT
from calctool.rules.mistakes.record import Line, Mistake, Rewriting
from calctool.rules.mistakes.sums import SUMS

__all__ = ["BY_ID", "MISTAKES", "Line", "Mistake", "Rewriting"]

MISTAKES: tuple[Mistake, ...] = (
    *CHAIN, *PRODUCT, *QUOTIENT, *POWER, *EXPONENTIAL, *TABLES, *ABSOLUTE, *SUMS, *ASKED, *ALGEBRA,
    *TABLE, *CRITICAL, *EXTREMES, *LAGRANGE,
)  # fmt: skip
BY_ID: dict[str, Mistake] = {each.id: each for each in MISTAKES}
