"""Terms of a sum that all are least, or all greatest, at one point."""

from __future__ import annotations

from calctool import budget
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import Tree
from calctool.solve.candidates import ProofLine
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import compared
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Lacks, Task, Turn, claim
from calctool.solve.optimum.arguments.smaller.parts import terms_of
from calctool.solve.optimum.arguments.values import plus
from calctool.words.extrema.ladder import inequalities as words
from calctool.words.extrema.ladder.arguments import ARGUMENTS


def terms_together(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:
    """No sum is less than the least values of its terms together, and a listed point at which it is
    so much has it."""
    listed = [each for each in task.values if each is not None and each.is_known]
    terms = list(terms_of(task.f))
    moving = [term for term in terms if not term.names.isdisjoint(task.names)]
    if not listed or not 1 < len(moving) <= budget.LADDER_TOGETHER:
        return None
    found: list[Bound] = []
    for term in moving:
        one = below(_of(term, task), turn)
        if one is None or is_infinite(one.value.expr) or one.attained is False:
            return None
        found.append(one)
    constants = (exact(exact_value(term)) for term in terms if term not in moving)
    value = plus([*(one.value for one in found), *constants])
    if value is None or not any(compared(each, value) == 0 for each in listed):
        return None
    id = "terms-together"
    lines = (
        ProofLine("terms-together", (), words.TERMS.filled(terms=all_quoted(moving))),
        *(line for one in found for line in one.lines),
        ProofLine("sum-of-bounds", claim(task.f, turn, value, True), words.TOGETHER[turn]),
    )
    return Bound(value, True, id, ARGUMENTS[id], lines)


def _of(term: Tree, task: Task) -> Task:
    """The term on the same set; without conditions in its own names."""
    names = task.names if task.relations else tuple(n for n in task.names if n in term.names)
    sides = tuple((name, side) for name, side in task.sides if name in names)
    return Task(term, names, sides, task.relations)
