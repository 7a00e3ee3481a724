"""Asks random questions and judges the answers: `cd tests && python -m oracle.run --minutes 10`."""

from __future__ import annotations

import argparse
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from random import Random
from typing import Any

from oracle.ask import CPU_S, Failed, Question, told
from oracle.finding import Finding
from oracle.judges import diff, letters, numbers, optimum, pages, steps, table
from oracle.questions.families import FAMILIES
from oracle.values import chosen
from oracle.values.evaluate import Unknown
from oracle.values.optimum_case import Optimum
from oracle.values.table_case import Table


def question(seed: int, names: list[str]) -> Question:
    """The question of a seed, always the same."""
    name = names[seed % len(names)]
    random = Random(f"{name} {seed}")  # noqa: S311
    made = FAMILIES[name](random)
    return Question(made.command, made.expression, made.options, name)


def judged(asked: Question, answer: dict[str, Any], seed: int = 0) -> Iterator[Finding]:
    """What is untrue in an answer; nothing is expected of one that was stopped or refused."""
    if answer["status"] in ("stopped", "error") or answer["result"] is None:
        return
    random = Random(seed)  # noqa: S311
    yield from steps.judge(asked, answer, random)
    yield from numbers.judge(answer["result"])
    if chosen.letters(asked, answer):
        yield from letters.judge(
            asked, answer, random, lambda question, plain: _plainly(question, plain, random)
        )
    else:
        yield from _plainly(asked, answer, random)


def _plainly(asked: Question, answer: dict[str, Any], random: Random) -> Iterator[Finding]:
    """Of an answer without letters."""
    match asked.command:
        case "table":
            yield from table.judge(Table(asked, answer, random))
        case "critical" | "lagrange":
            yield from optimum.judge(Optimum(asked, answer, random))
        case "diff":
            yield from diff.judge(asked, answer, random)
        case "limit-def":
            yield from diff.judge_limit_def(answer, random)


def findings(asked: Question, seed: int, seconds: float = CPU_S) -> tuple[str, list[Finding]]:
    """How the question ended, and what is untrue in the answer."""
    try:
        answer, told_ = told(asked, seconds)
    except Failed as fault:
        return "fault", [Finding("fault", "an answer", fault.args[0].strip().splitlines()[-1])]
    try:
        pages_ = [] if told_ is None else list(pages.judge(told_))
        return answer["status"], [*pages_, *judged(asked, answer, seed)]
    except Exception as mistake:
        mistake.add_note(asked.line)
        raise


def main() -> int:
    parser = argparse.ArgumentParser(description="Judge answers to random questions.")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--count", type=int, help="questions, instead of minutes")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", default="", help="beginnings of families, separated by commas")
    parser.add_argument("--seconds", type=float, default=CPU_S, help="CPU time of one question")
    options = parser.parse_args()
    only = tuple(options.only.split(","))
    names = [name for name in FAMILIES if name.startswith(only)]
    end = time.monotonic() + 60 * options.minutes
    ended: Counter[str] = Counter()
    wrong = 0
    seed = first = options.seed
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        while seed - first < options.count if options.count else time.monotonic() < end:
            asked = question(seed, names)
            try:
                how, found = findings(asked, seed, options.seconds)
            except Unknown:
                how, found = "out of reach", []
            except Exception:
                traceback.print_exc(limit=-4, file=sys.stdout)
                how, found = "not judged", []
                wrong += 1
            ended[how] += 1
            wrong += bool(found)
            if found:
                print(f"{asked.line}   # {asked.family}, seed {seed}, {how}")
                for each in found:
                    print(f"    {each}", flush=True)
            seed += 1
    except KeyboardInterrupt:
        print("stopped")
    print(f"seeds {first} to {seed - 1}: {dict(ended)}; answers with findings: {wrong}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
