"""Constraints solved for some of the variables, so that f becomes a function of the others.

The branches together reach every feasible point and no other; where that is not certain there
is no reduction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.build import added, divided, multiplied, negated
from calctool.algebra.domain.conditions import conditions
from calctool.algebra.domain.fences import against_zero, fenced
from calctool.algebra.domain.reduction import truth
from calctool.algebra.field import is_zero
from calctool.algebra.solving import solutions
from calctool.notation.tree import (
    TWO,
    ZERO,
    Call,
    Power,
    Relation,
    Tree,
    number,
)
from calctool.notation.walk import substitute
from calctool.solve.exact.order import order
from calctool.solve.optimum.arguments.protocol import Task
from calctool.solve.optimum.problem import sides
from calctool.solve.stationary.explicit import coefficients
from calctool.solve.stationary.short import short


class Branch(Struct, frozen=True):
    """f in the `names` that are left, wherever all `kept` are >= 0 and all of `where` hold;
    `values` are the others, and `idle` values of those that f does not depend on, where they are
    known."""

    f: Tree
    names: tuple[str, ...]
    values: tuple[tuple[str, Tree], ...]
    kept: tuple[Tree, ...]
    where: tuple[Relation, ...] = ()
    idle: tuple[tuple[str, Tree], ...] = ()

    @property
    def function(self) -> Tree:
        """f as written, defined only at feasible points: by fences."""
        kept = [Relation(each, ">=", ZERO) for each in self.kept]
        said = tuple(map(against_zero, conditions(self.f)))
        needed = (each for _, value in self.values for each in conditions(value))
        where = (each for each in self.where if each not in said)
        return fenced(self.f, dict.fromkeys((*kept, *needed, *where)))


@lru_cache(maxsize=16)
def branches(task: Task) -> tuple[Branch, ...]:
    """All of the set; none where the relations could not be solved."""
    stated = (*sides(task.sides), *task.relations)
    known = [Relation(_difference(each), each.sign, ZERO) for each in stated]
    if any(each.sign in ("<", ">", "!=") or conditions(each.left) for each in known):
        return ()
    kept = [r.left if r.sign == ">=" else negated(r.left) for r in known if r.sign != "="]
    where = tuple(map(against_zero, conditions(task.f)))
    if any(each.sign not in (">=", ">", "!=") for each in where):
        return ()
    start = Branch(task.f, task.names, (), tuple(kept), where)
    found = _solved(start, tuple(each.left for each in known if each.sign == "="))
    return tuple(_projected(each) for each in found)


def _difference(each: Relation) -> Tree:
    return each.left if each.right == ZERO else added((each.left, negated(each.right)))


def _solved(branch: Branch, equations: tuple[Tree, ...]) -> tuple[Branch, ...]:
    equations = tuple(each for each in equations if not is_zero(each))
    if not equations:
        return (branch,)
    choices = [
        (_effort(found), index, name, found)
        for index, equation in enumerate(equations)
        for name in reversed(branch.names)
        if (found := coefficients(equation, name)) is not None
    ]
    for _, index, name, chosen in sorted(choices, key=lambda choice: choice[0]):
        values = _values(chosen, branch.names)
        if values and all(value.size <= budget.EXPLICIT_NODES for value in values):
            return _over(branch, equations[:index] + equations[index + 1 :], name, values)
    return ()


def _effort(found: Sequence[Tree]) -> tuple[int, bool]:
    """Low degrees first, and leading coefficients without variables."""
    return len(found), bool(found[-1].names)


def _over(
    branch: Branch, rest: tuple[Tree, ...], name: str, values: Sequence[Tree]
) -> tuple[Branch, ...]:
    """Each value put in; nothing at all where one of them leads no further."""
    found: list[Branch] = []
    for value in values:
        left = tuple(_put(each, {name: value}) for each in rest)
        ends = _solved(_with(branch, name, value), left)
        if not ends:
            return ()
        found += ends
    return tuple(found)


def _with(branch: Branch, name: str, value: Tree) -> Branch:
    own = {name: value}
    return Branch(
        _put(branch.f, own),
        tuple(each for each in branch.names if each != name),
        (*((other, _put(tree, own)) for other, tree in branch.values), (name, value)),
        tuple(_put(each, own) for each in branch.kept),
        tuple(left for each in branch.where if truth(left := _put_in(each, own)) is not True),
    )


def _put_in(condition: Relation, values: dict[str, Tree]) -> Relation:
    return Relation(_put(condition.left, values), condition.sign, condition.right)


def _put(tree: Tree, values: dict[str, Tree]) -> Tree:
    return short(substitute(tree, values)) if tree.names & values.keys() else tree


# --- one equation for one variable ----------------------------------------------------------------


def _values(listed: Sequence[Tree], names: Sequence[str]) -> tuple[Tree, ...]:
    """All roots, by a polynomial of degree 1 or 2 or a pure power; none where this is open."""
    degree, lead, constant = len(listed) - 1, listed[-1], listed[0]
    is_pure = all(each == ZERO for each in listed[1:-1])
    if not (is_pure or degree == 2) or not _keeps_its_degree(listed, names):
        return ()
    if not is_pure:
        return tuple(_by_formula(listed))
    value = short(negated(divided(constant, lead)))
    return (value,) if degree == 1 else _roots(value, degree)


def _keeps_its_degree(listed: Sequence[Tree], names: Sequence[str]) -> bool:
    """Whether at no point of the set the leading coefficient is zero."""
    *lower, lead = listed
    if lead.names.isdisjoint(names):
        return bool(order(lead))
    # A point of the set where it is zero needs all listed to be zero if there are but two.
    together = [lead, *lower] if all(each == ZERO for each in lower[1:]) else [lead]
    used = tuple(name for name in names if any(name in each.names for each in together))
    found = solutions([each for each in together if each != ZERO], used)
    return found.state == "complete" and not found.roots and not found.components


def _roots(value: Tree, degree: int) -> tuple[Tree, ...]:
    plain = {2: "sqrt", 3: "cbrt"}.get(degree)
    made = Call(plain, (value,)) if plain else Call("root", (value, number(degree)))
    return (made,) if degree % 2 else (made, negated(made))


def _by_formula(listed: Sequence[Tree]) -> Iterator[Tree]:
    c, b, a = listed
    inner = short(added([Power(b, TWO), negated(multiplied((number(4), a, c)))]))
    root, below = Call("sqrt", (inner,)), short(multiplied((TWO, a)))
    for each in (root, negated(root)):
        yield divided(added([short(negated(b)), each]), below)


# --- inequalities ---------------------------------------------------------------------------------


def _projected(branch: Branch) -> Branch:
    """Without variables that f does not depend on, where the inequalities bound them linearly
    (Fourier and Motzkin): such a value exists when no lower bound is above an upper one."""
    for name in branch.names:
        if len(branch.names) == 1 or name in branch.f.names:
            continue
        bounds = None if any(name in v.names for _, v in branch.values) else _bounds(branch, name)
        if bounds is not None:
            free, below, above = bounds
            pairs = (short(added([high, negated(low)])) for low, high in product(below, above))
            rest = tuple(each for each in branch.names if each != name)
            idle = _with_idle(branch, name, _allowed(below, above))
            return _projected(replace(branch, names=rest, kept=(*free, *pairs), idle=idle))
    return branch


def _allowed(below: Sequence[Tree], above: Sequence[Tree]) -> Tree | None:
    """A value between the bounds wherever there is one; None where that is no single formula."""
    if len(above) == 1:
        return above[0]
    if len(below) == 1:
        return below[0]
    return None if below or above else ZERO


def _with_idle(branch: Branch, name: str, value: Tree | None) -> tuple[tuple[str, Tree], ...]:
    if value is None:
        return tuple((other, at) for other, at in branch.idle if name not in at.names)
    known = ((other, _put(at, {name: value})) for other, at in branch.idle)
    return (*known, (name, value))


def _bounds(branch: Branch, name: str) -> tuple[list[Tree], list[Tree], list[Tree]] | None:
    """What does not speak of the name, its lower and its upper bounds."""
    free: list[Tree] = []
    below: list[Tree] = []
    above: list[Tree] = []
    for each in branch.kept:
        found = coefficients(each, name)
        if found is None and name not in each.names:
            free.append(each)
            continue
        if found is None or len(found) != 2 or found[1].names:
            return None
        sign = order(found[1])
        if not sign:
            return None
        bound = short(negated(divided(*found)))
        (below if sign > 0 else above).append(bound)
    return free, below, above
