"""An answer in parameters and beside it those for the values of parameters that it leaves out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from msgspec.structs import replace

from calctool import budget
from calctool.algebra.domain.reduction import opposite
from calctool.notation.problem import Problem
from calctool.notation.tree import Name, Relation, Tree, expression
from calctool.solve.answer import Case, Condition, Status, Told
from calctool.solve.attempts import tried
from calctool.solve.optimum.record import OptimumAnswer
from calctool.solve.question import AskedOfTree
from calctool.solve.typed.options.parameters import put_in

Made = TypeVar("Made", bound=OptimumAnswer)


def by_cases(made: Made, solve: Callable[[Any], Iterator[Told]]) -> Made:
    """The answer as the case in which no exception holds, and a case for each exception that gives
    a parameter a value and has an answer. No two cases overlap."""
    if len(made.exceptions) > budget.EXCEPTIONAL_CASES:
        return made
    found: list[Case] = []
    for number, one in enumerate(made.exceptions):
        answer = tried(None, _answered, made.question, one, solve)
        if answer is not None:
            found += _cases((one, *_apart(one, made.exceptions[:number])), answer)
    if not found:
        return made
    general = tuple(map(opposite, made.exceptions))
    return replace(made, cases=(Case((general,), None), *found))


def _answered(
    question: AskedOfTree, exception: Relation, solve: Callable[[Any], Iterator[Told]]
) -> Told | None:
    """The last answer to the question with that value put in; None where it has none."""
    if not isinstance(exception.left, Name) or exception.right.names:
        return None
    last: Told | None = None
    try:
        for part in solve(_where_also(question, exception.left.id, exception.right)):
            last = part
    except Problem:
        return None
    return None if last is None or last.status is Status.ERROR else last


def _where_also(question: AskedOfTree, name: str, value: Tree) -> AskedOfTree:
    """The question with a value for one more parameter, and without its picture."""
    value_of = {name: value}
    changes: dict[str, Any] = {}
    if question.constraints:
        changes["constraints"] = tuple(put_in(each, value_of) for each in question.constraints)
    return replace(
        question,
        statement=expression(put_in(question.statement, value_of)),
        where=(*question.where, (name, value)),
        drawn=False,
        **changes,
    )


def _apart(one: Relation, earlier: tuple[Relation, ...]) -> Iterator[Relation]:
    """From the cases before; two values of one name are apart."""
    return (opposite(each) for each in earlier if each.left != one.left)


def _cases(when: tuple[Relation, ...], answer: Told) -> Iterator[Case]:
    """An answer that has cases itself is one of them, for the values that it does not leave out."""
    if not answer.cases:
        yield Case(_both(when, ((),)), answer)
        return
    whole = replace(answer, cases=())
    for case in answer.cases:
        yield Case(_both(when, case.when), case.answer or whole)


def _both(when: tuple[Relation, ...], condition: Condition) -> Condition:
    return tuple(tuple(dict.fromkeys((*when, *group))) for group in condition)
