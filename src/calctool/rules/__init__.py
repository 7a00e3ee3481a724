"""The textbook: every differentiation rule, in the order in which they are tried."""

from calctool.rules.elementary import BRANCHES, CHAIN, ELEMENTARY
from calctool.rules.learning import LEARNING
from calctool.rules.linear import LINEAR
from calctool.rules.products import PRODUCTS
from calctool.rules.rule import Rule
from calctool.rules.special import SPECIAL

RULES: tuple[Rule, ...] = (
    *LINEAR, *PRODUCTS, *CHAIN, *BRANCHES, *ELEMENTARY, *LEARNING, *SPECIAL
)  # fmt: skip
BY_ID: dict[str, Rule] = {rule.id: rule for rule in RULES}
