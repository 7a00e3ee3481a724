"""How time and steps grow with the number of distinct sub-expressions."""

from __future__ import annotations

from collections.abc import Callable

from timing import report, seconds

from calctool.notation.reading.typed import read
from calctool.notation.tree import Tree, expression
from calctool.notation.walk import walk
from calctool.solve.answer import Step
from calctool.solve.derivation.one_derivative import one_derivative

SIZES = (8, 16, 32, 64)


def nested(n: int) -> str:
    return "sin(" * n + "x" + ")" * n


def product(n: int) -> str:
    return "*".join(f"(x-{i})" for i in range(1, n + 1))


def mixed_product(n: int) -> str:
    return "*".join(f"sin({i}*x)" for i in range(1, n + 1))


def count(steps: tuple[Step, ...]) -> int:
    return sum(count(step.steps) or 1 for step in steps)


def measure(text: str) -> tuple[float, int, int]:
    tree: Tree = expression(read(text).statement)
    found = one_derivative(tree, ("x",))
    steps = sum(count(derivation.steps) for derivation in found.result.derivations)
    best = min(seconds(lambda: one_derivative(tree, ("x",))) for _ in range(3))
    return best, steps, sum(1 for _ in walk(tree))


def family(name: str, text: Callable[[int], str]) -> None:
    measured = [measure(text(n)) for n in SIZES]
    first = measured[0]
    for n, (time, steps, distinct) in zip(SIZES, measured, strict=True):
        growth = (time / first[0]) / (distinct / first[2])
        label = f"{name}, n = {n}: {distinct} distinct parts, {steps} steps, {time * 1e3:.1f} ms"
        report(label, growth, "time per part, 1 at n = 8")


def main() -> None:
    family("sin(sin(...x))", nested)
    family("(x-1)(x-2)...(x-n)", product)
    family("sin(x)sin(2x)...sin(nx)", mixed_product)


if __name__ == "__main__":
    main()
