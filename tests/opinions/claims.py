"""What an answer claims of both sides, as the second opinion is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from mpmath import mp

from calctool.notation.reading.parser import read_back
from calctool.notation.tree import Name, Relation, Tree, expression
from calctool.verify.optimum.extremes import Claimed, Extremes
from calctool.verify.verdict import Verdict
from opinions.problems import problem
from oracle.ask import Question, answered
from oracle.values.reading import Exact

Turn = Literal[-1, 1]


@dataclass(frozen=True)
class Case:
    """One side of one answer: the question to the second opinion, and what is claimed."""

    question: Question
    answer: dict[str, Any]
    turn: Turn
    claimed: Claimed
    argument: str = ""

    @property
    def names(self) -> list[str]:
        return list(self.answer["question"]["wrt"])

    def opinion(self, claimed: Claimed) -> Verdict:
        """Of the same question on another claim."""
        asked = self.answer["question"]
        f = expression(read_back(asked["expr"]))
        relations = [read_back(text) for text in asked.get("constraints", ())]
        listed = [each for each in relations if isinstance(each, Relation)]
        for name, text in asked.get("domain", {}).items():
            listed += _ends(name, text)
        return Extremes(f, self.names, listed).check([claimed]).verdict


def _ends(name: str, text: str) -> Iterator[Relation]:
    low, high = (part.strip() for part in text[1:-1].split(","))
    if low != "-oo":
        yield Relation(Name(name), ">=" if text[0] == "[" else ">", expression(read_back(low)))
    if high != "oo":
        yield Relation(Name(name), "<=" if text[-1] == "]" else "<", expression(read_back(high)))


def cases(seed: int) -> Iterator[Case]:
    """Both sides of the answer to the question of a seed, as far as they are decided."""
    _, question = problem(seed)
    yield from sides(question, answered(question))


def sides(question: Question, answer: dict[str, Any]) -> Iterator[Case]:
    """The claims of one answer."""
    result = answer["result"]
    if answer["status"] not in ("complete", "partial") or result is None:
        return
    keys: tuple[tuple[Turn, str, str], ...] = (
        (-1, "global_minimum", "minimum"),
        (1, "global_maximum", "maximum"),
    )
    for turn, *own in keys:
        told = next((result[key] for key in own if result.get(key)), None)
        if told is not None and told["attained"] is not None and told["value"] is not None:
            claimed = _claim(told, turn, result["points"])
            yield Case(question, answer, turn, claimed, told["argument"])


def _claim(told: dict[str, Any], turn: Turn, points: list[dict[str, Any]]) -> Claimed:
    value = Exact(told["value"])
    bounds = None
    if not value.infinite:
        middle = Fraction(mp.nstr(value.at(40), 35))
        bounds = (middle - Fraction(1, 10**9), middle + Fraction(1, 10**9))
    curve = told.get("approached")
    along = () if curve is None else tuple((n, _tree(at)) for n, at in curve["at"].items())
    return Claimed(
        turn,
        bounds,
        tuple({name: _tree(at) for name, at in place.items()} for place in told["at"]),
        along,
        "t" if curve is None else curve["parameter"],
        told["attained"],
        None if value.is_rounded or value.infinite else _tree(told["value"]),
        tuple({name: _tree(at) for name, at in point["at"].items()} for point in points),
    )


def _tree(math: dict[str, Any]) -> Tree:
    return expression(read_back(math["expr"]))
