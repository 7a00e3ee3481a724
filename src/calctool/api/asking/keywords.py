"""Docstrings that explain every keyword, in the words of the help."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, TypeVar

from calctool.commands import QUESTIONS
from calctool.words.help import cli as words

F = TypeVar("F", bound=Callable[..., Any])

_GIVEN = {
    "expression": "a text, a number or a SymPy object",
    "question": f"the command that the answer is for: {', '.join(QUESTIONS)}",
    "questions": "mappings with the keys of a line of a batch",
    "subject_to": "a constraint or several: texts or SymPy relations with =, <= or >=",
    "plot": "make the picture, which a notebook shows",
    "window": 'the part that the picture shows, as "[-5, 5]" or "[-5, 5], y:[0, 10]"',
    "plot_also": "another function in the picture, or up to three",
    "lang": "language of the words, en or zh",
}


def with_keywords(function: F) -> F:
    """The function with a line for each of its parameters added to its docstring.

    `help` shows them; what an option of the command line means stands in `words` only.
    """
    lines = [
        f"    {name}: {meaning}"
        for name in inspect.signature(function).parameters
        if (meaning := _meaning(name))
    ]
    raises = "Raises Problem for a question that cannot be read or has no answer at all."
    function.__doc__ = "\n".join([inspect.getdoc(function) or "", "", *lines, "", raises])
    return function


def _meaning(name: str) -> str:
    known = words.OPTIONS.get("--" + name.replace("_", "-"))
    return _GIVEN.get(name) or (known.en if known else "")
