"""Our parser against SymPy's, warm, on the same texts."""

from collections.abc import Callable

from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication_application,
    parse_expr,
    standard_transformations,
)
from timing import ratio, report

from calctool.notation.parser import read

TEXTS = (
    "1/(1+exp(-x))",
    "3*x**4 - 4*x**3 - 12*x**2 + 32",
    "sin(x**2)*log(x)",
    "w1*x1 + w2*x2 + b",
    "(x**2+1)**5*(x-3)**4",
    "-(t*log(s) + (1-t)*log(1-s))",
    "sqrt(1-x**2)/x",
    "exp(-x**2/2)/sqrt(2*pi)",
)
SAME_NOTATION = (*standard_transformations, implicit_multiplication_application, convert_xor)
"""What SymPy needs to read `2x` and `x^2`, which our parser always reads."""


def over_all(work: Callable[[str], object]) -> Callable[[], object]:
    """The work done on every text, a few times over."""
    return lambda: [work(text) for text in TEXTS * 5]


def main() -> None:
    ours = over_all(read)
    same = over_all(lambda text: parse_expr(text, transformations=SAME_NOTATION))
    report("SymPy's parse_expr, same notation / our parser", ratio(same, ours), "at least 10")
    report("SymPy's bare parse_expr / our parser", ratio(over_all(parse_expr), ours), "")


if __name__ == "__main__":
    main()
