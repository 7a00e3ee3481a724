"""Hunts for wrong least and greatest values: `cd tests && python -m opinions.run --minutes 10`."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from mpmath import mp

from calctool.verify.verdict import Verdict
from opinions.claims import Case, cases
from opinions.planted import is_wrong, middle, planted
from oracle.values import search
from oracle.values.optimum_case import Optimum


@dataclass
class Tally:
    """How often each sort was planted and refuted, and what went wrong."""

    planted: Counter[str]
    refuted: Counter[str]
    faults: list[str]
    claims: int = 0
    arguments: Counter[str] = field(default_factory=Counter)

    @classmethod
    def empty(cls) -> Tally:
        return cls(Counter(), Counter(), [])


def hunted(seed: int, tally: Tally, *, deep: bool) -> None:
    """One seed: right claims pass and hold against a search, wrong ones are refuted."""
    for case in cases(seed):
        tally.claims += 1
        tally.arguments[case.argument] += 1
        if case.opinion(case.claimed) is Verdict.REFUTED:
            tally.faults.append(f"{seed} {case.question.line}: a claim is refuted ({case.turn})")
            continue
        if deep:
            tally.faults += _beaten(seed, case)
        for sort, wrong in planted(case.claimed):
            if not is_wrong(case, sort, wrong):
                continue
            tally.planted[sort] += 1
            if case.opinion(wrong) is Verdict.REFUTED:
                tally.refuted[sort] += 1
            else:
                tally.faults.append(f"{seed} {case.question.line}: {sort} passes ({case.turn})")


def _beaten(seed: int, case: Case) -> Iterator[str]:
    """By a value of a search that knows no argument."""
    asked = Optimum(case.question, case.answer, Random(seed))  # noqa: S311
    if case.claimed.value is None:
        return
    claim = middle(case.claimed)
    for place, found in search.values(asked):
        if (found - claim) * case.turn > 1e-6 * (1 + abs(claim)):
            yield f"{seed} {case.question.line}: {mp.nstr(found, 12)} at {place} ({case.turn})"
            return


def main() -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--minutes", type=float, default=10)
    asked.add_argument("--seed", type=int, default=1)
    given = asked.parse_args()
    tally, seed, until = Tally.empty(), given.seed, time.monotonic() + 60 * given.minutes
    while time.monotonic() < until:
        before = len(tally.faults)
        hunted(seed, tally, deep=True)
        for fault in tally.faults[before:]:
            print(fault, flush=True)
        seed += 1
    print(f"{seed - given.seed} questions, {tally.claims} claims")
    print("  " + ", ".join(f"{name} {count}" for name, count in tally.arguments.most_common()))
    for sort, count in sorted(tally.planted.items()):
        print(f"  {sort}: {tally.refuted[sort]} of {count} refuted")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
