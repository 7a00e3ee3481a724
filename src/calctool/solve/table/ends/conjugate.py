"""A difference with a square root, by its conjugate: sqrt(u) - v is (u - v^2)/(sqrt(u) + v)."""

from __future__ import annotations

from fractions import Fraction

from calctool.algebra.build import added, negated
from calctool.algebra.field import Field
from calctool.algebra.tidy.collect import collected
from calctool.notation.tree import (
    TWO,
    Call,
    Negative,
    Power,
    Product,
    Quotient,
    Sum,
    Tree,
    rational,
)


def by_conjugate(f: Tree) -> Quotient | None:
    """f as a quotient of what has no root and a sum; None where no single term of it is a root."""
    if not isinstance(f, Sum):
        return None
    roots = [term for term in f.terms if _has_root(term)]
    if not roots or len(roots) > 2 or (len(roots) == 2 and len(f.terms) > 2):
        return None
    root = next((each for each in roots if not isinstance(each, Negative)), roots[0])
    rest = added(term for term in f.terms if term is not root)
    numerator = _plain(Sum((Power(root, TWO), Negative(Power(rest, TWO)))))
    if numerator is None or _has_root(numerator):
        return None
    other = _plain(negated(rest)) if len(roots) == 1 else negated(rest)
    return None if other is None else Quotient(numerator, added((root, other)))


def plainly_apart(f: Tree, line: Tree) -> Tree | None:
    """f - line with what is alike cancelled, or by the conjugate."""
    difference = Sum((f, Negative(line)))
    written, reduced = collected(difference), _plain(difference)
    if reduced is None:
        return None
    return by_conjugate(written) or min((written, reduced), key=lambda tree: tree.size)


def _has_root(tree: Tree) -> bool:
    match tree:
        case Call("sqrt", _):
            return True
        case Power(_, exponent) if rational(exponent) == Fraction(1, 2):
            return True
        case Negative() | Product():
            return any(map(_has_root, tree.children))
        case Quotient(numerator, denominator):
            return _has_root(numerator) and not denominator.names
    return False


def _plain(tree: Tree) -> Tree | None:
    own = Field()
    found = own.normal(tree)
    return None if found is None else own.to_tree(found)
