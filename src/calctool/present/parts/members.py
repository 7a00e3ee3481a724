"""Names for members of rows in the lines that find them: x = x₁ in place of an enclosure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import Name, Negative, Relation, Tree, rational
from calctool.present.parts.rows import Rows
from calctool.solve.exact.record import Exact
from calctool.solve.rows import Row


def member_names(told: Rows, rows: Sequence[Row], stem: str | None = None) -> dict[Exact, Tree]:
    """xₖ for the members that are listed, −xₖ for those of a row in a mirror."""
    found: dict[Exact, Tree] = {}
    letters = []
    for row, letter in told.named(rows, stem):
        letters.append(letter)
        found.update(_members(row, letter))
    mirrored = (row for row in rows if row.mirror)
    for row, letter in zip(mirrored, letters, strict=False):
        found.update((at, Negative(name)) for at, name in _members(row, letter))
    return found


def _members(row: Row, letter: str) -> Iterator[tuple[Exact, Name]]:
    for k, at in enumerate(row.listed, row.cells.reach[0] or 0):
        yield at, Name(f"{letter}_{k}")


class Members:
    """The names on one page; the lines of a chain are handed over in turn."""

    def __init__(self, names: dict[Exact, Tree]) -> None:
        self._names = names
        self._ends: dict[Fraction, Tree] = {}

    def line(self, line: Line) -> Line:
        """With x = x₁ for each enclosure of a member, and for its formula."""
        if isinstance(line, System):
            return self._system(line)
        if isinstance(line, Alternatives):
            return Alternatives(tuple(map(self._system, line.systems)))
        return line

    def needs(self, relations: Iterable[Relation]) -> Iterator[Relation]:
        """What a line needs, the ends of enclosures by their names."""
        for each in relations:
            value = rational(each.right) if not each.right.names else None
            name = None if value is None else self._ends.get(value)
            yield each if name is None else Relation(each.left, each.sign, name)

    def _system(self, system: System) -> System:
        found = enclosed(system)
        if found is None:
            return system
        left, low, high = found
        for at, name in self._names.items():
            if at.low is not None and at.high is not None and low <= at.low and at.high <= high:
                self._ends.update({low: name, high: name})
                return System((Relation(left, "=", name),))
        return system


def enclosed(system: System) -> tuple[Tree, Fraction, Fraction] | None:
    """A name with the two bounds that are all that a system says of it."""
    match system.relations:
        case (Relation(Name() as left, ">=", low), Relation(Name() as again, "<=", high)):
            bounds = rational(low), rational(high)
            if left == again and bounds[0] is not None and bounds[1] is not None:
                return left, bounds[0], bounds[1]
    return None
