"""The answer of `calctool lagrange` in the JSON form."""

from __future__ import annotations

import msgspec

from calctool.notation.printing.plain import plain
from calctool.present.parts.labels import Labels
from calctool.render.wire import contract as wire
from calctool.render.wire.derivation import check, completeness, error, question
from calctool.render.wire.formula import Formulas
from calctool.render.wire.optimum import Parts, names_in
from calctool.solve.answer import Status
from calctool.solve.optimum import CandidatePoint, LagrangeAnswer
from calctool.version import __version__
from calctool.words import Language


def answer(
    given: LagrangeAnswer, language: Language, *, steps: bool = True
) -> wire.Answer[wire.LagrangeResult]:
    asked = given.question
    others = frozenset[str]().union(*(each.names for each in asked.constraints))
    formulas = Formulas(names_in(given).union(others, given.multipliers))
    parts = Parts(given, formulas, Labels(asked.as_diff()).function, language)
    stated = question(asked.as_diff(), language, others)
    constraints = [plain(each) for each in asked.constraints]
    return wire.Answer(
        schema_version=wire.SCHEMA_VERSION,
        calctool=__version__,
        command=asked.command,
        status=given.status.value,
        completeness=completeness(given.completeness, language),
        verdict=given.verdict.value,
        checks=[check(one) for one in given.checks],
        question=msgspec.structs.replace(stated, constraints=constraints),
        notes=[wire.Note(id=note.id, text=note.words.say(language)) for note in given.notes],
        result=_result(given, parts),
        names={name: formulas.math(tree) for name, tree in given.names},
        steps=list(parts.steps()) if steps else [],
        error=error(given, language),
        seconds=round(given.seconds, 6),
    )


def _result(given: LagrangeAnswer, parts: Parts) -> wire.LagrangeResult | None:
    """None where the work was stopped before there was anything, or a check refuted it all."""
    if given.lagrangian is None or given.status is Status.ERROR:
        return None
    math = parts.formulas.math
    return wire.LagrangeResult(
        lagrangian=math(given.lagrangian),
        system=[math(equation) for equation in given.system],
        multipliers=list(given.multipliers),
        points=[_point(point, parts) for point in given.points],
        families=[parts.family(family) for family in given.families],
        sets=[parts.set(found) for found in given.sets],
        minimum=parts.extreme(given.minimum),
        maximum=parts.extreme(given.maximum),
        feasible=given.feasible,
    )


def _point(point: CandidatePoint, parts: Parts) -> wire.ConstrainedPoint:
    multipliers = point.multipliers
    return wire.ConstrainedPoint(
        at=parts.place(point.at),
        multipliers=None if multipliers is None else parts.place(multipliers),
        value=parts.exact(point.value),
        kind=point.kind,
        regular=point.regular,
        active=list(point.active),
        test=point.test.id,
    )
