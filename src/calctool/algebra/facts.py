"""The facts of the atlas as trees, put over arguments, and what follows from them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from calctool.algebra.build import negated
from calctool.atlas import facts
from calctool.atlas.interval import interval, size
from calctool.atlas.record import Function
from calctool.notation.node import Node
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Call, Name, Negative, Piecewise, Relation, Sum, Tree
from calctool.notation.walk import substitute, walk


@cache
def formula(text: str) -> Tree:
    """The tree of a formula in a record of the atlas."""
    read = read_back(text)
    assert isinstance(read, Node), text  # noqa: S101 (our own text, not a user's)
    return read


@cache
def relation(text: str) -> Relation:
    """The relation of a text in a record of the atlas."""
    read = read_back(text)
    assert isinstance(read, Relation), text  # noqa: S101
    return read


def of(call: Call) -> Function:
    """What is known of this function with so many arguments."""
    return facts(call.function, len(call.arguments))


def filled(text: str, arguments: Sequence[Tree]) -> Tree:
    """A formula in u and v with the arguments put in."""
    return substitute(formula(text), _letters(arguments))


def filled_relation(text: str, arguments: Sequence[Tree]) -> Relation:
    known, letters = relation(text), _letters(arguments)
    return Relation(substitute(known.left, letters), known.sign, substitute(known.right, letters))


def _letters(arguments: Sequence[Tree]) -> dict[str, Tree]:
    return dict(zip("uv", arguments, strict=False))


def pieces(call: Call) -> Piecewise | None:
    """The function by cases, without a switch in any case; None where it has none."""
    text = of(call).pieces
    if not text:
        return None
    known, letters = formula(text), _letters(call.arguments)
    assert isinstance(known, Piecewise)  # noqa: S101
    return Piecewise(
        tuple(
            (
                _put(value, letters),
                None
                if condition is None
                else Relation(
                    substitute(condition.left, letters),
                    condition.sign,
                    substitute(condition.right, letters),
                ),
            )
            for value, condition in known.branches
        )
    )


def boundaries(call: Call) -> tuple[Relation, ...]:
    """The equations at which its cases change."""
    by_cases = pieces(call)
    conditions = (c for _, c in by_cases.branches) if by_cases else ()
    found = (Relation(c.left, "=", c.right) for c in conditions if c is not None)
    return tuple(dict.fromkeys(found))


def _put(value: Tree, letters: dict[str, Tree]) -> Tree:
    """-u for u = -x is x."""
    if isinstance(value, Negative) and isinstance(value.operand, Name):
        return negated(letters[value.operand.id])
    return substitute(value, letters)


# --- what follows from a record -----------------------------------------------------------------


def is_switching(function: str) -> bool:
    """Whether another formula holds on the other side of some point."""
    known = facts(function)
    return bool(known.pieces) or any(s.kind in ("kink", "jump", "branch") for s in known.switches)


def is_jumping(function: str) -> bool:
    """Whether a function has jumps."""
    return any(switch.kind == "jump" for switch in facts(function).switches)


def is_monotone(function: str) -> bool:
    """Whether it is strictly monotone on its domain, and has a slope inside it."""
    known = facts(function)
    return bool(known.monotone) and not any(s.kind in ("kink", "jump") for s in known.switches)


def is_constant_between(function: str) -> bool:
    """Whether it is constant wherever it does not jump."""
    return facts(function).derivatives == ("0",)


def is_continuous(function: str, count: int = 1) -> bool:
    """With a value for all arguments, and without a jump."""
    return not facts(function, count).domain and not is_jumping(function)


def is_bounded(function: str, count: int = 1) -> bool:
    """Whether all values of a function lie in a bounded interval."""
    return bound(facts(function, count)) is not None


def bound(known: Function) -> Tree | None:
    """The least number that no |value| exceeds, as far as the range tells; None for infinity."""
    if not known.range:
        return None
    within = interval(known.range)
    low, high = size(within.low), size(within.high)
    end = formula(within.high if high >= -low else within.low)
    return None if max(high, -low) == float("inf") else _positive(end)


def sign_of_values(known: Function) -> int:
    """2: all values are above zero; 1: none is below it; 0: nothing is known."""
    if not known.range:
        return 0
    ends = interval(known.range)
    low = size(ends.low)
    return 2 if low > 0 or (low == 0 and ends.low_open) else int(low == 0)


def _positive(end: Tree) -> Tree:
    return end.operand if isinstance(end, Negative) else end


def leads_back(function: str) -> bool:
    """Whether its derivatives are made of exponentials, logarithms, roots and itself."""
    known = facts(function)
    if len(known.derivatives) != 1 or is_switching(function):
        return False
    return all(
        part.function in _PLAIN or part.function == function
        for text in known.derivatives
        for part in walk(formula(text or "0"))
        if isinstance(part, Call)
    )


def recurs(function: str, count: int = 1) -> bool:
    """Whether f(u + 1) - f(u) is a simpler function."""
    text = facts(function, count).shift
    return bool(text) and isinstance(formula(text), Sum)


_PLAIN = frozenset({"exp", "log", "sqrt", "cbrt", "root", "abs", "sign", "sinh", "cosh", "tanh"})
