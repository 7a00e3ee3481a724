"""Trees as functions of one inner polynomial: F with f = F(g)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce
from math import gcd

from calctool.algebra.build import added, multiplied, raised
from calctool.algebra.extrema.polynomials import (
    Polynomial,
    fractions,
    monomial_tree,
    polynomial,
    ratio,
    tree_of,
)
from calctool.notation.tree import Call, Name, Sum, Tree, number
from calctool.notation.walk import walk


def inner_functions(f: Tree, names: Sequence[str]) -> Iterator[Tree]:
    """What f may be a function of: parts of it with all names, the shortest first, each without
    its constant term and factor, and below a common power of its factors."""
    seen: set[Tree] = set()
    parts = (p for part in walk(f) for p in _polynomials(part, names))
    found = [made for p in parts for made in _simplest(p, names)]
    others = [part for part in walk(f) if part.names.issuperset(names) and isinstance(part, Call)]
    for each in sorted((*found, *others), key=lambda tree: tree.size):
        if each not in seen and each != f and each.names.issuperset(names):
            seen.add(each)
            yield each


def _polynomials(part: Tree, names: Sequence[str]) -> Iterator[Polynomial]:
    if not part.names.issuperset(names):
        return
    p = polynomial(part, names)
    if p is not None:
        yield p
    elif isinstance(part, Sum):
        known = [own for term in part.terms if (own := polynomial(term, names)) is not None]
        if len(known) > 1:
            yield reduce(lambda a, b: a + b, known)


def _simplest(p: Polynomial, names: Sequence[str]) -> Iterator[Tree]:
    """x*y for 3*x^2*y^2 + 1."""
    terms = {powers: c for powers, c in fractions(p).items() if any(powers)}
    if len(terms) == 1:
        ((powers, _),) = terms.items()
        common = gcd(*powers)
        yield monomial_tree(Fraction(1), tuple(n // common for n in powers), names)
        return
    if terms:
        lead = next(iter(terms.values()))
        own = p.context().from_dict({powers: ratio(c / lead) for powers, c in terms.items()})
        yield tree_of(own, names)


def as_function_of(f: Tree, g: Tree, names: Sequence[str], letter: str) -> Tree | None:
    """F(letter) with F(g) = f wherever f is defined; None where none was found."""
    p = polynomial(g, names)
    made = _rewritten(f, g, p, tuple(names), letter)
    return made if made.names.isdisjoint(names) else None


def _rewritten(
    tree: Tree, g: Tree, p: Polynomial | None, names: tuple[str, ...], letter: str
) -> Tree:
    if tree.names.isdisjoint(names):
        return tree
    if tree == g:
        return Name(letter)
    own = None if p is None else polynomial(tree, names)
    if own is not None and p is not None:
        return _expanded(own, p, letter) or tree
    if p is not None and isinstance(tree, Sum):
        known = [(term, polynomial(term, names)) for term in tree.terms]
        whole = [q for _, q in known if q is not None]
        made = _expanded(reduce(lambda a, b: a + b, whole), p, letter) if len(whole) > 1 else None
        if made is not None:
            rest = (_rewritten(t, g, p, names, letter) for t, q in known if q is None)
            return added((made, *rest))
    if not tree.children:
        return tree
    return tree.rebuilt(tuple(_rewritten(each, g, p, names, letter) for each in tree.children))


def _expanded(q: Polynomial, p: Polynomial, letter: str) -> Tree | None:
    """q written in powers of p with constant coefficients."""
    if p.is_constant():
        return None
    digits = []
    while q:
        q, digit = divmod(q, p)
        if not digit.is_constant():
            return None
        digits.append(fractions(digit).get((0,) * len(p.context().gens()), 0))
    powers = ((c, n) for n, c in reversed([*enumerate(digits)]) if c)
    return added(multiplied((number(c), raised(Name(letter), number(n)))) for c, n in powers)
