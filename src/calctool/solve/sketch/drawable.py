"""Which questions have a picture, and what stands in the way of the others."""

from __future__ import annotations

from typing import Literal

from calctool.notation.tree import Applied, Relation, Statement
from calctool.notation.walk import walk
from calctool.solve.question import Asked, DiffQuestion

Obstacle = Literal[
    "draw-equation", "draw-one-variable", "draw-two-variables", "draw-few-variables",
    "draw-parameters", "draw-unknown",
]  # fmt: skip
"""The id of a sentence."""


def obstacle(question: Asked) -> Obstacle | None:
    """Why nothing can be drawn; None where something can."""
    if isinstance(question.statement, Relation):
        return "draw-equation"
    if any(isinstance(part, Applied) for part in walk(question.statement)):
        return "draw-unknown"
    variables = set(question.wrt)
    names = set(question.statement.names)
    names.update(*map(_names, question.constraints))
    if isinstance(question, DiffQuestion) and len(variables | set(question.mixed)) > 1:
        return "draw-one-variable"
    if question.constraints and len(variables) != 2:
        return "draw-two-variables"
    if len(variables) > 2:
        return "draw-few-variables"
    if question.command == "table":
        # A table draws a curve for each case.
        return None
    return "draw-parameters" if names - variables - set(_parameters(question)) else None


def _parameters(question: Asked) -> tuple[str, ...]:
    """Names for every value of which it is answered, by cases that have pictures of their own."""
    known: tuple[str, ...] = getattr(question, "parameters", ())
    return known


def _names(statement: Statement) -> frozenset[str]:
    return frozenset(statement.names)


def can_be_drawn(question: Asked) -> bool:
    """Whether a picture was asked for and there is no obstacle to it."""
    return question.drawn and obstacle(question) is None
