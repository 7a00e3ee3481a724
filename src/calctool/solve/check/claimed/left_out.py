"""The mistake that leaves a point out."""

from __future__ import annotations

from calctool.algebra.field import prove_equal
from calctool.algebra.local.point import at_point
from calctool.notation.tree import ZERO, Negative, Sum, Tree, expression
from calctool.notation.walk import substitute
from calctool.rules.apply import differentiate
from calctool.solve.candidates import CandidatePoint, Place
from calctool.solve.check.claimed.record import Listed
from calctool.solve.exact.order import order


def why_left_out(answer: Listed, point: CandidatePoint, claimed: list[Place]) -> str:
    """The mistake that leaves out such a point."""
    if answer.constrained:
        return _why_constrained(answer, point, claimed)
    if point.why == "endpoint" or point.kind == "endpoint":
        return "critical.endpoint-missing"
    if point.why == "gradient-missing":
        return "critical.cusp-missing" if _is_steep(answer, point) else "critical.kink-missing"
    zeros = {n for n, at in point.at if order(at.expr) == 0}
    others = [place for place in claimed if not zeros & {n for n, at in place if _zero(at.expr)}]
    if zeros and claimed and len(others) == len(claimed) and _divides(answer, zeros):
        return "critical.divided-by-variable"
    return "critical.missing"


def _zero(tree: Tree) -> bool:
    return order(tree) == 0


def _divides(answer: Listed, zeros: set[str]) -> bool:
    """Whether an equation of the system has one of these variables as a factor."""
    f = expression(answer.question.statement)
    for name in answer.question.wrt:
        slope = differentiate(f, name)
        if slope is None:
            continue
        for variable in zeros & slope.names:
            if _is_zero_there(slope, variable):
                return True
    return False


def _is_zero_there(slope: Tree, variable: str) -> bool:
    """Whether an expression is 0 wherever this variable is."""
    return bool(prove_equal(substitute(slope, {variable: ZERO}), ZERO))


def _is_steep(answer: Listed, point: CandidatePoint) -> bool:
    if len(point.at) != 1:
        return False
    name, at = point.at[0]
    local = at_point(expression(answer.question.statement), name, at.expr)
    return local.kind == "vertical-tangent"


def _why_constrained(answer: Listed, point: CandidatePoint, claimed: list[Place]) -> str:
    has_inequalities = any(each.sign != "=" for each in answer.question.constraints)
    if not point.regular:
        return "lagrange.singular-missing"
    if has_inequalities:
        return "lagrange.boundary-missing" if point.active else "lagrange.interior-missing"
    for place in claimed:
        if _mirrored(place, point.at):
            return "lagrange.root-sign-missing"
    if claimed and any(_zero(at.expr) for _, at in point.at):
        return "lagrange.divided-by-variable"
    return "lagrange.missing"


def _mirrored(one: Place, other: Place) -> bool:
    """Whether the points differ by signs of coordinates only."""
    values = dict(other)
    for name, at in one:
        minus = order(Sum((at.expr, values[name].expr)))
        plus = order(Sum((at.expr, Negative(values[name].expr))))
        if minus != 0 and plus != 0:
            return False
    return True
