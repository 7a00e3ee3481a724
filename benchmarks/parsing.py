"""Our parser against SymPy's, warm, on the same texts."""

import sympy
from sympy.parsing.sympy_parser import parse_expr
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


def main() -> None:
    for text in TEXTS:
        read(text)
        parse_expr(text)
    report(
        "SymPy's parse_expr / our parser, warm",
        ratio(
            lambda: [parse_expr(text) for text in TEXTS * 3], lambda: [read(t) for t in TEXTS * 3]
        ),
        "at least 10",
    )
    sympy.core.cache.clear_cache()


if __name__ == "__main__":
    main()
