"""Asks every function in every command, in one process: `python -m oracle.every_function`."""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections import Counter

from calctool.atlas import FUNCTIONS
from oracle.ask import Failed, Question, answered
from trees import FIRST_IS_WHOLE, SECOND_IS_WHOLE

INNER = ("x", "x^2", "x-1", "1/x", "abs(x)", "2*x+1", "exp(x)", "sin(x)")
POINTS = ("0", "1", "-1", "1/2")


def calls(id: str, inner: str) -> list[str]:
    """The function at `inner`, with what other arguments it takes."""
    if id in FIRST_IS_WHOLE:
        return [f"{id}({order},{inner})" for order in (0, 1)] + [f"{id}({inner},2)"]
    if id in SECOND_IS_WHOLE:
        return [f"{id}({inner},3)", f"{id}(2,{inner})"] + [f"{id}({inner})"] * (
            FUNCTIONS[id].least == 1
        )
    if FUNCTIONS[id].least == 2:
        return [f"{id}({inner},2)", f"{id}(2,{inner})"]
    if id in ("min", "max"):
        return [f"{id}({inner},1-x)", f"{id}({inner})"]
    return [f"{id}({inner})"]


def questions() -> list[Question]:
    """All of them, always in the same order."""
    found = []
    for id in FUNCTIONS:
        for inner in INNER:
            for call in calls(id, inner):
                found += _one(call)
        for call in calls(id, "x*y"):
            found += [
                Question("diff", call, {"mixed": "x,y"}),
                Question("critical", f"{call}+x^2"),
                Question("critical", call, {"domain": ["x:[0,1]", "y:[-1,2)"]}),
                Question("lagrange", call, {"subject_to": ["x+y=1"]}),
            ]
        for call in calls(id, "x"):
            found += [
                Question("lagrange", f"{call}+y", {"subject_to": ["x^2+y^2=1"]}),
                Question("lagrange", "x-y", {"subject_to": [f"{call}+y^2<=1"], "wrt": ["x,y"]}),
                Question("diff", f"{call}+y=y^3", {"wrt": ["x"], "of": "y"}),
            ]
    return found


def _one(call: str) -> list[Question]:
    asked = [
        Question("diff", call),
        Question("diff", f"x*{call}", {"order": "2"}),
        Question("limit-def", call),
        Question("table", call),
        Question("table", call, {"domain": ["[0,oo)"]}),
        Question("critical", call),
        Question("critical", call, {"domain": ["(-2,1]"]}),
        Question("lagrange", call, {"subject_to": ["x^2<=1"]}),
    ]
    for point in POINTS:
        asked += [Question("diff", call, {"at": point}), Question("limit-def", call, {"at": point})]
    return asked


def named() -> list[Question]:
    """Questions that ended in a fault once, or are like one that did."""
    return [
        Question("limit-def", "besselj(x,1)"),
        Question("limit-def", "root(2,x)"),
        Question("limit-def", "polygamma(x,2)"),
        Question("lagrange", "x*y", {"subject_to": ["x=0"]}),
        Question("limit-def", "x+besselj(x,1)"),
    ]


def faults(asked: list[Question], seconds: float) -> list[str]:
    """Command lines that end in a fault of calctool, with the last line of the trace."""
    found = []
    for question in asked:
        try:
            answered(question, seconds)
        except Failed as fault:
            found.append(f"{question.line}   # {fault.args[0].strip().splitlines()[-1]}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Ask every function in every command.")
    parser.add_argument("--seconds", type=float, default=2.0, help="CPU time of one question")
    parser.add_argument("--every", type=int, default=1, help="only each N-th question")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=math.inf, help="no more than so many")
    options = parser.parse_args()
    end = time.monotonic() + 60 * options.minutes
    asked = questions()[options.first :: options.every]
    broken: Counter[str] = Counter()
    count = 0
    for question in asked:
        if time.monotonic() > end:
            break
        count += 1
        for line in faults([question], options.seconds):
            broken[line.split("# ")[-1]] += 1
            print(line, flush=True)
    print(f"{count} questions; faults: {dict(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
