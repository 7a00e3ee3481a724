"""The names that options give: which are variables, and what is put in for the others."""

from collections.abc import Collection, Sequence, Set

from calctool.notation.bounds import check
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_names
from calctool.notation.reading.typed import read_assignments
from calctool.notation.tokens.joined import letters
from calctool.notation.tree import Applied, Name, Relation, Statement, Tree
from calctool.notation.walk import substitute, walk
from calctool.solve.typed.record import Typed

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
                absent = Problem("question.where-absent", name=name)
                raise with_names(absent, "--where", [name], present)
            found[name] = value
    used = set(found).union(*(value.names for value in found.values()))
    for name in used.intersection(variables):
        problem = Problem("question.where-variable", name=name)
        if name in found:
            problem.hint = "at-instead"
            problem.facts["value"] = plain(found[name])
        raise problem
    return found


def refuse_values_of_variables(
    typed: Typed, present: Set[str], left: Set[str], where: Assignments
) -> None:
    """Raises Problem when --where gives every name a number, so that nothing is left to vary."""
    if left or not present or not where:
        return
    point = ",".join(f"{each}={plain(value)}" for each, value in where.items())
    raise Problem("question.where-every", hint="at-point", expression=typed.expression, point=point)


def refuse_absent(option: str, chosen: Sequence[str], present: Set[str]) -> None:
    """Raises Problem for a name that an option gives and that does not occur in the problem."""
    absent = [name for name in chosen if name not in present]
    if absent and present:
        problem = Problem("question.absent", option=option, name=absent[0])
        raise with_names(problem, option, chosen, present)


def with_names(problem: Problem, option: str, given: Sequence[str], present: Set[str]) -> Problem:
    """The problem of names that do not occur, with what to give instead, or what there is."""
    absent = [name for name in given if name not in present]
    joined = [
        (other, name) for name in absent for other in sorted(present) if name in letters(other)
    ]
    if joined and option != "--where":
        problem.hint = "joined-there"
        problem.facts |= {"joined": joined[0][0], "letter": joined[0][1]}
        return problem
    found = [_near(name, present) for name in given]
    there = [name for names in found for name in names]
    if all(found) and option != "--where":
        problem.hint = "name-there"
        problem.facts |= {"option": option, "near": ",".join(dict.fromkeys(there))}
    elif present:
        problem.hint = "names-there"
        problem.facts["names"] = ", ".join(sorted(present))
    return problem


def _near(name: str, present: Set[str]) -> list[str]:
    """A name that was probably meant; several when it is a row of them."""
    from difflib import get_close_matches

    if name in present:
        return [name]
    same = sorted(other for other in present if other.lower() == name.lower())
    row = letters(name)
    if same or (row and present >= set(row)):
        return same[:1] or row
    return get_close_matches(name, sorted(present), n=1, cutoff=0.6) or (
        sorted(present) if len(present) == 1 else []
    )


def put_in(statement: Statement, where: Assignments) -> Statement:
    """All values at once; the result must keep the bounds of what may be typed."""
    if not where:
        return statement
    if isinstance(statement, Relation):
        left, right = (_put_in(side, where) for side in sides(statement))
        return Relation(left, statement.sign, right)
    return _put_in(statement, where)


def _put_in(tree: Tree, where: Assignments) -> Tree:
    """1*x^2 + (-2)*x as x^2 - 2*x, unless a condition on the domain would be lost: 0*log(x)."""
    # Only values put in need it, and it takes longer to import than a tree to read.
    from calctool.algebra.domain.conditions import conditions
    from calctool.algebra.tidy.constants import worked_out

    made = substitute(tree, where)
    check(made)
    if made == tree:
        return made
    plainer = worked_out(made)
    return plainer if set(conditions(plainer)) == set(conditions(made)) else made


def refuse_unknown_functions(*statements: Statement) -> None:
    """Raises Problem where a question needs formulas and there is a function without one."""
    for part in (part for each in statements for side in sides(each) for part in walk(side)):
        if isinstance(part, Applied):
            raise Problem("question.unknown-function", name=part.function)
