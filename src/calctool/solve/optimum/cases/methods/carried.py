"""Least and greatest values of a polynomial with one letter, by what is known at a sample."""

from __future__ import annotations

from msgspec import Struct

from calctool.algebra.cells.at_places import AtPlaces
from calctool.algebra.cells.at_places import Place as AtPlace
from calctool.algebra.cells.cell import Cell
from calctool.algebra.cells.plain_form import plainest
from calctool.algebra.cells.systems.planar import Planar
from calctool.algebra.real.ring import Undecided
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.notation.tree import Negative, Sum, Tree
from calctool.solve.candidates import CandidatePoint, Extreme
from calctool.solve.optimum.cases.asked import NoMethod
from calctool.solve.optimum.cases.methods.far_out import FarOut
from calctool.solve.optimum.cases.methods.seen import along, as_written
from calctool.solve.optimum.problem import Problem
from calctool.solve.optimum.record import OptimumAnswer
from calctool.words import Words
from calctool.words.extrema import cases as words


class Ends(Struct):
    """The answer at a sample, with its places as formulas in the letter."""

    whole: OptimumAnswer
    task: Problem
    cell: Cell
    planar: Planar
    far: FarOut
    sample: OptimumAnswer
    missing: list[Words] = []
    named: dict[str, AtPlace] = {}
    """What the names of places without formulas stand for."""

    def extreme(self, points: tuple[CandidatePoint, ...], turn: int, *, is_whole: bool) -> Extreme:
        known = self.sample.minimum if turn < 0 else self.sample.maximum
        assert known is not None  # noqa: S101 (an answer has both)
        if known.argument == "infeasible":
            return known
        side = self.far.side(self.cell, turn)
        found = self.seen(points, known, turn) if side != "attained" else None
        if found is not None:
            return found
        if side == "unbounded":
            if known.attained is not False or known.value is None:
                raise NoMethod
            return Extreme(False, known.value, "leading-form", words.UNBOUNDED[turn])
        if side == "attained" and is_whole:
            best = self.best(points, turn)
            if best:
                values = points[best[0]].value
                at = tuple(points[i].at for i in best)
                return Extreme(True, values, "leading-form", words.ATTAINED, at)
        return Extreme(None, None, "undecided", words.EXTREME_OPEN)

    def seen(self, points: tuple[CandidatePoint, ...], known: Extreme, turn: int) -> Extreme | None:
        """Along the curve of the sample, or at a value that f is beyond as it is written."""
        try:
            if known.attained is False:
                gs = [each.g for each in self.task.constraints]
                return along(known.approached, self.task.f, gs, turn, self.sign)
            bound = as_written(self.task.f, self.task.names, self.sign)
            if bound is None or bound[0] != turn:
                return None
            value = bound[1]
            at = [
                each for each in points
                if each.value and not self.sign(Sum((each.value.expr, Negative(value))))
            ]  # fmt: skip
        except Undecided:
            return None
        places = tuple(each.at for each in at)
        reason = words.SIGNS[turn]
        return Extreme(True, at[0].value, "signs-of-terms", reason, places) if at else None

    def best(self, points: tuple[CandidatePoint, ...], turn: int) -> list[int]:
        """The points with the least, or greatest, value; the cell is cut where that changes."""
        best: list[int] = []
        for i, point in enumerate(points):
            if point.value is None:
                return []
            if not best:
                best = [i]
                continue
            other = points[best[0]].value
            assert other is not None  # noqa: S101 (it was compared)
            try:
                sign = self.sign(Sum((point.value.expr, Negative(other.expr))))
            except Undecided:
                return []
            if sign == 0:
                best.append(i)
            elif sign == turn:
                best = [i]
        return best

    def sign(self, tree: Tree) -> int:
        if tree.names & self.named.keys():
            return AtPlaces(self.cell, self.named).sign(tree)
        plain = plainest(tree, self.cell)
        if plain.names:
            return self.cell.sign(plain)
        found = known_sign(plain)
        if found is None:
            raise Undecided
        return found
