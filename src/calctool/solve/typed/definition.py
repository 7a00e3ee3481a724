"""`y = x^2` and `f(x) = x^2` typed where a function is asked for: what to give instead."""

import re

from calctool.notation.problem import Problem

_REFUSED = ("syntax.relation", "question.equation", "question.not-a-function")
_DEFINITION = re.compile(
    r"\s*(?P<name>[^\W\d_]\w*)(?P<of>\s*[(（][\w\s,，]+[)）])?\s*[=＝](?P<function>[^=＝<>≤≥≠!]+)"
)
_LETTER = re.compile(r"[^\W\d_]")


def offer_right_side(problem: Problem, typed: str) -> None:
    """The hint of a refused equation, where its left side only names the function."""
    found = _DEFINITION.fullmatch(typed)
    if problem.id not in _REFUSED or problem.source not in ("", typed) or found is None:
        return
    function = found["function"].strip()
    if not _LETTER.search(function):
        return
    if found["of"] or not re.search(rf"\b{found['name']}\b", function):
        problem.hint = "right-side"
        problem.facts["function"] = function
