"""A second opinion on points with letters in them: put into the equations, they must give 0."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.intervals import Range
from calctool.algebra.domain.reduction import reduced
from calctool.algebra.field import prove_equal
from calctool.notation.tree import (
    ONE,
    TWO,
    ZERO,
    Call,
    Name,
    Power,
    Relation,
    Sign,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import substitute, transform, walk
from calctool.solve.answer import Case, Check, Condition
from calctool.solve.candidates import CandidatePoint
from calctool.solve.optimum.cases.opened import opened
from calctool.solve.optimum.problem import problem
from calctool.solve.optimum.record import OptimumAnswer, OptimumQuestion
from calctool.solve.stationary.manifold import gradient
from calctool.solve.stationary.short import is_rational
from calctool.verify.equality import check_equality
from calctool.verify.verdict import Finding, Verdict, weakest


def residuals(asked: OptimumQuestion, cases: tuple[Case, ...]) -> Iterator[Check]:
    """The derivatives of f, or of L, at the points of the cases that have letters in them."""
    task = problem(asked)
    names = (*task.names, *task.letters)
    slopes = gradient(task.lagrangian, task.names)
    found: list[Finding] = []
    for case in cases:
        one = case.answer
        if not isinstance(one, OptimumAnswer) or one.question is not asked:
            continue
        for group in case.when:
            given = {
                r.left.id: r.right for r in group if r.sign == "=" and isinstance(r.left, Name)
            }
            inside = _inside((group,), asked.assumed, dict(one.sample))
            for point in one.points:
                on = (each.g for each in task.constraints if each.number in point.active)
                known = bounds((*asked.assumed, *group))
                found += _at((*slopes, *on), point, names, given, inside, known)
    if found:
        verdict = weakest(each.verdict for each in found)
        worst = next(each for each in found if each.verdict is verdict)
        yield Check("residual", worst)


def _inside(
    when: Condition, assumed: tuple[Relation, ...], sample: Mapping[str, Tree]
) -> Mapping[str, Tree] | None:
    """What letters are as functions of others that take all real values, so that they stay in the
    case: a = t^2 for a > 0; None where it is said by more than bounds of single letters. An end
    that is no fraction gives way to the `sample`, which lies within."""
    if len(when) != 1:
        return None
    relations: list[Relation] = []
    for each in (part for r in (*when[0], *assumed) if r.sign != "=" for part in reduced(r)):
        if not isinstance(each.left, Name) or each.right.names:
            return None
        end = each.right if rational(each.right) is not None else sample.get(each.left.id)
        if end is None or rational(end) is None:
            return None
        loose: dict[Sign, Sign] = {"<": "<=", ">": ">="}
        sign = each.sign if end is each.right else loose.get(each.sign, each.sign)
        relations.append(Relation(each.left, sign, end))
    made: dict[str, Tree] = {}
    for name, around in bounds(relations).items():
        t = Power(Name(f"t_{name}"), TWO)
        low, high = (
            number(end) if isinstance(end, Fraction) else None for end in (around.low, around.high)
        )
        if low is not None and high is not None:
            part = divided(t, added((ONE, t)))
            made[name] = added((low, multiplied((added((high, negated(low))), part))))
        elif low is not None:
            made[name] = added((low, t))
        elif high is not None:
            made[name] = added((high, negated(t)))
    return made


def _at(
    equations: tuple[Tree, ...],
    point: CandidatePoint,
    names: tuple[str, ...],
    given: Mapping[str, Tree],
    inside: Mapping[str, Tree] | None,
    known: Mapping[str, Range],
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
        for tree in _without_bars(substitute(substitute(each, values), given)):
            found = check_equality(tree, ZERO)
            if found.verdict is Verdict.SAMPLED and prove_equal(opened(tree, known), ZERO):
                found = Finding(Verdict.PROVED, "identity")
            if found.verdict is Verdict.REFUTED and not is_rational(tree):
                # Formulas hold in their case only, and roots may be others elsewhere.
                if inside is None:
                    continue
                found = check_equality(substitute(tree, inside), ZERO)
            yield found


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
