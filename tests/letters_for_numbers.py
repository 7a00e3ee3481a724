"""The questions of the rows of tables with a letter for one number, judged at numbers.

`python -m letters_for_numbers` from this folder does all of them and says how many were answered.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from by_parameters import document, false_at, values_for
from calctool.notation.printing.plain import plain
from calctool.notation.problem import Problem
from calctool.notation.reading.typed import read
from calctool.notation.tree import Name, Number, Power, Tree, expression
from calctool.notation.walk import transform, walk
from calctool.run.alarm import OutOfTime, at_most

ROWS = Path(__file__).parent / "cases" / "table.toml"
_LETTER = "a"


def questions() -> Iterator[tuple[str, dict[str, list[str]], str]]:
    """Each with its domain and the number for which the letter stands."""
    for row in tomllib.loads(ROWS.read_text("utf-8"))["case"]:
        if set(row) & {"where", "wrt", "fails", "assume", "zeros", "members"}:
            continue
        tree = expression(read(row["question"]).statement)
        if tree.names != {"x"}:
            continue
        options = {"domain": [row["domain"]]} if "domain" in row else {}
        for number in _numbers(tree):
            asked = _with_letter(tree, number)
            if asked.names == {"x", _LETTER}:
                yield plain(asked), options, plain(number)


def _numbers(tree: Tree) -> Iterator[Number]:
    """Those that are no exponents of x: x^a has fewer values than x^2."""
    exponents = {id(p.exponent) for p in walk(tree) if isinstance(p, Power) and p.base.names}
    seen = dict.fromkeys(p for p in walk(tree) if isinstance(p, Number) and id(p) not in exponents)
    yield from seen


def _with_letter(tree: Tree, number: Number) -> Tree:
    """The letter for all numbers like it that are no exponents."""

    def change(at: Tree) -> Tree | None:
        if at == number:
            return Name(_LETTER)
        if isinstance(at, Power) and at.base.names:
            return Power(transform(at.base, change), at.exponent)
        return None

    return transform(tree, change)


def judged(
    text: str, options: dict[str, list[str]], number: str, seconds: float = 60
) -> tuple[str, list[str]]:
    """How a question was answered, and what is false of that."""
    try:
        with at_most(seconds):
            found = document(text, **options)
    except Problem as problem:
        return f"refused: {problem.id}", []
    except OutOfTime:
        return "stopped", []
    values = [number, *values_for(found, seed=len(text))]
    return found["status"], false_at(found, text, values, options, seconds)


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """All of them; ends with 1 where something is false."""
    counted: Counter[str] = Counter()
    is_wrong = False
    for text, options, number in questions():
        how, false = judged(text, options, number)
        counted[how] += 1
        if how != "complete" or false:
            say(" ".join((how, text, *options.get("domain", []), *false)))
        is_wrong = is_wrong or bool(false)
    say(str(dict(counted)))
    sys.exit(is_wrong)


if __name__ == "__main__":
    main()
