"""The table of points, and the exact numbers where the table has decimals only."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.tree import Applied, Name, Negative, rational
from calctool.present.document import Block, Grid, Prose, Text
from calctool.present.optimum.setting import Setting
from calctool.present.optimum.short_names import is_long
from calctool.present.parts.divided import named_places
from calctool.present.phrases import foreign, formula, joined, unbroken
from calctool.solve.candidates import CandidatePoint, PointKind
from calctool.solve.exact.record import Exact
from calctool.words.extrema import optimum as words

_GAP = ",  "
"""Between numbers that stand side by side."""

Column = tuple[Text, list[Text]]


class Points:
    """All isolated points of an answer, as one table."""

    def __init__(
        self, setting: Setting, multipliers: tuple[str, ...] = (), stationary: Name | None = None
    ) -> None:
        self.setting = setting
        self.points = setting.answer.points
        self.multipliers = multipliers
        self.stationary = stationary or setting.function
        """The function whose gradient makes candidates: f, or the Lagrangian."""

    def blocks(self) -> Iterator[Block]:
        if not self.points:
            return
        columns = [column for column in self.columns() if column is not None]
        head, cells = zip(*columns, strict=True)
        yield Grid(tuple(head), tuple(zip(*cells, strict=True)))
        yield from self.exactly()
        places = [value for point in self.points for _, value in point.at]
        yield from named_places(places, self.setting.numbers, self.setting.language)

    def columns(self) -> Iterator[Column | None]:
        setting, points = self.setting, self.points
        if len(points) > 1:
            yield setting.say(words.POINT), [setting.point(point.at) for point in points]
        for place, name in enumerate(setting.variables):
            yield formula(Name(name)), [setting.cell(point.at[place][1]) for point in points]
        for place, name in enumerate(self.multipliers):
            yield formula(Name(name)), [self.multiplier(point, place) for point in points]
        yield formula(setting.value), [setting.cell(point.value) for point in points]
        yield setting.say(words.KIND), [kind(point.kind, point.strict, setting) for point in points]
        yield self.active()
        yield self.why()
        if setting.is_of_one:
            yield self.second_slope()

    def multiplier(self, point: CandidatePoint, place: int) -> Text:
        if point.multipliers is None:
            return self.setting.say(words.NONE_OF_THEM)
        return self.setting.cell(point.multipliers[place][1])

    # --- columns that not every answer has ---

    def active(self) -> Column | None:
        """Constraint numbers, where some constraint may be inactive."""
        every = len(self.multipliers)
        if all(len(point.active) == every for point in self.points):
            return None
        cells = [", ".join(f"({number})" for number in point.active) for point in self.points]
        return self.setting.say(words.ACTIVE), [foreign(cell) for cell in cells]

    def why(self) -> Column | None:
        """What makes them candidates, where it is not the same for all."""
        if all(point.why == "gradient-zero" for point in self.points):
            return None
        table = words.WHYS_OF_ONE if self.setting.is_of_one else words.WHYS
        cells = [
            self.setting.say(table.get(point.why, words.WHYS[point.why]), self.stationary)
            for point in self.points
        ]
        return self.setting.say(words.WHY), cells

    def second_slope(self) -> Column | None:
        found = [point.test.matrix[0][0] if point.test.matrix else None for point in self.points]
        if self.setting.is_constrained or not any(found):
            return None
        label = Applied(self.setting.labels.function, (Name(self.setting.variables[0]),), (2,))
        return formula(label), [self.setting.cell(value) if value else Text("") for value in found]

    # --- under the table ---

    def exactly(self) -> Iterator[Block]:
        """The irrational numbers of the table, each once, exact and as a decimal."""
        found = {value.expr: value for value in self.irrational()}
        caption: Text | None = self.setting.say(words.EXACTLY)
        if found:
            yield Prose(
                joined(map(unbroken, map(self.setting.number, found.values())), _GAP), caption
            )
            caption = None
        yield from self.setting.short.meanings(caption)

    def irrational(self) -> Iterator[Exact]:
        for point in self.points:
            values = [value for _, value in (*point.at, *(point.multipliers or ()))]
            for value in (*values, point.value):
                if value is None or value.low is None or not value.is_known:
                    continue
                if rational(value.expr) is None and not is_long(value.expr):
                    yield _without_sign(value)


def kind(found: PointKind, strict: bool | None, setting: Setting) -> Text:
    name = words.KINDS[found]
    if setting.is_constrained:
        name = words.KINDS_UNDER_CONSTRAINTS.get(found, name)
    elif found == "endpoint" and setting.is_of_one:
        name = words.END_OF_DOMAIN
    said = setting.say(name)
    return setting.fill(words.NOT_STRICT, said) if strict is False else said


def _without_sign(value: Exact) -> Exact:
    """√2 for −√2: the sign is seen in the table."""
    if not isinstance(value.expr, Negative) or value.low is None or value.high is None:
        return value
    return Exact(value.expr.operand, -value.high, -value.low)


def signs(inertia: tuple[int, int, int]) -> str:
    positive, negative, zero = inertia
    return " ".join("+" * positive + "−" * negative + "0" * zero)
