"""Answers by cases in the JSON form: the members of a result once more, for some parameters."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

import msgspec

from calctool.commands import QUESTIONS, part
from calctool.notation.tree import Relation
from calctool.render.wire.contract import Math, Record
from calctool.render.wire.derivation import Said
from calctool.render.wire.formula import Formulas
from calctool.solve.answer import Condition, Told
from calctool.words import Language


class Comparison(Record):
    """A relation between parameters."""

    left: Math
    relation: Literal["<", "<=", ">", ">=", "=", "!="]
    right: Math


def comparisons(condition: Condition, formulas: Formulas) -> list[list[Comparison]]:
    """All relations of one of the groups hold; [] is never, [[]] always."""
    return [[_comparison(each, formulas) for each in group] for group in condition]


def _comparison(relation: Relation, formulas: Formulas) -> Comparison:
    left, right = formulas.math(relation.left), formulas.math(relation.right)
    return Comparison(left=left, relation=relation.sign, right=right)


@cache
def form(command: str) -> type[Any]:
    """The result of a command; each of its `cases` has the members of the result.

    A case holds `when` all relations of one of the groups do; an empty list is never, an empty
    group always.
    """
    plain: type[Record] = part("render.wire", command).Result
    if command not in QUESTIONS:
        return plain
    name = plain.__name__
    case = msgspec.defstruct(
        name.replace("Result", "Case"),
        [
            ("when", list[list[Comparison]]),
            ("state", Literal["complete", "partial", "unknown"]),
            ("missing", list[str]),
            ("group", int | msgspec.UnsetType, msgspec.UNSET),
        ],
        bases=(plain,),
        kw_only=True,
    )
    several: Any = list[case] | msgspec.UnsetType  # type: ignore[valid-type]
    made = msgspec.defstruct(
        name, [("cases", several, msgspec.UNSET)], bases=(plain,), kw_only=True, module=__name__
    )
    made.__doc__, case.__doc__ = plain.__doc__, "What is answered `when` a condition holds."
    return made


def with_cases(given: Told, said: Said, language: Language) -> Any:
    """The result, and where the answer has cases each of them; the answer itself may be one."""
    result = said.result
    if result is None or not given.cases:
        return result
    whole = form(given.question.command)
    case = msgspec.structs.fields(whole)[-1].type.__args__[0].__args__[0]
    made = [
        case(
            when=comparisons(each.when, said.formulas),
            state=one.completeness.state.value,
            missing=[words.say(language) for words in one.completeness.missing],
            **_groups(part("render.wire", given.question.command), given, number),
            **_members(found),
        )
        for number, each in enumerate(given.cases)
        for one in (each.answer or given,)
        if (found := _result(one, given, said, language)) is not None
    ]
    return whole(**_members(result), cases=made)


def _groups(module: Any, given: Told, number: int) -> dict[str, int]:
    """Which of the cases before it has the same in short, where a command has that."""
    found = getattr(module, "groups", None)
    return {} if found is None else {"group": found(given)[number]}


def _result(one: Told, given: Told, said: Said, language: Language) -> Any:
    if one is given:
        return said.result
    inner: Said = part("render.wire", one.question.command).said(one, language)
    return inner.result


def _members(result: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(result, name) for name in result.__struct_fields__}
