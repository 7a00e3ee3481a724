"""What was typed for `critical`, as a question in one or more variables."""

from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tree import Relation, Tree, expression
from calctool.solve.critical.record import CriticalQuestion
from calctool.solve.typed.options.assumed import of_letters
from calctool.solve.typed.options.members import members_shown
from calctool.solve.typed.options.parameters import (
    assignments,
    names,
    names_in,
    put_in,
    refuse_absent,
    refuse_unknown_functions,
    refuse_values_of_variables,
)
from calctool.solve.typed.options.stretch import read_domains
from calctool.solve.typed.record import Typed
from calctool.solve.typed.scope import scope
from calctool.words import Note


def question(typed: Typed) -> CriticalQuestion:
    """Raises Problem for an equation, and when the options do not fit the expression."""
    typed_function, notes = objective(typed)
    chosen = names(typed.wrt)
    where = assignments(typed.where, typed_function.names, chosen)
    function = expression(put_in(typed_function, where))
    refuse_values_of_variables(typed, typed_function.names, function.names, where)
    refuse_absent("--wrt", chosen, typed_function.names | function.names)
    wrt = chosen or names_in(function) or ("x",)
    domains, domain_notes = read_domains(typed.domain, wrt)
    assumed, said = of_letters(typed, typed_function.names, wrt, where)
    return CriticalQuestion(
        typed.expression,
        function,
        wrt,
        domain=domains,
        where=tuple(where.items()),
        notes=(*notes, *domain_notes, *said),
        assumed=assumed,
        drawn=typed.drawn,
        members=members_shown(typed.members),
    )


def objective(typed: Typed) -> tuple[Tree, tuple[Note, ...]]:
    """The function whose extrema are asked for, and how it was read."""
    reading = read(typed.expression, relation=True, scope=scope(typed))
    if isinstance(reading.statement, Relation):
        raise Problem("question.not-a-function", hint="as-constraint", equation=typed.expression)
    refuse_unknown_functions(reading.statement)
    return reading.statement, reading.notes
