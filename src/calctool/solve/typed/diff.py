"""What was typed for `diff`, as a question; every contradiction is found here."""

from calctool import budget
from calctool.notation.parser import read, read_assignments, read_names
from calctool.notation.problem import Problem
from calctool.notation.tree import Relation, Statement
from calctool.solve.question import DiffQuestion
from calctool.solve.typed.parameters import Assignments, assignments, names, names_in, put_in
from calctool.solve.typed.record import Typed
from calctool.solve.typed.values import integer


def question(typed: Typed, *, equation: bool = True) -> DiffQuestion:
    """Raises Problem when the parts do not make one question, or for an equation unless allowed."""
    functions = names(typed.function)
    reading = read(typed.expression, functions=functions, relation=equation)
    chosen = names(typed.wrt)
    taken = (*chosen, *names([typed.of] if typed.of else []))
    where = assignments(typed.where, reading.statement.names, taken)
    statement = put_in(reading.statement, where)
    of = _dependent(typed, statement, chosen)
    mixed = _mixed(typed)
    found = tuple(name for name in names_in(statement) if name != of)
    wrt = chosen or tuple(dict.fromkeys(mixed)) or found or ("x",)
    return DiffQuestion(
        source=typed.expression,
        statement=statement,
        wrt=wrt,
        order=integer("--order", typed.order or "1", budget.ORDER_RANGE),
        mixed=mixed,
        of=of,
        at=tuple(_point(typed, (*wrt, of) if of else wrt).items()),
        where=tuple(where.items()),
        notes=reading.notes,
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
        raise Problem("question.of-absent", name=of)
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


def _point(typed: Typed, wrt: tuple[str, ...]) -> Assignments:
    """A value for every variable; a value without a name belongs to the only variable."""
    if typed.at is None:
        return {}
    given = read_assignments(typed.at)
    example = ",".join(f"{name}=1" for name in wrt[:3])
    if "" in given:
        if len(wrt) > 1:
            raise Problem(
                "question.at-names", hint="at-named", variables=", ".join(wrt), example=example
            )
        given = {wrt[0]: given[""]}
    for name, value in given.items():
        if name not in wrt:
            raise Problem("question.at-stranger", hint="where-instead", name=name)
        for inner in sorted(value.names):
            raise Problem("question.at-constant", name=inner)
    missing = [name for name in wrt if name not in given]
    if missing:
        raise Problem(
            "question.at-missing", hint="at-named", variables=", ".join(missing), example=example
        )
    return {name: given[name] for name in wrt}
