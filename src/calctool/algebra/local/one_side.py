"""What a function with switches is on one side of a point: |h| is h for all small h > 0."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from calctool import budget
from calctool.algebra import facts
from calctool.algebra.germ.expansion import Expansion, constant_value
from calctool.algebra.germ.series import Side
from calctool.algebra.germ.taylor import constant_of
from calctool.algebra.real.ring import Real, Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.notation.tree import Call, Piecewise, Relation, Tree
from calctool.notation.walk import transform


def on_side(tree: Tree, name: str, point: Tree, side: Side) -> Tree:
    """The tree without the switches that are settled for all points near `point` on the side."""
    try:
        branch = _Branch(name, constant_value(point), side)
    except (Undecided, Undefined):
        return tree
    return transform(tree, branch.settled)


Found = TypeVar("Found")


class _Branch:
    def __init__(self, name: str, point: Real, side: Side) -> None:
        self.expansions = [Expansion(name, point, side, keep) for keep in budget.EXPANSION_TERMS]

    def settled(self, tree: Tree) -> Tree | None:
        """The branch of this node, itself without switches; None where it is no switch."""
        if not isinstance(tree, Piecewise) and not (
            isinstance(tree, Call) and facts.is_switching(tree.function)
        ):
            return None
        try:
            return transform(self._branch(tree), self.settled)
        except (Undecided, Undefined):
            return tree

    def _branch(self, tree: Tree) -> Tree:
        match tree:
            case Piecewise(branches):
                for value, condition in branches:
                    if self._holds(condition):
                        return value
                raise Undefined
            case Call("max" | "min" as id, arguments):
                return self._extreme(arguments, least=id == "min")
            case Call("floor", (_,)):
                return written(self._first(lambda e: constant_of(e.of(tree))))
            case Call():
                return self._written_out(tree)
        raise Undecided

    def _written_out(self, call: Call) -> Tree:
        by_cases = facts.pieces(call)
        if by_cases is not None:
            return self._branch(by_cases)
        return facts.filled(facts.of(call).definition, call.arguments)

    def _extreme(self, arguments: tuple[Tree, ...], *, least: bool) -> Tree:
        best, *others = arguments
        for other in others:
            if self._holds(Relation(other, "<" if least else ">", best)):
                best = other
        return best

    def _holds(self, relation: Relation | None) -> bool:
        return relation is None or self._first(lambda expansion: expansion.holds(relation))

    def _first(self, ask: Callable[[Expansion], Found]) -> Found:
        """The answer of the shortest expansion that has one; raises Undecided."""
        for expansion in self.expansions[:-1]:
            try:
                return ask(expansion)
            except Undecided:
                continue
        return ask(self.expansions[-1])
