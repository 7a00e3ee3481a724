"""What a table says of asymptotes."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.notation.tree import INFINITY, Negative
from calctool.present.document import Block, Prose, Text
from calctool.present.parts.integers import integers
from calctool.present.phrases import formula
from calctool.present.variation.voice import Voice
from calctool.solve.exact.record import Exact
from calctool.solve.variation import Asymptote
from calctool.words import table as words


class Asymptotes(Voice, frozen=True):
    """All in one line, but for those of rows, which are told below."""

    def blocks(self) -> Iterator[Block]:
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
