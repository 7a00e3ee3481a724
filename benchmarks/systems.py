"""Polynomial systems: dense gradients of growing size in seconds, and a ratio to SymPy's solve."""

import itertools
import random
from functools import partial

import sympy
from timing import ratio, report, seconds

from calctool.algebra.systems import polynomial_solutions
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Tree, expression

SIZES = (
    # unknowns, degree of f, solutions counted with multiplicity, bound
    (2, 4, 9, "at most 0.1"),
    (2, 6, 25, "at most 0.3"),
    (3, 4, 27, "at most 1.5"),
    (2, 8, 49, "at most 0.5"),
    (2, 9, 64, "at most 3"),
)
HIMMELBLAU = ("4*x*(x^2+y-11)+2*(x+y^2-7)", "2*(x^2+y-11)+4*y*(x+y^2-7)")


def tree(text: str) -> Tree:
    return expression(read_back(text))


def dense_gradient(count: int, degree: int) -> tuple[str, list[Tree]]:
    """Of a polynomial with every monomial up to the degree, coefficients from -9 to 9."""
    chance, names = random.Random(1), "xyz"[:count]  # noqa: S311 (not a secret)
    terms = [
        (chance.randint(1, 9) * chance.choice((-1, 1)), powers)
        for powers in itertools.product(range(degree + 1), repeat=count)
        if 0 < sum(powers) <= degree
    ]
    gradient = []
    for i in range(count):
        parts = [
            f"({c * powers[i]})"
            + "".join(
                f"*{n}^{p - (k == i)}" for k, (n, p) in enumerate(zip(names, powers, strict=True))
            )
            for c, powers in terms
            if powers[i]
        ]
        gradient.append(tree(" + ".join(parts)))
    return names, gradient


def ours() -> None:
    polynomial_solutions([tree(text) for text in HIMMELBLAU], "xy")


def theirs() -> None:
    x, y = sympy.symbols("x y", real=True)
    sympy.solve(
        [
            4 * x * (x**2 + y - 11) + 2 * (x + y**2 - 7),
            2 * (x**2 + y - 11) + 4 * y * (x + y**2 - 7),
        ],
        [x, y],
        dict=True,
    )


def main() -> None:
    for count, degree, size, bound in SIZES:
        names, gradient = dense_gradient(count, degree)
        found = polynomial_solutions(gradient, names)
        assert sum(each.dimension for each in found.counts) == size  # noqa: S101
        took = seconds(partial(polynomial_solutions, gradient, names))
        report(f"{count} unknowns, {size} solutions: seconds", took, bound)
    ours()
    report(
        "Himmelblau: ours / sympy.solve",
        ratio(ours, theirs, rounds=1),
        "at most 0.05",
    )


if __name__ == "__main__":
    main()
