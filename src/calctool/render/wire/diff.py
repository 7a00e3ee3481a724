"""The answer of `calctool diff` in the JSON form."""

from typing import Any

import msgspec

from calctool.render.wire import contract as wire
from calctool.render.wire.derivation import check, completeness, error, question, step, whole
from calctool.render.wire.domain import domain
from calctool.render.wire.formula import Formulas, ranges
from calctool.solve.answer import AtPoint, DiffAnswer, Exact, OneDerivative
from calctool.solve.variation import EVERY
from calctool.version import __version__
from calctool.words import Language


def answer(
    given: DiffAnswer, language: Language, *, steps: bool = True
) -> wire.Answer[wire.DiffResult]:
    """The whole answer; without `steps` the derivation is left out, its verdicts are not."""
    asked = given.question
    names = asked.statement.names.union(asked.wrt, (name for name, _ in given.names))
    formulas = Formulas(names)
    found = [_one(one, formulas) for one in given.derivatives]
    return wire.Answer(
        schema_version=wire.SCHEMA_VERSION,
        calctool=__version__,
        command=asked.command,
        status=given.status.value,
        completeness=completeness(given.completeness, language),
        verdict=given.verdict.value,
        checks=[check(one) for one in given.checks],
        question=question(asked, language),
        notes=[wire.Note(id=note.id, text=note.words.say(language)) for note in given.notes],
        result=wire.DiffResult(derivatives=found) if found else None,
        names={name: formulas.math(tree) for name, tree in given.names},
        steps=_steps(given, formulas, language) if steps else [],
        error=error(given, language),
        seconds=round(given.seconds, 6),
    )


def _one(one: OneDerivative, formulas: Formulas) -> wire.OneDerivative:
    found = wire.OneDerivative(
        wrt=list(one.wrt),
        derivative=formulas.math(one.derivative),
        domain=domain((*one.conditions, *one.holds), one.domain, formulas),
        undefined_at=[formulas.exact(at.at) for at in one.undefined_at if at.kind != "undecided"],
        families=_families(one, formulas) or msgspec.UNSET,
        at=None,
        value=None,
        exists=None,
        left=None,
        right=None,
        tangent=None,
    )
    return found if one.at is None else msgspec.structs.replace(found, **_at(one.at, formulas))


def _families(one: OneDerivative, formulas: Formulas) -> list[wire.Family]:
    """The points without a derivative that repeat for ever."""
    return [
        wire.Family(
            at={one.wrt[0]: Formulas(formulas.names | {family.integer}).math(family.at)},
            integers=[family.integer],
            kind=family.kind,
            value=None,
            range=ranges([(family.integer, EVERY)]),
        )
        for family in one.families
        if family.kind != "undecided"
    ]


def _at(at: AtPoint, formulas: Formulas) -> dict[str, Any]:
    def exact(value: Exact | None) -> wire.Math | None:
        return formulas.exact(value) if value else None

    return {
        "at": {name: formulas.exact(value) for name, value in at.point},
        "exists": at.exists,
        "value": exact(at.value),
        "left": exact(at.left),
        "right": exact(at.right),
        "tangent": formulas.math(at.tangent) if at.tangent else None,
    }


def _steps(given: DiffAnswer, formulas: Formulas, language: Language) -> list[wire.Step]:
    """One derivation stands as it is; of several, each is one step with steps of its own."""
    all_of_them = [
        (derivation, ", ".join(one.wrt))
        for one in given.derivatives
        for derivation in one.derivations
    ]
    if len(all_of_them) == 1:
        return [step(inner, formulas, language) for inner in all_of_them[0][0].steps]
    return [whole(derivation, name, formulas, language) for derivation, name in all_of_them]
