"""The second opinion on a derivative: Taylor coefficients of the function, no rule in sight."""

from __future__ import annotations

from calctool.notation.tree import Derivative, Tree
from calctool.verify.agreement import agreement
from calctool.verify.verdict import Finding


def check_derivative(f: Tree, variables: tuple[str, ...], claimed: Tree) -> Finding:
    """Whether `claimed` is the derivative of `f` in each of `variables` in turn.

    Of any order: the n-th comes from one Taylor series of length n + 1. Kinks are a null set,
    which sample points miss, so sign(x) is accepted for |x|.
    """
    return agreement(Derivative(f, variables), claimed)
