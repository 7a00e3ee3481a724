"""`calctool diff`: derivatives by the rules, checked, with the domain and the kinks of f."""

from __future__ import annotations

import time
from collections.abc import Iterator

from msgspec.structs import replace

from calctool.algebra.domain.conditions import conditions, impossible
from calctool.algebra.domain.ranges import range_of
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import Relation, Tree, expression
from calctool.solve.answer import Check, Completeness, OneDerivative, State, Status
from calctool.solve.derivation.engine import NoDerivation
from calctool.solve.derivation.found import Found
from calctool.solve.derivation.one_derivative import one_derivative
from calctool.solve.diff.implicit import difference
from calctool.solve.diff.implicit_order import implicit_derivatives
from calctool.solve.diff.on_curve import on_curve, vanishes_on_curve
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.diff.sketch import sketch
from calctool.solve.exact.rounding import equality
from calctool.solve.question import DiffQuestion
from calctool.solve.validity.derivative import located
from calctool.verify.equality import Shared
from calctool.verify.verdict import Verdict
from calctool.words import Note, Words
from calctool.words.proofs import completeness


def answer(question: DiffQuestion) -> Iterator[DiffAnswer]:
    """More and more of the answer: each derivative as it is proved, at last where it holds."""
    started = time.perf_counter()
    tasks = _tasks(question)
    found: list[Found] = []
    stuck: list[tuple[str, NoDerivation]] = []
    for done, wrt in enumerate(tasks, 1):
        try:
            found.append(_find(question, wrt, frozenset(name for name, _ in _names(found))))
        except NoDerivation as why:
            stuck.append((wrt[0], why))
        yield _unfinished(question, found, tasks[done:], started)
    if not found:
        yield _without(_unfinished(question, found, [], started), stuck)
        return
    if isinstance(question.statement, Relation):
        curve = difference(question.statement)
        placed = [on_curve(one.result, question, curve) for one in found]
    else:
        placed = [located(one.result, question, one.names) for one in found]
    missing = (*_left_out(stuck), *_lower_orders(found))
    yield _finished(question, found, placed, missing, started)


def _tasks(question: DiffQuestion) -> list[tuple[str, ...]]:
    if question.mixed:
        return [question.mixed]
    return [(name,) * question.order for name in question.wrt]


def _find(question: DiffQuestion, wrt: tuple[str, ...], taken: frozenset[str]) -> Found:
    if isinstance(question.statement, Relation):
        assert question.of is not None  # noqa: S101 (the question's own rule)
        return implicit_derivatives(question.statement, wrt, question.of)
    f = expression(question.statement)
    shared = Shared(f)
    if shared.may_be_nowhere() and (never := impossible(conditions(f))):
        raise Problem("question.defined-nowhere", condition=plain(never))
    return one_derivative(f, wrt, taken, shared)


# --- how complete it is -------------------------------------------------------------------------


def _unfinished(
    question: DiffQuestion, found: list[Found], left: list[tuple[str, ...]], started: float
) -> DiffAnswer:
    missing = tuple(_said(completeness.STILL_TO_COME, name=wrt[0]) for wrt in left)
    return DiffAnswer(
        question=question,
        derivatives=tuple(one.result for one in found),
        status=Status.PARTIAL,
        completeness=Completeness(State.UNKNOWN, completeness.UNFINISHED, missing),
        checks=_checks(found),
        notes=question.notes,
        names=_names(found),
        seconds=time.perf_counter() - started,
    )


def _without(so_far: DiffAnswer, stuck: list[tuple[str, NoDerivation]]) -> DiffAnswer:
    """Nothing was found: the reason is that of the first derivative."""
    (_, first), *others = stuck
    missing = tuple(_left_out(others))
    return replace(so_far, completeness=Completeness(State.UNKNOWN, first.reason, missing))


def _left_out(stuck: list[tuple[str, NoDerivation]]) -> Iterator[Words]:
    for name, why in stuck:
        yield completeness.ONE_OF_THEM.with_reason(why.reason, name=name)


def _lower_orders(found: list[Found]) -> Iterator[Words]:
    """What was asked beyond the orders that were found."""
    for one in found:
        if one.stuck is not None:
            order = len(one.result.wrt) + 1
            yield completeness.ORDER.with_reason(one.stuck.reason, order=order)


def _finished(
    question: DiffQuestion,
    found: list[Found],
    placed: list[OneDerivative],
    missing: tuple[Words, ...],
    started: float,
) -> DiffAnswer:
    refuted = any(check.finding.verdict is Verdict.REFUTED for check in _checks(found))
    judged = _completeness(question, placed)
    if missing:
        listed = (*missing, *judged.missing)
        judged = Completeness(State.PARTIAL, completeness.NOT_ALL_FOUND, listed)
    made = DiffAnswer(
        question=question,
        derivatives=() if refuted else tuple(placed),
        status=Status.ERROR if refuted else Status.PARTIAL,
        completeness=judged,
        checks=_checks(found),
        notes=(*question.notes, *_by_definition(placed)),
        names=_names(found),
        error=("internal.refuted", "") if refuted else None,
        seconds=time.perf_counter() - started,
    )
    if not question.drawn:
        return made
    drawn = sketch(made)
    return replace(made, sketch=drawn, seconds=time.perf_counter() - started)


def _by_definition(placed: list[OneDerivative]) -> Iterator[Note]:
    for one in placed:
        for point, value in one.by_definition:
            facts = {"place": f"{one.wrt[0]} = {plain(point.expr)}", "value": plain(value.expr)}
            yield Note("note.by-definition", _said(completeness.BY_DEFINITION, **facts))


def _completeness(question: DiffQuestion, placed: list[OneDerivative]) -> Completeness:
    missing = [
        _said(completeness.SWITCH, condition=plain(condition))
        for one in placed
        for condition in one.undecided
    ]
    missing += [
        _said(completeness.SWITCH, condition=equality(one.wrt[0], kink.at))
        for one in placed
        for kink in one.undefined_at
        if kink.kind == "undecided"
    ]
    missing += [
        _said(completeness.SWITCH, condition=f"{one.wrt[0]} = {plain(family.at)}")
        for one in placed
        for family in one.families
        if family.kind == "undecided"
    ]
    if any(
        one.at is not None and one.at.exists is None and one.at.kind != "by-letters"
        for one in placed
    ):
        missing.append(completeness.AT_POINT)
    if missing:
        return Completeness(
            State.PARTIAL, completeness.AT_OPEN_POINTS, tuple(dict.fromkeys(missing))
        )
    if question.of is not None:
        return _of_equation(question, question.of, placed)
    examined = any(one.examined for one in placed)
    reason = completeness.EXAMINED if examined else completeness.EVERYWHERE
    return Completeness(State.COMPLETE, reason)


def _of_equation(question: DiffQuestion, y: str, placed: list[OneDerivative]) -> Completeness:
    """Whether the formulas tell anything of the curve."""
    assert isinstance(question.statement, Relation)  # noqa: S101 (it has y)
    f = difference(question.statement)
    known = range_of(f, {})
    if known.positive or known.negative:
        return Completeness(State.COMPLETE, _said(completeness.NO_POINTS, name=y))
    if any(vanishes_on_curve(need, f) for one in placed for need in one.holds):
        missing = (_said(completeness.SINGULAR, name=y),)
        return Completeness(State.PARTIAL, completeness.ALL_SINGULAR, missing)
    return Completeness(State.COMPLETE, _said(completeness.EQUATION, name=y))


def _said(words: Words, **facts: str) -> Words:
    return Words(en=words.marked("en", **facts), zh=words.marked("zh", **facts))


def _checks(found: list[Found]) -> tuple[Check, ...]:
    return tuple(check for one in found for check in one.checks)


def _names(found: list[Found]) -> tuple[tuple[str, Tree], ...]:
    return tuple(pair for one in found for pair in one.names)
