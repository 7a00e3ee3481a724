"""The light clean-up after a rule: 4*x^(4-1) to 4*x^3, 1*u to u, a*(-b) to -(a*b).

Derivatives still to be found are left alone; nothing is reordered, merged or expanded.
"""

from __future__ import annotations

from collections.abc import Callable

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.notation.tree import (
    Derivative,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)


def clean(tree: Tree, done: dict[Tree, Tree] | None = None) -> Tree:
    """The same value in fewer marks; `done` remembers what was cleaned from call to call."""
    done = {} if done is None else done

    def go(at: Tree) -> Tree:
        found = done.get(at)
        if found is None:
            found = done[at] = at if isinstance(at, Derivative) else _cleaned(at, go)
            done.setdefault(found, found)
        return found

    return go(tree)


def _cleaned(tree: Tree, go: Callable[[Tree], Tree]) -> Tree:
    value = rational(tree)
    if value is not None:
        return tree if isinstance(tree, Number) else number(value)
    children = tuple(map(go, tree.children))
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
