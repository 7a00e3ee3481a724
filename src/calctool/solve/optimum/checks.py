"""The second opinion on both extremes and on each line of their arguments: what objects to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec.structs import replace

from calctool.notation.tree import Tree
from calctool.solve.answer import Check
from calctool.solve.attempts import tried
from calctool.solve.candidates import Extreme, Place, ProofLine
from calctool.solve.exact.line import is_infinite
from calctool.solve.optimum.problem import Problem
from calctool.verify.optimum.extremes import Claimed, Extremes
from calctool.verify.optimum.lines import Lines, Stated
from calctool.verify.verdict import Finding, Verdict


def extremes_checked(
    task: Problem,
    minimum: Extreme | None,
    maximum: Extreme | None,
    listed: Sequence[Place] = (),
) -> Iterator[Check]:
    """Of a problem without parameters: what is refuted; `listed` are all points of the answer."""
    sides: tuple[tuple[Literal[-1, 1], Extreme | None], ...] = ((-1, minimum), (1, maximum))
    lines = [line for _, one in sides if one is not None for line in one.proof]
    if any(line.verdict is Verdict.REFUTED for line in lines):
        yield Check("extremes", Finding(Verdict.REFUTED, "values-near-by"))
    claimed = [found for turn, one in sides if (found := _claimed(one, turn, listed)) is not None]
    if claimed and not task.parameters:
        relations = (*task.relations, *task.open_sides)
        finding = Extremes(task.f, task.names, relations).check(claimed)
        # A theorem has proved them: values may object, they add no doubt and no certainty.
        if finding.verdict is Verdict.REFUTED:
            yield Check("extremes", finding)


def lines_checked(lines: Sequence[ProofLine], places: Sequence[Place]) -> tuple[ProofLine, ...]:
    """Each line with its verdict: an identity is proved once more or has been sampled, whatever
    else it states the argument has proved, and points may object to it."""
    known = [{name: at.expr for name, at in place if at.is_known} for place in places]
    judge = Lines()
    return tuple(
        each if (found := tried(None, judge.check, _stated(each, known))) is None
        else replace(each, verdict=_together(each, found))
        for each in lines
    )  # fmt: skip


def _stated(line: ProofLine, places: Sequence[Mapping[str, Tree]]) -> Stated:
    asked = line.sort == "asked"
    return Stated(
        line.also if asked else (*line.says, *line.also),
        line.names,
        line.where or (),
        line.sort == "put",
        tuple(places) if line.sort == "place" else None,
        line.tends,
        line.bends,
    )


def _together(line: ProofLine, found: tuple[Verdict | None, Verdict | None]) -> Verdict:
    if Verdict.REFUTED in found:
        return Verdict.REFUTED
    return Verdict.SAMPLED if found[0] is Verdict.SAMPLED else line.verdict


def _claimed(
    extreme: Extreme | None, turn: Literal[-1, 1], listed: Sequence[Place]
) -> Claimed | None:
    if extreme is None or extreme.value is None:
        return None
    curve = extreme.approached
    along = () if curve is None else curve.points
    parameter = "t" if curve is None else curve.parameter
    if is_infinite(extreme.value.expr):
        return Claimed(turn, None, (), along, parameter)
    low, high = extreme.value.low, extreme.value.high
    if low is None or high is None:
        return None
    return Claimed(
        turn,
        (low, high),
        tuple(map(_known, extreme.at)),
        along,
        parameter,
        extreme.attained,
        extreme.value.expr if extreme.value.is_known else None,
        tuple(map(_known, listed)) if extreme.attained is False else (),
    )


def _known(place: Place) -> dict[str, Tree]:
    return {name: at.expr for name, at in place if at.is_known}
