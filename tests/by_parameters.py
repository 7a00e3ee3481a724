"""An answer by cases against the same question with a number for the parameter: what must agree.

Formulas are worked out by mpmath, apart from calctool, so that nothing here knows how they came.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from random import Random
from typing import Any

import mpmath

from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import INFINITY, Negative
from calctool.render import wire
from calctool.run.alarm import OutOfTime, at_most
from calctool.solve.table.answering import answer
from calctool.solve.typed import Typed, question
from values import NoValue
from values import value as worth

DIGITS = 40
TINY = mpmath.mpf(10) ** -28
Math = dict[str, Any] | None


def document(expression: str, **options: Any) -> dict[str, Any]:
    """The JSON of a table."""
    *_, last = answer(question("table", Typed(expression, wrt=["x"], **options)))
    found: dict[str, Any] = json.loads(wire.text(wire.wired(last, "en", steps=False)))
    return found


def at_value(expression: str, where: list[str], **options: Any) -> dict[str, Any] | None:
    """That of the same question with a number put in; None where f is defined nowhere.

    Raises Problem for other reasons, as for 0*x, in which there is no x to speak of.
    """
    given = {key: option for key, option in options.items() if key != "assume"}
    try:
        return document(expression, where=where, **given)
    except Problem as problem:
        if problem.id not in (
            "question.defined-nowhere", "question.domain-empty", "value.division-by-zero"
        ):  # fmt: skip
            raise
        return None


class Numbers:
    """Formulas of an answer as numbers, for one value of each parameter."""

    def __init__(self, values: dict[str, Fraction]) -> None:
        self.known = dict(values)

    def of(self, math: Math) -> Any:
        """The number, infinite ones too; None for none."""
        if math is None:
            return None
        if "root" in math:
            return self._root(math["root"])
        return self.text(math["expr"])

    def text(self, expr: str) -> Any:
        tree = {"oo": INFINITY, "-oo": Negative(INFINITY)}.get(expr)
        if tree is not None:
            return mpmath.inf if tree == INFINITY else -mpmath.inf
        return worth(read_back(expr), self.known)

    def _root(self, root: dict[str, Any]) -> Any:
        """By bisection, from as close to the ends as that takes."""
        low, high = self.of(root["start"]), self.of(root["end"])
        tree, name = read_back(root["equation"]["expr"]), root["variable"]

        def f(x: Any) -> Any:
            return worth(tree, self.known | {name: fraction(x)})

        inner = _inside(low, high)
        signs = [(x, s) for x in inner if (s := _sign(f, x)) is not None]
        changes = [(x, y) for (x, s), (y, t) in pairwise(signs) if s != t]
        assert len(changes) == 1, (root, self.known)
        return _bisected(f, *changes[0])

    def holds(self, when: list[list[dict[str, Any]]]) -> bool:
        return any(all(map(self._relation, group)) for group in when)

    def _relation(self, one: dict[str, Any]) -> bool:
        apart = self.of(one["left"]) - self.of(one["right"])
        sign = 0 if abs(apart) < TINY else int(mpmath.sign(apart))
        return sign in {
            "<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (1, 0), "=": (0,), "!=": (-1, 1),
        }[one["relation"]]  # fmt: skip


def fraction(x: Any) -> Fraction:
    return Fraction(int(mpmath.floor(x * mpmath.mpf(2) ** 160)), 2**160)


def _inside(low: Any, high: Any) -> list[Any]:
    steps = [mpmath.mpf(2) ** n for n in range(-60, 13)]
    if mpmath.isinf(low) and mpmath.isinf(high):
        return [*(-s for s in reversed(steps)), mpmath.mpf(0), *steps]
    if mpmath.isinf(low):
        return [high - s for s in reversed(steps)]
    if mpmath.isinf(high):
        return [low + s for s in steps]
    # A zero may lie very near to an end.
    near = [(high - low) / mpmath.mpf(2) ** n for n in range(9, 100)]
    even = [low + (high - low) * mpmath.mpf(i) / 500 for i in range(1, 500)]
    return sorted([*even, *(low + s for s in near), *(high - s for s in near)])


def _sign(f: Any, x: Any) -> int | None:
    try:
        found = f(x)
    except (NoValue, OverflowError):
        return None
    return int(mpmath.sign(found)) or 1


def _bisected(f: Any, low: Any, high: Any) -> Any:
    before = _sign(f, low)
    for _ in range(130):
        middle = (low + high) / 2
        low, high = (middle, high) if _sign(f, middle) == before else (low, middle)
    return low


def near(p: Any, q: Any) -> bool:
    if p is None or q is None:
        return p is q
    if mpmath.isinf(p) or mpmath.isinf(q):
        return bool(p == q)
    return bool(abs(p - q) <= mpmath.mpf(10) ** -9 * (1 + abs(p)))


def contradictions(
    found: dict[str, Any], expression: str, given: str | dict[str, str], **options: Any
) -> list[str]:
    """What an answer by cases says of values that the answer for those values denies; a single one
    is that of a."""
    values = {"a": given} if isinstance(given, str) else given
    with mpmath.workdps(DIGITS):
        numbers = Numbers({n: fraction(worth(read_back(v), {})) for n, v in values.items()})
        holding = [case for case in found["result"]["cases"] if numbers.holds(case["when"])]
        try:
            where = [f"{name}={value}" for name, value in values.items()]
            plain = at_value(expression, where, **options)
        except Problem:
            return []
        if len(holding) != 1:
            return [f"{len(holding)} cases hold"]
        (case,) = holding
        if case["state"] == "unknown":
            return []
        if plain is not None and plain["completeness"]["state"] != "complete":
            # Of the number a window is shown, or not all inflections; of the letter perhaps all.
            return []
        if plain is None:
            return ["defined nowhere"] if case["points"] or case["intervals"] else []
        return list(Comparison(case, plain["result"], numbers).different())


def false_at(
    found: dict[str, Any],
    expression: str,
    values: list[Any],
    options: dict[str, Any],
    seconds: float,
) -> list[str]:
    """All contradictions at these values; those that take longer are left out."""
    false = []
    for value in values:
        try:
            with at_most(seconds):
                apart = contradictions(found, expression, value, **options)
        except OutOfTime:
            continue
        false += [f"{value}: {each}" for each in apart]
    return false


class Comparison:
    """One case and the result for one value in it."""

    def __init__(self, case: dict[str, Any], plain: dict[str, Any], numbers: Numbers) -> None:
        self.case, self.plain, self.numbers = case, plain, numbers
        self.is_open = bool(case["missing"])
        self.places = {p["x"]["expr"]: p["x"] for p in case["points"] if "root" in p["x"]}

    def of(self, math: Math) -> Any:
        """The number that a formula stands for, which may hold names of places."""
        if math is not None and "root" not in math:
            names = read_back(math["expr"]).names if "oo" not in math["expr"] else frozenset()
            for name in names & set(self.places):
                place = self.numbers.of(self.places[name])
                self.numbers.known[name] = fraction(place)
        return self.numbers.of(math)

    def is_left_open(self, math: Math) -> bool:
        return self.is_open and (math is None or "enclosure" in math)

    def different(self) -> Iterator[str]:
        for name, own in (
            ("points", self.point), ("intervals", self.interval), ("zeros", self.zero)
        ):  # fmt: skip
            if name == "zeros" and name not in self.case:
                continue
            if name == "zeros" and "zero_families" in self.case:
                yield from self.endless_zeros()
                continue
            one, other = self.case.get(name) or [], self.plain.get(name) or []
            if len(one) != len(other):
                yield f"{len(one)} {name}, not {len(other)}"
                continue
            for p, q in zip(one, other, strict=True):
                yield from own(p, q)
        for name in ("global_minimum", "global_maximum"):
            yield from self.extreme(name)

    def members(self, p: dict[str, Any], q: dict[str, Any], *names: str) -> Iterator[str]:
        for name in names:
            try:
                self.of(p[name])
            except NoValue:
                yield f"{name} {p[name]} has no value"
                continue
            if not self.is_left_open(p[name]) and not near(self.of(p[name]), self.of(q[name])):
                yield f"{name} {p[name]}, not {q[name]}"

    def point(self, p: dict[str, Any], q: dict[str, Any]) -> Iterator[str]:
        if p["kinds"] != q["kinds"]:
            yield f"{p['kinds']}, not {q['kinds']} at {p['x']['expr']}"
        yield from self.members(p, q, "x", "value", "left_limit", "right_limit")

    def interval(self, p: dict[str, Any], q: dict[str, Any]) -> Iterator[str]:
        for name in ("trend", "concavity"):
            if p[name] != q[name]:
                yield f"{name} {p[name]}, not {q[name]}"
        yield from self.members(p, q, "start", "end", "start_limit", "end_limit")

    def zero(self, p: dict[str, Any], q: dict[str, Any]) -> Iterator[str]:
        if p["multiplicity"] != q["multiplicity"]:
            yield f"multiplicity {p['multiplicity']}, not {q['multiplicity']}"
        yield from self.members(p, q, "x")

    def endless_zeros(self) -> Iterator[str]:
        """Which are written as other families, perhaps as fewer."""
        one, other = (sorted(self.zeros_near(each)) for each in (self.case, self.plain))
        if len(one) != len(other):
            yield f"{len(one)} zeros, not {len(other)}"
        for (p, times), (q, other_times) in zip(one, other, strict=False):
            if not near(p, q) or times != other_times:
                yield f"zero {p}, not {q}, {times} times"

    def zeros_near(self, table: dict[str, Any]) -> Iterator[tuple[Any, int]]:
        """Those in a window, the ends of which are no simple numbers."""
        for family in table.get("zero_families", ()):
            for k in range(-60, 61):
                (integer,), (at,) = family["integers"], family["at"].values()
                self.numbers.known[integer] = Fraction(k)
                x = self.of(at)
                if mpmath.mpf("-5.3171") < x < mpmath.mpf("7.8713"):
                    yield x, family["multiplicity"]

    def extreme(self, name: str) -> Iterator[str]:
        p, q = self.case[name], self.plain[name]
        if p["attained"] is None or q["attained"] is None:
            if not self.is_open:
                yield f"{name} {p['attained']}, not {q['attained']}"
            return
        if p["attained"] != q["attained"]:
            yield f"{name}: attained {p['attained']}"
        if not near(self.of(p["value"]), self.of(q["value"])):
            yield f"{name}: {p['value']}, not {q['value']}"


def values_for(found: dict[str, Any], seed: int, more: int = 2) -> list[str]:
    """Each boundary, one value in each gap between them, and a few more."""
    rng = Random(seed)  # noqa: S311 (values for a test)
    listed = [each["at"] for each in found["result"]["boundaries"]]
    floats = [each["value"] for each in listed]
    cuts = [floats[0] - 3, *floats, floats[-1] + 3] if floats else [-2.0, 2.0]
    chosen = [Fraction(low + (high - low) * rng.uniform(0.2, 0.8)) for low, high in pairwise(cuts)]
    chosen += [Fraction(rng.randint(-12, 12), rng.choice([1, 2, 3, 5])) for _ in range(more)]
    return [each["expr"] for each in listed] + [str(each.limit_denominator(60)) for each in chosen]
