"""The splitting lemma: a function near a degenerate point, without its quadratic directions.

In suitable coordinates f = f(p) + Q(y) + g(t), where Q is a regular quadratic form and g begins
with cubic terms. g is f on the surface where the derivatives of f in the directions y vanish.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import add

from calctool.algebra.extrema.forms.inertia import Matrix, Minors
from calctool.algebra.extrema.forms.jets import Form, Jet, multiple
from calctool.algebra.extrema.polynomials import Powers
from calctool.algebra.places.place import Scalar


def quadratic(jet: Jet) -> list[list[Scalar | None]]:
    """The Hessian from the terms of second order; None for zero."""
    size = range(jet.count)
    return [[_second(jet, i, j) for j in size] for i in size]


def _second(jet: Jet, i: int, j: int) -> Scalar | None:
    powers = tuple((k == i) + (k == j) for k in range(jet.count))
    found = jet.terms.get(powers)
    return multiple(found, 2) if found is not None and i == j else found


def hessian_of(jet: Jet) -> Matrix | None:
    """With zeros filled in; None where the jet has no terms to make a zero of."""
    some = next(iter(jet.terms.values()), None)
    if some is None:
        return None
    nothing = some - some
    return [[nothing if c is None else c for c in row] for row in quadratic(jet)]


def residual(jet: Jet, hessian: Matrix, rank: int) -> Jet | None:
    """g up to the order of the jet, in the remaining variables, each divided by det(Q)²."""
    if rank == 0:
        return jet
    minors = Minors(hessian)
    chosen = next((found for found in minors.principal(rank) if found[1].sign()), None)
    if chosen is None:
        return None
    solved, determinant = chosen
    return _Split(jet, minors, solved, determinant).residual()


class _Split:
    """Series in s where y = d*w(s) and t = d²*s with d = det(Q): then no division is needed.

    d*y = -adj(Q)*N(y, t), N being the derivatives without their terms linear in y, turns into
    w = -adj(Q)*N(d*w, d²*s)/d², and each term of N has a factor d².
    """

    def __init__(
        self, jet: Jet, minors: Minors, solved: tuple[int, ...], determinant: Scalar
    ) -> None:
        self.jet, self.solved, self.determinant = jet, solved, determinant
        self.free = tuple(i for i in range(jet.count) if i not in solved)
        self.adjugate = [[self._cofactor(minors, i, j) for j in solved] for i in solved]
        self.powers_of_determinant = [determinant]

    def _cofactor(self, minors: Minors, i: int, j: int) -> Scalar | None:
        """Of Q; None for the empty determinant, which is 1."""
        rows = tuple(k for k in self.solved if k != j)
        columns = tuple(k for k in self.solved if k != i)
        if not rows:
            return None
        value = minors.of(rows, columns)
        odd = (self.solved.index(i) + self.solved.index(j)) % 2
        return -value if odd else value

    def residual(self) -> Jet:
        order = self.jet.order
        known: list[Form] = [{} for _ in self.solved]
        for reached in range(1, order):
            slopes = [self._composed(self._slope(i), known, reached, 2) for i in self.solved]
            known = [self._applied(row, slopes) for row in self.adjugate]
        terms = self._composed(self.jet.terms.items(), known, order, 0)
        return Jet(terms, len(self.free), order)

    def _slope(self, index: int) -> list[tuple[Powers, Scalar]]:
        """The terms of one derivative, those linear in y left out."""
        made = []
        for powers, c in self.jet.terms.items():
            if powers[index]:
                lower = tuple(n - (k == index) for k, n in enumerate(powers))
                if sum(lower) > 1 or any(lower[k] for k in self.free):
                    made.append((lower, multiple(c, powers[index])))
        return made

    def _applied(self, row: Sequence[Scalar | None], slopes: Sequence[Form]) -> Form:
        parts = [
            slope if factor is None else {m: factor * c for m, c in slope.items()}
            for factor, slope in zip(row, slopes, strict=True)
        ]
        return {m: -c for m, c in _total(parts).items()}

    def _composed(
        self, terms: Iterable[tuple[Powers, Scalar]], known: list[Form], order: int, less: int
    ) -> Form:
        """The terms at y = d*w, t = d²*s up to this order in s, divided by d^less."""
        made = []
        for powers, c in terms:
            inner = [powers[k] for k in self.solved]
            outer = tuple(powers[k] for k in self.free)
            if sum(powers) > order:
                continue
            weight = sum(inner) + 2 * sum(outer) - less
            form: Form = {outer: self._scaled(c, weight)}
            for series, times in zip(known, inner, strict=True):
                for _ in range(times):
                    form = _multiplied(form, series, order)
            made.append(form)
        return _total(made)

    def _scaled(self, c: Scalar, weight: int) -> Scalar:
        powers = self.powers_of_determinant
        while len(powers) < weight:
            powers.append(powers[-1] * self.determinant)
        return c * powers[weight - 1] if weight else c


def _multiplied(a: Form, b: Form, order: int) -> Form:
    made: dict[Powers, list[Scalar]] = {}
    for m, c in a.items():
        for n, d in b.items():
            if sum(m) + sum(n) <= order:
                made.setdefault(tuple(map(add, m, n)), []).append(c * d)
    return _summed(made)


def _total(forms: Iterable[Form]) -> Form:
    made: dict[Powers, list[Scalar]] = {}
    for form in forms:
        for m, c in form.items():
            made.setdefault(m, []).append(c)
    return _summed(made)


def _summed(collected: dict[Powers, list[Scalar]]) -> Form:
    added = {m: reduce(add, parts) for m, parts in collected.items()}
    return {m: c for m, c in added.items() if c.sign() != 0}
