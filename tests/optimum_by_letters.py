"""Extrema by cases against the same question with numbers for the letters: what must agree.

Formulas are worked out by mpmath, apart from calctool, so that nothing here knows how they came.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import mpmath

from by_parameters import DIGITS, Numbers, fraction, near
from calctool.notation.problem import Problem
from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Name, Power, Relation
from calctool.notation.walk import walk
from calctool.render import wire
from calctool.run.child import solver_for
from calctool.solve.typed import Typed, question
from values import value as worth

NOWHERE = (
    "question.defined-nowhere", "question.domain-empty", "value.division-by-zero",
    "value.zero-to-zero",
)  # fmt: skip


def document(command: str, typed: Typed) -> dict[str, Any]:
    """The JSON of an answer."""
    *_, last = solver_for(command)(question(command, typed))
    found: dict[str, Any] = json.loads(wire.text(wire.wired(last, "en", steps=False)))
    return found


def cases_of(found: dict[str, Any]) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = found["result"].get("cases", [])
    return cases


def contradictions(
    found: dict[str, Any], command: str, typed: Typed, given: dict[str, str]
) -> list[str]:
    """What an answer by cases says of values that the answer for those values denies."""
    with mpmath.workdps(DIGITS):
        numbers = Numbers({n: fraction(worth(read_back(v), {})) for n, v in given.items()})
        holding = [case for case in cases_of(found) if numbers.holds(case["when"])]
        if len(holding) != 1:
            return [f"{len(holding)} cases hold for {given}"]
        (case,) = holding
        where = [f"{name}={value}" for name, value in given.items()]
        plain = _plain(command, typed, where)
        if plain is None:
            return []
        if not plain:
            return ["defined nowhere"] if case["points"] or case["sets"] else []
        return [f"{each} for {given}" for each in Comparison(case, plain, numbers).different()]


def _plain(command: str, typed: Typed, where: list[str]) -> dict[str, Any] | None:
    """The result with numbers; empty where f is defined nowhere, None where there is none."""
    from msgspec.structs import replace

    try:
        asked = replace(typed, where=where, assume=(), domain=[*typed.domain, *_needed(typed)])
        result = document(command, asked)["result"]
    except Problem as problem:
        return {} if problem.id in NOWHERE else None
    return None if result["points"] is None else dict(result)


def _needed(typed: Typed) -> list[str]:
    """x^a is asked for x > 0 only, whatever number a is."""
    read = [read_back(text) for text in (typed.expression, *typed.subject_to)]
    trees = [
        side for each in read
        for side in ((each.left, each.right) if isinstance(each, Relation) else (each,))
    ]  # fmt: skip
    names = {name for given in typed.wrt for name in given.split(",")}
    bases = {
        part.base.id
        for tree in trees
        for part in walk(tree)
        if isinstance(part, Power) and isinstance(part.base, Name) and part.exponent.names - names
    }
    asked = " ".join(typed.domain)
    return [f"{name}:(0,oo)" for name in sorted(bases & names) if f"{name}:" not in asked]


class Comparison:
    """One case and the result for numbers in it."""

    def __init__(self, case: dict[str, Any], plain: dict[str, Any], numbers: Numbers) -> None:
        self.case, self.plain, self.numbers = case, plain, numbers
        coordinates = [math for p in case["points"] for math in p["at"].values()]
        self.places = {math["expr"]: math for math in coordinates if "root" in math}

    def different(self) -> Iterator[str]:
        if self.case.get("feasible") not in (None, self.plain.get("feasible")):
            yield f"feasible {self.case['feasible']}, not {self.plain['feasible']}"
        yield from self.points()
        yield from self.sets()
        if len(self.case["families"]) != len(self.plain["families"]):
            yield "another number of families"
        names = ("global_minimum", "global_maximum", "minimum", "maximum")
        for name in names:
            if name in self.case:
                yield from self.extreme(name)

    def of(self, math: Any) -> Any:
        """The number that a formula stands for, which may hold names of places."""
        if math is not None and "root" not in math and "oo" not in math["expr"]:
            for name in read_back(math["expr"]).names & self.places.keys():
                self.numbers.known[name] = fraction(self.numbers.of(self.places[name]))
        return self.numbers.of(math)

    # --- points ---

    def points(self) -> Iterator[str]:
        left = list(self.plain["points"])
        for p in self.case["points"]:
            at = {name: self.of(math) for name, math in p["at"].items()}
            same = [q for q in left if all(near(at[n], self.of(q["at"][n])) for n in at)]
            if len(same) != 1:
                yield f"point {p['at']} is no candidate"
                continue
            (q,) = same
            left.remove(q)
            yield from self.point(p, q)
        if any("candidates" in each for each in self.case["missing"]):
            return
        for q in left:
            yield f"the candidate {[m['expr'] for m in q['at'].values()]} is missing"

    def point(self, p: dict[str, Any], q: dict[str, Any]) -> Iterator[str]:
        # An end of the domain is a name for a place where the kind is not told.
        is_open = {"undecided", "endpoint"} & {p["kind"], q["kind"]}
        if p["kind"] != q["kind"] and not is_open:
            yield f"{p['kind']}, not {q['kind']}"
        if p["value"] is not None and not near(self.of(p["value"]), self.of(q["value"])):
            yield f"value {p['value']['expr']}, not {q['value']}"
        own, other = p.get("multipliers"), q.get("multipliers")
        if (own is None) != (other is None):
            yield f"multipliers {own}, not {other}"
        elif own is not None and other is not None:
            for name, math in own.items():
                if not near(self.of(math), self.of(other[name])):
                    yield f"{name} = {math['expr']}, not {other[name]['expr']}"

    # --- sets ---

    def sets(self) -> Iterator[str]:
        own, other = self.case["sets"], self.plain["sets"]
        if len(own) != len(other):
            yield f"{len(own)} sets, not {len(other)}"
            return
        for one in own:
            kinds = sorted(part["kind"] for part in one["kinds"])
            if not any(
                kinds == sorted(part["kind"] for part in each["kinds"]) and self.lies_on(one, each)
                for each in other
            ):
                yield f"the set {one['equations']} is none of {[s['equations'] for s in other]}"

    def lies_on(self, one: dict[str, Any], other: dict[str, Any]) -> bool:
        """Whether points of a set lie on another one, as far as it says where it runs."""
        if one["points"] is None:
            return True
        for trial in (Fraction(3, 7), Fraction(-5, 3), Fraction(11, 4)):
            known = dict(self.numbers.known)
            names = {
                name for math in one["points"].values() for name in read_back(math["expr"]).names
            }
            known |= {name: trial + n for n, name in enumerate(sorted(names - known.keys()))}
            at = {
                name: fraction(worth(read_back(math["expr"]), known))
                for name, math in one["points"].items()
            }
            for text in other["equations"]:
                relation = read_back(text)
                assert isinstance(relation, Relation)
                if relation.sign != "=":
                    continue
                left, right = (worth(side, at) for side in (relation.left, relation.right))
                if not near(left, right):
                    return False
        return True

    # --- extremes ---

    def extreme(self, name: str) -> Iterator[str]:
        e, g = self.case[name], self.plain[name]
        if e["attained"] is None or g["attained"] is None:
            return
        if e["attained"] != g["attained"]:
            yield f"{name} attained {e['attained']}, not {g['attained']}"
        if e["value"] is None or g["value"] is None:
            return
        if not near(self.of(e["value"]), self.of(g["value"])):
            yield f"{name} {e['value']['expr']}, not {g['value']['expr']}"
        for place in e["at"]:
            at = {n: self.of(math) for n, math in place.items()}
            points = self.case["points"]
            listed = [{n: self.of(m) for n, m in each["at"].items()} for each in points]
            if not any(all(near(at[n], each[n]) for n in at) for each in listed):
                yield f"{name} at {place}, which is no point"
