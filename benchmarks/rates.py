"""Checked derivations of random expressions as JSON, by the second: `batch -` with one worker
against SymPy's parse, derivative and print, which has no steps and no checks."""

from __future__ import annotations

import json
import subprocess
import sys
from random import Random
from resource import RUSAGE_CHILDREN, getrusage

import sympy
from random_expressions import corpus
from sympy.parsing.sympy_parser import parse_expr
from timing import report, seconds

NUMBER = 300


def ours(texts: list[str]) -> float:
    """Seconds of the processor of a whole batch: the run, its nursery and the worker."""
    problems = "\n".join(json.dumps({"command": "diff", "expr": e, "wrt": ["x"]}) for e in texts)
    before = getrusage(RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "calctool", "batch", "-", "--workers", "1"]
    subprocess.run(command, input=problems, capture_output=True, check=False, text=True)  # noqa: S603
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def theirs(text: str) -> None:
    """What one expression takes there, its cache empty: a batch has no expression twice either."""
    slope = sympy.diff(parse_expr(text), sympy.Symbol("x"))
    str(slope)
    sympy.latex(slope)


def theirs_cold(text: str) -> float:
    sympy.core.cache.clear_cache()
    return seconds(lambda: theirs(text))


def main() -> None:
    texts = corpus(NUMBER)
    Random(1).shuffle(texts)  # noqa: S311 (the halves are alike)
    half = NUMBER // 2
    own = other = 0.0
    for part in (texts[:half], texts[half:]):
        own += ours(part) - ours(part[:1])
        other += sum(map(theirs_cold, part))
    name = "checked derivations as JSON / SymPy's parse + diff + print, by rate"
    report(name, other / own, "at least 1")
    print(f"| random expressions a processor second, one worker | {NUMBER / own:.0f} | |")
    print(f"| SymPy's parse + diff + print, its cache cleared | {NUMBER / other:.0f} | |")


if __name__ == "__main__":
    main()
