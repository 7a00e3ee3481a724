"""Whether an element that is not zero can vanish on an open set only by an unknown identity.

abs(x) - x is zero for all x > 0; a polynomial, or one in exp, log, sin and cos, is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calctool.algebra.field.ring import Element

if TYPE_CHECKING:
    from calctool.algebra.field.field import Field

INDEPENDENT = frozenset(("name", "pi", "exp", "log", "sin", "cos", "power"))
ROOTS = frozenset(("root", "odd-root"))  # sqrt(x - 1)*sqrt(x + 1) - sqrt(x^2 - 1) has two or more


def has_thin_zeros(field: Field, element: Element) -> bool:
    """True only where nearly all points are not zeros."""
    seen: set[int] = set()
    waiting = [element]
    while waiting:
        new = set(waiting.pop().used()) - seen
        seen |= new
        for index in new:
            waiting += field.kernels[index].arguments
    kinds = [field.kernels[index].kind for index in seen]
    roots = sum(kind in ROOTS for kind in kinds)
    others = sum(kind not in INDEPENDENT for kind in kinds)
    return not element.num.is_zero() and others == roots <= 1
