"""Taylor polynomials at a point, with exact coefficients; forms are dictionaries of terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import reduce
from math import ceil, comb, factorial, inf, prod
from operator import add

from msgspec import Struct

from calctool import budget
from calctool.algebra.build import added, multiplied
from calctool.algebra.extrema.polynomials import (
    Polynomial,
    Powers,
    fractions,
    moved,
    polynomial,
    tree_of,
)
from calctool.algebra.extrema.scalars import Constant, fraction
from calctool.algebra.germ.expansion import Expansion
from calctool.algebra.germ.series import Series
from calctool.algebra.local.regular import is_regular
from calctool.algebra.places.place import Place, Scalar
from calctool.algebra.real.ring import NOTHING, UNIT, Real, Undecided, Undefined, total
from calctool.notation.tree import Name, Tree
from calctool.notation.walk import substitute

Form = dict[Powers, Scalar]
"""Coefficients by powers; those that are certainly zero are left out."""

STEP = " t"
"""Names with a space cannot be typed, so these meet no other."""


class Jet(Struct, frozen=True):
    """f(p + x) - f(p) up to `order`; `whole` says that there are no further terms."""

    terms: Form
    count: int
    order: int
    whole: bool = False

    def part(self, degree: int) -> Form:
        """The homogeneous part of this degree."""
        return {powers: c for powers, c in self.terms.items() if sum(powers) == degree}

    @property
    def degrees(self) -> list[int]:
        """The degrees in which there are terms."""
        return sorted({sum(powers) for powers in self.terms})


def jet(f: Tree, place: Place, names: Sequence[str], order: int) -> Jet | None:
    """None where f is not known to be smooth at the place or its coefficients are not exact."""
    if comb(order + len(names), order) > budget.JET_TERMS:
        return None
    try:
        p = polynomial(f, names)
        if p is not None:
            return _of_polynomial(p, place, names, order)
        return _of_expansion(f, place, names, order)
    except (Undecided, Undefined):
        return None


def _of_polynomial(p: Polynomial, place: Place, names: Sequence[str], order: int) -> Jet:
    centre = rational_centre(place, names)
    whole = not p or p.total_degree() <= order
    if centre is not None:
        listed = fractions(moved(p, centre)).items()
        terms: Form = {m: Constant.of(c) for m, c in listed if 0 < sum(m) <= order}
    else:
        terms = {
            m: value
            for m, q in _derivatives(p, order)
            if (value := place.scalar(tree_of(q, names))).sign() != 0
        }
    return Jet(terms, len(names), order, whole)


def rational_centre(place: Place, names: Sequence[str]) -> list[Fraction] | None:
    """The coordinates of a place, if all are rational."""
    found = [fraction(place.coordinate(name)) for name in names]
    known = [value for value in found if value is not None]
    return known if len(known) == len(found) else None


def _derivatives(p: Polynomial, order: int) -> Iterator[tuple[Powers, Polynomial]]:
    """All partial derivatives that are not zero, divided by the factorials of Taylor's formula."""
    count = len(p.context().gens())
    level: dict[Powers, Polynomial] = {(0,) * count: p}
    for _ in range(order):
        level = {
            tuple(n + (i == index) for i, n in enumerate(m)): q.derivative(index)
            for m, q in level.items()
            for index in range(count)
        }
        level = {m: q for m, q in level.items() if q}
        yield from ((m, q / prod(map(factorial, m))) for m, q in level.items())


def _of_expansion(f: Tree, place: Place, names: Sequence[str], order: int) -> Jet:
    """f(p + t*w) in powers of t: the coefficients are forms in the letters w."""
    values = {name: _written(place, name) for name in names}
    if not is_regular(f, values):
        raise Undecided
    letters = [f"{STEP}{index}" for index in range(len(names))]
    line = {
        name: added((values[name], multiplied((Name(STEP), Name(letter)))))
        for name, letter in zip(names, letters, strict=True)
    }
    germ = Expansion(STEP, NOTHING, 1, order + 2).of(substitute(f, line))
    if not isinstance(germ, Series):
        raise Undecided
    end = germ.bound[0] if germ.bound else inf
    known = order if end == inf else min(order, ceil(end) - 1)
    collected: dict[Powers, list[Real]] = {}
    for (exponent, _), coefficient in germ.terms:
        if 0 < exponent <= known:
            _sort_out(coefficient, letters, collected)
    terms: Form = {m: Constant(total(parts)) for m, parts in collected.items()}
    return Jet({m: c for m, c in terms.items() if c.sign() != 0}, len(names), known)


def _written(place: Place, name: str) -> Tree:
    tree = place.coordinate(name).tree()
    if tree is None:
        raise Undecided
    return tree


def _sort_out(value: Real, letters: list[str], into: dict[Powers, list[Real]]) -> None:
    """Split each product into its letters and its constant."""
    for part, coefficient in value.parts.items():
        powers = [0] * len(letters)
        rest = []
        for atom, exponent in part:
            if isinstance(atom, Name) and atom.id in letters:
                if exponent.denominator != 1 or exponent < 0:
                    raise Undecided
                powers[letters.index(atom.id)] = int(exponent)
            elif isinstance(atom, Real) and not atom.names.isdisjoint(letters):
                raise Undecided
            else:
                rest.append((atom, exponent))
        constant = Real({frozenset(rest) or UNIT: coefficient})
        into.setdefault(tuple(powers), []).append(constant)


def evaluated(form: Form, at: Sequence[int]) -> Scalar | None:
    """The value at whole numbers; None for a form all of whose terms are zero there."""
    values = [
        multiple(c, prod(x**n for x, n in zip(at, m, strict=True)))
        for m, c in form.items()
        if all(x or not n for x, n in zip(at, m, strict=True))
    ]
    return reduce(add, values) if values else None


def multiple(value: Scalar, times: int) -> Scalar:
    """By doubling: scalars know sums, and not all of them meet numbers."""
    if times < 0:
        return -multiple(value, -times)
    made = value if times % 2 else value - value
    if times > 1:
        twice = multiple(value, times // 2)
        made = twice + twice + value if times % 2 else twice + twice
    return made
