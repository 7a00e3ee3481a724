"""`y = x^2`, `f(x) = x^2, x > 0` and `x^2 = 0` where a function is asked for."""

import re
from typing import NamedTuple

from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tokens.scan import parts
from calctool.notation.tree import Name, Relation
from calctool.solve.typed.options.parameters import names_in

_REFUSED = (
    "syntax.relation", "syntax.comma", "syntax.reserved-word", "character.unknown",
    "question.equation", "question.not-a-function",
)  # fmt: skip
_DEFINITION = re.compile(
    r"\s*(?P<name>[^\W\d_]\w*)(?P<of>\s*[(（][\w\s,，]+[)）])?\s*:?[=＝](?P<function>[^=＝<>≤≥≠!]+)"
)
_LETTER = re.compile(r"[^\W\d_]")
_CONDITION = re.compile(r".*(?:[<>≤≥≠]|∈|\bin\b).*", re.DOTALL)


class Definition(NamedTuple):
    """`f(x) = x^2, x > 0` as its parts: f(x) =, x^2, x > 0."""

    left: str
    function: str
    condition: str


def definition(problem: Problem, typed: str) -> Definition | None:
    """The function that a refused equation only gives a name to; None where it is an equation.

    Then the problem's hint may say what else to ask: its left side, or the implicit derivative.
    """
    if problem.id not in _REFUSED or problem.source not in ("", typed):
        return None
    first, *others = parts(typed)
    condition = ", ".join(other.strip() for other in others)
    if others and not _CONDITION.fullmatch(condition):
        return None
    found = _DEFINITION.fullmatch(first)
    function = _defined(found) if found else None
    if function is None and others and "=" not in first:
        function = first.strip()
    if function is not None:
        return _readable(problem, typed, function, condition)
    if not others:
        _offer_left_side(problem, first)
    return None


def _defined(found: re.Match[str]) -> str | None:
    function = found["function"].strip()
    if not _LETTER.search(function):
        return None
    is_definition = found["of"] or not re.search(rf"\b{found['name']}\b", function)
    return function if is_definition else None


def _readable(problem: Problem, typed: str, function: str, condition: str) -> Definition | None:
    """The definition; where its right side holds a mistake, that is for the user to mend."""
    try:
        read(function)
    except Problem as inner:
        if "written" in inner.facts:
            problem.hint = "right-side"
            problem.facts["function"] = str(inner.facts["written"])
        return None
    return Definition(typed[: typed.index(function)].strip(), function, condition)


def _offer_left_side(problem: Problem, typed: str) -> None:
    """3x^2 - 2x + 1 = 0 in one name is an equation to be solved: its function is on the left."""
    try:
        statement = read(typed, relation=True).statement
    except Problem:
        return
    if not isinstance(statement, Relation) or statement.sign != "=" or not statement.names:
        return
    if len(statement.names) > 1:
        if problem.hint == "relation":
            name = names_in(statement)[-1]
            problem.hint = "ask-implicit"
            problem.facts |= {"equation": typed.strip(), "name": name}
        return
    if isinstance(statement.left, Name):
        return
    left, _, right = (part.strip() for part in re.sub("==|＝", "=", typed).partition("="))
    problem.hint = "left-side"
    problem.facts["function"] = left if right == "0" else f"{left} - ({right})"
