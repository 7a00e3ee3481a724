"""Eigenvalues of A - λ*B with letters in A and in the positive diagonal matrix B: closed forms.

A falls into blocks that have nothing to do with each other. A block of one or two names has its
eigenvalues as roots of a polynomial of degree 1 or 2; one of three has where its characteristic
polynomial factors. Which of two eigenvalues is greater the signs of polynomials in the letters say:
m + sqrt(d) and m - sqrt(d) lie on both sides of c just where (c - m)^2 < d.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cmp_to_key
from itertools import combinations

from msgspec import Struct

from calctool.algebra.build import added, divided, multiplied, raised
from calctool.algebra.cells.systems.elimination import first_known
from calctool.algebra.field.ring import Element
from calctool.notation.tree import TWO, Call, Tree, number
from calctool.solve.optimum.cases.asked import NoMethod
from calctool.solve.optimum.cases.methods.means.characteristic import Characteristic

_MOST = 3
"""Names of a block: a characteristic polynomial of degree 4 has seldom factors."""


class Root(Struct, frozen=True):
    """middle + turn*sqrt(under), with turn 0 for a rational function; `factor` is what it is a
    root of, lowest power first, `block` the names of its eigenvectors, of which there are `times`
    independent ones."""

    middle: Element
    under: Element
    turn: int
    factor: tuple[Element, ...]
    block: tuple[int, ...]
    times: int = 1


class Eigenvalues(Characteristic):
    """Those of the matrix `a` over the diagonal `b`, which is positive."""

    # --- which there are ---

    def groups(self) -> list[list[Root]]:
        """All of them in ascending order, equal ones together."""
        roots = [root for block in self.blocks() for root in self.of_block(block)]
        made: list[list[Root]] = []
        for root in sorted(roots, key=cmp_to_key(self.compared)):
            if made and self.compared(made[-1][0], root) == 0:
                made[-1].append(root)
            else:
                made.append([root])
        return made

    def blocks(self) -> Iterator[tuple[int, ...]]:
        left = set(range(len(self.a)))
        while left:
            block, waiting = set[int](), [min(left)]
            while waiting:
                i = waiting.pop()
                block.add(i)
                waiting += [j for j in left - block if not self.decide.is_zero(self.a[i][j])]
            left -= block
            yield tuple(sorted(block))

    def of_block(self, block: tuple[int, ...]) -> Iterator[Root]:
        if len(block) == 1:
            (i,) = block
            value = self.a[i][i] / self.b[i]
            yield Root(value, self.zero, 0, (-self.a[i][i], self.b[i]), block)
        elif len(block) <= _MOST:
            whole = self.characteristic(block)
            factors = [(whole, 1)] if len(block) < _MOST else self.factors(whole)
            for factor, times in factors:
                yield from self.roots(factor, block, times)
        else:
            raise NoMethod

    def roots(
        self, factor: tuple[Element, ...], block: tuple[int, ...], times: int
    ) -> Iterator[Root]:
        """Of a factor, which has real ones only, for A is symmetric."""
        if len(factor) == 2:
            yield Root(-factor[0] / factor[1], self.zero, 0, factor, block, times)
            return
        if len(factor) != 3:
            raise NoMethod
        c, b, a = factor
        two = self.one + self.one
        middle = -b / (two * a)
        under = middle * middle - c / a
        # Of one block of two names it is a square and a square that is not 0.
        if len(block) > 2 and not self.decide.sign(under):
            raise NoMethod
        for turn in (-1, 1):
            yield Root(middle, under, turn, factor, block, times)

    # --- in which order ---

    def compared(self, one: Root, other: Root) -> int:
        """The sign of one minus the other."""
        if one is other:
            return 0
        if one.turn and other.turn:
            if one.factor != other.factor or one.block != other.block:
                raise NoMethod
            return one.turn
        if other.turn:
            return -self.compared(other, one)
        if not one.turn:
            return self.decide.sign(one.middle - other.middle)
        apart = other.middle - one.middle
        between = self.decide.sign(apart * apart - one.under)
        if between < 0:
            return one.turn
        side = self.decide.sign(apart)
        return -side if between or side != one.turn else 0

    def sign(self, root: Root) -> int:
        """That of the eigenvalue itself."""
        return self.compared(root, Root(self.zero, self.zero, 0, (), ()))

    # --- as formulas ---

    def value(self, root: Root) -> Tree:
        """The eigenvalue."""
        if not root.turn:
            return self.of(root.middle)
        two = self.one + self.one
        four = two * two
        square = Call("sqrt", (self.of(four * root.under),))
        turned = square if root.turn > 0 else multiplied((number(-1), square))
        doubled = self.of(two * root.middle)
        return self.plain(divided(added((doubled, turned)), TWO))

    def vector(self, root: Root) -> dict[int, Tree]:
        """An eigenvector v with v·B·v = 1 by the names of the block; for one of `times` 1 only."""
        if root.times > 1:
            raise NoMethod
        made = {i: self._at(entry, root) for i, entry in self._column(root)}
        square = added(multiplied((self.of(self.b[i]), v, v)) for i, v in made.items())
        length = self.plain(Call("sqrt", (square,)))
        return {i: self.plain(divided(v, length)) for i, v in made.items()}

    def _column(self, root: Root) -> list[tuple[int, tuple[Element, ...]]]:
        """A column of the adjugate of A - λ*B that is not 0, reduced by the factor."""
        block = root.block
        if len(block) == 1:
            return [(block[0], (self.one,))]
        if len(block) == 2:
            i, j = block
            return [(i, (self.a[i][j],)), (j, (-self.a[i][i], self.b[i]))]
        chosen = first_known(
            block,
            lambda k: not self.decide.is_zero(self._norm(self.minor(block, k, k), root)),
        )
        if chosen is None:
            raise NoMethod
        at = block.index(chosen)
        made = []
        for place, i in enumerate(block):
            entry = self.minor(block, chosen, i)
            turned = entry if (at + place) % 2 == 0 else tuple(-each for each in entry)
            made.append((i, self._reduced(turned, root)))
        return made

    def _reduced(self, p: tuple[Element, ...], root: Root) -> tuple[Element, ...]:
        """Modulo the factor; of a rational eigenvalue its value."""
        rest = list(p)
        factor = root.factor
        while len(rest) >= len(factor):
            by = rest.pop() / factor[-1]
            for k in range(len(factor) - 1):
                at = len(rest) - len(factor) + 1 + k
                rest[at] = rest[at] - by * factor[k]
        return tuple(rest)

    def _norm(self, p: tuple[Element, ...], root: Root) -> Element:
        """Not 0 just where p is not 0 at the roots of the factor."""
        rest = self._reduced(p, root)
        if len(rest) == 1:
            return rest[0]
        free, slope = rest
        c, b, a = root.factor
        return free * free * a - free * slope * b + slope * slope * c

    def _at(self, p: tuple[Element, ...], root: Root) -> Tree:
        value = self.value(root)
        return self.plain(
            added(multiplied((self.of(c), raised(value, number(k)))) for k, c in enumerate(p))
        )

    def equations(self, group: Sequence[Root]) -> Iterator[dict[int, Element]]:
        """Linear ones, of names of its blocks, of the space of a rational eigenvalue."""
        first = next((root for root in group if not root.turn), None)
        if first is None:
            raise NoMethod
        seen: list[dict[int, Element]] = []
        for block in dict.fromkeys(root.block for root in group):
            for i in block:
                row = {j: self.a[i][j] for j in block}
                row[i] = row[i] - first.middle * self.b[i]
                row = {j: c for j, c in row.items() if c.parts()[0]}
                if row and not any(self._is_multiple(row, other) for other in seen):
                    seen.append(row)
                    yield row

    def _is_multiple(self, row: dict[int, Element], other: dict[int, Element]) -> bool:
        if row.keys() != other.keys():
            return False
        pairs = combinations(row, 2)
        return all(not (row[i] * other[j] - row[j] * other[i]).parts()[0] for i, j in pairs)
