"""Ideals by their Groebner bases: membership, dimension, what follows from what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations
from typing import Any

from flint import fmpz_mpoly_ctx, fmpz_mpoly_vec

from calctool import budget
from calctool.algebra.systems.ideals.frame import Context, Polynomial, TooLarge

Monomial = tuple[int, ...]


class Ideal:
    """The ideal of some polynomials of one ring; TooLarge where its basis is out of reach."""

    def __init__(
        self,
        polynomials: Iterable[Polynomial],
        context: Context,
        limits: tuple[int, int, int] = budget.SYSTEM_BASIS,
    ) -> None:
        self.context = context
        self.generators = tuple(p for p in polynomials if p)
        self._found = _found(self.generators, context, limits)

    @cached_property
    def _minimal(self) -> Any:
        return _minimal(self._found)

    @cached_property
    def _basis(self) -> Any:
        """Reduced where that is no more work than finding it was."""
        if len(self.generators) < 2:
            return self._found
        if sum(len(p) * _bits(p) for p in self._minimal) > budget.SYSTEM_REDUCED:
            return fmpz_mpoly_vec(self._minimal, self.context)
        return self._found.autoreduction(groebner=True)

    @property
    def variables(self) -> int:
        return int(self.context.nvars())

    @property
    def basis(self) -> tuple[Polynomial, ...]:
        return tuple(self._basis)

    @cached_property
    def generating(self) -> tuple[Polynomial, ...]:
        """The shorter one of the two lists that generate it."""
        return min(self.basis, self.generators, key=len)

    @cached_property
    def leading(self) -> tuple[Monomial, ...]:
        return tuple(leading_monomial(p) for p in self._minimal)

    @property
    def is_everything(self) -> bool:
        """Whether 1 is in the ideal: there is no solution, not even a complex one."""
        return any(not any(m) for m in self.leading)

    def contains(self, p: Polynomial) -> bool:
        return bool(p.is_zero()) or (bool(self.generators) and not self.remainder(p))

    def remainder(self, p: Polynomial) -> Polynomial:
        """A multiple of p without divisible terms, modulo the ideal."""
        return p.reduction_primitive_part(self._basis) if self.generators and p else p

    def vanishing(self, p: Polynomial) -> bool:
        """Whether p is zero at every complex solution (Rabinowitsch)."""
        return self.contains(p) or localized(self.generators, p, self.context).is_everything

    @cached_property
    def independent(self) -> tuple[int, ...]:
        """A largest set of variables between which the ideal knows no relation."""
        supports = [frozenset(i for i, n in enumerate(m) if n) for m in self.leading]
        count = self.variables
        for size in range(count, 0, -1):
            for chosen in combinations(range(count), size):
                if not any(support <= set(chosen) for support in supports):
                    return chosen
        return ()

    @property
    def dimension(self) -> int:
        return -1 if self.is_everything else len(self.independent)


def leading_monomial(p: Polynomial) -> Monomial:
    """The exponents of the first term in the order of the ring."""
    return tuple(map(int, p.monomial(0)))


def _found(
    polynomials: Sequence[Polynomial], context: Context, limits: tuple[int, int, int]
) -> Any:
    made: Any = fmpz_mpoly_vec(list(polynomials), context)
    if len(polynomials) < 2:
        return made
    made, done = made.buchberger_naive(limits=limits)
    if not done:
        raise TooLarge
    return made


def _minimal(basis: Iterable[Polynomial]) -> list[Polynomial]:
    """Without elements whose leading monomial another one divides: still a Groebner basis."""
    kept: list[Polynomial] = []
    for p in sorted(basis, key=lambda p: (sum(leading_monomial(p)), len(p))):
        if not any(divides(leading_monomial(q), leading_monomial(p)) for q in kept):
            kept.append(p)
    return kept


def divides(lead: Monomial, m: Monomial) -> bool:
    """Whether one monomial divides another."""
    return all(a <= b for a, b in zip(lead, m, strict=True))


def _bits(p: Polynomial) -> int:
    return max(abs(int(c)).bit_length() for c in p.coeffs())


def localized(generators: Sequence[Polynomial], p: Polynomial, context: Context) -> Ideal:
    """The ideal where p is not zero, in a ring with one more variable: 1/p."""
    wider = _wider(context)
    images = [_moved(q, wider) for q in generators]
    inverse = wider.gen(wider.nvars() - 1)
    return Ideal([*images, inverse * _moved(p, wider) - 1], wider)


def saturated(ideal: Ideal, p: Polynomial) -> Ideal:
    """I : p^oo, the part of the solutions that p = 0 does not hold on."""
    current = ideal
    wider = _wider(ideal.context, first=True)
    images = [_moved(q, wider, first=True) for q in current.generators]
    inverse = wider.gen(0)
    basis = Ideal([*images, inverse * _moved(p, wider, first=True) - 1], wider).basis
    kept = [q for q in basis if not int(q.degrees()[0])]
    back = [
        ideal.context.from_dict({tuple(m[1:]): c for m, c in q.to_dict().items()}) for q in kept
    ]
    return Ideal(back, ideal.context)


def _wider(context: Context, *, first: bool = False) -> Context:
    names = list(context.names())
    if first:
        return fmpz_mpoly_ctx.get(["inverse", *names], "lex")
    return fmpz_mpoly_ctx.get([*names, "inverse"], "degrevlex")


def _moved(p: Polynomial, wider: Context, *, first: bool = False) -> Polynomial:
    return wider.from_dict({((0, *m) if first else (*m, 0)): c for m, c in p.to_dict().items()})
