"""What `calctool check` is asked and what it answers, as data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from msgspec import Struct

from calctool.notation.tree import Relation, Tree
from calctool.rules.mistakes.record import Mistake
from calctool.rules.rule import Rule
from calctool.solve.answer import Condition, Told
from calctool.solve.candidates import Place
from calctool.solve.exact.record import Exact, Interval
from calctool.solve.given import ACCEPTED, FormName, Given, VerdictName
from calctool.solve.question import Asked, DiffQuestion
from calctool.verify.verdict import Verdict as Certainty
from calctool.words import Words
from calctool.words.titles import JUDGEMENT_TO_COME


class Seen(Struct, frozen=True):
    """A point at which the answer and the right one differ; None is no value there."""

    at: Place
    given: Exact | None
    right: Exact | None


class Named(Struct, frozen=True):
    """A mistake that leads exactly to the answer; `certain` where no other one does.

    `where` is the part of the question it was made in, `rule` the one that was missed there;
    `claimed` and `instead` are the wrong line and the right one, and `letters` what stands for
    their letters.
    """

    mistake: Mistake
    certain: bool = False
    where: Tree | None = None
    rule: Rule | None = None
    claimed: Relation | None = None
    instead: Relation | None = None
    letters: tuple[tuple[str, Tree], ...] = ()
    with_others: bool = False
    """Only together with the other mistakes named."""


class Missing(Struct, frozen=True):
    """What the answer leaves out, or what it has too much: words with their facts, and the
    points and intervals."""

    words: Words
    points: tuple[Place, ...] = ()
    intervals: tuple[Interval, ...] = ()


class Formed(Struct, frozen=True):
    """Whether an answer has the form asked for, None if that is open; `part` has it not."""

    name: FormName
    there: bool | None
    part: Tree | None = None


class Judgement(Struct, frozen=True):
    """The verdict on one answer and what speaks for it: `reason` says how it was reached.

    `agrees_at` is the number of points at which an undecided answer has the right value.
    """

    verdict: VerdictName
    reason: Words
    witness: Seen | None = None
    missing: tuple[Missing, ...] = ()
    extra: tuple[Missing, ...] = ()
    mistakes: tuple[Named, ...] = ()
    agrees_at: int = 0
    certainty: Certainty = Certainty.PROVED
    form: Formed | None = None
    holds: Condition = ()
    """Of a wrong one with letters: for which of them it is right."""


class CheckedLine(Struct, frozen=True):
    """One line of a derivation; `follows` where it is only as wrong as the line before."""

    text: str
    statement: Tree
    judgement: Judgement
    follows: bool = False


class CheckQuestion(Asked, frozen=True, kw_only=True):
    """An answer to the question `asked`, to be judged; what every question has is that of it.

    `accept` are the verdicts that count as right; `form` is one that the answer must have.
    """

    asked: Asked
    given: Given
    hide_right: bool = False
    hide_witness: bool = False
    accept: tuple[VerdictName, ...] = ACCEPTED
    form: FormName | None = None
    command: ClassVar[str] = "check"

    def as_diff(self) -> DiffQuestion:
        """What was asked, put to the rules."""
        return self.asked if isinstance(self.asked, DiffQuestion) else self.asked.as_diff()


class RightClaims(Struct, frozen=True):
    """The right answer as claims: as data, in the JSON form of an answer, and in words."""

    claims: Mapping[str, Any]
    lines: tuple[Words, ...]


class CheckAnswer(Told, frozen=True, kw_only=True):
    """Everything `calctool check` has to say; `right` is the answer of the question's command."""

    if TYPE_CHECKING:
        question: CheckQuestion

    TO_COME: ClassVar[Words] = JUDGEMENT_TO_COME
    judgement: Judgement | None = None
    lines: tuple[CheckedLine, ...] = ()
    first_wrong_line: int | None = None
    right: Any = None
    right_claims: RightClaims | None = None
    """Beside claims: what would have been right, if it is not kept back."""

    def _unchecked(self) -> Iterator[Words]:
        """The one check is the judgement, which says itself what is open."""
        return iter(())

    @property
    def accepted(self) -> bool:
        """Whether the verdict is one of those that count as right."""
        found = self.judgement
        return found is not None and found.verdict in self.question.accept


Answer = CheckAnswer
