"""The answer of `calctool table` in the JSON form."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from calctool.notation.printing.plain import plain
from calctool.notation.tree import ONE, ZERO
from calctool.present.variation.tables import trend
from calctool.render.wire import contract as wire
from calctool.render.wire.cases import comparisons
from calctool.render.wire.derivation import Said, question, stretch
from calctool.render.wire.domain import interval
from calctool.render.wire.formula import Formulas, ranges
from calctool.render.wire.variation.records import (
    Asymptote,
    EndLimit,
    PartLimit,
    Recurrence,
    Required,
    TableInterval,
    TablePoint,
    TableResult,
    Zero,
    ZeroFamily,
    boundary,
)
from calctool.render.wire.variation.rows import ends, recurring, with_row
from calctool.render.wire.variation.solving import steps
from calctool.solve import variation as solved
from calctool.solve.exact.record import Exact
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Extreme, Tends
from calctool.words import Language

_PARITIES: dict[int, Literal["even", "odd"]] = {1: "even", -1: "odd"}
_TRENDS = {1: "increasing", -1: "decreasing", 0: "constant"}
_SIGNS = {1: "+", -1: "-", 0: "0"}
_SHAPES = {1: "up", -1: "down", 0: "none"}

Result = TableResult


def said(given: TableAnswer, language: Language) -> Said:
    """The whole answer; the steps are the derivations of f' and f'', its zeros, and its signs."""
    asked = given.question
    integers = (family.integer for family in given.families)
    letters = (name for name, _ in given.names)
    formulas = Formulas(asked.statement.names.union(asked.wrt, letters, integers))
    stated = question(asked.as_diff(), language)
    if asked.domain is not None:
        stated = msgspec.structs.replace(stated, domain={asked.variable: stretch(asked.domain)})
    if asked.parameters:
        stated = msgspec.structs.replace(stated, parameters=list(asked.parameters))
    result = _Result(given, formulas, language).result()
    return Said(stated, result, formulas, lambda: steps(given, formulas, language))


# --- the result ---------------------------------------------------------------------------------


class _Result:
    def __init__(self, given: TableAnswer, formulas: Formulas, language: Language) -> None:
        self.given, self.formulas, self.language = given, formulas, language

    def result(self) -> TableResult | None:
        """None where nothing but the question is known."""
        given, math = self.given, self.formulas.math
        shown = self.shown()
        if given.derivative is None or given.second is None:
            return None
        return TableResult(
            variable=given.question.variable,
            domain=wire.Domain(
                conditions=[plain(condition) for condition in given.conditions],
                intervals=None
                if given.domain is None
                else [interval(one, self.formulas) for one in given.domain],
            ),
            derivative=math(given.derivative.derivative),
            second_derivative=math(given.second.derivative),
            period=math(given.period) if given.period is not None else None,
            **self.table(shown),
            recurrence=self.recurrence(),
            limits=[self.tends(each) for each in given.tends],
            parity=_PARITIES.get(given.turn, msgspec.UNSET),
            **self.of_parameters(),
        )

    def shown(self) -> TableAnswer:
        """The answer, or its only case."""
        given = self.given
        only = given.cases[0].answer if len(given.cases) == 1 else None
        return only if isinstance(only, TableAnswer) else given

    def table(self, given: TableAnswer) -> dict[str, Any]:
        """What is said of one table; null where there are several."""
        math = self.formulas.math
        if given.minimum is None or given.maximum is None:
            names = ("points", "intervals", "asymptotes", "families")
            unknown = dict.fromkeys((*names, "global_minimum", "global_maximum"))
            # Of a table that had to be stopped: the points that were certain by then.
            seen = [self.point(point) for point in given.points] if not given.cases else []
            return {**unknown, "points": seen or None}
        found: dict[str, Any] = {
            "points": [self.point(point) for point in given.points],
            "intervals": [self.run(one) for one in given.intervals],
            "asymptotes": [
                Asymptote(kind=one.kind, line=math(one.line), side=one.side)
                for one in given.asymptotes
            ],
            "families": [self.family(family) for family in given.families],
            "global_minimum": self.extreme(given.minimum),
            "global_maximum": self.extreme(given.maximum),
        }
        if given.beyond or given.swings:
            found["ends"] = ends(given.beyond, given.swings, self.formulas)
        if given.roots is not None:
            found["zeros"] = [
                Zero(x=self.formulas.exact(root.at), multiplicity=root.multiplicity)
                for root in given.roots
            ]
        if given.root_families:
            name = given.question.variable
            found["zero_families"] = [
                ZeroFamily(
                    at={name: math(each.at)},
                    integers=[each.integer],
                    multiplicity=each.multiplicity,
                    range=ranges([(each.integer, each.reach)]),
                )
                for each in given.root_families
            ]
        if given.flat:
            found["zero_on"] = [interval(one, self.formulas) for one in given.flat]
        return found

    def of_parameters(self) -> dict[str, Any]:
        """What is there only where names stand for any number."""
        given, asked = self.given, self.given.question
        found: dict[str, Any] = {}
        if asked.parameters and not given.sample and not given.is_open_case:
            found["parameters"] = list(asked.parameters)
            found["boundaries"] = (
                [boundary(one, self.formulas) for one in given.boundaries]
                if len(asked.parameters) == 1
                else None
            )
        if given.required_of is not None:
            when = None if given.required is None else comparisons(given.required, self.formulas)
            left = given.required_open
            open_ = comparisons(left, self.formulas) if left else msgspec.UNSET
            found["required"] = Required(property=given.required_of, when=when, open=open_)
        if given.sample:
            found["sample"] = {n: self.formulas.exact(value) for n, value in given.sample}
        return found

    def family(self, one: solved.Family) -> wire.Family:
        name = self.given.question.variable
        at = None if one.at is None else {name: self.formulas.math(one.at)}
        if at is not None and one.rounded is not None:
            at[name].enclosure = self.formulas.exact(one.rounded).enclosure
        plainly = wire.Family(
            at=at,
            integers=[one.integer],
            kind=one.kind,
            value=self.exact(one.value),
            range=ranges([(one.integer, one.reach)]),
        )
        return with_row(plainly, one.row, self.formulas)

    def tends(self, one: Tends) -> EndLimit:
        return EndLimit(
            x=self.formulas.exact(one.at),
            side=one.side,
            value=self.formulas.exact(one.value),
            argument=one.argument,
            parts=[
                PartLimit(
                    formula=self.formulas.math(part.formula),
                    limit=self.formulas.exact(part.limit),
                    side=_SIGNS[part.side] if part.side else None,  # type: ignore[arg-type]
                )
                for part in one.parts
            ],
            quotients=[self.formulas.math(each) for each in one.turned],
        )

    def recurrence(self) -> Recurrence | None:
        given, math = self.given, self.formulas.math
        shift, added = given.drift or (given.period, ZERO)
        shift, factor = given.growth or (shift, ONE)
        if shift is None:
            return None
        return Recurrence(shift=math(shift), factor=math(factor), added=math(added))

    def exact(self, value: Exact | None) -> wire.Math | None:
        return None if value is None else self.formulas.exact(value)

    def point(self, point: solved.TablePoint) -> TablePoint:
        return TablePoint(
            x=self.formulas.exact(point.at),
            kinds=list(point.kinds),
            value=self.exact(point.value),
            left_limit=self.exact(point.left),
            right_limit=self.exact(point.right),
        )

    def run(self, one: solved.TableInterval) -> TableInterval:
        return TableInterval(
            start=self.formulas.exact(one.start),
            end=self.formulas.exact(one.end),
            trend=_TRENDS.get(one.sign),  # type: ignore[arg-type]
            derivative_sign=_SIGNS.get(one.sign),  # type: ignore[arg-type]
            concavity=_SHAPES.get(one.concavity),  # type: ignore[arg-type]
            start_limit=self.exact(one.left),
            end_limit=self.exact(one.right),
        )

    def extreme(self, found: Extreme) -> wire.Extreme:
        name = self.given.question.variable
        return wire.Extreme(
            attained=found.attained,
            value=self.exact(found.value),
            at=[{name: self.formulas.exact(at)} for at in found.at],
            families=list(found.families),
            sets=[],
            argument=found.argument,
            reason=found.reason.say(self.language),
            members=list(found.members) or msgspec.UNSET,
            endless=recurring(found.endless),
            intervals=self.flat(found) or msgspec.UNSET,
        )

    def flat(self, found: Extreme) -> list[int]:
        """The intervals on which f has this value throughout."""
        if not found.attained:
            return []
        runs = enumerate(self.given.intervals)
        return [place for place, run in runs if run.sign == 0 and run.left == found.value]


def groups(given: TableAnswer) -> list[int]:
    """For each case the number of the first one in which f goes in the same way."""
    tables = (each.answer for each in given.cases)
    ways = [trend(each) if isinstance(each, TableAnswer) else () for each in tables]
    return [ways.index(way) for way in ways]
