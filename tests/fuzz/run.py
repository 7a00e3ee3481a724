"""Looks for inputs that break a promise: `cd tests && python -m fuzz.run --minutes 10`."""

import argparse
import sys
import time
import traceback
from itertools import cycle
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from calctool.run import alarm
from fuzz.targets import TARGETS, Target

EXAMPLES = 400
"""Inputs of one target before the next has its turn."""
SECONDS = 10.0
"""No input may take longer."""


def explored(target: Target, deadline: float) -> None:
    """One turn; raises with the smallest input found that breaks a promise."""

    def check(found: Any) -> None:
        if time.monotonic() < deadline:
            try:
                with alarm.at_most(SECONDS):
                    target.check(found)
            except alarm.OutOfTime:
                raise AssertionError("too slow") from None

    quiet = settings(
        max_examples=EXAMPLES // target.weight,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=False,
    )
    quiet(given(target.inputs())(check))()


def report(find: BaseException) -> None:
    """The end of each trace, and the input that hypothesis notes."""
    for one in find.exceptions if isinstance(find, BaseExceptionGroup) else (find,):
        print("".join(traceback.format_exception(one, limit=-5)), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description="Look for inputs that break a promise.")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--only", help="targets, separated by commas")
    options = parser.parse_args()
    names = options.only.split(",") if options.only else list(TARGETS)
    deadline = time.monotonic() + 60 * options.minutes
    turns = dict.fromkeys(names, 0)
    broken = set[str]()
    for name in cycle(names):
        if time.monotonic() >= deadline or broken >= set(names):
            break
        if name in broken:
            continue
        try:
            explored(TARGETS[name], deadline)
        except Exception as find:
            broken.add(name)
            print("---", name)
            report(find)
        turns[name] += 1
    for name, count in turns.items():
        asked = count * EXAMPLES // TARGETS[name].weight
        print(f"{name:12} {asked:7} inputs{'  BROKEN' if name in broken else ''}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
