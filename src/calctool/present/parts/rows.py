"""Points without end as a page tells them: cells, first members, kinds and values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from calctool.notation.tree import (
    INFINITY,
    ONE,
    ZERO,
    Applied,
    Name,
    Negative,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    Tree,
    number,
)
from calctool.notation.walk import substitute
from calctool.present.document import Block, Prose, Text, Title
from calctool.present.parts.integers import integers
from calctool.present.parts.numbers import Numbers
from calctool.present.phrases import filled, foreign, formula, joined, phrase
from calctool.solve.exact.record import Exact
from calctool.solve.rows import Envelope, Member, Recurring, Residue, Row, Sides
from calctool.solve.variation import Beyond, Swing
from calctool.words import Language, Words, titles
from calctool.words import rows as words
from calctool.words.table import KINDS

if TYPE_CHECKING:
    from calctool.algebra.roots.waves.cells import Cells

_GAP = "   "
_LETTERS, _OTHERS = "abcdefghij", "pqrstuvw"
_SMOOTH = ("stationary", "inflection")
_TURNING = ("local-minimum", "local-maximum")
_KNOWN_BY_TITLE = tuple((((0, 1), kind),) for kind in ("inflection", "pole"))
_ENDS = (INFINITY, Negative(INFINITY))


class Rows(Struct, frozen=True):
    """The rows of one answer; `variable` and `function` are their letters."""

    variable: str
    function: str
    language: Language
    numbers: Numbers

    def blocks(
        self, rows: Sequence[Row], title: Words = words.TITLE, stem: str | None = None
    ) -> Iterator[Block]:
        """A title and a few lines for each row; the `stem` names the points of a single one."""
        if not rows:
            return
        sorts = {row.sort for row in rows}
        if title is words.TITLE and sorts != {"stationary"}:
            title = words.JUMPS if sorts == {"jump"} else words.ALL_SORTS
        yield Title(self.say(title))
        turn = next((row.mirror for row in rows if row.mirror), 0)
        for row, letter in self.named(rows, stem):
            name = f"{letter}_{row.cells.integer}"
            yield from self.row(row, name, letter)
            if turn:
                yield Prose(self.mirrored(row, turn), formula(Negative(Name(name))))

    def named(self, rows: Sequence[Row], stem: str | None = None) -> Iterator[tuple[Row, str]]:
        """Those that are told, each with its letter; the others are these in a mirror."""
        shown = [row for row in rows if not row.mirror]
        for place, row in enumerate(shown):
            letters = _LETTERS if stem is None else _OTHERS
            one = stem or self.variable
            yield row, one if len(shown) == 1 else letters[place % len(letters)]

    def recurring(self, found: Iterable[Recurring], rows: Mapping[int, Row]) -> Iterator[Text]:
        """Rows at members of which a value is attained without end; `rows` by their families."""
        names = {id(row): stem for row, stem in self.named(list(rows.values()))}
        told = [row for row in rows.values() if not row.mirror]
        mirrored = [row for row in rows.values() if row.mirror]
        for one in found:
            row = rows[one.family]
            source = told[mirrored.index(row)] if row.mirror else row
            name = Name(f"{names[id(source)]}_{row.cells.integer}")
            at = formula(Negative(name) if row.mirror else name)
            which = self.which(one.residue, row)
            if one.since > (row.cells.reach[0] or 0):
                from_there = Relation(Name(row.cells.integer), ">=", number(one.since))
                which = joined((which, formula(from_there)), titles.COMMA.say(self.language))
            yield self.fill(words.WITH, at, which)

    def ends(self, beyond: Iterable[Beyond], others: Iterable[Swing] = ()) -> Iterator[Block]:
        """Between what f runs where there is no limit; where both sides do the same, said once."""
        swings = [each.swing for each in beyond]
        found = [one for one in (*swings, *others) if one is not None]
        said: set[tuple[Exact, Exact, Exact]] = set()
        for one in found:
            here = [each for each in found if each.place == one.place]
            if (one.place, one.low, one.high) in said:
                continue
            said.add((one.place, one.low, one.high))
            alike = one.place.expr in _ENDS or (
                len(here) > 1 and all((each.low, each.high) == (one.low, one.high) for each in here)
            )
            opposite = [each for each in found if each.place.expr in _ENDS]
            everywhere = one.place.expr in _ENDS and len(opposite) > 1
            if everywhere and len({(e.low, e.high, e.has_poles) for e in opposite}) == 1:
                said.update((each.place, each.low, each.high) for each in opposite)
                where = foreign("±∞")
            else:
                where = self.numbers.full(one.place)
            caption = words.AT_END if alike else words.AT_SIDE[one.side]
            place = self.fill(caption, formula(Name(self.variable)), where)
            yield Prose(self.swing(one), place)

    def swing(self, one: Swing) -> Text:
        """Between what f runs where it has no limit."""
        if (one.high.expr, one.low.expr) == _ENDS and not one.has_poles:
            return self.say(words.WITHOUT_BOUND)
        ends = (self.numbers.full(one.low), self.numbers.full(one.high))
        return self.fill(words.AMONG_POLES if one.has_poles else words.BETWEEN, *ends)

    def row(self, row: Row, name: str, stem: str) -> Iterator[Block]:
        yield Prose(self.where(row, name), formula(Name(name)))
        yield Prose(joined((self.member(each, stem) for each in row.members), _GAP))
        if row.unwritten:
            names = joined((formula(Name(f"{stem}_{k}")) for k in row.unwritten), ", ")
            yield Prose(self.fill(words.UNWRITTEN, names))
        if row.near is not None:
            yield Prose(self.fill(words.NEAR[row.near.side], formula(row.near.at)))
        place = row.cells.picture.place
        if place not in _ENDS:
            yield Prose(
                self.fill(words.PILE_UP, formula(Relation(Name(self.variable), "=", place)))
            )
        if row.kinds not in _KNOWN_BY_TITLE:
            yield Prose(self.kinds(row), self.say(words.KIND))
        if row.sides:
            parts = [self.by_residue(each.residue, self.beside(each), row) for each in row.sides]
            f = Applied(self.function, (Name(self.variable),), (0,))
            yield Prose(self.join(parts), formula(f))
        if row.values:
            caption = formula(Applied(self.function, (Name(name),), (0,)))
            parts = [
                self.by_residue(each.residue, self.value(each, name), row) for each in row.values
            ]
            yield Prose(self.alternating(row, name) or self.join(parts), caption)

    def beside(self, one: Sides) -> Text:
        ends = [self.numbers.full(one.left), self.numbers.full(one.right)]
        return self.fill(words.ALIKE if one.left == one.right else words.UNLIKE, *ends)

    def mirrored(self, row: Row, turn: int) -> Text:
        """What is left of 0, f being even or odd."""
        x = formula(Name(self.variable))
        if turn < 0 and any(kind in _TURNING for _, kind in row.kinds):
            return self.fill(words.MIRRORED_ODD, x)
        if turn > 0 and any(side.left != side.right for side in row.sides):
            return self.fill(words.MIRRORED_SIDES, x)
        return self.fill(words.MIRRORED, x)

    def where(self, row: Row, name: str) -> Text:
        letters = integers([(row.cells.integer, row.cells.reach)], self.language)
        if row.cells.at is not None:
            at = formula(Relation(Name(name), "=", row.cells.at))
            return self.fill(words.FORMULA, at, letters)
        if row.cells.seen_phase is not None:
            return self.by_phase(row.cells, row.cells.seen_phase, letters)
        inner = joined(map(formula, row.cells.ends), ", ")
        return self.fill(words.ONE_IN, joined((foreign("("), inner, foreign(")")), ""), letters)

    def by_phase(self, cells: Cells, phase: Tree, letters: Text) -> Text:
        """By the values of the phase, which is not solved for the variable."""
        low, high = cells.ends
        if cells.is_exact:
            return self.fill(words.ONE_WITH, formula(Relation(phase, "=", low)), letters)
        between = joined(map(formula, (low, phase, high)), " < ")
        return self.fill(words.ONE_WITH, between, letters)

    def member(self, one: Member, stem: str) -> Text:
        return self.numbers.equation(formula(Name(f"{stem}_{one.k}")), one.at)

    def kinds(self, row: Row) -> Text:
        if not row.kinds:
            return self.say(words.OPEN_KIND)
        kinds = [
            self.by_residue(residue, self.say(words.KINDS[kind]), row)
            for residue, kind in row.kinds
        ]
        breaks = [] if row.sort in _SMOOTH else [self.say(KINDS[row.sort])]
        return self.join([*breaks, *kinds])

    def by_residue(self, residue: Residue, text: Text, row: Row) -> Text:
        return text if residue[1] == 1 else self.fill(words.IS, self.which(residue, row), text)

    def which(self, residue: Residue, row: Row) -> Text:
        """The members with a remainder: k even, k odd, or the k that there are."""
        remainder, by = residue
        if by == 1:
            return integers([(row.cells.integer, row.cells.reach)], self.language)
        return self.fill(words.ODD if remainder else words.EVEN, formula(Name(row.cells.integer)))

    def value(self, one: Envelope, name: str) -> Text:
        on = formula(substitute(one.on, {self.variable: Name(name)}))
        if one.trend is None or one.limit is None:
            return on
        if one.limit.expr in _ENDS and one.trend:
            said = self.fill(words.UNBOUNDED_TRENDS[one.trend], on)
        else:
            said = self.fill(words.TRENDS[one.trend], on, formula(one.limit.expr))
        return said

    def alternating(self, row: Row, name: str) -> Text | None:
        """(−1)ᵏ/√(xₖ²+1), where members in turn have opposite values."""
        values = {each.residue: each for each in row.values}
        even, odd = values.get((0, 2)), values.get((1, 2))
        if even is None or odd is None or len(values) != 2 or even.since != odd.since:
            return None
        k, on, power = Name(row.cells.integer), even.on, Negative(ONE)
        exponent: Tree = k
        if on == Negative(odd.on):
            on, exponent = odd.on, Sum((k, ONE))
        elif odd.on != Negative(on):
            return None
        size = odd if on == odd.on else even
        if size.trend is None or size.limit is None:
            return None
        seen = substitute(on, {self.variable: Name(name)})
        whole = formula(_times(Power(power, exponent), seen))
        if size.trend == 0:
            return whole
        if size.trend < 0 and size.limit.expr == ZERO:
            return self.fill(words.ALTERNATES, whole)
        if size.trend > 0 and size.limit.expr == INFINITY:
            return self.fill(words.ALTERNATES_WITHOUT_BOUND, whole)
        return None

    def turns(self, row: Row) -> Text | None:
        """How f' changes its sign at the members; None where a kind is not told by that."""
        if row.sort not in _SMOOTH or any(kind not in words.TURNS for _, kind in row.kinds):
            return None
        return self.join(
            [
                self.by_residue(residue, self.say(words.TURNS[kind]), row)
                for residue, kind in row.kinds
            ]
        )

    def say(self, phrase_: Words) -> Text:
        return phrase(phrase_, self.language)

    def fill(self, phrase_: Words, *texts: Text) -> Text:
        return filled(phrase_, self.language, *texts)

    def join(self, texts: Iterator[Text] | list[Text]) -> Text:
        return joined(texts, titles.SEMICOLON.say(self.language))


def _times(sign: Tree, size: Tree) -> Tree:
    """The sign before all else: (−1)ᵏ·x, (−1)ᵏ/x, (−1)ᵏ."""
    match size:
        case Quotient(top, bottom):
            return Quotient(_times(sign, top), bottom)
        case Product(factors):
            return Product((sign, *factors))
    return sign if size == ONE else Product((sign, size))
