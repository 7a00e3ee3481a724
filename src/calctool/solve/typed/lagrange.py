"""What was typed for `lagrange`, as a question: an objective and its constraints."""

import re

from msgspec.structs import replace

from calctool.notation.node import Span
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import Reading, read
from calctool.notation.tokens.joined import Scope
from calctool.notation.tree import Relation, expression
from calctool.solve.lagrange.record import LagrangeQuestion
from calctool.solve.typed.constraints import separated
from calctool.solve.typed.critical import objective
from calctool.solve.typed.options.assumed import of_letters
from calctool.solve.typed.options.parameters import (
    Assignments,
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

_SIGNS = ("=", "<=", ">=")
_OPEN = re.compile("[<>]")


def question(typed: Typed) -> LagrangeQuestion:
    """Raises Problem when there is no constraint, or one that cannot be kept."""
    typed_function, notes = objective(typed)
    if not typed.subject_to:
        raise Problem("question.no-constraint", hint="say-subject-to")
    texts, split_notes = separated(tuple(typed.subject_to))
    around = scope(replace(typed, subject_to=texts))
    readings = [_constraint(text, around) for text in texts]
    stated = [reading.statement for reading in readings]
    chosen = names(typed.wrt)
    present = typed_function.names.union(*(each.names for each in stated))
    where = assignments(typed.where, present, chosen)
    function = expression(put_in(typed_function, where))
    constraints = tuple(
        _put_in(each, where, text) for each, text in zip(readings, texts, strict=True)
    )
    left = function.names.union(*(each.names for each in constraints))
    refuse_values_of_variables(typed, present, left, where)
    refuse_absent("--wrt", chosen, present | left)
    wrt = chosen or names_in(function, *constraints) or ("x",)
    for constraint, text in zip(constraints, texts, strict=True):
        if constraint.names.isdisjoint(wrt):
            raise Problem("question.constraint-constant", constraint=text[:60])
    domains, domain_notes = read_domains(typed.domain, wrt)
    assumed, assumed_notes = of_letters(typed, present, wrt, where)
    notes = (
        *notes,
        *split_notes,
        *domain_notes,
        *assumed_notes,
        *(note for reading in readings for note in reading.notes),
    )
    notes = tuple(dict.fromkeys(notes))
    return LagrangeQuestion(
        typed.expression,
        function,
        constraints=constraints,
        wrt=wrt,
        domain=domains,
        where=tuple(where.items()),
        notes=notes,
        assumed=assumed,
        drawn=typed.drawn,
    )


def _constraint(text: str, around: Scope) -> Reading:
    """One relation with a sign that includes its boundary."""
    reading = read(text, relation=True, scope=around)
    match reading.statement:
        case Relation(sign="<" | ">" as sign):
            raise Problem(
                "question.constraint-strict",
                _place(_OPEN, text),
                hint="include-boundary",
                source=text,
                sign=sign,
                closed=f"{sign}=",
            )
        case Relation(sign=sign) if sign not in _SIGNS:
            raise Problem("question.constraint-unequal", source=text)
        case Relation():
            refuse_unknown_functions(reading.statement)
            return reading
    raise Problem("question.constraint-sign", hint="write-zero", constraint=text.strip()[:60])


def _place(sign: re.Pattern[str], text: str) -> Span | None:
    """Where the only sign of its kind stands; None where there are several."""
    found = [Span(*place.span()) for place in sign.finditer(text)]
    return found[0] if len(found) == 1 else None


def _put_in(reading: Reading, where: Assignments, text: str) -> Relation:
    try:
        constraint = put_in(reading.statement, where)
    except Problem as problem:
        problem.source = problem.source or text
        raise
    assert isinstance(constraint, Relation)  # noqa: S101 (_constraint refuses others)
    return constraint
