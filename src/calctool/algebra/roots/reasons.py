"""The sentence that says why a list of zeros is complete, or where it is not."""

from __future__ import annotations

from calctool.algebra.roots.found import Found
from calctool.algebra.roots.functions.analytic import factors
from calctool.algebra.roots.functions.branches import formula_switches
from calctool.algebra.roots.methods.polynomial import polynomial_zeros
from calctool.algebra.roots.points.point import Bounds
from calctool.notation.quoted import quoted
from calctool.notation.tree import (
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
from calctool.notation.walk import walk
from calctool.words import Words
from calctool.words.proofs import roots as words


def method_of(found: Found) -> str:
    """The id of the method that found all; "product" for more than one."""
    if len(found.methods) == 1:
        return found.methods[0]
    return "product" if found.methods else "no-zero"


def reason_for(tree: Tree, name: str, found: Found, window: Bounds) -> Words:
    """Why the zeros are all there are, or how far that was proved."""
    if found.state == "partial":
        return words.PARTIAL.filled(count=len(found.undecided))
    if found.state == "window":
        low, high = (quoted(number(end)) for end in window)
        return words.WINDOW.filled(low=low, high=high)
    if found.methods == ("polynomial",):
        return _of_polynomial(tree, name)
    listed = [words.METHODS[method] for method in found.methods if method != "no-zero"]
    listed = [words.POLYNOMIAL["plain"] if w is words.METHODS["polynomial"] else w for w in listed]
    listed = listed or [words.METHODS["no-zero"]]
    if len(listed) == 1:
        return listed[0]
    en, zh = ", and ".join(w.en for w in listed), "，并且".join(w.zh for w in listed)
    return words.BY_PARTS.filled(en=en, zh=zh)


def _of_polynomial(tree: Tree, name: str) -> Words:
    """With its degree, where the function itself is a polynomial."""
    parts = factors(tree, name).parts if _is_plain(tree, name) else ()
    if not parts or any(len(p.moving) != 1 for p, _ in parts):
        return words.POLYNOMIAL["plain"]
    if not all(_keeps_polynomials(part, name) for part in walk(tree)):
        return words.POLYNOMIAL["factor"]
    degree = sum(int(p.field.ring.degrees(p.polynomial)[p.moving[0]]) * n for p, n in parts)
    count = sum(len(polynomial_zeros(p) or ()) for p, _ in parts)
    facts = {"degree": degree, "count": count}
    if count < 2:
        return words.POLYNOMIAL["one-root" if count else "no-root"].filled(**facts)
    return words.METHODS["polynomial"].filled(**facts)


def _keeps_polynomials(part: Tree, name: str) -> bool:
    """Whether the part is a polynomial in the name when its operands are."""
    if name not in part.names or isinstance(part, Name | Negative | Sum | Product):
        return True
    if isinstance(part, Quotient):
        return name not in part.denominator.names
    exponent = rational(part.exponent) if isinstance(part, Power) else None
    return exponent is not None and exponent.denominator == 1 and exponent >= 0


def _is_plain(tree: Tree, name: str) -> bool:
    return not formula_switches(tree, name)
