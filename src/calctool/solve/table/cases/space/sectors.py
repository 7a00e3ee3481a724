"""Several parameters: a table for each combination of the signs that matter."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from calctool import budget
from calctool.algebra.cells.cell import Cut
from calctool.algebra.cells.curves import Curve
from calctool.algebra.cells.plane import NoMethod
from calctool.algebra.cells.projection import Projected
from calctool.algebra.cells.space.implied import without_implied
from calctool.algebra.cells.space.open_cells import Sample
from calctool.algebra.cells.space.polynomials import told
from calctool.algebra.cells.space.sign_region import SignRegion
from calctool.algebra.cells.space.space import Sector, Space, between
from calctool.algebra.domain.alternatives import plainer, simplest
from calctool.algebra.domain.bounds import bounds
from calctool.algebra.domain.ranges import range_of
from calctool.algebra.extrema.polar.nonempty import has_point
from calctool.algebra.extrema.polar.region import region
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.algebra.unsettled import Unsettled
from calctool.notation.tree import ZERO, Negative, Relation, Sum, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.answer import Case
from calctool.solve.exact.values import exact
from calctool.solve.question import Stretch
from calctool.solve.table.cases.carried import Carried
from calctool.solve.table.cases.joining import agrees, alike
from calctool.solve.table.cases.line import Solve, nowhere, open_case
from calctool.solve.table.cases.places import Places, places_of
from calctool.solve.table.cases.space.equations import Equations, Leaf
from calctool.solve.table.record import TableAnswer, TableQuestion

Signs = tuple[int | None, ...]
"""Those of the cuts; None: not 0."""


class Several(Struct):
    """A question with several parameters."""

    whole: TableAnswer
    curves: tuple[Curve, ...]
    ground: Stretch | None
    solve: Solve
    finished: list[Case] = []

    @property
    def question(self) -> TableQuestion:
        return self.whole.question

    def cases(self, projected: Projected) -> tuple[Case, ...]:
        """Of all values that keep the assumptions exactly one case holds; NoMethod where no
        polynomials decide."""
        space = self.space(projected)
        tables = self.without_superfluous(space, self.open_cases(space))
        made = self.finished
        made += [
            Case((plainer(space.relations(signs), self.question.assumed),), table)
            for signs, table in tables
        ]
        for which, cut in enumerate(space.cuts):
            for leaf in self.equations.on(space.letters, cut, space.cuts[:which]):
                made.append(leaf.case(self.whole))
            if len(made) > budget.CELLS:
                raise NoMethod
        made.sort(key=lambda case: _signs(space, _table(case)))
        letters, given = self.question.parameters, self.question.assumed
        return tuple(
            replace(case, when=tuple(without_implied(group, given, letters) for group in case.when))
            for case in _together(made)
        )

    @property
    def equations(self) -> Equations:
        return Equations(self.whole, self.ground, self.solve)

    def space(self, projected: Projected) -> Space:
        """All values of the parameters, cut where something may change."""
        if projected.values:
            raise NoMethod
        space = Space(self.question.parameters, self.question.assumed)
        known = bounds(self.question.assumed)
        for tree in projected.conditions:
            found = range_of(tree, known)
            if not found.positive and not found.negative:
                space.add(tree)
        for each in self.question.assumed:
            if each.sign in ("<=", ">="):
                space.add(Sum((each.left, Negative(each.right))))
        return space

    def open_cases(self, space: Space) -> list[tuple[Signs, TableAnswer]]:
        """Those in which no cut vanishes."""
        while True:
            space.arrange()
            sectors = space.sectors()
            if sum(len(each.samples) for each in sectors) > budget.CELLS:
                raise NoMethod
            try:
                return merged([(each.signs, self.of_sector(space, each)) for each in sectors])
            except Cut as cut:
                if not space.add(cut.of):
                    raise NoMethod from None

    def without_superfluous(
        self, space: Space, tables: list[tuple[Signs, TableAnswer]]
    ) -> list[tuple[Signs, TableAnswer]]:
        """Without cuts at which the formulas on both sides hold too: they no longer cut."""
        which = 0
        while which < len(space.cuts):
            if all(signs[which] is None for signs, _ in tables) and self.hold_on(
                space, which, tables
            ):
                del space.cuts[which]
                tables = [((*s[:which], *s[which + 1 :]), table) for s, table in tables]
                which = 0
            else:
                which += 1
        return merged(tables)

    def hold_on(self, space: Space, which: int, tables: list[tuple[Signs, TableAnswer]]) -> bool:
        """Whether the formulas beside a cut are those on it, wherever no other cut vanishes."""
        others = (*space.cuts[:which], *space.cuts[which + 1 :])
        try:
            leaves = tuple(self.equations.on(space.letters, space.cuts[which], others))
        except NoMethod:
            return False
        return all(self.is_as_beside(space, which, tables, leaf) for leaf in leaves)

    def is_as_beside(
        self, space: Space, which: int, tables: list[tuple[Signs, TableAnswer]], leaf: Leaf
    ) -> bool:
        """Whether one case on a cut is as all sectors that it touches."""
        apart = [signs for signs, t in tables if not agrees(t, leaf.table, leaf.put)]
        return len(apart) < len(tables) and not any(
            _touch(space, which, signs, leaf, self.question.assumed) for signs in apart
        )

    def of_sector(self, space: Space, sector: Sector) -> TableAnswer:
        """The table with the same formulas in all parts of a sector; Cut where they differ."""
        first, *others = (self.of_part(space, sector, i) for i in range(len(sector.samples)))
        if any(not alike(first, other) for other in others):
            raise Cut(between(space, sector), ())
        return first

    def of_part(self, space: Space, sector: Sector, which: int) -> TableAnswer:
        samples = sector.samples[which:] + sector.samples[:which]
        values: dict[str, Tree] = dict(zip(space.letters, map(number, samples[0]), strict=True))
        told = tuple((n, exact(v)) for n, v in values.items())
        try:
            return self.table(space, sector, samples, values)
        except Unsettled:
            return replace(open_case(self.whole), sample=told)

    def table(
        self,
        space: Space,
        sector: Sector,
        samples: tuple[Sample, ...],
        values: dict[str, Tree],
    ) -> TableAnswer:
        """That of the part in which the first sample lies."""
        relations = (*space.given, *space.relations(sector.signs))
        cuts = zip(space.cuts, sector.signs, strict=True)
        region = SignRegion(space.letters, relations, cuts, samples)
        at_sample = self.equations.table_at(values, ())
        if at_sample is None:
            told = tuple((n, exact(v)) for n, v in values.items())
            return replace(nowhere(self.whole), sample=told)
        places = Places(region, self.curves, places_of(at_sample))
        return Carried(at_sample, self.whole, region, places, []).table()


def _touch(space: Space, which: int, signs: Signs, leaf: Leaf, given: tuple[Relation, ...]) -> bool:
    """Whether a case on a cut may have values beside which a sector lies."""
    on_cut = told(space.cuts[which], 0, space.letters)
    beside = [each for i, each in enumerate(space.relations(signs)) if i != which]
    for group in leaf.read(leaf.when, given):
        both = region(ZERO, space.letters, (*given, on_cut, *beside, *group))
        if both is None or has_point(both) is not False:
            return True
    return False


def merged(tables: list[tuple[Signs, TableAnswer]]) -> list[tuple[Signs, TableAnswer]]:
    """Sectors on both sides of a cut with the same formulas as one, in which it is not 0."""
    made: list[tuple[Signs, TableAnswer]] = list(tables)
    index = 0
    while index < len(made):
        signs, table = made[index]
        for other in range(index + 1, len(made)):
            own, others = signs, made[other][0]
            apart = [i for i, (p, q) in enumerate(zip(own, others, strict=True)) if p != q]
            if len(apart) == 1 and alike(table, made[other][1]):
                signs = tuple(None if i == apart[0] else s for i, s in enumerate(own))
                made[index] = signs, table
                del made[other]
                index = -1
                break
        index += 1
    return made


def _signs(space: Space, table: TableAnswer) -> tuple[int, ...]:
    """Those of the cuts, at the sample of a case."""
    values = {name: at.expr for name, at in table.sample}
    return tuple(known_sign(substitute(tree, values)) or 0 for tree in space.trees())


def _table(case: Case) -> TableAnswer:
    assert isinstance(case.answer, TableAnswer)  # noqa: S101 (made here)
    return case.answer


def _together(cases: list[Case]) -> list[Case]:
    """Cases of one function with the same formulas as one."""
    made: list[Case] = []
    for case in cases:
        for index, other in enumerate(made):
            own, others = _table(case), _table(other)
            same = own.question.statement == others.question.statement
            if same and alike(others, own):
                made[index] = Case(simplest((*other.when, *case.when), ()), others)
                break
        else:
            made.append(case)
    return made


def is_open(case: Case) -> bool:
    return _table(case).is_open_case
