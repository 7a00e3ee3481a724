"""The linear forms through which a tree sees its names, and exact linear algebra with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from flint import fmpq_mat

from calctool.algebra.build import added, multiplied
from calctool.algebra.extrema.polynomials import Polynomial, fractions, polynomial, ratio
from calctool.notation.tree import Name, Sum, Tree, number

Form = tuple[Fraction, ...]
"""Coefficients of the names."""


def forms(tree: Tree, names: Sequence[str]) -> list[Form]:
    """A basis of linear forms such that the value of the tree depends on theirs alone.

    A polynomial is constant along d just where the sum of d_i times its derivative in name i
    vanishes; what is orthogonal to all such d are its forms.
    """
    return basis(_seen(tree, tuple(names)))


def _seen(tree: Tree, names: tuple[str, ...]) -> Iterator[Form]:
    if tree.names.isdisjoint(names):
        return
    p = polynomial(tree, names)
    if p is not None:
        yield from _of_polynomial(p, len(names))
        return
    if isinstance(tree, Sum):
        known = [(term, polynomial(term, names)) for term in tree.terms]
        polynomials = [p for _, p in known if p is not None]
        if polynomials:
            yield from _of_polynomial(sum(polynomials[1:], polynomials[0]), len(names))
        for term in (term for term, p in known if p is None):
            yield from _seen(term, names)
        return
    for child in tree.children:
        yield from _seen(child, names)


def _of_polynomial(p: Polynomial, count: int) -> Iterator[Form]:
    slopes = [fractions(p.derivative(index)) for index in range(count)]
    monomials = sorted({powers for slope in slopes for powers in slope})
    for powers in monomials:
        yield tuple(slope.get(powers, Fraction(0)) for slope in slopes)


def linear(tree: Tree, names: Sequence[str]) -> tuple[Form, Fraction] | None:
    """The coefficients and the constant of an affine tree over Q; None for any other."""
    p = polynomial(tree, names)
    if p is None or p.total_degree() > 1:
        return None
    terms = fractions(p)
    units = [tuple(int(i == j) for j in range(len(names))) for i in range(len(names))]
    own = tuple(terms.get(unit, Fraction(0)) for unit in units)
    return own, terms.get((0,) * len(names), Fraction(0))


def form_tree(form: Form, names: Sequence[str], constant: Fraction | int = 0) -> Tree:
    """The form as a sum."""
    parts = (multiplied((number(c), Name(name))) for c, name in zip(form, names, strict=True) if c)
    return added((*parts, number(constant)))


# --- matrices over Q ----------------------------------------------------------------------------


def _matrix(rows: Sequence[Form]) -> fmpq_mat:
    return fmpq_mat([[ratio(entry) for entry in row] for row in rows])


def _rows(matrix: fmpq_mat) -> list[Form]:
    table = matrix.tolist()
    return [tuple(Fraction(int(entry.p), int(entry.q)) for entry in row) for row in table]


def rank(rows: Sequence[Form]) -> int:
    """Of a matrix over Q."""
    return int(_matrix(rows).rank()) if rows else 0


def basis(rows: Iterator[Form] | Sequence[Form]) -> list[Form]:
    """The first of the rows that are independent."""
    made: list[Form] = []
    for row in rows:
        if any(row) and rank([*made, row]) > len(made):
            made.append(row)
    return made


def inverse(rows: Sequence[Form]) -> list[Form]:
    """Of a regular matrix."""
    return _rows(_matrix(rows).inv())


def completed(rows: Sequence[Form], count: int) -> list[Form]:
    """Independent rows, with units that make them a basis of all."""
    units = (tuple(Fraction(i == j) for j in range(count)) for i in range(count))
    return basis([*rows, *units])


def separated(groups: Sequence[list[Form]]) -> list[list[int]]:
    """The numbers of the groups, those together whose spans are not independent."""
    found = [([index], rows) for index, rows in enumerate(groups)]
    merged = True
    while merged:
        merged = False
        for at, (_, rows) in enumerate(found):
            others = basis([row for i, (_, each) in enumerate(found) if i != at for row in each])
            if rank([*rows, *others]) < len(rows) + len(others):
                found = _merged(found, at)
                merged = True
                break
    return [ours for ours, _ in found]


def _merged(
    found: list[tuple[list[int], list[Form]]], at: int
) -> list[tuple[list[int], list[Form]]]:
    """With one group joined to another that it meets, or to all where it meets only their sum."""
    ours, rows = found[at]
    for i, (theirs, each) in enumerate(found):
        if i != at and rank([*rows, *each]) < len(rows) + len(each):
            joined = (sorted(ours + theirs), basis([*rows, *each]))
            return [joined, *(one for k, one in enumerate(found) if k not in (at, i))]
    every = sorted(number for numbers, _ in found for number in numbers)
    return [(every, basis([row for _, each in found for row in each]))]
