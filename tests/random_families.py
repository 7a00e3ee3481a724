"""Random families of functions, coefficients replaced by letters, judged at random letters.

`python -m random_families 200` from this folder asks so many and says how they were answered.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random
from typing import Any

from by_parameters import document, false_at, values_for
from calctool.notation.problem import Problem
from calctool.run.alarm import OutOfTime, at_most
from letters_for_numbers import say

Make = Callable[[Random], str]


def _n(rng: Random) -> str:
    return str(rng.choice([-3, -2, -1, 1, 2, 3, 4]))


def _polynomial(rng: Random, degree: int, letters: str) -> str:
    """With a letter for some of its coefficients."""
    terms = []
    places = rng.sample(range(degree + 1), len(letters))
    for power in range(degree, -1, -1):
        size = letters[places.index(power)] if power in places else _n(rng)
        if power not in (degree, *places) and rng.random() < 0.4:
            continue
        terms.append(f"({size})*x^{power}" if power else f"({size})")
    return "+".join(terms)


def _letters(rng: Random) -> str:
    return rng.choice(["a", "a", "a", "ab"])


def _rational(rng: Random) -> str:
    top, below = _polynomial(rng, 1, "a"), rng.choice(["x^2+1", "x-2", "x^2-1", "x^2+a", "x+a"])
    return f"({top})/({below})"


def _exp_log(rng: Random) -> str:
    return rng.choice([
        f"exp(x)*({_polynomial(rng, 2, 'a')})",
        f"({_polynomial(rng, 1, 'a')})*exp({_n(rng)}*x)+{_n(rng)}*x",
        f"({_n(rng)})*ln(x)+({_polynomial(rng, 1, 'a')})",
        f"x*ln(x)+({_polynomial(rng, 1, 'a')})",
        f"({_polynomial(rng, 1, 'a')})*exp(a*x)",
        f"exp(2*x)+a*exp(x)+{_n(rng)}*x",
        f"ln(x)/x+a*x+{_n(rng)}",
        f"a*ln(x)+({_polynomial(rng, 2, 'b')})",
    ])  # fmt: skip


def _root(rng: Random) -> str:
    return rng.choice([
        f"sqrt(x)*({_polynomial(rng, 1, 'a')})", f"sqrt(x^2+a)+{_n(rng)}*x",
        f"a*sqrt(x)+{_n(rng)}*x", "x*sqrt(a-x)", f"sqrt(x+a)-{abs(int(_n(rng)))}*x",
    ])  # fmt: skip


def _switching(rng: Random) -> str:
    return rng.choice([
        f"abs(x-a)+{_n(rng)}*x", "x*abs(x-a)", f"max(x^2,a*x+{_n(rng)})",
        f"abs({_polynomial(rng, 2, 'a')})", f"where(x<a, x^2, {_n(rng)}*x)",
    ])  # fmt: skip


def _wave(rng: Random) -> str:
    return rng.choice([
        f"a*sin(x)+{_n(rng)}*cos(x)", f"sin(x)+a*x+{_n(rng)}", "cos(2*x)+a*cos(x)",
        "sin(x)^2+a*sin(x)", f"{_n(rng)}*sin(a*x)", "a*cos(x)+b*sin(x)",
    ])  # fmt: skip


def _of_degree(rng: Random) -> str:
    letters = _letters(rng)
    return _polynomial(rng, rng.choice([2, 3, 3, 4]), letters)


FAMILIES: list[Make] = [
    _of_degree, _of_degree, _rational, _exp_log, _exp_log, _root, _switching, _wave,
]  # fmt: skip

PARTS = ["[0,2]", "(0,pi)", "[0,pi/2]", "[1,oo)", "[0,a]", "[a,a+1]", "[-a,a]"]
"""Of the line."""


def questions(seed: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """One after the other, some with `zeros`."""
    rng = Random(seed)  # noqa: S311 (questions for a test)
    while True:
        text = rng.choice(FAMILIES)(rng)
        options: dict[str, Any] = {"zeros": True} if rng.random() < 0.3 else {}
        if rng.random() < 0.25:
            options["domain"] = [rng.choice(PARTS)]
        yield text, options


def judged(text: str, options: dict[str, Any], seconds: float = 60) -> tuple[str, list[str]]:
    """How one was answered, and what is false of that."""
    try:
        with at_most(seconds):
            found = document(text, **options)
    except Problem as problem:
        return f"refused: {problem.id}", []
    except OutOfTime:
        return "stopped", []
    names = found["result"]["parameters"]
    if names == ["a"]:
        given: list[Any] = values_for(found, seed=len(text))
    else:
        rng = Random(text)  # noqa: S311 (values for a test)
        given = [
            {n: str(Fraction(rng.randint(-4, 4), rng.choice([1, 2]))) for n in names}
            for _ in range(6)
        ]
        given += [
            {n: at["expr"].replace("**", "^") for n, at in case["sample"].items()}
            for case in found["result"]["cases"]
        ]
    return found["status"], false_at(found, text, given, options, seconds)


def main() -> None:
    """Ends with 1 where something is false."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    counted: Counter[str] = Counter()
    is_wrong = False
    seen: set[str] = set()
    for text, options in questions(seed):
        if text in seen:
            continue
        seen.add(text)
        how, false = judged(text, options)
        counted[how] += 1
        if how != "complete" or false:
            say(" ".join((how, text, *options, *options.get("domain", ()), *false)))
        is_wrong = is_wrong or bool(false)
        if len(seen) >= count:
            break
    say(str(dict(counted)))
    sys.exit(is_wrong)


if __name__ == "__main__":
    main()
