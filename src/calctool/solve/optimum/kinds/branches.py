"""A point at which branches of the set meet, as constraints are products: what it is on each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product

from msgspec import Struct

from calctool import budget
from calctool.algebra.extrema.forms.zero_form import factors_of
from calctool.algebra.extrema.polynomials import polynomial, tree_of
from calctool.algebra.factoring import factored
from calctool.algebra.places.place import Place, sign_at
from calctool.notation.quoted import all_quoted
from calctool.notation.tree import ZERO, Power, Relation, Tree, number, rational
from calctool.solve.candidates import Test
from calctool.solve.optimum.kinds.record import OPEN, Judged, on_union
from calctool.solve.stationary.manifold import Manifold
from calctool.words.extrema.multipliers import TESTS

Sided = tuple[Tree, int]
"""g, and 0 for g = 0, 1 for g <= 0, -1 for g >= 0."""
Option = tuple[Sided, ...]
"""What one branch has in place of a constraint."""


class Split(Struct, frozen=True):
    """g as a product: its factors that are zero at a point or all over a set, with their powers,
    and the others, with their powers and a number."""

    met: tuple[tuple[Tree, int], ...]
    rest: tuple[tuple[Tree, int], ...]

    @property
    def is_plain(self) -> bool:
        """Whether g is one factor, and that is not a power."""
        return len(self.met) == 1 and self.met[0][1] == 1

    def options(self, side: int, sign: int) -> Iterator[Option]:
        """The branches of g = 0, g <= 0 or g >= 0, where the rest has this sign."""
        odd = [factor for factor, power in self.met if power % 2]
        even = [factor for factor, power in self.met if power % 2 == 0]
        if not side:
            yield from (((factor, 0),) for factor, _ in self.met)
            return
        for signs in product((1, -1), repeat=len(odd)):
            if sign * side * _product(signs) < 0:
                yield tuple((factor, -own) for factor, own in zip(odd, signs, strict=True))
        yield from (((factor, 0),) for factor in even)


def _product(signs: Sequence[int]) -> int:
    return -1 if signs.count(-1) % 2 else 1


def split(g: Tree, names: Sequence[str], is_met: Callable[[Tree], bool]) -> Split:
    """By its irreducible factors, those of what is no polynomial as they are written."""
    met: list[tuple[Tree, int]] = []
    rest: list[tuple[Tree, int]] = []
    for factor, power in _factors(g, names):
        (met if power > 0 and is_met(factor) else rest).append((factor, power))
    return Split(tuple(met), tuple(rest))


def _factors(g: Tree, names: Sequence[str]) -> Iterator[tuple[Tree, int]]:
    p = polynomial(g, names)
    if p:
        content, found = factored(p)
        yield number(1 if content > 0 else -1), 1
        yield from ((tree_of(factor, names), int(power)) for factor, power in found)
        return
    for factor, power in factors_of(g):
        whole = rational(factor.exponent) if isinstance(factor, Power) else None
        if isinstance(factor, Power) and whole is not None and whole.denominator == 1:
            yield factor.base, power * int(whole)
        else:
            yield factor, power


def chosen(options: Sequence[Sequence[Option]]) -> list[Option]:
    """For each branch its constraints; none where there are very many."""
    found = list(islice(product(*options), budget.BRANCHES_MET + 1))
    many = len(found) > budget.BRANCHES_MET
    return [] if many else [tuple(each for part in one for each in part) for one in found]


# --- a point ------------------------------------------------------------------------------------


def by_branches(
    manifold: Manifold,
    sides: Sequence[int],
    place: Place,
    on_one: Callable[[Option], tuple[Judged, bool]],
) -> Judged:  # fmt: skip
    """A minimum where it is one on each branch, no extremum where it is none on one, or strictly a
    minimum on one and a maximum on another (for `sides` see Corner); `on_one` says what it is on a
    branch, and whether that has other points near by. Raises Undecided and Undefined."""
    splits = [
        split(g, manifold.names, lambda each: sign_at(place, each) == 0)
        for g in manifold.constraints
    ]
    if all(each.is_plain for each in splits):
        return OPEN
    options = [
        [*each.options(side, _sign(each.rest, place))]
        for each, side in zip(splits, sides, strict=True)
    ]
    found = [on_one(one) for one in chosen(options)]
    met = [factor for each in splits if not each.is_plain for factor, _ in each.met]
    factors = all_quoted(Relation(factor, "=", ZERO) for factor in dict.fromkeys(met))
    return on_union(found, Test("each-branch", TESTS["each-branch"].filled(branches=factors)))


def _sign(rest: Sequence[tuple[Tree, int]], place: Place) -> int:
    sign = 1
    for factor, power in rest:
        sign *= sign_at(place, factor) if power % 2 else 1
    return sign
