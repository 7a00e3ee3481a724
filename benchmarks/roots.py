"""All real zeros of classics that lose roots elsewhere, warm; seconds, not ratios."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from timing import report, seconds

from calctool.algebra.roots import LINE, zeros
from calctool.notation.reading.typed import read
from calctool.notation.tree import expression

ZEROS = (
    ("Mignotte", "x^20 - 2*(100*x - 1)^2", 4),
    ("2^x = x^2", "2^x - x^2", 3),
    ("ln x = x^(1/10)", "log(x) - x^(1/10)", 2),
    ("tanh x = x/2", "tanh(x) - x/2", 3),
)


def wilkinson() -> str:
    """The product of x - 1 to x - 20, disturbed in one coefficient."""
    coefficients = [Fraction(1)]
    for root in range(1, 21):
        shifted = [*coefficients, Fraction(0)]
        scaled = [Fraction(0), *(-root * c for c in coefficients)]
        coefficients = [a + b for a, b in zip(shifted, scaled, strict=True)]
    coefficients[1] += Fraction(1, 2**23)
    terms = (f"({c})*x^{20 - i}" for i, c in enumerate(coefficients))
    return " + ".join(terms)


def main() -> None:
    rows = [*ZEROS, ("Wilkinson 20", wilkinson(), 10)]
    for name, text, count in rows:
        tree = expression(read(text).statement)
        found = zeros(tree, "x", (LINE,))
        zeros.cache_clear()
        took = seconds(partial(zeros, tree, "x", (LINE,)))
        report(f"{name}: {len(found.zeros)} of {count} real roots, s", took, "at most 1")


if __name__ == "__main__":
    main()
