"""1,000 random expressions in one process: derivation and checks against plain sympy.diff."""

from __future__ import annotations

import random
import time

import sympy
from sympy.parsing.sympy_parser import parse_expr
from timing import report

from calctool.notation.reading.typed import read
from calctool.notation.tree import expression
from calctool.solve.derivation.named_parts import derive_fully, expanded
from calctool.solve.derivation.one_derivative import one_derivative, whole_check

FUNCTIONS = ("sin", "cos", "exp", "log", "sqrt", "tanh", "atan")


def grow(depth: int, chance: random.Random) -> str:
    if depth == 0 or chance.random() < 0.15:
        return chance.choice(["x", "x", "x", "a", str(chance.randint(1, 9))])
    kind = chance.choice("+-*/^ff")
    left = grow(depth - 1, chance)
    if kind == "f":
        return f"{chance.choice(FUNCTIONS)}({left})"
    if kind == "^":
        return f"({left})**{chance.randint(2, 4)}"
    return f"({left}{kind}{grow(depth - 1, chance)})"


def corpus(number: int) -> list[str]:
    chance = random.Random(7)  # noqa: S311 (a fixed corpus, not a secret)
    found: list[str] = []
    while len(found) < number:
        text = grow(4, chance)
        if "x" in text.replace("exp", "") and _readable(text):
            found.append(text)
    return found


def _readable(text: str) -> bool:
    try:
        read(text)
    except Exception:
        return False
    return True


def main() -> None:
    texts = corpus(1000)
    trees = [expression(read(text).statement) for text in texts]
    objects = [parse_expr(text, evaluate=True) for text in texts]
    x = sympy.Symbol("x")
    rules = checks = whole = theirs = 0.0
    for tree, thing in zip(trees, objects, strict=True):
        start = time.perf_counter()
        named = derive_fully(tree, "x")
        middle = time.perf_counter()
        whole_check(tree, ("x",), expanded(expression(named.derivation.end), named.names))
        rules, checks = rules + middle - start, checks + time.perf_counter() - middle
        start = time.perf_counter()
        one_derivative(tree, ("x",))
        whole += time.perf_counter() - start
        sympy.core.cache.clear_cache()
        start = time.perf_counter()
        sympy.diff(thing, x)
        theirs += time.perf_counter() - start
    report("derivation with its step checks / sympy.diff", rules / theirs, "")
    report("the check of the whole / sympy.diff", checks / theirs, "")
    report("derivation and all checks / sympy.diff", (rules + checks) / theirs, "at most 10")
    report("the same with the most readable form / sympy.diff", whole / theirs, "")
    report("ours per expression, ms", rules + checks, "")


if __name__ == "__main__":
    main()
