"""What a polynomial of two variables with a letter does far out, by its form of highest degree.

The form on the line (1, t) is one more curve above the letter: in a cell it has as many zeros
everywhere, of the same multiplicities, and so the same signs in between. Degrees may have weights:
a form that is positive off the origin outgrows all terms of lower degree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from calctool.algebra.build import added, negated
from calctool.algebra.cells.cell import Cell
from calctool.algebra.cells.curves import Curve, Role, curves
from calctool.algebra.cells.plane import NoMethod, Plane
from calctool.algebra.field import Field
from calctool.algebra.field.ring import Element
from calctool.algebra.roots import LINE, zeros
from calctool.algebra.roots.points.constant_sign import known_sign
from calctool.notation.tree import ONE, ZERO, Name, Tree, number
from calctool.notation.walk import substitute
from calctool.solve.exact.record import Exact
from calctool.solve.optimum.problem import Problem

Side = Literal["attained", "unbounded", "open"]


class FarOut(Struct, frozen=True):
    """The forms of f and of the only constraint, where there is one."""

    f: Form
    constraint: Form | None

    @property
    def curves(self) -> tuple[tuple[Curve, ...], ...]:
        """Those of each form."""
        given = (self.f,) if self.constraint is None else (self.f, self.constraint)
        return tuple(each.curves for each in given)

    def side(self, cell: Cell, turn: int) -> Side:
        """Whether there is a least (-1) or greatest (1) value among the candidates."""
        signs = self.f.signs(cell)
        if self.constraint is None:
            if signs is None:
                return "open"
            if turn in signs:
                return "unbounded"
            return "open" if 0 in signs else "attained"
        on = self.constraint.signs(cell)
        if on is not None and len(on) == 1 and 0 not in on:
            return "attained"
        if signs is None or len(signs) != 1 or 0 in signs:
            return "open"
        if turn not in signs:
            return "attained"
        # A constraint of both signs on each large (weighted) circle has a zero on it.
        return "unbounded" if on is not None and {-1, 1} <= on else "open"


class Form(Struct, frozen=True):
    """A form that is homogeneous in variables with weights: `lines` are what it is on (1, t) and
    (-1, t), `ends` on (0, 1) and (0, -1)."""

    name: str
    lines: tuple[Tree, Tree]
    ends: tuple[Tree, Tree]
    curves: tuple[Curve, ...]

    def signs(self, cell: Cell) -> frozenset[int] | None:
        """All signs that the form has away from the origin."""
        found: set[int] = set()
        for end in self.ends:
            sign = known_sign(cell.at_sample(end))
            if sign is None:
                return None
            found.add(sign)
        for line in self.lines:
            signs = self._along(cell.at_sample(line))
            if signs is None:
                return None
            found |= signs
        return frozenset(found)

    def _along(self, line: Tree) -> set[int] | None:
        found = zeros(line, self.name, (LINE,))
        if found.state != "complete" or found.families or found.flat:
            return None
        if any(zero.multiplicity is None or zero.multiplicity % 2 for zero in found.zeros):
            return {-1, 0, 1}
        for k in range(len(found.zeros) + 1):
            sign = known_sign(substitute(line, {self.name: number(k)}))
            if sign:
                return {sign, 0} if found.zeros else {sign}
        return None


def far_out(task: Problem, letter: str) -> FarOut:
    """NoMethod for what is no polynomial."""
    f = _form(task.f, task.names, letter)
    return FarOut(f, _form(task.constraints[0].g, task.names, letter) if task.constraints else None)


def lowest(f: Tree, at: Mapping[str, Exact], names: tuple[str, ...], letter: str) -> Form:
    """The form of the lowest degree of f - f(p) about a point p; NoMethod where no weights give
    one that has pure powers of both variables."""
    place = {name: value.expr for name, value in at.items()}
    near = substitute(f, {name: added((Name(name), place[name])) for name in names})
    return _form(added((near, negated(substitute(f, place)))), names, letter, lowest=True)


def _form(f: Tree, names: tuple[str, ...], letter: str, *, lowest: bool = False) -> Form:
    x, y = names
    form = _outer(f, names, letter, lowest=lowest)
    minus = number(-1)
    lines = (substitute(form, {x: ONE}), substitute(form, {x: minus}))
    ends = (substitute(form, {x: ZERO, y: ONE}), substitute(form, {x: ZERO, y: minus}))
    plane = Plane(y, (*lines, *ends), ())
    wanted: list[tuple[Role, Tree]] = [("slope", line) for line in lines]
    wanted += [("slope", end) for end in ends if end.names]
    return Form(y, lines, ends, curves(plane, wanted, frozenset({letter}), (LINE,)))


def _outer(f: Tree, names: tuple[str, ...], letter: str, *, lowest: bool) -> Tree:
    """The terms of the highest degree, by the weights with which pure powers of both variables
    have the same degree, where no other term has a higher one; else by equal weights. Or those of
    the lowest degree, likewise."""
    field = Field()
    field.normal(f)
    element = field.normal(f)
    if element is None:
        raise NoMethod
    num, den = element.parts()
    kinds = {field.kernels[i].data: i for i in element.used() if field.kernels[i].kind == "name"}
    below = field.to_tree(Element(field.ring, den, field.ring.one))
    if below is None or not below.names <= {letter} or len(kinds) < len(list(element.used())):
        raise NoMethod
    if not kinds.keys() <= {*names, letter}:
        raise NoMethod
    places = [kinds.get(name) for name in names]
    terms = [
        (powers, c, tuple(0 if i is None else powers[i] for i in places))
        for powers, c in field.ring.terms(field.ring.lift(num))
    ]
    p, q = _weights([degrees for *_, degrees in terms], -1 if lowest else 1)
    degrees = [p * m + q * n for *_, (m, n) in terms]
    most = min(degrees) if lowest else max(degrees)
    kept = {powers: c for powers, c, (m, n) in terms if p * m + q * n == most}
    top = Element(field.ring, field.ring.polynomial(kept), field.ring.lift(den))
    tree = field.to_tree(top)
    if tree is None:
        raise NoMethod
    return tree


def _weights(listed: list[tuple[int, ...]], turn: int) -> tuple[int, int]:
    best = max if turn > 0 else min
    first = best((m for m, n in listed if not n), default=0)
    second = best((n for m, n in listed if not m), default=0)
    apart = [turn * (second * m + first * n - first * second) for m, n in listed]
    if first and second and all(each <= 0 for each in apart):
        return second, first
    if turn < 0:
        raise NoMethod
    return 1, 1
