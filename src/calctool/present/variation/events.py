"""What a table says in words: domain, period, extrema, inflections, extremes, asymptotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from calctool.notation.tree import (
    INFINITY,
    ZERO,
    Applied,
    Name,
    Negative,
    Product,
    Relation,
    Statement,
    Sum,
    Tree,
)
from calctool.present.document import Block, Prose, Text
from calctool.present.parts.integers import integers
from calctool.present.parts.numbers import Numbers
from calctool.present.parts.rows import Rows
from calctool.present.parts.sets import set_text
from calctool.present.phrases import filled, foreign, formula, formulas, joined, listed, phrase
from calctool.present.variation.named import Named
from calctool.solve.exact.record import EVERY, Exact, Interval
from calctool.solve.table.record import TableAnswer
from calctool.solve.variation import (
    Asymptote,
    Extreme,
    Family,
    Kind,
    TableInterval,
    TablePoint,
)
from calctool.words import Language, Words, rows, titles
from calctool.words import table as words

if TYPE_CHECKING:
    from calctool.solve.table.line.repetition import Repetition

_MOST = 8
"""Points of one kind, or pieces of a domain, that are written out."""
_SAID_APART: tuple[Kind, ...] = ("local-minimum", "local-maximum", "inflection")


class Events(Struct, frozen=True):
    """The facts of one answer, to one reader; `function` is the letter for f."""

    answer: TableAnswer
    function: str
    language: Language
    numbers: Numbers

    @property
    def named(self) -> Named:
        return Named(self.answer, self.function, self.told, self.numbers)

    def say(self, phrase_: Words, *formulas: Statement) -> Text:
        return phrase(phrase_, self.language, *formulas)

    def fill(self, phrase_: Words, *texts: Text) -> Text:
        return filled(phrase_, self.language, *texts)

    def join(self, texts: Iterable[Text], sign: Words = titles.COMMA) -> Text:
        return joined(texts, sign.say(self.language))

    @property
    def variable(self) -> Name:
        return Name(self.answer.question.variable)

    # --- before the table ---

    def domain(self) -> Iterator[Block]:
        answer = self.answer
        if answer.shown is not None:
            yield Prose(self._domain(), self.say(titles.DOMAIN))
        if turn := answer.turn:
            shown = formula(Relation(self.variable, ">=", ZERO))
            symmetric = self.fill(words.SYMMETRIC[turn], formula(Name(self.function)), shown)
            yield Prose(symmetric, self.say(words.SYMMETRY))
        if self.repeats:
            yield from self.repetition()
        elif answer.completeness.scope and answer.shown is not None:
            yield Prose(
                self._interval(Interval(*answer.shown, (True, True))), self.say(words.SHOWN)
            )

    @property
    def repeats(self) -> tuple[object, ...]:
        """How f does, where it does."""
        found = (self.answer.period, self.answer.drift, self.answer.growth)
        return found if any(found) else ()

    def repetition(self) -> Iterator[Block]:
        answer = self.answer
        if answer.period is not None:
            yield Prose(formula(answer.period), self.say(words.PERIOD))
        elif answer.drift is not None:
            yield Prose(self._drift(*answer.drift), self.say(words.REPEATS))
        elif answer.growth is not None:
            yield Prose(self._growth(*answer.growth), self.say(words.REPEATS))

    def _drift(self, length: Tree, by: Tree) -> Text:
        """f(x + T) = f(x) + c"""
        moved = Applied(self.function, (Sum((self.variable, length)),), (0,))
        here = Applied(self.function, (self.variable,), (0,))
        return formula(Relation(moved, "=", Sum((here, by))))

    def _growth(self, length: Tree, factor: Tree) -> Text:
        """f(x + T) = r*f(x)"""
        moved = Applied(self.function, (Sum((self.variable, length)),), (0,))
        here = Applied(self.function, (self.variable,), (0,))
        return formula(Relation(moved, "=", Product((factor, here))))

    def _domain(self) -> Text:
        answer = self.answer
        intervals = answer.domain
        natural = answer.natural
        goes_on = answer.period is not None
        if natural is not None and natural.period is not None and not self._is_bounded():
            goes_on = True
            found = set_text(natural, self.variable.id, self.language)
            if found:
                return self.join((found, *formulas(self._asked())))
        if intervals is None:
            text = listed(self._conditions(), self.language)
            unsolved = words.DOMAIN_OPEN in answer.completeness.missing
            return self.fill(words.NOT_SOLVED, text, self.x) if unsolved else text
        ends = [end.expr for one in intervals for end in (one.start, one.end)]
        if ends == [Negative(INFINITY), INFINITY]:
            return self.say(words.EVERYWHERE, self.variable)
        if answer.conditions and (goes_on or len(intervals) > _MOST):
            return listed(self._conditions(), self.language)
        return joined(map(self._interval, intervals), " ∪ ")

    def _is_bounded(self) -> bool:
        """Whether a part of the line with two ends was asked for."""
        asked = self.answer.question.domain
        return asked is not None and not {asked.start, asked.end} & {INFINITY, Negative(INFINITY)}

    def _conditions(self) -> tuple[Relation, ...]:
        """What must hold for x, the ends that were asked for included."""
        return (*self.answer.needed, *self._asked())

    def _asked(self) -> tuple[Relation, ...]:
        asked = self.answer.question.domain
        return () if asked is None else asked.sides(self.variable.id)

    def _interval(self, interval: Interval) -> Text:
        if interval.start == interval.end:
            return joined((foreign("{ "), self.numbers.full(interval.start), foreign(" }")), "")
        left, right = "(["[interval.closed[0]], ")]"[interval.closed[1]]
        ends = joined(map(self.numbers.short, (interval.start, interval.end)), ", ")
        return joined((foreign(left), ends, foreign(right)), "")

    # --- after it ---

    def blocks(self) -> Iterator[Block]:
        yield from self.points(words.LOCAL_MAXIMUM, "local-maximum")
        yield from self.points(words.LOCAL_MINIMUM, "local-minimum")
        yield from self.points(words.INFLECTION, "inflection")
        yield from self.others()
        yield from self.families()
        yield from self.extremes()
        yield from self.asymptotes()
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

    @property
    def told(self) -> Rows:
        return Rows(self.variable.id, self.function, self.language, self.numbers)

    def points(self, title: Words, kind: Kind) -> Iterator[Block]:
        named = self.named
        found = [p for p in self.shown if p.is_a(kind) and p.value is not None]
        found = [p for p in found if p.at not in self.in_rows]
        for place, point in enumerate(found[:_MOST]):
            assert point.value is not None  # noqa: S101 (chosen so)
            name = named.formulas.get(point.at)
            left = (
                self.numbers.at(self.function, point.at) if name is None else named.value_at(name)
            )
            text = self.numbers.equation(left, point.value)
            yield Prose(text, None if place else self.say(title), emphasis=kind != "inflection")
        yield from self.and_more(len(found) - _MOST)

    @property
    def in_rows(self) -> set[Exact]:
        """The points that the rows below tell of, those of x < 0 too."""
        return {at for each in self.answer.families if each.row for at in each.row.listed}

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
            listed_ = self.join(places[:_MOST])
            rest = words.MORE.say(self.language, count=len(places) - _MOST)
            if len(places) > _MOST:
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

    # --- least and greatest value ---

    def extremes(self) -> Iterator[Block]:
        for title, turn, found in (
            (words.GLOBAL_MAXIMUM, 1, self.answer.maximum),
            (words.GLOBAL_MINIMUM, -1, self.answer.minimum),
        ):
            if found is not None:
                yield Prose(self.extreme(found, turn), self.say(title), emphasis=True)

    def extreme(self, found: Extreme, turn: int) -> Text:
        if found.attained is None or found.value is None:
            return self.say(words.OPEN)
        if found.attained:
            value = self.attained(found, found.value)
            flat = self.flat(found.value)
            if flat and flat == list(self.answer.intervals) and len(flat) == 1:
                return self.fill(words.CONSTANT_VALUE, value)
            spans = joined(map(self.span, flat), " ∪ ")
            if flat and (again := self._repetition()) is not None:
                reach = integers(((again.letter, again.reach),), self.language)
                spans = self.fill(words.FAMILY, spans, reach)
            # Far out f has a value again and again only if it is a limit of f there.
            far = ((one.low, one.high) for one in self.answer.beyond if one.is_flat)
            if flat and any(None in both or found.value in both for both in far):
                spans = joined((spans, foreign("…")), " ∪ ")
            if not (found.at or found.endless):
                return self.fill(words.ON, value, self.fill(words.IN, self.x, spans))
            places = [self.places(found), *([self.fill(words.IN, self.x, spans)] if flat else [])]
            return self.fill(words.ON if flat else words.MINIMUM_AT, value, self.join(places))
        toward = found.toward or found.value
        at = formula(self.variable)
        value, place = self.numbers.full(found.value), self.numbers.full(toward, found.side)
        if found.argument == "unbounded":
            f = formula(Applied(self.function, (self.variable,), (0,)))
            if not found.tends:
                return self.fill(words.NOT_BOUNDED[turn], f, at, place)
            return self.fill(words.NO_MINIMUM, f, value, at, place)
        return self.fill(words.SUPREMUM if turn > 0 else words.INFIMUM, value, at, place)

    def attained(self, found: Extreme, value: Exact) -> Text:
        """The value, or f(x₁) where that was said before."""
        names = self.named.formulas
        name = names.get(found.at[0]) if found.at else None
        shown = self.numbers.full(value)
        if name is None or value not in {p.value for p in self.answer.points if p.at in names}:
            return shown
        return self.named.value_at(name)

    def flat(self, value: Exact) -> list[TableInterval]:
        """The intervals on which f has this value throughout."""
        return [i for i in self.answer.intervals if i.sign == 0 and i.left == value]

    def span(self, one: TableInterval) -> Text:
        """An open interval, with what is added for every repetition of it."""
        again = self._repetition()
        if again is None:
            return self._interval(Interval(one.start, one.end, (False, False)))
        ends = joined((self._again(end, again) for end in (one.start, one.end)), ", ")
        return joined((foreign("("), ends, foreign(")")), "")

    def _repetition(self) -> Repetition | None:
        from calctool.solve.table.line.repetition import repetition

        return repetition(self.answer)

    def _again(self, end: Exact, again: Repetition) -> Text:
        if end.is_known:
            return formula(again.shifted(end))
        return joined((self.numbers.short(end), formula(again.by)), " + ")

    @property
    def x(self) -> Text:
        return formula(self.variable)

    def places(self, found: Extreme) -> Text:
        """The families that repeat points, and the points that are in none of them."""
        families = [self.answer.families[place] for place in found.families]
        repeated = {family.place for family in families}
        single = [at for at in found.at if at not in repeated]
        rows = {
            place: family.row
            for place, family in enumerate(self.answer.families)
            if family.row is not None and family.is_critical
        }
        if found.endless:
            told = {m.at for one in found.endless for m in rows[one.family].members}
            single = [at for at in single if at not in told]
        x = formula(self.variable)
        shown = [*map(self.family, found.families[:_MOST])]
        shown += self.told.recurring(found.endless, rows)
        names = self.named.formulas
        shown += [
            formula(Relation(self.variable, "=", names[at]))
            if at in names
            else self.numbers.equation(x, at)
            for at in single[:_MOST]
        ]
        if len(single) > _MOST:
            more = words.MORE.say(self.language, count=len(single) - _MOST)
            shown.append(foreign(more))
        return self.join(shown)

    def family(self, place: int) -> Text:
        """x = pi + k*pi, with the k that are meant where these are not all."""
        family = self.answer.families[place]
        assert family.at is not None  # noqa: S101 (families of a period)
        at = self.repeated(family, family.at)
        if family.reach == EVERY:
            return at
        letters = integers([(family.integer, family.reach)], self.language)
        return joined((at, foreign(" ("), letters, foreign(")")), "")

    def repeated(self, family: Family, at: Tree) -> Text:
        """x = pi + k*pi, or x ≈ 2.07080 + k*pi."""
        if family.place is None or not (family.rounded or self.numbers.is_long(at)):
            return formula(Relation(self.variable, "=", at))
        return self.numbers.moved(formula(self.variable), family.place, at, family.integer)

    # --- asymptotes ---

    def asymptotes(self) -> Iterator[Block]:
        rows = {at.expr for at in self.in_rows}
        lines = [one for one in self.answer.asymptotes if one.line.right not in rows]
        found = [self.asymptote(one) for one in lines]
        if len(lines) < len(self.answer.asymptotes):
            found.append(self.say(words.POLES_BELOW))
        if found:
            yield Prose(self.join(found, words.LINES_APART), self.say(words.ASYMPTOTES))

    def further(self, one: Asymptote) -> Text | None:
        """x = π/2 + k·π, where all these are asymptotes."""
        for family in self.answer.families:
            is_one = family.place is not None and family.place.expr == one.line.right
            if is_one and family.kind == "pole" and family.row is None and family.at is not None:
                letters = integers([(family.integer, family.reach)], self.language)
                return self.fill(words.FAMILY, self.repeated(family, family.at), letters)
        return None

    def asymptote(self, one: Asymptote) -> Text:
        line = formula(one.line)
        if one.kind == "vertical":
            return self.fill(words.ONE_SIDE[one.side], self.further(one) or line)
        if one.side == "both":
            return self.fill(words.BOTH_SIDES, line)
        end = INFINITY if one.side == "oo" else Negative(INFINITY)
        place = self.numbers.short(Exact(end, None, None))
        return self.fill(words.FROM, line, formula(self.variable), place)
