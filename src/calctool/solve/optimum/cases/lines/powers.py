"""Powers with letters in the exponents that all terms of an equation share."""

from __future__ import annotations

from collections.abc import Sequence

from calctool.algebra.build import added, divided, multiplied, negated, raised
from calctool.algebra.field import Field
from calctool.notation.tree import (
    ONE,
    ZERO,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)


def common_powers(tree: Tree, names: Sequence[str]) -> tuple[Tree, Tree] | None:
    """a*x^(a - 1)*y^b - b*x^a*y^(b - 1) as (a*y - b*x) and x^(a - 1)*y^(b - 1); None where no
    variable has exponents with letters that differ by numbers. These powers are not 0, for
    their bases are positive."""
    terms = tree.terms if isinstance(tree, Sum) else ()
    parts = [_powers(term, names) for term in terms]
    if len(parts) < 2:
        return None
    shared: dict[str, Tree] = {}
    for name in names:
        exponents = [powers.get(name, ZERO) for _, powers in parts]
        if not any(each.names for each in exponents):
            continue
        apart = [_difference(each, exponents[0]) for each in exponents]
        known = [each for each in apart if each is not None]
        if len(known) < len(apart):
            return None
        shared[name] = exponents[known.index(min(known))]
    if not shared:
        return None
    left = []
    for rest, powers in parts:
        factors = [rest]
        for name, exponent in powers.items():
            own = exponent
            if name in shared:
                apart_ = _difference(exponent, shared[name])
                own = number(apart_ or 0)
            if own != ZERO:
                factors.append(raised(Name(name), own))
        left.append(multiplied(factors))
    by = multiplied(raised(Name(name), exponent) for name, exponent in shared.items())
    return added(left), by


def _powers(term: Tree, names: Sequence[str]) -> tuple[Tree, dict[str, Tree]]:
    """A term as what is no power of a variable, and the exponents of these."""
    turn: Tree = ONE
    below: Tree = ONE
    inner: Tree = term
    while isinstance(inner, Negative):
        turn = negated(turn)
        inner = inner.operand
    match inner:
        case Quotient(top, bottom):
            inner, below = top, bottom
    rest: list[Tree] = [turn]
    powers: dict[str, Tree] = {}
    for factor in inner.factors if isinstance(inner, Product) else (inner,):
        base: Tree = factor.base if isinstance(factor, Power) else factor
        exponent: Tree = factor.exponent if isinstance(factor, Power) else ONE
        if isinstance(base, Name) and base.id in names and base.id not in powers:
            powers[base.id] = exponent
        else:
            rest.append(factor)
    return divided(multiplied(rest), below), powers


def _difference(one: Tree, other: Tree) -> int | None:
    """Where it is a whole number."""
    own = Field()
    element = own.normal(added((one, negated(other))))
    tree = None if element is None else own.to_tree(element)
    value = None if tree is None else rational(tree)
    return int(value) if value is not None and value.denominator == 1 else None
