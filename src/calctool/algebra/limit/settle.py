"""Small tidying inside a derivation: x*x to x^2, sin(0) to 0, 3^2 to 9; nothing is expanded."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from calctool import budget
from calctool.algebra.build import added, divided, negated, product, raised
from calctool.algebra.germ.expansion import constant_value
from calctool.algebra.real.ring import Undecided, Undefined
from calctool.algebra.real.writing import written
from calctool.notation.tree import (
    ONE,
    Call,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    number,
    rational,
)
from calctool.notation.walk import walk


def settled(tree: Tree) -> Tree:
    """The same value: equal factors and equal terms gathered, constants worked out."""
    done: dict[Tree, Tree] = {}
    for part in walk(tree):
        children = tuple(done[child] for child in part.children)
        done[part] = _one(part if children == part.children else part.rebuilt(children))
    return done[tree]


def _one(tree: Tree) -> Tree:
    if tree.children and not tree.names:
        return _constant(tree)
    match tree:
        case Negative(operand):
            return negated(operand)
        case Sum(terms):
            return _sum(terms)
        case Product():
            return _fraction(tree, ONE)
        case Quotient(numerator, denominator):
            return _fraction(numerator, denominator)
        case Power(base, exponent):
            return _power(base, exponent)
    return tree


def _power(base: Tree, exponent: Tree) -> Tree:
    """(x^2)^3 as x^6 and (-x)^2 as x^2; other exponents may not be multiplied."""
    n = rational(exponent)
    if isinstance(base, Negative) and n is not None and n % 2 == 0:
        base = base.operand
    if isinstance(base, Power) and n is not None and n.denominator == 1:
        m = rational(base.exponent)
        if m is not None and m.denominator == 1 and m * n > 0:
            return raised(base.base, number(m * n))
    return raised(base, exponent)


@lru_cache(maxsize=1024)
def _constant(tree: Tree) -> Tree:
    """A constant worked out, where that makes it shorter."""
    value = rational(tree)
    if value is not None:
        return number(value)
    if tree.size > budget.LIMIT_SETTLED_NODES:
        return tree
    try:
        found = written(constant_value(tree))
    except (Undecided, Undefined):
        return tree
    return found if found.size <= tree.size else tree


def _sum(terms: tuple[Tree, ...]) -> Tree:
    """Equal terms counted once: x + x is 2*x."""
    counts: dict[Tree, Fraction] = {}
    for term in terms:
        coefficient, rest = _split(term)
        counts[rest] = counts.get(rest, Fraction(0)) + coefficient
    if len(counts) == len(terms):
        return added(terms)
    return added(_scaled(count, rest) for rest, count in counts.items() if count)


def _split(term: Tree) -> tuple[Fraction, Tree]:
    match term:
        case Negative(operand):
            coefficient, rest = _split(operand)
            return -coefficient, rest
        case Number(value):
            return value, ONE
        case Product((Number(value), *factors)):
            return value, product(factors)
    return Fraction(1), term


def _scaled(count: Fraction, rest: Tree) -> Tree:
    size = number(abs(count))
    parts = [size] if rest == ONE else [rest] if abs(count) == 1 else [size, rest]
    made = product(f for part in parts for f in _listed(part))
    return negated(made) if count < 0 else made


def _listed(tree: Tree) -> tuple[Tree, ...]:
    return tree.factors if isinstance(tree, Product) else (tree,)


def _fraction(numerator: Tree, denominator: Tree) -> Tree:
    above, below = _gathered(numerator), _gathered(denominator)
    for base in [base for base in above if base in below]:
        shared = min(above[base], below[base])
        above[base] -= shared
        below[base] -= shared
    return divided(_product(above), _product(below))


def _gathered(tree: Tree) -> dict[Tree, Fraction]:
    """Whole powers by base."""
    found: dict[Tree, Fraction] = {}
    for factor in _listed(tree):
        base, power = factor, Fraction(1)
        if isinstance(factor, Power):
            exponent = rational(factor.exponent)
            if exponent is not None and exponent.denominator == 1 and exponent > 0:
                base, power = factor.base, exponent
        elif isinstance(factor, Call) and not factor.names:
            base = factor
        found[base] = found.get(base, Fraction(0)) + power
    return found


def _product(powers: dict[Tree, Fraction]) -> Tree:
    return product(raised(base, number(power)) for base, power in powers.items() if power)


def gathered(tree: Tree, name: str) -> Tree:
    """Roots and powers of one name as one power: cbrt(h)/h is 1/h^(2/3)."""
    above, below = tree.children if isinstance(tree, Quotient) else (tree, ONE)
    exponent = Fraction(0)
    kept: tuple[list[Tree], list[Tree]] = ([], [])
    for side, sign in ((above, 1), (below, -1)):
        for factor in _listed(side):
            power = _power_of(factor, name)
            exponent += sign * (power or 0)
            if power is None:
                kept[sign < 0].append(factor)
    if exponent.denominator == 1:
        return tree
    kept[exponent < 0].insert(0, _root(Name(name), abs(exponent)))
    under = product(kept[1])
    return product(kept[0]) if under == ONE else Quotient(product(kept[0]), under)


def _power_of(factor: Tree, name: str) -> Fraction | None:
    match factor:
        case Name(id) if id == name:
            return Fraction(1)
        case Call("sqrt" | "cbrt" as root, (Name(id),)) if id == name:
            return Fraction(1, 2 if root == "sqrt" else 3)
        case Call("root", (Name(id), degree)) if id == name:
            return 1 / (rational(degree) or Fraction(1))
        case Power(base, exponent):
            inner, outer = _power_of(base, name), rational(exponent)
            return None if inner is None or outer is None else inner * outer
    return None


def _root(base: Tree, exponent: Fraction) -> Tree:
    return Call("sqrt", (base,)) if exponent == Fraction(1, 2) else raised(base, number(exponent))
