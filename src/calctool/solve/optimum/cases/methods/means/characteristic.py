"""The characteristic polynomial det(A - λ*B) with letters, its minors and its factors.

Polynomials in λ are their coefficients, the lowest power first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from calctool.algebra.build import added, multiplied, raised
from calctool.algebra.cells.systems.decisions import Decisions
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element
from calctool.algebra.real.ring import Undecided
from calctool.notation.tree import Name, Tree, number
from calctool.solve.optimum.cases.asked import NoMethod
from calctool.solve.optimum.cases.plainest import Plain

Row = Sequence[Element]


class Characteristic:
    """Of a matrix `a` over a diagonal `b`."""

    def __init__(self, decide: Decisions, plain: Plain, a: Sequence[Row], b: Row) -> None:
        self.decide, self.plain, self.a, self.b = decide, plain, a, b
        ring = decide.field.ring
        self.zero, self.one = ring.constant(0), ring.constant(1)

    def characteristic(self, names: tuple[int, ...]) -> tuple[Element, ...]:
        """det(A - λ*B) on some names, the lowest power of λ first."""
        if not names:
            return (self.one,)
        i, *others = names
        rest = tuple(others)
        total = self._times(self._entry(i, i), self.characteristic(rest))
        for j in rest:
            # Along the first row and the first column: bordered minors of what is left.
            total = self._plus(total, self._crossed(i, j, rest))
        return total

    def _crossed(self, i: int, j: int, rest: tuple[int, ...]) -> tuple[Element, ...]:
        total: tuple[Element, ...] = (self.zero,)
        for k in rest:
            minor = self.minor(rest, j, k)
            sign = (rest.index(j) + rest.index(k)) % 2
            by = self.a[i][j] * self.a[i][k]
            total = self._plus(total, self._times((by if sign else -by,), minor))
        return total

    def minor(self, names: tuple[int, ...], row: int, column: int) -> tuple[Element, ...]:
        """The determinant without a row and a column."""
        rows = [i for i in names if i != row]
        columns = [j for j in names if j != column]
        if not rows:
            return (self.one,)
        if len(rows) == 1:
            return self._entry(rows[0], columns[0])
        (i, k), (j, m) = rows, columns
        first = self._times(self._entry(i, j), self._entry(k, m))
        second = self._times(self._entry(i, m), self._entry(k, j))
        return self._plus(first, tuple(-each for each in second))

    def _entry(self, i: int, j: int) -> tuple[Element, ...]:
        return (self.a[i][j], -self.b[i]) if i == j else (self.a[i][j],)

    def _times(self, p: Row, q: Row) -> tuple[Element, ...]:
        made = [self.zero] * (len(p) + len(q) - 1)
        for i, one in enumerate(p):
            for j, other in enumerate(q):
                made[i + j] = made[i + j] + one * other
        return tuple(made)

    def _plus(self, p: Row, q: Row) -> tuple[Element, ...]:
        made = [self.zero] * max(len(p), len(q))
        for given in (p, q):
            for i, each in enumerate(given):
                made[i] = made[i] + each
        return tuple(made)

    def factors(self, whole: tuple[Element, ...]) -> Iterator[tuple[tuple[Element, ...], int]]:
        """Over the rational functions of the letters."""
        name = "\ue011"
        own = Field()
        powers = (raised(Name(name), number(k)) for k in range(len(whole)))
        tree = added(multiplied((self.of(c), p)) for c, p in zip(whole, powers, strict=True))
        own.normal(tree)
        element = own.normal(tree)
        index = next((i for i, k in enumerate(own.kernels) if k.data == name), None)
        if element is None or index is None:
            raise NoMethod
        for factor, times in own.ring.factors(element.parts()[0])[1]:
            if own.ring.degrees(factor)[index]:
                yield tuple(self._coefficients(own, factor, index)), times

    def _coefficients(self, own: Field, factor: object, index: int) -> Iterator[Element]:
        parts: dict[int, dict[tuple[int, ...], int]] = {}
        for powers, c in own.ring.terms(factor):
            rest = (*powers[:index], 0, *powers[index + 1 :])
            parts.setdefault(powers[index], {})[rest] = c
        for power in range(max(parts) + 1):
            if power not in parts:
                yield self.zero
                continue
            p = own.ring.polynomial(parts[power])
            tree = own.to_tree(Element(own.ring, p, own.ring.one))
            found = None if tree is None else self.decide.field.normal(tree)
            if found is None:
                raise Undecided
            yield found

    def of(self, element: Element) -> Tree:
        """The shortest form."""
        found = self.decide.field.to_tree(element)
        if found is None:
            raise Undecided
        return self.plain(found)
