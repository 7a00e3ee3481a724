"""What was typed for `diff`, as a question; every contradiction is found here."""

from collections.abc import Sequence
from dataclasses import dataclass

from calctool import budget
from calctool.cli.options import integer
from calctool.notation.bounds import check
from calctool.notation.parser import read, read_assignments, read_names
from calctool.notation.problem import Problem
from calctool.notation.tree import Name, Relation, Statement, Tree
from calctool.notation.walk import substitute, walk
from calctool.solve.question import DiffQuestion

Assignments = dict[str, Tree]


@dataclass(frozen=True, slots=True)
class Typed:
    """The expression and the options of `diff` as they were typed."""

    expression: str
    wrt: Sequence[str] = ()
    order: str | None = None
    mixed: str | None = None
    of: str | None = None
    at: str | None = None
    where: Sequence[str] = ()
    function: Sequence[str] = ()


def question(typed: Typed, *, equation: bool = True) -> DiffQuestion:
    """Raises Problem when the parts do not make one question, or for an equation unless allowed."""
    functions = _names(typed.function)
    reading = read(typed.expression, functions=functions, relation=equation)
    chosen = _names(typed.wrt)
    where = _where(typed, reading.statement, chosen)
    statement = _put_in(reading.statement, where)
    of = _dependent(typed, statement, chosen)
    mixed = _mixed(typed)
    found = tuple(name for name in _names_in(statement) if name != of)
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
    )


def _names(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for value in values for name in read_names(value)))


def _names_in(statement: Statement) -> tuple[str, ...]:
    """The names of a statement in the order in which they appear."""
    sides = (statement.left, statement.right) if isinstance(statement, Relation) else (statement,)
    trees = (tree for side in sides for tree in walk(side))
    return tuple(dict.fromkeys(tree.id for tree in trees if isinstance(tree, Name)))


def _where(typed: Typed, statement: Statement, chosen: tuple[str, ...]) -> Assignments:
    found: Assignments = {}
    for text in typed.where:
        for name, value in read_assignments(text).items():
            if not name:
                raise Problem("question.where-name")
            if name in found:
                raise Problem("option.assigned-twice", name=name)
            if name not in statement.names:
                raise Problem("question.where-absent", name=name)
            found[name] = value
    used = set(found).union(*(value.names for value in found.values()))
    for name in used.intersection((*chosen, *_names([typed.of] if typed.of else []))):
        raise Problem("question.where-variable", name=name)
    return found


def _put_in(statement: Statement, where: Assignments) -> Statement:
    """All values at once; the result must keep the bounds of what may be typed."""
    if not where:
        return statement
    if isinstance(statement, Relation):
        left, right = (substitute(side, where) for side in (statement.left, statement.right))
        statement = Relation(left, statement.sign, right)
    else:
        statement = substitute(statement, where)
    check(statement)
    return statement


def _dependent(typed: Typed, statement: Statement, chosen: tuple[str, ...]) -> str | None:
    """The name that an equation makes a function of the others."""
    if not isinstance(statement, Relation):
        if typed.of is not None:
            raise Problem("question.of-without-equation")
        return None
    if statement.sign != "=":
        raise Problem("question.inequality")
    if typed.of is None:
        last = _names_in(statement)[-1:]
        raise Problem("question.equation", hint="say-of" if last else None, name="".join(last))
    of = _one_name("--of", typed.of)
    if of not in statement.names:
        raise Problem("question.of-absent", name=of)
    if of in chosen:
        raise Problem("question.of-variable", name=of)
    if typed.mixed is not None:
        raise Problem("question.implicit-order")
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
    names = read_names(typed.mixed)
    most = budget.ORDER_RANGE[1]
    if len(names) > most:
        raise Problem("question.too-many", option="--mixed", most=most)
    return names


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
