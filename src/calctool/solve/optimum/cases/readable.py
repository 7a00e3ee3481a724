"""Conditions on letters as they are read: a^2 < 4 as -2 < a < 2."""

from __future__ import annotations

from itertools import pairwise, product

from calctool import budget
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.space.polynomials import fraction_of, told
from calctool.algebra.domain.conditions import conditions, implied
from calctool.algebra.domain.requirements import compare as fulfils
from calctool.algebra.roots import LINE, Interval, Point, inside, zeros
from calctool.algebra.roots.functions.branches import difference
from calctool.notation.tree import ZERO, Name, Relation, Sign, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Case, Condition
from calctool.solve.exact.order import order
from calctool.solve.table.cases.conditions import condition
from calctool.solve.table.cases.united import united


def readable(case: Case) -> Case:
    """The same case; relations in one letter alone are solved for it."""
    groups: list[tuple[Relation, ...]] = []
    for group in case.when:
        parts = [_solved(each) for each in group]
        if sum(len(part) > 1 for part in parts) > 1:
            return case
        groups += [tuple(dict.fromkeys(r for part in one for r in part)) for one in product(*parts)]
    return Case(tuple(groups), case.answer)


def shorter(case: Case, assumed: tuple[Relation, ...]) -> Case:
    """The same case without what is assumed anyway, or what the rest of its condition says."""
    groups = (_without_implied(tuple(map(_linear, group)), assumed) for group in case.when)
    return Case(tuple(dict.fromkeys(groups)), case.answer)


def _without_implied(
    group: tuple[Relation, ...], assumed: tuple[Relation, ...]
) -> tuple[Relation, ...]:
    kept = list(dict.fromkeys(group))
    for each in group:
        rest = [other for other in kept if other != each]
        if each.sign != "=" and each in kept and implied(each, (*rest, *assumed)):
            kept = rest
    return tuple(kept)


def _linear(relation: Relation) -> Relation:
    """p - q < 0 as p < q."""
    letters = tuple(sorted(relation.names))
    if relation.right != ZERO or len(letters) < 2 or relation.sign not in _SIGNS:
        return relation
    try:
        p, below = fraction_of(relation.left, letters)
    except NoMethod:
        return relation
    if not below.is_constant() or p.total_degree() != 1:
        return relation
    sign = _SIGNS[relation.sign]
    return told(p, sign if sign is None or below.leading_coefficient() > 0 else -sign, letters)


_SIGNS: dict[Sign, int | None] = {"<": -1, "=": 0, ">": 1, "!=": None}


def _solved(relation: Relation) -> Condition:
    if len(relation.names) != 1 or (isinstance(relation.left, Name) and not relation.right.names):
        return ((relation,),)
    (letter,) = relation.names
    tree = difference(relation)
    found = None if conditions(tree) else zeros(tree, letter, (LINE,), whole=True)
    if found is None or found.state != "complete" or found.families or found.flat:
        return ((relation,),)
    if relation.sign == "!=":
        values = [zero.at.tree for zero in found.zeros]
        if any(value is None for value in values):
            return ((relation,),)
        return (tuple(Relation(Name(letter), "!=", v) for v in values if v is not None),)
    try:
        return _stretches(relation, tree, letter, [zero.at for zero in found.zeros])
    except NoMethod:
        return ((relation,),)


def _stretches(relation: Relation, tree: Tree, letter: str, at: list[Point]) -> Condition:
    if len(at) > budget.CELLS:
        raise NoMethod
    points = [None, *at, None]
    listed: list[Condition] = []
    for start, end in pairwise(points):
        sign = order(substitute(tree, {letter: number(inside(start, end))}))
        if sign is None:
            raise NoMethod
        if fulfils(sign, relation):
            listed.append((condition(Interval(start, end), letter),))
        if end is not None and fulfils(0, relation):
            listed.append((condition(Interval(end, end, (True, True)), letter),))
    return united(listed) or ((relation,),)
