"""The light clean-up after a rule: 4*x^(4-1) to 4*x^3, 1*u to u, a*(-b) to -(a*b).

Derivatives and limits still to be found are left alone; nothing is reordered, merged or expanded.
"""

from __future__ import annotations

from collections.abc import Callable

from calctool.algebra.build import added, divided, is_decimal, multiplied, negated, numeral, raised
from calctool.notation.tree import (
    Derivative,
    Limit,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)

Change = Callable[[Tree, tuple[Tree, ...]], Tree]
"""What becomes of a tree, given what became of its children."""


def clean(tree: Tree, done: dict[Tree, Tree] | None = None) -> Tree:
    """The same value in fewer marks; `done` remembers what was cleaned from call to call."""
    return from_leaves(tree, _cleaned, {} if done is None else done)


def from_leaves(tree: Tree, change: Change, done: dict[Tree, Tree]) -> Tree:
    """Each distinct part once, from the leaves up; what is still to be found stands."""
    waiting = [tree]
    while waiting:
        at = waiting[-1]
        if at in done:
            waiting.pop()
            continue
        unfinished = isinstance(at, (Derivative, Limit))
        inner = () if unfinished else at.children
        children = [done.get(child) for child in inner]
        if None in children:
            waiting += [
                child for child, known in zip(inner, children, strict=True) if known is None
            ]
            continue
        waiting.pop()
        new = at if unfinished else change(at, tuple(children))  # type: ignore[arg-type]
        # Parts that did not change stay the same objects: comparing deep trees stays cheap.
        if new is not at and new.key == at.key and new == at:
            new = at
        done[at] = new
        done.setdefault(new, new)
    return done[tree]


def _cleaned(tree: Tree, children: tuple[Tree, ...]) -> Tree:
    value = rational(tree)
    if value is not None:
        typed = isinstance(tree, Number) or (value < 0 and isinstance(tree.children[0], Number))
        return tree if typed else numeral(value, decimal=any(map(is_decimal, tree.children)))
    match tree:
        case Negative():
            return negated(children[0])
        case Sum():
            return added(children)
        case Product():
            return multiplied(children)
        case Quotient():
            return divided(*children)
        case Power():
            return raised(*children)
    same = all(a is b for a, b in zip(tree.children, children, strict=True))
    return tree if same else tree.rebuilt(children)
