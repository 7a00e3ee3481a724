"""Trees of an answer as the SymPy objects that callers get, over the symbols they gave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from calctool.notation.printing.sympy_text import sympy_name
from calctool.notation.system import Line
from calctool.notation.tree import Tree
from calctool.solve.exact.record import Between, Exact
from calctool.words import Language

if TYPE_CHECKING:
    from sympy import Expr, Symbol


class At(dict["Symbol", "Expr"]):
    """Coordinates by symbol, ready for `subs`; a name finds its symbol: `at["x"]`."""

    def __missing__(self, name: object) -> Expr:
        for symbol, value in self.items():
            if isinstance(name, str) and symbol.name in (name, sympy_name(name)):
                return value
        raise KeyError(name)


class Values(Struct, frozen=True):
    language: Language
    symbols: Mapping[str, Any] = field(default_factory=dict)

    def evaluated(self, line: Line) -> Any:
        """As SymPy itself writes it."""
        from calctool.algebra.bridge import to_sympy

        return to_sympy(line, self.symbols)

    def as_written(self, line: Line) -> Any:
        from calctool.algebra.bridge import to_sympy

        return to_sympy(line, self.symbols, held=True)

    def exact(self, value: Exact | None) -> Any:
        """A constant; a Float where no exact form is known."""
        if value is None:
            return None
        from calctool.algebra.bridge import exact

        return exact(value.expr, value.low, value.high, known=value.is_known)

    def along_row(self, value: Exact | None) -> Any:
        """A constant, or what it is for each value of an integer."""
        if value is None or not value.expr.names:
            return self.exact(value)
        return self.evaluated(value.expr)

    def both(self, ends: Between | None) -> Any:
        """Limits inferior and superior."""
        return None if ends is None else (self.exact(ends[0]), self.exact(ends[1]))

    def rounded(self, low: Fraction, high: Fraction, digits: int) -> Any:
        """A Float with so many digits from bounds that are as close."""
        from sympy import Float, Rational

        middle = (low + high) / 2
        return Float(Rational(middle.numerator, middle.denominator), digits)

    def symbol(self, name: str) -> Symbol:
        from calctool.algebra.bridge import symbol

        found: Symbol = symbol(name, self.symbols)
        return found

    def at(self, place: Iterable[tuple[str, Exact]]) -> At:
        return At({self.symbol(name): self.exact(value) for name, value in place})

    def along(self, place: Iterable[tuple[str, Tree]]) -> At:
        """Coordinates that hold parameters."""
        return At({self.symbol(name): self.evaluated(tree) for name, tree in place})
