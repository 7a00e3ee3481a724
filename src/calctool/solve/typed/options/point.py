"""What --at says: a value for every variable."""

from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read_assignments
from calctool.notation.tokens.scan import bare, parts
from calctool.solve.typed.options.parameters import Assignments
from calctool.solve.typed.record import Typed
from calctool.words import Note
from calctool.words.notes import reading_note


def point(typed: Typed, wrt: tuple[str, ...]) -> tuple[Assignments, tuple[Note, ...]]:
    """The value of each variable, and how they were read.

    A value without a name belongs to the only variable, values in a row to the variables in turn
    where their order is known.
    """
    if typed.at is None:
        return {}, ()
    text, notes = _named(typed, wrt)
    try:
        given = read_assignments(text)
    except Problem as problem:
        if problem.id == "option.assigned-twice":
            problem.hint = "one-point"
        raise
    return _checked(given, wrt), notes


def _named(typed: Typed, wrt: tuple[str, ...]) -> tuple[str, tuple[Note, ...]]:
    """1,2 and (1, 2) as x=1, y=2."""
    text = typed.at or ""
    values = [value.strip() for value in parts(bare(text))]
    if len(values) < 2 or "=" in text:
        return text, ()
    if len(wrt) == 1:
        raise Problem(
            "question.at-several", hint="one-point-or-decimal", name=wrt[0], count=len(values),
            first=values[0], decimal=".".join(values[:2]),
        )  # fmt: skip
    named = ", ".join(f"{name}={value}" for name, value in zip(wrt, values))  # noqa: B905
    is_ordered = bool(typed.wrt) or list(wrt) == sorted(wrt)
    if len(values) != len(wrt) or not is_ordered:
        raise Problem(
            "question.at-names", hint="at-named", variables=", ".join(wrt), example=_example(wrt)
        )
    note = reading_note("note.option-read", option="--at", typed=text, reading=named)
    return named, (note,)


def _example(wrt: tuple[str, ...]) -> str:
    return ",".join(f"{name}=1" for name in wrt[:3])


def _checked(given: Assignments, wrt: tuple[str, ...]) -> Assignments:
    example = _example(wrt)
    if "" in given:
        if len(wrt) > 1:
            raise Problem(
                "question.at-names", hint="at-named", variables=", ".join(wrt), example=example
            )
        given = {wrt[0]: given[""]}
    for name, value in given.items():
        if name not in wrt:
            raise Problem("question.at-stranger", hint="where-instead", name=name)
        for inner in sorted(value.names & set(wrt)):
            raise Problem("question.at-constant", name=inner)
    missing = [name for name in wrt if name not in given]
    if missing:
        raise Problem(
            "question.at-missing", hint="at-named", variables=", ".join(missing), example=example
        )
    return {name: given[name] for name in wrt}
