"""The answer of `calctool check` as a document; words and order only, no mathematics."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from calctool import commands
from calctool.notation.quoted import either_quoted
from calctool.notation.tree import Name, Relation
from calctool.present.document import (
    Block,
    Document,
    Formula,
    Note,
    NoteKind,
    Prose,
    Text,
    Wishes,
)
from calctool.present.parts.assurance import completed, left_open, remarks
from calctool.present.parts.decimals import decimal, with_minus
from calctool.present.parts.labels import Labels
from calctool.present.phrases import filled, foreign, formula, joined, phrase, said
from calctool.solve.check.record import (
    CheckAnswer,
    CheckedLine,
    CheckQuestion,
    Judgement,
    Named,
    Seen,
)
from calctool.solve.diff.record import DiffAnswer
from calctool.solve.exact.record import Exact
from calctool.verify.verdict import Verdict
from calctool.words import Language, Words, titles
from calctool.words import checking as words
from calctool.words.doors import handout as exercises
from calctool.words.titles import SEMICOLON

if TYPE_CHECKING:
    from calctool.present.document import Figure

_KINDS: dict[Verdict, NoteKind] = {
    Verdict.PROVED: "proved", Verdict.SAMPLED: "undecided", Verdict.UNDECIDED: "undecided",
    Verdict.REFUTED: "warning",
}  # fmt: skip


def document(answer: CheckAnswer, wishes: Wishes) -> Document:
    """The lines, the verdict, what speaks against the answer, and the right one."""
    language = wishes.language
    blocks: list[Block] = []
    judgement = answer.judgement
    if judgement is None:
        blocks += _remarks(answer, language)
        return Document(tuple(blocks))
    blocks += _lines(answer, wishes)
    blocks += _verdict(answer, judgement, language)
    if not answer.lines:
        blocks += _against(judgement, wishes)
    blocks += _right(answer, language)
    blocks += _assurance(answer, judgement, language)
    return Document(tuple(blocks), partial=_is_partial(answer))


def figure(_: CheckAnswer, __: Wishes) -> Figure | None:
    return None


def _verdict(answer: CheckAnswer, judgement: Judgement, language: Language) -> Iterator[Block]:
    text = phrase(words.VERDICTS[judgement.verdict], language)
    if answer.first_wrong_line is not None:
        text = foreign(words.WRONG_FROM.say(language, line=answer.first_wrong_line))
    if answer.accepted and judgement.verdict not in ("right", "right-on-part"):
        text = joined((text, phrase(words.ACCEPTED, language)), SEMICOLON.say(language))
    yield Prose(text, phrase(words.VERDICT, language))


def _against(judgement: Judgement, wishes: Wishes) -> Iterator[Block]:
    language = wishes.language
    if judgement.witness is not None:
        yield Prose(_witness(judgement.witness, wishes), phrase(words.WITNESS, language))
    if judgement.holds:
        told = either_quoted(judgement.holds).marked(language)
        yield Prose(said(Words(en=told, zh=told), language), phrase(words.RIGHT_FOR, language))
    # What is wrong says more than what is missing beside it.
    missing = () if judgement.extra else judgement.missing
    for caption, listed in ((words.MISSING, missing), (words.EXTRA, judgement.extra)):
        title: Text | None = phrase(caption, language)
        for part in listed:
            yield Prose(said(part.words, language), title)
            title = None
    yield from _mistakes(judgement.mistakes, language)


def _witness(seen: Seen, wishes: Wishes) -> Text:
    language = wishes.language
    place = joined((_equals(name, at, wishes) for name, at in seen.at), titles.COMMA.say(language))
    given, right = (_value(value, wishes) for value in (seen.given, seen.right))
    return filled(words.WITNESS_AT, language, place, given, right)


def _equals(name: str, at: Exact, wishes: Wishes) -> Text:
    if at.is_known:
        return formula(Relation(Name(name), "=", at.expr))
    return joined((formula(Name(name)), _value(at, wishes)), " ≈ ")


def _value(value: Exact | None, wishes: Wishes) -> Text:
    """A short exact number as it is, else the decimal that holds."""
    if value is None:
        return phrase(words.NO_VALUE_HERE, wishes.language)
    rounded = decimal(value, wishes.digits)
    return foreign(with_minus(rounded)) if rounded else formula(value.expr)


def _mistakes(named: tuple[Named, ...], language: Language) -> Iterator[Block]:
    caption: Text | None = phrase(words.MISTAKE, language)
    for each in named:
        text = joined((phrase(each.mistake.words, language), foreign(f"[{each.mistake.id}]")), "  ")
        yield Prose(text, caption)
        yield from _two_rules(each, language)
        caption = None
    conclusion = _conclusion(named)
    if conclusion is not None:
        yield Prose(phrase(conclusion, language))


def _two_rules(each: Named, language: Language) -> Iterator[Block]:
    """The wrong line over the right one, and what their letters are."""
    if each.claimed is None:
        return
    pairs = [(words.YOURS, each.claimed)]
    pairs += [(words.CORRECT, each.instead)] if each.instead is not None else []
    for caption, line in pairs:
        text = joined((phrase(caption, language), formula(line)), "  ")
        if caption is words.CORRECT or len(pairs) == 1:
            text = joined((text, *_letters(each)), "     ")
        yield Prose(text)


def _letters(each: Named) -> Iterator[Text]:
    listed = [formula(Relation(Name(letter), "=", part)) for letter, part in each.letters if letter]
    if listed:
        yield joined(listed, ", ")


def _conclusion(named: tuple[Named, ...]) -> Words | None:
    if not named:
        return None
    if any(each.with_others for each in named):
        return words.TOGETHER
    if len(named) > 1:
        return words.SEVERAL
    return words.CERTAIN if named[0].certain and named[0].where is not None else None


# --- lines --------------------------------------------------------------------------------------


def _lines(answer: CheckAnswer, wishes: Wishes) -> Iterator[Block]:
    """Each line with a mark, and under the first wrong one why."""
    language = wishes.language
    before = ""
    for number, line in enumerate(answer.lines, 1):
        mark = {"wrong": "✗", "rounded": "✗", "undecided": "?"}.get(line.judgement.verdict, "✓")
        mark = "·" if line.follows else mark
        remark = joined((foreign(mark), _remark(line, number, answer, language)), " ")
        yield Formula(
            line.statement, None, foreign(f"{number}"), aside=remark, emphasis=mark == "✗"
        )
        if line.judgement.verdict == "wrong" and not line.follows:
            yield from _why(line, number, wishes)
        before = line.text
    if before:
        yield Prose(Text(""))


def _remark(line: CheckedLine, number: int, answer: CheckAnswer, language: Language) -> Text:
    if line.follows:
        return phrase(words.FOLLOWS, language)
    if number == answer.first_wrong_line:
        return phrase(words.FIRST_WRONG, language)
    if line.judgement.verdict == "right":
        return phrase(words.STEP_RIGHT, language)
    return said(line.judgement.reason, language)


def _why(line: CheckedLine, number: int, wishes: Wishes) -> Iterator[Block]:
    language = wishes.language
    seen = line.judgement.witness
    if seen is not None:
        yield Prose(_witness(seen, wishes))
    for each in line.judgement.mistakes:
        text = joined((phrase(each.mistake.words, language), foreign(f"[{each.mistake.id}]")), "  ")
        yield Prose(text)
    del number


# --- the right answer ---------------------------------------------------------------------------


def _right(answer: CheckAnswer, language: Language) -> Iterator[Block]:
    if answer.right_claims is not None:
        title: Text | None = phrase(words.RIGHT, language)
        for line in answer.right_claims.lines:
            yield Prose(said(line, language), title)
            title = None
    if answer.question.hide_right or not isinstance(answer.right, DiffAnswer):
        return
    labels = Labels(answer.right.question)
    caption: Text | None = phrase(words.RIGHT, language)
    at = answer.right.derivatives[0].at if answer.right.derivatives else None
    kind = answer.question.given.kind
    if kind in ("value", "tangent") and at is not None:
        yield from _right_at(answer, caption)
        return
    for one in answer.right.derivatives:
        yield Formula(one.derivative, labels.derivative(one.wrt), caption)
        caption = None


def _right_at(answer: CheckAnswer, caption: Text | None) -> Iterator[Block]:
    labels = Labels(answer.right.question)
    one = answer.right.derivatives[0]
    if answer.question.given.kind == "tangent" and one.at.tangent is not None:
        yield Formula(one.at.tangent, labels.ordinate, caption)
    elif one.at.value is not None:
        yield Formula(one.at.value.expr, labels.value(one.wrt, one.at.point), caption)


def _assurance(answer: CheckAnswer, judgement: Judgement, language: Language) -> Iterator[Block]:
    reason = said(judgement.reason, language)
    kind = _KINDS[judgement.certainty]
    if kind == "proved":
        reason = filled(words.PROVED, language, reason)
    if answer.completeness.missing:
        reason = joined((reason, left_open(answer.completeness, language)), SEMICOLON.say(language))
    yield Note(kind, reason)
    yield from _remarks(answer, language)


def _remarks(answer: CheckAnswer, language: Language) -> Iterator[Block]:
    if answer.judgement is None:
        yield from completed(answer.completeness, language)
    yield from remarks(answer.notes, language)


def _is_partial(answer: CheckAnswer) -> bool:
    return Labels(answer.question.as_diff()).partial


def task(asked: CheckQuestion, language: Language) -> Text:
    """The problem as a handout puts it: the question, and the answer to be judged."""
    question: Text = commands.part("present", asked.asked.command).task(asked.asked, language)
    given = asked.given
    phrase_of_it = exercises.CHECK_LINES if given.lines else exercises.CHECK
    shown = [formula(one.tree) for one in given.lines or given.formulas] or [foreign(given.text)]
    claimed = joined(shown, SEMICOLON.say(language))
    return filled(phrase_of_it, language, question, claimed)
