"""Whole commands from a cold start, as ratios to `python -c "import sympy"`."""

import sys
import time

from timing import process, ratio, report

CALCTOOL = [sys.executable, "-m", "calctool"]
SYMPY = process([sys.executable, "-c", "import sympy"])

COMMANDS = (
    (["diff", "1/(1+exp(-x))"], "at most 1.6"),
    (["diff", "3*x**4-4*x**3-12*x**2+32"], "at most 1.6"),
    (["diff", "1/(1+exp(-x))", "--json"], "at most 1.6"),
    (["limit-def", "(2-y)^2"], "at most 1.8"),
    (["table", "3*x**4-4*x**3-12*x**2+32"], "at most 2.2"),
    (["critical", "x^2+y^2"], "at most 2.2"),
    (["critical", "(x**2+y-11)**2+(x+y**2-7)**2"], "at most 2.5"),
    (["lagrange", "x+y", "--subject-to", "x**2+y**2=1"], "at most 2.2"),
    (["--help"], "at most 0.7"),
    (["--version"], "at most 0.7"),
    (["diff", "1/(1+sigm(-x))"], "at most 0.7"),
)


def main() -> None:
    for arguments, bound in COMMANDS:
        ours = process([*CALCTOOL, *arguments])
        report(
            f"calctool {' '.join(arguments)} / import sympy",
            ratio(ours, SYMPY, clock=time.perf_counter),
            bound,
        )


if __name__ == "__main__":
    main()
