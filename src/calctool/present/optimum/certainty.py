"""The last lines of a page on extrema: which lines and which checks of the whole were proved."""

from __future__ import annotations

from collections.abc import Iterator

from calctool.present.document import Note, NoteKind, Text
from calctool.present.optimum.setting import Setting
from calctool.present.parts.assurance import certainty, is_proved
from calctool.present.phrases import foreign
from calctool.verify.verdict import Finding, Verdict
from calctool.words import titles
from calctool.words.extrema import optimum as words

_KINDS: dict[Verdict, NoteKind] = {
    Verdict.PROVED: "proved",
    Verdict.SAMPLED: "sampled",
    Verdict.UNDECIDED: "undecided",
    Verdict.REFUTED: "warning",
}
_TABLES = {Verdict.PROVED: words.ALSO_PROVED, Verdict.SAMPLED: words.CHECKED}


def is_all_proved(setting: Setting) -> bool:
    """Whether there is nothing else to say of how certain the answer is."""
    return is_proved(_lines(setting), (check.finding for check in setting.answer.checks))


def certainty_notes(setting: Setting, *, full: bool) -> Iterator[Note]:
    """What was checked and how; where not all of it is asked for, what is less than proved."""
    if not full:
        yield from (note for note in _notes(setting) if note.kind != "proved")
    else:
        yield from _notes(setting)


def _notes(setting: Setting) -> Iterator[Note]:
    said = {verdict: list(dict.fromkeys(_checks(verdict, setting))) for verdict in Verdict}
    for note in certainty(_lines(setting), [], setting.language, words.LINES_PROVED):
        if note.kind == "proved":
            proved = said.pop(Verdict.PROVED)
            note = Note("proved", setting.join((note.text, *proved), titles.SEMICOLON))
        yield note
    for verdict, parts in said.items():
        if parts:
            what = setting.join(parts, titles.SEMICOLON)
            yield Note(_KINDS[verdict], setting.fill(words.STATES[verdict.value], what))


def _lines(setting: Setting) -> list[Finding]:
    gradients = (each for one in setting.answer.gradient for each in one.derivations)
    derivations = (*gradients, *setting.answer.solving)
    return [step.finding for each in derivations for step in each.steps]


def _checks(verdict: Verdict, setting: Setting) -> Iterator[Text]:
    """What the checks of the whole answer with this verdict say; steps are spoken of as lines."""
    tables = [_TABLES.get(verdict, words.NOT_CHECKED), words.CHECKED]
    if not all(at.is_known for point in setting.answer.points for _, at in point.at):
        tables.insert(0, words.CHECKED_BY_BOXES)
    for check in setting.answer.checks:
        if check.finding.verdict is verdict and check.finding.method != "each-step":
            known = next((each[check.what] for each in tables if check.what in each), None)
            yield setting.say(known) if known is not None else foreign(check.what)
