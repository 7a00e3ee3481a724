"""Where solutions are looked for when nothing can be proved on the whole space."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypedDict

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.generators.inside_domain import Filter
from calctool.algebra.real.ring import Undecided
from calctool.algebra.solutions import Box, Solutions
from calctool.algebra.solving import solutions
from calctool.notation.problem import Problem
from calctool.notation.tree import Tree
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.record import OptimumQuestion
from calctool.solve.question import Stretch


class Boxes(TypedDict):
    """The box asked for, if all variables are bounded, and the one to fall back on."""

    box: Box | None
    fallback_box: Box


def solved_in(question: OptimumQuestion, equations: Sequence[Tree]) -> Solutions:
    """The common zeros in the variables asked for; those that repeat, as far as they are there."""
    found = solutions(equations, question.wrt, **boxes(question))
    stated = dict(question.domain)
    ends = {name: _bounds(stated[name]) for name in question.wrt if name in stated}
    box = {name: (low, high) for name, (low, high) in ends.items() if None not in (low, high)}
    repeating = {name for root in found.roots for name, _ in root.periods}
    if not repeating or not repeating <= box.keys():
        return found
    try:
        return Filter((), box).apply(found)  # type: ignore[arg-type]
    except Undecided:
        return found


def boxes(question: OptimumQuestion) -> Boxes:
    """Outwards to rational ends: what lies beyond the stated ones is sorted out later."""
    stated = dict(question.domain)
    asked = {name: _bounds(stated.get(name)) for name in question.wrt}
    whole: Box | None = None
    if all(low is not None and high is not None for low, high in asked.values()):
        whole = {name: _window(*ends) for name, ends in asked.items()}
    return Boxes(box=whole, fallback_box={name: _window(*ends) for name, ends in asked.items()})


def _bounds(stretch: Stretch | None) -> tuple[Fraction | None, Fraction | None]:
    if stretch is None:
        return None, None
    return _end(stretch.start, 0), _end(stretch.end, 1)


def _end(tree: Tree, side: int) -> Fraction | None:
    if is_infinite(tree):
        return None
    found = enclose(tree, budget.ENCLOSED_DIGITS)
    if found is None:
        raise Problem("question.domain-value")
    return found[side]


def _window(low: Fraction | None, high: Fraction | None) -> tuple[Fraction, Fraction]:
    """The default window, moved to where the stated part of the line begins or ends."""
    start, end = budget.TABLE_WINDOW
    if low is None:
        low = start if high is None else min(start, high + start - end)
    if high is None:
        high = max(end, low + end - start)
    return low, high
