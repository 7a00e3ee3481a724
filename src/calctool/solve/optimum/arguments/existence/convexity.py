"""Whether f and the set are convex, by second derivatives that are constant or stand alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from calctool.algebra.build import added, negated
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.extrema.forms.inertia import inertia
from calctool.algebra.extrema.scalars import Constant
from calctool.algebra.field import is_zero
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.local.switches import switches
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import ZERO, Relation, Sign, Tree
from calctool.solve.optimum.arguments.protocol import Task
from calctool.solve.stationary.manifold import Row, gradient

_SIDES: dict[Sign, int] = {"=": 0, "<=": 1, "<": 1, ">=": -1, ">": -1}


def is_convex_problem(task: Task, f: Tree, turn: int) -> bool:
    """Whether f (turn -1) or -f (turn 1) is convex on a convex domain, the equalities are affine
    and the other conditions leave a convex set."""
    if any(each.sign == "!=" for each in task.relations):
        return False
    zeros = ((added((r.left, negated(r.right))), _SIDES[r.sign]) for r in task.relations)
    trees = [(f, -turn), *zeros]
    domain = tuple(dict.fromkeys(need for tree, _ in trees for need in conditions(tree)))
    if not _leaves_convex_set(domain, task.names):
        return False
    if any(switches(tree) and not _switches_outside(tree, domain) for tree, _ in trees):
        return False
    return all(_is_convex(tree, side, task.names, domain) for tree, side in trees)


def _leaves_convex_set(domain: Iterable[Relation], names: Sequence[str]) -> bool:
    """Whether each u > 0 cuts a convex set out of what those before it leave: where u is concave.

    x^2 - 1 >= 0 leaves two pieces.
    """
    before: tuple[Relation, ...] = ()
    for need in sorted(domain, key=lambda need: need.left.size + need.right.size):
        if need.sign in ("!=", "="):
            return False
        u = added((need.left, negated(need.right)))
        side = -1 if need.sign in (">", ">=") else 1
        is_defined = all(implied(each, before) for each in conditions(u))
        if not is_defined or switches(u) or not _is_convex(u, side, names, before):
            return False
        before = (*before, need)
    return True


def _switches_outside(tree: Tree, domain: Iterable[Relation]) -> bool:
    known = tuple(domain)
    return all(
        implied(Relation(each.relation.left, "!=", each.relation.right), known)
        for each in switches(tree)
    )


def _is_convex(tree: Tree, side: int, names: Sequence[str], domain: tuple[Relation, ...]) -> bool:
    """Whether side*tree is convex; for side 0 whether the tree is affine."""
    rows = [gradient(slope, names) for slope in gradient(tree, names)]
    if all(is_zero(entry) for row in rows for entry in row):
        return True
    if not side:
        return False
    turned = [row if side > 0 else tuple(map(negated, row)) for row in rows]
    return _by_constants(turned) or _by_diagonal(turned, domain)


def _by_constants(rows: Sequence[Row]) -> bool:
    try:
        matrix = [[Constant(constant_value(entry)) for entry in row] for row in rows]
        found = inertia(matrix)
    except (Undecided, Undefined):
        return False
    return found is not None and not found.negative


def _by_diagonal(rows: Sequence[Row], domain: tuple[Relation, ...]) -> bool:
    for i, row in enumerate(rows):
        if any(j != i and not is_zero(entry) for j, entry in enumerate(row)):
            return False
        if not is_zero(row[i]) and not implied(Relation(row[i], ">=", ZERO), domain):
            return False
    return True
