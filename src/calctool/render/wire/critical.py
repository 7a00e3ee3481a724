"""The answer of `calctool critical` in the JSON form."""

from __future__ import annotations

from typing import Literal

import msgspec

from calctool.present.parts.labels import Labels
from calctool.render.wire import contract as wire
from calctool.render.wire.derivation import Said, question, stretch
from calctool.render.wire.domain import domain as domain_of
from calctool.render.wire.formula import Formulas
from calctool.render.wire.optimum import Parts, is_divided, names_in, of_letters, only
from calctool.render.wire.variation.records import Boundary
from calctool.render.wire.variation.rows import ends
from calctool.solve.answer import Status
from calctool.solve.candidates import CandidatePoint
from calctool.solve.critical.record import CriticalAnswer
from calctool.words import Language


class CriticalPoint(wire.Record):
    """`why` says what makes the point a candidate, `test` how its kind was found."""

    at: dict[str, wire.Math]
    value: wire.Math | None
    kind: wire.PointKind
    why: Literal["gradient-zero", "gradient-missing", "gradient-open", "endpoint", "singular"]
    strict: bool | None
    test: str


class CriticalResult(wire.Record):
    """What is said of one answer is null where `cases` of parameters have answers of their own."""

    variables: list[str]
    gradient: list[wire.Math]
    hessian: list[list[wire.Math]]
    points: list[CriticalPoint] | None
    families: list[wire.Family] | None
    sets: list[wire.Set] | None
    global_minimum: wire.OptimumExtreme | None
    global_maximum: wire.OptimumExtreme | None
    domain: wire.Domain | msgspec.UnsetType = msgspec.UNSET
    ends: list[wire.End] | msgspec.UnsetType = msgspec.UNSET
    parameters: list[str] | msgspec.UnsetType = msgspec.UNSET
    boundaries: list[Boundary] | msgspec.UnsetType | None = msgspec.UNSET
    sample: dict[str, wire.Math] | msgspec.UnsetType = msgspec.UNSET


Result = CriticalResult


def said(given: CriticalAnswer, language: Language) -> Said:
    """The whole answer; parameters have the exceptions of the answer as assumptions."""
    asked = given.question
    parts = Parts(given, Formulas(names_in(given)), Labels(asked.as_diff()).function, language)
    stated = question(asked.as_diff(), language)
    if asked.parameters:
        stated = msgspec.structs.replace(stated, parameters=list(asked.parameters))
    domain = {name: stretch(part) for name, part in asked.domain}
    stated = msgspec.structs.replace(stated, domain=domain)
    return Said(stated, _result(given, parts), parts.formulas, parts.steps)


def _result(given: CriticalAnswer, parts: Parts) -> CriticalResult | None:
    """None where not even the gradient was found, or a check refuted it all."""
    if not given.gradient or given.status is Status.ERROR:
        return None
    math = parts.formulas.math
    shown = only(given)
    several = is_divided(shown)
    return CriticalResult(
        variables=list(given.question.wrt),
        gradient=[math(one.derivative) for one in given.gradient],
        hessian=[[math(entry) for entry in row] for row in given.hessian],
        points=None if several else [_point(point, parts) for point in shown.points],
        families=None if several else [parts.family(family) for family in shown.families],
        sets=None if several else [parts.set(found) for found in shown.sets],
        global_minimum=parts.extreme_of(shown, shown.minimum),
        global_maximum=parts.extreme_of(shown, shown.maximum),
        domain=msgspec.UNSET
        if given.natural is None
        else domain_of(given.conditions, given.natural, parts.formulas),
        ends=ends(given.beyond, (), parts.formulas) if given.beyond else msgspec.UNSET,
        **of_letters(given, parts.formulas),
    )


def _point(point: CandidatePoint, parts: Parts) -> CriticalPoint:
    return CriticalPoint(
        at=parts.place(point.at),
        value=parts.exact(point.value),
        kind=point.kind,
        why=point.why,
        strict=point.strict,
        test=point.test.id,
    )
