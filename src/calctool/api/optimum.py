"""What results have of families and sets of points, and of extremes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from msgspec import Struct

from calctool import budget
from calctool.algebra.real.ring import Undecided
from calctool.api.result import Result
from calctool.api.step import SOLVING
from calctool.api.values import At, Values
from calctool.notation.tree import Tree, number
from calctool.notation.walk import substitute
from calctool.solve import candidates as solved
from calctool.solve import variation
from calctool.solve.answer import Derivation
from calctool.solve.exact.record import Exact, Reach
from calctool.solve.rows import Row
from calctool.words import rows as words

if TYPE_CHECKING:
    from sympy import Basic, Expr, Symbol


class Family(Struct, frozen=True):
    """Isolated points that repeat, one for each value of the `integers`.

    `ranges` are the first and the last value of each, both included; None is no end.
    """

    at: At
    integers: tuple[Symbol, ...]
    kind: str
    value: Expr | None
    ranges: tuple[Reach, ...]
    values: Values
    row: Row | None = None
    """Of points that are not equally spaced; `at` is empty where they have no formula."""
    left: Expr | None = None
    right: Expr | None = None
    """One-sided derivatives at points without a derivative, in the integer."""

    @property
    def k(self) -> tuple[Expr, Expr]:
        """The first and the last value of the only integer, -oo and oo for no end."""
        import sympy

        ((first, last),) = self.ranges
        return (
            -sympy.oo if first is None else sympy.Integer(first),
            sympy.oo if last is None else sympy.Integer(last),
        )

    def member(self, k: int, digits: int = budget.DIGITS) -> Expr:
        """The coordinate of the k-th point: exact, or a Float with so many digits.

        Raises ValueError where k is not in the range, so many digits are out of reach, or there
        are several coordinates.
        """
        first, last = self.k
        if not first <= k <= last or (self.row is None and len(self.at) != 1):
            raise ValueError(words.NO_MEMBER.say(self.values.language, k=k))
        if self.at:
            (found,) = self.at.values()
            exact: Expr = found.subs(self.integers[0], k)
            return exact
        assert self.row is not None  # noqa: S101
        bits = digits * 10 // 3 + 16
        try:
            low, high = self.row.cells.member(k).refined(bits)
            if (high - low) * 10**digits > max(abs(low), abs(high)):
                raise Undecided
        except Undecided:  # as far out as exp(exp(10^4))
            told = words.NO_DIGITS.say(self.values.language, k=k, digits=digits)
            raise ValueError(told) from None
        rounded: Expr = self.values.rounded(low, high, digits)
        return rounded

    def cell(self, k: int) -> tuple[Expr, Expr] | None:
        """The open interval that holds the k-th point and no other; None for formulas."""
        if self.row is None or self.row.cells.at is not None:
            return None
        cells = self.row.cells
        if cells.phase is not None:
            places = [cells.seen(far).refined(budget.DIGITS * 4) for far in cells.cell(k)]
            below, above = sorted(self.values.rounded(*at, budget.DIGITS) for at in places)
            return below, above
        low, high = (
            self.values.evaluated(substitute(end, {cells.integer: number(k)})) for end in cells.ends
        )
        return low, high

    def kind_of(self, k: int) -> str:
        """What the k-th point is."""
        found = self.row.kinds if self.row is not None else ()
        own = (kind for (residue, by), kind in found if k % by == residue)
        return next(own, self.kind)

    @classmethod
    def of(
        cls,
        at: Iterable[tuple[str, Tree]],
        ranges: Iterable[tuple[str, Reach]],
        kind: str,
        value: Exact | None,
        values: Values,
        row: Row | None = None,
        rounded: Iterable[tuple[str, Exact]] = (),
    ) -> Family:
        """What an answer says of points that repeat, with SymPy objects; Floats for `rounded`."""
        listed = tuple(ranges)
        symbols = tuple(values.symbol(name) for name, _ in listed)
        reaches = tuple(reach for _, reach in listed)
        found = values.along(at)
        for name, place in rounded:
            symbol = values.symbol(name)
            found[symbol] += values.exact(place) - values.evaluated(place.expr)
        return cls(found, symbols, kind, values.exact(value), reaches, values, row)


class PointSet(Struct, frozen=True):
    """A curve or a surface of points; `at` runs through it in its parameters, where it can.

    `kinds` are pairs of the relations under which points of the set are of a kind, and the kind;
    `ranges` are relations between the parameters, of which one list holds whole, none where they
    take every value.
    """

    equations: tuple[Basic, ...]
    at: At | None
    kinds: tuple[tuple[tuple[Basic, ...], str], ...]
    value: Expr | None
    ranges: tuple[tuple[Basic, ...], ...] = ()

    @classmethod
    def of(cls, found: solved.PointSet, values: Values) -> PointSet:
        """What an answer says of a curve or surface of points, with SymPy objects."""
        value = values.exact(found.value)
        if value is None and found.value_tree is not None:
            value = values.evaluated(found.value_tree)
        return cls(
            tuple(map(values.as_written, found.equations)),
            None if found.points is None else values.along(found.points),
            tuple((tuple(map(values.as_written, part.where)), part.kind) for part in found.kinds),
            value,
            tuple(tuple(map(values.as_written, part)) for part in found.ranges),
        )


class Extreme(Struct, frozen=True):
    """A least or greatest value; one that is not attained is a bound, oo for none.

    `attained` is None where that is not decided; `argument` is the id of the theorem used.
    `families` and `sets` are places, from 0, in those of the answer.
    """

    attained: bool | None
    value: Expr | None
    at: tuple[At, ...]
    families: tuple[int, ...]
    sets: tuple[int, ...]
    argument: str
    reason: str

    @classmethod
    def of(
        cls,
        found: solved.Extreme | variation.Extreme,
        places: Iterable[solved.Place],
        values: Values,
    ) -> Extreme:
        """What an answer says of a least or greatest value, with SymPy objects."""
        return cls(
            found.attained,
            values.exact(found.value),
            tuple(map(values.at, places)),
            found.families,
            found.sets if isinstance(found, solved.Extreme) else (),
            found.argument,
            found.reason.say(values.language),
        )


class Optimum(Result):
    """What the two answers share."""

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """Points that repeat, one for each choice of whole numbers."""
        return tuple(
            Family.of(one.at, one.ranges, one.kind, one.value, self._values, one.row, one.rounded)
            for one in self._answer.families
        )

    @cached_property
    def sets(self) -> tuple[PointSet, ...]:
        """Curves and surfaces of points."""
        return tuple(PointSet.of(one, self._values) for one in self._answer.sets)

    @cached_property
    def minimum(self) -> Extreme | None:
        """The least value, or the bound that is not attained; None when it was not come to."""
        return self._extreme(self._answer.minimum)

    @cached_property
    def maximum(self) -> Extreme | None:
        """The greatest value, or the bound that is not attained; None where it is open."""
        return self._extreme(self._answer.maximum)

    def at(self, **values: Any) -> Self:
        """The case that holds for these values of the parameters; the result itself where it has no
        cases. Raises ValueError where none holds, or that is not decided."""
        return self._at(**values)

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """The names that stand for any number."""
        return tuple(self._answer.question.parameters)

    def _extreme(self, found: solved.Extreme | None) -> Extreme | None:
        return None if found is None else Extreme.of(found, found.at, self._values)

    def _derivations(self) -> Iterator[tuple[str, Derivation]]:
        for one in self._answer.gradient:
            for derivation in one.derivations:
                yield ", ".join(one.wrt), derivation
        for derivation in self._answer.solving:
            yield SOLVING, derivation
