"""What was typed for `limit-def`, as a question in one variable."""

from msgspec.structs import replace

from calctool.notation.problem import Problem
from calctool.notation.tree import expression
from calctool.solve.limits.record import LimitDefQuestion
from calctool.solve.typed import diff
from calctool.solve.typed.record import Typed


def question(typed: Typed) -> LimitDefQuestion:
    """Raises Problem when there are several variables to choose from."""
    function = replace(typed, at=None, assume=())
    (variable, *others) = diff.question(function, equation=False).wrt
    if others and typed.wrt:
        raise Problem("question.one-name", option="--wrt")
    if others:
        names = ", ".join((variable, *others))
        raise Problem("question.which-variable", hint="say-wrt", names=names, name=variable)
    asked = diff.question(replace(typed, wrt=(variable,)), equation=False)
    return LimitDefQuestion(
        asked.source,
        expression(asked.statement),
        asked.wrt,
        at=asked.at,
        where=asked.where,
        notes=asked.notes,
        drawn=typed.drawn,
        delta=typed.delta,
        assumed=asked.assumed,
    )
