"""The natural domain of an expression as written, as a list of conditions that must all hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from calctool.algebra.ball import Lack, Program
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.ranges import decided
from calctool.algebra.domain.reduction import opposite, reduced, truth
from calctool.algebra.domain.requirements import requirements
from calctool.algebra.field import prove_equal
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.notation.tree import Piecewise, Relation, Sign, Tree

if TYPE_CHECKING:
    from calctool.algebra.domain.guards import Guards


def conditions(tree: Tree) -> tuple[Relation, ...]:
    """What must hold for every sub-expression to have a real value, each thing said once.

    A condition that can never hold is listed as it is: see `is_empty`.

    >>> [plain(each) for each in conditions(tree("log(x)/(x - 2)"))]
    ['x > 0', 'x != 2']
    """
    all_needed = list(_needed(tree))
    if not all_needed:
        return ()
    from calctool.algebra.domain.guards import resolved

    found: dict[Relation, None] = {}
    for needed, guards in reversed(all_needed):
        found.update(dict.fromkeys(resolved(needed, guards)))
    return _without_implied(_joined(tuple(found)))


def is_empty(domain: Iterable[Relation]) -> bool:
    """Whether these conditions certainly contradict each other or themselves.

    >>> is_empty(conditions(tree("sqrt(-1 - x^2)"))), is_empty(conditions(tree("x/(x - x)")))
    (True, True)
    """
    return impossible(domain) is not None


def impossible(domain: Iterable[Relation]) -> Relation | None:
    """A condition that can not hold together with the others; None where none is known.

    >>> plain(impossible(conditions(tree("log(x)/(a - a)"))))
    'a - a != 0'
    """
    listed = tuple(domain)
    known = bounds(listed)
    apart = any(r.is_empty for r in known.values())
    for condition in listed:
        if truth(condition) is False or decided(condition, known) is False:
            return condition
    return next(filter(_never_holds, listed), listed[0] if apart else None)


@lru_cache(maxsize=256)
def _never_holds(condition: Relation) -> bool:
    """Whether both sides of u < v or u != v are proved to be the same, as in x - x != 0."""
    if condition.sign not in ("!=", "<", ">"):
        return False
    somewhere = {name: Fraction(3 + k, 7) for k, name in enumerate(sorted(condition.names))}
    left, right = Program((condition.left, condition.right)).balls(somewhere)
    if not isinstance(left, Lack) and not isinstance(right, Lack) and not left.overlaps(right):
        return False
    return prove_equal(condition.left, condition.right) is True


def implied(condition: Relation, domain: Iterable[Relation]) -> bool:
    """Whether a condition plainly follows from others."""
    listed = tuple(domain)
    known = bounds(listed)
    return all(part in listed or decided(part, known) is True for part in reduced(condition))


def _needed(tree: Tree) -> Iterator[tuple[Relation, Guards]]:
    """The requirements of all nodes, and the guards under which they matter, last written first."""
    seen: set[tuple[Tree, Guards]] = set()
    stack: list[tuple[Tree, Guards]] = [(tree, ())]
    while stack:
        at, guards = stack.pop()
        if (at, guards) in seen:
            continue
        seen.add((at, guards))
        if isinstance(at, Piecewise):
            inner, own = _branches(at, guards)
            yield from reversed(own)
        else:
            inner = [(child, guards) for child in at.children]
            yield from ((needed, guards) for needed in reversed(_own(at)))
        stack += inner


def _own(tree: Tree) -> tuple[Relation, ...]:
    try:
        return requirements(tree, constant_value)
    except (Undecided, Undefined):
        return ()


def _branches(
    tree: Piecewise, guards: Guards
) -> tuple[list[tuple[Tree, Guards]], list[tuple[Relation, Guards]]]:
    """The parts of a case distinction under their guards, and that some branch must be taken."""
    inner: list[tuple[Tree, Guards]] = []
    before = guards
    for value, condition in tree.branches:
        if condition is None:
            inner.append((value, before))
            return inner, []
        inner += [(condition.left, before), (condition.right, before)]
        inner.append((value, (*before, condition)))
        last, before = condition, (*before, opposite(condition))
    return inner, [(last, before[:-1])]


def _joined(listed: tuple[Relation, ...]) -> tuple[Relation, ...]:
    """u >= v and u != v are u > v."""
    strict: dict[Sign, Sign] = {">=": ">", "<=": "<"}
    apart = {(each.left, each.right) for each in listed if each.sign == "!="}
    joined: dict[Relation, None] = {}
    for each in listed:
        both = each.sign in strict and (each.left, each.right) in apart
        joined[Relation(each.left, strict[each.sign], each.right) if both else each] = None
    ends = {(each.left, each.right) for each in joined if each.sign in strict.values()}
    return tuple(
        each for each in joined if each.sign != "!=" or (each.left, each.right) not in ends
    )


def _without_implied(listed: tuple[Relation, ...]) -> tuple[Relation, ...]:
    kept = list(listed)
    for condition in listed:
        others = [other for other in kept if other is not condition]
        if decided(condition, bounds(others)) is True:
            kept = others
    return tuple(kept)
