"""What the JSON forms of all answers share: steps, checks, completeness, what was asked."""

from collections.abc import Callable, Iterable, Set
from fractions import Fraction
from sys import float_info
from typing import Any

from msgspec import Struct

from calctool.notation.printing.plain import plain, question_text
from calctool.notation.problem import Problem
from calctool.notation.tree import number
from calctool.present.problem import sentence
from calctool.render.wire.contract import Check, Completeness, Error, Question, Step
from calctool.render.wire.formula import Formulas
from calctool.solve import answer as solved
from calctool.solve.question import DiffQuestion, Stretch
from calctool.words import Language, contract


class Said(Struct, frozen=True):
    """What one subcommand adds: `result` is None where nothing was found."""

    question: Question
    result: Any
    formulas: Formulas
    steps: Callable[[], Iterable[Step]]
    """Made only where they are wanted."""


def step(given: solved.Step, formulas: Formulas, language: Language) -> Step:
    return Step(
        rule=given.rule,
        title=given.title.say(language),
        before=formulas.math(given.before),
        after=formulas.math(given.after),
        bindings={letter: formulas.math(tree) for letter, tree in given.bindings},
        where=[plain(condition) for condition in given.where],
        verdict=given.finding.verdict.value,
        steps=[step(inner, formulas, language) for inner in given.steps],
    )


def whole(derivation: solved.Derivation, name: str, formulas: Formulas, language: Language) -> Step:
    """A whole derivation as one step, where an answer has more than one of them."""
    return Step(
        rule="derivative",
        title=contract.ONE_DERIVATIVE.say(language, name=name),
        before=formulas.math(derivation.start),
        after=formulas.math(derivation.end),
        bindings={},
        where=[plain(condition) for condition in derivation.where],
        verdict=derivation.verdict.value,
        steps=[step(inner, formulas, language) for inner in derivation.steps],
    )


def completeness(given: solved.Completeness, language: Language) -> Completeness:
    return Completeness(
        state=given.state.value,
        reason=given.reason.say(language),
        missing=[missing.say(language) for missing in given.missing],
        scope=_scope(given.scope),
        undecided=[
            {name: (_double(low), _double(high)) for name, low, high in box}
            for box in given.undecided
        ],
    )


def _double(end: Fraction) -> float:
    """The nearest double, the largest one for what lies beyond it."""
    try:
        return float(end)
    except OverflowError:
        return float_info.max if end > 0 else -float_info.max


def _scope(given: tuple[tuple[str, Fraction, Fraction], ...]) -> dict[str, str] | None:
    found = {name: f"[{plain(number(low))}, {plain(number(high))}]" for name, low, high in given}
    return found or None


def check(given: solved.Check) -> Check:
    return Check(what=given.what, verdict=given.finding.verdict.value, method=given.finding.method)


def question(asked: DiffQuestion, language: Language, others: Set[str] = frozenset()) -> Question:
    """The question as it was read; `others` are names that stand in its other parts."""
    names = sorted(asked.statement.names.union(asked.wrt, others))
    real = [contract.REAL.say(language, name=name) for name in names]
    put_in = [f"{name} = {plain(value)}" for name, value in asked.where]
    put_in += map(plain, asked.assumed)
    return Question(
        source=asked.source,
        expr=question_text(asked.statement),
        wrt=list(asked.wrt),
        domain={},
        assumptions=real + put_in,
        constraints=[],
        notation=asked.notation,
    )


def stretch(domain: Stretch) -> str:
    """The part of the line that was asked for, as it can be typed."""
    left, right = "(["[domain.closed[0]], ")]"[domain.closed[1]]
    return f"{left}{plain(domain.start)}, {plain(domain.end)}{right}"


def error(given: Any, language: Language) -> Error | None:
    if given.error is None:
        return None
    id, _ = given.error
    if given.status is solved.Status.STOPPED:
        message = given.completeness.reason.say(language)
    else:
        message = sentence(Problem(id), language)
    return Error(id=id, message=message, span=None, hint=None)
