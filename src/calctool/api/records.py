"""Small records of an answer in words: no SymPy, nothing to compute."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from calctool.solve import answer as solved
from calctool.words import Language

Box = dict[str, tuple[float, float]]


class Completeness(Struct, frozen=True):
    """Whether the answer says all there is to say: `state` is complete, partial or unknown.

    Only inside `scope`, where that is not empty; `undecided` are boxes that were left open.
    """

    state: str
    reason: str
    missing: tuple[str, ...]
    scope: Box
    undecided: tuple[Box, ...]

    @classmethod
    def of(cls, given: solved.Completeness, language: Language) -> Completeness:
        """What an answer says of its completeness, in words of one language."""
        return cls(
            given.state.value,
            given.reason.say(language),
            tuple(each.say(language) for each in given.missing),
            _box(given.scope),
            tuple(map(_box, given.undecided)),
        )


class Check(Struct, frozen=True):
    """One check of the whole answer: `verdict` is proved, sampled or undecided."""

    what: str
    verdict: str
    method: str

    @classmethod
    def of(cls, given: solved.Check) -> Check:
        """A check of an answer, with its verdict as a word."""
        return cls(given.what, given.finding.verdict.value, given.finding.method)


class Note(Struct, frozen=True):
    """A remark, such as a reading that was not literal; `id` never changes."""

    id: str
    text: str


def _box(given: tuple[tuple[str, Fraction, Fraction], ...]) -> Box:
    return {name: (float(low), float(high)) for name, low, high in given}
