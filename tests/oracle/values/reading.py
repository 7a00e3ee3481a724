"""The formulas of a JSON answer, as trees; places and numbers that are only rounded know it."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

import mpmath

from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Limit, Relation, Statement, Tree, expression
from oracle.values.evaluate import Real, value

FUNCTIONS = tuple("fghFGHkpqr")


def read(text: str) -> Statement:
    """Of several limits in one formula all are from the same side."""
    bare = text.replace(", '+')", ")").replace(", '-')", ")")
    bare = re.sub(r"\blamda\b", "lambda", bare)
    found = read_back(_applied(bare), functions=FUNCTIONS)
    if ", '-')" not in text:
        return found
    if isinstance(found, Relation):
        return Relation(_from_the_left(found.left), found.sign, _from_the_left(found.right))
    return _from_the_left(found)


def _from_the_left(tree: Tree) -> Tree:
    if not tree.children:
        return tree
    inner = tree.rebuilt(tuple(_from_the_left(child) for child in tree.children))
    if isinstance(inner, Limit):
        return Limit(inner.operand, inner.variable, inner.point, "left")
    return inner


def parts(text: str) -> list[str]:
    """What commas outside of brackets separate."""
    found, depth = [""], 0
    for sign in text:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            found.append("")
        else:
            found[-1] += sign
    return [part.strip() for part in found]


def _applied(text: str) -> str:
    """Derivatives of undefined functions at a place: Subs(…) as f^(1, 0)(u, v)."""
    while (start := text.rfind("Subs(")) >= 0:
        end = _closing(text, start + 4)
        inner, dummies, values = parts(text[start + 5 : end])
        function, *variables = parts(inner[len("Derivative(") : -1])
        name, arguments = function.split("(", 1)
        put = dict(zip(_several(dummies), _several(values), strict=True))
        counts: Counter[str] = Counter()
        for variable in variables:
            of, *times = _several(variable)
            counts[of] += int(times[0]) if times else 1
        given = parts(arguments[:-1])
        orders = ", ".join(str(counts[each]) for each in given)
        places = ", ".join(put.get(each, each) for each in given)
        text = f"{text[:start]}{name}^({orders})({places}){text[end + 1 :]}"
    return text


def _several(text: str) -> list[str]:
    inner = text[1:-1] if text.startswith("(") and _closing(text, 0) == len(text) - 1 else text
    return [part for part in parts(inner) if part]


def _closing(text: str, opening: int) -> int:
    depth = 0
    for place in range(opening, len(text)):
        depth += (text[place] == "(") - (text[place] == ")")
        if not depth:
            return place
    raise ValueError(text)


def tree(math: dict[str, Any] | str) -> Tree:
    return expression(read(math if isinstance(math, str) else math["expr"]))


def relation(text: str) -> Relation | None:
    """None for what is no relation between two values."""
    found = read(text)
    return found if isinstance(found, Relation) else None


@dataclass(frozen=True)
class Exact:
    """A constant of an answer: `math` as it stands in the JSON."""

    math: dict[str, Any]

    @cached_property
    def tree(self) -> Tree:
        return tree(self.math)

    @property
    def infinite(self) -> int:
        return {"oo": 1, "-oo": -1}.get(self.math["expr"], 0)

    @property
    def is_rounded(self) -> bool:
        return "enclosure" in self.math

    @property
    def error(self) -> Real:
        """How far the number that is meant may be from the rounded one."""
        if not self.is_rounded:
            return mpmath.mpf(0)
        with mpmath.workdps(60):
            return max(abs(mpmath.mpf(end) - self.at(60)) for end in self.math["enclosure"])

    def misses(self, found: Real) -> bool:
        """Whether a rounded number leaves the number that is meant out of its bounds."""
        if not self.is_rounded:
            return False
        with mpmath.workdps(60):
            low, high = map(mpmath.mpf, self.math["enclosure"])
            return not low <= found <= high

    def at(self, digits: int) -> Real:
        return mpmath.inf * self.infinite if self.infinite else _constant(self.math["expr"], digits)

    def __str__(self) -> str:
        return str(self.math["expr"])


@lru_cache(maxsize=1024)
def _constant(text: str, digits: int) -> Real:
    return value(tree(text), {}, digits)


def with_integers(math: dict[str, Any], integers: dict[str, int]) -> Exact:
    """A place of a family, its integers chosen."""
    text = math["expr"]
    for name, number in integers.items():
        text = re.sub(rf"\b{name}\b", f"({number})", text)
    return Exact({**math, "expr": text, "value": None})


def is_turn(family: dict[str, Any], turn: int) -> bool:
    """Whether the integers of a family may all be this one."""
    for low, high in (family.get("range") or {}).values():
        if (low is not None and turn < int(low)) or (high is not None and turn > int(high)):
            return False
    return True
