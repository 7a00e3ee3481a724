"""Random questions of `critical` and `lagrange` with letters, judged at random values of these.

`python -m random_optima critical 100` from this folder asks so many and says how they went.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from multiprocessing import get_context
from random import Random
from typing import Any

import mpmath

from by_parameters import fraction
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Relation, Tree, expression
from calctool.notation.walk import substitute
from calctool.run.alarm import OutOfTime, at_most
from letters_for_numbers import say
from optima_with_letters import Asked, questions
from optimum_by_letters import cases_of, contradictions, document
from values import NoValue
from values import value as worth

# --- values -------------------------------------------------------------------------------------


def given(found: dict[str, Any], seed: str, more: int = 4) -> list[dict[str, str]]:
    """Values of the letters: boundaries, values of equations between letters, random ones."""
    rng = Random(seed)  # noqa: S311 (values for a test)
    names = found["question"]["parameters"]
    known = found["result"].get("boundaries") or ()
    listed = [{names[0]: each["at"]["expr"]} for each in known]
    listed += [{n: _value(rng) for n in names} for _ in range(more)]
    for case in cases_of(found):
        sample = case.get("sample") or {}
        if set(sample) == set(names):
            listed.append({n: math["expr"] for n, math in sample.items()})
        for group in case["when"]:
            listed += _on_equations(group, {n: _value(rng) for n in names})
    unique = {str(each): each for each in listed}
    return list(unique.values())


def _value(rng: Random) -> str:
    return str(Fraction(rng.randint(-9, 9), rng.choice([1, 1, 2, 3])))


def _on_equations(group: list[dict[str, Any]], values: dict[str, str]) -> Iterator[dict[str, str]]:
    """A value for each letter that an equation gives, by those of the others."""
    known = dict(values)
    for one in group:
        left = one["left"]["expr"]
        if one["relation"] == "=" and left in known:
            others = {n: f"({v})" for n, v in known.items() if n != left}
            known[left] = _text(expression(read_back(one["right"]["expr"])), others)
    if known != values:
        yield known


def _text(tree: Tree, values: dict[str, str]) -> str:
    return plain(substitute(tree, {n: expression(read_back(v)) for n, v in values.items()}))


def _as_assumed(asked: Asked, values: dict[str, str]) -> bool:
    known = {n: fraction(worth(read_back(v), {})) for n, v in values.items()}
    signs = {"<": (-1,), ">": (1,), "!=": (-1, 1)}
    for text in asked.typed.assume:
        one = read_back(text)
        assert isinstance(one, Relation)
        apart = worth(one.left, known) - worth(one.right, known)
        if int(mpmath.sign(apart)) not in signs[one.sign]:
            return False
    return True


def judged_apart(asked: Asked, seconds: float = 60) -> tuple[str, list[str]]:
    """The same in a process of its own, for no timer rings in the middle of a long resultant."""
    context = get_context("fork")
    here, there = context.Pipe(duplex=False)
    worker = context.Process(target=lambda: there.send(judged(asked, seconds)))
    worker.start()
    there.close()
    try:
        return here.recv() if here.poll(8 * seconds) else ("stopped", [])
    except EOFError:
        return "died", []
    finally:
        worker.kill()
        worker.join()


def judged(asked: Asked, seconds: float = 60) -> tuple[str, list[str]]:
    """How one was answered, and what is false of that."""
    try:
        with at_most(seconds):
            found = document(asked.command, asked.typed)
    except Problem as problem:
        return f"refused: {problem.id}", []
    except OutOfTime:
        return "stopped", []
    if not cases_of(found):
        return "no cases", []
    false = []
    for values in given(found, str(asked)):
        try:
            if not _as_assumed(asked, values):
                continue
            with at_most(seconds):
                false += contradictions(found, asked.command, asked.typed, values)
        except (OutOfTime, NoValue, ZeroDivisionError):
            continue
    return found["status"], false


def main() -> None:
    """Ends with 1 where something is false."""
    command = sys.argv[1] if len(sys.argv) > 1 else "critical"
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    counted: Counter[str] = Counter()
    is_wrong = False
    for number, asked in enumerate(questions(command, seed), 1):
        how, false = judged_apart(asked)
        counted[how] += 1
        if how != "complete" or false:
            say(" ".join((how, str(asked), *false)))
        is_wrong = is_wrong or bool(false)
        if number >= count:
            break
    say(str(dict(counted)))
    sys.exit(is_wrong)


if __name__ == "__main__":
    main()
