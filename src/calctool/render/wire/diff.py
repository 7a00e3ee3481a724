"""The answer of `calctool diff` in the JSON form."""

from typing import Any

import msgspec

from calctool.notation.printing.plain import plain
from calctool.render.wire import contract as wire
from calctool.render.wire.cases import Comparison, comparisons
from calctool.render.wire.derivation import Said, question, step, whole
from calctool.render.wire.domain import domain
from calctool.render.wire.formula import Formulas, ranges
from calctool.solve import answer as solved
from calctool.solve.answer import AtPoint
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.exact.record import Exact
from calctool.words import Language


class Seam(wire.Record):
    """Where all of these relations hold there is no derivative of this `kind`; or it is `value`,
    which the formula does not give."""

    where: list[str]
    kind: str
    left: wire.Math | None
    right: wire.Math | None
    value: wire.Math | None


class OneDerivative(wire.Record):
    wrt: list[str]
    derivative: wire.Math
    domain: wire.Domain
    undefined_at: list[wire.Math]
    at: dict[str, wire.Math] | None
    value: wire.Math | None
    exists: bool | None
    left: wire.Math | None
    right: wire.Math | None
    tangent: wire.Math | None
    left_between: wire.Between | msgspec.UnsetType = msgspec.UNSET
    right_between: wire.Between | msgspec.UnsetType = msgspec.UNSET
    derivative_left_between: wire.Between | msgspec.UnsetType = msgspec.UNSET
    derivative_right_between: wire.Between | msgspec.UnsetType = msgspec.UNSET
    families: list[wire.Family] | msgspec.UnsetType = msgspec.UNSET
    seams: list[Seam] | msgspec.UnsetType = msgspec.UNSET
    at_when: list[list[Comparison]] | msgspec.UnsetType = msgspec.UNSET
    at_seams: list[Seam] | msgspec.UnsetType = msgspec.UNSET


class DiffResult(wire.Record):
    derivatives: list[OneDerivative]


Result = DiffResult


def said(given: DiffAnswer, language: Language) -> Said:
    """The whole answer; of several derivations each is one step with steps of its own."""
    asked = given.question
    formulas = Formulas(asked.statement.names.union(asked.wrt, (name for name, _ in given.names)))
    found = [one_derivative(one, formulas) for one in given.derivatives]
    return Said(
        question(asked, language),
        Result(derivatives=found) if found else None,
        formulas,
        lambda: _steps(given, formulas, language),
    )


def one_derivative(one: solved.OneDerivative, formulas: Formulas) -> OneDerivative:
    found = OneDerivative(
        wrt=list(one.wrt),
        derivative=formulas.math(one.derivative),
        domain=domain((*one.conditions, *one.holds), one.domain, formulas),
        undefined_at=[formulas.exact(at.at) for at in one.undefined_at if at.kind != "undecided"],
        families=_families(one, formulas) or msgspec.UNSET,
        seams=[_seam(each, formulas) for each in one.seams] or msgspec.UNSET,
        at=None,
        value=None,
        exists=None,
        left=None,
        right=None,
        tangent=None,
    )
    return found if one.at is None else msgspec.structs.replace(found, **_at(one.at, formulas))


def _families(one: solved.OneDerivative, formulas: Formulas) -> list[wire.Family]:
    """The points without a derivative that repeat for ever."""
    return [
        _family(one.wrt[0], family, Formulas(formulas.names | {family.integer}))
        for family in one.families
        if family.kind != "undecided"
    ]


def _family(name: str, family: solved.KinkFamily, formulas: Formulas) -> wire.Family:
    left, right = (
        msgspec.UNSET if side is None else formulas.exact(side)
        for side in (family.left, family.right)
    )
    return wire.Family(
        at={name: formulas.math(family.at)},
        integers=[family.integer],
        kind=family.kind,
        value=None,
        range=ranges([(family.integer, family.reach)]),
        accumulates=[plain(place) for place in family.toward] or msgspec.UNSET,
        left=left,
        right=right,
    )


def _seam(one: solved.Seam, formulas: Formulas) -> Seam:
    left, right, value = (
        None if tree is None else formulas.math(tree) for tree in (one.left, one.right, one.value)
    )
    where = [plain(each) for each in one.where]
    return Seam(where=where, kind=one.kind, left=left, right=right, value=value)


def by_letters(at: AtPoint, formulas: Formulas) -> dict[str, Any]:
    if at.when == ((),) and not at.seams:
        return {}
    return {
        "at_when": comparisons(at.when, formulas),
        "at_seams": [_seam(each, formulas) for each in at.seams],
    }


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
        **by_letters(at, formulas),
        **formulas.both_sides(at.between),
        **formulas.both_sides(at.wanders, "derivative_"),
    }


def _steps(given: DiffAnswer, formulas: Formulas, language: Language) -> list[wire.Step]:
    all_of_them = [
        (derivation, ", ".join(one.wrt))
        for one in given.derivatives
        for derivation in one.derivations
    ]
    if len(all_of_them) == 1:
        return [step(inner, formulas, language) for inner in all_of_them[0][0].steps]
    return [whole(derivation, name, formulas, language) for derivation, name in all_of_them]
