"""The arguments for least and greatest values, each on questions that it decides, and `critical`
against `lagrange` on the same problems: milliseconds of the processor, medians.

    python benchmarks/ladder.py [arguments] [commands] [--write]

With --write the times of the arguments go into docs/algorithms.md.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from timing import seconds

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "algorithms.md"
HEAD = "| argument | ms | rows |\n|---|---|---|\n"
ROUNDS = 5
COMMAND_ROUNDS = 3

FREE = (
    "x^2+y^2-x*y+x", "x^4+y^4-4*x*y+1", "x^3-3*x*y^2", "x*y*exp(-x^2-y^2)", "(x^2+y^2)*exp(-x)",
    "x^3+y^3-3*x*y", "x/(1+x^2+y^2)", "log(1+x^2+y^2)+x/20", "exp(x+y)+exp(-x)+exp(-y)",
    "x^2*(1+y^2)-4*x*y", "x^4+y^4+z^4-4*x*y*z", "sin(x)+sin(y)+sin(x+y)",
)  # fmt: skip
CLOSED = (
    "x^2+y^2-x*y+x", "x^4+y^4-4*x*y+1", "x*y*(3-x-y)", "sin(x)*cos(y)", "exp(x)*y-x^2",
    "x^3+y^3-3*x*y", "x*y*exp(-x-y)", "x^2*y-y^2", "cos(x)+cos(y)+x*y/4", "(x-y)^2+x/(2+y)",
)  # fmt: skip
OPEN = (
    "x+4*y+1/(x*y)", "x*log(x)+y*log(y)", "log(x*y)-2*x-2*y", "x*y/((1+x)*(x+y)*(y+1))",
    "x/y+y/x", "x^2+y^2+1/(x*y)", "log(x)-x+y*exp(-y)", "x*y*exp(-x-2*y)", "sqrt(x*y)-x-y",
    "x^3+y^3-6*x*y",
)  # fmt: skip
"""Problems for both commands: with one side (`lagrange` asks for a condition), on
[0, 2] x [-1, 2], and on x, y > 0."""


SIDES: dict[str, tuple[list[str], list[str]]] = {
    "one side": (["x:[-2,oo)"], ["x>=-2"]),
    "a box": (["x:[0,2]", "y:[-1,2]"], ["x>=0", "x<=2", "y>=-1", "y<=2"]),
    "an open quarter": (["x:(0,oo)", "y:(0,oo)"], ["x>0", "y>0"]),
}
"""As `critical` and as `lagrange` is given them."""
PROBLEMS = {"one side": FREE, "a box": CLOSED, "an open quarter": OPEN}


def fresh(work: Callable[[], object]) -> float:
    """In a fork, so that nothing is remembered of an earlier round."""
    end, start = os.pipe()
    if os.fork() == 0:
        os.write(start, str(seconds(work)).encode())
        os._exit(0)
    os.close(start)
    os.wait()
    with os.fdopen(end) as told:
        return float(told.read())


def arguments() -> dict[str, tuple[float, int]]:
    """Milliseconds of each, and the number of rows of tests/cases/hypotheses.toml behind it."""
    sys.path.insert(0, str(ROOT / "tests"))
    from test_hypotheses import ROWS, claimed

    times: defaultdict[str, list[float]] = defaultdict(list)
    for row in ROWS:
        rounds = [fresh(lambda row=row: claimed(row)) for _ in range(ROUNDS)]
        times[row["argument"]].append(statistics.median(rounds))
    return {name: (1000 * statistics.median(found), len(found)) for name, found in times.items()}


def commands() -> dict[str, tuple[float, float]]:
    """Milliseconds of `critical` and of `lagrange` for each problem, asked in turn."""
    from calctool.run.child import solver_for
    from calctool.solve.typed import Typed, question

    def asked(command: str, f: str, sides: str) -> Callable[[], object]:
        domain, constraints = SIDES[sides]
        given = {"domain": domain} if command == "critical" else {"subject_to": constraints}
        whole = question(command, Typed(f, **given))
        return lambda: list(solver_for(command)(whole))

    listed = [(f, sides) for sides, fs in PROBLEMS.items() for f in fs]
    made = {}
    for f, sides in listed:
        both = [asked(command, f, sides) for command in ("critical", "lagrange")]
        rounds = [[fresh(work) for work in both] for _ in range(COMMAND_ROUNDS)]
        first, second = (1000 * statistics.median(each) for each in zip(*rounds, strict=True))
        made[f"{f}, {sides}"] = first, second
        print(f"{first:8.1f} {second:8.1f} {second / first:5.2f}  {f}, {sides}", flush=True)
    return made


def table(found: dict[str, tuple[float, int]]) -> str:
    """For the page, in the order of the ladder."""
    rows = (f"| `{name}` | {_short(ms)} | {count} |\n" for name, (ms, count) in found.items())
    return HEAD + "".join(rows)


def _short(ms: float) -> str:
    return f"{ms:.0f}" if ms >= 10 else f"{ms:.1f}"


def main() -> None:
    named = [each for each in sys.argv[1:] if not each.startswith("-")]
    wanted = named or ["arguments", "commands"]
    if "arguments" in wanted:
        made = table(arguments())
        print(made, flush=True)
        if "--write" in sys.argv:
            text = PAGE.read_text("utf-8")
            PAGE.write_text(re.sub(re.escape(HEAD) + r"(\|.*\n)*", lambda _: made, text), "utf-8")
    if "commands" in wanted:
        found = commands()
        ratios = [second / first for first, second in found.values()]
        print(f"lagrange / critical: median {statistics.median(ratios):.2f}, "
              f"{min(ratios):.2f} to {max(ratios):.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
