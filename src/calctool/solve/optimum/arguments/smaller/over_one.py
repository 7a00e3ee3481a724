"""The least value over one variable first: inf f is the infimum of what is least over y."""

from __future__ import annotations

from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.clean import clean
from calctool.notation.quoted import quoted
from calctool.notation.tree import TWO, ZERO, Name, Power, Relation, Tree, number
from calctool.solve.candidates import ProofLine
from calctool.solve.optimum.arguments.protocol import Ask, Bound, Task, Turn
from calctool.solve.optimum.arguments.smaller.by_slope import affine, monotonic, valley
from calctool.solve.optimum.arguments.smaller.coordinate_lines import falling
from calctool.solve.optimum.arguments.smaller.without_name import (
    is_positive,
    keeps_domain,
    least_line,
    lies_inside,
    reduced,
    unimplied,
)
from calctool.solve.stationary.explicit import coefficients
from calctool.solve.stationary.short import short
from calctool.words.extrema.ladder import smaller as words


def over_one_variable(task: Task, turn: Turn, below: Ask) -> Bound | None:
    """By a square that is completed, by the sign of a partial derivative, or at the ends of a
    side on which f is affine."""
    if task.relations or len(task.names) < 2:
        return None
    for name in reversed(task.names):
        if any(name in need.names for need in unimplied(task)):
            continue
        for way in (_quadratic, affine, monotonic, valley):
            found = way(task, name, turn, below)
            if found is not None:
                return found
    return None


def _quadratic(task: Task, name: str, turn: Turn, below: Ask) -> Bound | None:
    found = coefficients(task.f, name)
    if found is None or len(found) != 3:
        return None
    c, b, a = found
    upward = a if turn < 0 else short(negated(a))
    if not is_positive(upward, task, below):
        return falling(task, name, turn, upward)
    vertex = short(negated(divided(b, multiplied((TWO, a)))))
    least = short(added((c, negated(divided(multiplied((b, b)), multiplied((number(4), a)))))))
    if not keeps_domain(task, least) or not lies_inside(vertex, name, task, below):
        return None
    square = added((multiplied((a, Power(added((Name(name), negated(vertex))), TWO))), least))
    lines = (
        ProofLine(
            "complete-square",
            (Relation(task.f, "=", clean(square)),),
            words.SQUARE.filled(name=quoted(Name(name))),
        ),
        _sign_line(a, turn),
        least_line(task, name, vertex, least, turn),
    )
    return reduced(task, name, turn, below, vertex, least, lines)


def _sign_line(a: Tree, turn: Turn) -> ProofLine:
    says = () if not a.names else (Relation(a, ">" if turn < 0 else "<", ZERO),)
    return ProofLine("sign", says, words.LEADING[turn])
