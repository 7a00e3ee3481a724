"""Calls of the Python interface, which keeps a process for them, beside whole commands."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import count

from timing import process, ratio, report

import calctool as ct

NUMBERS = count(2)
CALLS: tuple[tuple[str, list[str], Callable[[int], object], str], ...] = (
    ("diff", ["diff", "1/(1+exp(-x))"], lambda k: ct.diff(f"1/(1+exp(-{k}*x))"), "at least 7.5"),
    ("table", ["table", "x^3-3*x"], lambda k: ct.table(f"x^3-{3 * k * k}*x"), "at least 5"),
    (
        "lagrange",
        ["lagrange", "x+y", "--subject-to", "x^2+y^2=1"],
        lambda k: ct.lagrange(f"{k}*x+y", subject_to="x^2+y^2=1"),
        "at least 4",
    ),
)
"""No question is asked twice."""


def main() -> None:
    for name, command, call, bound in CALLS:
        call(next(NUMBERS))
        cold = process([sys.executable, "-m", "calctool", *command])

        def ours(call: Callable[[int], object] = call) -> None:
            call(next(NUMBERS))

        times = ratio(cold, ours, rounds=9, clock=time.perf_counter)
        report(f"a cold command / a call of the Python interface, {name}", times, bound)


if __name__ == "__main__":
    main()
