"""Questions that repeat: all values of f occur in one cell of the periods."""

from __future__ import annotations

from functools import reduce

from msgspec import Struct

from calctool.algebra.boxes.region import whole_box
from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.roots.periods.period import common_period
from calctool.notation.quoted import all_quoted, quoted, quoted_box
from calctool.notation.tree import ZERO, Name, Relation, Tree
from calctool.notation.walk import substitute
from calctool.solve.optimum.arguments.existence.at_best import attained, with_next
from calctool.solve.optimum.arguments.existence.ground import Ground, ground
from calctool.solve.optimum.arguments.existence.lacking import exists_but, is_asked
from calctool.solve.optimum.arguments.existence.levels import against_zero, level_of
from calctool.solve.optimum.arguments.protocol import LINE, Ask, Bound, Lacks, Task, Turn
from calctool.solve.optimum.problem import sides
from calctool.solve.optimum.strata.fixed import solved_for
from calctool.solve.question import Stretch
from calctool.solve.stationary.short import short
from calctool.words import Words
from calctool.words.extrema.extremes import ARGUMENTS as SHORT
from calctool.words.extrema.extremes import COMPACT, PERIODIC
from calctool.words.extrema.ladder import existence as words


class Cell(Struct, frozen=True):
    """A question with the same values of f: names that equations `given` are left out, others keep
    to one of their `periods`."""

    task: Task
    given: tuple[Relation, ...]
    periods: tuple[tuple[str, Tree], ...]


def periodic(task: Task, turn: Turn, below: Ask) -> Bound | Lacks | None:  # noqa: ARG001
    """Continuous on a closed set; where f and the set repeat, one cell has all values, and it is
    bounded, or f is beyond one of its values outside of a bounded part of it (Weierstrass)."""
    land = ground(task)
    if not is_asked(task) or not land.has_all_edges or land.jumps:
        return None
    one = _cell(task)
    reason = None if one is None else _said(one, task, turn)
    if reason is None:
        return None
    found = attained(task, turn, "periodic", reason)
    return found or exists_but(task, turn, "periodic", SHORT["periodic"])


def _said(one: Cell, task: Task, turn: Turn) -> Words | None:
    """Why f attains its extreme values in the cell."""
    land = ground(one.task)
    continuous = land.continuous
    if continuous is None:
        return None
    if task.is_free and len(one.periods) == len(task.names):
        return PERIODIC
    bounded = land.bounded
    if bounded is not None:
        return reduce(with_next, (_repeats(one), bounded, *continuous, COMPACT))
    beyond = _level_set(one, land, task, turn)
    return None if beyond is None else reduce(with_next, (_repeats(one), *continuous, beyond))


def _level_set(one: Cell, land: Ground, task: Task, turn: Turn) -> Words | None:
    level = level_of(task, turn) if land.is_closed else None
    if level is None:
        return None
    level = Relation(one.task.f, level.sign, level.right)
    stated = (*land.ends, *land.own)
    box = whole_box((*map(against_zero, stated), level), one.task.names, stated)
    if box is None:
        return None
    ends = dict(one.periods)
    shown = quoted_box((n, *at) for n, at in box.items() if n not in ends)
    return words.LEVEL_SET[turn].filled(level=quoted(level), box=shown)


def _repeats(one: Cell) -> Words:
    cell = all_quoted(sides([each for each in one.task.sides if each[0] in dict(one.periods)]))
    moved = all_quoted(added((Name(name), step)) for name, step in one.periods)
    names = all_quoted(Name(name) for name, _ in one.periods)
    said = words.REPEATS_WITH if one.given else words.REPEATS
    return said.filled(moved=moved, names=names, cell=cell, given=all_quoted(one.given))


# --- the cell -----------------------------------------------------------------------------------


def _cell(task: Task) -> Cell | None:
    f, relations, box = task.f, [*task.relations], dict(task.sides)
    given: list[Relation] = []
    while own := solved_for(_zero(each) for each in relations if each.sign == "="):
        ((name, value),) = own.items()
        f = substitute(f, own)
        relations += sides(((name, box.pop(name, LINE)),))
        moved = (_put(each, own) for each in relations)
        relations = [each for each in moved if each.left != ZERO or each.sign != "="]
        given = [*(Relation(each.left, "=", substitute(each.right, own)) for each in given)]
        given.append(Relation(Name(name), "=", value))
    left = {each.left for each in given}
    names = tuple(name for name in task.names if Name(name) not in left)
    trees = [f, *map(_zero, relations)]
    trees += [_zero(need) for tree in trees for need in conditions(tree)]
    steps = ((name, common_period(trees, name)) for name in names if name not in box)
    periods = tuple((name, step) for name, step in steps if step is not None)
    if not periods:
        return None
    for name, step in periods:
        box[name] = Stretch(ZERO, step, (True, True))
    made = Task(f, names, tuple((n, box[n]) for n in names if n in box), tuple(relations))
    return Cell(made, tuple(given), periods)


def _put(each: Relation, own: dict[str, Tree]) -> Relation:
    return Relation(short(substitute(_zero(each), own)), each.sign, ZERO)


def _zero(each: Relation) -> Tree:
    return each.left if each.right == ZERO else added((each.left, negated(each.right)))
