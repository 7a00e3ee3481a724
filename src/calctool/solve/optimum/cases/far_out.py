"""What a polynomial of two variables with a letter does far out, by its form of highest degree.

The form on the line (1, t) is one more curve above the letter: in a cell it has as many zeros
everywhere, of the same multiplicities, and so the same signs in between.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from calctool.algebra.cells.cell import Cell
from calctool.algebra.cells.curves import Curve, curves
from calctool.algebra.cells.plane import NoMethod, Plane
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element
from calctool.algebra.roots import LINE, zeros
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.notation.tree import ONE, ZERO, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.optimum.problem import Problem

Side = Literal["attained", "unbounded", "open"]


class FarOut(Struct, frozen=True):
    """The form of f, or of the only constraint; `line` is the form on (1, t)."""

    name: str
    degree: int
    line: Tree
    along_axis: Tree
    """What the form is on (0, 1)."""
    is_constraint: bool
    curves: tuple[Curve, ...]

    def side(self, cell: Cell, turn: int) -> Side:
        """Whether there is a least (-1) or greatest (1) value among the candidates."""
        signs = self._signs(cell)
        if signs is None:
            return "open"
        if self.is_constraint:
            return "attained" if len(signs) == 1 and 0 not in signs else "open"
        if turn in signs:
            return "unbounded"
        return "open" if 0 in signs else "attained"

    def _signs(self, cell: Cell) -> frozenset[int] | None:
        """All signs that the form has away from the origin."""
        if self.degree % 2:
            return frozenset((-1, 0, 1))
        line, axis = cell.at_sample(self.line), cell.at_sample(self.along_axis)
        found = zeros(line, self.name, (LINE,))
        if found.state != "complete" or found.families or found.flat:
            return None
        odd = any(zero.multiplicity is None or zero.multiplicity % 2 for zero in found.zeros)
        value = known_sign(axis)
        if value is None:
            return None
        if odd:
            return frozenset((-1, 0, 1))
        sign = self._sign_beside(line, [z.at.high for z in found.zeros])
        if sign is None:
            return None
        some_zero = bool(found.zeros) or value == 0
        return frozenset({sign, value} | ({0} if some_zero else set()))

    def _sign_beside(self, line: Tree, zeros_: list[object]) -> int | None:
        """The sign that the form has on (1, t) wherever it is not 0."""
        for k in range(len(zeros_) + 1):
            sign = known_sign(substitute(line, {self.name: number(k)}))
            if sign:
                return sign
        return None


def far_out(task: Problem, letter: str) -> FarOut:
    """NoMethod for what is no polynomial."""
    is_constraint = bool(task.constraints)
    f = task.constraints[0].g if is_constraint else task.f
    x, y = task.names
    form, degree = _top(f, task.names, letter)
    line = substitute(form, {x: ONE})
    axis = substitute(form, {x: ZERO, y: ONE})
    plane = Plane(y, (line, axis), ())
    wanted = (("slope", line), ("slope", axis)) if axis.names else (("slope", line),)
    own = curves(plane, wanted, frozenset({letter}), (LINE,))  # type: ignore[arg-type]
    return FarOut(y, degree, line, axis, is_constraint, own)


def _top(f: Tree, names: tuple[str, ...], letter: str) -> tuple[Tree, int]:
    """The terms of the highest degree in the variables, and that degree."""
    field = Field()
    field.normal(f)
    element = field.normal(f)
    if element is None:
        raise NoMethod
    num, den = element.parts()
    kinds = {i: field.kernels[i] for i in element.used()}
    below = field.to_tree(Element(field.ring, den, field.ring.one))
    if (
        below is None
        or not below.names <= {letter}
        or any(k.kind != "name" or k.data not in (*names, letter) for k in kinds.values())
    ):
        raise NoMethod
    places = [i for i, kernel in kinds.items() if kernel.data in names]
    terms = list(field.ring.terms(field.ring.lift(num)))
    degree = max(sum(powers[i] for i in places) for powers, _ in terms)
    kept = {p: c for p, c in terms if sum(p[i] for i in places) == degree}
    top = Element(field.ring, field.ring.polynomial(kept), field.ring.lift(den))
    tree = field.to_tree(top)
    if tree is None:
        raise NoMethod
    return tree, degree
