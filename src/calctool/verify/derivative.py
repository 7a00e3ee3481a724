"""The second opinion on a derivative: Taylor coefficients of the function, no rule in sight."""

from __future__ import annotations

from calctool.notation.tree import Derivative, Tree
from calctool.verify.agreement import agreement
from calctool.verify.equality import Shared
from calctool.verify.verdict import Finding


def check_derivative(
    f: Tree, variables: tuple[str, ...], claimed: Tree, shared: Shared | None = None
) -> Finding:
    """Whether `claimed` is the derivative of `f` in each of `variables` in turn.

    Of any order: the n-th comes from one Taylor series of length n + 1. Kinks are a null set,
    which sample points miss, so sign(x) is accepted for |x|.
    """
    compared = shared.agreement if shared else agreement
    return compared(Derivative(f, variables), claimed)
