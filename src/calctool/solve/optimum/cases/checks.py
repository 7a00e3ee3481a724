"""A second opinion on points with letters in them: put into the equations, they must give 0."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from calctool.algebra.build import negated
from calctool.notation.tree import ZERO, Call, Name, Tree
from calctool.notation.walk import substitute, transform, walk
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
    told = (*point.at, *(point.multipliers or ()))
    if any(value.root is not None or not value.is_known for _, value in told):
        return
    values = {name: value.expr for name, value in told}
    if not set(names) <= values.keys():
        return
    for each in equations:
        for tree in _without_bars(substitute(each, values)):
            yield check_equality(tree, ZERO)


def _without_bars(tree: Tree) -> Iterator[Tree]:
    """With a and with -a for |a|: one of the two is |a|."""
    bars = sorted(
        {
            part.arguments[0].id
            for part in walk(tree)
            if isinstance(part, Call) and part.function == "abs"
            if isinstance(part.arguments[0], Name)
        }
    )
    for signs in product((1, -1), repeat=len(bars)):
        known = dict(zip(bars, signs, strict=True))

        def change(part: Tree, known: dict[str, int] = known) -> Tree | None:
            if isinstance(part, Call) and part.function == "abs":
                (inner,) = part.arguments
                if isinstance(inner, Name):
                    return inner if known[inner.id] > 0 else negated(inner)
            return None

        yield transform(tree, change)
