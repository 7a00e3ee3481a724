"""The answer to a question with letters: the first method that covers every value of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from msgspec.structs import replace

from calctool.notation.problem import Problem
from calctool.notation.quoted import quoted
from calctool.notation.tree import Name
from calctool.solve.answer import Case, Completeness, State, Step
from calctool.solve.attempts import all_tried, tried
from calctool.solve.optimum.cases.asked import Found, Solve
from calctool.solve.optimum.cases.checks import residuals
from calctool.solve.optimum.cases.lines.explaining import Explaining, minors_refuted
from calctool.solve.optimum.cases.methods.apart import apart
from calctool.solve.optimum.cases.methods.eliminated import eliminated
from calctool.solve.optimum.cases.methods.means.budget import on_budget
from calctool.solve.optimum.cases.methods.means.monomial import monomial
from calctool.solve.optimum.cases.methods.means.on_ellipsoid import on_ball, on_ellipsoid
from calctool.solve.optimum.cases.methods.means.on_sphere import on_sphere
from calctool.solve.optimum.cases.methods.means.profit import profit
from calctool.solve.optimum.cases.methods.polynomial import polynomial
from calctool.solve.optimum.cases.methods.quadratic import quadratic
from calctool.solve.optimum.cases.methods.sides import on_sides
from calctool.solve.optimum.cases.methods.units.scaling import by_scaling
from calctool.solve.optimum.cases.methods.units.shifting import by_shifting
from calctool.solve.optimum.cases.pictures import with_pictures
from calctool.solve.optimum.cases.readable import shorter
from calctool.solve.optimum.faults import as_fault, is_refuted
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words import Words
from calctool.words.extrema import cases as words

Made = TypeVar("Made", bound=OptimumAnswer)
Method = Callable[[OptimumAnswer, Solve], Found]

METHODS: tuple[Method, ...] = (
    quadratic, on_ball, on_sphere, monomial, on_budget, profit, by_shifting, eliminated,
    by_scaling, on_ellipsoid, on_sides, polynomial, apart,
)  # fmt: skip
"""In this order; each covers all values of the letters, or raises NoMethod."""


def in_letters(
    so_far: Made, solve: Solve, own: tuple[Method, ...] = (), first: Step | None = None
) -> Iterator[Made]:
    """The answer by cases; `so_far` has the derivatives, `solve` is the command itself, which may
    have methods of its `own`, and a `first` step from its system to equations of the variables.

    Where no method reaches it is what there is, and says so. Raises Problem where no value of the
    letters is as assumed.
    """
    asked = so_far.question
    for method in (*METHODS, *own):
        found = tried(None, method, so_far, solve)
        if found is None:
            continue
        if not found.cases:
            raise Problem("parameters.contradictory", names=", ".join(asked.parameters))
        made = _told(so_far, found, first)
        yield with_pictures(made, solve) if asked.drawn else made
        return
    yield replace(so_far, completeness=_open(so_far))


def _told(so_far: Made, found: Found, first: Step | None) -> Made:
    explain = Explaining(so_far, first).case
    cases = tuple(explain(shorter(case, so_far.question.assumed)) for case in found.cases)
    names = ", ".join(quoted(Name(each)) for each in so_far.question.parameters)
    told = Completeness(State.COMPLETE, words.COVERED.filled(names=names))
    checks = (
        *so_far.checks,
        *all_tried(residuals, so_far.question, cases),
        *all_tried(minors_refuted, cases),
    )
    made = replace(
        so_far, cases=cases, completeness=told, boundaries=found.boundaries, checks=checks
    )
    only = cases[0].answer
    if len(cases) == 1 and cases[0].when == ((),) and isinstance(only, type(so_far)):
        made = replace(only, cases=(Case(((),), None),), checks=checks)
    return as_fault(made) if is_refuted(made) else made


def _open(so_far: OptimumAnswer) -> Completeness:
    parameters = so_far.question.parameters
    names = ", ".join(quoted(Name(each)) for each in parameters)
    example = "--where " + ",".join(f"{each}=2" for each in parameters)
    reason: Words = words.NO_METHOD.filled(names=names, example=example)
    return Completeness(State.UNKNOWN, reason, (reason,))
