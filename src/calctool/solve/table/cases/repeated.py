"""What repeats with a period, carried over from the table at one sample."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from calctool.algebra.build import added, multiplied, negated
from calctool.algebra.cells.plain_form import plainest
from calctool.algebra.cells.region import Region
from calctool.algebra.field import Field, prove_equal
from calctool.algebra.roots.periods.damped import rates_of
from calctool.notation.tree import ZERO, Call, Name, Product, Sum, Tree
from calctool.notation.walk import substitute
from calctool.solve.exact.line import BOTTOM, TOP
from calctool.solve.exact.order import order
from calctool.solve.exact.record import Exact
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Family
from calctool.words import Words
from calctool.words import table as words


class Repeated(Struct):
    """The period of `f` and the points that it repeats."""

    sample: TableAnswer
    f: Tree
    name: str
    cell: Region
    missing: list[Words] = []
    turn: Tree | None = None
    """The period, or the T of f(x + T) = f(x) + c or r*f(x), once it is known in the letters."""

    def carried(self, made: TableAnswer) -> TableAnswer:
        """With the families of its points. Raises Cut where the sample has a period of its own."""
        sample = self.sample
        if sample.period is None and sample.drift is None and sample.growth is None:
            if sample.families:
                self.missing.append(words.REPEATED_BY_CASES)
            return made
        if made.shown is None or made.shown[0].root is not None or made.shown[1].root is not None:
            self.missing.append(words.REPEATED_BY_CASES)
            return made
        turn = plainest(added((made.shown[1].expr, negated(made.shown[0].expr))), self.cell)
        goes_on = self.goes_on(turn)
        self.turn = turn
        by_place = {old.at: new for old, new in zip(sample.points, made.points, strict=True)}
        found = []
        for family in sample.families:
            point = None if family.place is None else by_place.get(family.place)
            if point is None or point.at.root is not None or not point.at.is_known:
                self.missing.append(words.REPEATED_BY_CASES)
                continue
            found.append(self.family(family, point.at, point.value, turn, goes_on))
        return replace(
            made,
            period=None if sample.period is None else turn,
            drift=None if sample.drift is None else (turn, goes_on),
            growth=None if sample.growth is None else (turn, goes_on),
            families=tuple(found),
        )

    def goes_on(self, turn: Tree) -> Tree:
        """The c of f(x + T) = f(x) + c, or the r of r*f(x). Raises Cut where the period of the
        sample is shorter, as that of sin(x)*(a + cos(x)) at a = 0, or what it says of c and r does
        not hold all over the cell."""
        if self.sample.growth is not None:
            exponent = self.exponent(turn)
            if exponent is None:
                raise self.cell.without_sample()
            self.sign(exponent)
            return Call("exp", (exponent,))
        moved = self.moved(turn)
        if moved is None or self.sign(moved) != self.known_sign():
            raise self.cell.without_sample()
        return moved

    def sign(self, moved: Tree) -> int | None:
        """That of the drift in the cell. Raises Cut where it changes."""
        return self.cell.sign(moved) if moved.names else order(moved)

    def known_sign(self) -> int | None:
        """At the sample."""
        return 0 if self.sample.drift is None else order(self.sample.drift[1])

    def family(
        self, known: Family, at: Exact, value: Exact | None, turn: Tree, goes_on: Tree
    ) -> Family:
        k = Name(known.integer)
        if value is not None and self.sample.drift is not None:
            risen = added((value.expr, multiplied((k, goes_on))))
            value = Exact(risen, None, None)
        if value is not None and value.expr != ZERO and isinstance(goes_on, Call):
            grown = Call("exp", (multiplied((k, *goes_on.children)),))
            value = Exact(multiplied((grown, value.expr)), None, None)
        place = added((at.expr, multiplied((turn, k))))
        return replace(known, at=place, value=value, place=at)

    def exponent(self, turn: Tree) -> Tree | None:
        """c, not 0 anywhere in the cell, with f(x + T) = e^c*f(x); None where none is found."""
        later = substitute(self.f, {self.name: Sum((Name(self.name), turn))})
        for rate in dict.fromkeys(rates_of(self.f, self.name).values()):
            exponent = plainest(multiplied((rate, turn)), self.cell)
            if prove_equal(later, Product((Call("exp", (exponent,)), self.f))) is True:
                return exponent
        return None

    def moved(self, turn: Tree) -> Tree | None:
        """f(x + T) - f(x), which is free of x; None where no normal form says so."""
        later = substitute(self.f, {self.name: Sum((Name(self.name), turn))})
        own = Field()
        elements = [own.normal(tree) for tree in (later, self.f, later)]
        if elements[1] is None or elements[2] is None:
            return None
        apart = own.to_tree(elements[2] - elements[1])
        return None if apart is None or self.name in apart.names else plainest(apart, self.cell)


def far_limits(sample: TableAnswer) -> Iterator[tuple[Exact, Exact]]:
    """Where f goes with its drift, the sign of which is that at the sample."""
    if sample.drift is None:
        return
    for far, side in ((BOTTOM, 1), (TOP, -1)):
        yield far, BOTTOM if order(sample.drift[1]) == side else TOP
