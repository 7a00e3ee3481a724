"""A picture of each case: of the answer at the values at which the case was looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from msgspec.structs import replace

from calctool.algebra.cells.space.space import Space
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import Tree, number
from calctool.solve.answer import Case
from calctool.solve.attempts import tried
from calctool.solve.optimum.cases.asked import Solve, answered, with_values
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.sketch.drawable import can_be_drawn

Made = TypeVar("Made", bound=OptimumAnswer)


def with_pictures(made: Made, solve: Solve) -> Made:
    """With the answer at a sample, which has a sketch, in each case that has one."""
    if not can_be_drawn(made.question):
        return made
    cases = tuple(Case(case.when, _pictured(case.answer, made, solve)) for case in made.cases)
    if len(cases) == 1:
        made = replace(made, pictured=_at_sample(made, made, solve))
    return replace(made, cases=cases)


def _pictured(case: object, whole: OptimumAnswer, solve: Solve) -> OptimumAnswer | None:
    if not isinstance(case, OptimumAnswer):
        return None
    return replace(case, pictured=_at_sample(case, whole, solve))


def _at_sample(case: OptimumAnswer, whole: OptimumAnswer, solve: Solve) -> OptimumAnswer | None:
    values = _values(case, whole)
    asked = None if values is None else tried(None, with_values, whole.question, values)
    if values is None or asked is None:
        return None
    found = tried(None, answered, replace(asked, drawn=True), solve)
    if found is None or found.sketch is None:
        return None
    return replace(found, sample=tuple(values.items()))


def _values(case: OptimumAnswer, whole: OptimumAnswer) -> Mapping[str, Tree] | None:
    """Where the case was looked at; of the only one, any values that are as assumed."""
    letters = whole.question.parameters
    given = {name: value for name, value in case.question.where if name in letters}
    known = {**given, **dict(case.sample)}
    if known.keys() >= set(letters):
        return {name: known[name] for name in letters}
    if len(whole.cases) > 1:
        return None
    try:
        sectors = Space(letters, whole.question.assumed).sectors()
    except Unsettled:
        return None
    return dict(zip(letters, map(number, sectors[0].samples[0]), strict=True)) if sectors else None
