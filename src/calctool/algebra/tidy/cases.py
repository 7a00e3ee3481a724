"""Case distinctions in a readable form: conditions solved, like cases merged, one distinction."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from calctool.algebra.clean import from_leaves
from calctool.algebra.domain.reduction import reduced, truth
from calctool.notation.tree import Piecewise, Relation, Tree
from calctool.notation.walk import transform

Branch = tuple[Tree, Relation | None]


def gathered(tree: Tree) -> Piecewise | None:
    """A tree whose case distinctions all ask the same, as one of them; None where it has none."""
    found = dict.fromkeys(_conditions(part) for part in _outermost(tree))
    if isinstance(tree, Piecewise):
        return tree
    if len(found) != 1:
        return None
    (asked,) = found
    return Piecewise(
        tuple((transform(tree, _taken(asked, place)), each) for place, each in enumerate(asked))
    )


def _outermost(tree: Tree) -> Iterator[Piecewise]:
    if isinstance(tree, Piecewise):
        yield tree
    else:
        for child in tree.children:
            yield from _outermost(child)


def _conditions(tree: Piecewise) -> tuple[Relation | None, ...]:
    return tuple(condition for _, condition in tree.branches)


def _taken(asked: tuple[Relation | None, ...], place: int) -> Callable[[Tree], Tree | None]:
    def change(at: Tree) -> Tree | None:
        if isinstance(at, Piecewise) and _conditions(at) == asked:
            return at.branches[place][0]
        return None

    return change


def solved(tree: Tree) -> Tree:
    """The same tree with the conditions of all its case distinctions solved and merged."""
    return from_leaves(tree, _solved_at, {})


def _solved_at(tree: Tree, children: tuple[Tree, ...]) -> Tree:
    same = all(a is b for a, b in zip(tree.children, children, strict=True))
    made = tree if same else tree.rebuilt(children)
    return merged(made.branches) if isinstance(made, Piecewise) else made


def merged(branches: tuple[Branch, ...]) -> Tree:
    """The same cases without those that never come true or say what the next one says."""
    listed: list[Branch] = []
    for value, condition in _flat(branches):
        plain = None if condition is None else _solved(condition)
        if plain is not None and truth(plain) is False:
            continue
        listed.append((value, plain))
        if plain is None:
            break
    while len(listed) > 1 and listed[-1][1] is None and listed[-2][0] == listed[-1][0]:
        del listed[-2]
    if len(listed) == 1 and listed[0][1] is None:
        return listed[0][0]
    return Piecewise(tuple(listed or branches))


def _flat(branches: tuple[Branch, ...]) -> Iterator[Branch]:
    """A case distinction in the last case goes on with the list."""
    for value, condition in branches:
        if condition is None and isinstance(value, Piecewise):
            yield from _flat(value.branches)
        else:
            yield value, condition


def _solved(condition: Relation) -> Relation | None:
    """Solved for the variable where one relation says it; None where it always holds."""
    found = reduced(condition)
    if not found:
        return None
    return found[0] if len(found) == 1 else condition
