"""A second opinion on points with letters in them: put into the equations, they must give 0."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.tree import ZERO, Tree
from calctool.notation.walk import substitute
from calctool.solve.answer import Case, Check
from calctool.solve.candidates import CandidatePoint
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.record import OptimumAnswer, OptimumQuestion
from calctool.solve.stationary.manifold import gradient
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Finding, weakest


def residuals(asked: OptimumQuestion, cases: tuple[Case, ...]) -> Iterator[Check]:
    """The derivatives of f, or of L, at the points of the cases that have letters in them."""
    task = problem(asked)
    names = (*task.names, *task.letters)
    equations = gradient(task.lagrangian, names)
    found: list[Finding] = []
    for case in cases:
        one = case.answer
        if not isinstance(one, OptimumAnswer) or one.question is not asked:
            continue
        for point in one.points:
            found += _at(equations, point, names)
    if found:
        verdict = weakest(each.verdict for each in found)
        worst = next(each for each in found if each.verdict is verdict)
        yield Check("residual", worst)


def _at(
    equations: tuple[Tree, ...], point: CandidatePoint, names: tuple[str, ...]
) -> Iterator[Finding]:
    if point.why != "gradient-zero":
        return
    values = {name: value.expr for name, value in (*point.at, *(point.multipliers or ()))}
    if not set(names) <= values.keys():
        return
    for each in equations:
        yield check_equality(substitute(each, values), ZERO)
