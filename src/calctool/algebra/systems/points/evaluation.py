"""Values of polynomials at points whose coordinates are polynomials modulo w."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from flint import fmpq_poly, fmpz, fmpz_mpoly


class PowersModulo:
    """The products of powers of the coordinates, each worked out once."""

    def __init__(self, coordinates: Iterable[fmpq_poly], w: fmpq_poly) -> None:
        self._w = w
        self._coordinates = [each % w for each in coordinates]
        self._known = {(0,) * len(self._coordinates): fmpq_poly([1])}

    def value(self, p: fmpz_mpoly) -> fmpq_poly:
        return self.combined(p.to_dict())

    def combined(self, terms: Mapping[tuple[int, ...], fmpz | int]) -> fmpq_poly:
        """A polynomial by its terms."""
        total = fmpq_poly([0])
        for monomial, c in terms.items():
            total += self._product(tuple(map(int, monomial))) * int(c)
        return total

    def _product(self, monomial: tuple[int, ...]) -> fmpq_poly:
        known = self._known.get(monomial)
        if known is None:
            i = next(k for k, n in enumerate(monomial) if n)
            below = self._product((*monomial[:i], monomial[i] - 1, *monomial[i + 1 :]))
            known = self._known[monomial] = below * self._coordinates[i] % self._w
        return known
