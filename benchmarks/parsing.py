"""Our parser against SymPy's, warm, on the same texts."""

from collections.abc import Callable

from sympy.parsing.sympy_parser import (
    convert_xor,
    implicit_multiplication_application,
    parse_expr,
    standard_transformations,
)
from timing import ratio, report, seconds

from calctool.notation.pasted import Notation, pasted
from calctool.notation.reading.typed import read

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
PASTED: dict[Notation, str] = {
    "latex": r"\frac{1}{\sigma\sqrt{2\pi}}\exp\left(-\frac{(x-\mu)^{2}}{2\sigma^{2}}\right)+x^{3}",
    "python": "np.exp(-(x-m)**2/(2*s**2))/(s*np.sqrt(2*np.pi)) + np.sin(x)**2 + np.log(np.abs(x))",
    "mathematica": "Exp[-(x-m)^2/(2 s^2)]/(s Sqrt[2 Pi]) + Sin[x]^2 + Log[Abs[x]] + ArcTan[x/2] x",
    "maxima": "%e^(-(x-m)^2/(2*s^2))/(s*sqrt(2*%pi)) + sin(x)^2 + log(abs(x)) + x*atan(x/2)",
    "excel": "=EXP(-((A1-B1)^2)/(2*C1^2))/(C1*SQRT(2*PI())) + SIN(A1)^2 + LN(ABS(A1))",
    "mathml": "<math><mfrac><mi>x</mi><msqrt><mi>y</mi></msqrt></mfrac><mo>+</mo><mi>x</mi></math>",
}
"""About a hundred characters of each notation."""

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
    for notation, text in PASTED.items():
        report(f"{notation}, 100 characters, in ms", milliseconds(notation, text), "under 1")


def milliseconds(notation: Notation, text: str) -> float:
    """Reading a pasted text, to the tree."""

    def work() -> object:
        return [read(pasted(text, notation).plain) for _ in range(20)]

    work()
    return min(seconds(work) for _ in range(5)) * 1000 / 20


if __name__ == "__main__":
    main()
