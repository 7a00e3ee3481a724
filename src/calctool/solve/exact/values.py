"""Exact constants with their enclosures, and tangent lines."""

from __future__ import annotations

from calctool import budget
from calctool.algebra.ball import enclose
from calctool.algebra.clean import clean
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.algebra.tidy.collect import collected
from calctool.notation.tree import INFINITY, Name, Negative, Product, Sum, Tree
from calctool.solve.exact.record import Exact


def exact(tree: Tree) -> Exact:
    """A constant with its enclosure; infinite ones, and ones with names in them, have none."""
    is_number = not tree.names and tree not in (INFINITY, Negative(INFINITY))
    bounds = enclose(tree, budget.ENCLOSED_DIGITS) if is_number else None
    low, high = bounds if bounds is not None else (None, None)
    return Exact(tree, low, high)


def value_of(tree: Tree) -> Tree | None:
    """A constant worked out exactly; None where it has no value or none was found.

    >>> plain(value_of(tree("log(e^2)"))), value_of(tree("1/0"))
    ('2', None)
    """
    try:
        return written(constant_value(tree))
    except (Undecided, Undefined):
        return None


def exact_value(tree: Tree) -> Tree:
    """A constant worked out exactly where that is possible, else as it stands.

    >>> plain(exact_value(tree("sqrt(4) + cos(pi/3)")))
    '5/2'
    """
    return value_of(tree) or clean(tree)


def tangent(name: str, a: Tree, value: Tree, slope: Tree) -> Tree:
    """The line value + slope*(x - a), as slope*x + constant.

    >>> plain(tangent("x", tree("1"), tree("1"), tree("2")))
    '2*x - 1'
    """
    offset = Sum((value, Negative(Product((slope, a)))))
    constant = value_of(offset) or collected(clean(offset))
    return clean(Sum((Product((slope, Name(name))), constant)))
