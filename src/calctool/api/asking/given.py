"""What callers hand in, as the text that the command line would have been given.

SymPy objects become text by way of trees, so that every bound and every message is the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from msgspec import Struct, field

from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.tree import number

if TYPE_CHECKING:
    from sympy import Basic, Interval, Symbol

    from calctool.algebra.bridge import Reading

Value: TypeAlias = "str | int | float | Fraction | Basic"
Variable: TypeAlias = "str | Symbol"
Names: TypeAlias = "Variable | Iterable[Variable]"
Expressions: TypeAlias = "Value | Iterable[Value]"
Values: TypeAlias = "Value | Mapping[Any, Value]"
Assignments: TypeAlias = "str | Iterable[str] | Mapping[Any, Value]"
Domain: TypeAlias = "str | Interval | Iterable[str] | Mapping[Any, str | Interval]"


class Given(Struct):
    """Turns what was handed in into text, and remembers the SymPy symbols it met."""

    reading: Reading | None = field(default=None)

    @property
    def symbols(self) -> dict[str, Any]:
        """The SymPy symbols of the question by name, for the way back."""
        return self.reading.symbols if self.reading else {}

    @property
    def functions(self) -> list[str]:
        """The names of its undefined functions."""
        return sorted(self.reading.functions) if self.reading else []

    @property
    def has_real_roots(self) -> bool:
        """Whether a root was taken for the real one, which a note has to say."""
        return self.reading is not None and self.reading.real_roots

    def text(self, value: Any, keyword: str) -> str:
        """An expression, a relation or a number."""
        if isinstance(value, str):
            return value
        if _is_rational(value):
            return plain(number(Fraction(value)))
        if isinstance(value, float):
            return _decimal(value, keyword)
        if _is_of_sympy(value):
            return plain(self._tree(value))
        raise Problem("api.wrong-type", keyword=keyword, kind=type(value).__name__)

    def name(self, variable: Any, keyword: str) -> str:
        """A variable, as text or as a symbol."""
        if isinstance(variable, str):
            return variable
        if not _is_of_sympy(variable):
            raise Problem("api.wrong-type", keyword=keyword, kind=type(variable).__name__)
        from calctool.algebra.bridge import name_of

        return name_of(variable, self._reading())

    def names(self, given: Any, keyword: str) -> list[str]:
        """One variable or several."""
        if given is None:
            return []
        if isinstance(given, str) or not _is_several(given):
            given = [given]
        return [self.name(one, keyword) for one in given]

    def texts(self, given: Any, keyword: str) -> list[str]:
        """One text or relation, or several."""
        if given is None:
            return []
        if isinstance(given, str) or not _is_several(given):
            given = [given]
        return [self.text(one, keyword) for one in given]

    def assigned(self, given: Any, keyword: str) -> list[str]:
        """`name = value` for each entry of a mapping; text as it is."""
        if isinstance(given, Mapping):
            return [
                f"{self.name(name, keyword)} = {self.text(value, keyword)}"
                for name, value in given.items()
            ]
        return self.texts(given, keyword)

    def domains(self, given: Any) -> list[str]:
        """Intervals, as text or as SymPy has them, perhaps each for a variable."""
        if isinstance(given, Mapping):
            return [
                f"{self.name(name, 'domain')}: {self._interval(interval)}"
                for name, interval in given.items()
            ]
        if given is None:
            return []
        several = [given] if isinstance(given, str) or _is_of_sympy(given) else given
        return [self._interval(one) for one in several]

    def claimed(self, given: Any) -> Any:
        """An answer to be judged: a formula as text, or claims as JSON has them."""
        return (
            given
            if isinstance(given, (str, list, dict)) or given is None
            else self.text(given, "answer")
        )

    def _interval(self, given: Any) -> str:
        if isinstance(given, str):
            return given
        if not _is_of_sympy(given) or not hasattr(given, "left_open"):
            raise Problem("api.wrong-type", keyword="domain", kind=type(given).__name__)
        left, right = "[("[bool(given.left_open)], "])"[bool(given.right_open)]
        ends = (self.text(end, "domain") for end in (given.start, given.end))
        return f"{left}{', '.join(ends)}{right}"

    def _tree(self, value: Any) -> Any:
        from calctool.algebra.bridge import from_sympy

        return from_sympy(value, self._reading())

    def _reading(self) -> Reading:
        if self.reading is None:
            from calctool.algebra.bridge import Reading

            self.reading = Reading()
        return self.reading


def _is_rational(value: object) -> bool:
    """A whole number or a fraction."""
    return isinstance(value, (int, Fraction)) and not isinstance(value, bool)


def _is_of_sympy(value: Any) -> bool:
    """Asked without importing SymPy: who has one of its objects has imported it."""
    sympy = sys.modules.get("sympy")
    return sympy is not None and isinstance(value, sympy.Basic)


def _is_several(given: Any) -> bool:
    return isinstance(given, Iterable) and not _is_of_sympy(given)


def _decimal(value: float, keyword: str) -> str:
    """The shortest decimal that is this float; exact, as when it is typed."""
    if value != value or value in (float("inf"), -float("inf")):
        raise Problem("api.wrong-type", keyword=keyword, kind=repr(value))
    return repr(value)
