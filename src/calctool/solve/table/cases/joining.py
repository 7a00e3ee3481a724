"""Parts of the parameter line joined where the formulas of one give the table of its neighbour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from calctool.algebra.cells import partition
from calctool.algebra.cells.partition import Part
from calctool.algebra.field import prove_equal
from calctool.algebra.roots import Interval, Point, zeros
from calctool.notation.tree import Tree
from calctool.notation.walk import substitute
from calctool.solve.exact.line import exact_of, is_infinite, point_of
from calctool.solve.exact.order import compared
from calctool.solve.exact.record import Exact, OnlyZero
from calctool.solve.exact.values import exact, exact_value
from calctool.solve.table.cases.zeros import are_same
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Extreme, Family, TableInterval, TablePoint

Formulas = tuple[Tree | None, ...]


def joined(parts: list[Part[TableAnswer]], letter: str) -> list[Part[TableAnswer]]:
    """In order; every value of a part is in one of them."""

    def agree(cell: TableAnswer, value: TableAnswer, at: Point) -> bool:
        return agrees(cell, value, _at(letter, at))

    return partition.joined(parts, alike, agree)


def alike(one: TableAnswer, other: TableAnswer) -> bool:
    """Whether two cells have the same formulas everywhere."""
    return (
        all(
            getattr(one, name) == getattr(other, name)
            for name in (
                "domain",
                "points",
                "intervals",
                "asymptotes",
                "roots",
                "flat",
                "families",
                "period",
                "drift",
                "growth",
            )
        )
        and all(
            (p is None) == (q is None)
            and (
                p is None or q is None or (p.attained, p.value, p.at) == (q.attained, q.value, q.at)
            )
            for p, q in ((one.minimum, other.minimum), (one.maximum, other.maximum))
        )
        and one.completeness.missing == other.completeness.missing
    )


def agrees(cell: TableAnswer, other: TableAnswer, put: Mapping[str, Tree]) -> bool:
    """Whether the formulas of a cell give, with values beside it, exactly the table there."""
    return _Comparison(dict(put)).tables(cell, other)


def _at(letter: str, at: Point) -> Mapping[str, Tree]:
    assert at.tree is not None  # noqa: S101 (a table was made there)
    return {letter: at.tree}


class _Comparison(Struct, frozen=True):
    put: dict[str, Tree]

    def tables(self, cell: TableAnswer, point: TableAnswer) -> bool:
        if cell.completeness.missing != point.completeness.missing:
            return False
        if len(cell.points) != len(point.points) or len(cell.intervals) != len(point.intervals):
            return False
        if (cell.domain is None) != (point.domain is None):
            return False
        if len(cell.families) != len(point.families):
            return False
        if (cell.roots is None) != (point.roots is None):
            return False
        if cell.flat != point.flat:
            return False
        return all(self._tests(cell, point))

    def _tests(self, cell: TableAnswer, point: TableAnswer) -> Iterator[bool]:
        yield len(cell.domain or ()) == len(point.domain or ())
        for one, other in zip(cell.domain or (), point.domain or (), strict=False):
            yield one.closed == other.closed
            yield self.same(one.start, other.start) and self.same(one.end, other.end)
        for p, q in zip(cell.points, point.points, strict=False):
            yield self.points(p, q)
        for i, j in zip(cell.intervals, point.intervals, strict=False):
            yield self.intervals(i, j)
        if cell.roots_repeat and point.roots_repeat:
            yield not point.lone_roots and are_same(
                cell.root_families, point.root_families, self.put
            )
        else:
            yield len(cell.roots or ()) == len(point.roots or ())
            for r, s in zip(cell.roots or (), point.roots or (), strict=False):
                yield r.multiplicity == s.multiplicity and self.same(r.at, s.at)
        for f, g in zip(cell.families, point.families, strict=False):
            yield self.families(f, g)
        for one_, other_ in (
            ((cell.period,), (point.period,)),
            (cell.drift, point.drift),
            (cell.growth, point.growth),
        ):
            yield self.formulas(one_, other_)
        yield self.extremes(cell.minimum, point.minimum)
        yield self.extremes(cell.maximum, point.maximum)
        yield len(cell.asymptotes) == len(point.asymptotes)
        for a, b in zip(cell.asymptotes, point.asymptotes, strict=False):
            lines = (Exact(each.line.right, None, None) for each in (a, b))
            yield (a.kind, a.side) == (b.kind, b.side) and self.lines(*lines)

    def lines(self, one: Exact, other: Exact) -> bool:
        return bool(prove_equal(substitute(one.expr, self.put), other.expr))

    def formulas(self, some: Formulas | None, others: Formulas | None) -> bool:
        if some is None or others is None:
            return some is others
        return all(
            one is other
            or (one is not None and other is not None
                and bool(prove_equal(substitute(one, self.put), other)))
            for one, other in zip(some, others, strict=True)
        )  # fmt: skip

    def families(self, f: Family, g: Family) -> bool:
        return (
            (f.kind, f.reach, f.integer) == (g.kind, g.reach, g.integer)
            and f.row is None
            and g.row is None
            and self.formulas((f.at,), (g.at,))
            and self.same(f.place, g.place)
            and self.same(f.value, g.value)
        )

    def points(self, p: TablePoint, q: TablePoint) -> bool:
        return (
            (p.kinds, p.slope, p.bends, p.is_defined) == (q.kinds, q.slope, q.bends, q.is_defined)
            and self.same(p.at, q.at)
            and self.same(p.value, q.value)
            and self.same(p.left, q.left)
            and self.same(p.right, q.right)
        )

    def intervals(self, i: TableInterval, j: TableInterval) -> bool:
        return (
            (i.sign, i.concavity) == (j.sign, j.concavity)
            and self.same(i.start, j.start)
            and self.same(i.end, j.end)
            and self.same(i.left, j.left)
            and self.same(i.right, j.right)
        )

    def extremes(self, e: Extreme | None, g: Extreme | None) -> bool:
        if e is None or g is None:
            return e is g
        places = len(e.at) == len(g.at) and all(map(self.same, e.at, g.at))
        return e.attained == g.attained and places and self.same(e.value, g.value)

    def same(self, one: Exact | None, other: Exact | None) -> bool:
        """Whether a formula has certainly that value."""
        if one is None or other is None:
            return one is other
        if is_infinite(one.expr) or is_infinite(other.expr):
            return one.expr == other.expr
        if one.root is not None:
            return self.is_only_zero(one.root, other)
        if not one.is_known:
            return False
        tree = substitute(one.expr, self.put)
        if tree.names or other.expr.names:
            return other.root is None and bool(prove_equal(tree, other.expr))
        value = exact(exact_value(tree))
        return value.low is not None and compared(value, other) == 0

    def is_only_zero(self, root: OnlyZero, at: Exact) -> bool:
        """Whether what a name stands for is there the only zero, too, and lies at this place."""
        start, end = (self.end(each) for each in (root.start, root.end))
        if start is None or end is None:
            return False
        equation = substitute(root.equation, self.put)
        if equation.names != {root.name}:
            return False
        found = zeros(equation, root.name, (Interval(start[0], end[0]),))
        known = found.state == "complete" and not found.families and not found.flat
        if not known or len(found.zeros) != 1:
            return False
        return compared(exact_of(found.zeros[0].at), at) == 0

    def end(self, at: Exact) -> tuple[Point | None] | None:
        """An end at this value of the parameter, None inside for an infinite one; None where it is
        not known."""
        if is_infinite(at.expr):
            return (None,)
        if at.root is not None or not at.is_known:
            return None
        point = point_of(substitute(at.expr, self.put))
        return None if point is None else (point,)
