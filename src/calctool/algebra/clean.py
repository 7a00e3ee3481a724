"""The light clean-up after a rule: 4*x^(4-1) to 4*x^3, 1*u to u, a*(-b) to -(a*b).

Derivatives and limits still to be found are left alone; nothing is reordered, merged or expanded.
"""

from __future__ import annotations

import operator
from collections.abc import Callable

from calctool.algebra.build import added, divided, is_decimal, multiplied, negated, numeral, raised
from calctool.notation.tree import (
    Derivative,
    E,
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

_STANDING = (Derivative, Limit)
Change = Callable[[Tree, tuple[Tree, ...]], Tree]
"""What becomes of a tree, given what became of its children; a leaf stands as it is."""


def clean(tree: Tree, done: dict[Tree, Tree] | None = None) -> Tree:
    """The same value in fewer marks; `done` remembers what was cleaned from call to call.

    >>> plain(clean(tree("1*x^(4-1) + 0")))
    'x^3'
    """
    return from_leaves(tree, _cleaned, {} if done is None else done)


def from_leaves(tree: Tree, change: Change, done: dict[Tree, Tree]) -> Tree:
    """Each distinct part once, from the leaves up; what is still to be found stands."""
    known = done.get

    def go(at: Tree) -> Tree:
        found = known(at)
        if found is not None:
            return found
        if isinstance(at, _STANDING):
            new: Tree = at
        else:
            new = change(at, tuple([go(part) if part.children else part for part in at.children]))
        # Parts that did not change stay the same objects: comparing deep trees stays cheap.
        if new is not at:
            if new.key == at.key and new == at:
                new = at
            else:
                done.setdefault(new, new)
        done[at] = new
        return new

    return go(tree) if tree.children else tree


def _cleaned(tree: Tree, children: tuple[Tree, ...]) -> Tree:
    same = all(map(operator.is_, tree.children, children))
    if same and _is_clean(tree):
        return tree
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
    return tree if same else tree.rebuilt(children)


def _is_clean(tree: Tree) -> bool:
    """Whether there is nothing to do for a tree with clean children, as for most there is not."""
    match tree:
        case Sum(terms):
            values = [rational(term) for term in terms]
            return None in values and 0 not in values and not any(map(_is_sum, terms))
        case Negative(operand):
            return not isinstance(operand, Negative | Quotient) and rational(operand) != 0
        case Product(factors):
            return _is_plain(factors[_is_led_by_number(factors) :])
        case Quotient(above, below):
            sides = _factors(above), _factors(below)
            led = [_is_led_by_number(side) for side in sides]
            return not all(led) and all(
                _is_plain(side[start:]) for side, start in zip(sides, led, strict=True)
            )
        case Power(base, exponent):
            return rational(exponent) not in (0, 1) and rational(base) != 1 and base != E
    return True


def _is_sum(tree: Tree) -> bool:
    return isinstance(tree, Sum)


def _is_led_by_number(factors: tuple[Tree, ...]) -> bool:
    """Whether a whole number that is not 0 or 1 stands first."""
    first = factors[0]
    return isinstance(first, Number) and first.value > 1 and first.value.denominator == 1


def _is_plain(factors: tuple[Tree, ...]) -> bool:
    """Whether all of them stay factors."""
    return not any(isinstance(each, Number | Negative | Product | Quotient) for each in factors)


def _factors(tree: Tree) -> tuple[Tree, ...]:
    return tree.factors if isinstance(tree, Product) else (tree,)
