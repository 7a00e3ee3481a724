"""The answer of `calctool lagrange` in the JSON form."""

from __future__ import annotations

import msgspec

from calctool.notation.printing.plain import plain
from calctool.present.parts.labels import Labels
from calctool.render.wire import contract as wire
from calctool.render.wire.derivation import Said, question, stretch
from calctool.render.wire.formula import Formulas
from calctool.render.wire.optimum import Parts, is_divided, names_in, of_letters, only
from calctool.render.wire.variation.records import Boundary
from calctool.solve.answer import Status
from calctool.solve.candidates import CandidatePoint
from calctool.solve.lagrange.record import LagrangeAnswer
from calctool.words import Language


class ConstrainedPoint(wire.Record):
    """`multipliers` are null where the gradients of the active constraints are dependent."""

    at: dict[str, wire.Math]
    multipliers: dict[str, wire.Math] | None
    value: wire.Math | None
    kind: wire.PointKind
    regular: bool
    active: list[int]
    test: str


class LagrangeResult(wire.Record):
    """What is said of one answer is null where `cases` of parameters have answers of their own."""

    lagrangian: wire.Math
    system: list[wire.Math]
    multipliers: list[str]
    points: list[ConstrainedPoint] | None
    families: list[wire.Family] | None
    sets: list[wire.Set] | None
    minimum: wire.OptimumExtreme | None
    maximum: wire.OptimumExtreme | None
    feasible: bool | None
    bordered: list[list[wire.Math]] | msgspec.UnsetType = msgspec.UNSET
    parameters: list[str] | msgspec.UnsetType = msgspec.UNSET
    boundaries: list[Boundary] | msgspec.UnsetType | None = msgspec.UNSET
    sample: dict[str, wire.Math] | msgspec.UnsetType = msgspec.UNSET


Result = LagrangeResult


def said(given: LagrangeAnswer, language: Language) -> Said:
    """The whole answer, with its constraints as they were read."""
    asked = given.question
    others = frozenset[str]().union(*(each.names for each in asked.constraints))
    formulas = Formulas(names_in(given).union(others, given.multipliers))
    parts = Parts(given, formulas, Labels(asked.as_diff()).function, language)
    stated = question(asked.as_diff(), language, others)
    if asked.parameters:
        stated = msgspec.structs.replace(stated, parameters=list(asked.parameters))
    constraints = [plain(each) for each in asked.constraints]
    domain = {name: stretch(part) for name, part in asked.domain}
    stated = msgspec.structs.replace(stated, constraints=constraints, domain=domain)
    return Said(stated, _result(given, parts), formulas, parts.steps)


def _result(given: LagrangeAnswer, parts: Parts) -> LagrangeResult | None:
    """None where the work was stopped before there was anything, or a check refuted it all."""
    if given.lagrangian is None or given.status is Status.ERROR:
        return None
    math = parts.formulas.math
    shown = only(given)
    several = is_divided(shown)
    return LagrangeResult(
        lagrangian=math(given.lagrangian),
        system=[math(equation) for equation in given.system],
        multipliers=list(given.multipliers),
        points=None if several else [_point(point, parts) for point in shown.points],
        families=None if several else [parts.family(family) for family in shown.families],
        sets=None if several else [parts.set(found) for found in shown.sets],
        minimum=parts.extreme_of(shown, shown.minimum),
        maximum=parts.extreme_of(shown, shown.maximum),
        feasible=shown.feasible if isinstance(shown, LagrangeAnswer) else None,
        bordered=[[math(each) for each in row] for row in given.bordered]
        if given.bordered and not given.sample
        else msgspec.UNSET,
        **of_letters(given, parts.formulas),
    )


def _point(point: CandidatePoint, parts: Parts) -> ConstrainedPoint:
    multipliers = point.multipliers
    return ConstrainedPoint(
        at=parts.place(point.at),
        multipliers=None if multipliers is None else parts.place(multipliers),
        value=parts.exact(point.value),
        kind=point.kind,
        regular=point.regular,
        active=list(point.active),
        test=point.test.id,
    )
