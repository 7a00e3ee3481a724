"""The question as the ladder is asked: what bounds one name is its side."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.build import added, divided, negated
from calctool.notation.tree import ONE, TWO, ZERO, Relation, Tree
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.order import order
from calctool.solve.exact.values import exact_value
from calctool.solve.optimum.arguments.protocol import LINE, Task
from calctool.solve.optimum.problem import Problem, sides
from calctool.solve.question import Stretch
from calctool.solve.stationary.explicit import coefficients


def task_of(problem: Problem) -> Task:
    """The problem as the ladder is asked: each inequality in one name as an end of its side."""
    own = [(name, stretch) for name, stretch in problem.box]
    relations = [r for r in problem.relations if r not in _as_zero(own)]
    stated = (*relations, *problem.strict_ones)
    return with_sides(Task(problem.f, problem.names, tuple(own), stated))


def _as_zero(box: Sequence[tuple[str, Stretch]]) -> set[Relation]:
    return set(sides(box))


def with_sides(task: Task) -> Task:
    """Relations that bound one name by a constant taken as its side."""
    box, left = dict(task.sides), []
    for each in task.relations:
        found = _end(each)
        if found is None:
            left.append(each)
            continue
        name, sign, at = found
        made = _cut(box.get(name, LINE), sign, at, closed=each.sign in ("<=", ">="))
        if made is None or not _has_inside(made):
            left.append(each)
        else:
            box[name] = made
    listed = tuple((name, box[name]) for name in task.names if name in box)
    return Task(task.f, task.names, listed, tuple(left), task.listing)


def _end(each: Relation) -> tuple[str, int, Tree] | None:
    """x >= a as (x, 1, a), x <= a as (x, -1, a)."""
    if each.sign in ("=", "!=") or len(each.names) != 1:
        return None
    (name,) = each.names
    found = coefficients(added((each.left, negated(each.right))), name)
    lead = None if found is None or len(found) != 2 else order(found[1])
    if found is None or not lead:
        return None
    upward = 1 if each.sign in (">", ">=") else -1
    return name, upward * lead, exact_value(negated(divided(found[0], found[1])))


def _cut(side: Stretch, sign: int, at: Tree, *, closed: bool) -> Stretch | None:
    """The part of a side beyond an end; None where two ends cannot be compared."""
    own = side.start if sign > 0 else side.end
    own_closed = side.closed[0 if sign > 0 else 1]
    if is_infinite(own):
        chosen, is_closed = at, closed
    else:
        first = order(added((at, negated(own))))
        if first is None:
            return None
        further = first * sign
        chosen = at if further > 0 else own
        is_closed = closed if further > 0 else own_closed if further < 0 else closed and own_closed
    if sign > 0:
        return Stretch(chosen, side.end, (is_closed, side.closed[1]))
    return Stretch(side.start, chosen, (side.closed[0], is_closed))


def _has_inside(side: Stretch) -> bool:
    if is_infinite(side.start) or is_infinite(side.end):
        return True
    return order(added((side.end, negated(side.start)))) == 1


def some_point(side: Stretch) -> Tree:
    """A simple point inside an interval."""
    simple = (ZERO, ONE, negated(ONE))
    found = next((each for each in simple if is_inside(side, each)), None)
    if found is not None:
        return found
    if is_infinite(side.end):
        return exact_value(added((side.start, ONE)))
    if is_infinite(side.start):
        return exact_value(added((side.end, negated(ONE))))
    return exact_value(divided(added((side.start, side.end)), TWO))


def is_inside(side: Stretch, value: Tree) -> bool:
    """Whether a constant is proved to lie in an interval."""
    low = 1 if is_infinite(side.start) else order(added((value, negated(side.start))))
    high = 1 if is_infinite(side.end) else order(added((side.end, negated(value))))
    pairs = zip((low, high), side.closed, strict=True)
    return all(sign == 1 or (sign == 0 and closed) for sign, closed in pairs)
