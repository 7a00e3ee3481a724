"""For which values of several parameters f is as `--when` asks.

First by the signs of polynomials, off whose zeros the truth of the property does not change; where
they do not tell, by the least or greatest value of each case, whose sign is then the condition.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from calctool import budget
from calctool.algebra.cells.cell import Cut
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.space.open_cells import Sample
from calctool.algebra.cells.space.polynomials import readable
from calctool.algebra.cells.space.space import Sector, Space, between
from calctool.algebra.domain.alternatives import Group, simplest
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import Tree, number
from calctool.solve.answer import Case
from calctool.solve.table.cases.required import Required, deciding, holds
from calctool.solve.table.cases.space.equations import Equations, Leaf
from calctool.solve.table.record import TableAnswer


class Holding(Struct):
    """A question with several parameters that asks `when`, and what is known of it."""

    equations: Equations
    holding: list[Group] = field(default_factory=list)
    undecided: list[Group] = field(default_factory=list)

    @property
    def whole(self) -> TableAnswer:
        return self.equations.whole

    @property
    def property_(self) -> str:
        assert self.whole.question.when is not None  # noqa: S101 (asked only then)
        return self.whole.question.when

    def by_signs(self, space: Space) -> Required:
        """By the polynomials that cut the space; NoMethod where nothing is decided."""
        while True:
            space.arrange()
            sectors = space.sectors()
            if sum(len(each.samples) for each in sectors) > budget.CELLS:
                raise NoMethod
            try:
                found = [self.of_sector(space, each) for each in sectors]
                break
            except Cut as change:
                if not space.add(change.of):
                    raise NoMethod from None
        if found and all(each is None for each in found):
            raise NoMethod
        for sector, is_so in zip(sectors, found, strict=True):
            self.tell((space.relations(sector.signs),), is_so)
        for which, cut in enumerate(space.cuts):
            for leaf in self.equations.on(space.letters, cut, space.cuts[:which]):
                self.of_leaf(leaf)
        return self.required()

    def by_values(self, cases: Iterable[Case]) -> Required:
        """Where f has a certain sign: that of its least or greatest value in each case. NoMethod
        where nothing is decided."""
        for case in cases:
            assert isinstance(case.answer, TableAnswer)  # noqa: S101 (a case of a table)
            try:
                more = self.of_value(case.answer)
            except Unsettled:
                self.undecided += case.when
                continue
            if more is not None:
                self.holding += [(*group, *more) for group in case.when]
        if self.undecided and not self.holding:
            raise NoMethod
        return self.required()

    def of_value(self, table: TableAnswer) -> Group | None:
        """What the extreme has to be; None where f is not so."""
        if table.domain == ():
            return None
        value, relation = deciding(table, self.property_)
        if not value.expr.names:
            return () if holds(table, self.property_) else None
        if not value.expr.names <= set(self.whole.question.parameters):
            raise NoMethod
        return (readable(relation, self.whole.question.parameters),)

    def required(self) -> Required:
        given = self.whole.question.assumed
        return Required(simplest(self.holding, given), simplest(self.undecided, given))

    # --- parts of the space ---

    def tell(self, groups: Iterable[Group], is_so: bool | None) -> None:
        if is_so is not False:
            (self.undecided if is_so is None else self.holding).extend(groups)

    def of_sector(self, space: Space, sector: Sector) -> bool | None:
        """Whether it holds in all parts of a sector; Cut where they differ."""
        found = {self.at_sample(space, sample) for sample in sector.samples}
        if len(found) > 1:
            raise Cut(between(space, sector), ())
        return found.pop()

    def at_sample(self, space: Space, sample: Sample) -> bool | None:
        values: dict[str, Tree] = dict(zip(space.letters, map(number, sample), strict=True))
        try:
            return holds(self.equations.table_at(values, ()), self.property_)
        except Unsettled:
            return None

    def of_leaf(self, leaf: Leaf) -> None:
        """Where an equation holds: the question was asked there with `when`, too."""
        table = leaf.table
        found: bool | None
        if table.required is not None:
            for is_so, condition in ((True, table.required), (None, table.required_open)):
                groups = tuple((*group, *more) for group in leaf.when for more in condition)
                self.tell(leaf.read(groups, self.whole.question.assumed), is_so)
            return
        try:
            found = table.domain != () and holds(table, self.property_)
        except Unsettled:
            found = None
        self.tell(leaf.read(leaf.when, self.whole.question.assumed), found)
