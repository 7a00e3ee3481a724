"""What a table says in words below it: extrema, inflections, other points, repetitions, rows."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.tree import Applied, Sum
from calctool.present.document import Block, Prose, Text
from calctool.present.parts.integers import integers
from calctool.present.phrases import foreign, formula, joined
from calctool.present.variation.asymptotes import Asymptotes
from calctool.present.variation.extremes import Extremes
from calctool.present.variation.voice import MOST, Voice
from calctool.solve.exact.record import Exact
from calctool.solve.variation import Kind, TablePoint
from calctool.words import Words, rows, titles
from calctool.words import table as words

_SAID_APART: tuple[Kind, ...] = ("local-minimum", "local-maximum", "inflection")


class Events(Voice, frozen=True):
    """The facts of one answer."""

    def blocks(self) -> Iterator[Block]:
        yield from self.points(words.LOCAL_MAXIMUM, "local-maximum")
        yield from self.points(words.LOCAL_MINIMUM, "local-minimum")
        yield from self.points(words.INFLECTION, "inflection")
        yield from self.others()
        yield from self.families()
        yield from self.part(Extremes).blocks()
        yield from self.part(Asymptotes).blocks()
        yield from self.rows()

    def rows(self) -> Iterator[Block]:
        """Critical points, poles and inflections without end."""
        told = self.told
        found = [each for each in self.answer.families if each.row is not None]
        critical = [each.row for each in found if each.row and each.is_critical]
        bends = [each.row for each in found if each.row and each.kind == "inflection"]
        gaps = [each.row for each in found if each.row and each.kind in ("pole", "hole")]
        yield from told.blocks(critical)
        title = rows.POLES if all(row.sides for row in gaps) else rows.GAPS
        yield from told.blocks(gaps, title, "p" if self.variable.id != "p" else "q")
        yield from told.ends(self.answer.beyond, self.answer.swings)
        yield from told.blocks(bends, rows.BENDS, self.named.stem_of_bends)

    def points(self, title: Words, kind: Kind) -> Iterator[Block]:
        named = self.named
        found = [p for p in self.shown if p.is_a(kind) and p.value is not None]
        found = [p for p in found if p.at not in self.in_rows]
        for place, point in enumerate(found[:MOST]):
            assert point.value is not None  # noqa: S101 (chosen so)
            name = named.formulas.get(point.at)
            left = (
                self.numbers.at(self.function, point.at) if name is None else named.value_at(name)
            )
            text = self.numbers.equation(left, point.value)
            yield Prose(text, None if place else self.say(title), emphasis=kind != "inflection")
        yield from self.and_more(len(found) - MOST)

    def and_more(self, count: int) -> Iterator[Block]:
        if count > 0:
            more = words.MORE.say(self.language, count=count)
            yield Prose(foreign(more))

    @property
    def shown(self) -> list[TablePoint]:
        """The points, those at the end of a period not twice."""
        return list(self.answer.distinct_points)

    def others(self) -> Iterator[Block]:
        """Points with something to say beyond extremum and inflection, alike ones together."""
        alike: dict[tuple[Text, Text], list[Text]] = {}
        for point in self.shown:
            kinds = [kind for kind in point.kinds if kind not in _SAID_APART]
            if kinds and kinds not in (["stationary"], self.shown_as_line(point)):
                what = self.join(self.kind(kind, point.at) for kind in kinds)
                value = self.value(point, kinds)
                place = self.numbers.equation(formula(self.variable), point.at)
                alike.setdefault((value, what), []).append(
                    self.join((place, value)) if value.template else place
                )
        caption: Text | None = self.say(words.OTHER)
        for (_, what), places in alike.items():
            listed_ = self.join(places[:MOST])
            rest = words.MORE.say(self.language, count=len(places) - MOST)
            if len(places) > MOST:
                listed_ = self.join((listed_, foreign(rest)))
            yield Prose(self.join((what, listed_), titles.COLON), caption)
            caption = None

    def kind(self, kind: Kind, at: Exact | None) -> Text:
        isolated = {one.start for one in self.answer.domain or () if one.start == one.end}
        return self.say(
            words.ISOLATED if kind == "endpoint" and at in isolated else words.KINDS[kind]
        )

    def shown_as_line(self, point: TablePoint) -> list[Kind]:
        """A pole is told by its asymptote."""
        lines = {one.line.right for one in self.answer.asymptotes if one.kind == "vertical"}
        return ["pole"] if point.at.expr in lines else []

    def value(self, point: TablePoint, kinds: list[Kind]) -> Text:
        """f(x) = …, or where f tends to; nothing for points whose value is said elsewhere."""
        f = formula(Applied(self.function, (self.variable,), (0,)))
        if point.value is not None:
            said = point.is_a(*_SAID_APART) or kinds == ["jump"]
            return Text("") if said else self.numbers.equation(f, point.value)
        limits = dict.fromkeys(limit for limit in (point.left, point.right) if limit is not None)
        if len(limits) != 1 or "pole" in kinds:
            return Text("")
        return joined((f, self.numbers.full(next(iter(limits)))), " → ")

    def families(self) -> Iterator[Block]:
        caption: Text | None = self.say(words.REPEATED)
        again = self.again()
        if again is not None:
            yield Prose(again, caption)
            return
        for family in self.answer.families:
            if family.at is None or family.row is not None:
                continue
            if family.place is None and self.numbers.is_long(family.at):
                continue
            unknown = family.kind == "undecided"
            what = self.say(words.SWITCHING) if unknown else self.kind(family.kind, family.place)
            at = self.repeated(family, family.at)
            letters = integers([(family.integer, family.reach)], self.language)
            text = self.join((self.fill(words.FAMILY, at, letters), what), titles.COLON)
            yield Prose(text, caption)
            caption = None

    def again(self) -> Text | None:
        """One line where all points repeat alike; None where they do not."""
        families = [each for each in self.answer.families if each.row is None]
        starts, steps = set(), set()
        for each in families:
            terms = each.at.terms if isinstance(each.at, Sum) else (each.at,)
            moving = tuple(t for t in terms if t is not None and each.integer in t.names)
            steps.add((moving, each.integer, each.reach))
            starts.add(each.place)
        if any(point.is_a("endpoint") for point in self.shown):
            return None  # it stands among the points above, and is no further one
        shown = {point.at for point in self.shown}
        if len(families) < 2 or len(steps) != 1 or starts != shown:
            return None
        moving, integer, reach = steps.pop()
        further = formula(Sum((self.variable, *moving)))
        return self.fill(words.AGAIN, further, integers([(integer, reach)], self.language))
