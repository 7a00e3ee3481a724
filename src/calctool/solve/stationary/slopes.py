"""Gradient and Hessian: every partial derivative by the step engine, with its checks."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from calctool.notation.tree import Tree, expression
from calctool.solve.answer import Check, OneDerivative
from calctool.solve.derivation.found import Found
from calctool.solve.derivation.named_parts import expanded
from calctool.solve.derivation.one_derivative import one_derivative, whole_check
from calctool.verify.verdict import Finding, Verdict, weakest

Names = tuple[tuple[str, Tree], ...]


class Slopes(Struct, frozen=True):
    """`partials` hold how each derivative was found; trees have their names written out."""

    partials: tuple[OneDerivative, ...]
    gradient: tuple[Tree, ...]
    hessian: tuple[tuple[Tree, ...], ...]
    checks: tuple[Check, ...]
    names: Names


def first_slopes(f: Tree, variables: tuple[str, ...]) -> Slopes:
    """The gradient alone; raises NoRule where there is no rule for a part of f."""
    found: list[Found] = []
    names: Names = ()
    for variable in variables:
        one = one_derivative(f, (variable,), frozenset(name for name, _ in names))
        found.append(one)
        names += one.names
    return Slopes(
        tuple(one.result for one in found),
        tuple(expanded(expression(one.result.derivative), one.names) for one in found),
        (),
        (together("gradient", (check for one in found for check in one.checks)),),
        names,
    )


def with_hessian(f: Tree, variables: tuple[str, ...], first: Slopes) -> Slopes:
    """The second derivatives too; f_xy is worked out once and stands for f_yx."""
    upper: dict[tuple[int, int], Tree] = {}
    checks: list[Check] = []
    for i, slope in enumerate(first.gradient):
        for j, variable in enumerate(variables[i:], i):
            one = one_derivative(slope, (variable,))
            upper[i, j] = expanded(expression(one.result.derivative), one.names)
            whole = whole_check(f, (variables[i], variable), upper[i, j])
            checks += (*one.checks, whole)
    many = range(len(variables))
    hessian = tuple(tuple(upper[min(i, j), max(i, j)] for j in many) for i in many)
    made = (*first.checks, together("hessian", checks))
    return Slopes(first.partials, first.gradient, hessian, made, first.names)


def together(id: str, checks: Iterable[Check]) -> Check:
    """Several checks as one, which is as good as the weakest of them."""
    findings = [check.finding for check in checks]
    verdict = weakest(finding.verdict for finding in findings)
    kept = [finding for finding in findings if finding.verdict is verdict]
    if not kept:
        return Check(id, Finding(Verdict.UNDECIDED, "nothing-usable"))
    method = "each-step" if verdict is Verdict.PROVED else kept[0].method
    return Check(id, Finding(verdict, method, max(finding.points for finding in findings)))
