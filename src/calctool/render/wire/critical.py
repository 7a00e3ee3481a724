"""The answer of `calctool critical` in the JSON form."""

from __future__ import annotations

import msgspec

from calctool.present.parts.labels import Labels
from calctool.render.wire import contract as wire
from calctool.render.wire.derivation import check, completeness, error, question, stretch
from calctool.render.wire.domain import domain as domain_of
from calctool.render.wire.formula import Formulas
from calctool.render.wire.optimum import Parts, excepted, names_in
from calctool.solve.answer import Status
from calctool.solve.optimum import CandidatePoint, CriticalAnswer
from calctool.version import __version__
from calctool.words import Language


def answer(
    given: CriticalAnswer, language: Language, *, steps: bool = True
) -> wire.Answer[wire.CriticalResult]:
    """The whole answer; parameters have the exceptions of the answer as assumptions."""
    asked = given.question
    formulas = Formulas(names_in(given))
    parts = Parts(given, formulas, Labels(asked.as_diff()).function, language)
    stated = excepted(question(asked.as_diff(), language), given.exceptions)
    domain = {name: stretch(part) for name, part in asked.domain}
    return wire.Answer(
        schema_version=wire.SCHEMA_VERSION,
        calctool=__version__,
        command=asked.command,
        status=given.status.value,
        completeness=completeness(given.completeness, language),
        verdict=given.verdict.value,
        checks=[check(one) for one in given.checks],
        question=msgspec.structs.replace(stated, domain=domain),
        notes=[wire.Note(id=note.id, text=note.words.say(language)) for note in given.notes],
        result=_result(given, parts),
        names={name: formulas.math(tree) for name, tree in given.names},
        steps=list(parts.steps()) if steps else [],
        error=error(given, language),
        seconds=round(given.seconds, 6),
    )


def _result(given: CriticalAnswer, parts: Parts) -> wire.CriticalResult | None:
    """None where not even the gradient was found, or a check refuted it all."""
    if not given.gradient or given.status is Status.ERROR:
        return None
    math = parts.formulas.math
    return wire.CriticalResult(
        variables=list(given.question.wrt),
        gradient=[math(one.derivative) for one in given.gradient],
        hessian=[[math(entry) for entry in row] for row in given.hessian],
        points=[_point(point, parts) for point in given.points],
        families=[parts.family(family) for family in given.families],
        sets=[parts.set(found) for found in given.sets],
        global_minimum=parts.extreme(given.minimum),
        global_maximum=parts.extreme(given.maximum),
        domain=msgspec.UNSET
        if given.natural is None
        else domain_of(given.conditions, given.natural, parts.formulas),
    )


def _point(point: CandidatePoint, parts: Parts) -> wire.CriticalPoint:
    return wire.CriticalPoint(
        at=parts.place(point.at),
        value=parts.exact(point.value),
        kind=point.kind,
        why=point.why,
        strict=point.strict,
        test=point.test.id,
    )
