"""a + b*s with an integral s, as erf: its limit by the rule of l'Hospital, which removes s.

Let s tend to L. Then a + b*s is (a + b*L) + (s - L)/(1/b), and where s - L and 1/b both tend to 0
the quotient tends to what s'/(1/b)' does.
"""

from __future__ import annotations

from collections.abc import Callable

from calctool.algebra.build import added, divided, multiplied
from calctool.algebra.facts import leads_back
from calctool.algebra.field import Field
from calctool.algebra.germ.limit import Limit, limit_of
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.roots.functions.analytic import Analytic, coefficients, derivative, written
from calctool.algebra.roots.limits.far_forms import germ_far, normalised
from calctool.algebra.roots.limits.signs_far_out import sign_far
from calctool.notation.tree import ONE, Tree

_CALLED = "call "


def without_integral(
    tree: Tree, name: str, limit: Callable[[Tree, str], Limit]
) -> tuple[Tree, Tree] | None:
    """Two functions to the sum of whose limits the function tends, if they have some, as
    x -> oo; None where the rule does not apply. `limit` gives limits there."""
    field = Field()
    element = field.normal(tree)
    if element is None:
        return None
    num, den = (Analytic(field, part, name) for part in element.parts())
    found = [i for i in num.moving if _is_integral(num, i)]
    if len(found) != 1 or found[0] in den.moving or len(coefficients(num, found[0])) != 2:
        return None
    below = den.tree
    a, b = (divided(written(num, each), below) for each in coefficients(num, found[0]))
    s = written(num, field.ring.generator(found[0]))
    try:
        goal = limit_of(germ_far(s, name)).value
        inverse = normalised(divided(ONE, b))
        slope = derivative(inverse, name)
        dies_out = limit(inverse, name).number
        if goal is None or dies_out is None or dies_out.parts or sign_far(slope, name) == 0:
            return None
    except (Undecided, Undefined):
        return None
    quotient = normalised(divided(derivative(s, name), slope))
    return normalised(added((a, multiplied((b, goal))))), quotient


def _is_integral(p: Analytic, index: int) -> bool:
    kind = p.kernel(index).kind
    return kind.startswith(_CALLED) and leads_back(kind.removeprefix(_CALLED))
