"""What is known of one function: how it is typed and printed, and the facts of a handbook."""

from __future__ import annotations

from typing import Literal

import msgspec

SwitchKind = Literal["kink", "jump", "branch", "root", "end", "gap"]
"""What usually happens at a switch: a corner, a jump, another branch, a vertical tangent, an end;
or that the formula of the derivative has no value, although there is one."""

Growth = Literal["", "linear", "logarithm", "exponential", "square-exponential", "factorial"]

MANY = 64


class Line(msgspec.Struct, frozen=True):
    """A line of the textbook: D(pattern) = derivative where `where` holds; see rules.rule.Rule.

    The pattern is the function of u where it is empty; the words name the function, or with
    `is_title` the step.
    """

    id: str
    derivative: str
    en: str
    zh: str
    where: tuple[str, ...] = ()
    pattern: str = ""
    example: str = ""
    is_title: bool = False


class Switch(msgspec.Struct, frozen=True):
    """An equation in the arguments: where it holds, a derivative does not follow from its line."""

    at: str
    kind: SwitchKind


class Function(msgspec.Struct, frozen=True):
    """All texts are read by calctool's own parser; u is the first argument and v the second.

    Facts hold for all arguments in the domain; an empty text, or None, is "nothing is claimed".
    """

    id: str

    # --- typing and printing ---
    names: tuple[str, ...] = ()
    """Other spellings of ours."""
    also: tuple[str, ...] = ()
    """What others call it: read with a note."""
    least: int = 1
    most: int = 1
    unicode: str = ""
    tex: str = ""
    in_sympy: str = ""
    """A template over {0}, {1}, … or {*}; the id applied to all arguments where it is empty."""
    index_first: bool = False
    """The first argument is printed as an index."""
    power_at_name: bool = False
    """Its powers are written at its name: sin²(x)."""
    formula: str = ""
    """What it is read as: a mere abbreviation, which no tree contains."""

    # --- the textbook ---
    lines: tuple[Line, ...] = ()

    # --- facts ---
    domain: tuple[str, ...] = ()
    domain_when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Other domains where a condition on constant arguments holds; the first one counts."""
    goes_beyond: bool = False
    """There are values beyond the domain, by continuation; nothing is claimed of them."""
    definition: str = ""
    """By other functions, at every point of the domain."""
    pieces: str = ""
    """By cases, each case without a switch."""
    switches: tuple[Switch, ...] = ()
    derivatives: tuple[str, ...] = ()
    """In each argument; not read off `lines`, because these are checked by it."""
    range: str = ""
    """An interval in which all values lie."""
    parity: Literal["", "odd", "even"] = ""
    monotone: Literal["", "increasing", "decreasing"] = ""
    """Strictly, on a domain that is an interval."""
    sign: Literal["", "u"] = ""
    """The value has the sign of u."""
    zeros: tuple[str, ...] | None = None
    """All of them."""
    limits: tuple[tuple[str, str], ...] = ()
    """At -oo, oo, or on one side of a point: 0+."""
    approach: str = ""
    """What the distance to the limits at infinity is O of."""
    asymptotic: tuple[str, str] = ("", "")
    """As the last argument tends to oo: the function is the first up to O of the second."""
    enveloped: tuple[str, str] = ("", "")
    """Where the last argument is positive: between the first and the sum of both."""
    shift: str = ""
    """The function by its value where the last argument is one more."""
    reflection: str = ""
    """The function by its value at 1 - u, where u is not a whole number."""
    far: str = ""
    """A definition that shows the growth where u tends to infinity."""
    outgrows: Literal["", "right", "both"] = ""
    """Grows as fast as exp(u) for u -> oo, but for powers of u; with "both" it is odd, too."""
    growth: Growth = ""
    """How large a value can be by the size of u, where `range` does not say it."""
    is_whole: bool = False
    """The value, at a whole argument at least, is a whole number that may have to be written."""
    period: str = ""
    steps: bool = False
    """f(u + n) = f(u) + n for whole n, and f is constant between its jumps."""
    inverse: str = ""
    """The only solution of f(x) = u, for u in `range`."""
    values: tuple[tuple[str, str], ...] = ()
    """Exact values: an argument and the value there."""
    of_two: Function | None = None
    """The facts for two arguments, where one is usual."""

    @property
    def latex(self) -> str:
        name = self.unicode if self.unicode.isascii() and self.unicode else self.id
        return self.tex or rf"\operatorname{{{name}}}"

    @property
    def sympy(self) -> str:
        return self.in_sympy or self.id + "({*})"

    def of(self, count: int) -> Function:
        """The record whose facts hold for so many arguments."""
        return self.of_two if count == 2 and self.of_two is not None else self

    def limit(self, at: str) -> str:
        """The limit at a point of `limits`; empty where none is claimed."""
        return dict(self.limits).get(at, "")
