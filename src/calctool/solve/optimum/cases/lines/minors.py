"""The Hessian, or the bordered one, at a point with letters: the minors whose signs decide.

No eigenvalue is 0 in the case, and how many are positive is known; so the signs of the minors that
the test of a textbook looks at are known, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from calctool.notation.quoted import quoted
from calctool.notation.tree import Tree
from calctool.notation.walk import substitute
from calctool.solve.candidates import CandidatePoint, PointKind
from calctool.solve.exact.record import Exact
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.stationary.manifold import determinant
from calctool.solve.stationary.short import short
from calctool.words.extrema.tests import SECOND_DERIVATIVE

IsNotZero = Callable[[Tree], bool]
"""Whether a number with letters is certainly not 0 in the case."""
_OF_ONE: dict[PointKind, tuple[int, int, int]] = {
    "local-minimum": (1, 0, 0), "local-maximum": (0, 1, 0),
}  # fmt: skip
"""Of one variable: at an extremum a second derivative that is not 0 has this sign."""

Form = Callable[[Tree], Tree]
"""The shortest form of a number with letters in the case."""


def with_minors(
    point: CandidatePoint,
    matrix: Sequence[Sequence[Tree]],
    border: int,
    plain: Form,
    is_not_zero: IsNotZero,
) -> CandidatePoint:
    """`matrix` has a border of so many rows; the point as it is where minors do not decide."""
    test = point.test
    if point.why != "gradient-zero" or not point.regular or test.matrix or not matrix:
        return point
    told = (*point.at, *(point.multipliers or ()))
    values = {name: value.expr for name, value in told}
    if any(value.root is not None for _, value in told):
        plain = short
    at = [[plain(substitute(entry, values)) for entry in row] for row in matrix]
    inertia = test.inertia
    if len(matrix) == 1 and point.kind in _OF_ONE and is_not_zero(at[0][0]):
        inertia = _OF_ONE[point.kind]
    if inertia is None or inertia[2] or not any(inertia):
        return point
    n, free = len(matrix), len(matrix) - 2 * border
    if free < 1 or (border and free > 1) or (0 not in inertia[:2] and n > 2 and not border):
        return point
    sizes = range(n, n + 1) if border else range(1, n + 1)
    minors = tuple(_exact(plain(determinant([tuple(row[:k]) for row in at[:k]]))) for k in sizes)
    rows = tuple(tuple(map(_exact, row)) for row in at)
    made = replace(test, matrix=rows, minors=minors, inertia=inertia)
    if n == 1:
        value, sign = quoted(at[0][0]), ">" if inertia[0] else "<"
        reason = SECOND_DERIVATIVE.filled(value=value, sign=sign)
        made = replace(made, id="hessian-definite", reason=reason)
    return replace(point, test=made)


def _exact(tree: Tree) -> Exact:
    return Exact(tree, None, None) if tree.names else exact(exact_value(tree))
