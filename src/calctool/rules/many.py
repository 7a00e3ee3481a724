"""The rules for any number of parts: their text in the textbook is for two, here is the rest."""

from collections.abc import Callable

from calctool.notation.interior import Branches, open_branches
from calctool.notation.tree import (
    Applied,
    Call,
    Derivative,
    Negative,
    Piecewise,
    Product,
    Relation,
    Sign,
    Sum,
    Tree,
)
from calctool.rules.rule import Dependents, Match

Result = tuple[Tree, Match, tuple[Relation, ...]]
"""What stands after the rule, what its letters were, and what it needs."""


def _letters(*pairs: tuple[str, Tree]) -> Match:
    return Match(dict(pairs))


def _sum(tree: Tree, x: str, _: Dependents) -> Result | None:
    if not isinstance(tree, Sum):
        return None
    # The difference rule is the sum rule: (u - v)' = u' - v' in one line.
    terms = (
        Negative(Derivative(term.operand, (x,)))
        if isinstance(term, Negative)
        else Derivative(term, (x,))
        for term in tree.terms
    )
    pair = zip(("u", "v"), tree.terms, strict=True) if len(tree.terms) == 2 else ()
    return Sum(tuple(terms)), _letters(*pair), ()


def _product_of(factors: list[Tree]) -> Tree:
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def _constant_multiple(tree: Tree, x: str, dependents: Dependents) -> Result | None:
    if not isinstance(tree, Product):
        return None
    free = [factor for factor in tree.factors if factor.names.isdisjoint(dependents)]
    rest = [factor for factor in tree.factors if not factor.names.isdisjoint(dependents)]
    if not free or not rest:
        return None
    u = _product_of(rest)
    return (
        Product((*free, Derivative(u, (x,)))),
        _letters(("c", _product_of(free)), ("u", u)),
        (),
    )


def _product(tree: Tree, x: str, _: Dependents) -> Result | None:
    if not isinstance(tree, Product):
        return None
    factors = tree.factors
    terms = tuple(
        Product((*factors[:i], Derivative(factor, (x,)), *factors[i + 1 :]))
        for i, factor in enumerate(factors)
    )
    pair = zip(("u", "v"), factors, strict=True) if len(factors) == 2 else ()
    return Sum(terms), _letters(*pair), ()


def _chain_several(tree: Tree, x: str, dependents: Dependents) -> Result | None:
    if not isinstance(tree, Applied) or len(tree.arguments) == 1:
        return None
    terms: list[Tree] = []
    for i, argument in enumerate(tree.arguments):
        if argument.names.isdisjoint(dependents):
            continue
        orders = tuple(order + (j == i) for j, order in enumerate(tree.orders))
        outer = Applied(tree.function, tree.arguments, orders)
        terms.append(Product((outer, Derivative(argument, (x,)))))
    return terms[0] if len(terms) == 1 else Sum(tuple(terms)), Match({}), ()


def _open_and_derived(tree: Piecewise, x: str, dependents: Dependents) -> Branches:
    """A branch that is one branch itself is derived inside: two conditions are one stretch."""
    derived: list[tuple[Tree, Relation | None]] = []
    for value, condition in tree.branches:
        after: Tree = Derivative(value, (x,))
        if isinstance(value, Piecewise) and len(value.branches) == 1:
            inner = _open_and_derived(value, x, dependents)
            after = Piecewise(inner) if inner else after
        derived.append((after, condition))
    return open_branches(tuple(derived), dependents)


def _piecewise(tree: Tree, x: str, dependents: Dependents) -> Result | None:
    """On a boundary the derivative is a matter of the definition, not of the branches."""
    if not isinstance(tree, Piecewise):
        return None
    branches = _open_and_derived(tree, x, dependents)
    if not branches:
        return None
    where = tuple(
        Relation(condition.left, "!=", condition.right)
        for _, condition in tree.branches
        if condition is not None
    )
    return Piecewise(branches), Match({}), where


def _extreme(function: str) -> Callable[[Tree, str, Dependents], Result | None]:
    signs: tuple[Sign, Sign] = (">", "<") if function == "max" else ("<", ">")
    sign, turned = signs

    def apply(tree: Tree, x: str, _: Dependents) -> Result | None:
        if not isinstance(tree, Call) or tree.function != function:
            return None
        u, *others = dict.fromkeys(tree.arguments)
        if not others:
            return Derivative(u, (x,)), _letters(("u", u)), ()
        v = others[0] if len(others) == 1 else Call(function, tuple(others))
        after = Piecewise(
            (
                (Derivative(u, (x,)), Relation(u, sign, v)),
                (Derivative(v, (x,)), Relation(u, turned, v)),
            )
        )
        return after, _letters(("u", u), ("v", v)), (Relation(u, "!=", v),)

    return apply


MANY: dict[str, Callable[[Tree, str, Dependents], Result | None]] = {
    "sum": _sum,
    "constant-multiple": _constant_multiple,
    "product": _product,
    "chain-several": _chain_several,
    "piecewise": _piecewise,
    "maximum": _extreme("max"),
    "minimum": _extreme("min"),
}
