"""A derivative as a product of factors, for a reader who looks for its zeros."""

from __future__ import annotations

from calctool import budget
from calctool.algebra.field.ring import UnknownError
from calctool.algebra.tidy.as_written import Written
from calctool.algebra.tidy.domain import needs
from calctool.algebra.tidy.layout import fraction_tree
from calctool.notation.tree import Negative, Power, Product, Quotient, Sum, Tree


def factored(expr: Tree, variable: str) -> Tree | None:
    """The same value as a product; None where that says nothing new or loses a point."""
    if not _has_sum_on_top(expr) or expr.size > budget.TIDIED_SIZE:
        return None
    written = Written(variable)
    try:
        written.prepare(expr)
        made = fraction_tree(written, written.element(expr), factored=True)
        kept = needs(written, made) <= needs(written, expr)
    except (UnknownError, OverflowError):
        return None
    return None if not kept or _has_sum_on_top(made) or made == expr else made


def _has_sum_on_top(tree: Tree) -> bool:
    """Whether the zeros are those of a sum, not of factors."""
    match tree:
        case Sum():
            return True
        case Negative(operand):
            return _has_sum_on_top(operand)
        case Quotient(numerator, _):
            return _has_sum_on_top(numerator)
        case Power(base, _):
            return _has_sum_on_top(base)
        case Product(factors):
            return len([f for f in factors if f.names]) == 1 and any(map(_has_sum_on_top, factors))
    return False
