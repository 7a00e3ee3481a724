"""What a differentiation rule is, and how its text is matched and filled; no rule stands here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from calctool.notation.node import Node
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Applied, Call, Derivative, Name, Relation, Tree
from calctool.notation.walk import transform
from calctool.words import Words


class Rule(Struct, frozen=True, cache_hash=True):
    """One line of the textbook: D(pattern) = derivative, where `where` holds.

    In the texts `x` is the variable, `c` and `n` are free of it, `u` and `v` are anything, `f` is
    any undefined function; `D(u)` is a derivative still to be found. A `quiet` rule is folded
    into the step that exposes it. A rule for `many` parts is written for two and applied to
    all of them at once (rules/many.py).
    """

    id: str
    pattern: str
    derivative: str
    words: Words
    example: str
    where: tuple[str, ...] = ()
    quiet: bool = False
    many: bool = False

    @property
    def chained(self) -> bool:
        """Whether this is the derivative of one known function, so that u is inside it."""
        return isinstance(trees(self)[0], Call) and not self.many


class Match(Struct, frozen=True):
    """What the letters of a rule stand for, and the undefined function that `f` stands for."""

    letters: Mapping[str, Tree]
    function: Applied | None = None


Dependents = frozenset[str]
"""The names that are not constants: the variable, and names that stand for functions of it."""


@cache
def trees(rule: Rule) -> tuple[Tree, Tree, tuple[Relation, ...]]:
    """The rule's texts as trees, read once by calctool's own parser."""
    return _tree(rule.pattern), _tree(rule.derivative), tuple(map(_relation, rule.where))


def _tree(text: str) -> Tree:
    read = read_back(text)
    assert isinstance(read, Node), text  # noqa: S101 (a rule's text is ours, not a user's)
    return read


def _relation(text: str) -> Relation:
    read = read_back(text)
    assert isinstance(read, Relation), text  # noqa: S101
    return read


def match(rule: Rule, tree: Tree, variable: str, dependents: Dependents) -> Match | None:
    """How the rule's pattern fits a tree, or None."""
    pattern, _, _ = trees(rule)
    letters: dict[str, Tree] = {}
    function: list[Applied] = []
    if not _fits(pattern, tree, variable, dependents, letters, function):
        return None
    return Match(letters, function[0] if function else None)


def fits(
    pattern: Tree, tree: Tree, variable: str, dependents: Dependents, letters: dict[str, Tree]
) -> bool:
    """Whether a pattern fits a tree; what its letters stand for is put into `letters`."""
    return _fits(pattern, tree, variable, dependents, letters, [])


def _fits(
    pattern: Tree,
    tree: Tree,
    variable: str,
    dependents: Dependents,
    letters: dict[str, Tree],
    function: list[Applied],
) -> bool:
    if isinstance(pattern, Name):
        if pattern.id == "x":
            return tree == Name(variable)
        if pattern.id in ("c", "n") and not tree.names.isdisjoint(dependents):
            return False
        return letters.setdefault(pattern.id, tree) == tree
    if type(pattern) is not type(tree):
        return False
    if isinstance(pattern, Applied) and isinstance(tree, Applied):
        function.append(tree)
    elif isinstance(pattern, Call) and isinstance(tree, Call):
        if pattern.function != tree.function:
            return False
    elif not pattern.children:
        return pattern == tree
    parts, others = pattern.children, tree.children
    return len(parts) == len(others) and all(
        _fits(part, other, variable, dependents, letters, function)
        for part, other in zip(parts, others, strict=True)
    )


def fill(template: Tree, found: Match, variable: str) -> Tree:
    """The template with its letters put in; D(u) becomes the derivative in the variable."""

    def change(at: Tree) -> Tree | None:
        match at:
            case Name("x"):
                return Name(variable)
            case Name(letter):
                return found.letters.get(letter, at)
            case Derivative(operand, ()):
                return Derivative(transform(operand, change), (variable,))
            case Applied(_, arguments, (raised,)) if found.function is not None:
                inner = tuple(transform(argument, change) for argument in arguments)
                return Applied(found.function.function, inner, (found.function.orders[0] + raised,))
        return None

    return transform(template, change)


def fill_relation(template: Relation, found: Match, variable: str) -> Relation:
    """A rule's condition with its letters put in."""
    return Relation(
        fill(template.left, found, variable), template.sign, fill(template.right, found, variable)
    )
