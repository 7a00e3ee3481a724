"""Judges an answer in letters: for numbers put in, one case holds, and what it says is true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from random import Random
from typing import Any

from oracle.ask import Question
from oracle.finding import Finding
from oracle.values import chosen
from oracle.values.chosen import Numbers
from oracle.values.evaluate import Real, Unknown, value
from oracle.values.reading import relation, tree
from values import NoValue

Judge = Callable[[Question, dict[str, Any]], Iterator[Finding]]
MOST = 4
"""Choices that are judged in full; whether one case holds is asked of all."""


def judge(
    question: Question, answer: dict[str, Any], random: Random, plain: Judge
) -> Iterator[Finding]:
    judged = 0
    for numbers in chosen.choices(question, answer, random):
        shown = ", ".join(f"{name} = {text}" for name, text in numbers.items())
        try:
            holding = _holding(answer, numbers)
        except Unknown:
            continue
        cases = answer["result"].get("cases")
        if cases and len(holding) != 1 and not (not holding and _is_excepted(answer, numbers)):
            yield Finding("cases", "just one case holds", f"{len(holding)} at {shown}")
            return
        yield from _required(answer, numbers, shown)
        if judged >= MOST or not holding or (not cases and _is_excepted(answer, numbers)):
            continue
        if holding[0].get("points", ()) is None:
            continue
        judged += 1
        try:
            asked, put = chosen.put(question, answer, holding[0], numbers)
        except (NoValue, Unknown) as fault:
            yield Finding("cases", "each place with a name is the only zero", f"{fault} at {shown}")
            return
        for finding in plain(asked, put):
            yield Finding(finding.sort, f"at {shown}: {finding.claim}", finding.truth)
            return


def _holding(answer: dict[str, Any], numbers: Numbers) -> list[dict[str, Any]]:
    result = answer["result"]
    if not result.get("cases"):
        return [result]
    return [case for case in result["cases"] if chosen.met(case, numbers)]


def _is_excepted(answer: dict[str, Any], numbers: Numbers) -> bool:
    """Whether the answer says that it does not speak of these numbers."""
    known = chosen.point(numbers, 60)
    for text in answer["question"]["assumptions"]:
        found = relation(text) if "!=" in text else None
        if found is None or not found.names <= set(numbers):
            continue
        try:
            if abs(value(found.left, known, 60) - value(found.right, known, 60)) < 1e-30:
                return True
        except NoValue:
            return True
    return False


# --- conditions under which something holds ------------------------------------------------------


def _required(answer: dict[str, Any], numbers: Numbers, shown: str) -> Iterator[Finding]:
    """`--when`: where the condition is met no values contradict it; else some values should."""
    required = answer["result"].get("required")
    wanted = {"increasing": 1, "decreasing": -1}.get(required["property"]) if required else None
    if not required or wanted is None:
        return
    domain = answer["question"]["domain"]
    (name,) = answer["question"]["wrt"]
    asked = domain.get(name, "(-oo,oo)")
    low, high = (part.strip() for part in asked[1:-1].split(","))
    ends = [chosen.end_of({"expr": each}, numbers) for each in (low, high)]
    f, known = tree(answer["question"]["expr"]), chosen.point(numbers, 60)
    said = chosen.met(required, numbers)
    values: list[tuple[Real, Real]] = []
    steps: list[Real] = []
    for _ in range(1 if said else 4):
        for x in chosen.inside(*ends, count=80):
            try:
                values.append((x, value(f, {**known, name: x}, 60)))
            except (NoValue, Unknown):
                continue
        values.sort()
        rises = [(wanted * (q - p) / (y - x), x, y) for (x, p), (y, q) in pairwise(values) if x < y]
        steps = [slope * (y - x) for slope, x, y in rises]
        # Where f goes the most slowly it may go back between the samples.
        ends = list(min(rises)[1:]) if rises else ends
    if said and any(step < -1e-25 for step in steps):
        yield Finding("when", f"f is {required['property']} at {shown}", "values go the other way")
    if not said and steps and all(step > 1e-25 for step in steps) and len(values) > 50:
        yield Finding("when", f"f is not {required['property']} at {shown}", "all values say so")
