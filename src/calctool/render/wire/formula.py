"""Formulas in the JSON form: text that SymPy reads, LaTeX, and a float where there is one."""

from collections.abc import Iterable, Set
from fractions import Fraction

import msgspec
from msgspec import Struct, field

from calctool import budget
from calctool.notation.printing.latex import latex
from calctool.notation.printing.sympy_text import sympy_text
from calctool.notation.printing.writer import Texts
from calctool.notation.system import Line
from calctool.notation.tree import Constant, Negative, Tree, rational
from calctool.render.wire.contract import Math, OnlyZero
from calctool.solve.candidates import Place
from calctool.solve.exact.record import BothSides, Exact, Reach
from calctool.solve.exact.record import OnlyZero as Root
from calctool.solve.exact.rounding import bounds, enclosure

_FLOAT_DIGITS = 17


def ranges(
    reaches: Iterable[tuple[str, Reach]],
) -> dict[str, tuple[str | None, str | None]]:
    """Each integer with its first and last value; null is no end."""
    return {
        name: (None if first is None else str(first), None if last is None else str(last))
        for name, (first, last) in reaches
    }


class Formulas(Struct, frozen=True):
    """Writes formulas for a reader who will hand SymPy all of `names` as real symbols.

    One for an answer: its steps share most of their parts, and each part is written once.
    """

    names: Set[str]
    _written: dict[int, tuple[Line, Math]] = field(default_factory=dict)
    _texts: dict[frozenset[str], tuple[Texts, Texts]] = field(default_factory=dict)

    def math(self, statement: Line) -> Math:
        known = self._written.get(id(statement))
        if known is None:
            known = (statement, self._math(statement, _value(statement)))
            self._written[id(statement)] = known
        return known[1]

    def exact(self, constant: Exact) -> Math:
        value = None
        if constant.low is not None and constant.high is not None:
            value = _float(constant.low, constant.high)
        found = self._math(constant.expr, value)
        around = enclosure(constant) if constant.low is not None else None
        if constant.root is not None:
            found = msgspec.structs.replace(found, root=self._only_zero(constant.root))
        return found if around is None else msgspec.structs.replace(found, enclosure=around)

    def _only_zero(self, root: Root) -> OnlyZero:
        start, end = self.exact(root.start), self.exact(root.end)
        return OnlyZero(equation=self.math(root.equation), variable=root.name, start=start, end=end)

    def both_sides(self, found: BothSides, what: str = "") -> dict[str, tuple[Math, Math]]:
        """Keys for sides from which there is no limit: the limits inferior and superior."""
        sides = zip(("left", "right"), found, strict=True)
        return {
            f"{what}{side}_between": (self.exact(ends[0]), self.exact(ends[1]))
            for side, ends in sides
            if ends is not None
        }

    def at_place(self, statement: Line, place: Place, value: Exact) -> Math:
        """A function at a point, which has this value: rounded where a coordinate is."""
        found = self.math(statement)
        if all(at.is_known for _, at in place):
            return found
        around = bounds(value)
        return found if around is None else msgspec.structs.replace(found, enclosure=around)

    def _math(self, statement: Line, value: float | None) -> Math:
        python, tex = self._texts.setdefault(statement.names, ({}, {}))
        return Math(
            expr=sympy_text(statement, self.names, python),
            latex=latex(statement, texts=tex),
            value=value,
        )


def _value(statement: Line) -> float | None:
    """Of a number or a short constant; infinity and longer constants have none."""
    if not isinstance(statement, Tree) or statement.names or _is_infinite(statement):
        return None
    number = rational(statement)
    if number is not None:
        return _float(number, number)
    if statement.size > budget.WIRE_VALUE_NODES:
        return None
    from calctool.algebra.ball.constants import enclose

    bounds = enclose(statement, _FLOAT_DIGITS)
    return bounds and _float(*bounds)


def _is_infinite(tree: Tree) -> bool:
    inner = tree.operand if isinstance(tree, Negative) else tree
    return isinstance(inner, Constant) and inner.id == "oo"


def _float(low: Fraction, high: Fraction) -> float | None:
    """The number between two bounds that agree to the precision of a float."""
    try:
        bottom, top = float(low), float(high)
    except OverflowError:
        return None
    close = abs(top - bottom) <= 1e-15 * max(abs(top), abs(bottom))
    return (bottom + top) / 2 if close else None
