"""The one strategy: the first rule that fits is the one that is used."""

from functools import cache

from msgspec import Struct

from calctool.notation.tree import Call, Derivative, Name, Relation, Tree
from calctool.notation.walk import transform
from calctool.rules import GENERAL, functions
from calctool.rules.many import MANY
from calctool.rules.rule import Dependents, Rule, fill, fill_relation, match, trees


class Application(Struct, frozen=True):
    """One rule used once: D(operand) = after, with what its letters stood for."""

    rule: Rule
    before: Derivative
    after: Tree
    letters: tuple[tuple[str, Tree], ...]
    where: tuple[Relation, ...]


def apply(before: Derivative, dependents: Dependents) -> Application | None:
    """Use the first rule that fits D(u, x); None where there is none."""
    (x,) = before.variables
    tree = before.operand
    for rule in _candidates(type(tree).__name__, tree.function if isinstance(tree, Call) else ""):
        if rule.many:
            result = MANY[rule.id](tree, x, dependents)
            if result is not None:
                after, found, where = result
                return Application(rule, before, after, tuple(found.letters.items()), where)
            continue
        found_or_none = match(rule, tree, x, dependents)
        if found_or_none is not None:
            _, derivative, conditions = trees(rule)
            return Application(
                rule,
                before,
                fill(derivative, found_or_none, x),
                tuple(found_or_none.letters.items()),
                tuple(fill_relation(condition, found_or_none, x) for condition in conditions),
            )
    return None


@cache
def _candidates(kind: str, function: str) -> tuple[Rule, ...]:
    """The rules whose pattern can stand for such a tree at all, in their order."""
    chosen = []
    for rule in (*GENERAL, *(functions.of(function) if function else ())):
        pattern = trees(rule)[0]
        if isinstance(pattern, Name) or (
            type(pattern).__name__ == kind
            and (not isinstance(pattern, Call) or pattern.function == function)
        ):
            chosen.append(rule)
    return tuple(chosen)


def differentiate(tree: Tree, variable: str) -> Tree | None:
    """The derivative by the rules, without its steps; None where no rule fits.

    Each distinct sub-expression is differentiated once.
    """
    done: dict[Tree, Tree] = {}
    dependents = frozenset((variable,))
    stuck = False

    def change(at: Tree) -> Tree | None:
        nonlocal stuck
        if not isinstance(at, Derivative):
            return None
        if at not in done:
            use = apply(at, dependents)
            stuck = stuck or use is None
            done[at] = at if use is None else transform(use.after, change)
        return done[at]

    found = transform(Derivative(tree, (variable,)), change)
    return None if stuck else found
