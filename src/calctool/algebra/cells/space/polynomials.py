"""Trees in letters as polynomials of the ring of the letters, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from calctool.algebra.build import added, multiplied, negated, raised
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.space.open_cells import ring, terms
from calctool.algebra.factoring import factored
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Polynomial
from calctool.algebra.roots import LINE, zeros
from calctool.notation.between import TURNED
from calctool.notation.tree import Name, Negative, Relation, Sign, Sum, Tree, number


def fraction_of(tree: Tree, letters: Sequence[str]) -> tuple[Polynomial, Polynomial]:
    """Numerator and denominator; NoMethod where the tree is not rational over Q in the letters."""
    own = Field()
    element = own.normal(tree)
    if element is None:
        raise NoMethod
    found = []
    for p in element.parts():
        made: dict[tuple[int, ...], int] = {}
        for powers, c in own.ring.terms(p):
            at = [0] * len(letters)
            for index, power in enumerate(powers):
                if power:
                    kernel = own.kernels[index]
                    if kernel.kind != "name" or kernel.data not in letters:
                        raise NoMethod
                    at[letters.index(kernel.data)] = power
            made[tuple(at)] = c
        found.append(ring(len(letters)).from_dict(made))
    return found[0], found[1]


def factors(tree: Tree, letters: Sequence[str]) -> Iterator[Polynomial]:
    """Irreducible polynomials that vanish wherever the tree does or has no value, by a sign that a
    reader expects."""
    if len(tree.names) == 1:
        yield from _of_one(tree, letters)
        return
    for p in fraction_of(tree, letters):
        if not p:
            raise NoMethod
        if not p.is_constant():
            yield from (upright(factor) for factor, _ in factored(p)[1])


def _of_one(tree: Tree, letters: Sequence[str]) -> Iterator[Polynomial]:
    """Those of a function of one letter: ln(a) is 0 where a - 1 is."""
    (letter,) = tree.names
    try:
        both = fraction_of(tree, letters)
    except NoMethod:
        found = zeros(tree, letter, (LINE,), whole=True)
        if found.state != "complete" or found.families or found.flat:
            raise
        for zero in found.zeros:
            if zero.at.low != zero.at.high:
                raise
            apart = Sum((Name(letter), Negative(number(zero.at.low))))
            yield upright(fraction_of(apart, letters)[0])
        return
    for p in both:
        if not p:
            raise NoMethod
        if not p.is_constant():
            yield from (upright(factor) for factor, _ in factored(p)[1])


def upright(p: Polynomial) -> Polynomial:
    """With the sign with which the squares of its letters, else its first term, are positive."""
    squares = [c for powers, c in terms(p) if all(n % 2 == 0 for n in powers) and any(powers)]
    first = squares or [p.leading_coefficient()]
    return p if first[0] > 0 else -p


def tree_of(p: Polynomial, letters: Sequence[str]) -> Tree:
    """Written out, positive terms first."""
    listed = sorted(terms(p), key=lambda term: (term[1] < 0, [-n for n in term[0]]))
    return added([_term(powers, c, letters) for powers, c in listed])


def _term(powers: tuple[int, ...], c: int, letters: Sequence[str]) -> Tree:
    parts = [raised(Name(v), number(n)) for v, n in zip(letters, powers, strict=True) if n]
    size = multiplied([number(Fraction(abs(c))), *parts] if abs(c) != 1 or not parts else parts)
    return size if c > 0 else negated(size)


def readable(each: Relation, letters: Sequence[str]) -> Relation:
    """b <= 0 for -b >= 0: a relation whose right side is 0, as `told` writes it if it is one of
    polynomials."""
    try:
        top, below = fraction_of(each.left, letters)
    except NoMethod:
        return each
    if not top or not below.is_constant():
        return each
    found = told(top, 1, letters)
    return Relation(found.left, _AS_POSITIVE[found.sign][each.sign], found.right)


_AS_POSITIVE: Mapping[Sign, Mapping[Sign, Sign]] = {
    ">": {sign: sign for sign in ("<", "<=", "=", "!=", ">=", ">")},
    "<": TURNED,
}
"""What a sign is in a relation written like that of a positive polynomial."""


def told(p: Polynomial, sign: int | None, letters: Sequence[str]) -> Relation:
    """That p has a sign (None: is not 0), as it is read: a < b, b^2 - 4*a*c > 0."""
    name = {1: ">", -1: "<", 0: "=", None: "!="}[sign]
    if p.total_degree() > 1:
        return Relation(tree_of(p, letters), name, number(0))  # type: ignore[arg-type]
    listed = sorted(terms(p), key=lambda term: [-n for n in term[0]])
    if listed[0][1] < 0:
        listed = [(powers, -c) for powers, c in listed]
        name = {">": "<", "<": ">"}.get(name, name)
    (powers, c), *rest = listed
    if not any(any(each) for each, _ in rest):
        value = -Fraction(rest[0][1] if rest else 0, c)
        return Relation(_term(powers, 1, letters), name, number(value))  # type: ignore[arg-type]
    left = [t for t in listed if t[1] > 0 and any(t[0])]
    right = [(powers, -c) for powers, c in listed if (powers, c) not in left]
    sides = [
        added([_term(t, c, letters) for t, c in side]) if side else number(0)
        for side in (left, right)
    ]
    return Relation(sides[0], name, sides[1])  # type: ignore[arg-type]
