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
from calctool.solve.typed.options.stretch import Domains, read_domains
from calctool.solve.typed.record import Typed
from calctool.solve.typed.scope import scope
from calctool.words import Note
from calctool.words.notes import reading_note

_SIGNS = ("=", "<=", ">=")
_STRICT = ("<", ">")
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
    constraints, domains, side_notes = _with_open_sides(constraints, texts, domains, wrt)
    _refuse_strict_letters(constraints, texts, left.difference(wrt))
    assumed, assumed_notes = of_letters(typed, present, wrt, where)
    notes = (
        *notes,
        *split_notes,
        *domain_notes,
        *side_notes,
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
    """One relation."""
    reading = read(text, relation=True, scope=around)
    match reading.statement:
        case Relation(sign=sign) if sign not in (*_SIGNS, *_STRICT):
            raise Problem("question.constraint-unequal", source=text)
        case Relation():
            refuse_unknown_functions(reading.statement)
            return reading
    raise Problem("question.constraint-sign", hint="write-zero", constraint=text.strip()[:60])


def _with_open_sides(
    constraints: tuple[Relation, ...],
    texts: tuple[str, ...],
    domains: Domains,
    wrt: tuple[str, ...],
) -> tuple[tuple[Relation, ...], Domains, tuple[Note, ...]]:
    """Strict bounds of single names are open sides of the domain; others stay as they are."""
    notes: list[Note] = []
    left: list[Relation] = []
    for bound, text in zip(constraints, texts, strict=True):
        found = _cut(bound, domains, wrt) if bound.sign in _STRICT else None
        if found is None:
            left.append(bound)
        else:
            domains = found
            notes.append(reading_note("note.open-side", typed=text))
    return tuple(left), domains, tuple(notes)


def _refuse_strict_letters(
    constraints: tuple[Relation, ...], texts: tuple[str, ...], letters: frozenset[str]
) -> None:
    """Where an answer goes by cases of letters, a set has all of its boundary but open sides."""
    strict = [text for text in texts if _OPEN.search(text) and "=" not in text]
    if letters and strict and any(each.sign in _STRICT for each in constraints):
        sign = _OPEN.findall(strict[0])[0]
        raise Problem(
            "question.constraint-strict", _place(_OPEN, strict[0]), hint="include-boundary",
            source=strict[0], sign=sign, closed=f"{sign}=",
        )  # fmt: skip


def _cut(bound: Relation, domains: Domains, wrt: tuple[str, ...]) -> Domains | None:
    """The domain cut at a bound of one variable; None for any other relation."""
    if (
        (bound.left.names and bound.right.names)
        or len(bound.names) != 1
        or not bound.names <= {*wrt}
    ):
        return None
    # The engine of extremes takes longer to import than any other question takes to read.
    from calctool.solve.optimum.arguments.protocol import Task
    from calctool.solve.optimum.arguments.sides import with_sides

    cut = with_sides(Task(bound.left, wrt, domains, (bound,)))
    return None if cut.relations else cut.sides


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
