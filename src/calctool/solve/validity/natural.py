"""The natural domain of an expression, as the conditions that an answer shows."""

from __future__ import annotations

from calctool.algebra.domain.conditions import conditions
from calctool.notation.tree import Name, Piecewise, Relation, Sign, Tree
from calctool.notation.walk import walk


def natural_domain(f: Tree) -> tuple[Relation, ...]:
    """Conditions in the names of f; those that hang on its branches are solved where one name
    is all that they hold, and stay case distinctions where that leads to no short answer."""
    found = conditions(f)
    if len(f.names) != 1 or not any(map(_by_cases, found)):
        return found
    (name,) = f.names
    solved = _solved(f, name)
    return found if solved is None else solved


def _by_cases(condition: Relation) -> bool:
    parts = (part for side in (condition.left, condition.right) for part in walk(side))
    return any(isinstance(part, Piecewise) for part in parts)


def _solved(f: Tree, name: str) -> tuple[Relation, ...] | None:
    """One interval, or the line without some points; None for anything else."""
    # The search for zeros takes longer to import than most derivatives to find.
    from calctool.algebra.roots import domain

    found = domain(f, name, whole=True)
    if found.state != "complete" or found.period is not None or found.isolated:
        return None
    x = Name(name)
    conditions: list[Relation | None] = []
    for before, piece in zip((None, *found.intervals), found.intervals, strict=False):
        start = None if piece.start is None else piece.start.tree
        if before is None:
            sign: Sign = ">=" if piece.closed[0] else ">"
            conditions += [_bound(x, sign, start)] if piece.start is not None else []
        else:
            end = None if before.end is None else before.end.tree
            is_hole = start == end and not (before.closed[1] or piece.closed[0])
            conditions.append(_bound(x, "!=", start) if is_hole else None)
    for last in found.intervals[-1:]:
        sign = "<=" if last.closed[1] else "<"
        conditions += [_bound(x, sign, last.end.tree)] if last.end is not None else []
    known = tuple(each for each in conditions if each is not None)
    return known if found.intervals and len(known) == len(conditions) else None


def _bound(x: Tree, sign: Sign, at: Tree | None) -> Relation | None:
    return None if at is None else Relation(x, sign, at)
