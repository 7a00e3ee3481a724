"""Relations between one unknown and the value of f at the solutions of a system."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce

from flint import fmpz_mpoly_ctx, fmpz_mpoly_vec

from calctool import budget
from calctool.algebra.systems.ideals.decomposition import reordered
from calctool.algebra.systems.ideals.factoring import distinct_factors
from calctool.algebra.systems.ideals.frame import Polynomial, TooLarge
from calctool.algebra.systems.ideals.ideal import Ideal


class Eliminants:
    """By resultants, factor by factor; what two eliminations share is worked out once.

    The last variable of the ring is the value c. A polynomial in c alone fixes c, and leads to no
    limit: the case ends there. Factors that are `never_zero` on the set make no case.
    """

    def __init__(self, system: Sequence[Polynomial], never_zero: Sequence[Polynomial] = ()) -> None:
        self._system = tuple(system)
        self._never_zero = {str(q) for p in never_zero for q in (p, -p)}
        self._context = system[0].context()
        self._last = int(self._context.nvars()) - 1
        self._names = list(self._context.names())
        self._resultants: dict[tuple[str, str, int], Polynomial] = {}

    def relations(self, keep: int) -> Iterator[Polynomial]:
        """For each case a polynomial in the unknown `keep` and in c, or TooLarge; at all but
        finitely many solutions one of them is zero."""
        for start in self._cases_of(self._system):
            for case in self._eliminated(start, keep):
                common = reduce(lambda p, q: p.gcd(q), case or self._by_basis(start, keep))
                if int(common.degrees()[keep]):
                    yield common

    def _by_basis(self, system: Sequence[Polynomial], keep: int) -> list[Polynomial]:
        """Resultants that share a factor say less than the equations that they are made of."""
        order = [*(i for i in range(self._last) if i != keep), keep, self._last]
        moved = fmpz_mpoly_ctx.get([self._names[i] for i in order], "lex")
        there = (
            moved.from_dict({tuple(m[i] for i in order): c for m, c in p.to_dict().items()})
            for p in system
        )
        basis = Ideal(there, moved, budget.SYSTEM_LEX).basis
        found = [p for p in basis if not any(int(n) for n in p.degrees()[: self._last - 1])]
        if not found:
            raise TooLarge
        back = [order.index(i) for i in range(self._last + 1)]
        return [reordered(p, back, self._context) for p in found]

    def _eliminated(self, system: list[Polynomial], keep: int) -> Iterator[list[Polynomial]]:
        for case in self._cases_of(system):
            i = self._next(case, keep)
            if i is None:
                yield case
                continue
            moving = sorted(
                (p for p in case if _degree(p, i)), key=lambda p: (_degree(p, i), len(p))
            )
            rest = [p for p in case if not _degree(p, i)]
            made = [self._resultant(moving[0], other, i) for other in moving[1:]]
            yield from self._eliminated([*rest, *made], keep)

    def _cases_of(self, system: Sequence[Polynomial]) -> Iterator[list[Polynomial]]:
        """A choice of one factor from each polynomial; one that is there already is enough."""
        found: dict[frozenset[str], list[Polynomial]] = {}
        for case in self._split([], sorted(system, key=len)):
            found.setdefault(frozenset(map(str, case)), case)
            if len(found) > budget.POLAR_CASES:
                raise TooLarge
        yield from found.values()

    def _split(
        self, done: list[Polynomial], waiting: Sequence[Polynomial]
    ) -> Iterator[list[Polynomial]]:
        if not waiting:
            yield done
            return
        first, *rest = waiting
        if not first:
            yield from self._split(done, rest)
            return
        factors = [q for q in distinct_factors(first) if not self._is_idle(q)]
        if any(q in done for q in factors):
            yield from self._split(done, rest)
            return
        for q in factors:
            images = rest
            if len(q) <= 2:
                divisor = fmpz_mpoly_vec([q], self._context)
                images = [p.reduction_primitive_part(divisor) if p else p for p in rest]
            yield from self._split([*done, q], images)

    def _is_idle(self, p: Polynomial) -> bool:
        """Whether it fixes c, or is zero at no real point."""
        others = any(int(n) for n in p.degrees()[: self._last])
        return not others or str(p) in self._never_zero or _is_positive(p)

    def _next(self, case: Sequence[Polynomial], keep: int) -> int | None:
        """The unknown that is the cheapest to eliminate."""
        found = []
        for i in range(self._last):
            degrees = sorted(d for d in (_degree(p, i) for p in case) if d)
            if i != keep and degrees:
                size = sum(len(p) for p in case if _degree(p, i))
                found.append((degrees[0] * sum(degrees[1:]), size, i))
        return min(found)[2] if found else None

    def _resultant(self, p: Polynomial, q: Polynomial, i: int) -> Polynomial:
        key = (str(p), str(q), i)
        if key not in self._resultants:
            size = (_degree(p, i) + _degree(q, i)) * len(p) * len(q)
            if size > budget.POLAR_SIZE:
                raise TooLarge
            self._resultants[key] = p.resultant(q, self._names[i])
        return self._resultants[key]


def _degree(p: Polynomial, i: int) -> int:
    return int(p.degrees()[i])


def _is_positive(p: Polynomial) -> bool:
    """Whether it is seen to have no real zero: even powers with one sign, and a constant."""
    signs = {c > 0 for c in p.coeffs()}
    even = all(int(n) % 2 == 0 for m in p.monoms() for n in m)
    return even and len(signs) == 1 and any(not any(m) for m in p.monoms())
