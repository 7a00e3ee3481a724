"""An answer in letters with a number for each letter: the answer to a question without letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

from mpmath import mp

from calctool.notation.tree import Power, Relation, Tree
from calctool.notation.walk import walk
from oracle.ask import Question
from oracle.values.evaluate import Real, Unknown, holds, value
from oracle.values.reading import read, relation, tree
from values import NoValue

Numbers = dict[str, str]
"""Each letter with the text of a constant."""
DIGITS = 260
"""Of a place that is only told by its equation: more than any judge compares."""
ROUNDS = 9


def letters(question: Question, answer: dict[str, Any]) -> list[str]:
    """The names that are neither variables nor made up by the answer."""
    asked = answer["question"]
    found = {name for text in (asked["expr"], *asked["constraints"]) for name in _names(text)}
    for text in asked["domain"].values():
        found |= {name for part in text.strip()[1:-1].split(",") for name in _names(part)}
    for one in answer["result"].get("derivatives", []):
        found -= set(one["at"] or ())
    return sorted(found - set(asked["wrt"]) - {question.options.get("of")})


def _names(text: str) -> frozenset[str]:
    return read(text).names


def choices(question: Question, answer: dict[str, Any], random: Random) -> Iterator[Numbers]:
    """Numbers that what is assumed allows: at boundaries that are listed, between them, others."""
    names = letters(question, answer)
    listed = [each["at"] for each in answer["result"].get("boundaries") or []]
    exact = [math["expr"] for math in listed if "enclosure" not in math]
    gaps = pairwise(sorted(math["value"] for math in listed if math["value"] is not None))
    between = [str(Fraction((a + b) / 2).limit_denominator(500)) for a, b in gaps if b - a > 0.01]
    turns = [{names[0]: text} for text in (*exact, *between)] if len(names) == 1 else []
    size = random.choice((2, 5, 9))
    turns += [{name: _any(random, size) for name in names} for _ in range(ROUNDS)]
    raised = _raised(answer)
    for numbers in turns:
        # x^a needs x > 0 whatever a is, x^2 does not.
        is_whole = any(name in raised and "/" not in text for name, text in numbers.items())
        if not is_whole and _allowed(question, answer, numbers):
            yield numbers


def _any(random: Random, size: int) -> str:
    return str(Fraction(random.randint(-2 * size, 2 * size), random.choice((1, 1, 2, 3))))


def _allowed(question: Question, answer: dict[str, Any], numbers: Numbers) -> bool:
    assumed = [*question.options.get("assume", []), *answer["question"]["assumptions"]]
    sides = [text for text in assumed if re.search(r"[<>=]", text) and "!=" not in text]
    return all(_is_true(text, numbers) for text in sides)


def _is_true(text: str, numbers: Numbers) -> bool:
    found = relation(text)
    if found is None or not found.names <= set(numbers):
        return True
    return holds(found, point(numbers), 60)


def point(numbers: Numbers, digits: int = DIGITS) -> dict[str, Real]:
    return {name: value(tree(text), {}, digits) for name, text in numbers.items()}


# --- cases --------------------------------------------------------------------------------------


def met(part: dict[str, Any], numbers: Numbers) -> bool:
    """Whether the condition of a case holds; one whose formulas have no value there does not."""

    def is_met(group: list[dict[str, Any]]) -> bool:
        try:
            return all(
                _is_true(f"{one['left']['expr']} {one['relation']} {one['right']['expr']}", numbers)
                for one in group
            )
        except NoValue:
            return False

    return any(map(is_met, part["when"]))


def put(
    question: Question, answer: dict[str, Any], case: dict[str, Any], numbers: Numbers
) -> tuple[Question, dict[str, Any]]:
    """The question and the case with the numbers in them, as if nobody had asked with letters."""
    numbers = _read_as_letters(answer, numbers)
    known = numbers | _places(case, numbers)
    missing = case["missing"] if "missing" in case else answer["completeness"]["missing"]
    completeness = answer["completeness"] | {"missing": missing}
    own = {key: part for key, part in case.items() if key not in ("when", "state", "missing")}
    if "derivatives" in own:
        own["derivatives"] = [_at_point(one, numbers) for one in own["derivatives"]]
    plain = {
        **answer,
        "status": "partial" if missing else "complete",
        "completeness": completeness,
        "question": _put(answer["question"], numbers),
        "result": _put(own, known),
        "steps": [],
    }
    options = {key: _put(given, numbers) for key, given in question.options.items()}
    kept = {key: given for key, given in options.items() if key not in ("assume", "when")}
    return Question(question.command, in_text(question.expression, numbers), kept), plain


def _at_point(one: dict[str, Any], numbers: Numbers) -> dict[str, Any]:
    """What a derivative is at the point asked for, for these numbers."""
    if "at_when" not in one or met({"when": one["at_when"]}, numbers):
        return one
    for seam in one["at_seams"]:
        if all(_is_true(text, numbers) for text in seam["where"]):
            told = {key: seam[key] for key in ("left", "right", "value")}
            return {**one, **told, "exists": seam["kind"] == "smooth", "tangent": None}
    raise Unknown


def _read_as_letters(answer: dict[str, Any], numbers: Numbers) -> Numbers:
    """A written exponent means more than a letter does: (-8)^(1/3) is -2, (-8)^a is nothing."""
    raised = _raised(answer)
    return {n: f"{text} + 0*pi" if n in raised else text for n, text in numbers.items()}


def _raised(answer: dict[str, Any]) -> set[str]:
    """The names in exponents."""
    statement = read(answer["question"]["expr"])
    trees = (statement.left, statement.right) if isinstance(statement, Relation) else (statement,)
    powers = [node for each in trees for node in walk(each) if isinstance(node, Power)]
    return {name for power in powers for name in power.exponent.names}


def in_text(text: str, numbers: Numbers) -> str:
    for name, number in numbers.items():
        text = re.sub(rf"(?<![\w.]){name}\b", f"({number})", text)
    return text


def _put(part: Any, numbers: Numbers) -> Any:
    if isinstance(part, str):
        return in_text(part, numbers)
    if isinstance(part, list):
        return [_put(each, numbers) for each in part]
    if isinstance(part, dict):
        if {"expr", "latex", "value"} <= set(part):
            return {**part, "expr": in_text(part["expr"], numbers), "value": None}
        return {key: _put(each, numbers) for key, each in part.items()}
    return part


# --- places that have a name --------------------------------------------------------------------


def _places(case: dict[str, Any], numbers: Numbers) -> Numbers:
    """Places without a formula: the zero of an equation between two others, as a long decimal."""
    found: Numbers = {}
    for math in _rooted(case):
        if math["expr"] in found:
            continue
        root, known = math["root"], point(numbers | found)
        equation = tree(root["equation"])
        ends = [end_of(root[key], numbers | found) for key in ("start", "end")]
        x = zero(equation, root["variable"], known, *ends)
        with mp.workdps(DIGITS):
            found[math["expr"]] = decimal(x, DIGITS - 20)
    return found


def decimal(x: Real, digits: int) -> str:
    """Without a power of ten, which the parser would read as a product with e."""
    return str(mp.nstr(x, digits, min_fixed=-mp.inf, max_fixed=mp.inf))


def _rooted(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for each in part:
            yield from _rooted(each)
    elif isinstance(part, dict):
        if "root" in part:
            yield part
        else:
            for each in part.values():
                yield from _rooted(each)


def end_of(math: dict[str, Any], numbers: Numbers) -> Real:
    far = {"oo": mp.inf, "-oo": -mp.inf}.get(math["expr"])
    return value(tree(math), point(numbers), DIGITS) if far is None else far


def inside(low: Real, high: Real, count: int = 400) -> list[Real]:
    """Places strictly between two ends, closer together beside them."""
    with mp.workdps(DIGITS):
        steps = [mp.mpf(2) ** (mp.mpf(n) / 4) for n in range(-240, 53)]
        if mp.isinf(low) and mp.isinf(high):
            return [*(-s for s in reversed(steps)), mp.zero, *steps]
        if mp.isinf(low):
            return [high - s for s in reversed(steps)]
        if mp.isinf(high):
            return [low + s for s in steps]
        near = [(high - low) * mp.mpf(2) ** -n for n in range(10, 60)]
        middle = [low + (high - low) * mp.mpf(i) / count for i in range(1, count)]
        return [*(low + s for s in reversed(near)), *middle, *(high - s for s in near)]


def zero(equation: Tree, name: str, known: dict[str, Real], low: Real, high: Real) -> Real:
    """The only zero between two ends; Unknown where the sign does not change just once."""

    def sign(x: Real, digits: int = 60) -> int | None:
        try:
            return int(mp.sign(value(equation, {**known, name: x}, digits)))
        except (NoValue, Unknown):
            return None

    signs = [(x, s) for x in inside(low, high) if (s := sign(x)) is not None]
    for x, s in signs:
        if s == 0:
            return x
    changes = [(a, b, s) for (a, s), (b, t) in pairwise(signs) if s != t]
    if len(changes) != 1:
        raise Unknown(f"{len(changes)} changes of sign")
    left, right, before = changes[0]
    with mp.workdps(DIGITS):
        for _ in range(int(DIGITS * 3.4)):
            middle = (left + right) / 2
            left, right = (middle, right) if sign(middle, DIGITS) == before else (left, middle)
        return left
