"""Going through trees: every distinct part once, rewriting, putting in."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from operator import is_, is_not

from calctool.notation.tree import Name, Number, Tree


def walk(tree: Tree) -> Iterator[Tree]:
    """Every distinct sub-expression once, children before parents.

    >>> sorted(plain(part) for part in walk(tree("x + sin(x)")))
    ['sin(x)', 'x', 'x + sin(x)']
    """
    seen: set[Tree] = set()
    stack: list[tuple[Tree, Iterator[Tree]]] = [(tree, iter(tree.children))]
    while stack:
        at, left = stack[-1]
        for child in left:
            if child in seen:
                continue
            if child.children:
                stack.append((child, iter(child.children)))
                break
            seen.add(child)
            yield child
        else:
            stack.pop()
            seen.add(at)
            yield at


def new_parts(tree: Tree, known: Container[Tree], closed: tuple[type, ...] = ()) -> Iterator[Tree]:
    """Each distinct part that is not known, after its own parts; those of `closed` have none.

    It has to be known before the next one is asked for.
    """
    stack: list[Tree | None] = [tree]
    while stack:
        at = stack.pop()
        if at is None:
            at = stack.pop()
            if at is not None and at not in known:
                yield at
        elif at not in known:
            inner = () if isinstance(at, closed) else at.children
            missing = [part for part in inner if part not in known]
            if missing:
                stack += (at, None, *missing)
            else:
                yield at


def occurrences(tree: Tree, name: str) -> int:
    """How often a name stands in a tree, parts that repeat counted each time."""
    found: dict[Tree, int] = {}
    for at in walk(tree):
        if isinstance(at, Name):
            found[at] = int(at.id == name)
        else:
            found[at] = sum(found[child] for child in at.children)
    return found[tree]


def interned(tree: Tree) -> Tree:
    """The same tree with equal parts as one object, but for those that hold a typed decimal."""
    known: dict[Tree, Tree] = {}
    decimals: set[int] = set()
    """Parts that hold a typed decimal, by identity: 0.5 and 0.50 are equal."""

    def go(at: Tree) -> Tree:
        if children := at.children:
            new = tuple(map(go, children))
            if any(map(is_not, new, children)):
                at = at.rebuilt(new)
            if decimals and not decimals.isdisjoint(map(id, new)):
                decimals.add(id(at))
                return at
        elif isinstance(at, Number) and at.typed:
            decimals.add(id(at))
            return at
        return known.setdefault(at, at)

    return go(tree)


def transform(tree: Tree, change: Callable[[Tree], Tree | None]) -> Tree:
    """Rewrite from the outside in: a tree that `change` gives stands, else the children go on."""
    done: dict[Tree, Tree] = {}

    def go(at: Tree) -> Tree:
        known = done.get(at)
        if known is not None:
            return known
        new = change(at)
        if new is None:
            children = at.children
            changed = [go(child) for child in children]
            same = all(map(is_, children, changed))
            new = at if same else at.rebuilt(tuple(changed))
        done[at] = new
        return new

    return go(tree)


def substitute(tree: Tree, values: Mapping[str, Tree]) -> Tree:
    """Put trees for names, all at once.

    >>> from calctool.notation.tree import number
    >>> plain(substitute(tree("x^2 + y"), {"x": number(3)}))
    '3^2 + y'
    """

    def change(at: Tree) -> Tree | None:
        if isinstance(at, Name):
            return values.get(at.id, at)
        return at if at.names.isdisjoint(values) else None

    return transform(tree, change)
