"""Which powers of e and which roots of names an expression is written with, before it is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import reduce
from math import gcd, lcm

from calctool import budget
from calctool.algebra.build import divided, multiplied
from calctool.notation.tree import Call, E, Name, Power, Tree, number, rational
from calctool.notation.walk import walk


def degrees_of_roots(trees: Iterable[Tree]) -> dict[Name, int]:
    """For each name under a root, n such that all its roots are powers of its n-th root."""
    found: dict[Name, int] = {}
    for tree in trees:
        for part in walk(tree):
            base, degree = _root(part)
            if degree > 1 and isinstance(base, Name):
                found[base] = lcm(found.get(base, 1), degree)
    return {name: degree for name, degree in found.items() if degree <= budget.NAME_ROOT}


def _root(part: Tree) -> tuple[Tree, int]:
    match part:
        case Call("sqrt", (base,)):
            return base, 2
        case Call("cbrt", (base,)):
            return base, 3
        case Power(base, exponent):
            value = rational(exponent)
            return base, 1 if value is None else value.denominator
    return part, 1


def arguments_of_exponentials(tree: Tree) -> Iterator[Tree]:
    """What e is raised to, in any way of writing it."""
    for part in walk(tree):
        match part:
            case Call("exp", (argument,)):
                yield argument
            case Power(base, exponent) if base == E:
                yield exponent


def common_part(arguments: list[tuple[Tree, Fraction]]) -> Tree:
    """The argument of which all are whole multiples, given each with its ratio to the first."""
    tops = (abs(ratio.numerator) for _, ratio in arguments)
    bottoms = (ratio.denominator for _, ratio in arguments)
    unit = Fraction(reduce(gcd, tops), reduce(lcm, bottoms))
    for argument, ratio in arguments:
        if abs(ratio) == unit:
            return argument
    above = multiplied((number(unit.numerator), arguments[0][0]))
    return divided(above, number(unit.denominator))
