"""Whole commands from a cold start, as ratios to `python -c "import sympy"`."""

import sys
import time

from timing import process, ratio, report

CALCTOOL = [sys.executable, "-m", "calctool"]
SYMPY = process([sys.executable, "-c", "import sympy"])

QUARTIC = "3*x**4-4*x**3-12*x**2+32"
CIRCLE = ["--subject-to", "x**2+y**2=1"]

COMMANDS = (
    (["limit-def", "3*x"], "at most 0.5"),
    (["limit-def", "(2-y)^2"], "at most 0.5"),
    (["limit-def", "x^2", "--at", "1", "--plot"], "at most 0.5"),
    (["diff", "x^2", "--at", "1", "--plot"], "at most 0.48"),
    (["diff", "exp(-x)"], "at most 0.48"),
    (["diff", "(2-y)^2"], "at most 0.48"),
    (["diff", "1/(1+exp(-x))"], "at most 0.48"),
    (["diff", "1/(1+exp(-x))", "--json"], "at most 0.48"),
    (["diff", QUARTIC], "at most 0.48"),
    (["diff", "w1*x1+w2*x2+b", "--wrt", "x1,w1,b"], "at most 0.48"),
    (["table", QUARTIC], "at most 0.62"),
    (["table", QUARTIC, "--plot"], "at most 0.62"),
    (["table", "x^3-3*a*x+1", "--wrt", "x"], "at most 0.9"),
    (["table", "a*x^2+b*x+c", "--wrt", "x"], "at most 1.2"),
    (["critical", "x^3"], "at most 0.65"),
    (["critical", "x^2+y^2"], "at most 0.65"),
    (["critical", "(x**2+y-11)**2+(x+y**2-7)**2"], "at most 1.2"),
    (["lagrange", "x+y", *CIRCLE], "at most 0.72"),
    (["rules"], "at most 0.4"),
    (["--help"], "at most 0.27"),
    (["--version"], "at most 0.27"),
    (["diff", "1/(1+sigm(-x))"], "at most 0.27"),
)
"""Everything that the first readers asked for, and what needs no solving."""


def main() -> None:
    for arguments, bound in COMMANDS:
        ours = process([*CALCTOOL, *arguments])
        report(
            f"calctool {' '.join(arguments)} / import sympy",
            ratio(ours, SYMPY, rounds=7, clock=time.perf_counter),
            bound,
        )


if __name__ == "__main__":
    main()
