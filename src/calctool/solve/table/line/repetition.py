"""How the one shift that a table covers goes on for ever."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.clean import clean
from calctool.notation.tree import Name, Negative, Power, Product, Sum, Tree
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact, Reach
from calctool.solve.exact.values import exact, value_of
from calctool.solve.table.line.values import moved
from calctool.solve.table.record import TableAnswer


class Repetition(Struct, frozen=True):
    """How the stretches of one shift repeat: `by` is what is added for the integer `letter`."""

    letter: str
    period: Tree
    by: Tree
    reach: Reach
    drift: Tree | None
    factor: Tree | None

    def shifted(self, at: Exact) -> Tree:
        """Where a place is again, for every value of the letter."""
        return at.expr if is_infinite(at.expr) else clean(Sum((at.expr, self.by)))

    def before(self, at: Exact) -> Exact:
        """One shift to the left of a place."""
        return _moved(at, Negative(self.period))

    def after(self, at: Exact) -> Exact:
        """One shift to the right of it."""
        return _moved(at, self.period)

    @property
    def but_first(self) -> Repetition:
        """Without the one at the end of the line at which they begin, if they do."""
        first, last = self.reach
        if first is not None:
            return replace(self, reach=(first + 1, last))
        return self if last is None else replace(self, reach=(first, last - 1))

    def moved(self, value: Exact | None) -> Tree | None:
        """The value at all repetitions, where it is known."""
        if value is None or not value.is_known:
            return None
        k = Name(self.letter)
        if self.factor is not None:
            return Product((Power(self.factor, k), value.expr))
        return None if self.drift is None else clean(Sum((value.expr, Product((k, self.drift)))))


def _moved(at: Exact, by: Tree) -> Exact:
    if not at.is_known:
        return moved(at, by)
    made = clean(Sum((at.expr, by)))
    value = value_of(made)
    return Exact(made, None, None) if value is None else exact(value)


def repetition(made: TableAnswer) -> Repetition | None:
    """None where the table covers all that was asked for."""
    shifted = made.drift or made.growth
    period = shifted[0] if shifted else made.period
    repeated = next((each for each in made.families if each.place is not None), None)
    if period is None or repeated is None:
        return None
    by = clean(Product((Name(repeated.integer), period)))
    drift = made.drift[1] if made.drift else None
    factor = made.growth[1] if made.growth else None
    return Repetition(repeated.integer, period, by, repeated.reach, drift, factor)
