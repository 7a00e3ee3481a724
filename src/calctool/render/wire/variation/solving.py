"""The steps of a variation table in the JSON form: derivatives, zeros, signs by a value."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from calctool.notation.printing.plain import plain
from calctool.notation.tree import Applied, number
from calctool.render.wire import contract as wire
from calctool.render.wire.derivation import step, whole
from calctool.render.wire.formula import Formulas
from calctool.solve import variation as solved
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed, enclosure, located
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Sample, Zeros
from calctool.verify.verdict import Verdict
from calctool.words import Language, Words
from calctool.words import table as words

_SOLVING = {
    1: ("solve-derivative", words.SET_TO_ZERO),
    2: ("solve-second-derivative", words.SET_SECOND_TO_ZERO),
}


def steps(given: TableAnswer, formulas: Formulas, language: Language) -> Iterator[wire.Step]:
    for one in (given.derivative, given.second):
        for derivation in one.derivations if one is not None else ():
            yield whole(derivation, given.question.variable, formulas, language)
    for order, listed in ((1, given.zeros), (2, given.bends)):
        for zeros in listed:
            yield _solved(zeros, order, given.question.variable, formulas, language)
    for run in given.intervals:
        if run.sample is not None and run.sign is not None:
            yield _sign(run, run.sample, given, formulas, language)


def _solved(
    zeros: Zeros, order: int, name: str, formulas: Formulas, language: Language
) -> wire.Step:
    """Solving f' = 0 or f'' = 0: the lines that lead to the zeros, one inner step for each zero,
    and the theorem that there are no others.

    The lines hold where the derivative has this formula, a step to a zero between the neighbours
    of the zero.
    """
    held = _held(name, zeros.spans)
    lines = (step(each, formulas, language) for each in zeros.steps)
    found = [msgspec.structs.replace(each, where=[*each.where, *held]) for each in lines]
    for root in zeros.roots:
        states = formulas.math(zeros.equation), formulas.math(located(name, root.at))
        zero = _step("zero", words.SOLUTION, language, states)
        if root.within is None:
            zero = msgspec.structs.replace(zero, verdict=Verdict.UNDECIDED.value)
        else:
            zero = msgspec.structs.replace(zero, where=_between(name, *root.within))
        found.append(zero)
    rule, said = _SOLVING[order]
    title = Words(en=f"{said.en}: {zeros.reason.en}", zh=f"{said.zh}：{zeros.reason.zh}")
    equation = formulas.math(zeros.equation)
    made = _step(rule, title, language, (equation, equation))
    verdict = Verdict.PROVED if zeros.all_known else Verdict.UNDECIDED
    return msgspec.structs.replace(made, steps=found, verdict=verdict.value)


def _sign(
    interval: solved.TableInterval,
    sample: Sample,
    given: TableAnswer,
    formulas: Formulas,
    language: Language,
) -> wire.Step:
    f = Applied("f", (number(sample.at),), (1,))
    value = formulas.exact(enclosed(sample.low, sample.high))
    made = _step("test-value", words.SIGN_BY_VALUE, language, (formulas.math(f), value))
    where = _between(given.question.variable, interval.start, interval.end)
    return msgspec.structs.replace(made, where=where)


def _held(name: str, spans: tuple[tuple[Exact, Exact], ...]) -> list[str]:
    """Conditions that hold together on the spans, from the left to the right, and nowhere else."""
    if not spans:
        return []
    start, end = spans[0][0], spans[-1][1]
    found = [] if is_infinite(start.expr) else [f"{_inside(start, 1)} < {name}"]
    found += [] if is_infinite(end.expr) else [f"{name} < {_inside(end, 0)}"]
    for (_, low), (high, _) in pairwise(spans):
        below, above = _inside(low, 0), _inside(high, 1)
        apart = f"({name} - ({below}))*({name} - ({above})) > 0"
        found.append(f"{name} != {below}" if below == above else apart)
    return found


def _between(name: str, start: Exact, end: Exact) -> list[str]:
    return [f"{_inside(start, 1)} < {name}", f"{name} < {_inside(end, 0)}"]


def _inside(end: Exact, side: int) -> str:
    """The end of an interval; a rounded one lies inside."""
    return (enclosure(end) or (plain(end.expr),) * 2)[side]


def _step(
    rule: str, title: Words, language: Language, states: tuple[wire.Math, wire.Math]
) -> wire.Step:
    before, after = states
    return wire.Step(
        rule=rule,
        title=title.say(language),
        before=before,
        after=after,
        bindings={},
        where=[],
        verdict=Verdict.PROVED.value,
        steps=[],
    )
