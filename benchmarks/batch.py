"""Many problems: what a batch adds to their own work, two workers against one, and SymPy beside.

With a number as its argument, only that many problems of `diff`, and the memory they need.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
import tomllib
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

from timing import report

from calctool.notation.printing.sympy_text import sympy_text
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tree import expression
from calctool.render import wire
from calctool.run.batch import Settings, run_lines
from calctool.run.batch.lines import Given, Line
from calctool.run.child import Bounds, solver_for
from calctool.solve import typed
from calctool.solve.typed import Typed

CASES = Path(__file__).parents[1] / "tests" / "cases"
KEYS = ("wrt", "order", "mixed", "of", "at", "domain", "where", "function")
PARSED_ONLY = [{"command": "diff", "expr": f"sin({number}"} for number in range(1000)]
ONE_CORE_FLOOR = 10_000


def problems(name: str, command: str) -> Iterator[dict[str, Any]]:
    """The rows of a file of cases as lines of a batch."""
    for row in tomllib.loads((CASES / name).read_text("utf-8"))["case"]:
        keys = {key: row[key] for key in KEYS if key in row}
        yield {"command": command, "expr": row["question"], **keys}


def diff_problems() -> Iterator[dict[str, Any]]:
    """Without end, no two alike."""
    shapes = (
        "x^{n}*sin({n}x)", "exp(-{n}x)/(1+x^2)", "ln(x^2+{n})", "1/(1+exp(-{n}x))",
        "sqrt(x^2+{n})", "({n}x^3-2x)^2", "tan(x/{n})", "a*x^{n}+b*x",
    )  # fmt: skip
    for number in count(2):
        for shape in shapes:
            yield {"command": "diff", "expr": shape.format(n=number), "wrt": "x"}


def given(asked: list[dict[str, Any]]) -> Given:
    return Given(Line(n, json.dumps(one).encode()) for n, one in enumerate(asked, 1))


def seconds(asked: list[dict[str, Any]], workers: int) -> float:
    """From the first answer to the last: starting up is not counted."""
    answers = run_lines(given([asked[0], *asked]), Settings(workers, Bounds()))
    next(answers)
    began = time.perf_counter()
    for _ in answers:
        pass
    return time.perf_counter() - began


# --- what a batch adds --------------------------------------------------------------------------


def processor_seconds(asked: list[dict[str, Any]]) -> float:
    """Of this process and of its workers, which have been waited for at the end."""
    before = _used()
    for _ in run_lines(given(asked), Settings(1, Bounds())):
        pass
    return _used() - before


def _used() -> float:
    both = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(used.ru_utime + used.ru_stime for used in both)


def own_seconds(asked: list[dict[str, Any]]) -> float:
    """The same work in this process: reading, solving, writing as JSON."""
    before = time.process_time()
    for one in asked:
        _answered(one)
    return time.process_time() - before


def _answered(one: dict[str, Any]) -> bytes:
    try:
        question = typed.question(one["command"], Typed(one["expr"], wrt=one.get("wrt", ())))
        *_, answer = solver_for(one["command"])(question)
        return wire.line(wire.wired(answer, "en"))
    except Problem as problem:
        return wire.line(wire.failure(problem, one["command"], "en"))


def overhead() -> None:
    """Problems that are refused at once show best what there is besides them."""
    start = processor_seconds(PARSED_ONLY[:1])
    whole = processor_seconds(PARSED_ONLY) - start
    added = (whole - own_seconds(PARSED_ONLY)) / len(PARSED_ONLY) * 1000
    report("batch: processor ms added to a problem", added, "at most 1")


# --- speed --------------------------------------------------------------------------------------


def speed() -> None:
    mixed = [
        *problems("diff.toml", "diff"),
        *problems("limit_def.toml", "limit-def"),
        *problems("table.toml", "table"),
    ]
    one, two = seconds(mixed, 1), seconds(mixed, 2)
    report("batch: two workers / one worker, mixed problems", one / two, "at least 1.8")
    an_hour = len(mixed) / one * 3600
    report("batch: mixed problems an hour and core / 10,000", an_hour / ONE_CORE_FLOOR, "over 1")
    print(f"| {len(mixed)} mixed problems, one worker | {len(mixed) / one:.1f} a second | |")


def beside_sympy() -> None:
    """SymPy starts from built expressions, has no steps, no checks and no completeness."""
    import sympy

    asked = list(islice(diff_problems(), 200))
    trees = [expression(read(one["expr"]).statement) for one in asked]
    names = {name: sympy.Symbol(name, real=True) for name in "abx"}
    built = [sympy.sympify(sympy_text(tree, set(names)), locals=names) for tree in trees]  # noqa: TID251
    began = time.perf_counter()
    for one in built:
        sympy.simplify(sympy.diff(one, names["x"]))
    theirs = time.perf_counter() - began
    ours = seconds(asked, 1)
    report("batch: diff problems a second / SymPy's diff + simplify", theirs / ours, "over 1")
    print(f"| diff problems a second, one worker | {len(asked) / ours:.0f} | |")
    print(f"| SymPy's diff + simplify a second | {len(asked) / theirs:.0f} | |")


def memory(number: int) -> None:
    """How large this process and its workers are, from time to time."""
    asked = (json.dumps(one).encode() for one in islice(diff_problems(), number))
    feed = Given(Line(n, line) for n, line in enumerate(asked, 1))
    began = time.perf_counter()
    for done, _ in enumerate(run_lines(feed, Settings(2, Bounds())), 1):
        if done % max(1, number // 10) == 0:
            workers = sorted(_megabytes(pid) for pid in _descendants())
            rate = done / (time.perf_counter() - began)
            own = _megabytes(os.getpid())
            print(f"{done:8} {rate:6.0f} a second, here {own} MB, others {workers} MB", flush=True)


def _descendants() -> list[int]:
    parents: dict[int, int] = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            stat = Path("/proc", name, "stat").read_text()
        except OSError:
            continue
        parents[int(name)] = int(stat.rsplit(")", 1)[1].split()[1])
    found = [os.getpid()]
    for one in found:
        found += [child for child, parent in parents.items() if parent == one]
    return found[1:]


def _megabytes(process: int) -> int:
    try:
        pages = int(Path("/proc", str(process), "statm").read_text().split()[1])
    except OSError:
        return 0
    return pages * resource.getpagesize() >> 20


def main() -> None:
    overhead()
    speed()
    beside_sympy()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        memory(int(sys.argv[1]))
    else:
        main()
