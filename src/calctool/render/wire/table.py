"""The answer of `calctool table` in the JSON form."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Literal

import msgspec

from calctool.notation.printing.plain import plain
from calctool.notation.tree import ONE, ZERO, Applied, number
from calctool.present.variation.tables import trend
from calctool.render.wire import contract as wire
from calctool.render.wire.cases import Comparison, comparisons
from calctool.render.wire.derivation import Said, question, step, stretch, whole
from calctool.render.wire.domain import interval
from calctool.render.wire.formula import Formulas, ranges
from calctool.render.wire.rows import ends, with_row
from calctool.solve import variation as solved
from calctool.solve.exact.line import is_infinite
from calctool.solve.exact.record import Exact
from calctool.solve.exact.rounding import enclosed, enclosure, located
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import Extreme, Sample, Tends, Zeros
from calctool.verify.verdict import Verdict
from calctool.words import Language, Words
from calctool.words import table as words

_TRENDS = {1: "increasing", -1: "decreasing", 0: "constant"}
_SIGNS = {1: "+", -1: "-", 0: "0"}
_SOLVING = {
    1: ("solve-derivative", words.SET_TO_ZERO),
    2: ("solve-second-derivative", words.SET_SECOND_TO_ZERO),
}
_SHAPES = {1: "up", -1: "down", 0: "none"}


class TablePoint(wire.Record):
    """`kinds` are those of INTERFACE.md."""

    x: wire.Math
    kinds: list[
        Literal[
            "stationary", "local-minimum", "local-maximum", "neither", "inflection", "kink",
            "no-second-derivative", "vertical-tangent", "jump", "discontinuity", "hole", "pole",
            "endpoint", "undecided",
        ]
    ]  # fmt: skip
    value: wire.Math | None
    left_limit: wire.Math | None
    right_limit: wire.Math | None


class TableInterval(wire.Record):
    """Nulls where the sign of a derivative could not be decided, or a limit is not known.

    The limits are those of f at the two ends, from within.
    """

    start: wire.Math
    end: wire.Math
    trend: Literal["increasing", "decreasing", "constant"] | None
    derivative_sign: Literal["+", "-", "0"] | None
    concavity: Literal["up", "down", "none"] | None
    start_limit: wire.Math | None = None
    end_limit: wire.Math | None = None


class Asymptote(wire.Record):
    kind: Literal["vertical", "horizontal", "oblique"]
    line: wire.Math
    side: Literal["left", "right", "both", "-oo", "oo"]


class Recurrence(wire.Record):
    """f(x + shift) = factor*f(x) + added, where both places are in the domain asked for."""

    shift: wire.Math
    factor: wire.Math
    added: wire.Math


class PartLimit(wire.Record):
    """`side` is + or - where the formula comes to 0 from above or from below."""

    formula: wire.Math
    limit: wire.Math
    side: Literal["+", "-"] | None


class EndLimit(wire.Record):
    """A limit of f at an end of a piece of its domain, or far out, and what it rests on.

    `parts` are formulas whose limits were used, `quotients` those of l'Hospital's rule in turn.
    """

    x: wire.Math
    side: Literal["left", "right", "-oo", "oo"]
    value: wire.Math
    argument: Literal["standard", "parts", "power", "bounded", "dominant", "hospital", "conjugate"]
    parts: list[PartLimit]
    quotients: list[wire.Math]


class Zero(wire.Record):
    """A zero of f; the multiplicity is null where it is not known."""

    x: wire.Math
    multiplicity: int | None


class Boundary(wire.Record):
    """A value of the parameter at which the table may change: there `of` vanishes, or has a double
    zero, or two of its factors meet, as `why` says."""

    at: wire.Math
    why: list[str]
    of: list[wire.Math]


class Required(wire.Record):
    """For which parameters f has the property; null where that is not known."""

    property: str
    when: list[list[Comparison]] | None


class TableResult(wire.Record):
    """`points` and `intervals` cover one shift where there is a `recurrence`.

    Where several `cases` of parameters have tables of their own, what is said of one is null.
    """

    variable: str
    domain: wire.Domain
    derivative: wire.Math
    second_derivative: wire.Math
    period: wire.Math | None
    points: list[TablePoint] | None
    intervals: list[TableInterval] | None
    asymptotes: list[Asymptote] | None
    families: list[wire.Family] | None
    global_minimum: wire.Extreme | None
    global_maximum: wire.Extreme | None
    recurrence: Recurrence | None = None
    limits: list[EndLimit] = msgspec.field(default_factory=list)
    zeros: list[Zero] | msgspec.UnsetType = msgspec.UNSET
    ends: list[wire.End] | msgspec.UnsetType = msgspec.UNSET
    parameters: list[str] | msgspec.UnsetType = msgspec.UNSET
    boundaries: list[Boundary] | msgspec.UnsetType | None = msgspec.UNSET
    required: Required | msgspec.UnsetType = msgspec.UNSET
    sample: dict[str, wire.Math] | msgspec.UnsetType = msgspec.UNSET


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
    return Said(stated, result, formulas, lambda: _steps(given, formulas, language))


# --- the result ---------------------------------------------------------------------------------


class _Result:
    def __init__(self, given: TableAnswer, formulas: Formulas, language: Language) -> None:
        self.given, self.formulas, self.language = given, formulas, language

    def result(self) -> TableResult | None:
        """None where the table was not finished."""
        given, math = self.given, self.formulas.math
        shown = self.shown()
        if shown.minimum is None and not given.cases and given.required is None:
            return None
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
            return dict.fromkeys((*names, "global_minimum", "global_maximum"))
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
        if given.beyond:
            found["ends"] = ends(given.beyond, self.formulas)
        if given.roots is not None:
            found["zeros"] = [
                Zero(x=self.formulas.exact(root.at), multiplicity=root.multiplicity)
                for root in given.roots
            ]
        return found

    def of_parameters(self) -> dict[str, Any]:
        """What is there only where names stand for any number."""
        given, asked = self.given, self.given.question
        found: dict[str, Any] = {}
        if asked.parameters and not given.sample:
            found["parameters"] = list(asked.parameters)
            found["boundaries"] = (
                [self.boundary(one) for one in given.boundaries]
                if len(asked.parameters) == 1
                else None
            )
        if given.required_of is not None:
            when = None if given.required is None else comparisons(given.required, self.formulas)
            found["required"] = Required(property=given.required_of, when=when)
        if given.sample:
            found["sample"] = {n: self.formulas.exact(value) for n, value in given.sample}
        return found

    def boundary(self, one: solved.Boundary) -> Boundary:
        return Boundary(
            at=self.formulas.exact(one.at),
            why=[why for why, _ in one.causes],
            of=[self.formulas.math(tree) for _, tree in one.causes],
        )

    def family(self, one: solved.Family) -> wire.Family:
        name = self.given.question.variable
        plainly = wire.Family(
            at=None if one.at is None else {name: self.formulas.math(one.at)},
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
        )


# --- the steps ----------------------------------------------------------------------------------


def _steps(given: TableAnswer, formulas: Formulas, language: Language) -> Iterator[wire.Step]:
    for one in (given.derivative, given.second):
        for derivation in one.derivations if one is not None else ():
            yield whole(derivation, given.question.variable, formulas, language)
    for order, listed in ((1, given.zeros), (2, given.bends)):
        for zeros in listed:
            yield _solved(zeros, order, given.question.variable, formulas, language)
    for run in given.intervals:
        if run.sample is not None and run.sign is not None:
            yield _sign(run, run.sample, given, formulas, language)


def _solved(
    zeros: Zeros, order: int, name: str, formulas: Formulas, language: Language
) -> wire.Step:
    """Solving f' = 0 or f'' = 0: the lines that lead to the zeros, one inner step for each zero,
    and the theorem that there are no others.

    The lines hold where the derivative has this formula, a step to a zero between the neighbours
    of the zero.
    """
    held = _held(name, zeros.spans)
    lines = (step(each, formulas, language) for each in zeros.steps)
    found = [msgspec.structs.replace(each, where=[*each.where, *held]) for each in lines]
    for root in zeros.roots:
        states = formulas.math(zeros.equation), formulas.math(located(name, root.at))
        zero = _step("zero", words.SOLUTION, language, states)
        if root.within is None:
            zero = msgspec.structs.replace(zero, verdict=Verdict.UNDECIDED.value)
        else:
            zero = msgspec.structs.replace(zero, where=_between(name, *root.within))
        found.append(zero)
    rule, said = _SOLVING[order]
    title = Words(en=f"{said.en}: {zeros.reason.en}", zh=f"{said.zh}：{zeros.reason.zh}")
    equation = formulas.math(zeros.equation)
    made = _step(rule, title, language, (equation, equation))
    verdict = Verdict.PROVED if zeros.all_known else Verdict.UNDECIDED
    return msgspec.structs.replace(made, steps=found, verdict=verdict.value)


def _sign(
    interval: solved.TableInterval,
    sample: Sample,
    given: TableAnswer,
    formulas: Formulas,
    language: Language,
) -> wire.Step:
    f = Applied("f", (number(sample.at),), (1,))
    value = formulas.exact(enclosed(sample.low, sample.high))
    made = _step("test-value", words.SIGN_BY_VALUE, language, (formulas.math(f), value))
    where = _between(given.question.variable, interval.start, interval.end)
    return msgspec.structs.replace(made, where=where)


def _held(name: str, spans: tuple[tuple[Exact, Exact], ...]) -> list[str]:
    """Conditions that hold together on the spans, from the left to the right, and nowhere else."""
    if not spans:
        return []
    start, end = spans[0][0], spans[-1][1]
    found = [] if is_infinite(start.expr) else [f"{_inside(start, 1)} < {name}"]
    found += [] if is_infinite(end.expr) else [f"{name} < {_inside(end, 0)}"]
    for (_, low), (high, _) in pairwise(spans):
        below, above = _inside(low, 0), _inside(high, 1)
        apart = f"({name} - ({below}))*({name} - ({above})) > 0"
        found.append(f"{name} != {below}" if below == above else apart)
    return found


def _between(name: str, start: Exact, end: Exact) -> list[str]:
    return [f"{_inside(start, 1)} < {name}", f"{name} < {_inside(end, 0)}"]


def _inside(end: Exact, side: int) -> str:
    """The end of an interval; a rounded one lies inside."""
    return (enclosure(end) or (plain(end.expr),) * 2)[side]


def _step(
    rule: str, title: Words, language: Language, states: tuple[wire.Math, wire.Math]
) -> wire.Step:
    before, after = states
    return wire.Step(
        rule=rule,
        title=title.say(language),
        before=before,
        after=after,
        bindings={},
        where=[],
        verdict=Verdict.PROVED.value,
        steps=[],
    )


def groups(given: TableAnswer) -> list[int]:
    """For each case the number of the first one in which f goes in the same way."""
    tables = (each.answer for each in given.cases)
    ways = [trend(each) if isinstance(each, TableAnswer) else () for each in tables]
    return [ways.index(way) for way in ways]
