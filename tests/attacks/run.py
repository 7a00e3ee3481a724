"""Runs the attack cases against a command line: `cd tests && python -m attacks.run --help`."""

import argparse
import shlex
import sys
from collections import Counter

from attacks.case import Case, cases
from attacks.launch import Outcome, launch
from attacks.promises import broken

SECONDS = 11.0
MEGABYTES = 1024


def attack(case: Case, command: list[str], slack: float = 1.0) -> tuple[Outcome, list[str]]:
    """Run one case; the promises it broke."""
    seconds = SECONDS * slack
    outcome = launch(case, command, seconds, MEGABYTES)
    return outcome, broken(case, outcome, seconds, MEGABYTES)


def chosen(only: str | None = None) -> list[Case]:
    """All cases, or those whose id or category is named."""
    named = set(only.split(",")) if only else set()
    return [case for case in cases() if not named or {case.id, case.category} & named]


def main() -> int:
    parser = argparse.ArgumentParser(description="Run the attack cases.")
    parser.add_argument("--command", default=f"{sys.executable} -m calctool")
    parser.add_argument("--only", help="ids or categories, separated by commas")
    parser.add_argument("--slack", type=float, default=1.0, help="times the allowed seconds")
    options = parser.parse_args()
    kept: Counter[str] = Counter()
    failed: Counter[str] = Counter()
    slowest = ("", 0.0)
    for case in chosen(options.only):
        outcome, promises = attack(case, shlex.split(options.command), options.slack)
        slowest = max(slowest, (case.id, outcome.seconds), key=lambda pair: pair[1])
        (failed if promises else kept)[case.category] += 1
        if promises:
            print(f"{case.id:10} exit {outcome.exit} {outcome.seconds:5.1f} s  ", end="")
            print("; ".join(promises), f"[{case.get('why')}]", flush=True)
    for category in sorted(kept | failed):
        print(f"{category:6} {kept[category]:4} of {kept[category] + failed[category]}")
    print(f"{kept.total()} kept every promise, {failed.total()} did not; slowest: {slowest}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
