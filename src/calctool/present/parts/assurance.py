"""The last lines of an answer: what was proved, whether it is complete and why, and remarks."""

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from calctool.notation.printing.plain import plain
from calctool.present.document import Note, NoteKind, Text
from calctool.present.phrases import foreign, said, unmarked
from calctool.solve.answer import Completeness, State
from calctool.solve.diff.record import DiffAnswer
from calctool.verify.verdict import Finding, Verdict, weakest
from calctool.words import Language, Words
from calctool.words import Note as Remark
from calctool.words.proofs import checks
from calctool.words.proofs.completeness import SWITCH
from calctool.words.table import OF_FORMULA, OF_SLOPE
from calctool.words.titles import COLON, SEMICOLON

_KINDS: dict[Verdict, NoteKind] = {
    Verdict.PROVED: "proved",
    Verdict.SAMPLED: "sampled",
    Verdict.UNDECIDED: "undecided",
    Verdict.REFUTED: "warning",
}
_STATES: dict[State, NoteKind] = {
    State.COMPLETE: "proved",
    State.PARTIAL: "undecided",
    State.UNKNOWN: "undecided",
}


def assurance(answer: DiffAnswer, language: Language, *, full: bool) -> Iterator[Note]:
    """One line, which says what is special about this answer; with the general promise in full."""
    lines = [
        step.finding
        for one in answer.derivatives
        for derivation in one.derivations
        for step in derivation.steps
    ]
    whole = [check.finding for check in answer.checks if check.finding.method != "each-step"]
    proved = not full and is_proved(lines, whole)
    if not proved:
        yield from certainty(lines, whole, language)
    yield from _completeness(answer, language, proved=proved)
    yield from remarks(answer.notes, language)


def is_proved(lines: Iterable[Finding], whole: Iterable[Finding]) -> bool:
    """Whether there is nothing to say but that everything was proved."""
    return all(each.verdict is Verdict.PROVED for each in (*lines, *whole))


def certainty(
    lines: list[Finding],
    whole: list[Finding],
    language: Language,
    proved: Words = checks.LINES_PROVED,
) -> Iterator[Note]:
    """How far the lines of derivations, and the answer as a whole, were checked."""
    said = [(_weakest(lines), _lines(lines, language, proved))] if lines else []
    said += [(_weakest(whole), _whole(whole, language))] if whole else []
    if lines and _weakest(lines) is Verdict.PROVED:
        said = [(Verdict.PROVED, SEMICOLON.say(language).join(text for _, text in said))]
    for verdict, text in said:
        yield Note(_KINDS[verdict], foreign(text))


def remarks(notes: tuple[Remark, ...], language: Language) -> Iterator[Note]:
    for note in notes:
        yield Note("note", said(note.words, language))


def _weakest(findings: list[Finding]) -> Verdict:
    return weakest(finding.verdict for finding in findings)


def _lines(findings: list[Finding], language: Language, all_proved: Words) -> str:
    verdicts = [finding.verdict for finding in findings]
    words = {
        Verdict.PROVED: all_proved,
        Verdict.SAMPLED: checks.LINES_SAMPLED,
    }.get(weakest(verdicts), checks.LINES_UNDECIDED)
    proved = verdicts.count(Verdict.PROVED)
    left = verdicts.count(Verdict.UNDECIDED)
    text = words.say(language, proved=proved, left=left, all=len(verdicts))
    return text + _reason(findings, language)


def _whole(findings: list[Finding], language: Language) -> str:
    if _weakest(findings) not in (Verdict.PROVED, Verdict.SAMPLED):
        return checks.UNCHECKED.say(language) + _reason(findings, language)
    points = min(finding.points for finding in findings)
    if not points:
        return checks.ALSO_PROVED.say(language)
    return checks.AGREES.say(language, points=points)


def _reason(findings: list[Finding], language: Language) -> str:
    """Why something could not be decided, for the first such finding."""
    for finding in findings:
        if finding.verdict is Verdict.UNDECIDED:
            method = checks.METHODS[finding.method].say(language, points=finding.points)
            return COLON.say(language) + method
    return ""


def _completeness(answer: DiffAnswer, language: Language, *, proved: bool) -> Iterator[Note]:
    found = answer.completeness
    shown_above = {
        SWITCH.say(language, condition=plain(condition))
        for one in answer.derivatives
        for condition in one.undecided
    }
    yield from completed(found, language, shown_above, proved=proved)


def without_method(found: Completeness) -> Completeness:
    """Without the methods that found the zeros of f', where lines on the page solve f' = 0."""
    if found.state is not State.COMPLETE:
        return found
    reason = Words(en=_kept(found.reason.en, "; ", "en"), zh=_kept(found.reason.zh, "；", "zh"))
    return replace(found, reason=reason)


def said_once(found: Completeness, said: Collection[Words], instead: Words) -> Completeness:
    """With other words for a reason that stands on the page already."""
    return replace(found, reason=instead) if found.reason in said else found


def _kept(text: str, between: str, language: Language) -> str:
    heads = tuple(head.marked(language, reason="") for head in (OF_SLOPE, OF_FORMULA))
    return between.join(part for part in text.split(between) if not part.startswith(heads))


def _left(missing: Iterable[Words], language: Language) -> str:
    listed = SEMICOLON.say(language).join(words.marked(language) for words in missing)
    return checks.MISSING.marked(language, what=listed)


def left_open(found: Completeness, language: Language) -> Text:
    return unmarked(_left(found.missing, language))


def completed(
    found: Completeness,
    language: Language,
    shown_above: Collection[str] = (),
    *,
    proved: bool = False,
) -> Iterator[Note]:
    """Whether the answer is complete, why, and what is missing that was not said before.

    A complete list with something open beside it has a tick of its own, and the answer none.
    Where all of it is `proved` and no other line says so, this one does.
    """
    said_before = (found.reason.say(language), *shown_above)
    missing = [words for words in found.missing if words.say(language) not in said_before]
    reason = found.reason.marked(language)
    left = _left(missing, language)
    if missing and found.state is State.COMPLETE:
        yield Note("proved", unmarked(reason))
        yield Note("undecided", unmarked(checks.BESIDE.marked(language, left=left)))
        return
    says_both = proved and found.state is State.COMPLETE
    state = checks.COMPLETE_AND_PROVED if says_both else checks.STATES[found.state.value]
    text = state.marked(language, reason=reason)
    if missing:
        text += SEMICOLON.say(language) + left
    yield Note(_STATES[found.state], unmarked(text))
