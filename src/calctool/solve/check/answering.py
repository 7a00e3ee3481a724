"""`calctool check`: the verdict on somebody's answer, what proves it, and the likely mistake."""

from __future__ import annotations

import time
from collections.abc import Iterator

from msgspec.structs import replace

from calctool.notation.tree import Tree
from calctool.solve.answer import Check, Completeness, State, Status
from calctool.solve.check.claimed.judging import judged_claims, right_of
from calctool.solve.check.derivative.curve import judged_on_curve, on_curve
from calctool.solve.check.derivative.formula import held, judged
from calctool.solve.check.derivative.right import Right, rights
from calctool.solve.check.derivative.value import judged_tangent, judged_value
from calctool.solve.check.form import judged_form
from calctool.solve.check.limit_lines import checked_limit_lines, slips_with_limits
from calctool.solve.check.lines import checked_lines
from calctool.solve.check.record import CheckAnswer, CheckedLine, CheckQuestion, Judgement, Named
from calctool.solve.check.slips.diagnosis import diagnosed
from calctool.solve.check.worked_out import worked_out
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.given import VERDICTS, Formula
from calctool.solve.limits.record import LimitDefQuestion
from calctool.verify.verdict import Finding
from calctool.verify.verdict import Verdict as Certainty
from calctool.words import checking as words


def answer(question: CheckQuestion) -> Iterator[CheckAnswer]:
    """First that nothing is known, then the verdict, at last with the mistakes."""
    started = time.perf_counter()
    right = worked_out(question.asked)
    for judgement, lines in _judgements(question, right):
        yield _answer(question, right, judgement, lines, started)


def _judgements(
    question: CheckQuestion, right: object
) -> Iterator[tuple[Judgement, tuple[CheckedLine, ...]]]:
    if not isinstance(right, DiffAnswer):
        yield judged_claims(right, question.given), ()
    elif (curve := on_curve(right)) is not None:
        claimed = question.given.formulas[0].tree
        yield _in_form(question, judged_on_curve(curve, claimed), claimed), ()
    else:
        yield from _of_derivatives(question, right)


def _of_derivatives(
    question: CheckQuestion, answered: DiffAnswer
) -> Iterator[tuple[Judgement, tuple[CheckedLine, ...]]]:
    given, found = question.given, rights(answered)
    if not found:
        yield Judgement("undecided", words.NO_DERIVATIVE, certainty=Certainty.UNDECIDED), ()
        return
    if given.kind == "lines":
        of_limit = isinstance(question.asked, LimitDefQuestion)
        check = checked_limit_lines if of_limit else checked_lines
        lines = check(found[0], given.lines)
        yield _of_lines(lines), lines
        return
    if given.none:
        yield _in_form(question, judged_value(found[0], None), None), ()
        return
    if given.kind == "tangent":
        judgement = judged_tangent(found[0], given.formulas[0].tree)
        yield _in_form(question, judgement, None), ()
        return
    pairs = list(_paired(found, given.formulas))
    if given.kind == "value":
        values = [
            _in_form(question, judged_value(right, formula.tree), None) for right, formula in pairs
        ]
        yield _together(pairs, values), ()
        return
    judgements = [
        _in_form(question, judged(right, formula.tree), formula.tree) for right, formula in pairs
    ]
    yield _together(pairs, judgements), ()
    wrong = [
        replace(
            judgement,
            mistakes=_diagnosed(question, right, formula.tree)
            if judgement.verdict == "wrong"
            else (),
            holds=held(right, formula.tree),
        )
        if judgement.verdict in ("wrong", "undecided")
        else judgement
        for judgement, (right, formula) in zip(judgements, pairs, strict=True)
    ]
    yield _together(pairs, wrong), ()


def _in_form(question: CheckQuestion, judgement: Judgement, claimed: Tree | None) -> Judgement:
    form = question.form
    return judgement if form is None else judged_form(judgement, claimed, form)


def _diagnosed(question: CheckQuestion, right: Right, claimed: Tree) -> tuple[Named, ...]:
    if isinstance(question.asked, LimitDefQuestion):
        slips = slips_with_limits(right, claimed)
        if slips:
            return slips
    return diagnosed(right, claimed)


def _paired(
    found: tuple[Right, ...], formulas: tuple[Formula, ...]
) -> Iterator[tuple[Right, Formula]]:
    if len(found) == 1 and len(formulas) == 1:
        yield found[0], formulas[0]
        return
    for right in found:
        for formula in formulas:
            if formula.about == right.variable:
                yield right, formula


_WORST = ("wrong", "undecided", "unfinished", "rounded", "incomplete", "right-on-part", "right")


def _together(pairs: list[tuple[Right, Formula]], judgements: list[Judgement]) -> Judgement:
    """Several derivatives are as right as the worst of them."""
    worst = min(judgements, key=lambda each: _WORST.index(each.verdict))
    if len(judgements) == 1:
        return worst
    missing = tuple(part for each in judgements for part in each.missing)
    mistakes = tuple(part for each in judgements for part in each.mistakes)
    which = pairs[judgements.index(worst)][1].about
    reason = worst.reason
    if worst.verdict not in ("right", "right-on-part"):
        reason = words.OF_ONE.with_reason(reason, name=which)
    return replace(worst, missing=missing, mistakes=mistakes, reason=reason, holds=())


def _of_lines(lines: tuple[CheckedLine, ...]) -> Judgement:
    """Wrong from the first wrong line on; else as right as the last line."""
    for line in lines:
        if line.judgement.verdict in ("wrong", "rounded"):
            return line.judgement
    for line in lines:
        if line.judgement.verdict == "undecided":
            return line.judgement
    return lines[-1].judgement


def _answer(
    question: CheckQuestion,
    right: object,
    judgement: Judgement,
    lines: tuple[CheckedLine, ...],
    started: float,
) -> CheckAnswer:
    is_open = judgement.verdict == "undecided"
    state = State.PARTIAL if is_open else State.COMPLETE
    missing = (CheckAnswer.TO_COME,) if is_open else ()
    first = next(
        (n for n, line in enumerate(lines, 1) if line.judgement.verdict in ("wrong", "rounded")),
        None,
    )
    has_claims = question.given.kind in ("points", "trends")
    shows_claims = has_claims and not question.hide_right
    if question.hide_right and has_claims:
        # What is missing, and what kind a point is of, is the right answer.
        judgement = replace(judgement, missing=(), extra=())
    if question.hide_witness:
        hidden = words.REFUTED if judgement.witness is not None else judgement.reason
        judgement = replace(judgement, witness=None, reason=hidden)
        lines = tuple(
            replace(line, judgement=replace(line.judgement, witness=None)) for line in lines
        )
    assert judgement.verdict in VERDICTS  # noqa: S101
    return CheckAnswer(
        question=question,
        status=Status.PARTIAL if is_open else Status.COMPLETE,
        completeness=Completeness(state, judgement.reason, missing),
        judgement=judgement,
        lines=lines,
        first_wrong_line=first,
        right=right,
        right_claims=right_of(right, question.given) if shows_claims else None,
        checks=(Check("answer", Finding(judgement.certainty, "answer-compared")),),
        notes=question.notes,
        seconds=time.perf_counter() - started,
    )
