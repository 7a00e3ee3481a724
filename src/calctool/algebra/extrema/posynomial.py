"""Sums of monomials with rational exponents, and the weights of the inequality of the means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from flint import fmpq_mat
from msgspec import Struct

from calctool import budget
from calctool.algebra.build import multiplied, raised
from calctool.algebra.extrema.affine_forms import Form, rank
from calctool.algebra.extrema.polynomials import ratio
from calctool.notation.tree import (
    Call,
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

Terms = Mapping[Form, Fraction]
"""Coefficients by exponents."""


def monomials(tree: Tree, names: Sequence[str]) -> Terms | None:
    """The terms of a sum of monomials over Q, multiplied out; None for any other tree.

    Equal to the tree wherever all names are positive.
    """
    value = rational(tree)
    nothing = (Fraction(0),) * len(names)
    if value is not None:
        return {nothing: value} if value else {}
    match tree:
        case Name(id) if id in names:
            return {tuple(Fraction(id == name) for name in names): Fraction(1)}
        case Negative(operand):
            inner = monomials(operand, names)
            return None if inner is None else {p: -c for p, c in inner.items()}
        case Sum(parts) | Product(parts):
            return _joined(parts, names, is_sum=isinstance(tree, Sum))
        case Quotient(top, bottom):
            above, below = monomials(top, names), monomials(bottom, names)
            return None if above is None or below is None else _over(above, below)
        case Power(base, exponent):
            inner, power = monomials(base, names), rational(exponent)
            return None if inner is None or power is None else _raised(inner, power, nothing)
        case Call("sqrt", (inside,)):
            inner = monomials(inside, names)
            return None if inner is None else _raised(inner, Fraction(1, 2), nothing)
    return None


def _joined(parts: Sequence[Tree], names: Sequence[str], *, is_sum: bool) -> Terms | None:
    found = [monomials(part, names) for part in parts]
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    made = known[0]
    for each in known[1:]:
        made = _plus(made, each) if is_sum else _times(made, each)
        if len(made) > budget.MONOMIALS:
            return None
    return made


def _plus(a: Terms, b: Terms) -> Terms:
    made = dict(a)
    for powers, c in b.items():
        made[powers] = made.get(powers, Fraction(0)) + c
    return {powers: c for powers, c in made.items() if c}


def _times(a: Terms, b: Terms) -> Terms:
    made: dict[Form, Fraction] = {}
    for p, c in a.items():
        for q, d in b.items():
            powers = tuple(x + y for x, y in zip(p, q, strict=True))
            made[powers] = made.get(powers, Fraction(0)) + c * d
    return {powers: c for powers, c in made.items() if c}


def _over(above: Terms, below: Terms) -> Terms | None:
    if len(below) != 1:
        return None
    ((powers, c),) = below.items()
    return _times(above, {tuple(-p for p in powers): 1 / c})


def _raised(inner: Terms, power: Fraction, nothing: Form) -> Terms | None:
    if len(inner) == 1:
        ((powers, c),) = inner.items()
        if power.denominator != 1 and c != 1:
            return None
        size = c ** int(power) if power.denominator == 1 else Fraction(1)
        return {tuple(p * power for p in powers): size}
    if power.denominator != 1 or not 0 < power <= budget.EXTREMA_DEGREE:
        return None
    made: Terms = {nothing: Fraction(1)}
    for _ in range(int(power)):
        made = _times(made, inner)
        if len(made) > budget.MONOMIALS:
            return None
    return made


def monomial(powers: Form, c: Fraction, names: Sequence[str]) -> Tree:
    """c times the powers of the names."""
    above = [raised(Name(n), number(p)) for n, p in zip(names, powers, strict=True) if p > 0]
    below = [raised(Name(n), number(-p)) for n, p in zip(names, powers, strict=True) if p < 0]
    top = multiplied((number(c), *above))
    return top if not below else multiplied((Quotient(top, multiplied(below)),))


class Means(Struct, frozen=True):
    """Positive weights with sum 1 with which the exponents balance, and where all terms divided by
    their weights are equal: each name is the product of (weight/coefficient*value)^power."""

    terms: tuple[tuple[Form, Fraction], ...]
    weights: tuple[Fraction, ...]

    @property
    def value(self) -> Tree:
        """The product of (c/weight)^weight, below which the sum never is."""
        pairs = zip(self.terms, self.weights, strict=True)
        return multiplied(raised(number(c / w), number(w)) for (_, c), w in pairs)

    def place(self, names: Sequence[str]) -> dict[str, Tree] | None:
        """Where the sum has this value."""
        rows: list[Form] = []
        chosen: list[int] = []
        for index, (powers, _) in enumerate(self.terms):
            if rank([*rows, powers]) > len(rows):
                rows.append(powers)
                chosen.append(index)
        if len(rows) < len(names):
            return None
        back = fmpq_mat([[ratio(entry) for entry in row] for row in rows]).inv().tolist()
        made = {}
        for name, line in zip(names, back, strict=True):
            factors = []
            for entry, index in zip(line, chosen, strict=True):
                power = Fraction(int(entry.p), int(entry.q))
                share = number(self.weights[index] / self.terms[index][1])
                factors.append(raised(multiplied((share, self.value)), number(power)))
            made[name] = multiplied(factors)
        return made


def means(terms: Terms) -> Means | None:
    """The weights of positive terms, where there is just one choice and all are positive."""
    listed = tuple(terms.items())
    if len(listed) < 2 or any(c <= 0 for c in terms.values()):
        return None
    count = len(listed[0][0])
    rows = [[powers[i] for powers, _ in listed] for i in range(count)]
    rows.append([Fraction(1)] * len(listed))
    if rank([tuple(row) for row in rows]) < len(listed):
        return None
    wanted = [Fraction(0)] * count + [Fraction(1)]
    weights = _solved(rows, wanted)
    if weights is None or any(w <= 0 for w in weights):
        return None
    return Means(listed, tuple(weights))


def _solved(
    rows: Sequence[Sequence[Fraction]], wanted: Sequence[Fraction]
) -> list[Fraction] | None:
    """The only solution of a system of full column rank; None where there is none."""
    whole = fmpq_mat([[*map(ratio, row), ratio(c)] for row, c in zip(rows, wanted, strict=True)])
    reduced, found = whole.rref()
    count = len(rows[0])
    if found > count:
        return None
    table = reduced.tolist()
    return [Fraction(int(table[i][count].p), int(table[i][count].q)) for i in range(count)]
