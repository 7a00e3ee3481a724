"""What was typed for `diff`, as a question; every contradiction is found here."""

from calctool import budget
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_names
from calctool.notation.reading.typed import read
from calctool.notation.tree import Relation, Statement
from calctool.solve.question import DiffQuestion
from calctool.solve.typed.options.assumed import assumptions
from calctool.solve.typed.options.parameters import (
    assignments,
    names,
    names_in,
    put_in,
    refuse_absent,
    refuse_values_of_variables,
    with_names,
)
from calctool.solve.typed.options.point import point
from calctool.solve.typed.options.values import integer
from calctool.solve.typed.record import Typed
from calctool.solve.typed.scope import scope


def question(
    typed: Typed, *, equation: bool = True, beside: frozenset[str] = frozenset()
) -> DiffQuestion:
    """Raises Problem when the parts do not make one question, or for an equation unless allowed.

    Names `beside` those of the expression may be given values and be assumed something of.
    """
    functions = names(typed.function)
    reading = read(typed.expression, functions=functions, relation=equation, scope=scope(typed))
    chosen = names(typed.wrt)
    taken = (*chosen, *names([typed.of] if typed.of else []))
    where = assignments(typed.where, reading.statement.names | beside, taken)
    statement = put_in(reading.statement, where)
    present = reading.statement.names | statement.names
    refuse_values_of_variables(typed, reading.statement.names, statement.names, where)
    refuse_absent("--wrt", chosen, present)
    of = _dependent(typed, statement, chosen)
    mixed = _mixed(typed)
    refuse_absent("--mixed", mixed, present)
    found = tuple(name for name in names_in(statement) if name != of)
    wrt = chosen or tuple(dict.fromkeys(mixed)) or found or ("x",)
    at, notes = point(typed, (*wrt, of) if of else wrt)
    known = present.union(beside, *(value.names for value in at.values()))
    assumed, more = assumptions(typed, known, scope(typed))
    return DiffQuestion(
        source=typed.expression,
        statement=statement,
        wrt=wrt,
        order=integer("--order", typed.order or "1", budget.ORDER_RANGE),
        mixed=mixed,
        of=of,
        at=tuple(at.items()),
        where=tuple(where.items()),
        notes=(*reading.notes, *notes, *more),
        assumed=assumed,
        drawn=typed.drawn,
    )


def _dependent(typed: Typed, statement: Statement, chosen: tuple[str, ...]) -> str | None:
    """The name that an equation makes a function of the others."""
    if not isinstance(statement, Relation):
        if typed.of is not None:
            raise Problem("question.of-without-equation")
        return None
    if statement.sign != "=":
        raise Problem("question.inequality")
    if typed.of is None:
        last = names_in(statement)[-1:]
        raise Problem("question.equation", hint="say-of" if last else None, name="".join(last))
    of = _one_name("--of", typed.of)
    if of not in statement.names:
        raise with_names(Problem("question.of-absent", name=of), "--of", [of], statement.names)
    if of in chosen:
        raise Problem("question.of-variable", name=of)
    if of in names([typed.mixed] if typed.mixed else []):
        raise Problem("question.of-variable", name=of)
    return of


def _one_name(option: str, text: str) -> str:
    name, *more = read_names(text)
    if more:
        raise Problem("question.one-name", option=option)
    return name


def _mixed(typed: Typed) -> tuple[str, ...]:
    if typed.mixed is None:
        return ()
    for option, value in (("--order", typed.order), ("--wrt", typed.wrt)):
        if value:
            raise Problem("usage.conflict", option="--mixed", other=option)
    turns = read_names(typed.mixed)
    most = budget.ORDER_RANGE[1]
    if len(turns) > most:
        raise Problem("question.too-many", option="--mixed", most=most)
    return turns
