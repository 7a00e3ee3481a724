"""The textbook: every differentiation rule, in the order in which they are tried."""

from functools import cache

from calctool.atlas import FUNCTIONS
from calctool.atlas.index import LINES
from calctool.rules import functions
from calctool.rules.chained import BRANCHES, CHAIN
from calctool.rules.linear import LINEAR
from calctool.rules.products import PRODUCTS
from calctool.rules.rule import Rule

GENERAL: tuple[Rule, ...] = (*LINEAR, *PRODUCTS, *CHAIN, *BRANCHES)
"""Those that are not about one function."""


@cache
def every() -> tuple[Rule, ...]:
    """All rules; the general ones come first."""
    return (*GENERAL, *(rule for id in FUNCTIONS for rule in functions.of(id)))


def find(id: str) -> Rule | None:
    """The rule with this id."""
    known = functions.of(LINES[id]) if id in LINES else GENERAL
    return next((rule for rule in known if rule.id == id), None)
