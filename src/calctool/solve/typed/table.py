"""What was typed for `table`, as a question in one variable."""

from calctool.notation.problem import Problem
from calctool.notation.tree import expression
from calctool.solve.table.record import TableQuestion
from calctool.solve.typed import diff
from calctool.solve.typed.options.parameters import refuse_unknown_functions
from calctool.solve.typed.options.stretch import read_domains
from calctool.solve.typed.record import Typed


def question(typed: Typed) -> TableQuestion:
    """Raises Problem when names other than the variable have no value."""
    asked = diff.question(typed, equation=False)
    variable, *more = asked.wrt
    statement = expression(asked.statement)
    refuse_unknown_functions(statement)
    if more and typed.wrt:
        raise Problem("question.one-name", option="--wrt")
    if more:
        names = ", ".join(asked.wrt)
        likely = "x" if "x" in asked.wrt else variable
        raise Problem("question.which-variable", hint="say-wrt", names=names, name=likely)
    others = sorted(statement.names - {variable})
    if others:
        raise Problem(
            "question.no-value",
            hint="give-values",
            names=", ".join(others),
            example=",".join(f"{name}=2" for name in others),
        )
    domains, notes = read_domains(typed.domain, asked.wrt)
    stretch = dict(domains).get(variable)
    notes = (*asked.notes, *notes)
    return TableQuestion(
        asked.source,
        statement,
        asked.wrt,
        domain=stretch,
        where=asked.where,
        notes=notes,
        drawn=typed.drawn,
    )
