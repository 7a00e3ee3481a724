"""The names that options give: which are variables, and what is put in for the others."""

from collections.abc import Collection, Sequence, Set

from calctool.notation.bounds import check
from calctool.notation.parser import read_assignments, read_names
from calctool.notation.problem import Problem
from calctool.notation.tree import Applied, Name, Relation, Statement, Tree
from calctool.notation.walk import substitute, walk

Assignments = dict[str, Tree]


def names(values: Sequence[str]) -> tuple[str, ...]:
    """The names of an option that may be repeated, each once."""
    return tuple(dict.fromkeys(name for value in values for name in read_names(value)))


def sides(statement: Statement) -> tuple[Tree, ...]:
    """The two sides of a relation, or the one tree."""
    return (statement.left, statement.right) if isinstance(statement, Relation) else (statement,)


def names_in(*statements: Statement) -> tuple[str, ...]:
    """The names of statements in the order in which they appear."""
    trees = (tree for each in statements for side in sides(each) for tree in walk(side))
    return tuple(dict.fromkeys(tree.id for tree in trees if isinstance(tree, Name)))


def assignments(
    values: Sequence[str], present: Set[str], variables: Collection[str]
) -> Assignments:
    """What --where gives for names that are `present`; raises Problem for a variable."""
    found: Assignments = {}
    for text in values:
        for name, value in read_assignments(text).items():
            if not name:
                raise Problem("question.where-name")
            if name in found:
                raise Problem("option.assigned-twice", name=name)
            if name not in present:
                raise Problem("question.where-absent", name=name)
            found[name] = value
    used = set(found).union(*(value.names for value in found.values()))
    for name in used.intersection(variables):
        raise Problem("question.where-variable", name=name)
    return found


def put_in(statement: Statement, where: Assignments) -> Statement:
    """All values at once; the result must keep the bounds of what may be typed."""
    if not where:
        return statement
    if isinstance(statement, Relation):
        left, right = (substitute(side, where) for side in sides(statement))
        statement = Relation(left, statement.sign, right)
    else:
        statement = substitute(statement, where)
    check(statement)
    return statement


def refuse_unknown_functions(*statements: Statement) -> None:
    """Raises Problem where a question needs formulas and there is a function without one."""
    for part in (part for each in statements for side in sides(each) for part in walk(side)):
        if isinstance(part, Applied):
            raise Problem("question.unknown-function", name=part.function)
