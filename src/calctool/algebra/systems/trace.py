"""How a person would solve the system: factor, substitute, eliminate, solve, put back in.

It explains the solutions that are known already, and leads to no others.
"""

from __future__ import annotations

from collections.abc import Sequence

from calctool import budget
from calctool.algebra.solutions import Move
from calctool.algebra.systems.cases import cases
from calctool.algebra.systems.equations import (
    Equation,
    Equations,
    distinct,
    equation,
    ideal_of,
    line,
    put_in,
    roots,
    same_ideal,
    solved,
)
from calctool.algebra.systems.ideals.frame import Frame, TooLarge
from calctool.algebra.systems.ideals.triangular import triangular
from calctool.algebra.systems.parametrised import coefficient
from calctool.algebra.systems.points.place import AlgebraicPlace
from calctool.algebra.systems.reality import reality
from calctool.algebra.systems.zero_dimensional import CountsDifferError, real_points
from calctool.notation.system import Alternatives, Line, System
from calctool.notation.tree import ZERO, Name, Relation, Tree

Places = Sequence[AlgebraicPlace]


def moves(
    frame: Frame, equations: Sequence[Tree], places: Places, *, finite: bool
) -> tuple[Move, ...]:
    """From the equations as they were given; `finite` says that `places` are all solutions."""
    trace = _Trace(frame, places if finite else None)
    given = [(tree, frame.polynomial(tree)) for tree in equations]
    trace.solve(distinct(Equation(p, Relation(tree, "=", ZERO)) for tree, p in given if p))
    return tuple(trace.moves)


class _Trace:
    """The moves made so far."""

    def __init__(self, frame: Frame, places: Places | None) -> None:
        self.frame, self.places = frame, places
        self.moves: list[Move] = []
        self._seen: set[frozenset[str]] = set()

    def solve(self, system: Equations) -> None:
        key = frozenset(str(each.polynomial) for each in system)
        if key in self._seen or len(self.moves) >= budget.SYSTEM_MOVES:
            return
        self._seen.add(key)
        if any(each.polynomial.is_constant() for each in system):
            self._add("contradiction", line(system), Alternatives(()), "ideal")
        elif not (
            self._substitutes(system, values=True)
            or self._finishes_apart(system)
            or self._splits(system)
            or self._substitutes(system)
        ):
            self._finish(system)

    def _add(self, id: str, before: Line, after: Line, proof: str | None, **bindings: Tree) -> None:
        self.moves.append(Move(id, before, after, proof, tuple(bindings.items())))

    def _substitutes(self, system: Equations, *, values: bool = False) -> bool:
        """An equation is solved for an unknown and put into the others: `values` are numbers."""
        for place, i in self._explicit(system, values):
            known = solved(self.frame, system[place].polynomial, i)
            others = (*system[:place], *system[place + 1 :])
            images = [put_in(self.frame, known.polynomial, i, each) for each in others]
            kept = distinct(each for each in images if each.polynomial)
            if all(len(each.polynomial) <= budget.SHOWN_TERMS for each in kept):
                after = (known, *kept)
                proof = "ideal" if same_ideal(self.frame, system, after) else None
                name = self.frame.names[i]
                self._add(
                    "substitute", line(system), line(after), proof, **{name: known.shown.right}
                )
                self.solve(after)
                return True
        return False

    def _explicit(self, system: Equations, values: bool) -> list[tuple[int, int]]:
        """Equations and the unknowns to solve them for, the simplest first."""
        found = []
        for place, each in enumerate(system):
            others = [q for k, q in enumerate(system) if k != place and q.solved is None]
            p = each.polynomial
            for i in range(len(self.frame.names)) if each.solved is None else [each.solved]:
                head = coefficient(p, i, 1)
                if not head or not head.is_constant() or int(p.degrees()[i]) != 1:
                    continue
                if any(q.has(i) for q in others) and (each.is_value or not values):
                    scale = abs(int(head.leading_coefficient()))
                    found.append((p.total_degree(), len(p), scale, -i, place))
        return [(place, -i) for _, _, _, i, place in sorted(found)]

    def _finishes_apart(self, system: Equations) -> bool:
        """Each equation is about one unknown of its own, or already solved for one."""
        open_ones = [each for each in system if each.solved is None]
        own = [each.unknowns for each in open_ones]
        if not own or any(len(each) != 1 for each in own) or len(set(map(tuple, own))) < len(own):
            return False
        self._finish(system)
        return True

    def _splits(self, system: Equations) -> bool:
        found = cases(self.frame, system)
        if found is None:
            return False
        self._add("factor", line(system), Alternatives(tuple(map(line, found))), "ideal")
        for case in found:
            self.solve(case)
        return True

    def _finish(self, system: Equations) -> None:
        """No equation splits and none is linear: one unknown is found, then the others."""
        open_ones = [each for each in system if each.solved is None]
        points = self._points(system)
        if points is None or (points and self._is_point(system)):
            return
        if not points:
            empty = next((e for e in open_ones if roots(self.frame, e) == []), None)
            before = line(system) if empty is None else empty.shown
            self._add("no-real-root", before, Alternatives(()), "real-roots")
            return
        if open_ones and not self.frame.constants:
            system = self._eliminated(system, open_ones)
            for each in system:
                self._solve_one(each)
        after = Alternatives(tuple(_point(place) for place in points))
        self._add("back-substitute", line(system), after, "real-roots")

    def _points(self, system: Equations) -> list[AlgebraicPlace] | None:
        """All its real solutions; None where they are not finite in number or not known."""
        if self.places is not None:
            return [place for place in self.places if self._holds(system, place)]
        try:
            ideal = ideal_of(self.frame, system)
            if ideal.dimension > 0:
                seen = reality(self.frame, ideal)
                return [] if seen is not None and not seen.samples else None
            if ideal.is_everything:
                return []
            places = [place for place, _ in real_points(self.frame, ideal).places]
        except (TooLarge, CountsDifferError):
            return None
        return [place for place in places if self.frame.accepts(place)]

    def _holds(self, system: Equations, place: AlgebraicPlace) -> bool:
        return all(self.frame.at(place, each.polynomial).is_zero for each in system)

    def _is_point(self, system: Equations) -> bool:
        """Whether every unknown already stands alone beside a number."""
        return {each.solved for each in system if each.is_value} >= set(
            range(len(self.frame.names))
        )

    def _solve_one(self, each: Equation) -> None:
        found = roots(self.frame, each)
        if found:
            (i,) = each.unknowns
            unknown = Name(self.frame.names[i])
            after = tuple(System((Relation(unknown, "=", root),)) for root in found)
            self._add("solve-one", each.shown, Alternatives(after), "real-roots")

    def _eliminated(self, system: Equations, open_ones: Sequence[Equation]) -> Equations:
        """With an equation in one unknown, and the others expressed by it where that is short."""
        if all(roots(self.frame, each) is not None for each in open_ones):
            return system
        try:
            found = triangular(self.frame, ideal_of(self.frame, system))
        except TooLarge:
            found = None
        if found is None:
            return system
        rest = system
        if found.others is not None:
            rest = tuple(solved(self.frame, p, k) for k, p in found.others)
        after = (equation(self.frame, found.equation), *rest)
        if same_ideal(self.frame, system, after):
            self._add("eliminate", line(system), line(after), "ideal")
            return after
        return system


def _point(place: AlgebraicPlace) -> System:
    return System(tuple(Relation(Name(n), "=", tree) for n, tree in place.trees.items()))
