"""A derivative as somebody finds it who misses one rule: every wrong line that fits it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from calctool import budget
from calctool.notation.tree import (
    ONE,
    Applied,
    Derivative,
    Name,
    Product,
    Sum,
    Tree,
)
from calctool.notation.walk import transform
from calctool.rules.apply import Application
from calctool.rules.mistakes import MISTAKES
from calctool.rules.mistakes.record import Line, Mistake, tree
from calctool.rules.rule import Dependents, Match, Rule, fill, fits, trees

Letters = dict[str, Tree]
_BENT = ("absolute-value", "sign", "step", "floor", "ceiling")
"""Functions whose slope nobody puts anything into."""


def wrong_lines(
    use: Application, dependents: Dependents
) -> Iterator[tuple[Mistake, Line, Tree, Letters]]:
    """Each mistake that can be made at D(u, x) in place of the rule used there: the wrong line,
    what stands after it, and what its letters are."""
    for mistake in MISTAKES:
        for line in mistake.lines:
            if line.rules and use.rule.id not in line.rules:
                continue
            for after, letters in islice(_claims(line, use, dependents), budget.MISTAKEN_PARTS):
                if after != use.after:
                    yield mistake, line, after, letters


def _claims(line: Line, use: Application, dependents: Dependents) -> Iterator[tuple[Tree, Letters]]:
    pattern, (variable,) = tree(line.pattern), use.before.variables
    operand = use.before.operand
    is_constant = operand.names.isdisjoint(dependents)
    if is_constant and not pattern.names <= {"c", "n"}:
        return
    if isinstance(pattern, Applied):
        yield from _of_function(line, pattern, use, dependents)
        return
    for letters in _matches(pattern, operand, variable, dependents):
        if line.composite and letters.get("u") == Name(variable):
            continue
        yield fill(tree(line.claimed), Match(letters), variable), letters


def _matches(
    pattern: Tree, operand: Tree, variable: str, dependents: Dependents
) -> Iterator[Letters]:
    """A product or a sum of many parts is one of two in several ways."""
    of_two = all(isinstance(part, Name) for part in pattern.children)
    if isinstance(pattern, Sum | Product) and of_two and isinstance(operand, type(pattern)):
        yield from _in_two(pattern, operand, dependents)
        return
    letters: Letters = {}
    if fits(pattern, operand, variable, dependents, letters):
        yield letters


def _in_two(pattern: Tree, operand: Tree, dependents: Dependents) -> Iterator[Letters]:
    parts, kind = operand.children, type(operand)
    first, second = (str(getattr(part, "id", "")) for part in pattern.children)
    if first == "c":
        free = [part for part in parts if part.names.isdisjoint(dependents)]
        rest = [part for part in parts if not part.names.isdisjoint(dependents)]
        if free and rest:
            yield {first: _joined(kind, free), second: _joined(kind, rest)}
        return
    if any(part.names.isdisjoint(dependents) for part in parts) and kind is Product:
        return
    for at in range(len(parts) if len(parts) > 2 else 1):
        yield {first: parts[at], second: _joined(kind, [*parts[:at], *parts[at + 1 :]])}


def _joined(kind: type[Tree], parts: list[Tree]) -> Tree:
    return parts[0] if len(parts) == 1 else kind(tuple(parts))  # type: ignore[call-arg, arg-type]


# --- any function of one argument ---------------------------------------------------------------


def _of_function(
    line: Line, pattern: Applied, use: Application, dependents: Dependents
) -> Iterator[tuple[Tree, Letters]]:
    """f(u) with f' by the rule that was used: D(u) is 1 in it."""
    (variable,) = use.before.variables
    inner = inner_of(use)
    if inner is None or (line.composite and inner == Name(variable)):
        return
    if use.rule.id in _BENT and "(D(u))" in line.claimed:
        return
    letters: Letters = {}
    if not fits(pattern.arguments[0], inner, variable, dependents, letters):
        return

    def change(at: Tree) -> Tree | None:
        if not isinstance(at, Applied):
            return None
        argument = fill(at.arguments[0], Match(letters), variable)
        return outer(use, argument, slope=at.orders == (1,))

    claimed = transform(tree(line.claimed), change)
    yield fill(claimed, Match(letters), variable), letters


def inner_of(use: Application) -> Tree | None:
    """What stands inside the function that the rule is for; None where it is for none."""
    if use.rule.id == "power":
        return Name(use.before.variables[0])
    if isinstance(use.before.operand, Applied) and use.rule.id == "chain":
        return use.before.operand.arguments[0]
    found = dict(use.letters).get("u")
    if use.rule.id in ("power-chain", "exponential-base", "reciprocal"):
        return found
    return found if use.rule.chained and set(dict(use.letters)) <= {"u", "n", "c"} else None


def outer(use: Application, argument: Tree, *, slope: bool) -> Tree:
    """The function of the rule at another argument, or its derivative there."""
    if isinstance(use.before.operand, Applied):
        unknown = use.before.operand
        return Applied(unknown.function, (argument,), (unknown.orders[0] + slope,))
    pattern, derivative = _as_chain(use.rule)
    letters = {**dict(use.letters), "u": argument}
    if slope:
        derivative = transform(derivative, lambda at: ONE if isinstance(at, Derivative) else None)
    return fill(derivative if slope else pattern, Match(letters), use.before.variables[0])


def _as_chain(rule: Rule) -> tuple[Tree, Tree]:
    if rule.id == "power":
        return tree("u^n"), tree("n*u^(n - 1)")
    pattern, derivative, _ = trees(rule)
    return pattern, derivative
