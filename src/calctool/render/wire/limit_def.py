"""The answer of `calctool limit-def` in the JSON form."""

import msgspec

from calctool.render.wire import contract as wire
from calctool.render.wire.derivation import check, completeness, error, question, step, whole
from calctool.render.wire.formula import Formulas
from calctool.solve.answer import Approach, Exact, LimitDefAnswer, Status
from calctool.version import __version__
from calctool.words import Language
from calctool.words.limits import SIDES


def answer(
    given: LimitDefAnswer, language: Language, *, steps: bool = True
) -> wire.Answer[wire.LimitDefResult]:
    """The whole answer; derivations from two sides are a step each, with steps of their own."""
    asked = given.question
    names = asked.statement.names.union(asked.wrt, (name for name, _ in given.names))
    steps_of = [one.derivation.steps for one in given.approaches]
    inner = (step.before.names for steps in steps_of for step in steps)
    formulas = Formulas(names.union(given.quotient.names, *inner))
    return wire.Answer(
        schema_version=wire.SCHEMA_VERSION,
        calctool=__version__,
        command=asked.command,
        status=given.status.value,
        completeness=completeness(given.completeness, language),
        verdict=given.verdict.value,
        checks=[check(one) for one in given.checks],
        question=question(asked.as_diff(), language),
        notes=[wire.Note(id=note.id, text=note.words.say(language)) for note in given.notes],
        result=_result(given, formulas) if _is_answered(given) else None,
        names={name: formulas.math(tree) for name, tree in given.names},
        steps=_steps(given, formulas, language) if steps else [],
        error=error(given, language),
        seconds=round(given.seconds, 6),
    )


def _is_answered(given: LimitDefAnswer) -> bool:
    return given.status is not Status.ERROR and bool(given.checks)


def _result(given: LimitDefAnswer, formulas: Formulas) -> wire.LimitDefResult:
    def exact(value: Exact | None) -> wire.Math | None:
        return formulas.exact(value) if value else None

    found = formulas.math(given.derivative) if given.derivative is not None else None
    return wire.LimitDefResult(
        wrt=given.question.variable,
        at=exact(given.at),
        quotient=formulas.math(given.quotient),
        exists=given.exists,
        derivative=exact(given.value) if given.value is not None else found,
        left=exact(given.left),
        right=exact(given.right),
        continuous=given.continuous,
    )


def _steps(given: LimitDefAnswer, formulas: Formulas, language: Language) -> list[wire.Step]:
    if len(given.approaches) == 1:
        derivation = given.approaches[0].derivation
        return [step(inner, formulas, language) for inner in derivation.steps]
    return [_side(one, formulas, language) for one in given.approaches]


def _side(one: Approach, formulas: Formulas, language: Language) -> wire.Step:
    made = whole(one.derivation, "", formulas, language)
    return msgspec.structs.replace(
        made, rule="one-sided-limit", title=SIDES[one.side].say(language)
    )
