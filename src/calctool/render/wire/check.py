"""The answer of `calctool check` in the JSON form."""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec.structs import replace

from calctool.commands import part
from calctool.notation.printing.plain import plain
from calctool.notation.tree import Relation, expression
from calctool.render.wire import contract as wire
from calctool.render.wire.cases import Comparison, comparisons
from calctool.render.wire.derivation import Said, question
from calctool.render.wire.formula import Formulas
from calctool.solve.check.record import (
    CheckAnswer,
    CheckedLine,
    Formed,
    Judgement,
    Missing,
    Named,
    Seen,
)
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.exact.record import Interval
from calctool.words import Language


class Witness(wire.Record):
    """A point at which the answer and the right one differ; null is no value there."""

    at: dict[str, wire.Math]
    given: wire.Math | None
    right: wire.Math | None


class Amiss(wire.Record):
    """What an answer leaves out, or has too much."""

    text: str
    points: list[dict[str, wire.Math]]
    intervals: list[wire.Interval]


class NamedMistake(wire.Record):
    """A mistake that gives exactly this answer; `certain` where no other one does.

    `where` is the part of the question in which it was made, `claimed` the wrong formula and
    `instead` the right one. `together` where only several mistakes at once give the answer.
    """

    id: str
    text: str
    rule: str | None
    where: wire.Math | None
    claimed: str | None
    instead: str | None
    certain: bool
    together: bool


class ClaimedPoint(wire.Record):
    at: dict[str, str]
    kind: wire.PointKind


class ClaimedExtreme(wire.Record):
    value: str
    at: list[dict[str, str]] | msgspec.UnsetType = msgspec.UNSET


class RightClaims(wire.Record):
    """The right answer to claims, in the form in which `check` reads an answer; of the kind that
    was claimed. An extreme is null where there is none."""

    points: list[ClaimedPoint] | msgspec.UnsetType = msgspec.UNSET
    minimum: ClaimedExtreme | msgspec.UnsetType | None = msgspec.UNSET
    maximum: ClaimedExtreme | msgspec.UnsetType | None = msgspec.UNSET
    increasing: list[str] | msgspec.UnsetType = msgspec.UNSET
    decreasing: list[str] | msgspec.UnsetType = msgspec.UNSET
    constant: list[str] | msgspec.UnsetType = msgspec.UNSET


CheckVerdict = Literal[
    "right", "right-on-part", "rounded", "unfinished", "incomplete", "wrong", "undecided"
]


class Line(wire.Record):
    """One line of a derivation; `follows` where it only repeats what was wrong before."""

    text: str
    expr: wire.Math
    verdict: CheckVerdict
    follows: bool
    witness: Witness | None
    mistakes: list[NamedMistake]


class Form(wire.Record):
    """Whether the answer has the form asked for, null if that is not decided; `part` is still to
    be factored or multiplied out."""

    name: Literal["factored", "expanded"]
    there: bool | None
    part: str | None


class CheckResult(wire.Record):
    """`answer` is how each expression of the answer was read; `right` the right ones, claims where
    claims were made, null where they are kept back or have no such form. `agrees_at` counts the
    points at which an undecided answer is right. A wrong one may be right for some letters,
    `right_when` they are so: one of these groups of relations holds."""

    about: str
    verdict: CheckVerdict
    accepted: bool
    answer: list[wire.Math]
    right: list[wire.Math] | RightClaims | None
    witness: Witness | None
    missing: list[Amiss]
    extra: list[Amiss]
    mistakes: list[NamedMistake]
    first_wrong_line: int | None
    lines: list[Line]
    agrees_at: int
    form: Form | msgspec.UnsetType = msgspec.UNSET
    right_when: list[list[Comparison]] | msgspec.UnsetType = msgspec.UNSET


Result = CheckResult


def said(given: CheckAnswer, language: Language) -> Said:
    """The verdict; the derivation of the right answer is that of its own command."""
    formulas = Formulas(_names(given))
    return Said(
        _question(given, language),
        _result(given, given.judgement, formulas, language) if given.judgement else None,
        formulas,
        tuple,
    )


def _question(given: CheckAnswer, language: Language) -> wire.Question:
    """As the command has it that the answer is to, with the form asked for."""
    made = _of_command(given, language)
    return made if given.question.form is None else replace(made, form=given.question.form)


def _of_command(given: CheckAnswer, language: Language) -> wire.Question:
    if given.right is not None:
        of_command = part("render.wire", given.right.question.command)
        made: wire.Question = of_command.said(given.right, language).question
        return made
    return question(given.question.as_diff(), language)


def _names(given: CheckAnswer) -> set[str]:
    asked = given.question.asked
    found = set(asked.statement.names) | set(asked.wrt)
    for formula in (*given.question.given.formulas, *given.question.given.lines):
        found |= formula.tree.names
    return found | {"u", "v", "c", "n", "h"}


def _result(
    given: CheckAnswer, found: Judgement, formulas: Formulas, language: Language
) -> CheckResult:
    asked = given.question.asked
    return CheckResult(
        about=asked.command,
        verdict=found.verdict,
        accepted=given.accepted,
        answer=[formulas.math(each.tree) for each in given.question.given.formulas],
        right=_right(given, formulas),
        witness=_witness(found.witness, formulas),
        missing=[_amiss(each, formulas, language) for each in found.missing],
        extra=[_amiss(each, formulas, language) for each in found.extra],
        mistakes=[_mistake(each, formulas, language) for each in found.mistakes],
        first_wrong_line=given.first_wrong_line,
        lines=[_line(each, formulas, language) for each in given.lines],
        agrees_at=found.agrees_at,
        form=_form(found.form),
        right_when=comparisons(found.holds, formulas) if found.holds else msgspec.UNSET,
    )


def _form(found: Formed | None) -> Form | msgspec.UnsetType:
    if found is None:
        return msgspec.UNSET
    part = None if found.part is None else plain(found.part)
    return Form(name=found.name, there=found.there, part=part)


def _right(given: CheckAnswer, formulas: Formulas) -> list[wire.Math] | RightClaims | None:
    if given.right_claims is not None:
        return msgspec.convert(given.right_claims.claims, RightClaims)
    if given.question.hide_right or not isinstance(given.right, DiffAnswer):
        return None
    at = given.right.derivatives[0].at if given.right.derivatives else None
    if given.question.given.kind == "value" and at is not None:
        return [formulas.exact(at.value)] if at.value is not None else []
    if given.question.given.kind == "tangent" and at is not None and at.tangent is not None:
        return [formulas.math(at.tangent)]
    return [formulas.math(expression(one.derivative)) for one in given.right.derivatives]


def _witness(seen: Seen | None, formulas: Formulas) -> Witness | None:
    if seen is None:
        return None
    return Witness(
        at={name: formulas.exact(at) for name, at in seen.at},
        given=None if seen.given is None else formulas.exact(seen.given),
        right=None if seen.right is None else formulas.exact(seen.right),
    )


def _amiss(part: Missing, formulas: Formulas, language: Language) -> Amiss:
    return Amiss(
        text=part.words.say(language),
        points=[{name: formulas.exact(at) for name, at in place} for place in part.points],
        intervals=[_interval(each, formulas) for each in part.intervals],
    )


def _interval(one: Interval, formulas: Formulas) -> wire.Interval:
    return wire.Interval(
        start=formulas.exact(one.start), end=formulas.exact(one.end), closed=one.closed
    )


def _mistake(named: Named, formulas: Formulas, language: Language) -> NamedMistake:
    return NamedMistake(
        id=named.mistake.id,
        text=named.mistake.words.say(language),
        rule=None if named.rule is None else named.rule.id,
        where=None if named.where is None else formulas.math(named.where),
        claimed=_said(named.claimed),
        instead=_said(named.instead),
        certain=named.certain,
        together=named.with_others,
    )


def _said(relation: Relation | None) -> str | None:
    """A line of the textbook as it is written there, D(u) = …"""
    return None if relation is None else plain(relation)


def _line(line: CheckedLine, formulas: Formulas, language: Language) -> Line:
    return Line(
        text=line.text,
        expr=formulas.math(line.statement),
        verdict=line.judgement.verdict,
        follows=line.follows,
        witness=_witness(line.judgement.witness, formulas),
        mistakes=[_mistake(each, formulas, language) for each in line.judgement.mistakes],
    )
